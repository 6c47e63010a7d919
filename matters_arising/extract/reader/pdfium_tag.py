"""Headings that a page is tagged with, as PDFium tells them."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from matters_arising.extract.reader.page import HEADING_TAG, Heading

DEEPEST = 40
"""A tree of tags deeper than this is a trap."""

MOST_TAGS = 20_000
"""A page with more tags than this is a trap too."""


def read_headings(page: pdfium.PdfPage) -> tuple[Heading, ...]:
    """The headings that the page's tags name, in the order of the tags."""
    tree = c.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return ()
    try:
        roots = _children(tree, c.FPDF_StructTree_CountChildren, c.FPDF_StructTree_GetChildAtIndex)
        tagged = [(level, set(_contents(element))) for level, element in _tagged(roots)]
    finally:
        c.FPDF_StructTree_Close(tree)
    if not tagged:
        return ()
    texts = _texts(page, set().union(*(ids for _, ids in tagged)))
    said = ((level, "".join(text for n, text in texts if n in ids)) for level, ids in tagged)
    return tuple(Heading(level, text.strip()) for level, text in said if text.strip())


def _children(parent: Any, count: Any, get: Any) -> Iterator[Any]:
    return filter(None, (get(parent, index) for index in range(count(parent))))


def _within(element: Any) -> Iterator[Any]:
    count, get = c.FPDF_StructElement_CountChildren, c.FPDF_StructElement_GetChildAtIndex
    return _children(element, count, get)


def _tagged(roots: Iterator[Any]) -> Iterator[tuple[int, Any]]:
    """Every element of the tree that is tagged as a heading, with its level."""
    waiting = [(root, 0) for root in roots][::-1]
    for _ in range(MOST_TAGS):
        if not waiting:
            return
        element, depth = waiting.pop()
        if found := HEADING_TAG.match(_type(element)):
            yield int(found[1]), element
        elif depth < DEEPEST:
            waiting += [(child, depth + 1) for child in _within(element)][::-1]


def _type(element: Any) -> str:
    buffer = ctypes.create_string_buffer(64)
    length = c.FPDF_StructElement_GetType(element, buffer, len(buffer))
    return buffer.raw[: max(length - 2, 0)].decode("utf-16-le", "replace")


def _contents(element: Any, depth: int = 0) -> Iterator[int]:
    """The numbers of the marked contents that an element holds, those of its parts too."""
    for index in range(c.FPDF_StructElement_GetMarkedContentIdCount(element)):
        number = c.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index)
        if number >= 0:
            yield number
    if depth < DEEPEST:
        for child in _within(element):
            yield from _contents(child, depth + 1)


def _texts(page: pdfium.PdfPage, wanted: set[int]) -> list[tuple[int, str]]:
    """The pieces of text in these marked contents, each with its number, in drawing order."""
    seen = page.get_textpage()
    try:
        found = page.get_objects(filter=[c.FPDF_PAGEOBJ_TEXT], max_depth=4)
        return [
            (number, _text(shape, seen))
            for shape in found
            if (number := c.FPDFPageObj_GetMarkedContentID(shape.raw)) in wanted
        ]
    finally:
        seen.close()


def _text(shape: Any, seen: Any) -> str:
    length = c.FPDFTextObj_GetText(shape.raw, seen.raw, None, 0)
    buffer = (c.FPDF_WCHAR * (length // 2 + 1))()
    c.FPDFTextObj_GetText(shape.raw, seen.raw, buffer, length)
    return bytes(buffer)[:length].decode("utf-16-le", "replace").rstrip("\0")
