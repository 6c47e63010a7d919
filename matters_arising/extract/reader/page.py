"""One page as every reader gives it: words, rules and shading, from the page's top left.

Two readers give the same `Page`: `plumber.py` (pdfplumber, the reference) and `pdfium.py`
(fast), which must agree with it. Nothing above this interface knows a PDF library.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from matters_arising.corpus.paper import Box

HEADING_TAG = re.compile(r"^H(?:eading ?)?([1-6])$")
"""What a PDF tags its headings with; the figure is their level."""

SLANTED = -1
"""The turn of text that runs neither along the page nor across it: watermarks."""


class Word(NamedTuple):
    """Characters that stand together; boxes in points. `glyphs` counts its characters.

    `turn` says how far it is turned clockwise, in degrees: 0 upright, 90 reading down,
    180 on its head, 270 reading up, or `SLANTED`.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    turn: int
    glyphs: int

    @property
    def upright(self) -> bool:
        """Whether it reads from left to right."""
        return self.turn == 0

    @property
    def box(self) -> Box:
        """The word's box."""
        return self[1:5]

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the word's box: where it belongs, whatever its edges touch."""
        _, x0, top, x1, bottom, *_ = self
        return ((x0 + x1) / 2, (top + bottom) / 2)


class Rule(NamedTuple):
    """A straight line: at `at` (x of a vertical, y of a horizontal), from `start` to `end`."""

    at: float
    start: float
    end: float


class Fill(NamedTuple):
    """A shaded rectangle with its colour, `#rrggbb`."""

    box: Box
    colour: str


class Drawing(NamedTuple):
    """What is drawn on a page beside its words."""

    horizontals: tuple[Rule, ...] = ()
    verticals: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()


NO_DRAWING = Drawing()


class Heading(NamedTuple):
    """A heading that the page is tagged with: its level, from 1, and its text."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: number from 1, size in points, and what stands on it.

    `turned` says how far the page was turned anticlockwise, in degrees, to set most of its
    text upright; size and boxes are those of the page so turned. A page scanned askew is
    set level too: `slope` is how far its lines fell for each step to the right.
    `ocr` is the mean confidence (0 to 100) of words read from a picture, None where the
    page has a text layer. `warning` tells the reader what to beware of.
    `failed` holds the reason where the page could not be read; it is then empty.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    drawing: Drawing = NO_DRAWING
    images: tuple[Box, ...] = ()
    headings: tuple[Heading, ...] = ()
    turned: int = 0
    slope: float = 0.0
    ocr: float | None = None
    warning: str | None = None
    failed: str | None = None

    @property
    def glyphs(self) -> int:
        """How many characters are printed on the page, spaces apart."""
        return sum(word.glyphs for word in self.words)


def failed_page(number: int, reason: str) -> Page:
    """The empty page that stands for one that could not be read."""
    return Page(number, 0.0, 0.0, (), failed=f"page {number} could not be read ({reason})")


class PageReader(Protocol):
    """Gives the pages of a PDF one by one, holding no more than one in memory.

    Raises `PaperEncrypted`, `PaperDamaged` or `NotAPdf` where the file cannot be opened;
    a page that fails is given with its reason, and the rest follow.
    """

    def __call__(self, path: Path) -> Iterator[Page]:
        """Read the file at `path`."""
        ...
