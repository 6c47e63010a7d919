"""Small PDFs drawn for one purpose each, and pages made up by hand."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from reportlab.pdfgen.canvas import Canvas

from matters_arising.extract.reader.glyph import Glyphs

A4 = (595.0, 842.0)

SIGNS = "!&'*+<=>?@^{|}~3478,./"
"""What stands for letters where a font does not tell what it prints."""


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


def draw_tagged(path: Path, *lines: tuple[str, str, float]) -> Path:
    """A tagged PDF of one page, written out by hand: each line is tag, text and type size."""
    y, drawn = 780.0, []
    for number, (tag, text, size) in enumerate(lines):
        y -= 2 * size
        shown = f"BT /F1 {size} Tf 60 {y} Td ({text}) Tj ET"
        drawn.append(f"/{tag} <</MCID {number}>> BDC {shown} EMC")
    stream, count = "\n".join(drawn), len(lines)
    kids = " ".join(f"{8 + number} 0 R" for number in range(count))
    objects = [
        "<</Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R /MarkInfo <</Marked true>>>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources <</Font <</F1 5 0 R>>>> /StructParents 0>>",
        f"<</Length {len(stream)}>> stream\n{stream}\nendstream",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
        f"<</Type /StructTreeRoot /K [{kids}] /ParentTree 7 0 R>>",
        f"<</Nums [0 [{kids}]]>>",
        *(
            f"<</Type /StructElem /S /{tag} /P 6 0 R /Pg 3 0 R /K {number}>>"
            for number, (tag, _, _) in enumerate(lines)
        ),
    ]
    path.write_bytes(_numbered(objects))
    return path


def draw_coded(path: Path, *lines: str, size: float = 12.0) -> Path:
    """A page that prints as it should, of which every letter is copied as a sign."""
    shown = " ".join(f"({line}) Tj 0 -{2 * size} Td" for line in lines)
    stream = f"BT /F1 {size} Tf 60 780 Td {shown} ET"
    codes = {code: ord(SIGNS[code % len(SIGNS)]) for code in range(0x21, 0x7F)}
    signs = "\n".join(f"<{code:02x}> <{sign:04x}>" for code, sign in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Coded def "
        "/CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{signs}\nendbfchar endcmap end end"
    )
    objects = [
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources <</Font <</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>> stream\n{stream}\nendstream",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
        "/ToUnicode 6 0 R>>",
        f"<</Length {len(cmap)}>> stream\n{cmap}\nendstream",
    ]
    path.write_bytes(_numbered(objects))
    return path


def _numbered(objects: list[str]) -> bytes:
    """A PDF of these objects, numbered from 1, the catalogue first."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer <</Size {len(objects) + 1} /Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    return out + f"{head}{table}{trailer}".encode()
