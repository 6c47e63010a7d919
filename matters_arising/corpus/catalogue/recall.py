"""What question after question looks up again: worked out once for each generation."""

from array import array

from sqlalchemy import Connection

from matters_arising.corpus.catalogue import listing, retrieval
from matters_arising.corpus.catalogue.remembered import Remembered
from matters_arising.corpus.catalogue.tally import read_runs
from matters_arising.corpus.filter import Filter
from matters_arising.corpus.held import Runs, Tally, Vocabulary

WORDS_REMEMBERED = 256
"""Words whose passages are kept: those of a common word take 40 kB."""

SCOPES_REMEMBERED = 2
"""Filters whose passages are kept: that asked for, and the narrower one of a question."""


class Recall:
    """What was looked up in views of one catalogue; each is told with the generation it shows."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._vocabulary = Remembered[None, Vocabulary](most=1)
        self._allowed = Remembered[Filter, "array[int]"](most=SCOPES_REMEMBERED)
        self._counts = Remembered[tuple[str, int], int](most=WORDS_REMEMBERED)
        self._tallies = Remembered[tuple[str, int], Tally](most=WORDS_REMEMBERED)
        self._runs = Remembered[None, Runs](most=1)
        self._sizes = Remembered[None, tuple[int, int]](most=1)

    def vocabulary(self, connection: Connection, generation: int) -> Vocabulary:
        """The names that the papers use: 100,000 passages take 30 ms."""
        return self._vocabulary.get(generation, None, lambda: listing.vocabulary(connection))

    def allowed(self, connection: Connection, generation: int, scope: Filter) -> "array[int]":
        """The passages that a filter leaves: half of 100,000 take 30 ms."""
        return self._allowed.get(
            generation, scope, lambda: retrieval.allowed_passages(connection, scope)
        )

    def count(self, connection: Connection, generation: int, query: str, *, at_most: int) -> int:
        """How many passages match, at most so many: 10,000 take 1 ms, and a question has ten words.

        What was tallied as far is not counted again.
        """
        key = (query, at_most)
        if (tally := self._tallies.known(generation, key)) is not None:
            return len(tally.passages)
        return self._counts.get(
            generation, key, lambda: retrieval.count_matches(connection, query, at_most=at_most)
        )

    def tally(self, connection: Connection, generation: int, query: str, *, at_most: int) -> Tally:
        """The first passages that match, at most so many: 5,000 take 2 ms."""

        def work_out() -> Tally:
            runs = self._runs.get(generation, None, lambda: read_runs(connection))
            return Tally(retrieval.matching(connection, query, at_most=at_most), runs)

        return self._tallies.get(generation, (query, at_most), work_out)

    def sizes(self, connection: Connection, generation: int) -> tuple[int, int]:
        """How many papers and passages are held: each question asks three times."""
        return self._sizes.get(generation, None, lambda: retrieval.sizes(connection))
