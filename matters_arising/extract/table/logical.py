"""Logical tables: the pieces on each page stitched into one, every row whole and once."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from matters_arising.corpus.layout import Cell, Row
from matters_arising.corpus.paper import Box, Place
from matters_arising.extract.reader.flow import (
    ends_paragraph,
    flow_text,
    join_wrapped,
    usual_leading,
)
from matters_arising.extract.table.fragment import CellPiece, Fragment, RowPiece
from matters_arising.extract.table.heading import header_depth, is_banner, is_header
from matters_arising.extract.table.join import Join, judge_join

ALIGNED = 5.0
"""Borders of one table differ by no more than this, in points, from page to page."""


@dataclass(slots=True)
class _OpenRow:
    """A row being put together: the pieces of each of its cells, by column span."""

    kind: str
    banner: str | None
    cells: list[tuple[tuple[int, int], list[CellPiece]]]
    last: RowPiece


@dataclass(slots=True)
class TableDraft:
    """A table being put together page by page."""

    columns: list[tuple[float, float]]
    header: tuple[str, ...]
    fragments: list[Fragment] = field(default_factory=list)
    rows: list[_OpenRow] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    banner: str | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        """A place for each page the table stands on."""
        return tuple(Place(f.page, f.box) for f in self.fragments)

    @property
    def page(self) -> int:
        """The last page it stands on so far."""
        return self.fragments[-1].page

    def finished_rows(self) -> tuple[Row, ...]:
        """The rows as records."""
        return tuple(_finish_row(row) for row in self.rows)


def draft_tables(fragments: Iterable[tuple[Fragment, bool]]) -> Iterator[TableDraft]:
    """Stitch fragments, in reading order, into tables.

    Each comes with whether it may continue the one before it: the last thing on its page,
    then the first on the next. A header that differs from the table's own begins another
    table; one that repeats it is dropped.
    """
    draft: TableDraft | None = None
    for fragment, may_continue in fragments:
        rows = list(fragment.rows)
        if draft is not None and may_continue and _continues(draft, fragment):
            rows = _take_over(draft, fragment)
        elif draft is not None:
            yield draft
            draft = None
        for done in _add_rows(draft, fragment, rows):
            if draft is not None and done is not draft:
                yield draft
            draft = done
    if draft is not None:
        yield draft


def _continues(draft: TableDraft, fragment: Fragment) -> bool:
    """Whether the fragment is the table's next piece: next page, same outer borders.

    Where no rule stands on the right, the longest line of each page tells how far it reaches.
    """
    last = draft.fragments[-1]
    sides = (0, 2) if last.ruled or fragment.ruled else (0,)
    same_borders = all(abs(last.box[i] - fragment.box[i]) <= ALIGNED for i in sides)
    return fragment.page == last.page + 1 and (same_borders or _repeats(draft, fragment.rows) > 0)


def _take_over(draft: TableDraft, fragment: Fragment) -> list[RowPiece]:
    """Add the fragment's repeated header and the rest of a split row; give the other rows."""
    rows = list(fragment.rows)
    while rows and (repeated := _repeats(draft, rows)):
        del rows[:repeated]
    open_break = draft.fragments[-1].open_bottom or fragment.open_top
    if rows and draft.rows and not (is_banner(rows[0]) or is_header(rows[0])):
        verdict = _judge(draft, rows[0], open_break=open_break)
        if verdict.joined:
            _extend_row(draft, rows.pop(0))
        elif verdict.doubt:
            draft.doubts.append(f"page {fragment.page}: {verdict.doubt}")
    draft.fragments.append(fragment)
    return rows


def _judge(draft: TableDraft, lower: RowPiece, *, open_break: bool) -> Join:
    upper = draft.rows[-1]
    if upper.kind == "banner":
        return Join(joined=False, doubt=None)
    pieces = {span: pieces for span, pieces in upper.cells}
    pairs = []
    for cell in lower.cells:
        span = span_of(cell.box, draft.columns)
        pairs.append((span[0], pieces.get(span, [None])[-1], cell))
    return judge_join(pairs, draft.header, open_break=open_break, keyed=_is_keyed(draft))


def _is_keyed(draft: TableDraft) -> bool:
    """Whether every row so far names itself in its first column."""
    body = [row for row in draft.rows if row.kind == "body"]
    return len(body) > 2 and all(row.cells[0][1][0].lines for row in body)


def _extend_row(draft: TableDraft, lower: RowPiece) -> None:
    row = draft.rows[-1]
    held = {span: pieces for span, pieces in row.cells}
    for cell in lower.cells:
        span = span_of(cell.box, draft.columns)
        if span in held:
            held[span].append(cell)
        elif cell.lines:
            row.cells.append((span, [cell]))
    row.cells.sort(key=lambda item: item[0])
    row.last = lower


def _add_rows(
    draft: TableDraft | None, fragment: Fragment, rows: Sequence[RowPiece]
) -> Iterator[TableDraft]:
    """Add rows to the draft, beginning another where a new header stands."""
    index = 0
    while index < len(rows):
        if draft is not None and (repeated := _repeats(draft, rows[index:])):
            index += repeated
            continue
        depth = header_depth(rows[index:], opening=draft is None or _only_banners(draft))
        if depth:
            draft = _begin(fragment, rows[index : index + depth], over=draft)
            index += depth
        else:
            if draft is None:
                draft = TableDraft(_columns([rows[index]]), (), [fragment])
                draft.header = ("",) * len(draft.columns)
            _append(draft, rows[index])
            index += 1
        yield draft


def _only_banners(draft: TableDraft) -> bool:
    return all(row.kind == "banner" for row in draft.rows)


def _begin(
    fragment: Fragment, header: Sequence[RowPiece], *, over: TableDraft | None
) -> TableDraft:
    """A table under a new header; a banner right above it names the new table's rows."""
    columns = _columns(header)
    banner = over.rows[-1].banner if over and over.rows[-1].kind == "banner" else None
    if over is not None and _only_banners(over):
        draft = over
        draft.rows = [_open_row("banner", row.banner, row.last, columns) for row in over.rows]
    else:
        draft = TableDraft([], (), [fragment], banner=banner)
    draft.columns, draft.header = columns, _headings(header, columns)
    draft.rows += [_open_row("header", banner, row, columns) for row in header]
    return draft


def _columns(rows: Sequence[RowPiece]) -> list[tuple[float, float]]:
    """Left and right of each column: as finely as these rows are cut."""
    borders = sorted({round(x, 1) for row in rows for c in row.cells for x in (c.box[0], c.box[2])})
    kept: list[float] = []
    for border in borders:
        if not kept or border - kept[-1] > ALIGNED:
            kept.append(border)
    return list(itertools.pairwise(kept))


def _headings(rows: Sequence[RowPiece], columns: Sequence[tuple[float, float]]) -> tuple[str, ...]:
    """The heading of each column, the upper row's words before the lower's."""
    headings = [""] * len(columns)
    seen: set[Box] = set()
    for row in rows:
        for cell in row.cells:
            if cell.box in seen:
                continue
            seen.add(cell.box)
            first, last = span_of(cell.box, columns)
            for column in range(first, last + 1):
                headings[column] = join_wrapped(headings[column], cell.text)
    return tuple(headings)


def span_of(box: Box, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """First and last column whose middle lies in the box; the nearest one if none does."""
    inside = [
        i for i, (left, right) in enumerate(columns) if box[0] <= (left + right) / 2 <= box[2]
    ]
    if inside:
        return (inside[0], inside[-1])
    middle = (box[0] + box[2]) / 2
    nearest = min(range(len(columns)), key=lambda i: abs(sum(columns[i]) / 2 - middle))
    return (nearest, nearest)


def _append(draft: TableDraft, row: RowPiece) -> None:
    kind = "body"
    if is_banner(row):
        kind = "banner"
        draft.banner = " ".join(cell.text for cell in row.filled)
    elif _is_label(row, draft.columns):
        kind = "label"
    draft.rows.append(_open_row(kind, draft.banner, row, draft.columns))


def _open_row(
    kind: str, banner: str | None, row: RowPiece, columns: Sequence[tuple[float, float]]
) -> _OpenRow:
    cells = [(span_of(cell.box, columns), [cell]) for cell in row.cells]
    return _OpenRow(kind, banner, cells, row)


def _repeats(draft: TableDraft, rows: Sequence[RowPiece]) -> int:
    """How many of the first rows are the table's own header again."""
    depth = sum(row.kind == "header" for row in draft.rows)
    if not depth or len(rows[0].filled) < 2:
        return 0
    again = _squash(_headings(rows[:depth], draft.columns)) == _squash(draft.header)
    return depth if again else 0


def _squash(texts: Sequence[str]) -> list[str]:
    return ["".join(text.lower().split()) for text in texts]


def _is_label(row: RowPiece, columns: Sequence[tuple[float, float]]) -> bool:
    """A row cut at other borders than the header: labels with their texts."""
    spans = [span_of(cell.box, columns) for cell in row.cells]
    widest = max(last - first + 1 for first, last in spans)
    collides = len({first for first, _ in spans}) < len(spans)
    return collides or (len(columns) > 2 and widest * 2 > len(columns))


def _finish_row(row: _OpenRow) -> Row:
    return Row(
        row.kind, tuple(_finish_cell(span, pieces) for span, pieces in row.cells), row.banner
    )


def _finish_cell(span: tuple[int, int], pieces: Sequence[CellPiece]) -> Cell:
    text = ""
    for upper, lower in zip([None, *pieces[:-1]], pieces, strict=True):
        flowed = _flow(lower)
        if upper is not None and upper.lines and lower.lines and _paragraph_between(upper, lower):
            text += "\n" + flowed
        else:
            text = join_wrapped(text, flowed)
    places = tuple(Place(piece.page, piece.box) for piece in pieces)
    return Cell(text, span, places, next((p.fill for p in pieces if p.fill), None))


def _margins(piece: CellPiece) -> tuple[float, float]:
    """Left and right of the room for text: the padding on the right is that on the left."""
    padding = min(max(min(line.box[0] for line in piece.lines) - piece.box[0], 0.0), 6.0)
    reach = max(line.box[2] for line in piece.lines)
    return piece.box[0] + padding, max(piece.box[2] - padding, reach)


def _flow(piece: CellPiece) -> str:
    return flow_text(piece.lines, *_margins(piece)) if piece.lines else ""


def _paragraph_between(upper: CellPiece, lower: CellPiece) -> bool:
    """Whether a new paragraph begins at the page break within a cell."""
    left, right = _margins(upper)
    leading = usual_leading(upper.lines)
    return ends_paragraph(upper.lines[-1], lower.lines[0], left, right, leading)
