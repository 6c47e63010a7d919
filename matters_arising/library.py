"""A library on disk: papers in, records out. Orders the steps; knows no PDF and no vector."""

import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.catalogue.health import Finding
from matters_arising.corpus.filter import ActionFilter, DecisionFilter, Filter, MeasureFilter
from matters_arising.corpus.held import Refusal
from matters_arising.corpus.lock import WAIT_SECONDS, only_writer
from matters_arising.corpus.outcome import AddReport, Listener, Outcome, Progress
from matters_arising.corpus.paper import Paper
from matters_arising.corpus.reading import Reading
from matters_arising.corpus.register import (
    ActionLine,
    DecisionLine,
    MeasureLine,
    PaperLine,
    action_line,
    decision_line,
    measure_line,
    paper_line,
)
from matters_arising.errors import (
    LibraryMissing,
    LibraryUnwritable,
    MattersArisingError,
    PaperUnreadable,
)
from matters_arising.extract.intake import Candidate, find_candidates
from matters_arising.extract.pool import Limits, ReadPaper, read_all
from matters_arising.index.encoder.encoding import (
    Encoding,
    check_model,
    vector_dimension,
)
from matters_arising.index.encoder.lane import usable_cpus
from matters_arising.index.encoder.light import QueryEncoder, query_encoder
from matters_arising.index.encoder.model import DEFAULT_MODEL, find_model
from matters_arising.index.store.vector import VectorStore
from matters_arising.index.whole_paper import read_whole_paper

# Adding papers needs none of these, whose patterns take 0.3 s to compile; nor does asking need
# what joins actions and figures.
if TYPE_CHECKING:
    from matters_arising.index.answer.answering import Answer, Answerer
    from matters_arising.index.answer.citation import Citation
    from matters_arising.index.thread.course import PlanCourse
    from matters_arising.index.thread.fate import Comparison
    from matters_arising.index.thread.fated import Fates
    from matters_arising.index.thread.history import History
    from matters_arising.index.thread.series import Series

CATALOGUE = "catalogue.db"
VECTORS = "vectors"

_LIMITS = Limits()
_EVERYTHING = Filter()
_ALL_ACTIONS = ActionFilter()
_ALL_MEASURES = MeasureFilter()
_ALL_DECISIONS = DecisionFilter()


def default_path() -> Path:
    """`$MATTERS_LIBRARY`, else a folder of the user's data."""
    if chosen := os.environ.get("MATTERS_LIBRARY"):
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("matters-arising", appauthor=False)


class Library:
    """An open library; a context manager that closes it."""

    def __init__(self, folder: Path, catalogue: Catalogue, *, model: str) -> None:
        """Wrap an open catalogue; `open` and `create` make one."""
        self.folder = folder
        self.catalogue = catalogue
        self.model = model

    @classmethod
    def open(cls, folder: Path | None = None, *, model: str = DEFAULT_MODEL) -> Self:
        """Open the library in `folder`; LibraryMissing where there is none."""
        where = folder or default_path()
        return cls(where, Catalogue.open(where / CATALOGUE), model=model)

    @classmethod
    def create(cls, folder: Path | None = None, *, model: str = DEFAULT_MODEL) -> Self:
        """Open the library in `folder`, made first where there is none."""
        where = folder or default_path()
        try:
            return cls.open(where, model=model)
        except LibraryMissing:
            _make_folder(where)
        with only_writer(where):
            return cls(where, Catalogue.open(where / CATALOGUE, create=True), model=model)

    def close(self) -> None:
        """Let go of the files."""
        self.catalogue.close()

    def __enter__(self) -> Self:
        """The library itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Close."""
        self.close()

    def vector_store(self) -> VectorStore | None:
        """Search by likeness; None while no passage has a vector."""
        dimension = vector_dimension(self.catalogue)
        if dimension is None:
            return None
        check_model(self.catalogue, self._model_name)
        folder = self.folder / VECTORS
        return VectorStore(folder, self.catalogue, model=self._model_name, dimension=dimension)

    @cached_property
    def _model_name(self) -> str:
        """The model's identity, which takes reading all its weights."""
        return find_model(self.model).name

    @cached_property
    def _encoder(self) -> QueryEncoder:
        """What turns passages and questions into vectors, loaded once."""
        return query_encoder(self.model)

    # Papers in and out

    def add(
        self,
        paths: Iterable[Path],
        *,
        jobs: int | None = None,
        force: bool = False,
        wait: float = WAIT_SECONDS,
        on_progress: Listener = lambda progress: None,
        read: ReadPaper = read_whole_paper,
        limits: Limits = _LIMITS,
    ) -> AddReport:
        """Read PDFs, given by file or folder, into the library.

        What is held already is passed by, unless `force` is set; what cannot be read is
        refused, and the rest goes on. Each paper enters whole or not at all, so this may be
        interrupted in any way; the next `add` finishes what this one left. `wait` is how many
        seconds another writer is given. Reading happens in child processes, so a script must
        call this under `if __name__ == "__main__":`.
        """
        with only_writer(self.folder, wait=wait):
            check_model(self.catalogue, self._model_name)
            candidates = list(find_candidates(paths))
            wanted = self._wanted(candidates, force=force)
            readings = read_all(
                list(wanted.values()), read, jobs=jobs or usable_cpus(), limits=limits
            )
            outcomes = []
            with self._encoding(on_progress) as encoding:
                if wanted:
                    encoding.warm_up()
                with closing(readings):
                    for outcome in self._take(candidates, set(wanted.values()), readings):
                        outcomes.append(outcome)
                        on_progress(Progress("reading", len(outcomes), len(candidates), outcome))
                        encoding.begin_new()
                self._index(encoding)
        return AddReport(tuple(outcomes))

    def remove(self, papers: Iterable[str], *, wait: float = WAIT_SECONDS) -> tuple[Paper, ...]:
        """Take papers out by name or id: all of them, or none where one is not held."""
        with only_writer(self.folder, wait=wait):
            found = tuple(dict.fromkeys(self.catalogue.paper(name) for name in papers))
            for paper in found:
                self.catalogue.remove(paper.id)
            with self._encoding() as encoding:
                self._index(encoding)
        return found

    def _wanted(self, candidates: Iterable[Candidate], *, force: bool) -> dict[str, Path]:
        """The first file of each content that is to be read."""
        wanted: dict[str, Path] = {}
        for candidate in candidates:
            if candidate.id and (force or not self.catalogue.holds(candidate.id)):
                wanted.setdefault(candidate.id, candidate.path)
        return wanted

    def _take(
        self,
        candidates: Iterable[Candidate],
        wanted: set[Path],
        readings: Iterator[Reading | PaperUnreadable],
    ) -> Iterator[Outcome]:
        """Settle each file in turn; `readings` has one for each that is wanted."""
        for candidate in candidates:
            if candidate.id is None:
                yield Outcome(candidate.path, "refused", reason=candidate.reason)
            elif candidate.path in wanted:
                yield self._keep(candidate.path, next(readings))
            elif self.catalogue.holds(candidate.id):
                self.catalogue.note_file(candidate.id, candidate.path.absolute())
                yield Outcome(candidate.path, "held", self.catalogue.paper(candidate.id))
            else:
                reason = f"{candidate.path.name} is a copy of a paper that could not be read."
                yield Outcome(candidate.path, "refused", reason=reason)

    def _keep(self, path: Path, reading: Reading | PaperUnreadable) -> Outcome:
        if isinstance(reading, PaperUnreadable):
            return self._refuse(path, str(reading))
        known = self.catalogue.holds(reading.paper.id)
        self.catalogue.put(reading)
        self.catalogue.note_file(reading.paper.id, path.absolute())
        return Outcome(path, "replaced" if known else "added", reading.paper, audit=reading.audit)

    def _refuse(self, path: Path, reason: str) -> Outcome:
        self.catalogue.refuse(Refusal(path.stem, reason))
        return Outcome(path, "refused", reason=reason)

    def _encoding(self, on_progress: Listener = lambda progress: None) -> Encoding:
        def tell(done: int, begun: int) -> None:
            on_progress(Progress("encoding", done, begun))

        return Encoding(self.catalogue, lambda: self._encoder, on_saved=tell)

    def _index(self, encoding: Encoding) -> None:
        """Encode what has no vector yet, from this run or one cut short; renew what is derived."""
        from matters_arising.index.thread.joining import renew_threads

        encoding.begin_all()
        renew_threads(self.catalogue)  # beside the last of the encoding
        encoding.finish()
        if store := self.vector_store():
            store.refresh()
        renew_threads(self.catalogue)  # notes that vectors, which they hang not on, came since

    # Records, in the order of paper date (undated last), paper name and position

    def papers(self, scope: Filter = _EVERYTHING) -> tuple[PaperLine, ...]:
        """The papers held."""
        return tuple(map(paper_line, self.catalogue.papers(scope)))

    def actions(
        self, asked: ActionFilter = _ALL_ACTIONS, fates: "Fates | None" = None
    ) -> tuple[ActionLine, ...]:
        """The action register; of actions that met some fates, the reports that show it."""
        if fates is None:
            return self.catalogue.action_lines(asked)
        from matters_arising.index.thread.fated import find_actions

        return tuple(map(action_line, find_actions(self.catalogue, asked, fates)))

    def measures(self, asked: MeasureFilter = _ALL_MEASURES) -> tuple[MeasureLine, ...]:
        """The figures."""
        return tuple(map(measure_line, self.catalogue.measures(asked)))

    def series(self, asked: MeasureFilter = _ALL_MEASURES) -> "tuple[Series, ...]":
        """The figures joined by measure, each measure's by the day they speak of."""
        from matters_arising.index.thread.series import join_series

        return join_series(self.catalogue.measures(asked))

    def decisions(self, asked: DecisionFilter = _ALL_DECISIONS) -> tuple[DecisionLine, ...]:
        """Resolutions and recommendations."""
        return tuple(map(decision_line, self.catalogue.decisions(asked)))

    # Questions

    def history(self, asked: str, *, as_of: str | None = None) -> "History":
        """What became of the action that a ref or some words mean, as of today or a date."""
        from matters_arising.index.thread.history import history

        return history(self.catalogue, asked, as_of=as_of)

    def compare(self, before: str, after: str) -> "tuple[Comparison, ...]":
        """Two issues of a plan, by name or id, side by side."""
        from matters_arising.index.thread.fate import compare
        from matters_arising.index.thread.reach import actions_through

        papers = [self.catalogue.paper(paper) for paper in (before, after)]
        actions = actions_through(self.catalogue, [paper.id for paper in papers])
        return compare(actions, *(paper.name for paper in papers))

    def plan(self, paper: str) -> "PlanCourse":
        """The plan that a paper, by name or id, is an issue of, through all its issues."""
        from matters_arising.index.thread.course import follow_plan
        from matters_arising.index.thread.reach import actions_around

        asked = self.catalogue.paper(paper)
        return follow_plan(actions_around(self.catalogue, asked.id), asked.name)

    def ask(self, question: str, *, scope: Filter = _EVERYTHING) -> "Answer":
        """The answer that the papers in scope give, or an honest refusal."""
        return self._answerer.answer(question, scope=scope)

    def search(
        self, words: str, *, scope: Filter = _EVERYTHING, limit: int = 10
    ) -> "tuple[Citation, ...]":
        """The best passages for some words, best first."""
        return self._answerer.find(words, scope=scope, limit=limit)

    @cached_property
    def _answerer(self) -> "Answerer":
        """What answers, with its search made ready once."""
        from matters_arising.index.answer.answering import Answerer
        from matters_arising.index.search import Searcher

        searcher = Searcher(self.catalogue, self.vector_store(), self._encoder)
        return Answerer(self.catalogue, searcher)

    # Health

    def doctor(self) -> list[Finding]:
        """What is wrong with the library; empty where nothing is."""
        return list(self._findings())

    def repair(self, *, wait: float = WAIT_SECONDS) -> None:
        """Make everything derived from the catalogue's records anew; needs no PDF."""
        from matters_arising.index.thread.joining import renew_threads

        with only_writer(self.folder, wait=wait):
            self.catalogue.rebuild_words()
            with self._encoding() as encoding:
                self._index(encoding)
            renew_threads(self.catalogue, anew=True)
            if store := self.vector_store():
                store.rebuild()

    def _findings(self) -> Iterator[Finding]:
        from matters_arising.index.thread.joining import are_threads_current

        repair = "Run 'matters doctor --repair'."
        for fault in self.catalogue.faults():
            yield Finding(fault, f"{repair} If it stays, restore a backup or add again.")
        if waiting := len(self.catalogue.passages_without_vectors()):
            yield Finding(f"{waiting} passages wait to be encoded.", repair)
        elif not are_threads_current(self.catalogue):
            yield Finding("The actions are not joined through the papers now held.", repair)
        try:
            store = self.vector_store()
        except MattersArisingError as error:
            yield Finding(str(error), "Install or name the right model.")
            return
        for problem in store.problems() if store else ():
            yield Finding(problem, repair)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryUnwritable(
            f"The folder {folder} cannot be made ({error.strerror or error}). "
            "Choose another with --library."
        ) from error
