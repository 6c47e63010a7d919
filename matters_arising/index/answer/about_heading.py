"""An answer that is all that stands under one heading: "What needs to improve?"."""

from collections.abc import Iterator, Sequence

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.held import Held
from matters_arising.corpus.passage import Passage
from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.index.answer import say
from matters_arising.index.answer.citation import cite_hit, cite_passage
from matters_arising.index.answer.draft import CITED, OVER, SPOKEN, Draft, cite_further
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.search import Hit

AROUND = 12
"""Passages before and after one, in reading order, that may stand under its heading."""

FEWEST_ITEMS = 2
"""Passages that make a list."""

FEWEST_EACH = 10
"""Words that each item is given at least."""


def about_heading(catalogue: Catalogue, headed: Hit, evidence: Sequence[Evidence]) -> Draft | None:
    """Every item under the heading of a hit; None where there is only one."""
    under = list(_under(catalogue, headed.held))
    items = list(_items(under))
    if len(items) < FEWEST_ITEMS:
        return None
    each = max((SPOKEN + OVER) // len(items), FEWEST_EACH)
    quotes = "; ".join(say.quoted(say.shorten(item, each)) for item in items)
    cited = [cite_passage(one, headed.score) for one in under[:CITED]]
    return Draft(f"{quotes} ({say.say_source(cite_hit(headed))}).", cite_further(cited, evidence))


def _under(catalogue: Catalogue, held: Held[Passage]) -> Iterator[Held[Passage]]:
    """The passages under the heading of one, in reading order."""
    near = catalogue.passages(range(held.id - AROUND, held.id + AROUND + 1))
    for one in near:
        same = one.record.heading == held.record.heading and one.paper.id == held.paper.id
        if same and one.record.kind == held.record.kind:
            yield one


def _items(under: Sequence[Held[Passage]]) -> Iterator[str]:
    """The first sentence of each passage, or each paragraph of the only one."""
    texts = under[0].record.text.split("\n") if len(under) == 1 else [o.record.text for o in under]
    for text in texts:
        yield next(iter(split_sentences(text)), text)
