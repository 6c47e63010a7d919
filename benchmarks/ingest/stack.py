"""More papers than there are: copies, each of which is a paper of its own to a library."""

from pathlib import Path

from benchmarks.ingest.contender import list_papers


def stack_papers(papers: Path, folder: Path, *, times: int) -> Path:
    """Copy the PDFs of a folder so many times into a new one, which is returned.

    A copy differs from the others by a comment behind its end, and so by its SHA-256: it is
    read and encoded as they are. They come one whole set after another, so that `add`, which
    encodes a passage once where it comes twice among some 250, gains nothing by the copies.
    """
    folder.mkdir()
    for number in range(times):
        for path in list_papers(papers):
            copy = folder / f"{number + 1}-{path.name}"
            copy.write_bytes(path.read_bytes() + b"\n%% copy %d\n" % (number + 1))
    return folder
