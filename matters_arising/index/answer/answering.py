"""Answers to questions, or an honest refusal. Nothing is said that no quote or record says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import Filter
from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action, Decision, Measure
from matters_arising.index.answer.about_list import about_list
from matters_arising.index.answer.about_meaning import about_meaning
from matters_arising.index.answer.citation import Citation, cite_hit
from matters_arising.index.answer.drafting import Inquiry, write_draft
from matters_arising.index.answer.evidence import Evidence, weigh_sentences
from matters_arising.index.answer.figure import figures_asked
from matters_arising.index.answer.lead import (
    action_named,
    action_told,
    actions_by_ref,
    best_action,
    decisions_asked,
)
from matters_arising.index.answer.listed import listed_actions
from matters_arising.index.answer.named import find_names
from matters_arising.index.answer.ranking import rank
from matters_arising.index.answer.refusal import Support, find_support, refusal
from matters_arising.index.answer.unheld import lettered_unheld, say_unheld
from matters_arising.index.question.reading import Question, read_question
from matters_arising.index.search import Found, Hit, Searcher
from matters_arising.index.word.paper import Subjects
from matters_arising.index.word.spelling import find_respellings
from matters_arising.index.word.term import Terms, weigh_terms

LOOKED_AT, LOOKED_AT_FOR_FIGURES = 20, 40
"""How many hits are read closely for an answer; for a figure, which may stand in a sentence
that has few of the words."""

OF_ACTIONS = ("action", "row")
"""Kinds of passage that actions are: where a filter has neither, no action leads an answer."""

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
    `support` says how far the papers support an answer, from 0 to 1; None where records do.
    """

    question: Question
    answerable: bool
    text: str
    citations: tuple[Citation, ...] = ()
    actions: tuple[Held[Action], ...] = ()
    measures: tuple[Held[Measure], ...] = ()
    retrieved: tuple[Citation, ...] = ()
    support: float | None = None


@dataclass(frozen=True, slots=True)
class Answerer:
    """Answers questions from one library."""

    catalogue: Catalogue
    searcher: Searcher

    def answer(self, text: str, *, scope: Filter) -> Answer:
        """The answer to a question from the papers in scope, or a refusal."""
        vocabulary = self.catalogue.vocabulary()
        question = read_question(text, vocabulary, until=scope.until)
        unheld = question.missing_refs or lettered_unheld(question.text, vocabulary.refs)
        if unheld and not question.refs:
            return Answer(question, False, say_unheld(unheld, vocabulary.refs))
        if listed := self._listed(question, scope):
            draft = about_list(question, listed)
            return Answer(question, True, draft.text, draft.citations, listed)
        explained = vocabulary.abbreviations
        if told := about_meaning(self.catalogue, question, explained, scope):
            return Answer(question, True, told.text, told.citations)
        return self._look_into(question, scope)

    def find(self, text: str, *, scope: Filter, limit: int) -> tuple[Citation, ...]:
        """The best passages for some words, best first; none where nothing is like them."""
        found = self.find_hits(text, scope=scope, limit=limit)
        return tuple(cite_hit(hit) for hit in found if hit.score >= LEAST_LIKE)

    def find_hits(self, text: str, *, scope: Filter, limit: int) -> tuple[Hit, ...]:
        """The best passages for some words, best first, however little they are like them."""
        question, terms = self._weighed(read_question(text, self.catalogue.vocabulary()))
        return self.searcher.search(question, terms, scope=scope, limit=limit).hits

    def _weighed(self, question: Question) -> tuple[Question, Terms]:
        """The question, mistyped words read as the papers have them, and its terms weighed."""
        terms = self._terms(question)
        respelt = find_respellings(self.catalogue, terms.unknown, self.searcher.encoder)
        if not respelt:
            return question, terms
        question = question.respelled(respelt)
        return question, self._terms(question)

    def _terms(self, question: Question) -> Terms:
        tallies = [self.catalogue.tally(f'"{term}"', at_most=COUNTED) for term in question.terms]
        terms = weigh_terms(
            question.terms,
            [len(tally.passages) for tally in tallies],
            self.catalogue.count_passages(),
            glosses=question.glosses,
        )
        told = zip(question.terms, tallies, strict=True)
        return replace(terms, about=Subjects(told, self.catalogue.count_papers()).about)

    def _listed(self, question: Question, scope: Filter) -> tuple[Held[Action], ...]:
        """All the actions that fit, where a list of them is asked for."""
        if not question.listing or not scope.allows(*OF_ACTIONS):
            return ()
        return listed_actions(self.catalogue, question, scope)

    def _look_into(self, question: Question, scope: Filter) -> Answer:
        question, terms = self._weighed(question)
        scope = _of_the_meeting(question, scope)
        of_actions = scope.allows(*OF_ACTIONS)
        leads = actions_by_ref(self.catalogue, question, scope) if of_actions else ()
        asked = question.about(leads[0].record.action) if leads else question
        limit = LOOKED_AT_FOR_FIGURES if question.asks in ("figure", "due") else LOOKED_AT
        found = self.searcher.search(asked, terms, scope=scope, limit=limit)
        evidence = weigh_sentences(found, terms, self.searcher.encoder)
        decided = self._decided(question, found, terms, scope)
        support = find_support(
            question,
            terms,
            found,
            self.searcher.encoder,
            topic=asked.topic,
            names=find_names(question, self.catalogue, found.hits),
            by_ref=bool(leads) or (bool(decided) and question.of_meeting_alone),
        )
        if not support.answers:
            return _refuse(question, terms, found, support)
        ranked = rank(question, evidence)
        if of_actions:
            leads = leads or self._leads(question, found, ranked, scope)
        figures = self._figures(question, found, terms)
        draft = write_draft(
            self.catalogue,
            Inquiry(question, scope, terms, found.hits, ranked, leads, decided, figures),
        )
        return Answer(
            question,
            True,
            draft.text,
            draft.citations,
            leads,
            figures,
            retrieved=tuple(cite_hit(hit) for hit in found.hits),
            support=support.score,
        )

    def _decided(
        self, question: Question, found: Found, terms: Terms, scope: Filter
    ) -> tuple[Held[Decision], ...]:
        """The decisions asked for, where the scope has decisions at all."""
        if not scope.allows("decision"):
            return ()
        return decisions_asked(self.catalogue, question, found.hits, terms, scope)

    def _leads(
        self, question: Question, found: Found, ranked: Sequence[Evidence], scope: Filter
    ) -> tuple[Held[Action], ...]:
        """The action that the question is about, by its row or by a sentence that names it."""
        best = best_action(self.catalogue, question, found.hits, scope)
        return (
            best
            or action_named(self.catalogue, question, ranked)
            or action_told(self.catalogue, question, ranked, scope)
        )

    def _figures(self, question: Question, found: Found, terms: Terms) -> tuple[Held[Measure], ...]:
        """The figures asked for; none where no figure is asked for, or which is unsure."""
        if question.asks not in ("figure", "what") or question.refs:
            return ()
        return figures_asked(self.catalogue, question, found.parts, terms)


def _of_the_meeting(question: Question, scope: Filter) -> Filter:
    """The scope; who came to a meeting and when is looked for in the reports of its day alone."""
    of_the_day = question.asks == "attendance" or (question.by_the_clock and question.names_body)
    if not of_the_day or question.window is None:
        return scope
    since, until = question.window
    return replace(scope, since=since, until=until)


def _refuse(question: Question, terms: Terms, found: Found, support: Support) -> Answer:
    retrieved = tuple(cite_hit(hit) for hit in found.hits)
    text = refusal(support, question, terms.unknown)
    return Answer(question, False, text, retrieved=retrieved, support=support.score)
