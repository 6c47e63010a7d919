"""Which pieces of tables follow each other: notes under a table stand between no two of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from matters_arising.extract.reader.word import Line
from matters_arising.extract.table.fragment import Fragment

SMALLER = 0.95
"""Notes are set smaller than this share of the table's type."""

FURTHEST = 3.0
"""The first note stands no further below the table than this many times its own size."""

MARKED = re.compile(
    r"[*†‡§¶¹²³⁴-⁹#^]|\(?\d{1,2}[.)]?\s|\(?[a-z][.)]\s|\[\w\]|(?:Notes?|Source|Key)\b[ :]"
)
"""What the first of the notes opens with."""


def chain_fragments(items: Iterable[Line | Fragment]) -> Iterator[tuple[Fragment, bool]]:
    """Fragments, each with whether nothing but notes stands between it and the one before."""
    previous: Fragment | None = None
    between: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            between.append(item)
            continue
        yield item, previous is not None and (not between or _are_notes(between, previous))
        previous, between = item, []


def _are_notes(lines: Sequence[Line], above: Fragment) -> bool:
    """Whether the lines that follow a fragment are notes on it, and no text of the paper."""
    if not lines or not MARKED.match(lines[0].text):
        return False
    sizes = [line.size for row in above.rows for cell in row.filled for line in cell.lines]
    largest = SMALLER * median(sizes)
    near = lines[0].box[1] - above.box[3] <= FURTHEST * lines[0].size
    return near and all(line.page == above.page and line.size < largest for line in lines)
