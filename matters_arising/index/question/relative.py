"""Times told from where one stands, "last year", "the last meeting", read as dates.

They are read against the latest paper held: a question asked today of papers that end in May
means the papers' own year.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from matters_arising.corpus.held import Meeting
from matters_arising.corpus.span import date_span
from matters_arising.index.question.cue import BODY
from matters_arising.index.question.time import AskedTime
from matters_arising.index.word.term import stems

_SPAN_BEFORE = r"(?<!over the )(?<!in the )(?<!during the )(?<!within the )(?<!for the )"
_LAST = rf"{_SPAN_BEFORE}\b(?:last|previous|past)"
_MEETING = re.compile(
    r"(?<!minutes of the )\b(?:last|latest|most recent|previous)\b(?: \w+){0,5}?"
    r" (?:meeting|minutes|session|agm)\b"
    r"|\blast (?:time )?(?:the )?(?:\w+ ){1,4}met\b",
    re.I,
)
_APRIL, _MONTHS, _QUARTER = 4, 12, 3


@dataclass(frozen=True, slots=True)
class _Month:
    """A month of a year, counted on from the year nought."""

    count: int

    @classmethod
    def of(cls, day: str) -> "_Month":
        """The month that an ISO day stands in."""
        return cls(int(day[:4]) * _MONTHS + int(day[5:7]) - 1)

    def iso(self, back: int) -> str:
        """The month so many before this one: `2025-03`."""
        year, month = divmod(self.count - back, _MONTHS)
        return f"{year:04}-{month + 1:02}"

    def year(self, back: int) -> str:
        """The calendar year so many before this one's."""
        return f"{self.count // _MONTHS - back:04}"

    def financial_year(self, back: int) -> str:
        """The financial year so many before this one's: `2024/25`."""
        first = (self.count - (_APRIL - 1)) // _MONTHS - back
        return f"{first:04}/{(first + 1) % 100:02}"

    def quarter(self, back: int) -> str:
        """The financial quarter so many before this one's: `2024/25-Q3`."""
        first, month = divmod(self.count - (_APRIL - 1), _MONTHS)
        year, quarter = divmod(first * 4 + month // _QUARTER - back, 4)
        return f"{year:04}/{(year + 1) % 100:02}-Q{quarter + 1}"


_RULES: tuple[tuple[re.Pattern[str], Callable[[_Month], str]], ...] = (
    (re.compile(rf"{_LAST} financial year\b", re.I), lambda m: m.financial_year(1)),
    (re.compile(r"\b(?:this|current) financial year\b", re.I), lambda m: m.financial_year(0)),
    (re.compile(rf"{_LAST} year(?:['’]s)?\b|\ba year ago\b", re.I), lambda m: m.year(1)),
    (re.compile(r"\bthis year(?:['’]s)?\b|\bcurrent year\b", re.I), lambda m: m.year(0)),
    (re.compile(rf"{_LAST} quarter(?:['’]s)?\b", re.I), lambda m: m.quarter(1)),
    (re.compile(rf"{_LAST} month(?:['’]s)?\b", re.I), lambda m: m.iso(1)),
    (re.compile(r"\bthis month(?:['’]s)?\b", re.I), lambda m: m.iso(0)),
)  # fmt: skip


def find_relative_times(text: str, latest: str | None) -> Iterator[AskedTime]:
    """The years, quarters and months that a text tells from the latest paper's date."""
    span = date_span(latest)
    if span is None:
        return
    for cue, read in _RULES:
        if found := cue.search(text):
            value = read(_Month.of(span.last))
            quarter = int(value[-1]) if "-Q" in value else None
            month = int(value[5:7]) if "-" in value and quarter is None else None
            yield AskedTime(found.group().lower(), value, quarter=quarter, month=month)


def find_meetings(
    text: str, times: Sequence[AskedTime], meetings: Sequence[Meeting]
) -> Iterator[AskedTime]:
    """The days of the meetings that a text means: the last one, or that of a bare month.

    A body that is named is the one that met.
    """
    held = list(_of_body(text, meetings))
    if found := _MEETING.search(text):
        if held:
            yield _day(found.group().lower(), held[-1])
        return
    for time in times:
        if time.value is None and time.month is not None and BODY.search(text):
            fits = [one for one in held if _is_of(one, time)]
            if fits:
                yield _day(time.text, fits[-1])


def _of_body(text: str, meetings: Sequence[Meeting]) -> Sequence[Meeting]:
    """The meetings of the body that a text names most of, by date; all where it names none."""
    asked = stems(text)
    named = [(len(_telling(one) & asked), one) for one in meetings]
    most = max((count for count, _ in named), default=0)
    return sorted((one for count, one in named if count == most), key=lambda one: one.date)


def _telling(meeting: Meeting) -> frozenset[str]:
    return stems(meeting.committee or "") - stems("the of and committee panel board council")


def _is_of(meeting: Meeting, time: AskedTime) -> bool:
    month = meeting.date[5:7] == f"{time.month:02}"
    return month and (time.day is None or meeting.date[8:10] == f"{time.day:02}")


def _day(text: str, meeting: Meeting) -> AskedTime:
    day = int(meeting.date[8:10]) if len(meeting.date) > len("2025-03") else None
    return AskedTime(text, meeting.date, month=int(meeting.date[5:7]), day=day)
