"""The reference reader: pages as pdfplumber gives them."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from matters_arising.corpus.paper import Box
from matters_arising.errors import PaperDamaged, PaperEncrypted
from matters_arising.extract.reader.affine import displayed_size, to_top_left
from matters_arising.extract.reader.glyph import (
    NO_GLYPHS,
    Glyphs,
    find_printed,
    is_bold_name,
    pick_text,
)
from matters_arising.extract.reader.page import HEADING_TAG, Heading, Page, failed_page
from matters_arising.extract.reader.path import Step, Tracing
from matters_arising.extract.reader.raw import (
    PageSizeWrong,
    RawPage,
    damaged_message,
    encrypted_message,
    finish_page,
)
from matters_arising.extract.reader.rule import Point
from matters_arising.extract.reader.turn import turn_of

BULLET_127 = "(cid:127)"
"""What pdfminer gives for the bullet that many encodings keep at 127."""

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it logs every oddity it survives


def read_pages(path: Path) -> Iterator[Page]:
    """Yield the pages of the PDF at `path`.

    Raises:
        PaperEncrypted: it opens only with a password.
        PaperDamaged: it cannot be opened as a PDF.
    """
    pdf = _open(path)
    try:
        for number, page in enumerate(_pages(pdf, path), 1):
            yield _read_page(page, number)
            page.close()  # or pdfplumber holds every page's characters until the end
    finally:
        pdf.stream.close()  # pdf.close() would look for the pages of a damaged file again


def _open(path: Path) -> Any:
    try:
        return pdfplumber.open(path)
    except PdfminerException as error:
        raise _explain(error, path) from error
    except Exception as error:  # pdfminer raises bare TypeErrors on broken files
        raise PaperDamaged(damaged_message(path)) from error


def _pages(pdf: Any, path: Path) -> Any:
    try:
        return pdf.pages
    except Exception as error:
        raise PaperDamaged(damaged_message(path)) from error


def _explain(error: PdfminerException, path: Path) -> Exception:
    cause = error.args[0] if error.args else None
    if isinstance(cause, PDFPasswordIncorrect):
        return PaperEncrypted(encrypted_message(path))
    return PaperDamaged(damaged_message(path))


def _read_page(page: Any, number: int) -> Page:
    try:
        return replace(finish_page(_gather(page, number)), headings=tuple(_headings(page)))
    except PageSizeWrong as error:
        return failed_page(number, str(error))
    except Exception as error:  # one bad page must not cost the others
        return failed_page(number, type(error).__name__)


def _headings(page: Any) -> Iterator[Heading]:
    """The headings that the page's tags name, in the order of the tags."""
    try:
        waiting = list(page.structure_tree)[::-1]
    except Exception:  # tags only help: a page whose tree is broken is read all the same
        return
    while waiting:
        element = waiting.pop()
        if found := HEADING_TAG.match(element.get("type", "")):
            ids = set(_contents(element))
            text = "".join(char["text"] for char in page.chars if char["mcid"] in ids).strip()
            if text:
                yield Heading(int(found[1]), text)
        else:
            waiting += element.get("children", ())[::-1]


def _contents(element: dict[str, Any]) -> Iterator[int]:
    """The numbers of the marked contents that an element holds, those of its parts too."""
    yield from element.get("mcids", ())
    for child in element.get("children", ()):
        yield from _contents(child)


def _gather(page: Any, number: int) -> RawPage:
    rotation, shown = page.rotation, _shown_box(page)
    width, height = displayed_size(shown, rotation)
    corner = _corner(page, shown)
    objects = page.objects
    return RawPage(
        number,
        width,
        height,
        _glyphs(objects.get("char", ()), corner),
        _trace(objects, corner),
        [_box(image, corner) for image in objects.get("image", ())],
    )


def _shown_box(page: Any) -> Box:
    """What of the page is displayed: left, bottom, right, top in PDF coordinates."""
    media, crop = page.page_obj.mediabox, page.page_obj.cropbox
    x0, y0, x1, y1 = (*map(max, media[:2], crop[:2]), *map(min, media[2:], crop[2:]))
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else media


def _corner(page: Any, shown: Box) -> Point:
    """Where pdfplumber sees the top left of what is displayed; it counts from the media box."""
    a, b, c, d, e, f = to_top_left(page.page_obj.mediabox, page.rotation)
    xs = (a * x + c * y + e for x, y in (shown[:2], shown[2:]))
    ys = (b * x + d * y + f for x, y in (shown[:2], shown[2:]))
    return (page.mediabox[0] + min(xs), page.mediabox[1] + min(ys))


def _glyphs(chars: Sequence[dict[str, Any]], corner: Point) -> Glyphs:
    spelt = [(text, char) for char in chars for text in _spell(char["text"])]
    text = "".join(text for text, _ in spelt)
    printed, spaced = find_printed(text)
    chosen = [char for (_, char), kept in zip(spelt, printed.tolist(), strict=True) if kept]
    if not chosen:
        return NO_GLYPHS
    boxes = np.array([_box(char, corner) for char in chosen], np.float64)
    turns = np.array([_turn(char) for char in chosen], np.int16)
    sizes = np.array([char["size"] for char in chosen], np.float64)
    return Glyphs(
        pick_text(text, printed),
        spaced,
        boxes,
        np.where((turns == 90) | (turns == 270), boxes[:, 2] - boxes[:, 0], sizes),
        np.array([is_bold_name(char["fontname"]) for char in chosen]),
        turns,
    )


def _spell(text: str) -> str:
    """What one glyph says; pdfminer writes `(cid:9)` where the font does not tell."""
    if len(text) > 1 and text.startswith("(cid:"):
        return "•" if text == BULLET_127 else "\ufffd"
    return text


def _turn(char: dict[str, Any]) -> int:
    a, b, *_ = char["matrix"]
    return turn_of(a, -b)


def _box(shape: dict[str, Any], corner: Point) -> Box:
    left, top = corner
    return (shape["x0"] - left, shape["top"] - top, shape["x1"] - left, shape["bottom"] - top)


def _trace(objects: dict[str, Any], corner: Point) -> Tracing:
    """The paths on the page."""
    tracing = Tracing()
    for kind in ("line", "curve", "rect"):
        for shape in objects.get(kind, ()):
            fill = _colour(shape.get("non_stroking_color")) if shape.get("fill") else None
            steps = _steps(shape["path"], corner)
            tracing.trace(steps, stroked=bool(shape.get("stroke")), colour=fill)
    return tracing


def _steps(path: Iterable[tuple[Any, ...]], corner: Point) -> Iterator[Step]:
    left, top = corner
    for kind, *points in path:
        x, y = points[-1] if points else corner
        yield "c" if kind in "vy" else kind, (x - left, y - top)


def _colour(value: Any) -> str | None:
    """A PDF colour as `#rrggbb`; None for a pattern or an unknown space."""
    if isinstance(value, int | float):
        value = (value,)
    if not isinstance(value, tuple | list) or not all(isinstance(v, int | float) for v in value):
        return None
    if len(value) == 1:
        value = value * 3
    if len(value) == 4:
        *inks, black = value
        value = [(1 - ink) * (1 - black) for ink in inks]
    if len(value) != 3:
        return None
    return "#" + "".join(f"{round(255 * min(max(v, 0), 1)):02x}" for v in value)
