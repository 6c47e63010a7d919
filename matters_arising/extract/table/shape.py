"""What a column's values look like, whatever its heading says."""

import re
from collections.abc import Callable, Sequence
from statistics import median

from matters_arising.corpus.layout import Cell
from matters_arising.extract.phrase.due import read_due
from matters_arising.extract.phrase.owner import names_owners
from matters_arising.extract.phrase.status import is_mark

FITTING = 0.6
"""Share of a column's filled cells that must look alike."""

LONGEST_DUE = 10
"""Words in a cell beyond which a date in it is a part of what is told."""

LONGEST_OWNERS = 40
"""Words in a cell beyond which it does more than name owners."""

FEWEST_WORDS = 3
"""Words in the usual cell of a column of prose."""

_LETTERS = re.compile(r"[a-z]{2}", re.IGNORECASE)


def column_shape(cells: Sequence[Cell]) -> str | None:
    """`dates`, `marks` (of a status), `names` (of owners) or `words`; None for anything else.

    Blank cells count only where they are filled with a colour, which is a mark.
    """
    filled = [cell for cell in cells if cell.text.strip() or cell.fill is not None]
    texts = [cell.text for cell in filled if cell.text.strip()]
    if not texts:
        return "marks" if len({cell.fill for cell in filled}) > 1 else None
    for shape, looks_so in _LOOKS:
        if _mostly(looks_so, texts):
            return shape
    usual = median(len(text.split()) for text in texts)
    return "words" if usual >= FEWEST_WORDS and all(map(_LETTERS.search, texts)) else None


def _mostly(looks_so: Callable[[str], bool], texts: Sequence[str]) -> bool:
    """Whether enough of the texts look so; the rest are not looked at once too few can."""
    fitting = len(texts)
    for text in texts:
        fitting -= not looks_so(text)
        if fitting < FITTING * len(texts):
            return False
    return True


def tells_time(cells: Sequence[Cell]) -> bool:
    """Whether any cell says by when, in however many words."""
    return any(read_due(cell.text).precision is not None for cell in cells)


def _are_owners(text: str) -> bool:
    return len(text.split()) <= LONGEST_OWNERS and names_owners(text)


def _is_due(text: str) -> bool:
    return len(text.split()) <= LONGEST_DUE and read_due(text).precision is not None


_LOOKS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("marks", is_mark),
    ("dates", _is_due),
    ("names", _are_owners),
)
