"""The time a figure is for, from the words around it and the date of its paper."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matters_arising.extract.phrase.date import MONTH, find_dates, month_number, names_month

_APRIL = 4


@dataclass(frozen=True, slots=True)
class Period:
    """Words that say when, and what they come to (as in the contract), None where unsure.

    `start` and `end` are positions in the text; `text` stands there word for word.
    """

    text: str
    value: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """What words such as "last year" count from.

    `today` is the ISO date of the paper; `covers` the quarter or financial year that the
    paper says it reports on, where it does.
    """

    today: str | None
    covers: str | None = None

    def quarter(self, number: int) -> str | None:
        """The latest financial quarter of that number to have begun by the paper's date."""
        if self.covers is not None and "/" in self.covers:
            return f"{self.covers.partition('-')[0]}-Q{number}"
        month = self._month()
        if month is None:
            return None
        year = int(month[:4])
        first_month = _APRIL + 3 * (number - 1)
        years = (y for y in (year, year - 1, year - 2) if _iso_month(y, first_month) <= month)
        return f"{_financial_year(next(years))}-Q{number}"

    def this_quarter(self) -> str | None:
        """The quarter reported on: the one the paper covers, or the last one to have ended."""
        if self.covers is not None and "-Q" in self.covers:
            return self.covers
        month = self._month()
        if month is None:
            return None
        year, quarter_of_calendar = int(month[:4]), (int(month[5:]) - 1) // 3
        back, number = ((1, 3), (1, 4), (0, 1), (0, 2))[quarter_of_calendar]
        return f"{_financial_year(year - back)}-Q{number}"

    def financial_year(self, *, back: int = 0) -> str | None:
        """The financial year the paper covers or was written in, or one `back` years before."""
        if self.covers is not None and "/" in self.covers:
            return _financial_year(int(self.covers[:4]) - back)
        month = self._month()
        if month is None:
            return None
        year = int(month[:4]) - (int(month[5:]) < _APRIL)
        return _financial_year(year - back)

    def month(self, number: int) -> str | None:
        """The latest month of that number, up to the paper's own."""
        today = self._month()
        if today is None:
            return None
        year = int(today[:4]) - (number > int(today[5:]))
        return f"{year}-{number:02}"

    def _month(self) -> str | None:
        return self.today[:7] if self.today and len(self.today) >= len("2020-09") else None


def _financial_year(first: int) -> str:
    return f"{first}/{(first + 1) % 100:02}"


def _iso_month(year: int, month: int) -> str:
    """A month of the year, or of the next where it is counted on past December."""
    return f"{year + (month - 1) // 12}-{(month - 1) % 12 + 1:02}"


_QUARTER = r"\bq(?:uarter)?\s?(?P<{}>[1-4])\b"
_KIND_OF_YEAR = r"(?:business\s+|financial\s+|municipal\s+)?year"
_LAST_YEAR = rf"(?:last|the\s+previous|the\s+prior)\s+{_KIND_OF_YEAR}(?:['’]s)?"
_WORDED = re.compile(
    rf"(?P<quarter_last_year>{_QUARTER.format('earlier')}\s+(?:of\s+)?{_LAST_YEAR}\b)"
    rf"|(?P<bare_quarter>{_QUARTER.format('number')})"
    r"|(?P<this_quarter>\b(?:this|the)\s+quarter\b)"
    rf"|(?P<covered_year>\b(?:in|over|during)\s+the\s+past\s+{_KIND_OF_YEAR}\b)"
    r"|(?P<this_year>\b(?:in\s+the\s+)?year\s+to\s+date\b|\bthis\s+" + _KIND_OF_YEAR + r"\b)"
    rf"|(?P<last_year>\b{_LAST_YEAR}\b)"
    rf"|(?:(?<=\b[Ii]n )|(?<=\bend of ))(?P<bare_month>{MONTH})(?!\s*\d)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"q\s?[1-4]")
_JOIN = re.compile(r"\s*(?:[-–/]|to|and|until)\s*", re.IGNORECASE)
_JOINED_MONTH = re.compile(rf"\b{MONTH}\s*(?:[-–/]|to|and|until)\s*$", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:since|prior to|before|after|until)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
"""Before a date, words that make it a bound and not the time itself."""
_RIVALLED = re.compile(r"\b(?:on|than|versus|vs\.?)\s+$", re.IGNORECASE)
_PREVIOUS = re.compile(r"(?:last|the (?:previous|prior)) \w+(?: \w+)?", re.IGNORECASE)
"""A time that a figure is held against, and is not of: "down 12% on last year"."""


def find_periods(text: str, calendar: Calendar) -> tuple[Period, ...]:
    """Every time that the text names, in order; two joined by "to" or "and" are one span."""
    joined: list[Period] = []
    for atom in _atoms(text, calendar):
        if joined and atom.start < joined[-1].end:
            continue
        if joined and _JOIN.fullmatch(text[joined[-1].end : atom.start]):
            atom = _span(text, joined.pop(), atom)
        joined.append(atom)
    return tuple(_bounded(text, period) for period in joined)


def _atoms(text: str, calendar: Calendar) -> list[Period]:
    atoms = [_widened(text, d.value, d.start, d.end) for d in find_dates(text)]
    atoms.extend(_worded(text, calendar))
    return sorted(atoms, key=lambda period: (period.start, -period.end))


def _widened(text: str, value: str, start: int, end: int) -> Period:
    """A month of a year, together with a month before it that shares its year."""
    before = _JOINED_MONTH.search(text[:start])
    if before is None or not re.fullmatch(r"\d{4}-\d\d", value):
        return Period(text[start:end], value, start, end)
    number = month_number(before["month"])
    year = int(value[:4]) - (number > int(value[5:]))
    return Period(text[before.start() : end], f"{year}-{number:02}..{value}", before.start(), end)


def _worded(text: str, calendar: Calendar) -> Iterator[Period]:
    for match in _WORDED.finditer(text) if _may_be_worded(text.lower()) else ():
        yield Period(match.group(), _resolve(match, calendar), match.start(), match.end())


def _may_be_worded(lowered: str) -> bool:
    """Whether a text may tell a time in words: where it does not, no word need be tried."""
    if "year" in lowered or "quarter" in lowered or ("q" in lowered and _NUMBERED.search(lowered)):
        return True
    return ("in " in lowered or "end of " in lowered) and names_month(lowered)


def _resolve(match: re.Match[str], calendar: Calendar) -> str | None:
    if match["quarter_last_year"]:
        year = calendar.financial_year(back=1)
        return f"{year}-Q{match['earlier']}" if year else None
    if match["bare_quarter"]:
        return calendar.quarter(int(match["number"]))
    if match["this_quarter"]:
        return calendar.this_quarter()
    if match["bare_month"]:
        return calendar.month(month_number(match["bare_month"]))
    if match["covered_year"]:
        return calendar.financial_year() if calendar.covers else None
    return calendar.financial_year(back=1 if match["last_year"] else 0)


def _span(text: str, first: Period, last: Period) -> Period:
    value = f"{first.value}..{last.value}" if first.value and last.value else None
    return Period(text[first.start : last.end], value, first.start, last.end)


def _bounded(text: str, period: Period) -> Period:
    before = text[: period.start]
    rivalled = _RIVALLED.search(before) and _PREVIOUS.fullmatch(period.text)
    if _OPEN.search(before) or rivalled:
        return Period(period.text, None, period.start, period.end)
    return period
