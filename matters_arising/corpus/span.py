"""From a date as precise as the paper to the first and last day it may mean."""

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache

_CALENDAR = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
_FINANCIAL = re.compile(r"(\d{4})/\d\d(?:-Q([1-4]))?")

_MONTHS_A_QUARTER = 3
_FINANCIAL_YEAR_BEGINS = 4
"""April: quarters of a council's financial year count from here."""


@dataclass(frozen=True, slots=True)
class Span:
    """Two ISO days, first and last, both inside."""

    first: str
    last: str


@lru_cache(maxsize=4_000)
def date_span(text: str | None) -> Span | None:
    """The days that a date of the contract covers; None where it is none.

    Takes `2020-09-01`, `2025-03`, `2025`, `2016/17`, `2016/17-Q3` and `A..B`.
    """
    if text is None:
        return None
    start, dots, end = text.partition("..")
    first, last = _single_span(start), _single_span(end if dots else start)
    return Span(first.first, last.last) if first and last else None


def _single_span(text: str) -> Span | None:
    if match := _CALENDAR.fullmatch(text):
        return _calendar_span(*match.groups())
    if match := _FINANCIAL.fullmatch(text):
        return _financial_span(int(match[1]), match[2])
    return None


def _calendar_span(year: str, month: str | None, day: str | None) -> Span:
    if month is None:
        return Span(f"{year}-01-01", f"{year}-12-31")
    if day is None:
        return _month_span(int(year), int(month), 1)
    return Span(f"{year}-{month}-{day}", f"{year}-{month}-{day}")


def _financial_span(year: int, quarter: str | None) -> Span:
    if quarter is None:
        return _month_span(year, _FINANCIAL_YEAR_BEGINS, 12)
    begins = _FINANCIAL_YEAR_BEGINS + _MONTHS_A_QUARTER * (int(quarter) - 1)
    return _month_span(year, begins, _MONTHS_A_QUARTER)


def _month_span(year: int, month: int, months: int) -> Span:
    """The span of `months` from a month that may be counted past December."""
    first_year, first_month = _wrap(year, month)
    last_year, last_month = _wrap(year, month + months - 1)
    last_day = monthrange(last_year, last_month)[1]
    return Span(
        f"{first_year:04}-{first_month:02}-01", f"{last_year:04}-{last_month:02}-{last_day}"
    )


def _wrap(year: int, month: int) -> tuple[int, int]:
    return year + (month - 1) // 12, (month - 1) % 12 + 1
