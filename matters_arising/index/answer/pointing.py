"""Whether a sentence speaks of what the one before it named."""

import re

FEW_WORDS = 8
"""A sentence of no more words than this is of what stands before it."""

FIRST_WORDS = 8
"""A pronoun among so many first words is of what stands before; a later one seldom is."""

_POINTS = re.compile(
    r"\b(?:its?|they|their|them|both|which|these|those|such"
    r"|this(?! (?:year|quarter|month|week|time|period|meeting|report|day|term)\b))\b",
    re.I,
)
_SUMS_UP = re.compile(
    r"\b(?:therefore|overall|in total|the total"
    r"|the (?:two|three|four|same|latter|former|above))\b",
    re.I,
)
_EMPTY = re.compile(r"\bit (?:is|was|has been|had been) \w+ed\b|\bthat\b", re.I)


def points_back(sentence: str) -> bool:
    """Whether a sentence speaks of what was named before: "Keeping it empty costs more"."""
    words = _EMPTY.sub(" ", sentence).split()
    first = " ".join(words[:FIRST_WORDS])
    return (
        len(words) <= FEW_WORDS
        or _POINTS.search(first) is not None
        or _SUMS_UP.search(sentence) is not None
    )
