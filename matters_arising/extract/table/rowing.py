"""Where the rows of a table without rules begin: by white space, keys and fresh starts."""

from collections.abc import Sequence
from itertools import pairwise

from matters_arising.extract.table.gutter import Region
from matters_arising.extract.table.mark import FIGURE, REF
from matters_arising.extract.table.strip import Piece, Strip

TIGHTEST = 1.35
"""Lines of one cell stand no further apart than this many times their size."""

SET_APART = 1.15
"""Lines further apart than this many times the usual step have a row's padding between."""

SHORT_CELLS = 0.7
"""A column with fewer lines than this share of the fullest one's holds no long text."""

FEWEST_PARTS = 4
"""Where borders cut a table into so many parts, each part is a row."""

Rows = list[list[int]]


def split_rows(region: Region, borders: Sequence[float]) -> Rows:
    """The strips of each row, by their position in the region.

    `borders` are heights at which rules or the edges of shading stand: no row crosses them,
    and where they part the body themselves nothing else parts it but a ref. Lines of text
    that follow the table are left out.
    """
    parts = _between(region, borders)
    keyed = _is_keyed(region, parts)
    cuts = sum(_is_cut(region, index, borders) for index in range(1, len(region.strips)))
    bordered = cuts + 1 >= FEWEST_PARTS
    rows: Rows = []
    for part in parts:
        whole = bordered and part is not parts[-1]
        groups = [part] if whole else _groups(region, part)
        if part is parts[-1]:
            groups = _without_rest(region, groups, max(borders, default=0.0))
        rows += _joined(region, groups, keyed=keyed, first=not rows)
    tight = not bordered and len(rows) <= 2 < sum(map(len, rows))
    split = _split_tight if tight else _split_at_keys
    return [row for group in rows for row in split(region, group, keyed=keyed)]


def _joined(region: Region, groups: Rows, *, keyed: bool, first: bool) -> Rows:
    """Groups of lines joined where one is but the next paragraph of the one above."""
    rows: Rows = []
    short = _short_columns(region)
    for group in groups:
        under_header = first and len(rows) == 1 and _ends_header(region, rows[0][-1], group[0])
        if not rows or under_header or _is_row(region, group, short, keyed=keyed):
            rows.append(list(group))
        else:
            rows[-1] += group
    return rows


def _without_rest(region: Region, groups: Rows, bottom: float) -> Rows:
    """The groups without those at the end, below any border, that only begin at the left.

    The next paragraph of a first cell is closer to it than row is to row.
    """
    steps = [0.0, *(_step(region, upper[-1], lower[0]) for upper, lower in pairwise(groups))]
    usual = min(steps[1:], default=0.0)
    kept = list(groups)
    while kept and region.strips[kept[-1][0]].top >= bottom and (len(kept) > 1 or bottom):
        last = kept[-1]
        if last[-1] + 1 == len(region.strips) and last[-1] in region.spanning:
            break  # it heads the part that the next page holds
        filled = frozenset[int]().union(*(region.filled(index) for index in last))
        bold = all(region.strips[index].bold for index in last)
        apart = bold or len(kept) == 1 or steps[len(kept) - 1] >= SET_APART * usual
        if not region.spanning & set(last) and (filled != {0} or not apart):
            break
        kept.pop()
    return kept


def _step(region: Region, upper: int, lower: int) -> float:
    return region.strips[lower].bottom - region.strips[upper].bottom


def _between(region: Region, borders: Sequence[float]) -> Rows:
    """Strips parted wherever a border stands between two of them, or about a banner."""
    parts: Rows = [[0]]
    for index in range(1, len(region.strips)):
        parted = _is_cut(region, index, borders)
        if parted or index in region.spanning or index - 1 in region.spanning:
            parts.append([])
        parts[-1].append(index)
    return parts


def _is_cut(region: Region, index: int, borders: Sequence[float]) -> bool:
    """Whether a border stands between a strip and the one above it."""
    upper, lower = region.strips[index - 1], region.strips[index]
    parted = any(upper.middle < border < lower.middle for border in borders)
    return parted and not _same_line(upper, lower)


def _same_line(upper: Strip, lower: Strip) -> bool:
    return lower.bottom - upper.bottom < 0.5 * lower.size


def _is_keyed(region: Region, parts: Rows) -> bool:
    """Whether the first column names the rows by refs."""
    keys = [piece.text for part in parts for i in part if (piece := _key(region, i)) is not None]
    return sum(bool(REF.match(key)) for key in keys) * 2 > max(len(keys) - 1, 1)


def _key(region: Region, index: int) -> Piece | None:
    if index in region.spanning:
        return None
    return next((piece for first, _, piece in region.places(index) if first == 0), None)


def _groups(region: Region, part: Sequence[int]) -> Rows:
    """Strips that stand as close as the lines of one cell."""
    steps = _steps(region)
    sizes = max(strip.size for strip in region.strips)
    tight = min([*steps, TIGHTEST * sizes])
    groups: Rows = [[part[0]]]
    for upper, lower in pairwise(part):
        if _step(region, upper, lower) > SET_APART * tight:
            groups.append([])
        groups[-1].append(lower)
    return groups


def _steps(region: Region) -> list[float]:
    return [
        lower.bottom - upper.bottom
        for upper, lower in pairwise(region.strips)
        if lower.bottom - upper.bottom >= 0.9 * lower.size
    ]


def _is_row(region: Region, group: Sequence[int], short: frozenset[int], *, keyed: bool) -> bool:
    """Whether lines set apart from those above are a row, not a cell's next paragraph.

    `short` are the columns that hold no long text.
    """
    if any(index in region.spanning for index in group):
        return True
    filled = frozenset[int]().union(*(region.filled(index) for index in group))
    keys = [key for index in group if (key := _key(region, index)) is not None]
    if not keys:
        return len(region.filled(group[0])) >= 2 and filled <= short
    if keyed:
        return len(filled) > 1 or any(REF.match(key.text) for key in keys)
    if len(filled) < 2:
        return all(key.bold for key in keys)
    return bool(filled & short - {0}) or len(filled) >= 0.6 * len(region.spans)


def _short_columns(region: Region) -> frozenset[int]:
    """The columns that hold no long text; all of them where none does."""
    counts = [0] * len(region.spans)
    for index in range(len(region.strips)):
        if index not in region.spanning:
            for column in region.filled(index):
                counts[column] += 1
    fullest = max(counts)
    short = frozenset(i for i, count in enumerate(counts) if count <= SHORT_CELLS * fullest)
    return short or frozenset(range(len(counts)))


def _split_at_keys(region: Region, row: Sequence[int], *, keyed: bool) -> Rows:
    """A row cut where a second ref begins a second row, or a figure stands under another."""
    rows: Rows = [[row[0]]]
    held = keyed and _is_ref(region, row[0])
    for upper, lower in pairwise(row):
        named = keyed and _is_ref(region, lower)
        headed = upper == 0 and _ends_header(region, upper, lower)
        if (named and held) or headed or _stacks_figures(region, upper, lower):
            rows.append([])
        held = held or named
        rows[-1].append(lower)
    return rows


def _is_ref(region: Region, index: int) -> bool:
    key = _key(region, index)
    return key is not None and bool(REF.match(key.text))


def _stacks_figures(region: Region, upper: int, lower: int) -> bool:
    """Whether a figure stands under a figure, beside a key of its own: figures do not wrap."""
    if _key(region, lower) is None or upper in region.spanning:
        return False
    above = {first for first, _, piece in region.places(upper) if FIGURE.match(piece.text)}
    return any(
        first in above and first and FIGURE.match(piece.text)
        for first, _, piece in region.places(lower)
    )


def _split_tight(region: Region, group: Sequence[int], *, keyed: bool) -> Rows:
    """Rows without padding between them, told by what starts afresh."""
    rows: Rows = [[group[0]]]
    for upper, lower in pairwise(group):
        if _ends_header(region, upper, lower) or _starts_afresh(region, upper, lower, keyed=keyed):
            rows.append([])
        rows[-1].append(lower)
    return rows


def _ends_header(region: Region, upper: int, lower: int) -> bool:
    return region.strips[upper].bold and not region.strips[lower].bold


def _starts_afresh(region: Region, upper: int, lower: int, *, keyed: bool) -> bool:
    """Whether a line is no continuation of the one above, by its ref or where that one ended."""
    if _key(region, lower) is None or lower in region.spanning or upper in region.spanning:
        return upper in region.spanning
    if keyed:
        return _is_ref(region, lower)
    above = {first: piece for first, _, piece in region.places(upper)}
    below = {first: piece for first, _, piece in region.places(lower)}
    if len(below) < max(2.0, 0.6 * len(region.spans)):
        return False
    shared = above.keys() & below.keys()
    space = 0.3 * region.strips[lower].size
    ended = [above[i].x1 + space + below[i].opening < region.spans[i].x1 for i in shared]
    return _stacks_figures(region, upper, lower) or sum(ended) * 2 >= len(ended)
