"""The catalogue: everything that was read, in one SQLite file that Datasette opens as it is.

SQL stands in this package alone: `schema.py` has the tables, `store.py` writes a reading,
`load.py` reads it back, `condition.py` turns filters into conditions, `listing.py` and
`retrieval.py` query. Every read sees one moment and waits for no writer; every change is one
transaction and moves `generation` on.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine, delete, exists, insert, select

from matters_arising.corpus.catalogue import health, listing, retrieval
from matters_arising.corpus.catalogue.connection import open_engine, transaction
from matters_arising.corpus.catalogue.fact import (
    move_on,
    note_fact,
    read_fact,
    read_generation,
)
from matters_arising.corpus.catalogue.known import KnownPapers
from matters_arising.corpus.catalogue.lineage import links_of, mark_of_actions, write_threads
from matters_arising.corpus.catalogue.load import read_back
from matters_arising.corpus.catalogue.moment import Moment
from matters_arising.corpus.catalogue.recall import Recall
from matters_arising.corpus.catalogue.schema import paper, paper_file, refused_paper
from matters_arising.corpus.catalogue.storable import storable
from matters_arising.corpus.catalogue.store import write_reading
from matters_arising.corpus.filter import ActionFilter, DecisionFilter, Filter, MeasureFilter
from matters_arising.corpus.held import (
    Held,
    HeldPaper,
    Match,
    PassageVectors,
    Refusal,
    Tally,
    Vocabulary,
)
from matters_arising.corpus.paper import Paper
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.reading import Reading
from matters_arising.corpus.record import Action, Decision, Measure
from matters_arising.corpus.register import ActionLine
from matters_arising.corpus.thread import ThreadLink, Threads
from matters_arising.errors import PaperNotHeld

_EVERYTHING = Filter()
_ALL_ACTIONS = ActionFilter()
_ALL_MEASURES = MeasureFilter()
_ALL_DECISIONS = DecisionFilter()
_SERIES = "joined_series"


class Catalogue:
    """An open catalogue; a context manager that closes it."""

    def __init__(self, path: Path, engine: Engine) -> None:
        """Wrap an open engine; `Catalogue.open` makes one."""
        self._path = path
        self._engine = engine
        self._moment = Moment(lambda: transaction(engine, path), read_generation)
        self._papers = KnownPapers()
        self._recall = Recall()

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Self:
        """Open the catalogue in the file `path`; `create` makes it where there is none."""
        return cls(path, open_engine(path, create=create))

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """The catalogue itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Close."""
        self.close()

    def one_moment(self) -> AbstractContextManager[None]:
        """What this thread reads within is all of one moment; it must write nothing meanwhile.

        A question looks up some twenty things, and a view for each took 10 ms.
        """
        return self._moment.keep()

    def _view(self) -> AbstractContextManager[Connection]:
        return self._moment.view()

    @contextmanager
    def _shown(self) -> Iterator[tuple[Connection, int]]:
        """A view, and the generation that it shows."""
        with self._view() as connection:
            yield connection, self._moment.generation(connection)

    @contextmanager
    def _change(self) -> Iterator[Connection]:
        with transaction(self._engine, self._path, writing=True) as connection:
            yield connection
            move_on(connection)

    # Papers

    def put(self, reading: Reading) -> None:
        """Hold this reading, in place of any other of the same paper."""
        try:
            self._put(reading)
        except UnicodeEncodeError:
            self._put(storable(reading))

    def _put(self, reading: Reading) -> None:
        with self._change() as connection:
            connection.execute(delete(paper).where(paper.c.sha256 == reading.paper.id))
            named = refused_paper.c.name == reading.paper.name
            connection.execute(delete(refused_paper).where(named))
            write_reading(connection, reading)

    def remove(self, paper_id: str) -> None:
        """Forget a paper and everything read from it."""
        with self._change() as connection:
            connection.execute(delete(paper).where(paper.c.sha256 == paper_id))
            connection.execute(delete(paper_file).where(paper_file.c.sha256 == paper_id))

    def note_file(self, paper_id: str, path: Path) -> None:
        """Note where the PDF of a paper was last seen."""
        if self.file(paper_id) == path:
            return
        note = insert(paper_file).prefix_with("OR REPLACE")
        with transaction(self._engine, self._path, writing=True) as connection:
            connection.execute(note.values(sha256=paper_id, path=storable(str(path))))

    def file(self, paper_id: str) -> Path | None:
        """Where the PDF of a paper was last seen; None where that was never noted."""
        with self._view() as connection:
            wanted = select(paper_file.c.path).where(paper_file.c.sha256 == paper_id)
            path = connection.execute(wanted).scalar_one_or_none()
            return None if path is None else Path(path)

    def holds(self, paper_id: str) -> bool:
        """Whether a paper of this id is held."""
        with self._view() as connection:
            held = select(exists().where(paper.c.sha256 == paper_id))
            return bool(connection.execute(held).scalar_one())

    def papers(self, scope: Filter = _EVERYTHING) -> tuple[HeldPaper, ...]:
        """The papers of which a report matches the scope."""
        with self._view() as connection:
            return listing.held_papers(connection, scope)

    def names(self, scope: Filter = _EVERYTHING) -> tuple[str, ...]:
        """What the papers in scope are called: the title and the file's name of each."""
        with self._view() as connection:
            return listing.paper_names(connection, scope)

    def paper(self, wanted: str) -> Paper:
        """The one paper that a name, a part of it or an id means; else an error that helps."""
        with self._view() as connection:
            return listing.single_paper(connection, wanted)

    def papers_meant(self, wanted: str) -> list[Paper]:
        """The same, but all the papers of one name where it is given whole."""
        with self._view() as connection:
            return listing.papers_meant(connection, wanted)

    def reading(self, paper_id: str) -> Reading:
        """Everything held of a paper, equal to what was put."""
        with self._view() as connection:
            wanted = select(paper.c.id).where(paper.c.sha256 == paper_id)
            key = connection.execute(wanted).scalar_one_or_none()
            if key is None:
                raise PaperNotHeld(f"No paper with the id {paper_id} is held.")
            return read_back(connection, key)

    def refuse(self, refusal: Refusal) -> None:
        """Note that a paper could not be read; `put` takes the note back."""
        kept = storable(refusal)
        note = insert(refused_paper).prefix_with("OR REPLACE")
        with transaction(self._engine, self._path, writing=True) as connection:
            connection.execute(note.values(name=kept.name, reason=kept.reason))

    def refusals(self) -> tuple[Refusal, ...]:
        """Papers that could not be read, by name."""
        with self._view() as connection:
            rows = connection.execute(select(refused_paper).order_by(refused_paper.c.name))
            return tuple(Refusal(row.name, row.reason) for row in rows)

    # Records, in the order of paper date (undated last), paper name and position

    def actions(self, asked: ActionFilter = _ALL_ACTIONS) -> tuple[Held[Action], ...]:
        """The actions that match."""
        with self._view() as connection:
            return listing.held_actions(connection, asked, self._papers)

    def action_lines(self, asked: ActionFilter = _ALL_ACTIONS) -> tuple[ActionLine, ...]:
        """The same as lines of the register, in half the time."""
        with self._view() as connection:
            return listing.action_lines(connection, asked, self._papers)

    def action_dates(self, asked: ActionFilter = _ALL_ACTIONS) -> tuple[str, ...]:
        """The dates of the reports that have actions that match, each once; "" for none."""
        with self._view() as connection:
            return listing.action_dates(connection, asked)

    def action_wordings(self) -> list[tuple[int, str]]:
        """Every action's id and wording, for those who look for words in all."""
        with self._view() as connection:
            return listing.action_wordings(connection)

    def measures(self, asked: MeasureFilter = _ALL_MEASURES) -> tuple[Held[Measure], ...]:
        """The figures that match."""
        with self._view() as connection:
            return listing.held_measures(connection, asked, self._papers)

    def decisions(self, asked: DecisionFilter = _ALL_DECISIONS) -> tuple[Held[Decision], ...]:
        """The decisions that match."""
        with self._view() as connection:
            return listing.held_decisions(connection, asked, self._papers)

    def vocabulary(self) -> Vocabulary:
        """The committees, owners, refs and abbreviations that the papers use."""
        with self._shown() as shown:
            return self._recall.vocabulary(*shown)

    # Passages

    def passages(self, ids: Iterable[int]) -> tuple[Held[Passage], ...]:
        """Passages in the order of `ids`; those no longer held are left out."""
        with self._view() as connection:
            return listing.held_passages(connection, ids, self._papers)

    def allowed_passages(self, scope: Filter) -> "array[int]":
        """The ids of the passages that a filter leaves, ascending 64-bit integers."""
        with self._shown() as shown:
            return self._recall.allowed(*shown, scope)

    def match(self, query: str, *, limit: int, scope: Filter = _EVERYTHING) -> tuple[Match, ...]:
        """The best passages for a well-formed FTS5 query, best first."""
        with self._shown() as (connection, generation):
            if not scope.narrows:
                return retrieval.best_matches(connection, query, limit=limit)
            allowed = self._recall.allowed(connection, generation, scope)
            return retrieval.matches_in(connection, query, scope, allowed, limit=limit)

    def count_matches(self, query: str, *, at_most: int) -> int:
        """How many passages match an FTS5 query, counting no further than `at_most`."""
        with self._shown() as shown:
            return self._recall.count(*shown, query, at_most=at_most)

    def tally(self, query: str, *, at_most: int) -> Tally:
        """The first passages that match an FTS5 query, at most so many, told apart by paper."""
        with self._shown() as shown:
            return self._recall.tally(*shown, query, at_most=at_most)

    def stems(self, initial: str) -> tuple[str, ...]:
        """The word stems that begin with a letter and stand in more than one passage."""
        with self._view() as connection:
            return retrieval.stems(connection, initial)

    def count_papers(self) -> int:
        """How many papers are held."""
        with self._shown() as shown:
            return self._recall.sizes(*shown)[0]

    def count_passages(self) -> int:
        """How many passages are held."""
        with self._shown() as shown:
            return self._recall.sizes(*shown)[1]

    # Vectors, in the index's own format

    def passages_without_vectors(self, *, after: int = 0) -> "array[int]":
        """The ids above `after` of the passages that wait to be encoded, ascending."""
        with self._view() as connection:
            return retrieval.passages_without_vectors(connection, after=after)

    def save_vectors(self, vectors: Iterable[PassageVectors]) -> None:
        """Keep these vectors in one transaction, in place of older ones."""
        with self._change() as connection:
            retrieval.write_vectors(connection, vectors)

    def encoded_passages(self) -> "array[int]":
        """The ids of the passages that have a vector, ascending."""
        with self._view() as connection:
            return retrieval.encoded_passages(connection)

    def vectors(self, *, after: int = 0) -> Iterator[tuple[int, bytes]]:
        """Encoded passages after one, by id, and their vectors, as they stood when this began."""
        with self._view() as connection:
            yield from retrieval.stored_vectors(connection, after=after)

    def tokens(self, ids: Sequence[int]) -> tuple[bytes | None, ...]:
        """The token vectors of passages, in the order of `ids`; None where there are none."""
        with self._view() as connection:
            return retrieval.stored_tokens(connection, ids)

    def forget_vectors(self) -> None:
        """Drop every vector, so that another model can make them anew."""
        with self._change() as connection:
            retrieval.delete_vectors(connection)

    # Threads

    def save_threads(self, threads: Threads) -> None:
        """Keep these threads and links in one transaction, in place of those of their actions."""
        with transaction(self._engine, self._path, writing=True) as connection:
            write_threads(connection, threads)
            note_fact(connection, _SERIES, " ".join(threads.series))

    def joined_series(self) -> tuple[str, ...]:
        """The fingerprints of the series that the threads held now were joined in."""
        return tuple((self.meta(_SERIES) or "").split())

    def mark_of_actions(self) -> tuple[int, int]:
        """A mark that is another whenever an action has come or gone."""
        with self._view() as connection:
            return mark_of_actions(connection)

    def thread_links(self, actions: Iterable[int]) -> tuple[ThreadLink, ...]:
        """The links that begin or end at one of these actions, the surest first."""
        with self._view() as connection:
            return links_of(connection, actions)

    # The catalogue itself

    def generation(self) -> int:
        """A number that every change of papers or vectors moves on."""
        with self._shown() as (_, generation):
            return generation

    def meta(self, key: str) -> str | None:
        """A fact noted about the library; None where it was not."""
        with self._view() as connection:
            return read_fact(connection, key)

    def set_meta(self, key: str, value: str) -> None:
        """Note a fact about the library."""
        with transaction(self._engine, self._path, writing=True) as connection:
            note_fact(connection, key, value)

    def rebuild_words(self) -> None:
        """Make the full-text index anew from the passages."""
        with self._change() as connection:
            health.rebuild_words(connection)

    def faults(self) -> tuple[str, ...]:
        """What is wrong inside the file, a sentence each; empty where it is sound."""
        with self._view() as connection:
            return health.faults(connection)
