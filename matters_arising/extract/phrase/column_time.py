"""The time that a column's heading states, years in two figures included: "Jan – Mar 24"."""

import re

from matters_arising.extract.phrase.date import MONTH, month_number
from matters_arising.extract.phrase.period import Calendar, Period

_FURTHEST = 10
"""Years between a paper and a column of it: what lies further off is no year."""

_MONTH_NAMED = MONTH.replace("?P<month>", "?P<{}>")
_YEAR = r"['’]?(?P<{}>(?:20)?\d\d)\b"
_TO = r"\s*(?:[-–—/]|to)\s*"
_SPAN = re.compile(
    rf"\b{_MONTH_NAMED.format('first')}(?:\s{_YEAR.format('since')})?{_TO}"
    rf"{_MONTH_NAMED.format('last')}\s?{_YEAR.format('year')}",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    r"\b(?:(?P<number>\d\d?|twelve|three|six)\s?(?:m|mths?|months?)|(?P<quarter>quarter|qtr)"
    rf"|(?P<whole>year))(?:\s(?:ended|ending|up))?\s?(?:to\s)?(?:end\s(?:of\s)?)?"
    rf"{_MONTH_NAMED.format('last')}\s?{_YEAR.format('year')}",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"(?<!\d )\b{_MONTH_NAMED.format('last')}\s?{_YEAR.format('year')}", re.IGNORECASE
)
_NUMBERS = {"three": 3, "six": 6, "twelve": 12}
_MONTHS_OF_QUARTER, _MONTHS_OF_YEAR = 3, 12


def column_time(heading: str, calendar: Calendar) -> Period | None:
    """The months that a heading names with their year; None where it names none.

    Two figures are a year only near the paper's own, so that no paper without a date has one.
    """
    for form in (_SPAN, _UP_TO, _ONE):
        found = form.search(heading)
        if found is not None and (value := _months(found, calendar)) is not None:
            return Period(found.group(), value, *found.span())
    return None


def _months(found: re.Match[str], calendar: Calendar) -> str | None:
    year = _full_year(found["year"], calendar)
    if year is None:
        return None
    last = year * 12 + month_number(found["last"]) - 1
    first = _first_month(found, last, year)
    return _iso(last) if first == last else f"{_iso(first)}..{_iso(last)}"


def _first_month(found: re.Match[str], last: int, year: int) -> int:
    """The month that the heading's months begin with, counted as the last one is."""
    if found.re is _SPAN:
        first = month_number(found["first"]) - 1
        since = 2000 + int(found["since"]) % 100 if found["since"] else year
        return since * 12 + first - (12 if since * 12 + first > last else 0)
    return last - (_length(found) - 1 if found.re is _UP_TO else 0)


def _length(found: re.Match[str]) -> int:
    if found["number"]:
        return _NUMBERS.get(found["number"].lower()) or int(found["number"])
    return _MONTHS_OF_QUARTER if found["quarter"] else _MONTHS_OF_YEAR


def _full_year(printed: str, calendar: Calendar) -> int | None:
    year = int(printed) if len(printed) == len("2024") else 2000 + int(printed)
    if calendar.today is None:
        return None
    return year if abs(year - int(calendar.today[:4])) <= _FURTHEST else None


def _iso(months: int) -> str:
    return f"{months // 12}-{months % 12 + 1:02}"
