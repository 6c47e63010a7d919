"""Passages by their words, and the kept copy of their vectors."""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Label,
    Select,
    Table,
    delete,
    exists,
    func,
    insert,
    literal_column,
    select,
    text,
)

from matters_arising.corpus.catalogue import schema
from matters_arising.corpus.catalogue.condition import among, reports_in
from matters_arising.corpus.filter import Filter
from matters_arising.corpus.held import Match, PaperMatches, PassageVectors

HEADING_WEIGHT = 0.5
"""bm25 weight of a word in the heading; in the passage's own text it weighs 1."""

GENEROUS = 4
"""Matches looked through for each one wanted before all that a filter leaves are listed, which
takes 15 ms where it leaves 50,000."""

_EVERYTHING = Filter()
_MATCHES = text("passage_fts MATCH :query")
_FULL_TEXT = text("passage_fts")
_ROWID: ColumnElement[int] = literal_column("passage_fts.rowid")
_ROWID_UNINDEXED: ColumnElement[int] = literal_column("+passage_fts.rowid")
"""The plus keeps SQLite from asking the word index about one allowed passage after another."""
_SCORE: Label[float] = literal_column(f"-bm25(passage_fts, {HEADING_WEIGHT}, 1.0)").label("score")
"""FTS5 gives better matches lower numbers; ours are higher."""


def matches(connection: Connection, query: str, *, limit: int, scope: Filter) -> tuple[Match, ...]:
    """The best passages for an FTS5 query, best first, equals by id."""
    if not scope.narrows:
        return _best(connection, query, limit=limit)
    generous = limit * GENEROUS
    found = _best(connection, query, limit=generous)
    kept = _within(connection, found, scope)
    if len(kept) >= limit or len(found) < generous:
        return kept[:limit]
    return _best(connection, query, limit=limit, scope=scope)


def _best(
    connection: Connection, query: str, *, limit: int, scope: Filter = _EVERYTHING
) -> tuple[Match, ...]:
    found = select(_ROWID.label("id"), _SCORE).select_from(_FULL_TEXT).where(_MATCHES)
    if scope.narrows:
        found = found.where(_ROWID_UNINDEXED.in_(_passages_in(scope)))
    found = found.order_by(text("score DESC"), _ROWID).limit(limit)
    rows = connection.execute(found, {"query": query})
    return tuple(Match(row.id, row.score) for row in rows)


def _within(connection: Connection, found: Sequence[Match], scope: Filter) -> tuple[Match, ...]:
    """Those of the matches that a filter leaves."""
    ids = among(schema.passage.c.id, [match.passage for match in found])
    left = set(connection.execute(_passages_in(scope).where(ids)).scalars())
    return tuple(match for match in found if match.passage in left)


def count_matches(connection: Connection, query: str, *, at_most: int) -> int:
    """How many passages match an FTS5 query, counting no further than `at_most`."""
    found = select(_ROWID).select_from(_FULL_TEXT).where(_MATCHES).limit(at_most).subquery()
    counted = select(func.count()).select_from(found)
    return int(connection.execute(counted, {"query": query}).scalar_one())


def count_by_paper(connection: Connection, query: str, *, at_most: int) -> tuple[PaperMatches, ...]:
    """How many passages of each paper match an FTS5 query, counting no further than `at_most`."""
    found = select(_ROWID.label("id")).select_from(_FULL_TEXT).where(_MATCHES).limit(at_most)
    passage, paper = schema.passage.c, schema.paper.c
    ids = found.subquery()
    counted = (
        select(paper.sha256, paper.title, paper.name, func.count().label("matches"), paper.passages)
        .select_from(ids)
        .join(schema.passage, passage.id == ids.c.id)
        .join(schema.paper, paper.id == passage.paper_id)
        .group_by(paper.id)
        .order_by(paper.id)
    )
    rows = connection.execute(counted, {"query": query})
    return tuple(
        PaperMatches(row.sha256, f"{row.title} {row.name}", row.matches, row.passages)
        for row in rows
    )


def stems(connection: Connection, initial: str) -> tuple[str, ...]:
    """The stems in the index that begin with a letter and stand in more than one passage."""
    query = text("SELECT term FROM passage_word WHERE term >= :first AND term < :after AND doc > 1")
    rows = connection.execute(query, {"first": initial, "after": chr(ord(initial) + 1)})
    return tuple(row.term for row in rows)


def count_papers(connection: Connection) -> int:
    """How many papers are held."""
    return int(connection.execute(select(func.count()).select_from(schema.paper)).scalar_one())


def count_passages(connection: Connection) -> int:
    """How many passages are held."""
    return int(connection.execute(select(func.sum(schema.paper.c.passages))).scalar() or 0)


def allowed_passages(connection: Connection, scope: Filter) -> "array[int]":
    """The ids of the passages that a filter leaves, ascending."""
    return _ids(connection, _passages_in(scope))


def _ids(connection: Connection, query: Select[Any]) -> "array[int]":
    """The ids of a query, ascending: one JSON value is read faster than many rows."""
    ids = query.order_by(schema.passage.c.id).subquery()
    listed = connection.execute(select(func.json_group_array(ids.c.id))).scalar_one()
    return array("q", json.loads(listed))


def _passages_in(scope: Filter) -> Select[Any]:
    query = select(schema.passage.c.id)
    if scope.kinds:
        query = query.where(schema.passage.c.kind.in_(scope.kinds))
    if Filter(kinds=scope.kinds) != scope:
        query = query.where(schema.passage.c.report_id.in_(reports_in(scope)))
    return query


def passages_without_vectors(connection: Connection) -> "array[int]":
    """The ids of the passages that wait to be encoded, ascending."""
    vector = schema.passage_vector.c.passage_id
    query = select(schema.passage.c.id).where(~exists().where(vector == schema.passage.c.id))
    return _ids(connection, query)


def write_vectors(connection: Connection, vectors: Iterable[PassageVectors]) -> None:
    """Keep these vectors, in place of any older ones of the same passages."""
    kept = list(vectors)
    _replace(
        connection,
        schema.passage_vector,
        [{"passage_id": v.passage, "vector": v.vector} for v in kept],
    )
    _replace(
        connection,
        schema.passage_tokens,
        [{"passage_id": v.passage, "tokens": v.tokens} for v in kept if v.tokens is not None],
    )


def _replace(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table).prefix_with("OR REPLACE"), rows)


def stored_vectors(connection: Connection) -> Iterator[tuple[int, bytes]]:
    """Every passage's id and vector, by id."""
    table = schema.passage_vector
    query = select(table.c.passage_id, table.c.vector).order_by(table.c.passage_id)
    for row in connection.execution_options(yield_per=5000).execute(query):
        yield row.passage_id, row.vector


def stored_tokens(connection: Connection, ids: Sequence[int]) -> tuple[bytes | None, ...]:
    """The token vectors of passages, in the order of `ids`; None where there are none."""
    table = schema.passage_tokens
    rows = connection.execute(select(table).where(among(table.c.passage_id, ids)))
    found = {row.passage_id: row.tokens for row in rows}
    return tuple(found.get(number) for number in ids)


def delete_vectors(connection: Connection) -> None:
    """Drop the vectors and token vectors of every passage."""
    connection.execute(delete(schema.passage_tokens))
    connection.execute(delete(schema.passage_vector))
