"""Reading holds one page at a time, however many there are."""

import tracemalloc
from pathlib import Path

from drawing import draw_pdf
from reportlab.pdfgen.canvas import Canvas

from matters_arising.extract.reader.pdfium import read_pages

LINES = 40


def write_pages(canvas: Canvas, pages: int) -> None:
    for number in range(pages):
        for line in range(LINES):
            canvas.drawString(50, 800 - 15 * line, f"Line {line} of page {number} of a long pack")
        canvas.showPage()


def peak(path: Path) -> int:
    tracemalloc.start()
    try:
        for page in read_pages(path):
            assert page.words
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_ten_times_the_pages_take_no_more_memory_to_read(tmp_path: Path) -> None:
    short = draw_pdf(tmp_path / "short.pdf", lambda canvas: write_pages(canvas, 5))
    long = draw_pdf(tmp_path / "long.pdf", lambda canvas: write_pages(canvas, 50))
    peak(short)
    assert peak(long) < 2 * peak(short)
