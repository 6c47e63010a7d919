"""A page as it looks, and the words that are read there."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as c
from numpy.typing import NDArray

from matters_arising.errors import PaperDamaged
from matters_arising.extract.reader.ocr import is_picture, read_picture
from matters_arising.extract.reader.page import Page, Word
from matters_arising.extract.reader.pdfium import read_page
from matters_arising.extract.reader.ruling import set_level

SCALE = 2.0
"""Pixels a point: small print can be made out, and a page of A4 fits a screen."""

MOST_PIXELS = 12_000_000
"""Larger pages are drawn more coarsely."""


@dataclass(frozen=True, slots=True)
class PageView:
    """A page turned as it was read, with its words.

    `pixels` are red, green and blue, row by row from the top; `scale` says how many make
    a point. The words of a watermark, slanted, are among the others.
    """

    width: int
    height: int
    pixels: bytes
    scale: float
    words: tuple[Word, ...]


def view_page(path: Path, number: int) -> PageView:
    """Look at a page of the PDF at `path`, numbered from 1.

    Raises:
        PaperUnreadable: the file cannot be opened, or the page cannot be read.
    """
    page = read_page(path, number)
    if page.failed:
        raise PaperDamaged(f"{path.name}: {page.failed}. Look at another page.")
    page = read_picture(path, page) if is_picture(page) else page
    scale = min(SCALE, (MOST_PIXELS / (page.width * page.height)) ** 0.5)
    pixels = _draw(path, page, scale)
    height, width, _ = pixels.shape
    return PageView(width, height, pixels.tobytes(), scale, page.words)


def _draw(path: Path, page: Page, scale: float) -> NDArray[np.uint8]:
    """The page in colour, a height by a width by three, turned and level as it was read."""
    with pypdfium2.PdfDocument(path) as document:
        drawn = document[page.number - 1].render(
            scale=scale, rev_byteorder=True, force_bitmap_format=c.FPDFBitmap_BGR
        )
        pixels: NDArray[np.uint8] = np.array(drawn.to_numpy())
    turned = np.rot90(pixels, page.turned // 90)
    return np.ascontiguousarray(set_level(turned, page.slope) if page.slope else turned)
