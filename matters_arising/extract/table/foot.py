"""Where a page's text ends and its foot begins, for tables that no rule closes."""

from collections.abc import Sequence

from matters_arising.extract.reader.stamp import MARK, NAMED_STAMP, PAGE_STAMP
from matters_arising.extract.table.strip import Strip

BAND = 0.12
"""The share of a page's height, at its foot, where page numbers and markings stand."""

EDGE = 0.06
"""The share of a page's height, at its foot, where a line alone is no text."""

APART = 1.35
"""Lines of one cell stand no further apart than this many times their size."""


SMALLER = 0.95
"""A foot beside a page number is set in type smaller than this share of the text's."""


def peel_foot(strips: Sequence[Strip], height: float) -> Sequence[Strip]:
    """The strips of a page so high, from the top down, without its foot."""
    left = len(strips)
    while left > 1 and _is_foot(strips[left - 1], strips[left - 2], height):
        left -= 1
    return strips[:left]


def _is_foot(strip: Strip, above: Strip, height: float) -> bool:
    """Whether a page's last line says that it is no text, or stands alone at the very edge."""
    if strip.middle < height * (1 - BAND):
        return False
    texts = [piece.text for piece in strip.pieces]
    if any(NAMED_STAMP.match(text) or MARK.match(text) for text in texts):
        return True
    apart = strip.bottom - above.bottom > APART * strip.size
    if apart and strip.size < SMALLER * above.size and any(map(PAGE_STAMP.match, texts)):
        return True
    alone = len(texts) == 1 and strip.middle > height * (1 - EDGE)
    return apart and (alone or all(PAGE_STAMP.match(text) for text in texts))
