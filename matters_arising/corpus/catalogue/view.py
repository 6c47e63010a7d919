"""What SQLite derives from the tables: full-text indexes, and views for people to read."""

FULL_TEXT = (
    # Datasette finds the index by this spelling of `content`, with double quotes.
    'CREATE VIRTUAL TABLE passage_fts USING fts5(heading, search_text, content="passage", '
    "content_rowid=\"id\", tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN "
    "INSERT INTO passage_fts(rowid, heading, search_text) "
    "VALUES (new.id, new.heading, new.search_text); END",
    "CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN "
    "INSERT INTO passage_fts(passage_fts, rowid, heading, search_text) "
    "VALUES ('delete', old.id, old.heading, old.search_text); END",
    # Every stem in the index: what a mistyped word may have meant.
    "CREATE VIRTUAL TABLE passage_word USING fts5vocab(passage_fts, row)",
)

ACTION_WORDS = (
    # Canonical words: what a filter by words looks up, each by its beginning.
    'CREATE VIRTUAL TABLE action_fts USING fts5(about_words, content="action", '
    "content_rowid=\"id\", detail=none, tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER action_added AFTER INSERT ON action BEGIN "
    "INSERT INTO action_fts(rowid, about_words) VALUES (new.id, new.about_words); END",
    "CREATE TRIGGER action_removed AFTER DELETE ON action BEGIN "
    "INSERT INTO action_fts(action_fts, rowid, about_words) "
    "VALUES ('delete', old.id, old.about_words); END",
)

_PAPER = "paper.title AS paper_title, paper.name AS paper"
_IN_ORDER = "ORDER BY paper.date IS NULL, paper.date, paper.name, paper.sha256"


def _pages(table: str) -> str:
    """The pages a record stands on, as people write them: `13, 14`."""
    pages = f"SELECT DISTINCT json_extract(value, '$[0]') AS page FROM json_each({table}.places)"
    return f"(SELECT group_concat(page, ', ') FROM ({pages})) AS pages"


VIEWS = (
    f"CREATE VIEW action_register AS SELECT action.id, {_PAPER}, report.date, report.committee, "
    "action.ref, action.section, action.action, action.owners, action.due_text, action.due_date, "
    "action.status, action.status_text, action.latest_update, "
    f"{_pages('action')}, action.source, action.thread "
    "FROM action JOIN report ON report.id = action.report_id "
    f"JOIN paper ON paper.id = action.paper_id {_IN_ORDER}, action.position",
    f"CREATE VIEW figure_list AS SELECT measure.id, {_PAPER}, report.date, report.committee, "
    "measure.measure, measure.value, measure.unit, measure.qualifier, measure.period, "
    f"measure.kind, measure.direction, measure.quote, {_pages('measure')} "
    "FROM measure JOIN report ON report.id = measure.report_id "
    f"JOIN paper ON paper.id = measure.paper_id {_IN_ORDER}, measure.position",
    f"CREATE VIEW decision_list AS SELECT decision.id, {_PAPER}, decision.date, "
    "decision.committee, decision.item, decision.kind, decision.text, "
    f"{_pages('decision')} "
    f"FROM decision JOIN paper ON paper.id = decision.paper_id {_IN_ORDER}, decision.position",
)
