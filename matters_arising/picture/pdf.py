"""The PDF that a paper was read from, and a picture of one of its pages."""

from functools import partial
from pathlib import Path

from matters_arising.corpus.paper import Paper
from matters_arising.errors import MattersArisingError, PaperUnreadable
from matters_arising.extract.intake import hash_file
from matters_arising.extract.pool import Limits, read_all
from matters_arising.extract.reader.render import PageView, view_page
from matters_arising.library import Library
from matters_arising.picture.page import draw_page

_LIMITS = Limits()


def picture_page(library: Library, paper: Paper, number: int, *, pdf: Path | None = None) -> bytes:
    """A PNG of a page with what was read there; `pdf` where the file was moved.

    Raises:
        MattersArisingError: the PDF is not where it was, or is not the one that was read.
    """
    path = find_pdf(library, paper, pdf)
    return draw_page(library.catalogue.reading(paper.id), number, view_apart(path, number))


def find_pdf(library: Library, paper: Paper, given: Path | None = None) -> Path:
    """The PDF that a paper was read from: as given, else where it was when it was added."""
    path = given or library.catalogue.file(paper.id)
    if path is None:
        raise MattersArisingError(
            f"The library does not say where the PDF of {paper.name} is. Name it with --pdf FILE."
        )
    try:
        found = hash_file(path)
    except OSError as error:
        raise MattersArisingError(
            f"{path} cannot be opened ({error.strerror or error}). Name where the PDF of "
            f"{paper.name} is with --pdf FILE."
        ) from error
    if found != paper.id:
        raise MattersArisingError(
            f"{path} is not the file that was read: its content differs. "
            "Name the right one with --pdf FILE, or add this one."
        )
    return path


def view_apart(path: Path, number: int) -> PageView:
    """A page of a PDF, looked at within limits by a process that may fail."""
    look = partial(view_page, number=number)
    (view,) = read_all([path], look, jobs=1, limits=_LIMITS)
    if isinstance(view, PaperUnreadable):
        raise view
    return view
