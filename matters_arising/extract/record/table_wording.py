"""What the words round a table's figures say: caption, headings, labels, the time in them."""

import re
from collections.abc import Iterable

from matters_arising.extract.phrase.column_time import column_time
from matters_arising.extract.phrase.date import MONTH, month_number
from matters_arising.extract.phrase.number import CURRENCIES
from matters_arising.extract.phrase.period import Calendar, Period, find_periods

_UNITS = (
    ("percent", re.compile(r"%|per\s?cent|percentage", re.IGNORECASE)),
    *((unit, re.compile(re.escape(sign))) for sign, unit in CURRENCIES.items()),
    ("per_person", re.compile(r"\bcase-?loads?\b", re.IGNORECASE)),
    ("posts", re.compile(r"\bfte\b|\bposts\b", re.IGNORECASE)),
    ("days", re.compile(r"\b(?:average|number of|no\. of)\b.*\bdays\b", re.IGNORECASE)),
    ("weeks", re.compile(r"\b(?:average|number of|no\. of)\b.*\bweeks\b", re.IGNORECASE)),
    *(
        (unit, re.compile(rf"^(?:(?:working|calendar|school) )?{unit}\b", re.IGNORECASE))
        for unit in ("days", "weeks", "months", "hours")
    ),
)
_SCALE = re.compile(
    r"(?:[£$€]\s?|\((?:in )?[£$€]?)(?P<scale>['’]?000s?|k|thousands?|m|millions?|bn)(?=\)|\s|$)",
    re.IGNORECASE,
)
_BRACKETED_MONEY = re.compile(r"\((?:[\w, ]+ )?(?P<sign>[£$€])(?:['’]?\d*\w*)\)")
_SCALES = {
    **dict.fromkeys(("000", "000s", "k", "thousand", "thousands"), 1e3),
    **dict.fromkeys(("m", "million", "millions"), 1e6),
    "bn": 1e9,
}
_SHORT_YEAR = re.compile(r"(?<!\d)(?:20)?(\d\d)\s?[/-]\s?(\d\d)(?!\d)")
_BARE_MONTH = re.compile(MONTH, re.IGNORECASE)
_ONLY_PERIOD = re.compile(
    r"^[\s:,.()–-]*(?:in|for|during|as (?:of|at)|from|to|the)?[\s:,.()–-]*$",
    re.IGNORECASE,
)
_CAPTION_NOISE = re.compile(
    r"\b(?:over|in|during) the past year\b"
    r"|\b(?:has|have|was|were|is|are)(?: been)?(?: as follows| below)?\W*$"
    r"|\bthe reasons were\W*$|\bas follows\W*$|\([^)]*\)|^(?:the )?(?:table|figures?)(?: \d+)?"
    r"(?: (?:below|above))? (?:shows?|for)\b|^\W*in respect of\b|^the\b"
    r"|\bfrom\s*(?:to)?\s*(?=the\b|$)",
    re.IGNORECASE,
)
_APRIL = 4
"""The month with which a financial year begins."""
_LONGEST_CAPTION = 14
"""A caption of more words than this is a sentence of its own, and words no measure."""


def years_named(text: str) -> tuple[str, ...]:
    """The financial years that a text names: "2023/24"."""
    return tuple(
        f"20{first}/{following}"
        for first, following in _SHORT_YEAR.findall(text)
        if int(following) == (int(first) + 1) % 100
    )


def year_of(cell: str) -> str | None:
    """The financial year that a cell holds and nothing else."""
    years = years_named(cell)
    return years[0] if years and _SHORT_YEAR.fullmatch(cell.strip()) else None


def undated(heading: str) -> str:
    """A heading without the year in it: what it shares with that of another year."""
    return " ".join(re.sub(r"\([^)]*\)", " ", _SHORT_YEAR.sub(" ", heading)).lower().split())


def time_of(column: str, year: str | None, calendar: Calendar) -> Period | None:
    """What a column's heading and a row's year come to together."""
    month = _BARE_MONTH.fullmatch(column)
    if month is not None:
        number = month_number(month["month"])
        value = calendar.month(number) if year is None else _month_of_year(year, number)
        return Period(column, value, 0, 0)
    heading_year = year_of(column)
    if not heading_year and (months := column_time(column, calendar)):
        return months
    if heading_year or year:
        return Period(heading_year or year or "", heading_year or year, 0, 0)
    return period_in(column, calendar)


def _month_of_year(year: str, number: int) -> str:
    first = int(year[:4])
    return f"{first if number >= _APRIL else first + 1}-{number:02}"


def period_in(text: str, calendar: Calendar) -> Period | None:
    """The last period that a text names and the calendar can place."""
    periods = [period for period in find_periods(text, calendar) if period.value]
    return periods[-1] if periods else None


def wording(caption: str, column: str, label: str, calendar: Calendar) -> str:
    """Caption, column and row as one wording, times left out."""
    parts = []
    for text in (caption, column, label):
        words = _without_periods(text, calendar)
        is_time = bool(_BARE_MONTH.fullmatch(words)) or bool(year_of(words))
        if words and not is_time and len(words.split()) <= _LONGEST_CAPTION:
            parts.append(words)
    return ": ".join(dict.fromkeys(parts))


def _without_periods(text: str, calendar: Calendar) -> str:
    months = column_time(text, calendar)
    for period in (months,) if months else reversed(find_periods(text, calendar)):
        text = text[: period.start] + text[period.end :]
    words = " ".join(_SHORT_YEAR.sub("", text).split())
    while (shorter := _CAPTION_NOISE.sub(" ", words).strip(" ,:;.–-")) != words:
        words = " ".join(shorter.split())
    return "" if _ONLY_PERIOD.match(words) else words


def scale_named(words: str) -> float:
    """What a table's figures are to be multiplied by: "£000", "(thousands)"."""
    found = _SCALE.search(words)
    return 1.0 if found is None else _SCALES[found["scale"].lower().lstrip("'’")]


def unit_named(texts: Iterable[str], caption: str = "") -> str:
    """The unit that the first of the texts to name one names, be it in brackets.

    Where none does it is that of money, if the caption has its sign in brackets: "(£m)".
    """
    money = (found["sign"] for found in _BRACKETED_MONEY.finditer(caption))
    return next(
        (unit for text in (*texts, *money) for unit, pattern in _UNITS if pattern.search(text)),
        "count",
    )
