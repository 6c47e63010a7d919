"""The fast reader: pages as pypdfium2 gives them, the same as the reference to a point."""

import ctypes
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as c

from matters_arising.corpus.paper import Box
from matters_arising.errors import PaperDamaged, PaperEncrypted
from matters_arising.extract.reader.affine import displayed_size, to_top_left
from matters_arising.extract.reader.page import Page, failed_page
from matters_arising.extract.reader.pdfium_call import handle_of
from matters_arising.extract.reader.pdfium_path import Shapes
from matters_arising.extract.reader.pdfium_tag import read_headings
from matters_arising.extract.reader.pdfium_text import read_glyphs
from matters_arising.extract.reader.raw import (
    PageSizeWrong,
    RawPage,
    damaged_message,
    encrypted_message,
    finish_page,
)

MOST_FAILURES = 100
"""After so many bad pages in a row there are none: the file lies about how many it has."""


def read_pages(path: Path) -> Iterator[Page]:
    """Yield the pages of the PDF at `path`.

    Raises:
        PaperEncrypted: it opens only with a password.
        PaperDamaged: it cannot be opened as a PDF.
    """
    document = open_document(path)
    failures = 0
    try:
        for index in range(len(document)):
            page = _read_page(document, index)
            yield page
            failures = failures + 1 if page.failed else 0
            if failures == MOST_FAILURES:
                return
    finally:
        document.close()


def read_page(path: Path, number: int) -> Page:
    """One page of the PDF at `path`, counted from 1. Raises as `read_pages` does."""
    with open_document(path) as document:
        return _read_page(document, number - 1)


def open_document(path: Path) -> pdfium.PdfDocument:
    """The PDF at `path`, opened. Raises as `read_pages` does."""
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == c.FPDF_ERR_PASSWORD:
            raise PaperEncrypted(encrypted_message(path)) from error
        raise PaperDamaged(damaged_message(path)) from error


def _read_page(document: pdfium.PdfDocument, index: int) -> Page:
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return failed_page(index + 1, "it is damaged")
    try:
        tagged = bool(c.FPDFCatalog_IsTagged(document.raw))
        return finish_page(_gather(page, index + 1, tagged=tagged))
    except PageSizeWrong as error:
        return failed_page(index + 1, str(error))
    except Exception as error:  # one bad page must not cost the others
        return failed_page(index + 1, type(error).__name__)
    finally:
        page.close()


def _gather(page: pdfium.PdfPage, number: int, *, tagged: bool) -> RawPage:
    rotation, shown = page.get_rotation(), _shown_box(page)
    to_ours = to_top_left(shown, rotation)
    width, height = displayed_size(shown, rotation)
    drawn, text_page = handle_of(page.raw), page.get_textpage()
    try:
        written = handle_of(text_page.raw)
        shapes, glyphs = Shapes(drawn, to_ours), read_glyphs(drawn, written, to_ours)
        headings = read_headings(drawn, written) if tagged else ()
    finally:
        text_page.close()
    return RawPage(
        number,
        width,
        height,
        glyphs,
        shapes.tracing,
        shapes.images,
        headings,
    )


def _shown_box(page: pdfium.PdfPage) -> Box:
    """What of the page is displayed: left, bottom, right, top in PDF coordinates."""
    edges = c.FS_RECTF()
    c.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(edges))
    return (edges.left, edges.bottom, edges.right, edges.top)
