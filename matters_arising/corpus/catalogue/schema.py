"""The catalogue's tables, named so that people can read them in Datasette as they are.

Every table hangs from `paper` and goes with it. `position` is a record's place in its
`Reading`. Lists (places, owners, columns) are JSON; a place is `[page, x0, top, x1, bottom]`.
Columns ending in `_words` hold the spelling of `wording.canonical_words`, and `first_day`
and `last_day` the span of a date, so that filters need no more than SQL.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()


def _entity(name: str, *columns: Column[Any]) -> Table:
    """A table whose ids are never used twice: a stale index can then only miss, not mislead."""
    identity = Column("id", Integer, primary_key=True)
    return Table(name, metadata, identity, *columns, sqlite_autoincrement=True)


def _parent(
    table: str, *, required: bool = True, column: str | None = None, index: bool = True
) -> Column[Any]:
    owner = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(column or f"{table}_id", Integer, owner, nullable=not required, index=index)


def _text(name: str, *, index: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=False, index=index)


def _maybe(name: str, *, index: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=True, index=index)


def _whole(name: str) -> Column[Any]:
    return Column(name, Integer, nullable=False)


paper = _entity(
    "paper",
    Column("sha256", Text, nullable=False, unique=True),
    _text("name", index=True),
    _text("title"),
    _maybe("date", index=True),
    _maybe("committee"),
    _text("kind"),
    _whole("pages"),
    _text("labels"),
    _text("read_by"),
    _text("warnings"),
    _whole("reports"),
    _whole("table_rows"),
    _whole("actions"),
    _whole("measures"),
    _whole("decisions"),
    _whole("passages"),
    _whole("characters"),
    _whole("characters_in_tables"),
    _whole("characters_in_text"),
    _whole("characters_in_furniture"),
    Column("lost_pages", Text, nullable=False, server_default="[]"),
)

report = _entity(
    "report",
    _parent("paper"),
    _whole("position"),
    _maybe("number"),
    _text("title"),
    _text("kind"),
    _maybe("date"),
    _maybe("committee"),
    _maybe("date_printed"),
    _maybe("committee_printed"),
    _text("committee_words"),
    _maybe("first_day", index=True),
    _maybe("last_day", index=True),
    _maybe("officer"),
    _whole("first_page"),
    _whole("last_page"),
    _maybe("printed_pages"),
)

section = _entity(
    "section",
    _parent("paper"),
    _parent("report"),
    _parent("section", column="parent_id", required=False),
    _whole("position"),
    _maybe("number"),
    _text("title"),
    _whole("level"),
    _text("places"),
)

paragraph = _entity(
    "paragraph",
    _parent("paper"),
    _parent("report"),
    _parent("section", required=False),
    _whole("position"),
    _maybe("number"),
    _text("text"),
    _text("places"),
)

paper_table = _entity(
    "paper_table",
    _parent("paper"),
    _parent("report"),
    _parent("section", required=False),
    _whole("position"),
    _text("header"),
    _text("doubts"),
    _text("places"),
)

table_row = _entity(
    "table_row",
    _parent("paper"),
    _parent("paper_table"),
    _whole("position"),
    _text("kind"),
    _maybe("banner"),
)

table_cell = _entity(
    "table_cell",
    _parent("paper"),
    _parent("table_row"),
    _whole("position"),
    _whole("first_column"),
    _whole("last_column"),
    _text("text"),
    _maybe("fill"),
    _text("places"),
)

action = _entity(
    "action",
    _parent("paper"),
    _parent("report", index=False),
    _whole("position"),
    _maybe("ref"),
    _maybe("ref_key", index=True),
    _maybe("section"),
    _text("action"),
    _text("owners"),
    _maybe("due_text"),
    _maybe("due_date", index=True),
    _maybe("due_precision"),
    _maybe("due_first_day"),
    _maybe("due_last_day"),
    _maybe("status_text"),
    _maybe("status", index=True),
    _maybe("status_words"),
    _maybe("latest_update"),
    _text("columns"),
    _text("places"),
    _text("source"),
    _maybe("thread", index=True),
    _text("about_words"),
)

action_owner = Table(
    "action_owner",
    metadata,
    Column("action_id", ForeignKey("action.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    _text("owner"),
    _text("owner_words"),
)

thread_link = Table(
    "thread_link",
    metadata,
    Column("earlier_id", ForeignKey("action.id", ondelete="CASCADE"), primary_key=True),
    Column("later_id", ForeignKey("action.id", ondelete="CASCADE"), primary_key=True, index=True),
    _text("why"),
    Column("sure", Float, nullable=False),
    Column("joined", Boolean, nullable=False),
)

measure = _entity(
    "measure",
    _parent("paper"),
    _parent("report"),
    _whole("position"),
    _text("quote"),
    _text("measure"),
    Column("value", Float, nullable=False),
    _text("unit"),
    _maybe("qualifier"),
    _maybe("period_text"),
    _maybe("period"),
    _maybe("period_first_day"),
    _maybe("period_last_day"),
    _text("kind", index=True),
    _maybe("direction"),
    _maybe("section"),
    _text("places"),
    _text("about_words"),
)

decision = _entity(
    "decision",
    _parent("paper"),
    _parent("report"),
    _whole("position"),
    _maybe("date"),
    _maybe("committee"),
    _maybe("date_printed"),
    _maybe("committee_printed"),
    _text("committee_words"),
    _maybe("first_day"),
    _maybe("last_day"),
    _maybe("item"),
    _text("kind"),
    _text("text"),
    _text("places"),
    _text("about_words"),
)

abbreviation = _entity(
    "abbreviation",
    _parent("paper"),
    _whole("position"),
    _text("short", index=True),
    _text("long"),
)

passage = _entity(
    "passage",
    _parent("paper"),
    _parent("report", index=False),
    _whole("position"),
    _text("kind"),
    _text("heading"),
    _text("text"),
    _text("search_text"),
    _maybe("ref"),
    Column("record_position", Integer),
    Column("record_id", Integer),
    _text("places"),
)

passage_vector = Table(
    "passage_vector",
    metadata,
    Column("passage_id", ForeignKey("passage.id", ondelete="CASCADE"), primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)

passage_tokens = Table(
    "passage_tokens",
    metadata,
    Column("passage_id", ForeignKey("passage.id", ondelete="CASCADE"), primary_key=True),
    Column("tokens", LargeBinary, nullable=False),
)

paper_file = Table(
    "paper_file",
    metadata,
    Column("sha256", Text, primary_key=True),
    _text("path"),
)

refused_paper = Table(
    "refused_paper",
    metadata,
    Column("name", Text, primary_key=True),
    _text("reason"),
)

library_fact = Table(
    "library_fact",
    metadata,
    Column("key", Text, primary_key=True),
    _text("value"),
)

# An action's row is long: these two hold all that most filters look at.
Index(
    "action_by_report",
    *(action.c[name] for name in ("report_id", "due_first_day", "due_last_day", "status")),
)
Index(
    "action_by_due",
    *(action.c[name] for name in ("due_last_day", "due_first_day", "status", "report_id")),
)
# The different owners are few beside the actions: each is looked up once.
Index("action_owner_by_words", action_owner.c.owner_words, action_owner.c.action_id)
Index("passage_by_report_and_kind", passage.c.report_id, passage.c.kind)
# Which passages are encoded, without a look at their vectors.
Index("passage_vector_by_passage", passage_vector.c.passage_id)
Index("passage_by_record", passage.c.kind, passage.c.record_id)
