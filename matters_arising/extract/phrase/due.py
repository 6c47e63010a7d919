"""When an action is due, from the words of its due cell."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from matters_arising.extract.phrase.date import PrintedDate, find_dates


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
    r"\b(?:asa?p|a\.s\.a\.p|as soon as (?:possible|practicable)|immediate(?:ly)?)\b", re.IGNORECASE
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
    r"|\bend of (?:the |this )?(?:\w+ )?(?:month|term|quarter|year|financial year)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\bwithin (?P<number>\d+) (?P<unit>day|week)s? (?:of|from|after) (?P<anchor>.*)$",
    re.IGNORECASE,
)
_THIS_PAPER = re.compile(
    r"^(?:the )?(?:date of )?(?:this|the) (?:meeting|report|paper|plan)\b", re.IGNORECASE
)
_DAYS = {"day": 1, "week": 7}
_LAST_MONTH_OF_QUARTER = {"1": "06", "2": "09", "3": "12", "4": "03"}


def read_due(text: str | None, *, paper_date: str | None = None) -> Due:
    """What the due cell says; nothing is taken from a date that it does not state.

    `paper_date` anchors "within 20 days of this meeting", where it is a day.
    """
    if text is None or not text.strip():
        return Due(None, None, None)
    kept, words = text.strip(), " ".join(text.split())
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
    reach = timedelta(days=int(within["number"]) * _DAYS[within["unit"].lower()])
    return (date.fromisoformat(start) + reach).isoformat()


def _is_open_ended(words: str, dates: list[PrintedDate]) -> bool:
    """Ongoing without an end: a date beside it says when it starts or what it looks at."""
    return bool(_ONGOING.search(words)) and not any(_ENDS.search(words[: d.start]) for d in dates)


def _undated_precision(words: str) -> str | None:
    for precision, pattern in (("asap", _ASAP), ("recurring", _RECURRING), ("relative", _RELATIVE)):
        if pattern.search(words):
            return precision
    return None
