"""When an action is due, from the words of its due cell."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from matters_arising.extract.phrase.date import MONTH, SEASON, PrintedDate, find_dates


@dataclass(frozen=True, slots=True)
class Due:
    """The due cell's text, and the last day, month or year of obligation it states.

    `date` is ISO 8601 and as precise as printed, None where no date is stated.
    `precision` is the kind of date (day, month, quarter, season, year, financial_year,
    year_range) or, without one, `asap`, `ongoing`, `recurring` or `relative`; None
    where the cell says nothing of the time.
    """

    text: str | None
    date: str | None
    precision: str | None


_NOT_DUE = re.compile(
    r"(?:(?<!be )completed|complete|closed|achieved|done|signed off|approved|launched|held"
    r"|presented|received|updated|implemented|(?:last )?reviewed|was|since"
    r"|(?:original|previous)(?:ly)?(?: date| target)?"
    r"|(?:extended|moved|slipped|deferred|revised|changed) from)"
    r"[\s:(–-]*(?:on|in|at|for)?[\s:(–-]*$",
    re.IGNORECASE,
)
"""What stands before a date that tells of the past, not of the obligation."""

_ONGOING = re.compile(r"\b(?:on-?\s?going|continuous(?:ly)?|continual)\b", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:until|till|up to|to|by|ends?|ending|complet\w+)\W+$", re.IGNORECASE)
_ASAP = re.compile(
    r"\b(?:asa?p|a\.s\.a\.p|as soon as (?:possible|practicable)|at once|immediate(?:ly)?)\b",
    re.IGNORECASE,
)
_RECURRING = re.compile(
    r"\b(?:annual(?:ly)?|year(?:ly)|month(?:ly)|quarterly|(?:bi-?|fort)?(?:week|night)ly|daily"
    r"|termly|half[- ]termly"
    r"|(?:each|every|per) (?:\w+ )?(?:year|quarter|month|week|term|meeting)s?)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\bwithin (?:the (?:next )?)?\w+ (?:working )?(?:day|week|month|year)s?\b"
    r"|\b(?:next|following) (?:\w+ )?(?:meeting|committee|board|term|month|week|quarter|year)\b"
    r"|\bend of (?:the |this )?(?:\w+ )?(?:month|term|quarter|year|financial year)\b"
    rf"|^(?:(?:by|before|in|from|end|mid|early|late|week commencing|w/c|the|of|\d+(?:st|nd|rd|th)?)"
    rf"[\s-]+)*(?:{MONTH}|{SEASON}(?: term| \d)?|q(?:uarter|tr)?\s?\d|year[ -]end)"
    r"(?:\s+\d+(?:st|nd|rd|th)?)?$"
    r"|^\w+ (?:working )?(?:day|week|month|year)s?$",
    re.IGNORECASE,
)
"""A time counted from one that the cell does not state: "next term", "12 May", "Q2"."""
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WITHIN = re.compile(
    rf"\b(?P<number>\d+|{'|'.join(_COUNTS)}) (?:calendar )?(?P<unit>day|week|month)s? "
    r"(?:of|from|after) (?P<anchor>.*)$",
    re.IGNORECASE,
)
_THIS_PAPER = re.compile(
    r"^(?:the )?(?:date of )?(?:this|the) (?:meeting|report|paper|plan)\b", re.IGNORECASE
)
_DAYS = {"day": 1, "week": 7}
_SHORT_YEAR = re.compile(
    rf"\b{MONTH}\s(?P<year>\d\d)\b(?!\s?(?:st|nd|rd|th)\b|[,/.:-]?\s?\d|\s(?:or|and)\s\d)",
    re.IGNORECASE,
)
"""A month and two figures, which in a cell of due dates are its year: "Sept 24"."""
_SHORT_YEARS = re.compile(r"(?P<first>[2-6]\d)\s?/\s?(?P<second>\d\d)")
_BEFORE_PAPER, _AFTER_PAPER = 2, 6
"""Years round the paper's own within which two figures can be the year that an action is due."""
_LAST_MONTH_OF_QUARTER = {"1": "06", "2": "09", "3": "12", "4": "03"}


def read_due(text: str | None, *, paper_date: str | None = None) -> Due:
    """What the due cell says; nothing is taken from a date that it does not state.

    `paper_date` anchors "within 20 days of this meeting", where it is a day.
    """
    if text is None or not text.strip():
        return Due(None, None, None)
    kept, words = text.strip(), _with_whole_years(" ".join(text.split()), paper_date)
    if anchored := _anchored_day(words, paper_date):
        return Due(kept, anchored, "day")
    dates = [d for d in find_dates(words) if not _NOT_DUE.search(words[: d.start])]
    if _is_open_ended(words, dates):
        return Due(kept, None, "ongoing")
    if not dates:
        return Due(kept, None, _undated_precision(words))
    last = max(dates, key=lambda found: _last_moment(found) + "-99")
    return Due(kept, _last_moment(last), last.precision)


def _last_moment(printed: PrintedDate) -> str:
    """The ISO day, month or year in which the printed time ends."""
    years, _, quarter = printed.value.partition("-Q")
    first, slash, _ = years.partition("/")
    if not slash:
        return printed.value
    last = str(int(first) + 1)
    if printed.precision == "financial_year":
        quarter = "4"
    if not quarter:
        return last
    return f"{last if quarter == '4' else first}-{_LAST_MONTH_OF_QUARTER[quarter]}"


def _anchored_day(words: str, paper_date: str | None) -> str | None:
    """The day that "within N days of …" comes to, where the day it counts from is stated."""
    within = _WITHIN.search(words)
    if within is None:
        return None
    days = [d for d in find_dates(within["anchor"]) if d.precision == "day" and d.start == 0]
    start = days[0].value if days else None
    if start is None and _THIS_PAPER.match(within["anchor"]):
        start = paper_date if paper_date and len(paper_date) == len("2020-09-28") else None
    if start is None:
        return None
    number, unit = _count(within["number"]), within["unit"].lower()
    begun = date.fromisoformat(start)
    reached = _months_on(begun, number) if unit == "month" else _days_on(begun, number, unit)
    return reached.isoformat()


def _count(printed: str) -> int:
    return int(printed) if printed.isdigit() else _COUNTS.index(printed.lower()) + 1


def _days_on(begun: date, number: int, unit: str) -> date:
    return begun + timedelta(days=number * _DAYS[unit])


def _months_on(begun: date, number: int) -> date:
    """The same day so many months later, or the last day of a month that has no such day."""
    year, month = divmod(begun.year * 12 + begun.month - 1 + number, 12)
    return date(year, month + 1, min(begun.day, monthrange(year, month + 1)[1]))


def _with_whole_years(words: str, paper_date: str | None) -> str:
    """The words with years in full where two figures can be nothing but a year.

    They must lie round the paper's own: without its date "Sept 24" stays half a date.
    """
    both = _SHORT_YEARS.fullmatch(words)
    if both and int(both["second"]) == int(both["first"]) + 1:
        return f"20{both['first']}/{both['second']}"
    if paper_date is None:
        return words
    about = int(paper_date[:4])

    def write_out(found: re.Match[str]) -> str:
        year = 2000 + int(found["year"])
        near = about - _BEFORE_PAPER <= year <= about + _AFTER_PAPER
        return f"{found['month']} {year}" if near else found.group()

    return _SHORT_YEAR.sub(write_out, words)


def _is_open_ended(words: str, dates: list[PrintedDate]) -> bool:
    """Ongoing without an end: a date beside it says when it starts or what it looks at."""
    return bool(_ONGOING.search(words)) and not any(_ENDS.search(words[: d.start]) for d in dates)


def _undated_precision(words: str) -> str | None:
    for precision, pattern in (("asap", _ASAP), ("recurring", _RECURRING), ("relative", _RELATIVE)):
        if pattern.search(words):
            return precision
    return None
