"""Small PDFs drawn for one purpose each, and pages made up by hand."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from reportlab.pdfgen.canvas import Canvas

from matters_arising.extract.reader.glyph import Glyphs

A4 = (595.0, 842.0)


def draw_pdf(path: Path, draw: Callable[[Canvas], None], size: tuple[float, float] = A4) -> Path:
    """A PDF of one page."""
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    draw(canvas)
    canvas.save()
    return path


def change_page(path: Path, change: Callable[[pdfium.PdfPage], None]) -> Path:
    """The same PDF with its first page changed: its boxes, how it is turned."""
    changed = path.with_name(f"changed-{path.name}")
    with pdfium.PdfDocument(path) as document:
        page = document[0]
        change(page)
        page.close()
        document.save(changed)
    return changed


def draw_table(canvas: Canvas, x: float = 100, y: float = 700) -> None:
    """A table of two rows and two columns, its top left at (x, y) from the bottom left."""
    canvas.setFont("Helvetica", 10)
    canvas.grid([x, x + 100, x + 250], [y, y - 20, y - 40])
    for row, (ref, action) in enumerate((("Ref", "Action"), ("1.1", "Train all staff"))):
        canvas.drawString(x + 5, y - 14 - 20 * row, ref)
        canvas.drawString(x + 105, y - 14 - 20 * row, action)


def type_glyphs(*pieces: tuple[str, float, float], size: float = 10.0) -> Glyphs:
    """Characters half as wide as high: each piece is text, x0 and top; `_` is a space."""
    boxes, text, spaced = [], "", []
    for piece, x0, top in pieces:
        after_space = False
        for place, character in enumerate(piece):
            if character != "_":
                left = x0 + place * size / 2
                boxes.append((left, top, left + size / 2, top + size))
                text += character
                spaced.append(after_space)
            after_space = character == "_"
    count = len(text)
    return Glyphs(
        text,
        np.array(spaced),
        np.array(boxes, np.float64),
        np.full(count, size),
        np.zeros(count, np.bool_),
        np.zeros(count, np.int16),
    )
