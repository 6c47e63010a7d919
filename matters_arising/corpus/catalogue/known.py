"""Papers that were read from the catalogue before."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from matters_arising.corpus.catalogue import schema
from matters_arising.corpus.catalogue.condition import among
from matters_arising.corpus.catalogue.load import PAPER_COLUMNS, paper_from
from matters_arising.corpus.paper import Paper

PAPERS_KEPT = 20_000
"""Papers kept at the most: some 10 MB."""


class KnownPapers:
    """Papers by their row, each read once: no row changes, and no number is given twice."""

    def __init__(self) -> None:
        """None yet."""
        self._papers: dict[int, Paper] = {}

    def of(self, connection: Connection, rows: Iterable[int]) -> Mapping[int, Paper]:
        """The papers of some rows of `paper` that there are."""
        wanted = set(rows)
        if len(self._papers) > PAPERS_KEPT:
            self._papers.clear()
        if unknown := wanted - self._papers.keys():
            told = (schema.paper.c[name] for name in PAPER_COLUMNS)
            query = select(schema.paper.c.id, *told).where(among(schema.paper.c.id, unknown))
            for row, *told_of_it in connection.execute(query).all():
                self._papers[row] = paper_from(told_of_it)
        return {row: self._papers[row] for row in wanted}
