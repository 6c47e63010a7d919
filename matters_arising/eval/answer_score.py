"""How well answers agree with gold: right, resting on the right words, or rightly refused."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matters_arising.corpus.wording import canonical_ref
from matters_arising.eval.gold import GoldEvidence, GoldQuestion
from matters_arising.eval.likeness import alike, fold, holds
from matters_arising.eval.metrics import mean, median, precision, recall, reciprocal_rank
from matters_arising.eval.page_text import PageText
from matters_arising.eval.score import Miss, Score, Scored
from matters_arising.index.answer.answering import Answer
from matters_arising.index.answer.citation import Citation

PART = "answers"
SHOWN = 5
"""How many citations people look at."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of gold, and what was answered."""

    question: GoldQuestion
    answer: Answer


@dataclass(frozen=True, slots=True)
class Judgement:
    """An answer judged. A refusal is never right where the papers do answer.

    `ranks` has, for each piece of evidence, which citation first shows it, from 1.
    `quotes` says of each citation whether its words stand on its pages.
    """

    question: GoldQuestion
    refused: bool
    right: bool
    ranks: tuple[int | None, ...]
    quotes: tuple[bool, ...]
    refs: frozenset[str]
    words: int

    @property
    def shown(self) -> tuple[bool, ...]:
        """Of each piece of evidence, whether it is among the first citations."""
        return tuple(rank is not None and rank <= SHOWN for rank in self.ranks)

    @property
    def wanted_refs(self) -> frozenset[str]:
        """The refs of the actions that the question is about."""
        return _refs(self.question.refs)


def score_answers(asked: Sequence[Asked], pages: PageText) -> Scored:
    """Score answers to questions; a question that was refused or got wrong counts as 0."""
    judged = [judge(each, pages) for each in asked]
    answerable = [j for j in judged if j.question.answerable]
    scores = (
        *_score_content(answerable),
        *_score_evidence(answerable),
        *_score_lists([j for j in answerable if j.question.whole_list]),
        *_score_refusals(judged),
    )
    return Scored(scores, tuple(_misses(judged)))


def judge(asked: Asked, pages: PageText) -> Judgement:
    """Judge one answer."""
    question, answer = asked.question, asked.answer
    return Judgement(
        question=question,
        refused=not answer.answerable,
        right=answer.answerable == question.answerable and _says_all(question, answer.text),
        ranks=rank_evidence(question, answer.citations),
        quotes=tuple(_quotes_found(answer.citations, pages)),
        refs=_refs(held.record.ref for held in answer.actions),
        words=len(answer.text.split()),
    )


def _says_all(question: GoldQuestion, text: str) -> bool:
    said = fold(text)
    return all(
        any(fold(alternative) in said for alternative in needed.split("|"))
        for needed in question.must_include
    )


def rank_evidence(question: GoldQuestion, citations: Sequence[Citation]) -> tuple[int | None, ...]:
    """For each piece of evidence, which citation first shows it, from 1; None where none does."""
    return tuple(_rank(item, citations) for item in question.evidence)


def _rank(evidence: GoldEvidence, citations: Sequence[Citation]) -> int | None:
    ranks = (rank for rank, citation in enumerate(citations, 1) if _shows(citation, evidence))
    return next(ranks, None)


def _shows(citation: Citation, evidence: GoldEvidence) -> bool:
    return citation.paper.name == evidence.paper and (
        holds(citation.quote, evidence.quote) or alike(citation.quote, evidence.quote, at=0.8)
    )


def _quotes_found(citations: Sequence[Citation], pages: PageText) -> Iterator[bool]:
    """Whether each quote stands where it says; pictures of pages cannot be looked up."""
    for citation in citations:
        shown = pages.shows(citation.quote, citation.paper.name, citation.pages)
        if shown is not None:
            yield shown


def _refs(refs: Iterator[str | None] | Sequence[str]) -> frozenset[str]:
    return frozenset(folded for ref in refs if (folded := canonical_ref(ref)))


def _score_content(judged: Sequence[Judgement]) -> Iterator[Score]:
    yield Score(PART, "right", mean(j.right for j in judged), len(judged))
    for kind in sorted({j.question.kind for j in judged}):
        rights = [j.right for j in judged if j.question.kind == kind]
        yield Score(PART, f"right: {kind}", mean(rights), len(rights))
    yield Score(PART, "words (median)", median(j.words for j in judged), len(judged))


def _score_evidence(judged: Sequence[Judgement]) -> Iterator[Score]:
    known = [j for j in judged if j.question.evidence]
    every = mean(all(j.shown) for j in known)
    some = mean(any(j.shown) for j in known)
    yield Score(PART, f"all evidence in first {SHOWN}", every, len(known))
    yield Score(PART, f"some evidence in first {SHOWN}", some, len(known))
    yield Score(PART, "reciprocal rank", mean(reciprocal_rank(j.ranks) for j in known), len(known))
    quotes = [found for j in judged for found in j.quotes]
    yield Score(PART, "quotes on their page", mean(quotes), len(quotes))


def _score_lists(judged: Sequence[Judgement]) -> Iterator[Score]:
    complete = mean(recall(j.wanted_refs, j.refs) == 1 for j in judged)
    yield Score(PART, "lists complete", complete, len(judged))
    rightly = mean(precision(j.wanted_refs, j.refs) for j in judged)
    yield Score(PART, "lists without others", rightly, len(judged))


def _score_refusals(judged: Sequence[Judgement]) -> Iterator[Score]:
    unanswerable = [j.refused for j in judged if not j.question.answerable]
    yield Score(PART, "refusals made", mean(unanswerable), len(unanswerable))
    refusals = [not j.question.answerable for j in judged if j.refused]
    yield Score(PART, "refusals right", mean(refusals), len(refusals))


def _misses(judged: Sequence[Judgement]) -> Iterator[Miss]:
    for j in judged:
        if wrong := ", ".join(_wrong(j)):
            yield Miss(PART, f"{j.question.id}, {j.question.question}", wrong)


def _wrong(judged: Judgement) -> Iterator[str]:
    if not judged.question.answerable:
        if not judged.refused:
            yield "answered, though the papers do not"
        return
    if not judged.right:
        yield "refused" if judged.refused else "answer"
    if not all(judged.shown):
        yield "evidence"
    if judged.question.whole_list and judged.refs != judged.wanted_refs:
        yield "list"
    if not all(judged.quotes):
        yield "quote not on its page"
