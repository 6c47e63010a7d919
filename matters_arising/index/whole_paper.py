"""A paper from its PDF to its passages, as a child process makes it."""

from dataclasses import replace
from pathlib import Path

from matters_arising.corpus.reading import Reading


def read_whole_paper(path: Path) -> Reading:
    """Read a paper and cut it into passages.

    In a module of its own, so that a child imports what reading takes and not all that a
    library does; and so that a library imports nothing of reading until there is a paper.
    """
    from matters_arising.extract.reading import read_paper
    from matters_arising.index.passage import make_passages

    reading = read_paper(path)
    return replace(reading, passages=make_passages(reading))
