"""Words that a page's end broke, in prose and in cells: whole again as within a page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from matters_arising.extract.reader.word import Line
from matters_arising.extract.structure.furniture import Furnished
from matters_arising.extract.structure.hyphen import Usage, go_on, read_usage
from matters_arising.extract.table.fragment import Sheet
from matters_arising.extract.table.logical import TableDraft
from matters_arising.extract.table.piece import CellPiece


def mend_over_pages(furnished: Sequence[Furnished], sheets: Sequence[Sheet]) -> list[Furnished]:
    """The pages with every word that runs from one's text to the next one's whole on either."""
    mended, usage = list(furnished), None
    for index, (one, other) in enumerate(pairwise(sheets)):
        upper, lower = _last_line(mended[index], one), _first_line(mended[index + 1], other)
        if upper is None or lower is None or not upper.text.endswith("-"):
            continue
        usage = usage or read_usage(sheets)
        above, below = _part(upper, lower, usage)
        mended[index] = _exchange(mended[index], upper, above)
        mended[index + 1] = _exchange(mended[index + 1], lower, below)
    return mended


def _exchange(page: Furnished, line: Line, whole: Line) -> Furnished:
    return replace(page, text=tuple(whole if found is line else found for found in page.text))


def _last_line(page: Furnished, sheet: Sheet) -> Line | None:
    """The line that a page's text ends with; None where a table ends it."""
    lines = [line for line in page.text if not line.aside]
    last = max(lines, key=lambda line: (line.column, line.baseline), default=None)
    tables = ((fragment.column, fragment.box[3]) for fragment in sheet.fragments)
    ends = last is not None and all(end < (last.column, last.baseline) for end in tables)
    return last if ends else None


def _first_line(page: Furnished, sheet: Sheet) -> Line | None:
    """The line that a page's text begins with; None where a table begins it."""
    lines = [line for line in page.text if not line.aside]
    first = min(lines, key=lambda line: (line.column, line.baseline), default=None)
    tables = ((fragment.column, fragment.box[1]) for fragment in sheet.fragments)
    begins = first is not None and all((first.column, first.box[1]) < top for top in tables)
    return first if begins else None


def _part(upper: Line, lower: Line, usage: Usage) -> tuple[Line, Line]:
    """The lines with the word between them on the lower; on the upper, where it is all of that."""
    broken = usage.joins(upper, lower)
    if broken is None:
        return upper, lower
    before, start = broken
    if before:
        return replace(upper, text=before, soft=False), go_on(lower, start + lower.text)
    rest, _, after = lower.text.partition(" ")
    if after:
        return replace(upper, text=start + rest, soft=False), go_on(lower, after)
    return upper, lower


def mend_cells(drafts: Iterable[TableDraft], sheets: Sequence[Sheet]) -> None:
    """Make whole every word that a page's end broke in a cell."""
    usage = None
    for pieces in _split_cells(drafts):
        for index, (upper, lower) in enumerate(pairwise(pieces)):
            if upper.lines and lower.lines and upper.lines[-1].text.endswith("-"):
                usage = usage or read_usage(sheets)
                pieces[index : index + 2] = _mend_pieces(upper, pieces[index + 1], usage)


def _split_cells(drafts: Iterable[TableDraft]) -> Iterator[list[CellPiece]]:
    for draft in drafts:
        for row in draft.rows:
            yield from (pieces for _, pieces in row.cells if len(pieces) > 1)


def _mend_pieces(upper: CellPiece, lower: CellPiece, usage: Usage) -> tuple[CellPiece, CellPiece]:
    """The two pieces of a cell; where a broken word is all of both lines, on the lower's."""
    last, first = upper.lines[-1], lower.lines[0]
    above, below = _part(last, first, usage)
    if above is last and (broken := usage.joins(last, first)):
        rest = replace(first, text=broken[1] + first.text)
        return replace(upper, lines=upper.lines[:-1]), replace(
            lower, lines=(rest, *lower.lines[1:])
        )
    return (
        replace(upper, lines=(*upper.lines[:-1], above)),
        replace(lower, lines=(below, *lower.lines[1:])),
    )
