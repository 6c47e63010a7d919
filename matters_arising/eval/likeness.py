"""Whether two texts say the same, whatever their case, spacing, quotation marks or dashes."""

import re
from difflib import SequenceMatcher

_TYPESET = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_ORDINAL = re.compile(r"(?<=\d) (?=(?:st|nd|rd|th)\b)")
_WORD = re.compile(r"[a-z0-9%£]+")


def fold(text: str | None) -> str:
    """A text in lower case, plainly quoted and single-spaced; "1 st" is read as "1st"."""
    plain = (text or "").lower().translate(_TYPESET)
    return _ORDINAL.sub("", " ".join(plain.split()))


def words_of(text: str | None) -> list[str]:
    """The words and figures of a text in order, with £ and % and no other punctuation."""
    return _WORD.findall(fold(text))


def bare(text: str | None) -> str:
    """The letters and figures of a text and nothing between them."""
    return "".join(words_of(text))


def alike(one: str | None, other: str | None, *, at: float = 0.95) -> bool:
    """Whether at least the share `at` of two texts agrees; two empty texts do."""
    one, other = bare(one), bare(other)
    if one == other:
        return True
    return bool(one and other) and SequenceMatcher(None, one, other, autojunk=False).ratio() >= at


def holds(whole: str | None, part: str | None) -> bool:
    """Whether `part`, which is not empty, stands in `whole`."""
    return bool(bare(part)) and bare(part) in bare(whole)
