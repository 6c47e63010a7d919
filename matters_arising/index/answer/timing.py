"""Whether a piece of evidence can speak of the time that a question names."""

import re
from collections.abc import Iterable

from matters_arising.corpus.span import date_span
from matters_arising.index.question.time import AskedTime, find_times

TOLD_WITHIN = 15
"""Months after a time within which papers still report on it: a year and its last quarter."""

JUST_ENDED = 5
"""Months after a quarter within which a report calls it its own."""

_OWN_QUARTER = re.compile(r"\b(?:this|the) quarter\b", re.I)
_ORDINALS = ("first", "second", "third", "fourth")


def speaks_of(times: Iterable[AskedTime], text: str, date: str | None, *, meeting: bool) -> bool:
    """Whether a text of a report of that date can speak of one of the times; yes for no times.

    `meeting` says that a day or month in the question is a meeting's: then no other will do.
    """
    asked = tuple(times)
    return not asked or any(_speaks(time, text, date, meeting=meeting) for time in asked)


def _speaks(time: AskedTime, text: str, date: str | None, *, meeting: bool) -> bool:
    if time.quarter is not None and not _is_of_quarter(time, text, date):
        return False
    if meeting and time.month is not None:
        of_day = time.day is None or _of_day(time, date) or str(time.day) in text
        return time.fit(text, date) == 1.0 and of_day
    return _reports_on(time, text, date)


def _is_of_quarter(time: AskedTime, text: str, date: str | None) -> bool:
    """The text prints the quarter, or speaks of the one that had just ended as its own."""
    ordinal = _ORDINALS[(time.quarter or 1) - 1]
    if re.search(rf"\bq(?:uarter|tr)?\.?\s?{time.quarter}\b|\b{ordinal} quarter\b", text, re.I):
        return True
    asked, told = date_span(time.value), date_span(date)
    just_ended = asked and told and 1 <= _months(asked.last, told.first) <= JUST_ENDED
    return bool(just_ended) and _OWN_QUARTER.search(text) is not None


def _of_day(time: AskedTime, date: str | None) -> bool:
    return (date or "")[5:] == f"{time.month:02}-{time.day:02}"


def _reports_on(time: AskedTime, text: str, date: str | None) -> bool:
    """The text prints the time or a year of it, or its report came out in it or soon after."""
    asked = date_span(time.value)
    if asked is None or time.fit(text, date) == 1.0 or any(year in text for year in time.years):
        return True
    told = date_span(date)
    return told is not None and 0 <= _months(asked.first, told.last) <= TOLD_WITHIN + _months(
        asked.first, asked.last
    )


def _months(first: str, last: str) -> int:
    """Whole months from one ISO day to another; negative where it comes before."""
    years = int(last[:4]) - int(first[:4])
    return 12 * years + int(last[5:7]) - int(first[5:7])


def is_of_another(times: Iterable[AskedTime], text: str) -> bool:
    """Whether a text prints times, and none of those asked about is among them."""
    asked, printed = tuple(times), find_times(text)
    return bool(asked and printed) and not any(
        _may_be(one, other) for one in asked for other in printed
    )


def _may_be(asked: AskedTime, printed: AskedTime) -> bool:
    """Whether the two times may be or overlap each other, as far as they are named."""
    one, other = date_span(asked.value), date_span(printed.value)
    if one and other:
        return one.first <= other.last and other.first <= one.last
    return _same(asked.month, printed.month) and _same(asked.quarter, printed.quarter)


def _same(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other
