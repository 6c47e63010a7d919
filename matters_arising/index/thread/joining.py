"""Threads: the same action joined through papers, though its ref, wording or owner changed.

The issues of a plan are gone through from the oldest on. Each is compared with the last
report of every action known so far, in one assignment, so that an action which an issue
leaves out can be met again later. What is left doubtful is told, never joined.

Embeddings take no part: words, refs, owners and dates join all pairs of the sample rightly
and 99.9 % of those of generated plans (benchmarks/plans), which leaves too little for vectors
to gain.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action
from matters_arising.corpus.thread import Threaded, ThreadLink, Threads
from matters_arising.index.thread.chain import Chain, Joiner
from matters_arising.index.thread.entry import gather_issues, name_of
from matters_arising.index.thread.plan import find_series
from matters_arising.index.thread.rarity import count_rarity

_THREADS_OF = "threads_of"
"""The fact that notes which generation of the catalogue its threads were made of."""


def link_actions(
    actions: Iterable[Held[Action]], *, abbreviations: Iterable[tuple[str, str]] = ()
) -> Threads:
    """The thread of every action, and the links between them, each with why and how sure.

    The same for the same papers, in whatever order they were added. Two actions of one
    issue share a thread only as lines of one row.
    """
    issues = gather_issues(actions, abbreviations)
    rarity = count_rarity(entry for issue in issues for entry in issue.entries)
    chains: list[Chain] = []
    links: list[ThreadLink] = []
    for series in find_series(issues, rarity):
        joiner = Joiner(series, rarity)
        links.extend(joiner.join_all())
        chains.extend(joiner.chains)
    return Threads(tuple(_name_chains(chains)), tuple(links))


def _name_chains(chains: Sequence[Chain]) -> Iterator[Threaded]:
    seen: Counter[str] = Counter()
    for chain in chains:
        name = name_of(chain.entries[0])
        seen[name] += 1
        # The same words twice without a ref in one paper are two actions.
        told = name if seen[name] == 1 else f"{name}-{seen[name]}"
        for entry in chain.entries:
            yield from (Threaded(line.id, told) for line in entry.lines)


def renew_threads(catalogue: Catalogue) -> None:
    """Join the actions of a catalogue whose papers changed since this was last done."""
    generation = str(catalogue.generation())
    if catalogue.meta(_THREADS_OF) != generation:
        pairs = catalogue.vocabulary().abbreviations
        catalogue.save_threads(link_actions(catalogue.actions(), abbreviations=pairs))
        catalogue.set_meta(_THREADS_OF, generation)


def are_threads_current(catalogue: Catalogue) -> bool:
    """Whether the threads are of the papers that the catalogue holds now."""
    return catalogue.meta(_THREADS_OF) == str(catalogue.generation())
