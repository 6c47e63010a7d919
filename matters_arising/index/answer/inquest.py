"""What evidence is read for: a question's subject and times, and the fact it asks for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from matters_arising.corpus.held import Held
from matters_arising.corpus.passage import Passage
from matters_arising.index.answer.counted import Counted, counted_in
from matters_arising.index.answer.decided import DECISION
from matters_arising.index.answer.fact_kind import Fact
from matters_arising.index.answer.named import Names
from matters_arising.index.answer.owned import is_of, tells_owner
from matters_arising.index.answer.pointing import points_back
from matters_arising.index.answer.reason import explains, leads_on
from matters_arising.index.answer.sign import is_aim, is_past, is_to_come
from matters_arising.index.answer.subject import Subject, subject_of
from matters_arising.index.answer.timing import is_of_another, may_report, speaks_of
from matters_arising.index.question.body import NamedBody
from matters_arising.index.question.event import tells_event
from matters_arising.index.question.part import first_asked
from matters_arising.index.question.polar import verb_stem
from matters_arising.index.question.reading import Question
from matters_arising.index.question.time import AskedTime, find_times
from matters_arising.index.word.term import Terms, stems

_REACHED = re.compile(
    r"\b(?:current(?:ly)?|so far|to date|now|at (?:present|the moment)|actual(?:ly)?|already"
    r"|have|has|had|did|was|were)\b",
    re.I,
)
"""Words that ask for what has been reached."""

_AIMED = re.compile(
    r"\b(?:aim|target|ambition|goal|should|will|would|want|plan|expect|meant|supposed|budget"
    r"|forecast|estimate|hope|intend|going to|to be|due|against|agree|need)",
    re.I,
)
"""Words that ask for what is aimed at."""

EVENT = 0.4
"""A passage tells nothing of an event, and gives no reason for it, that has no word so like:
"shut" for "closed"."""

LEAST_COUNTED = 0.25
"""A sentence with less of the subject counts something else, unless it points back."""

LONG, STRETCH = 40, 30
"""In a sentence of more words than the first, a fact belongs to what stands in the same stretch
of so many words as the second."""

_AHEAD = re.compile(r"^when (?:will|is|are)\b", re.I)
"""Words that ask for what is still to come."""

_OF_EFFECT = re.compile(
    r"\bwhy (?:was|is|were|are) (?:it|that|this) (?:such )?(?:an? )?(?:problem|issue|concern|hard"
    r"|difficult|important|bad|good)\b|\bwhy did (?:the )?\w+ing\b|\bwhy did .*\b(?:make|cause)\b",
    re.I,
)

_EVENT_VERB = re.compile(r"shut|quit|\w+ed|thrown|sent|chosen|built|bought", re.I)
"""Verbs of what happened, which a passage must tell before it gives a reason for it."""

_FIGURE = re.compile(r"[£(+-]*\d[\d,.]*\s?(?:%|k|m|bn|\))*")
"""A cell with a bare figure, whose kind its column or row tells."""

_RESOLVED = re.compile(r"\W*(?:resolved|agreed|decisions?|recommend\w+)\b", re.I)
"""How a paragraph opens that is all of it decided."""

_CAPITAL = re.compile(r"\b[A-Z][a-z]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit's text, what is near it, and the first sentence of its paragraph.

    A cell of a few words is near its whole row.
    """

    text: str
    around: str
    lead: str
    is_cell: bool = False


@dataclass(frozen=True, slots=True)
class Inquest:
    """What evidence is read for: a question's subject and times, and the fact it asks for.

    `counted` is what a number is to count, `names` the names that a paper needs; `reached`
    says that a figure is to be what was reached, and not what is aimed at. `body` is the one whose
    decision is asked for, `owned` the stem of the thing whose owner is, and `rarest` that of
    the rarest word of the subject; `event` is the verb of what is asked who did it, or when.
    `of_effect` says that it is asked why one thing made another so, and not why it was.
    """

    subject: Subject
    times: tuple[AskedTime, ...]
    meeting: bool
    fact: Fact | None
    counted: Counted | None
    names: Names
    reached: bool
    body: NamedBody | None = None
    owned: str | None = None
    rarest: str = ""
    event: str | None = None
    ahead: bool = False
    of_effect: bool = False

    @classmethod
    def of(cls, question: Question, terms: Terms, fact: Fact | None, names: Names) -> "Inquest":
        """What the evidence for a question is read for."""
        first = first_asked(question.text)
        meeting = question.names_body or question.asks == "decision"
        measured = fact is not None and fact.measured
        subject = subject_of(question, terms, fact)
        return cls(
            subject,
            find_times(first),
            meeting,
            fact,
            counted_in(question.text) if fact is not None else None,
            names,
            measured and bool(_REACHED.search(first)) and not _AIMED.search(question.text),
            question.body if question.asks == "decision" else None,
            question.owned,
            _rarest(subject, _printed_otherwise(question, terms)),
            question.event if _is_of_event(question, fact) else None,
            bool(_AHEAD.search(first)),
            _OF_EFFECT.search(first) is not None,
        )

    @property
    def exact(self) -> bool:
        """Whether what is asked for belongs to what its own sentence names."""
        fact = self.fact
        return fact is not None and (fact.measured or fact.settled or fact.tied)

    @property
    def measures(self) -> bool:
        """Whether a figure is asked for."""
        return self.fact is not None and self.fact.measured

    def is_given(
        self, piece: Piece, own: float, likeness: Mapping[str, float], *, row: float
    ) -> bool:
        """Whether a unit with so much of the subject in itself has the kind of fact asked for."""
        if self.fact is None:
            return True
        near = piece.is_cell or (self.fact.anyhow and self.owned is None)
        text = piece.around if near else piece.text
        return (
            self._is_counted(piece, text, row if piece.is_cell else own, likeness)
            and self._has_come(piece, own)
            and (self.fact is not DECISION or piece.is_cell or _is_decided(piece, own))
            and (self.owned is None or self._is_owned(piece))
            and (self.event is None or self._is_done(piece.around, self.event, likeness))
            and self._is_told(piece, self._unsaid(text), likeness)
        )

    def _is_told(self, piece: Piece, text: str, likeness: Mapping[str, float]) -> bool:
        """Whether a unit's text, without the question's names, has the fact: slowest, so last."""
        if self.fact is not None and self.fact.explained and not self._is_explained(text, likeness):
            return False
        return self._gives(text) if piece.is_cell else self._is_near(text)

    def _has_come(self, piece: Piece, own: float) -> bool:
        """Whether a unit tells what has been where that is asked for, not what is to be."""
        if self.fact is not None and self.fact.settled:
            return not (piece.is_cell or is_to_come(piece.text if own else piece.around))
        if self.ahead and not piece.is_cell and is_past(piece.text):
            return False
        return not (self.reached and is_aim(f"{piece.lead} {piece.text}"))

    def _is_done(self, text: str, verb: str, likeness: Mapping[str, float]) -> bool:
        """Whether a text tells of the event, in its own verb or one like it."""
        return tells_event(text, verb) or likeness.get(verb_stem(verb), 0.0) >= EVENT

    def _is_owned(self, piece: Piece) -> bool:
        """Whether a unit tells whose the thing is that is asked about: a row, by its columns."""
        tells = piece.is_cell or tells_owner(piece.text)
        return self.owned is not None and tells and is_of(piece.around, self.owned)

    def _is_counted(
        self, piece: Piece, told: str, share: float, likeness: Mapping[str, float]
    ) -> bool:
        """Whether a unit with this share of the subject counts what is to be counted.

        Of a row of figures of several times, the cell with the figure counts.
        """
        if piece.is_cell:
            if self.measures and self.times and not self._is_figure(piece.text):
                return False
        elif self.counted and share < LEAST_COUNTED and not points_back(piece.text):
            return False
        return self.counted is None or self.counted.is_counted_in(told, share, likeness)

    def _is_figure(self, cell: str) -> bool:
        return _FIGURE.fullmatch(cell) is not None or self._gives(cell)

    def _gives(self, text: str) -> bool:
        return self.fact is None or self.fact.given(text)

    def _is_near(self, text: str) -> bool:
        """Whether a text gives the fact, and a long one near the words of the subject it has."""
        words = text.split()
        if self.fact is None or self.fact.anyhow or len(words) <= LONG:
            return self._gives(text)
        own = self._share(text)
        parts = (" ".join(words[at : at + STRETCH]) for at in range(0, len(words), STRETCH // 2))
        return any(self._gives(part) and self._share(part) >= own / 2 for part in parts)

    def _share(self, text: str) -> float:
        return self.subject.coverage(self.subject.told(text), {})

    def _is_explained(self, text: str, likeness: Mapping[str, float]) -> bool:
        """Whether a text gives a reason for the subject, whose rarest word its passage has."""
        if self.of_effect and leads_on(text):
            return True
        met = self.rarest in self.subject.stems(text) or likeness.get(self.rarest, 1.0) >= EVENT
        return met and explains(text, self._share)

    def _unsaid(self, text: str) -> str:
        """A text with the question's own words in small letters: they are not the name asked."""
        said = {term for term, _ in self.subject.weights}
        return _CAPITAL.sub(lambda m: m[0].lower() if stems(m[0]) <= said else m[0], text)

    def is_placed(self, held: Held[Passage], words: frozenset[str]) -> bool:
        """Whether a passage with these stems can speak of the names and the body asked about."""
        of_body = self.body is None or self.body.may_be(held.committee)
        return of_body and self.names.are_meant(held.paper, words)

    def is_timely(self, piece: Piece, above: str, date: str | None) -> bool:
        """Whether a unit of a report of that date can be of a time asked about.

        A figure is of the time that its own sentence or row tells, or what stands above it: the
        sentence after it may be of another time.
        """
        told = piece.around if piece.is_cell or not self.measures else piece.text
        fits = speaks_of(self.times, f"{told} {above}", date, meeting=self.meeting)
        if not self.measures:
            return fits and (self.meeting or self._may_be_of(told, date))
        return (
            fits
            and not is_of_another(self.times, piece.text, date)
            and may_report(self.times, f"{told} {above}", date)
        )

    def _may_be_of(self, told: str, date: str | None) -> bool:
        """Whether a text, or the report it stands in, is of no other time than is asked about."""
        reported = any(time.fit("", date) == 1.0 for time in self.times)
        return reported or not is_of_another(self.times, told, date)


def _is_of_event(question: Question, fact: Fact | None) -> bool:
    """Whether it asks who did something, or when something was done."""
    return question.asks in ("owner", "figure") or (fact is not None and fact.settled)


def _is_decided(piece: Piece, own: float) -> bool:
    """Whether a sentence says that what it speaks of was decided, or is an item under that."""
    headed = _RESOLVED.match(piece.lead) is not None
    spoken = own > 0 or points_back(piece.text)
    return spoken and (headed or DECISION.given(piece.text))


def _printed_otherwise(question: Question, terms: Terms) -> frozenset[str]:
    """Stems of the words that no paper has, or of a verb for which papers print another."""
    alike = (word for word, _ in question.alike if _EVENT_VERB.fullmatch(word))
    return stems(" ".join((*terms.unknown, *alike)))


def _rarest(subject: Subject, everyday: frozenset[str]) -> str:
    """The rarest word of a subject, one that papers print otherwise before all; empty for none."""
    ranked = max(subject.weights, key=lambda term: (term[0] in everyday, term[1]), default=None)
    return ranked[0] if ranked else ""
