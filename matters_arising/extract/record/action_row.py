"""The rows of action tables: which column holds what, and which row is an action's own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from matters_arising.corpus.layout import Cell, Row, Table
from matters_arising.corpus.paper import Place
from matters_arising.extract.record.charge import names_both
from matters_arising.extract.record.stack import unstack
from matters_arising.extract.record.tick import find_ticked
from matters_arising.extract.table.header import name_column, read_labelled
from matters_arising.extract.table.mark import OPENING_REF, REF
from matters_arising.extract.table.meaning import name_table_columns
from matters_arising.extract.table.shape import column_shape

REVISED = re.compile(r"\b(?:revised|amended|extended|new)\b", re.IGNORECASE)
"""What the heading says of dates that have taken the place of others."""

NOTHING = re.compile(
    r"(?:none|nil|n\.?/?a\.?|not applicable|no (?:further |new |outstanding )*actions?|[–—-]+)"
    r"(?: (?:at present|at this time|for now|currently|yet|(?:is |are )?(?:required|needed)"
    r"|identified|planned|proposed|outstanding|this (?:month|quarter|period|time)))*\W*",
    re.IGNORECASE,
)
"""What an action cell says where there is nothing to be done."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds which field of an action; None where none does.

    `owners` are several where one heading stands over them; `revised` holds the dates that
    have taken the place of those in `due`; `ticked` are the columns of statuses of which each
    row bears a sign in one.
    """

    ref: int | None
    action: int
    owners: tuple[int, ...]
    due: int | None
    revised: int | None
    status: int | None
    update: int | None
    ticked: tuple[int, ...] = ()

    @property
    def known(self) -> frozenset[int]:
        """The columns that fill a field of their own."""
        fields = (self.action, *self.owners, self.due, self.revised, self.status, self.update)
        return frozenset(column for column in (*fields, *self.ticked) if column is not None)


def find_columns(table: Table) -> Columns | None:
    """The columns of an action table; None for a table of anything else.

    It has a column of actions and at least one of owners, dates, statuses or updates.
    Where owners and dates stand but no heading says action, the wordiest column is it.
    """
    fields = {name: i for i, name in enumerate(name_table_columns(table)) if name is not None}
    if "action" not in fields and {"owner", "due"} <= fields.keys():
        fields["action"] = _wordiest(table, fields)
    if "action" not in fields or not fields.keys() & {"owner", "due", "status", "update"}:
        return None
    fields |= _shared_charge(table, fields)
    if "ref" not in fields and _numbers_rows(table):
        fields["ref"] = 0
    due, revised = _due_columns(table, fields)
    ticked = find_ticked(table)
    return Columns(
        fields.get("ref"),
        fields["action"],
        tuple(_owner_columns(table, fields)),
        due,
        revised,
        None if ticked else fields.get("status"),
        fields.get("update"),
        ticked,
    )


def _shared_charge(table: Table, fields: Mapping[str, int]) -> dict[str, int]:
    """The field that is missing where one column, headed "Who / when", holds owners and dates."""
    return {
        missing: fields[field]
        for field, missing in (("due", "owner"), ("owner", "due"))
        if field in fields and missing not in fields and names_both(table.header[fields[field]])
    }


def _numbers_rows(table: Table) -> bool:
    """Whether a first column without a heading holds a ref to every row."""
    rows = [row for row in table.rows if row.kind == "body"]
    refs = [cell_text(row, 0) or "" for row in rows]
    return not table.header[0] and len(set(refs)) == len(refs) and all(map(REF.match, refs))


def _due_columns(table: Table, fields: Mapping[str, int]) -> tuple[int | None, int | None]:
    """The column of due dates, and that of the dates they were moved to."""
    due = fields.get("due")
    if due is None:
        return None, None
    free = set(range(len(table.header))) - set(fields.values())
    dated = [i for i in sorted({due, *free}) if i == due or _names_due(table.header[i])]
    revised = next((i for i in dated if REVISED.search(table.header[i])), None)
    first = next((i for i in dated if not REVISED.search(table.header[i])), None)
    return (due, None) if revised is None or first is None else (first, revised)


def _names_due(heading: str) -> bool:
    return name_column(REVISED.sub(" ", heading)) == "due"


def _owner_columns(table: Table, fields: Mapping[str, int]) -> Iterator[int]:
    """The column of owners, with those beside it that the same heading spreads over."""
    if "owner" not in fields:
        return
    owner, taken = fields["owner"], set(fields.values())
    headings = [cell.columns for row in table.rows if row.kind == "header" for cell in row.cells]
    over = next((span for span in headings if span[0] <= owner <= span[1] > span[0]), None)
    first, last = over or (owner, owner)
    for column in range(first, last + 1):
        if column == owner or (column not in taken and _holds_names(table, column)):
            yield column


def _holds_names(table: Table, column: int) -> bool:
    cells = [cell for row in table.rows if row.kind == "body" for cell in row.cells]
    return column_shape([cell for cell in cells if cell.columns == (column, column)]) == "names"


def _wordiest(table: Table, fields: dict[str, int]) -> int:
    taken = {i for name, i in fields.items() if name != "ref"}
    lengths = dict.fromkeys(set(range(len(table.header))) - taken, 0)
    for row in table.rows:
        for cell in row.cells:
            if row.kind == "body" and cell.columns[0] in lengths:
                lengths[cell.columns[0]] += len(cell.text)
    return max(lengths, key=lambda column: lengths[column], default=fields.get("ref", 0))


def find_cell(row: Row, column: int | None) -> Cell | None:
    """The cell of a row that covers a column."""
    if column is None:
        return None
    return next((c for c in row.cells if c.columns[0] <= column <= c.columns[1]), None)


def cell_text(row: Row, column: int | None) -> str | None:
    """What a row says in a column; None where it says nothing."""
    cell = find_cell(row, column)
    return cell.text.strip() or None if cell else None


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action's row, with the ref and action it stands under, its own or those above.

    `more` are rows that only add a further owner to it, `told` those right under it that say
    how it stands, over the full width.
    """

    row: Row
    ref: str | None
    action: str
    more: tuple[Row, ...] = ()
    told: tuple[Row, ...] = ()

    def text(self, column: int | None) -> str | None:
        """What the line says in a column, its further rows after its own."""
        texts = [found for row in (self.row, *self.more) if (found := cell_text(row, column))]
        return "\n".join(dict.fromkeys(texts)) or None

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place of its rows."""
        return tuple(place for row in (self.row, *self.more, *self.told) for place in row.places)

    @property
    def told_below(self) -> str | None:
        """What the rows under it say of how it stands."""
        return "\n".join(text for row in self.told if (text := _update_told(row))) or None


def action_rows(table: Table, columns: Columns) -> Iterator[ActionRow]:
    """Rows that hold an action; a row without ref or action stands under the one above.

    A cell that says there is none ("None at present") holds no action.
    """
    rows = [row for row in table.rows if row.kind == "body"]
    numbered, opened = _are_numbered(rows, columns), _open_with_refs(rows, columns)
    line: ActionRow | None = None
    for row in (part for whole in table.rows for part in _unstacked(whole, columns)):
        if line is not None and _update_told(row):
            line = replace(line, told=(*line.told, row))
        if row.kind != "body" or _is_form_line(row, columns):
            continue
        ref, action = cell_text(row, columns.ref), cell_text(row, columns.action)
        if opened and action:
            ref, action = _part_ref(action)
        if ref and numbered and not REF.match(_first_line(ref)):
            continue
        if action is None and line is not None and cell_text(row, columns.due) is None:
            line = replace(line, more=(*line.more, row))
            continue
        if line is not None:
            yield line
        if ref is None and line is not None and columns.ref is not None:
            ref = line.ref
        action = action or (line.action if line else None)
        line = ActionRow(row, ref, action) if action and not NOTHING.fullmatch(action) else None
    if line is not None:
        yield line


def _unstacked(row: Row, columns: Columns) -> tuple[Row, ...]:
    """A row for each of the actions that a row lists under one another."""
    charged = {*columns.owners, *(() if columns.due is None else (columns.due,))}
    return unstack(row, columns.action, charged) if row.kind == "body" else (row,)


def _is_form_line(row: Row, columns: Columns) -> bool:
    """Whether a label stands where an owner would: a line of a form, drawn into the table."""
    return any((cell_text(row, column) or "").endswith(":") for column in columns.owners)


def _update_told(row: Row) -> str | None:
    """What a row over the full width says after "Progress:"; None for any other row."""
    if row.kind != "label":
        return None
    texts = [cell.text for cell in row.cells if cell.text.strip()]
    if len(texts) == 2 and name_column(texts[0]) == "update":
        return texts[1]
    labelled = read_labelled(texts[0]) if len(texts) == 1 else None
    return labelled[1] if labelled and labelled[0] == "update" else None


def _are_numbered(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether most rows open with a ref: then one that opens with words is a remark."""
    refs = [ref for row in rows if (ref := cell_text(row, columns.ref))]
    return sum(bool(REF.match(_first_line(ref))) for ref in refs) * 2 > len(refs)


def _open_with_refs(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether each action opens with a ref of its own, where no column is for refs."""
    if columns.ref is not None:
        return False
    actions = [action for row in rows if (action := cell_text(row, columns.action))]
    refs = {ref for action in actions if (ref := _part_ref(action)[0])}
    return 1 < len(refs) == len(actions)


def _part_ref(action: str) -> tuple[str | None, str]:
    """The ref that an action opens with, and the rest of it."""
    found = OPENING_REF.fullmatch(action)
    return (found["ref"].strip(), found["rest"]) if found else (None, action)


def _first_line(ref: str) -> str:
    return ref.split("\n", 1)[0].strip()
