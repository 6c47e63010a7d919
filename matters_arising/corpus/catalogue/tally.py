"""Where each paper's passages stand among all, so that counting by paper reads none of them."""

from sqlalchemy import Connection, func, select

from matters_arising.corpus.catalogue import schema
from matters_arising.corpus.held import Run, Runs


def read_runs(connection: Connection) -> Runs:
    """The run of every paper that has passages: one look at an index for each."""
    paper, passage = schema.paper.c, schema.passage.c
    first = select(func.min(passage.id)).where(passage.paper_id == paper.id).scalar_subquery()
    query = select(first.label("first"), paper.passages, paper.sha256, paper.title, paper.name)
    rows = connection.execute(query.where(paper.passages > 0).order_by("first"))
    return Runs(
        tuple(Run(at, count, sha, f"{title} {name}") for at, count, sha, title, name in rows)
    )
