"""Papers put to the test: added to a library, with the gold that they are scored on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from matters_arising.corpus import sample
from matters_arising.corpus.filter import Filter
from matters_arising.corpus.outcome import AddReport, Listener
from matters_arising.errors import MattersArisingError
from matters_arising.eval.gold import Gold, read_gold
from matters_arising.library import Library


@dataclass(frozen=True, slots=True)
class Exam:
    """An open library, what became of the papers when they were added, and their gold."""

    library: Library
    gold: Gold
    files: tuple[Path, ...]
    added: AddReport

    @property
    def scope(self) -> Filter:
        """The papers of the exam and no other."""
        return Filter(papers=tuple(path.stem for path in self.files))

    def narrowest_scope(self) -> Filter:
        """The scope, or none at all where the library holds nothing else."""
        others = len(self.library.papers()) > len(self.library.papers(self.scope))
        return self.scope if others else Filter()


@contextmanager
def open_exam(
    *, library: Path | None, gold: Path | None, papers: Path | None, on_progress: Listener
) -> Iterator[Exam]:
    """Add the papers of a folder to a library and read their gold.

    Without folders they are the bundled sample's; the library is by default one that is made
    for this and thrown away.

    Raises:
        GoldUnreadable: there is no gold in `gold`, or it is not in the shape of its kind.
        MattersArisingError: there is no PDF in `papers`.
    """
    truth = read_gold(gold or sample.GOLD)
    files = _find_papers(papers or sample.PAPERS)
    with (
        TemporaryDirectory(prefix="matters-eval-") as temporary,
        Library.create(library or Path(temporary) / "library") as opened,
    ):
        yield Exam(opened, truth, files, opened.add(files, on_progress=on_progress))


def _find_papers(folder: Path) -> tuple[Path, ...]:
    """The PDFs of a folder, by name."""
    if files := tuple(sorted(folder.glob("*.pdf"))):
        return files
    raise MattersArisingError(f"{folder} holds no PDF. Name the folder of the gold's papers.")
