"""Answers to questions, or an honest refusal. Nothing is said that no quote or record says."""

import re
from dataclasses import dataclass, replace

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import Filter
from matters_arising.corpus.held import Held, Tally
from matters_arising.corpus.record import Action, Decision, Measure
from matters_arising.index.answer.about_list import about_list
from matters_arising.index.answer.about_meaning import about_meaning
from matters_arising.index.answer.citation import Citation, cite_hit
from matters_arising.index.answer.doubt import find_gap, is_given, is_owned, may_lead
from matters_arising.index.answer.draft import Draft
from matters_arising.index.answer.drafting import Inquiry, write_draft
from matters_arising.index.answer.evidence import Evidence, weigh_sentences
from matters_arising.index.answer.figure import figures_asked
from matters_arising.index.answer.heading import headed_as_asked
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
from matters_arising.index.answer.rest import tell_rest
from matters_arising.index.answer.unheld import lettered_unheld, say_unheld
from matters_arising.index.answer.unowned import owner_unheld, say_unowned
from matters_arising.index.question.part import first_asked, then_asked
from matters_arising.index.question.reading import Question, read_question
from matters_arising.index.search import Found, Hit, Searcher
from matters_arising.index.word.paper import Subjects
from matters_arising.index.word.spelling import find_respellings
from matters_arising.index.word.term import Terms, weigh_terms
from matters_arising.index.word.thesaurus import words_alike

LOOKED_AT, LOOKED_AT_FOR_FIGURES = 20, 40
"""How many hits are read closely for an answer; for a figure, which may stand in a sentence
that has few of the words."""

OF_ACTIONS = ("action", "row")
"""Kinds of passage that actions are: where a filter has neither, no action leads an answer."""

LEAST_LIKE = 0.45
"""A passage that scores less has nothing to do with the words asked for: the likest to
words that mean nothing score 0.25 to 0.4."""

SHORTEST_EVERYDAY = 4
"""What has fewer letters may be a short form."""

ASKS_NOTHING = "The papers do not say. The question has no word to look for."

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
class _Looked:
    """A question with what was found for it and how far that supports an answer.

    `leads` are the actions whose refs it names, `decided` the decisions it asks for; `ranked`
    are sentences, best first, where there is an answer.
    """

    question: Question
    scope: Filter
    terms: Terms
    found: Found
    leads: tuple[Held[Action], ...]
    decided: tuple[Held[Decision], ...]
    support: Support
    ranked: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Answerer:
    """Answers questions from one library."""

    catalogue: Catalogue
    searcher: Searcher

    def answer(self, text: str, *, scope: Filter) -> Answer:
        """The answer to a question from the papers in scope, or a refusal."""
        with self.catalogue.one_moment():
            return self._answer(text, scope)

    def _answer(self, text: str, scope: Filter) -> Answer:
        vocabulary = self.catalogue.vocabulary()
        question = self._read(text, scope)
        if question.asks_nothing:
            return Answer(question, False, ASKS_NOTHING)
        unheld = question.missing_refs or lettered_unheld(question.text, vocabulary.refs)
        if unheld and not question.refs:
            return Answer(question, False, say_unheld(unheld, vocabulary.refs))
        if unowned := owner_unheld(question.text, vocabulary):
            return Answer(question, False, say_unowned(unowned, vocabulary))
        if listed := self._listed(question, scope):
            draft = about_list(question, listed)
            return Answer(question, True, draft.text, draft.citations, listed)
        explained = vocabulary.abbreviations
        if told := about_meaning(self.catalogue, question, explained, scope):
            return Answer(question, True, told.text, told.citations)
        rest = None if question.refs else then_asked(question.text)
        if rest is None:
            return self._say(self._look_into(question, scope))
        return self._answer_both(question, rest, scope)

    def find(self, text: str, *, scope: Filter, limit: int) -> tuple[Citation, ...]:
        """The best passages for some words, best first; none where nothing is like them."""
        found = self.find_hits(text, scope=scope, limit=limit)
        return tuple(cite_hit(hit) for hit in found if hit.score >= LEAST_LIKE)

    def find_hits(self, text: str, *, scope: Filter, limit: int) -> tuple[Hit, ...]:
        """The best passages for some words, best first, however little they are like them."""
        with self.catalogue.one_moment():
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
        tallies = [self._tally(term) for term in question.terms]
        terms = weigh_terms(
            question.terms,
            [len(tally.passages) for tally in tallies],
            self.catalogue.count_passages(),
            glosses=(*question.glosses, *question.alike),
        )
        told = zip(question.terms, tallies, strict=True)
        return replace(terms, about=Subjects(told, self.catalogue.count_papers()).about)

    def _tally(self, term: str) -> Tally:
        """The passages with a word; where none has it, those with one that says the same."""
        said = self.catalogue.tally(f'"{term}"', at_most=COUNTED)
        alike = words_alike(term)
        if len(said.passages) or not alike:
            return said
        return self.catalogue.tally(" OR ".join(f'"{w}"' for w in alike), at_most=COUNTED)

    def _is_everyday(self, word: str) -> bool:
        """Whether the encoder's vocabulary has a word whole, or as one of a thing."""
        one = re.sub("ies$", "y", word).removesuffix("s")
        return len(word) >= SHORTEST_EVERYDAY and any(
            self.searcher.encoder.word_spans(w) == [(0, len(w))] for w in (word, one)
        )

    def _listed(self, question: Question, scope: Filter) -> tuple[Held[Action], ...]:
        """All the actions that fit, where a list of them is asked for."""
        if not question.listing or not scope.allows(*OF_ACTIONS):
            return ()
        return listed_actions(self.catalogue, question, scope)

    def _look_into(self, question: Question, scope: Filter) -> _Looked:
        """What is found for a question, weighed."""
        question, terms = self._weighed(question)
        scope = self._of_the_meeting(question, scope)
        leads = self._named(question, scope)
        asked = question.about(leads[0].record.action) if leads else question
        limit = LOOKED_AT_FOR_FIGURES if question.asks in ("figure", "due") else LOOKED_AT
        found = self.searcher.search(asked, terms, scope=scope, limit=limit)
        evidence = weigh_sentences(found, terms, self.searcher.encoder)
        decided = self._decided(question, found, terms, scope)
        support = find_support(
            question,
            terms.eased(filter(self._is_everyday, terms.unknown)),
            found,
            self.searcher.encoder,
            topic=asked.topic,
            names=find_names(question, self.catalogue, found.hits),
            by_ref=bool(leads) or (bool(decided) and question.of_meeting_alone),
            decided=bool(decided),
        )
        if question.lists_only and scope.allows(*OF_ACTIONS):
            support = replace(support, gap="list", score=0.0)
        elif support.answers and (gap := find_gap(question, terms, evidence, support)):
            support = replace(support, gap=gap, score=0.0)
        ranked = tuple(rank(question, evidence, support.given)) if support.answers else ()
        return _Looked(question, scope, terms, found, leads, decided, support, ranked)

    def _write(self, looked: _Looked) -> Answer:
        """The answer to a question that what was found supports."""
        question, scope, ranked = looked.question, looked.scope, looked.ranked
        leads = looked.leads
        if not leads and scope.allows(*OF_ACTIONS):
            leads = self._leads(looked)
        figures = tuple(
            held
            for held in self._figures(question, looked.found, looked.terms)
            if is_given(held.record, looked.support)
        )
        draft = write_draft(
            self.catalogue,
            Inquiry(
                question,
                scope,
                looked.terms,
                looked.found.hits,
                ranked,
                leads,
                looked.decided,
                figures,
                headed_as_asked(question, looked.terms, looked.found, self.searcher.encoder),
            ),
        )
        retrieved = tuple(cite_hit(hit) for hit in looked.found.hits)
        score = looked.support.score
        return Answer(question, True, draft.text, draft.citations, leads, figures, retrieved, score)

    def _answer_both(self, question: Question, rest: str, scope: Filter) -> Answer:
        """The answer to the first of two questions in one, which decides, and to the rest."""
        looked = self._look_into(self._read(first_asked(question.text), scope), scope)
        answer = replace(self._say(looked), question=question)
        if not answer.answerable:
            return answer
        then = self._read(f"{rest} – {' '.join(_subject_asked(looked))}", scope)
        told = self._look_into(then, scope)
        whole = answer if told.support.answers else self._say(self._look_into(question, scope))
        if whole.answerable and whole.text != answer.text:
            return whole
        draft = tell_rest(Draft(answer.text, answer.citations), rest, told.support, told.ranked)
        return replace(answer, text=draft.text, citations=draft.citations)

    def _read(self, text: str, scope: Filter) -> Question:
        return read_question(text, self.catalogue.vocabulary(), until=scope.until)

    def _say(self, looked: _Looked) -> Answer:
        """The answer, or the refusal, that what was found comes to."""
        return self._write(looked) if looked.support.answers else _refuse(looked)

    def _of_the_meeting(self, question: Question, scope: Filter) -> Filter:
        """The scope; who came to a meeting and when is looked for in the reports of its day alone.

        Where none is of that day, a file of several meetings may have it.
        """
        if not question.of_a_sitting or question.window is None:
            return scope
        since, until = question.window
        of_day = replace(scope, since=since, until=until)
        return of_day if self.catalogue.names(of_day) else scope

    def _named(self, question: Question, scope: Filter) -> tuple[Held[Action], ...]:
        """The actions whose refs a question names, where the scope has actions at all."""
        if not scope.allows(*OF_ACTIONS):
            return ()
        return actions_by_ref(self.catalogue, question, scope)

    def _decided(
        self, question: Question, found: Found, terms: Terms, scope: Filter
    ) -> tuple[Held[Decision], ...]:
        """The decisions asked for, where the scope has decisions at all."""
        if not scope.allows("decision"):
            return ()
        return decisions_asked(self.catalogue, question, found.hits, terms, scope)

    def _leads(self, looked: _Looked) -> tuple[Held[Action], ...]:
        """The action that the question is about, by its row or by a sentence that names it.

        None is where a figure is asked for.
        """
        question, scope, ranked = looked.question, looked.scope, looked.ranked
        if looked.support.fact is not None and looked.support.fact.measured:
            return ()
        hits = tuple(may_lead(looked.support, looked.terms, looked.found.hits))
        led = (
            best_action(self.catalogue, question, hits, scope)
            or action_named(self.catalogue, question, ranked)
            or action_told(self.catalogue, question, ranked, scope)
        )
        return led if is_owned(question, looked.terms, led) else ()

    def _figures(self, question: Question, found: Found, terms: Terms) -> tuple[Held[Measure], ...]:
        """The figures asked for; none where no figure is asked for, or which is unsure."""
        if question.asks not in ("figure", "what") or question.refs:
            return ()
        return figures_asked(self.catalogue, question, found.parts, terms)


def _subject_asked(looked: _Looked) -> tuple[str, ...]:
    """The words of a question but for those that name the kind of fact it asks for."""
    fact = looked.support.fact
    return tuple(t for t in looked.question.terms if fact is None or not fact.words.fullmatch(t))


def _refuse(looked: _Looked) -> Answer:
    retrieved = tuple(cite_hit(hit) for hit in looked.found.hits)
    text = refusal(looked.support, looked.question, looked.terms.unknown)
    return Answer(looked.question, False, text, retrieved=retrieved, support=looked.support.score)
