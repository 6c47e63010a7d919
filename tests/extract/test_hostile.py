"""Broken and hostile files end in a reading or in one clear line; none hangs or kills."""

from functools import partial
from pathlib import Path

import pytest
from drawing import draw_pdf
from reportlab.pdfgen.canvas import Canvas

from matters_arising.corpus.reading import Reading
from matters_arising.errors import PaperTooHard
from matters_arising.extract.pool import Limits, read_all
from matters_arising.extract.reader.path import MOST_STEPS
from matters_arising.extract.reader.pdfium import MOST_FAILURES, read_pages
from matters_arising.extract.reading import READERS, page_reader, read_paper

pytestmark = pytest.mark.hostile

FILES = 75

TOO_HARD = {"pdfium": 0, "pdfplumber": 3}
"""How many may be given up: three cost the reference 5 to 12 seconds of CPU, more under load."""


@pytest.mark.shared
@pytest.mark.parametrize("reader", READERS)
def test_every_hostile_file_is_read_or_refused_in_one_line(shared: Path, reader: str) -> None:
    files = sorted((shared / "hostile").glob("*.pdf"))
    assert len(files) >= FILES
    read = partial(read_paper, reader=reader)
    outcomes = list(read_all(files, read, jobs=2, limits=Limits()))
    assert sum(isinstance(outcome, PaperTooHard) for outcome in outcomes) <= TOO_HARD[reader]
    assert any(isinstance(outcome, Reading) for outcome in outcomes)
    for path, outcome in zip(files, outcomes, strict=True):
        if not isinstance(outcome, Reading):
            message = str(outcome)
            assert message.startswith(path.name)
            assert message.isprintable()
            assert message.endswith((".", "that."))


def map_of_many_lines(canvas: Canvas) -> None:
    canvas.drawString(50, 800, "Wards of the borough")
    path = canvas.beginPath()
    for step in range(MOST_STEPS // 2 + 100):
        path.moveTo(step % 500, step % 700)
        path.lineTo(step % 500 + 9, step % 700)
    canvas.drawPath(path)


def test_a_map_of_many_thousand_lines_costs_its_tables_and_no_more(tmp_path: Path) -> None:
    reading = read_paper(draw_pdf(tmp_path / "map.pdf", map_of_many_lines))
    assert reading.tables == ()
    assert reading.audit.characters == len("Wardsoftheborough")
    (warning,) = reading.paper.warnings
    assert warning.startswith("page 1 holds too many lines")


def wild_numbers(canvas: Canvas) -> None:
    """No larger than PDFium can hold: it takes 1e30 for 0, where the reference takes it as is."""
    canvas.drawString(50, 800, "Kept")
    for x, y in ((1e7, 10.0), (-1e7, 700.0), (50.0, 1e9)):
        canvas.drawString(x, y, "Lost")
        canvas.rect(x, y, 1e9, 40, fill=1)
    canvas.transform(1e-30, 0, 0, 1e-30, 0, 0)
    canvas.drawString(0, 0, "Nothing")


@pytest.mark.parametrize("reader", READERS)
def test_numbers_beyond_any_page_spoil_nothing(tmp_path: Path, reader: str) -> None:
    (page,) = page_reader(reader)(draw_pdf(tmp_path / "wild.pdf", wild_numbers))
    assert [word.text for word in page.words] == ["Kept"]
    edges = [edge for rule in (*page.drawing.horizontals, *page.drawing.verticals) for edge in rule]
    assert all(-5 <= edge <= 850 for edge in edges)


def forms_within_forms(canvas: Canvas) -> None:
    """Ten forms, each holding the one before ten times: ten thousand million in all."""
    canvas.drawString(50, 800, "Kept")
    canvas.beginForm("form0")
    canvas.rect(10, 10, 5, 5)
    canvas.endForm()
    for depth in range(1, 7):
        canvas.beginForm(f"form{depth}")
        for _ in range(5):
            canvas.doForm(f"form{depth - 1}")
        canvas.endForm()
    canvas.doForm("form6")


def test_forms_that_multiply_are_given_up(tmp_path: Path) -> None:
    (page,) = read_pages(draw_pdf(tmp_path / "forms.pdf", forms_within_forms))
    assert [word.text for word in page.words] == ["Kept"]


def test_a_page_of_no_size_fails_alone(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "sizes.pdf"), invariant=1)
    for size, text in (((595, 842), "Good"), ((90000, 90000), "Huge"), ((595, 842), "Good")):
        canvas.setPageSize(size)
        canvas.drawString(50, 50, text)
        canvas.showPage()
    canvas.save()
    pages = list(read_pages(tmp_path / "sizes.pdf"))
    assert [page.failed for page in pages[::2]] == [None, None]
    assert pages[1].failed is not None and "90000 by 90000" in pages[1].failed


def test_a_lie_about_the_number_of_pages_is_not_believed(tmp_path: Path) -> None:
    path = draw_pdf(tmp_path / "lie.pdf", lambda canvas: canvas.drawString(50, 50, "One"))
    path.write_bytes(path.read_bytes().replace(b"/Count 1", b"/Count 900000", 1))
    pages = list(read_pages(path))
    assert len(pages) <= 1 + MOST_FAILURES
    assert [word.text for word in pages[0].words] == ["One"]


def test_terminal_escapes_in_text_are_not_printed(tmp_path: Path) -> None:
    path = draw_pdf(
        tmp_path / "escape.pdf", lambda canvas: canvas.drawString(50, 50, "a\x1b[31mred\x07\x08b")
    )
    (page,) = read_pages(path)
    assert all(word.text.isprintable() for word in page.words)
