"""An answer that is all that stands under one heading: "What needs to improve?"."""

import re
from collections.abc import Iterator, Sequence

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.held import Held
from matters_arising.corpus.passage import Passage
from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.index.answer import say
from matters_arising.index.answer.citation import Citation, cite_evidence, cite_passage
from matters_arising.index.answer.draft import (
    CITED,
    OVER,
    SPOKEN,
    Draft,
    cite_further,
    count_words,
)
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.question.reading import Question
from matters_arising.index.word.term import Terms, stems

AROUND = 12
"""Passages before and after one, in reading order, that may stand under its heading."""

READ = 3
"""The best sentences of which one must stand under the heading."""

NAMED = 0.85
"""Share of the words asked for that the heading, those above it and the paper's title name."""

FEWEST_WORDS, FEWEST_ITEMS = 3, 2
"""Words of a heading that is asked for by itself, and passages that make a list."""

FEWEST_EACH = 10
"""Words that each item is given at least."""

ASKS = ("what", "status", "why", "decision")


def about_heading(
    catalogue: Catalogue, question: Question, evidence: Sequence[Evidence], terms: Terms
) -> Draft | None:
    """Every item under the heading that a question asks for; None where it asks for none."""
    if question.asks not in ASKS:
        return None
    for best in evidence[:READ]:
        if _is_asked_for(question, best, terms):
            items = list(_under(catalogue, best.hit.held))
            if len(items) >= FEWEST_ITEMS:
                return _draft(items, best, evidence)
    return None


def _is_asked_for(question: Question, best: Evidence, terms: Terms) -> bool:
    """Whether the heading says nothing but what is asked, and the rest is the paper's name."""
    heading = best.hit.passage.heading
    own = re.sub(r"\d", "", heading.rpartition(" › ")[2])
    if count_words(own) < FEWEST_WORDS or not stems(own) <= stems(question.text):
        return False
    paper = best.hit.held.paper
    return terms.coverage(f"{heading} {paper.title} {paper.name}", paper=paper.id) >= NAMED


def _under(catalogue: Catalogue, held: Held[Passage]) -> Iterator[Held[Passage]]:
    """The passages under the heading of one, in reading order."""
    near = catalogue.passages(range(held.id - AROUND, held.id + AROUND + 1))
    for one in near:
        same = one.record.heading == held.record.heading and one.paper.id == held.paper.id
        if same and one.record.kind == held.record.kind:
            yield one


def _draft(items: Sequence[Held[Passage]], best: Evidence, evidence: Sequence[Evidence]) -> Draft:
    each = max((SPOKEN + OVER) // len(items), FEWEST_EACH)
    firsts = [next(iter(split_sentences(one.record.text)), one.record.text) for one in items]
    quotes = [say.quoted(say.shorten(text, each)) for text in firsts]
    cited: list[Citation] = [cite_passage(one, best.score) for one in items[:CITED]]
    source = say.say_source(cite_evidence(best))
    return Draft(f"{'; '.join(quotes)} ({source}).", cite_further(cited, evidence))
