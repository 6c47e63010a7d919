"""What the sample's papers are made of: blocks to draw, with the truth that is in them.

A block carries the words as printed and, beside them, what a careful reader takes from
them (a due date, a figure, a decision), so that papers and gold are made from one source.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text; `quote` stands in that text, the rest is the contract's measure."""

    quote: str
    measure: str
    value: float
    unit: str
    period_text: str | None = None
    period: str | None = None
    kind: str = "actual"
    direction: str | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """A title over the full width."""

    text: str
    size: float = 16


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading, its number part of the text."""

    text: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `number` ("5.12") hangs in the margin, `bullet` makes it a list item."""

    text: str
    number: str | None = None
    figures: tuple[Figure, ...] = ()
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """The title block of a report: bold labels, each with its text."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Recommendations:
    """What the committee is asked to do, lettered."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a meeting resolved under the item above."""

    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A page break; the next page stands upright or on its side."""

    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A document begins on a new page; its title is drawn by the blocks after it.

    `date` is that of the meeting it belongs to, ISO 8601.
    """

    number: str | None
    title: str
    kind: str
    date: str
    committee: str
    first_line: str
    officer: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of an agenda; `of` names the report whose printed pages it gives."""

    number: str
    title: str
    text: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """An owner-and-date line of an action: most have one.

    `due` is as printed, `by` the date in it (ISO 8601). `rating` is the paper's word,
    `status` what it means. `printed_owner` is given where it is not the owners, stacked.
    """

    owners: tuple[str, ...]
    due: str = ""
    by: str | None = None
    update: str = ""
    rating: str | None = None
    status: str | None = None
    printed_owner: str | None = None

    @property
    def owner_cell(self) -> str:
        """The owners as they stand in their cell."""
        return self.printed_owner or "\n".join(self.owners)


@dataclass(frozen=True, slots=True)
class Action:
    """An action as one paper prints it; `thread` is equal for the same action in others."""

    ref: str | None
    thread: str
    text: str
    lines: tuple[Line, ...]
    impact: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """A banner row and the actions under it."""

    name: str
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action minuted in a line of its own."""

    action: Action


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is ruled and set."""

    size: float = 9
    rule: float = 0.5
    grey: float = 0.0
    rects: bool = False
    verticals: bool = True
    horizontals: bool = True
    repeat_header: bool = True
    header_fill: str | None = "#c6d9f1"
    banner_fill: str = "#d9d9d9"
    raised: bool = False
    open_pages: bool = False
    gap: float = 2.0


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. A cell of several strings is split into sub-rows; the others are merged."""

    cells: tuple[str | tuple[str, ...], ...]
    banner: bool = False
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table as drawn: header (empty for none), widths in points, rows.

    `themes` are the actions its rows print, where they print actions.
    """

    header: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    look: Look = field(default_factory=Look)
    themes: tuple[Theme, ...] = ()


Block = (
    Title
    | Heading
    | Para
    | Facts
    | Recommendations
    | Resolved
    | Turn
    | Report
    | AgendaItem
    | ActionLine
    | Table
)


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is printed on every page: running head, marking, and where page labels begin."""

    head: str = ""
    mark: str = "OFFICIAL"
    first_label: int | None = 1
    label: str = "Page {}"
    label_at_top: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """One PDF of the sample; `name` is the file's name without `.pdf`."""

    name: str
    sheets: Sheets
    blocks: tuple[Block, ...]
    landscape: bool = False
