"""Threads into the catalogue and their links out of it."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from matters_arising.corpus.catalogue import schema
from matters_arising.corpus.catalogue.condition import among
from matters_arising.corpus.thread import ThreadLink, Threads


def write_threads(connection: Connection, threads: Threads) -> None:
    """Keep these threads and links, in place of all older ones of the same actions."""
    table, threaded = schema.thread_link, threads.threaded
    renewed = [one.action for one in threaded]
    connection.execute(delete(table).where(among(table.c.earlier_id, renewed)))
    connection.execute(delete(table).where(among(table.c.later_id, renewed)))
    if threaded:
        named = update(schema.action).where(schema.action.c.id == bindparam("action_id"))
        connection.execute(
            named.values(thread=bindparam("name")),
            [{"action_id": one.action, "name": one.thread} for one in threaded],
        )
    if threads.links:
        connection.execute(insert(table), [_link_row(link) for link in threads.links])


def _link_row(link: ThreadLink) -> dict[str, object]:
    return {
        "earlier_id": link.earlier,
        "later_id": link.later,
        "why": link.why,
        "sure": link.sure,
        "joined": link.joined,
    }


def mark_of_actions(connection: Connection) -> tuple[int, int]:
    """A mark that is another whenever an action has come or gone: ids are never used twice."""
    ids = schema.action.c.id
    count, total = connection.execute(select(func.count(ids), func.total(ids))).one()
    return count, int(total)


def links_of(connection: Connection, actions: Iterable[int]) -> tuple[ThreadLink, ...]:
    """The links that begin or end at one of these actions, the surest first."""
    table = schema.thread_link
    wanted = list(actions)
    touches = among(table.c.earlier_id, wanted) | among(table.c.later_id, wanted)
    query = select(table).where(touches)
    ordered = query.order_by(table.c.sure.desc(), table.c.earlier_id, table.c.later_id)
    return tuple(
        ThreadLink(row.earlier_id, row.later_id, row.why, row.sure, row.joined)
        for row in connection.execute(ordered)
    )
