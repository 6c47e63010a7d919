"""Logical tables: the pieces on each page stitched into one, every row whole and once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from matters_arising.corpus.layout import Row
from matters_arising.corpus.paper import Place
from matters_arising.extract.table.cell import finish_cell
from matters_arising.extract.table.fragment import Fragment
from matters_arising.extract.table.heading import are_set_alike, header_depth, is_banner, is_header
from matters_arising.extract.table.join import Join, judge_join
from matters_arising.extract.table.piece import CellPiece, RowPiece
from matters_arising.extract.table.proof import known_fields
from matters_arising.extract.table.span import ALIGNED, columns_of, headings_over, span_of

FEWEST_ALIKE, FEWEST_KNOWN = 3, 2
"""Columns and known headings of a header that serves a later table too."""


@dataclass(slots=True)
class OpenRow:
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
    rows: list[OpenRow] = field(default_factory=list)
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
        return tuple(
            Row(r.kind, tuple(finish_cell(*c) for c in r.cells), r.banner) for r in self.rows
        )


def draft_tables(fragments: Iterable[tuple[Fragment, bool]]) -> Iterator[TableDraft]:
    """Stitch fragments, in reading order, into tables.

    Each comes with whether nothing but a fragment stands before it: only then may it continue
    a table, one at the foot of the page before, of which there are several where tables stand
    side by side. A header that differs from the table's own begins another table; one that
    repeats it is dropped. A table without a header, cut at the same borders as one with a
    header before it, goes by that one's.
    """
    drafts: list[TableDraft] = []
    headed: list[TableDraft] = []
    for fragment, may_continue in fragments:
        if not may_continue:
            yield from drafts
            drafts = []
        latest = {id(draft.fragments[-1]): draft for draft in drafts}.values()
        draft = next((d for d in latest if _continues(d, fragment, latest)), None)
        rows = _take_over(draft, fragment) if draft else list(fragment.rows)
        for begun in _add_rows(draft, fragment, rows, headed):
            if begun is not draft:
                drafts.append(begun)
            draft = begun
            if any(draft.header) and not any(draft is known for known in headed[-1:]):
                headed.append(draft)
    yield from drafts


def _continues(draft: TableDraft, fragment: Fragment, drafts: Iterable[TableDraft]) -> bool:
    """Whether the fragment is the table's next piece: next page, same outer borders.

    Where no rule stands on the right, the longest line of each page tells how far it reaches.
    None of the `drafts` ends between the two.
    """
    last = draft.fragments[-1]
    if fragment.page != last.page + 1:
        return False
    if any(_stands_between(other.fragments[-1], last, fragment) for other in drafts):
        return False
    sides = (0, 2) if last.ruled or fragment.ruled else (0,)
    same_borders = all(abs(last.box[i] - fragment.box[i]) <= ALIGNED for i in sides)
    return same_borders or _repeats(draft, fragment.rows) > 0


def _stands_between(piece: Fragment, upper: Fragment, lower: Fragment) -> bool:
    """Whether a piece stands under the upper fragment on its page or over the lower on its own."""
    if piece.page == upper.page:
        return piece.box[1] >= upper.box[3] - ALIGNED
    return piece.page == lower.page and piece.box[3] <= lower.box[1] + ALIGNED


def _take_over(draft: TableDraft, fragment: Fragment) -> list[RowPiece]:
    """Add the fragment's repeated header and the rest of a split row; give the other rows."""
    rows = list(fragment.rows)
    while rows and (repeated := _repeats(draft, rows)):
        del rows[:repeated]
    open_break = draft.fragments[-1].open_bottom or fragment.open_top
    if rows and draft.rows and not (is_banner(rows[0]) or is_header(rows[0])):
        verdict = _judge(draft, rows, open_break=open_break)
        if verdict.joined:
            _extend_row(draft, rows.pop(0))
        elif verdict.doubt:
            draft.doubts.append(f"page {fragment.page}: {verdict.doubt}")
    if len(rows) < len(fragment.rows):
        _stand_on(draft, fragment)
    return rows


def _judge(draft: TableDraft, rows: Sequence[RowPiece], *, open_break: bool) -> Join:
    """Whether the first of a page's rows is the rest of the draft's last."""
    upper, lower = draft.rows[-1], rows[0]
    if upper.kind == "banner":
        return Join(joined=False, doubt=None)
    pieces = {span: pieces for span, pieces in upper.cells}
    pairs = []
    for cell in lower.cells:
        span = span_of(cell.box, draft.columns)
        pairs.append((span[0], pieces.get(span, [None])[-1], cell))
    usual = _always_filled(draft, rows[1:])
    return judge_join(pairs, draft.header, open_break=open_break, usual=usual)


def _always_filled(draft: TableDraft, after: Sequence[RowPiece]) -> frozenset[int]:
    """The columns in which every row so far, and every one after the next, says something."""
    filled = [
        frozenset(span[0] for span, pieces in row.cells if any(piece.lines for piece in pieces))
        for row in draft.rows
        if row.kind == "body"
    ]
    filled += [
        frozenset(span_of(cell.box, draft.columns)[0] for cell in row.filled)
        for row in after
        if not (is_banner(row) or is_header(row))
    ]
    return (
        frozenset[int]().union(*filled[:1]).intersection(*filled)
        if len(filled) > 2
        else frozenset()
    )


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
    draft: TableDraft | None,
    fragment: Fragment,
    rows: Sequence[RowPiece],
    headed: Sequence[TableDraft],
) -> Iterator[TableDraft]:
    """Add rows to the draft, beginning another where a new header stands."""
    index = 0
    while index < len(rows):
        if draft is not None and (repeated := _repeats(draft, rows[index:])):
            index += repeated
            continue
        opening = draft is None or _only_banners(draft)
        depth = header_depth(rows[index:], opening=opening)
        if depth and not _is_set_as_body(draft, rows[index]):
            draft = _begin(fragment, rows[index : index + depth], over=draft)
            index += depth
        else:
            if draft is None:
                draft = _begin_headless(fragment, rows[index], headed)
            _stand_on(draft, fragment)
            _append(draft, rows[index])
            index += 1
        yield draft


def _stand_on(draft: TableDraft, fragment: Fragment) -> None:
    """Note that the fragment holds a part of the table."""
    if draft.fragments[-1] is not fragment:
        draft.fragments.append(fragment)


def _is_set_as_body(draft: TableDraft | None, row: RowPiece) -> bool:
    """Whether a row looks just as the row of the table's body that it stands under."""
    last = draft.rows[-1] if draft and draft.rows else None
    return last is not None and last.kind == "body" and are_set_alike(last.last, row)


def _only_banners(draft: TableDraft) -> bool:
    return all(row.kind == "banner" for row in draft.rows)


def _begin(
    fragment: Fragment, header: Sequence[RowPiece], *, over: TableDraft | None
) -> TableDraft:
    """A table under a new header; a banner right above it names the new table's rows."""
    columns = columns_of(header)
    banner = over.rows[-1].banner if over and over.rows[-1].kind == "banner" else None
    if over is not None and _only_banners(over):
        draft = over
        _stand_on(draft, fragment)
        draft.rows = [_open_row("banner", row.banner, row.last, columns) for row in over.rows]
    else:
        draft = TableDraft([], (), [fragment], banner=banner)
    draft.columns, draft.header = columns, headings_over(header, columns)
    draft.rows += [_open_row("header", banner, row, columns) for row in header]
    return draft


def _begin_headless(
    fragment: Fragment, first: RowPiece, headed: Sequence[TableDraft]
) -> TableDraft:
    """A table without a header of its own; the last one before it that fits serves."""
    widest = columns_of([max(fragment.rows, key=lambda row: len(row.cells))])
    over = next((draft for draft in reversed(headed) if _fits(draft, widest)), None)
    if over is not None:
        return TableDraft(over.columns, over.header, [fragment])
    columns = columns_of([first])
    return TableDraft(columns, ("",) * len(columns), [fragment])


def _fits(headed: TableDraft, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a table of these columns may be read under the header of another.

    Its heads must be of a record's fields: any two forms may be ruled alike.
    """
    alike = len(columns) == len(headed.columns) >= FEWEST_ALIKE and all(
        abs(one - other) <= ALIGNED
        for pair in zip(columns, headed.columns, strict=True)
        for one, other in zip(*pair, strict=True)
    )
    return alike and known_fields(headed.header) >= FEWEST_KNOWN


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
) -> OpenRow:
    cells = [(span_of(cell.box, columns), [cell]) for cell in row.cells]
    return OpenRow(kind, banner, cells, row)


def _repeats(draft: TableDraft, rows: Sequence[RowPiece]) -> int:
    """How many of the first rows are the table's own header again."""
    depth = sum(row.kind == "header" for row in draft.rows)
    if not depth or len(rows[0].filled) < 2:
        return 0
    longest = max(len(heading) for heading in draft.header)
    if any(len(cell.text) > longest for cell in rows[0].cells):
        return 0
    again = _squash(headings_over(rows[:depth], draft.columns)) == _squash(draft.header)
    return depth if again else 0


def _squash(texts: Sequence[str]) -> list[str]:
    return ["".join(text.lower().split()) for text in texts]


def _is_label(row: RowPiece, columns: Sequence[tuple[float, float]]) -> bool:
    """A row cut at other borders than the header: labels with their texts."""
    spans = [span_of(cell.box, columns) for cell in row.cells]
    widest = max(last - first + 1 for first, last in spans)
    collides = len({first for first, _ in spans}) < len(spans)
    return collides or (len(columns) > 2 and widest * 2 > len(columns))
