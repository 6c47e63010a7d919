"""The bookmarks of a PDF: the outline that a viewer shows beside it."""

from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium

MOST_BOOKMARKS = 5_000
DEEPEST = 6


class Bookmark(NamedTuple):
    """A bookmark: its depth from 1, its title, the page it leads to."""

    level: int
    title: str
    page: int


def read_bookmarks(path: Path) -> tuple[Bookmark, ...]:
    """The bookmarks that lead to a page of the PDF; none where they cannot be read."""
    try:
        with pdfium.PdfDocument(path) as document:
            listed = islice(document.get_toc(max_depth=DEEPEST), MOST_BOOKMARKS)
            return tuple(mark for entry in listed if (mark := _bookmark(entry)) is not None)
    except Exception:  # they only help: a paper without them is read all the same
        return ()


def _bookmark(entry: pdfium.PdfBookmark) -> Bookmark | None:
    target = entry.get_dest()
    index = target.get_index() if target else None
    if index is None:
        return None
    return Bookmark(entry.level + 1, entry.get_title().strip(), index + 1)
