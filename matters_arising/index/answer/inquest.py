"""What evidence is read for: a question's subject and times, and the fact it asks for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from matters_arising.index.answer.counted import Counted, counted_in
from matters_arising.index.answer.fact import first_asked
from matters_arising.index.answer.fact_kind import Fact
from matters_arising.index.answer.named import Names
from matters_arising.index.answer.pointing import points_back
from matters_arising.index.answer.reason import explains
from matters_arising.index.answer.sign import is_aim, is_to_come
from matters_arising.index.answer.subject import Subject, subject_of
from matters_arising.index.answer.timing import is_of_another, may_report, speaks_of
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
"""A passage gives no reason for what it has no word so like: "shut" for "closed"."""

LEAST_COUNTED = 0.25
"""A sentence with less of the subject counts something else, unless it points back."""

_FIGURE = re.compile(r"[£(+-]*\d[\d,.]*\s?(?:%|k|m|bn|\))*")
"""A cell with a bare figure, whose kind its column or row tells."""

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
    says that a figure is to be what was reached, and not what is aimed at.
    """

    subject: Subject
    times: tuple[AskedTime, ...]
    meeting: bool
    fact: Fact | None
    counted: Counted | None
    names: Names
    reached: bool

    @classmethod
    def of(cls, question: Question, terms: Terms, fact: Fact | None, names: Names) -> "Inquest":
        """What the evidence for a question is read for.

        Any account of a subject will do whatever its time, unless it is of a meeting's day or
        of what is told in figures.
        """
        first = first_asked(question.text)
        meeting = question.names_body or question.asks == "decision"
        dated = fact is not None or meeting or question.measured
        measured = fact is not None and fact.measured
        return cls(
            subject_of(question, terms, fact),
            find_times(first) if dated else (),
            meeting,
            fact,
            counted_in(question.text) if fact is not None else None,
            names,
            measured and bool(_REACHED.search(first)) and not _AIMED.search(question.text),
        )

    @property
    def exact(self) -> bool:
        """Whether what is asked for is a figure, or what has happened."""
        return self.fact is not None and (self.fact.measured or self.fact.settled)

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
        told = self._unsaid(piece.around if piece.is_cell or self.fact.anyhow else piece.text)
        return (
            self._has_come(piece, own)
            and self._is_counted(piece, told, row if piece.is_cell else own, likeness)
            and (not self.fact.explained or self._is_explained(told, likeness))
            and self._gives(told)
        )

    def _has_come(self, piece: Piece, own: float) -> bool:
        """Whether a unit tells what has been where that is asked for, not what is to be."""
        if self.fact is not None and self.fact.settled:
            return not (piece.is_cell or is_to_come(piece.text if own else piece.around))
        return not (self.reached and is_aim(f"{piece.lead} {piece.text}"))

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

    def _is_explained(self, text: str, likeness: Mapping[str, float]) -> bool:
        """Whether a text gives a reason for the subject, whose rarest word its passage has."""
        rarest = max(self.subject.weights, key=lambda term: term[1], default=("", 0.0))[0]
        return likeness.get(rarest, 1.0) >= EVENT and explains(
            text, lambda side: self.subject.coverage(self.subject.stems(side), {})
        )

    def _unsaid(self, text: str) -> str:
        """A text with the question's own words in small letters: they are not the name asked."""
        said = {term for term, _ in self.subject.weights}
        return _CAPITAL.sub(lambda m: m[0].lower() if stems(m[0]) <= said else m[0], text)

    def is_timely(self, piece: Piece, above: str, date: str | None) -> bool:
        """Whether a unit of a report of that date can be of a time asked about.

        A figure is of the time that its own sentence or row tells, or what stands above it: the
        sentence after it may be of another time.
        """
        told = piece.around if piece.is_cell or not self.measures else piece.text
        fits = speaks_of(self.times, f"{told} {above}", date, meeting=self.meeting)
        return fits and (
            not self.measures
            or (
                not is_of_another(self.times, piece.text, date)
                and may_report(self.times, f"{told} {above}", date)
            )
        )
