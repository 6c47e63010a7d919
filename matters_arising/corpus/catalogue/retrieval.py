"""Passages by their words, and the kept copy of their vectors."""

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Label,
    Select,
    Table,
    and_,
    delete,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    text,
)

from matters_arising.corpus.catalogue import schema
from matters_arising.corpus.catalogue.condition import among, reports_in
from matters_arising.corpus.filter import Filter
from matters_arising.corpus.held import Match, PassageVectors

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


def matches_in(
    connection: Connection, query: str, scope: Filter, allowed: Sequence[int], *, limit: int
) -> tuple[Match, ...]:
    """The best passages for an FTS5 query among those that a filter allows, ascending."""
    generous = limit * GENEROUS
    found = best_matches(connection, query, limit=generous)
    kept = tuple(match for match in found if _stands_in(allowed, match.passage))
    if len(kept) >= limit or len(found) < generous:
        return kept[:limit]
    return best_matches(connection, query, limit=limit, scope=scope)


def _stands_in(allowed: Sequence[int], passage: int) -> bool:
    place = bisect_left(allowed, passage)
    return place < len(allowed) and allowed[place] == passage


def best_matches(
    connection: Connection, query: str, *, limit: int, scope: Filter = _EVERYTHING
) -> tuple[Match, ...]:
    """The best passages for an FTS5 query within a filter, best first, equals by id."""
    found = select(_ROWID.label("id"), _SCORE).select_from(_FULL_TEXT).where(_MATCHES)
    if scope.narrows:
        found = found.where(_ROWID_UNINDEXED.in_(_passages_in(scope)))
    found = found.order_by(text("score DESC"), _ROWID).limit(limit)
    rows = connection.execute(found, {"query": query})
    return tuple(Match(number, score) for number, score in rows)


def count_matches(connection: Connection, query: str, *, at_most: int) -> int:
    """How many passages match an FTS5 query, counting no further than `at_most`."""
    found = select(_ROWID).select_from(_FULL_TEXT).where(_MATCHES).limit(at_most).subquery()
    counted = select(func.count()).select_from(found)
    return int(connection.execute(counted, {"query": query}).scalar_one())


def matching(connection: Connection, query: str, *, at_most: int) -> "array[int]":
    """The first passages that match an FTS5 query, ascending, no more than `at_most`."""
    found = select(_ROWID.label("id")).select_from(_FULL_TEXT).where(_MATCHES).limit(at_most)
    return _listed(connection, found, {"query": query})


def stems(connection: Connection, initial: str) -> tuple[str, ...]:
    """The stems in the index that begin with a letter and stand in more than one passage."""
    query = text("SELECT term FROM passage_word WHERE term >= :first AND term < :after AND doc > 1")
    rows = connection.execute(query, {"first": initial, "after": chr(ord(initial) + 1)})
    return tuple(row.term for row in rows)


def sizes(connection: Connection) -> tuple[int, int]:
    """How many papers and how many passages are held."""
    papers = func.count(schema.paper.c.id)
    passages = func.coalesce(func.sum(schema.paper.c.passages), 0)
    held, passages_held = connection.execute(select(papers, passages)).one()
    return held, passages_held


def allowed_passages(connection: Connection, scope: Filter) -> "array[int]":
    """The ids of the passages that a filter leaves, ascending."""
    return _ids(connection, _passages_in(scope))


def _ids(connection: Connection, query: Select[Any]) -> "array[int]":
    """The passages of a query, ascending."""
    return _listed(connection, query.order_by(schema.passage.c.id), {})


def _listed(connection: Connection, query: Select[Any], given: Mapping[str, str]) -> "array[int]":
    """The ids of a query in its order: one JSON value is read faster than many rows."""
    listed = select(func.json_group_array(query.subquery().c.id))
    return array("q", json.loads(connection.execute(listed, dict(given)).scalar_one()))


def _passages_in(scope: Filter) -> Select[Any]:
    query = select(schema.passage.c.id)
    if scope.kinds:
        query = query.where(or_(*map(_of_kind, scope.kinds)))
    if Filter(kinds=scope.kinds) != scope:
        query = query.where(schema.passage.c.report_id.in_(reports_in(scope)))
    return query


def _of_kind(kind: str) -> ColumnElement[bool]:
    """Passages of a kind; an action is a row of a table that one was made from."""
    passage = schema.passage.c
    if kind == "action":
        return and_(passage.kind == "row", passage.record_id.is_not(None))
    return passage.kind == kind


def passages_without_vectors(connection: Connection, *, after: int) -> "array[int]":
    """The ids above `after` of the passages that wait to be encoded, ascending.

    As a rule they are the last: the others are looked through only where their count shows it.
    """
    passage, encoded = schema.passage.c.id, schema.passage_vector.c.passage_id
    last = connection.execute(select(func.coalesce(func.max(encoded), 0))).scalar_one()
    until_last = select(func.count()).where(passage > after, passage <= last)
    with_vector = select(func.count()).where(encoded > after)
    if _count(connection, until_last) == _count(connection, with_vector):
        return _ids(connection, select(passage).where(passage > max(last, after)))
    waits = ~exists().where(encoded == passage)
    return _ids(connection, select(passage).where(waits, passage > after))


def _count(connection: Connection, query: Select[Any]) -> int:
    return int(connection.execute(query).scalar_one())


def encoded_passages(connection: Connection) -> "array[int]":
    """The ids of the passages that have a vector, ascending."""
    encoded = schema.passage_vector.c.passage_id
    return _listed(connection, select(encoded.label("id")).order_by(encoded), {})


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


def stored_vectors(connection: Connection, *, after: int) -> Iterator[tuple[int, bytes]]:
    """The ids of the passages after one, ascending, and their vectors."""
    table = schema.passage_vector
    query = select(table.c.passage_id, table.c.vector).where(table.c.passage_id > after)
    ordered = query.order_by(table.c.passage_id)
    for row in connection.execution_options(yield_per=5000).execute(ordered):
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
