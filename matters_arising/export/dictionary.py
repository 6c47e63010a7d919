"""The words for every field of an export: the one place from which all of its files take them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from matters_arising.corpus.record import DECISION_KINDS, MEASURE_KINDS, STATUSES, UNITS

Form = Literal["text", "date", "integer", "number", "texts", "columns", "places"]
"""`texts` are several texts in order; `columns` pair a heading with a text."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name in files, its heading for people, its form and its meaning.

    `values` are all that it can hold, where they are few; `width` is that of its column in
    the workbook, in characters.
    """

    name: str
    heading: str
    form: Form
    meaning: str
    width: int = 16
    values: tuple[str, ...] = ()


PAGES = Field(
    "pages",
    "Page",
    "text",
    "The pages it stands on, counted from 1 as a PDF reader counts, with commas between. "
    "JSON Lines and Parquet have `places` instead.",
    8,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its name in files, its heading for people, its fields in order."""

    name: str
    heading: str
    meaning: str
    fields: tuple[Field, ...]

    def flat_fields(self) -> Iterator[Field]:
        """The fields where a cell holds but one text: pages stand for places."""
        for field in self.fields:
            yield PAGES if field.form == "places" else field


_PAPER = Field("paper", "Paper", "text", "The paper: its file's name without `.pdf`.", 26)
_TITLE = Field("title", "Title", "text", "The paper's title.", 34)
_DATE = Field("date", "Date", "date", "The date of the paper.", 12)
_COMMITTEE = Field("committee", "Committee", "text", "The committee it went to.", 24)
_PLACES = Field(
    "places",
    "Places",
    "places",
    "Where it stands: each page, counted from 1, with a box `[x0, top, x1, bottom]` in points "
    "from the page's top left. CSV and the workbook have `pages` instead.",
)

PAPERS = Kind(
    "papers",
    "Papers",
    "The papers that the library holds.",
    (
        _PAPER,
        _TITLE,
        _DATE,
        _COMMITTEE,
        Field(
            "kind",
            "Kind",
            "text",
            "What sort of paper it is.",
            14,
            ("agenda pack", "minutes", "report", "plan", "other"),
        ),
        Field("pages", "Pages", "integer", "How many pages it has.", 9),
        Field("rows", "Table rows", "integer", "How many rows its tables have.", 9),
        Field("actions", "Actions", "integer", "How many actions were read from it.", 10),
        Field("measures", "Measures", "integer", "How many figures were read from it.", 11),
        Field("decisions", "Decisions", "integer", "How many decisions were read from it.", 11),
        Field("warnings", "Warnings", "texts", "What should make one doubt the reading.", 44),
        Field("id", "Id", "text", "The SHA-256 of the PDF's bytes.", 20),
    ),
)

ACTIONS = Kind(
    "actions",
    "Actions",
    "What someone is to do, by when, and how it stands; one record for each paper that says so.",
    (
        _PAPER,
        _TITLE,
        _DATE,
        _COMMITTEE,
        Field("ref", "Ref", "text", "The action's number or letter, as printed.", 9),
        Field("section", "Section", "text", "The heading that it stands under.", 26),
        Field("action", "Action", "text", "What is to be done, in the paper's words.", 56),
        Field("owners", "Owners", "texts", "Who is to do it, each as printed.", 30),
        Field("due_text", "Due, as printed", "text", "By when, in the paper's words.", 20),
        Field("due_date", "Due date", "date", "The last day or month by which it is due.", 12),
        Field(
            "due_precision",
            "Due precision",
            "text",
            "How precise the paper is about when it is due: `day`, `month` and the like.",
            11,
        ),
        Field("status_text", "Status, as printed", "text", "Status in the paper's words.", 24),
        Field(
            "status",
            "Status",
            "text",
            "How it stands, by the paper's own key where it has one. `complete_impact_unproven` "
            "is done, but the paper says that impact is still to be shown.",
            16,
            STATUSES,
        ),
        Field("update", "Update", "text", "What the paper reports of it.", 56),
        Field(
            "columns",
            "Other columns",
            "columns",
            "What else its row holds, under the table's own headings. In CSV a JSON object.",
            40,
        ),
        _PLACES,
        Field("thread", "Thread", "text", "Equal for the same action in different papers.", 18),
        Field(
            "source",
            "Source",
            "text",
            "Whether it was read from a table, from minutes or from running text.",
            10,
            ("table", "minutes", "text"),
        ),
    ),
)

MEASURES = Kind(
    "measures",
    "Measures",
    "Reported figures, one record each.",
    (
        _PAPER,
        _DATE,
        Field("quote", "Quote", "text", "The words that the figure stands in.", 60),
        Field("measure", "Measure", "text", "What is measured, in the paper's words.", 44),
        Field("value", "Value", "number", "The figure.", 12),
        Field(
            "unit",
            "Unit",
            "text",
            "What it counts.",
            11,
            UNITS,
        ),
        Field(
            "qualifier",
            "Qualifier",
            "text",
            "How near the figure is, where the paper says so.",
            11,
            ("over", "under", "at_least", "up_to", "about"),
        ),
        Field("period_text", "Period, as printed", "text", "When, in the paper's words.", 18),
        Field(
            "period",
            "Period",
            "text",
            "When it was so: `2016/17-Q3` (quarter of a financial year), `2016/17`, `2017-01`, "
            "`2017`, `2017-03-31`, or `A..B` for a span.",
            14,
        ),
        Field(
            "kind",
            "Kind",
            "text",
            "Reported as so, the earlier figure of a comparison, or aimed at.",
            11,
            MEASURE_KINDS,
        ),
        Field("direction", "Direction", "text", "Which way it went, if the paper says.", 12),
        _PLACES,
    ),
)

DECISIONS = Kind(
    "decisions",
    "Decisions",
    "What meetings resolved, and what was recommended to them.",
    (
        _PAPER,
        Field("date", "Date", "date", "The date of the meeting.", 12),
        _COMMITTEE,
        Field("item", "Item", "text", "The item of the agenda.", 28),
        Field(
            "kind",
            "Kind",
            "text",
            "Resolved by a meeting, or recommended to it.",
            16,
            DECISION_KINDS,
        ),
        Field("text", "Decision", "text", "The decision in the paper's words.", 80),
        _PLACES,
    ),
)

NOTES = (
    "Dates are ISO 8601, as precise as the paper: `2020-09-01`, `2025-03`, `2025`.",
    "What a paper does not say is empty (null in JSON Lines and Parquet), never a guess.",
    "CSV is UTF-8 without a byte order mark, as programs expect it; for Excel there is the "
    "workbook.",
    "In CSV and the workbook a text that begins like a formula has an apostrophe before it, and "
    "control characters are replaced by a mark; JSON Lines and Parquet have it as it was read.",
    "In CSV several owners or warnings have semicolons between them; in the workbook each has a "
    "line.",
)
"""What holds for all files."""
