"""How wordings begin: what an action is about stands there, and why and how stand at its end."""

from functools import lru_cache

_SHARE = 0.55
FEWEST_WORDS = 3
_NEAR_START, _FAR_START = 1, 3
"""Where the common words begin: a verb may stand before them in the one wording, and in the
other what was put in its place, "Publish" and "Make available to families"."""


@lru_cache(maxsize=50_000)
def has_same_opening(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether most of the shorter wording stands at the start of the other, word after word.

    Both are stems in order; a verb put in place of another does not count.
    """
    starts = [
        (here, there)
        for here in range(min(_FAR_START + 1, len(one)))
        for there in range(min(_FAR_START + 1, len(other)))
        if min(here, there) <= _NEAR_START
    ]
    longest = max((_shared(one[here:], other[there:]) for here, there in starts), default=0)
    return longest >= max(FEWEST_WORDS, _SHARE * min(len(one), len(other)))


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many words two wordings have in common before they part."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (mine, its) in pairs if mine != its), min(len(one), len(other)))
