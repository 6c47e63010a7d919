"""Whether a piece of evidence can speak of the time that a question names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from matters_arising.corpus.span import date_span
from matters_arising.index.question.time import AskedTime, find_times

TOLD_WITHIN = 15
"""Months after a time within which papers still report on it: a year and its last quarter."""

TOLD_SOON = 5
"""The same for the figures of a month, a season or a quarter, which are overtaken."""

JUST_ENDED = 5
"""Months after a quarter within which a report calls it its own."""

_OWN_QUARTER = re.compile(r"\b(?:this|the) quarter\b", re.I)
_SEASON = re.compile(r"\b(spring|summer|autumn|winter)\b", re.I)
_SEASON_ENDS = {"spring": "06", "summer": "08", "autumn": "12", "winter": "12"}
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


def may_report(times: Iterable[AskedTime], text: str, date: str | None) -> bool:
    """Whether a figure in a text of a report of that date can be of one of the times.

    The text prints the time; or prints none that is another, and the report came out in the
    time asked about or soon enough after it. Yes where no time with a year is asked about.
    """
    asked = [time for time in times if time.value]
    return not asked or any(_prints(time, text, date) or _soon(time, date) for time in asked)


def _prints(time: AskedTime, text: str, date: str | None) -> bool:
    """Whether the text has each piece of the time, its year maybe only in the report's date."""
    if time.month is None and time.quarter is None and not _SEASON.search(time.text):
        return time.fit(text, None) == 1.0
    return time.fit(text, date) == 1.0 and time.fit(text, None) > 0.0


def _soon(time: AskedTime, date: str | None) -> bool:
    """Whether a report of that date came out in the time or soon enough after its end."""
    asked, told = date_span(time.value), date_span(date)
    if asked is None or told is None:
        return True
    season = _SEASON.search(time.text)
    last = f"{asked.last[:4]}-{_SEASON_ENDS[season[1].lower()]}" if season else asked.last
    short = season or time.month is not None or time.quarter is not None
    within = TOLD_SOON if short else TOLD_WITHIN
    return told.last >= asked.first and _months(last, told.first) <= within


def _months(first: str, last: str) -> int:
    """Whole months from one ISO day to another; negative where it comes before."""
    years = int(last[:4]) - int(first[:4])
    return 12 * years + int(last[5:7]) - int(first[5:7])


def is_of_another(times: Iterable[AskedTime], text: str, date: str | None = None) -> bool:
    """Whether a text prints times, and none of those asked about is among them.

    A month without a year is the last or the next one of that name, seen from the report's
    `date`.
    """
    asked = tuple(times)
    printed = find_times(text) if asked else ()
    read = [one for time in printed for one in _with_year(time, date)]
    return bool(printed) and not any(_may_be(one, other) for one in asked for other in read)


def _with_year(time: AskedTime, date: str | None) -> Iterator[AskedTime]:
    """A bare month with the years it may be of; any other time as it is."""
    told = date_span(date)
    if time.value or time.month is None or told is None:
        yield time
        return
    last = int(told.last[:4]) - (time.month > int(told.last[5:7]))
    for year in (last, last + 1):
        yield replace(time, value=f"{year}-{time.month:02}")


def _may_be(asked: AskedTime, printed: AskedTime) -> bool:
    """Whether the two times may be or overlap each other, as far as they are named."""
    one, other = date_span(asked.value), date_span(printed.value)
    if one and other:
        return one.first <= other.last and other.first <= one.last
    return _same(asked.month, printed.month) and _same(asked.quarter, printed.quarter)


def _same(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other
