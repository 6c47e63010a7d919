"""Answers to questions, or an honest refusal. Nothing is said that no quote or record says."""

from collections.abc import Sequence
from dataclasses import dataclass

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import Filter
from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action, Measure
from matters_arising.index.answer import compose, say
from matters_arising.index.answer.citation import Citation, cite_hit
from matters_arising.index.answer.compose import Draft
from matters_arising.index.answer.evidence import Evidence, weigh_sentences
from matters_arising.index.answer.lead import (
    actions_by_ref,
    best_action,
    decisions_asked,
    earlier_reports,
    listed_actions,
)
from matters_arising.index.answer.refusal import is_answered
from matters_arising.index.question.reading import Question, read_question
from matters_arising.index.search import Found, Hit, Searcher
from matters_arising.index.word.spelling import find_respellings
from matters_arising.index.word.term import Terms, weigh_terms

LOOKED_AT = 12
"""How many hits are read closely for an answer."""

LEAST_LIKE = 0.45
"""A passage that scores less has nothing to do with the words asked for: the likest to
words that mean nothing score 0.25 to 0.4."""

COUNTED = 5_000
"""Passages with a word are counted up to here: beyond, the word is common."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, or a refusal (`answerable` false).

    `citations` are what it rests on, strongest first; `retrieved` what was looked at
    besides. `actions` are those it is about: all that fit, where a list is asked for.
    """

    question: Question
    answerable: bool
    text: str
    citations: tuple[Citation, ...] = ()
    actions: tuple[Held[Action], ...] = ()
    measures: tuple[Held[Measure], ...] = ()
    retrieved: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class _Inquiry:
    """A question with all that was found for it."""

    question: Question
    scope: Filter
    terms: Terms
    hits: tuple[Hit, ...]
    evidence: Sequence[Evidence]


@dataclass(frozen=True, slots=True)
class Answerer:
    """Answers questions from one library."""

    catalogue: Catalogue
    searcher: Searcher

    def answer(self, text: str, *, scope: Filter) -> Answer:
        """The answer to a question from the papers in scope, or a refusal."""
        question = read_question(text, self.catalogue.vocabulary())
        if question.missing_refs and not question.refs:
            return Answer(question, False, say.no_such_ref(question.missing_refs))
        if question.listing and (listed := listed_actions(self.catalogue, question, scope)):
            draft = compose.about_list(listed)
            return Answer(question, True, draft.text, draft.citations, listed)
        return self._look_into(question, scope)

    def find(self, text: str, *, scope: Filter, limit: int) -> tuple[Citation, ...]:
        """The best passages for some words, best first; none where nothing is like them."""
        question, terms = self._weighed(read_question(text, self.catalogue.vocabulary()))
        found = self.searcher.search(question, terms, scope=scope, limit=limit)
        return tuple(cite_hit(hit) for hit in found.hits if hit.score >= LEAST_LIKE)

    def _weighed(self, question: Question) -> tuple[Question, Terms]:
        """The question, mistyped words read as the papers have them, and its terms weighed."""
        terms = self._terms(question)
        respelt = find_respellings(self.catalogue, terms.unknown)
        if not respelt:
            return question, terms
        question = question.respelled(respelt)
        return question, self._terms(question)

    def _terms(self, question: Question) -> Terms:
        counts = [
            self.catalogue.count_matches(f'"{term}"', at_most=COUNTED) for term in question.terms
        ]
        return weigh_terms(question.terms, counts, self.catalogue.count_passages())

    def _look_into(self, question: Question, scope: Filter) -> Answer:
        question, terms = self._weighed(question)
        leads = actions_by_ref(self.catalogue, question, scope)
        asked = question.about(leads[0].record.action) if leads else question
        found = self.searcher.search(asked, terms, scope=scope, limit=LOOKED_AT)
        evidence = weigh_sentences(found, terms, self.searcher.encoder)
        inquiry = _Inquiry(question, scope, terms, found.hits, evidence)
        if not leads and not is_answered(question, found, evidence, terms):
            return _refuse(question, terms, found)
        leads = leads or best_action(self.catalogue, question, found.hits, scope)
        draft = self._draft(inquiry, leads)
        retrieved = tuple(cite_hit(hit) for hit in found.hits)
        return Answer(question, True, draft.text, draft.citations, leads, retrieved=retrieved)

    def _draft(self, inquiry: _Inquiry, leads: tuple[Held[Action], ...]) -> Draft:
        question, evidence = inquiry.question, inquiry.evidence
        decided = decisions_asked(
            self.catalogue, question, inquiry.hits, inquiry.terms, inquiry.scope
        )
        if decided:
            return compose.about_decisions(decided, evidence)
        earlier = earlier_reports(self.catalogue, leads, inquiry.scope) if leads else ()
        if question.over_time and not earlier and (told := compose.over_time(evidence)):
            return told
        if leads:
            return compose.about_actions(question, leads, earlier, evidence)
        return compose.about_text(question, evidence)


def _refuse(question: Question, terms: Terms, found: Found) -> Answer:
    retrieved = tuple(cite_hit(hit) for hit in found.hits)
    nearest = retrieved[0] if retrieved else None
    text = say.refusal(question.terms, terms.unknown, nearest)
    return Answer(question, False, text, retrieved=retrieved)
