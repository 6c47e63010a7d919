"""A time of day as a kind of fact: that of an end, of a beginning, or any."""

import re

from matters_arising.extract.phrase.date import find_dates
from matters_arising.index.answer.fact_kind import Fact, kind
from matters_arising.index.answer.sign import Sign
from matters_arising.index.question.clock import BEGINS, CLOCK, CLOCK_ASKED, ENDS

_ENDED = re.compile(
    rf"{ENDS}.{{0,40}}?(?:{CLOCK})|(?<=[\dm])\s?(?:[–—-]|to|until)\s?(?:{CLOCK})", re.I
)
"""An end with its time, as a verb or the second half of a span tells it."""

_NEXT = re.compile(r"\bnext (?:\w+ )?(?:meeting|session)\b|\bdates? of (?:future|next)\b", re.I)
_ANY = re.compile(CLOCK, re.I)
_BEGUN = re.compile(rf"{BEGINS}.{{0,40}}?(?:{CLOCK})|^\W*(?:time\W+)?(?:{CLOCK})", re.I)
"""A beginning with its time, or a time that leads its line, as under the name of a meeting."""


def tells_end(text: str) -> bool:
    """Whether a text tells at what time of day something ended: "closed at 7.12 pm"."""
    return _ENDED.search(text) is not None


def tells_start(text: str) -> bool:
    """Whether a text tells at what time of day something began, or when a day's meeting was."""
    begun = _BEGUN.search(text) is not None or bool(find_dates(text))
    return begun and tells_clock(text)


def tells_clock(text: str) -> bool:
    """Whether a text tells a time of day that is no end and not that of the next meeting."""
    return not _NEXT.search(text) and _ANY.search(_ENDED.sub(" ", text)) is not None


def _time_of_day(also: str, given: Sign) -> Fact:
    asked = rf"(?=.*(?:{CLOCK_ASKED.pattern})).*(?:{also})"
    return kind("a time of day", asked, given, rf"time|{BEGINS}|{ENDS}", measured=True)


CLOCK_KINDS = (
    _time_of_day(ENDS, tells_end),
    _time_of_day(BEGINS, tells_start),
    _time_of_day("", tells_clock),
)
"""The most particular first."""
