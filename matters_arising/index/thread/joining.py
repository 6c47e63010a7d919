"""Threads: the same action joined through papers, though its ref, wording or owner changed.

The issues of a plan are gone through from the oldest on. Each is compared with the last
report of every action known so far, in one assignment, so that an action which an issue
leaves out can be met again later. What is left doubtful is told, never joined.

Embeddings take no part: words, refs, owners and dates join all pairs of the sample rightly
and 99.9 % of those of generated plans (benchmarks/plans), which leaves too little for vectors
to gain.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action
from matters_arising.corpus.thread import Threaded, Threads
from matters_arising.index.thread.chain import Chain, Joiner
from matters_arising.index.thread.entry import Issue, gather_issues, name_of
from matters_arising.index.thread.plan import Series, find_series
from matters_arising.index.thread.rarity import Rarity, count_rarity

_THREADS_OF = "threads_of"
"""The fact that notes which generation of the catalogue its threads were made of."""

_JOINED_FROM = "joined_from"
"""The fact that notes which actions and abbreviations the threads were made of."""

_JOINING = 1
"""Moves on whenever the same actions would be joined otherwise than before."""


def link_actions(
    actions: Iterable[Held[Action]],
    *,
    abbreviations: Iterable[tuple[str, str]] = (),
    joined: Collection[str] = (),
) -> Threads:
    """The thread of every action, and the links between them, each with why and how sure.

    The same for the same papers, in whatever order they were added. Two actions of one
    issue share a thread only as lines of one row. What becomes of a series hangs on nothing
    outside it, so those in `joined`, by fingerprint, are passed by.
    """
    issues = gather_issues(actions, abbreviations)
    found = find_series(issues, _rarity_in(issues))
    prints = tuple(map(_fingerprint, found))
    changed = [series for series, known in zip(found, prints, strict=True) if known not in joined]
    threads = [_join(series) for series in changed]
    return Threads(
        tuple(one for each in threads for one in each.threaded),
        tuple(link for each in threads for link in each.links),
        prints,
    )


def _rarity_in(issues: Iterable[Issue]) -> Rarity:
    return count_rarity(entry for issue in issues for entry in issue.entries)


def _join(series: Series) -> Threads:
    joiner = Joiner(series, _rarity_in(series.issues))
    links = tuple(joiner.join_all())
    return Threads(tuple(_name_chains(joiner.chains)), links)


def _fingerprint(series: Series) -> str:
    """Equal for series that are joined alike: what an action's id stands for never changes."""
    plans = list(dict.fromkeys(series.plans))
    told = [
        (
            plans.index(plan),
            [([line.id for line in e.lines], sorted(e.owners)) for e in issue.entries],
        )
        for plan, issue in zip(series.plans, series.issues, strict=True)
    ]
    return hashlib.sha256(repr((_JOINING, told)).encode()).hexdigest()[:32]


def _name_chains(chains: Sequence[Chain]) -> Iterator[Threaded]:
    seen: Counter[str] = Counter()
    for chain in chains:
        name = name_of(chain.entries[0])
        seen[name] += 1
        # The same words twice without a ref in one paper are two actions.
        told = name if seen[name] == 1 else f"{name}-{seen[name]}"
        for entry in chain.entries:
            yield from (Threaded(line.id, told) for line in entry.lines)


def renew_threads(catalogue: Catalogue, *, anew: bool = False) -> None:
    """Join what changed of a catalogue since this was last done; `anew` joins everything."""
    generation = str(catalogue.generation())
    if not anew and catalogue.meta(_THREADS_OF) == generation:
        return
    abbreviations = catalogue.vocabulary().abbreviations
    told = repr((_JOINING, catalogue.mark_of_actions(), abbreviations))
    state = hashlib.sha256(told.encode()).hexdigest()
    if anew or catalogue.meta(_JOINED_FROM) != state:  # most papers list no action
        joined = frozenset(() if anew else catalogue.joined_series())
        actions = catalogue.actions()
        catalogue.save_threads(link_actions(actions, abbreviations=abbreviations, joined=joined))
        catalogue.set_meta(_JOINED_FROM, state)
    catalogue.set_meta(_THREADS_OF, generation)


def are_threads_current(catalogue: Catalogue) -> bool:
    """Whether the threads are of the papers that the catalogue holds now."""
    return catalogue.meta(_THREADS_OF) == str(catalogue.generation())
