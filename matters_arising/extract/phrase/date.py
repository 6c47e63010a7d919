"""Dates as papers print them: days, months, quarters, seasons, years, financial years."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
SEASON = r"(?:spring|summer|autumn|winter|easter|christmas)"
YEAR = r"(?P<year>(?:19|20)\d\d)\b"
FINANCIAL_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)\s?[-–/]\s?(?P<next>(?:20)?\d\d)\b"
_DAY = r"(?P<day>\d{1,2})\s*(?:st|nd|rd|th)?"
_SHORT_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)\b"
_UP_TO = r"(?:\d{1,2}(?:st|nd|rd|th)?\s*(?:[-–—&/,]|and|to)\s*)?"
"""The first of several days after their month: "September 5 and 6, 2024"."""

OLDEST_SHORT_YEAR = 70
"""Years of two digits from here on are of the twentieth century."""


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date found in a text, as precise as it is printed.

    `value` is ISO 8601 (`2020-09-01`, `2025-03`, `2025`), a financial year (`2016/17`) or
    its quarter (`2016/17-Q3`). `precision` is day, month, quarter, season, year,
    financial_year or year_range. `start` and `end` are positions in the text.
    """

    value: str
    precision: str
    start: int
    end: int


def month_number(name: str) -> int:
    """The number of a month from its name, in full or cut to three letters or more."""
    return next(n for n, full in enumerate(MONTHS, 1) if full.startswith(name.lower()[:3]))


def _full_year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= OLDEST_SHORT_YEAR else 2000)


def _iso_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _read_worded_day(match: re.Match[str]) -> str | None:
    return _iso_day(_full_year(match["year"]), month_number(match["month"]), int(match["day"]))


def _read_numeric_day(match: re.Match[str]) -> str | None:
    return _iso_day(_full_year(match["year"]), int(match["number"]), int(match["day"]))


def _read_months_first(match: re.Match[str]) -> str | None:
    return _iso_day(_full_year(match["year"]), int(match["day"]), int(match["number"]))


def _read_month(match: re.Match[str]) -> str:
    return f"{_full_year(match['year'])}-{month_number(match['month']):02}"


def _read_numeric_month(match: re.Match[str]) -> str | None:
    return f"{match['year']}-{int(match['number']):02}" if 1 <= int(match["number"]) <= 12 else None


def _read_year(match: re.Match[str]) -> str:
    return match["year"]


def _read_financial_year(match: re.Match[str]) -> str | None:
    """Two years that follow each other, `2016/17`; None for any other pair of numbers."""
    first = _full_year(match["year"])
    follows = int(match["next"]) % 100 == (first + 1) % 100
    return f"{first}/{(first + 1) % 100:02}" if follows else None


def _read_quarter(match: re.Match[str]) -> str | None:
    year = _read_financial_year(match)
    return f"{year}-Q{match['quarter']}" if year else None


_NUMERIC_DAY = rf"(?<![\d/.])(?P<day>\d\d?)([/.-])(?P<number>\d\d?)\2{_SHORT_YEAR}"
_LOW, _HIGH = r"(?:0?[1-9]|1[0-2])", r"(?:1[3-9]|2\d|3[01])"
"""A number that may be that of a month, and one that can only be that of a day."""
_ORDERED = re.compile(
    rf"(?<![\d/.-])(?:(?P<months>{_LOW}/{_HIGH}/)|{_HIGH}/{_LOW}/)(?:19|20)\d\d(?!\d)"
)
"""A numeric date that can be read in one order alone; `months` is filled where they come first."""
_QUARTER = r"\bq(?:uarter|tr)?\s?(?P<quarter>[1-4])\b"
_BEFORE_MONTH = r"(?:^|(?<=\bby )|(?<=\bin )|(?<=\bend )|(?<=\bto )|(?<=\bfrom )|(?<=- ))"
"""What must stand before `06/2024`, which is as often a ref as a month."""
_CENTURY_YEAR = rf"(?<![\d/.,£$€-])(?=(?:19|20)\d\d){FINANCIAL_YEAR}(?![/%.]\d)"
_FORMS: tuple[tuple[str, str, Callable[[re.Match[str]], str | None]], ...] = (
    ("day", rf"\b{_DAY}(?:\s+(?:day\s+)?of|,)?[\s-]*{MONTH},?[\s-]*{YEAR}", _read_worded_day),
    (
        "day",
        rf"\b{_DAY}[\s-]*{MONTH}(?:\s?['’‘-]\s?|\s(?=\d\d\s*$)){_SHORT_YEAR}",
        _read_worded_day,
    ),
    (
        "day",
        rf"\b{MONTH}\s+(?:the\s+)?{_UP_TO}{_DAY}(?:\s*,\s*|\s+(?:of\s+)?){YEAR}",
        _read_worded_day,
    ),
    ("day", rf"\b{MONTH}-{_DAY}-{YEAR}", _read_worded_day),
    ("day", rf"\b{MONTH}\s+{_DAY},?\s+['’‘]{_SHORT_YEAR}", _read_worded_day),
    ("day", rf"\b{YEAR}-(?P<number>\d\d)-(?P<day>\d\d)\b", _read_numeric_day),
    ("day", _NUMERIC_DAY, _read_numeric_day),
    ("quarter", rf"{_QUARTER},?\s*(?:of\s+)?\(?{FINANCIAL_YEAR}", _read_quarter),
    ("quarter", rf"\b{FINANCIAL_YEAR},?\s*\(?{_QUARTER}", _read_quarter),
    ("month", rf"\b{MONTH}[\s,/-]*{YEAR}", _read_month),
    ("month", rf"\b{MONTH}\s?['’‘/-]\s?{_SHORT_YEAR}", _read_month),
    ("month", rf"{_BEFORE_MONTH}(?P<number>\d\d?)/{YEAR}", _read_numeric_month),
    ("season", rf"\b{SEASON}(?:\s+term)?,?\s+{FINANCIAL_YEAR}", _read_financial_year),
    ("season", rf"\b{SEASON}(?:\s+term)?,?\s+(?:of\s+)?{YEAR}", _read_year),
    ("financial_year", rf"\b(?:financial\s+year|fy)\s*\(?{FINANCIAL_YEAR}", _read_financial_year),
    ("financial_year", rf"{_CENTURY_YEAR}\s+financial\s+year", _read_financial_year),
    ("year_range", _CENTURY_YEAR, _read_financial_year),
    ("year", rf"(?<![\d/.,£$€])(?<!\d-){YEAR}(?![/%,.]\d)", _read_year),
)

_DIGIT = re.compile(r"\d")
_PAIR = re.compile(r"\d\s?[-–/.]\s?\d")
_MONTH_STARTS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)


def names_month(text: str) -> bool:
    """Whether a text may name a month: it holds the letters with which one begins."""
    lowered = text.lower()
    return any(start in lowered for start in _MONTH_STARTS)


_SIGNS: dict[str, Callable[[str], object]] = {
    MONTH: names_month,
    YEAR: re.compile(r"(?:19|20)\d\d").search,
    FINANCIAL_YEAR: _PAIR.search,
    "(?P<number>": _PAIR.search,
}
"""Part of a form → what every text with that form holds, quicker to look for than the form."""


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to print a date; `read` gives its value, None for what is no date after all."""

    precision: str
    pattern: re.Pattern[str]
    signs: frozenset[Callable[[str], object]]
    read: Callable[[re.Match[str]], str | None]


def _form(precision: str, form: str, read: Callable[[re.Match[str]], str | None]) -> _Form:
    signs = frozenset(sign for part, sign in _SIGNS.items() if part in form)
    return _Form(precision, re.compile(form, re.IGNORECASE), signs, read)


_READERS = tuple(_form(*form) for form in _FORMS)
_READERS_MONTHS_FIRST = tuple(
    replace(form, read=_read_months_first) if form.pattern.pattern == _NUMERIC_DAY else form
    for form in _READERS
)
_ALL_SIGNS = frozenset(_SIGNS.values())


_MONTHS_FIRST: ContextVar[bool] = ContextVar("months_first", default=False)


@contextmanager
def dates_ordered_as_in(texts: Iterable[str]) -> Iterator[None]:
    """Within, numeric dates are read months first where the texts prove that they are so printed.

    They do by a date that can be nothing else, 05/23/2024, and none that is days first.
    """
    slashed = (text for text in texts if "/" in text)
    orders = {found["months"] is None for text in slashed for found in _ORDERED.finditer(text)}
    before = _MONTHS_FIRST.set(orders == {False})
    try:
        yield
    finally:
        _MONTHS_FIRST.reset(before)


def find_dates(text: str) -> tuple[PrintedDate, ...]:
    """Every date printed in full in `text`, in order; none overlaps another.

    Days come before months in numeric dates, save within `dates_ordered_as_in`.
    """
    return _find_dates(text, _MONTHS_FIRST.get())


@lru_cache(maxsize=1024)
def _find_dates(text: str, months_first: bool) -> tuple[PrintedDate, ...]:
    if not _DIGIT.search(text):
        return ()
    found: list[PrintedDate] = []
    readers = _READERS_MONTHS_FIRST if months_first else _READERS
    for candidate in sorted(_candidates(text, readers), key=lambda d: (d.start, -d.end)):
        if not found or candidate.start >= found[-1].end:
            found.append(candidate)
    return tuple(found)


def _candidates(text: str, readers: Iterable[_Form]) -> Iterator[PrintedDate]:
    missing = {sign for sign in _ALL_SIGNS if not sign(text)}
    for form in readers:
        if form.signs.isdisjoint(missing):
            for match in form.pattern.finditer(text):
                if (value := form.read(match)) is not None:
                    yield PrintedDate(value, form.precision, match.start(), match.end())
