"""A column that tells who is charged with an action and by when in one: "Who / when"."""

import re
from collections.abc import Iterator

from matters_arising.extract.phrase.date import find_dates
from matters_arising.extract.phrase.due import read_due
from matters_arising.extract.phrase.lexicon import lexicon
from matters_arising.extract.table.header import plain_words

_WHO = lexicon("who whom lead owner owners officer responsible responsibility accountable")
_WHEN = lexicon("when date dates deadline timescale timescales due")
_PAST = lexicon("raised added logged reported agreed identified opened")
"""Words of a day that has been: "Date raised by officer"."""

_PART = re.compile(r"[–—;,()]|\s-\s|-$|^-|\bby\b", re.I)


def names_both(heading: str) -> bool:
    """Whether a heading asks for whoever is to act and for the day: "Lead and deadline"."""
    words = frozenset(plain_words(heading))
    return bool(words & _WHO) and bool(words & _WHEN) and not words & _PAST


def names_beside_time(text: str) -> str:
    """What a cell under such a heading says besides the time, line by line."""
    return "\n".join(filter(None, (", ".join(_names(line)) for line in text.split("\n"))))


def _names(line: str) -> Iterator[str]:
    for date in reversed(find_dates(line)):
        line = f"{line[: date.start]}–{line[date.end :]}"
    for part in _PART.split(line):
        if part.strip(" .:") and read_due(part).precision is None:
            yield part.strip(" .:")
