"""Pages that are pictures are read by OCR, and only those."""

import builtins
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from build import Ruled, Sheet, Words, build, header, split_row
from drawing import draw_coded, draw_pdf, draw_table
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from matters_arising.corpus import sample
from matters_arising.corpus.sample.content import visit_2023
from matters_arising.corpus.sample.scan import age_page
from matters_arising.extract.reader import ocr
from matters_arising.extract.reader.page import Page
from matters_arising.extract.reader.pdfium import read_pages
from matters_arising.extract.reader.word import group_lines
from matters_arising.extract.reading import read_paper

SCAN = next(path for path in sample.papers() if path.stem.endswith("scanned"))
MOST_WRONG = 0.02
"""Share of the scanned words that OCR may misread; none was when this was written."""


def words_of(page: Page) -> list[str]:
    return " ".join(line.text for line in group_lines(page.words, page.number)).split()


def picture_of(path: Path, turned: int = 0) -> ImageReader:
    """The first page of a PDF as a scanner would give it."""
    with pdfium.PdfDocument(path) as document:
        image = (
            document[0].render(scale=150 / 72, grayscale=True).to_pil().rotate(turned, expand=True)
        )
    held = io.BytesIO()
    image.save(held, "PNG")
    return ImageReader(held)


@pytest.fixture(scope="module")
def scanned() -> Page:
    return ocr.read_picture(SCAN, next(read_pages(SCAN)))


def test_a_scanned_page_is_read_nearly_without_fault(scanned: Page) -> None:
    typed = " ".join((*visit_2023.PAGE, visit_2023.SIGNATORY)).split()
    wrong = Levenshtein.distance(typed, words_of(scanned))
    assert wrong <= MOST_WRONG * len(typed)


def test_words_of_a_picture_stand_in_their_places_on_the_page(scanned: Page) -> None:
    assert all(0 <= w.x0 < w.x1 <= scanned.width for w in scanned.words)
    assert all(0 <= w.top < w.bottom <= scanned.height for w in scanned.words)
    heading = group_lines(scanned.words, 1)[0]
    assert heading.text == visit_2023.PAGE[0]
    assert heading.box == pytest.approx((72, 82, 268, 94), abs=2)  # where it was typed, level


def test_the_page_says_how_sure_its_words_are(scanned: Page) -> None:
    assert scanned.ocr is not None and 85 < scanned.ocr <= 100
    assert scanned.warning == f"page 1 was read by OCR (confidence {scanned.ocr:.0f} %)"


def test_a_paper_says_that_it_was_read_by_ocr() -> None:
    paper = read_paper(SCAN).paper
    assert paper.read_by == "pdfium+ocr"
    assert [warning[:26] for warning in paper.warnings] == ["page 1 was read by OCR (co"]


def test_a_page_with_a_text_layer_is_not_drawn_again() -> None:
    typed = next(path for path in sample.papers() if path != SCAN)
    assert not any(ocr.is_picture(page) for page in read_pages(typed))


@pytest.mark.parametrize("turned", [90, 180])
def test_a_page_scanned_the_wrong_way_round_is_turned(tmp_path: Path, turned: int) -> None:
    def place(canvas: Canvas) -> None:
        canvas.drawImage(picture_of(SCAN, turned), 0, 0, *size)

    size = (842.0, 595.0) if turned in (90, 270) else (595.0, 842.0)
    path = draw_pdf(tmp_path / "turned.pdf", place, size)
    page = ocr.read_picture(path, next(read_pages(path)))
    assert (page.turned, page.width, page.height) == ((360 - turned) % 360, 595, 842)
    assert set(visit_2023.PAGE[0].split()) <= set(words_of(page))


def test_a_number_stamped_on_a_scan_is_kept_and_not_read_twice(tmp_path: Path) -> None:
    typed = draw_pdf(tmp_path / "typed.pdf", lambda c: (draw_table(c), c.drawString(300, 30, "63")))

    def stamp(canvas: Canvas) -> None:
        canvas.drawImage(picture_of(typed), 0, 0, 595, 842)
        canvas.setFont("Helvetica", 12)
        canvas.drawString(300, 30, "63")

    path = draw_pdf(tmp_path / "stamped.pdf", stamp)
    page = ocr.read_picture(path, next(read_pages(path)))
    assert words_of(page).count("63") == 1
    assert {"Train", "staff"} <= set(words_of(page))


def test_a_picture_without_words_is_said_to_have_none(tmp_path: Path) -> None:
    blank = draw_pdf(tmp_path / "blank.pdf", lambda canvas: canvas.circle(300, 400, 90))

    def place(canvas: Canvas) -> None:
        canvas.drawImage(picture_of(blank), 0, 0, 595, 842)

    path = draw_pdf(tmp_path / "picture.pdf", place)
    (page,) = ocr.read_pictures(path, read_pages(path))
    assert (page.words, page.ocr) == ((), None)
    assert page.warning == "page 1 is a picture without text"


def scan_of(path: Path, *sheets: Sheet) -> Path:
    """The pages as a scanner leaves them: grey, a little askew and speckled."""
    typed = build(path.with_name("typed.pdf"), *sheets)
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    with pdfium.PdfDocument(typed) as document:
        for page in document:
            image = age_page(page.render(scale=200 / 72, grayscale=True).to_pil())
            canvas.setPageSize(page.get_size())
            canvas.drawImage(ImageReader(image), 0, 0, *page.get_size())
            canvas.showPage()
    canvas.save()
    return path


ROWS = [
    header("Ref", "Action", "Owner", "Due date"),
    ["B2", "Replace the lamps on the north pier.", "Head of Lights", "4 May 2024"],
    ["B3", "Paint the buoys of the outer roads before the winter.", "Buoy Keeper", "June 2024"],
    ["B4", "Train every keeper in the new code of signals.", "Harbour Master", "1 July 2024"],
]


def test_a_ruled_table_on_a_scanned_page_is_a_table(tmp_path: Path) -> None:
    above = Words("The actions that the Board agreed are set out in the table below.")
    below = Words("The Board will look at them again in the autumn.")
    table = Ruled(ROWS, (45, 235, 110, 90))
    reading = read_paper(scan_of(tmp_path / "scan.pdf", Sheet([above, table, below])))
    (found,) = reading.tables
    assert found.header == ("Ref", "Action", "Owner", "Due date")
    assert [[c.text for c in row.cells] for row in found.rows if row.kind == "body"] == ROWS[1:]
    assert [(a.ref, a.due_date) for a in reading.actions] == [
        ("B2", "2024-05-04"),
        ("B3", "2024-06"),
        ("B4", "2024-07-01"),
    ]
    assert [paragraph.text for paragraph in reading.paragraphs] == [above.text, below.text]


def test_a_row_of_a_scanned_table_split_by_a_page_break_is_one_row(tmp_path: Path) -> None:
    widths = (45, 235, 110, 90)
    long = ["B4", " ".join(["Carry the old buoys from the quay to the shed."] * 4), "Clerk", "2025"]
    upper, lower = split_row(long, widths, after=2)
    first = Sheet([Ruled([*ROWS[:3], upper], widths, open_bottom=True)])
    second = Sheet([Ruled([lower, ROWS[3]], widths, open_top=True)])
    reading = read_paper(scan_of(tmp_path / "scan.pdf", first, second))
    (found,) = reading.tables
    rows = [row for row in found.rows if row.kind == "body"]
    assert [[place.page for place in row.places] for row in rows] == [[1], [1], [1, 2], [2]]
    assert fuzz.ratio(rows[2].cells[1].text, long[1]) > 95


CODED = (
    "Minutes of the Harbour Board held on 4 March 2024",
    "The keeper told the Board that the lamps of the north pier were lit on every night.",
    "The Clerk will write to the owners of the boats that lie in the fairway.",
)


def test_a_page_whose_fonts_do_not_tell_what_they_print_is_read_as_a_picture(
    tmp_path: Path,
) -> None:
    path = draw_coded(tmp_path / "coded.pdf", *CODED)
    (coded,) = read_pages(path)
    assert ocr.is_coded(coded) and not any(word.text.isalpha() for word in coded.words)
    (page,) = ocr.read_pictures(path, [coded])
    assert words_of(page) == " ".join(CODED).split()
    assert [action.owners for action in read_paper(path).actions] == [("Clerk",)]


def test_a_page_of_figures_or_leaders_is_no_coded_one(tmp_path: Path) -> None:
    lines = "£1,250.00 (12.5%) 2024/25 – 31.03.2025 " * 3, "." * 90 + " 12"

    def draw(canvas: Canvas) -> None:
        for row, line in enumerate(lines):
            canvas.drawString(60, 700 - 20 * row, line)

    (page,) = read_pages(draw_pdf(tmp_path / "figures.pdf", draw))
    assert not ocr.is_coded(page)


@pytest.fixture
def no_tesserocr(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As on a machine where tesserocr was not installed."""
    imported = builtins.__import__

    def refuse(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "tesserocr":
            raise ModuleNotFoundError(f"No module named '{name}'", name=name)
        return imported(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    ocr._engine.cache_clear()
    yield
    ocr._engine.cache_clear()


@pytest.mark.usefixtures("no_tesserocr")
def test_without_tesseract_the_paper_is_read_and_the_cure_is_named() -> None:
    (warning,) = read_paper(SCAN).paper.warnings
    assert warning.startswith("page 1 is a picture, and was not read")
    assert "pip install tesserocr" in warning


@pytest.mark.shared
def test_a_page_of_scanned_accounts_is_read(shared: Path) -> None:
    path = shared / "real" / "libraries-2013-03-31-accounts-scanned.pdf"
    page = ocr.read_picture(path, next(read_pages(path)))
    assert page.ocr is not None and page.ocr > 85
    assert "2013" in words_of(page)
