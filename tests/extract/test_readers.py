"""The fast reader gives what the reference reader gives."""

from collections import Counter
from itertools import islice
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from drawing import change_page, draw_pdf, draw_table
from reportlab.pdfgen.canvas import Canvas

from matters_arising.corpus import sample
from matters_arising.extract.reader import pdfium as fast
from matters_arising.extract.reader import plumber as reference
from matters_arising.extract.reader.page import Page, Rule, Word
from matters_arising.extract.table.fragment import read_sheet

FIRST_PAGES = 3
"""Pages of each real paper that are compared; the reference takes its time."""

UNSTATED_WIDTH = "•"
"""Where a font does not say how wide this is, the readers take different widths."""


def shape(page: Page) -> Counter[tuple[object, ...]]:
    """What must be the same for every word."""
    return Counter((word.text, word.bold, word.turn) for word in page.words)


def sizes(page: Page) -> list[float]:
    return sorted(word.size for word in page.words)


def assert_same(expected: Page, found: Page) -> None:
    assert (found.width, found.height) == pytest.approx((expected.width, expected.height), abs=0.1)
    assert found.turned == expected.turned
    assert shape(found) == shape(expected)
    assert sizes(found) == pytest.approx(sizes(expected), abs=0.1)
    assert_near(expected.drawing.horizontals, found.drawing.horizontals)
    assert_near(expected.drawing.verticals, found.drawing.verticals)
    assert [fill.colour for fill in found.drawing.fills] == [
        fill.colour for fill in expected.drawing.fills
    ]
    assert len(found.images) == len(expected.images)


def assert_near(expected: tuple[Rule, ...], found: tuple[Rule, ...]) -> None:
    assert len(found) == len(expected)
    for one, other in zip(expected, found, strict=True):
        assert tuple(other) == pytest.approx(tuple(one), abs=1)


def boxes(page: Page) -> dict[str, tuple[float, ...]]:
    return {word.text: word.box for word in page.words}


def both(path: Path) -> tuple[Page, Page]:
    expected, found = next(reference.read_pages(path)), next(fast.read_pages(path))
    assert_same(expected, found)
    for text, box in boxes(expected).items():
        assert boxes(found)[text] == pytest.approx(box, abs=0.5), text
    return expected, found


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return draw_pdf(tmp_path / "table.pdf", draw_table)


@pytest.mark.parametrize("path", sample.papers(), ids=lambda path: path.stem)
def test_both_readers_see_the_same_in_the_sample(path: Path) -> None:
    pairs = zip(reference.read_pages(path), fast.read_pages(path), strict=True)
    for expected, found in pairs:
        assert_same(expected, found)


@pytest.mark.shared
def test_both_readers_see_the_same_in_real_papers(shared: Path) -> None:
    for path in sorted([*shared.glob("papers/*.pdf"), *shared.glob("real/*.pdf")]):
        pairs = zip(reference.read_pages(path), fast.read_pages(path), strict=False)
        for expected, found in islice(pairs, FIRST_PAGES):
            assert_same(expected, found)


@pytest.mark.shared
def test_words_stand_in_the_same_place_for_both_readers(shared: Path) -> None:
    for path in sorted(shared.glob("papers/*.pdf")):
        expected, found = next(reference.read_pages(path)), next(fast.read_pages(path))
        for one, other in zip(expected.words, found.words, strict=True):
            if UNSTATED_WIDTH not in one.text:
                assert other.box == pytest.approx(one.box, abs=1)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_turned_for_display_is_read_as_displayed(table: Path, rotation: int) -> None:
    """Its text then lies sideways, so it is turned back to be read."""
    path = change_page(table, lambda page: page.set_rotation(rotation))
    _, found = both(path)
    assert found.turned == rotation
    assert (found.width, found.height) == pytest.approx((595, 842))
    assert boxes(found)["Train"] == pytest.approx(boxes(next(fast.read_pages(table)))["Train"])


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_boxes_count_from_the_corner_of_what_is_displayed(table: Path, rotation: int) -> None:
    def change(page: pdfium.PdfPage) -> None:
        page.set_mediabox(-20, -30, 575, 812)
        page.set_cropbox(40, 60, 500, 780)
        page.set_rotation(rotation)

    _, found = both(change_page(table, change))
    assert (found.width, found.height) == pytest.approx((460, 720))
    assert found.drawing.horizontals[0].at == pytest.approx(780 - 700)
    assert found.drawing.verticals[0].at == pytest.approx(100 - 40)


def test_a_crop_box_larger_than_the_paper_is_cut_to_it(table: Path) -> None:
    _, found = both(change_page(table, lambda page: page.set_cropbox(-90, -90, 900, 900)))
    assert (found.width, found.height) == pytest.approx((595, 842))


def test_a_scale_of_user_units_leaves_points_as_they_are(tmp_path: Path) -> None:
    path = draw_pdf(tmp_path / "units.pdf", draw_table)
    path.write_bytes(path.read_bytes().replace(b"/Rotate 0", b"/UserUnit 2", 1))
    _, found = both(path)
    assert (found.width, found.height) == pytest.approx((595, 842))


def sideways_table(canvas: Canvas) -> None:
    """A landscape table drawn sideways on a portrait page, to be read with it turned right."""
    canvas.rotate(90)
    draw_table(canvas, x=100, y=-100)


def test_a_table_drawn_sideways_is_turned_and_read(tmp_path: Path) -> None:
    _, found = both(draw_pdf(tmp_path / "sideways.pdf", sideways_table))
    assert (found.turned, found.width, found.height) == (270, 842, 595)
    rows = read_sheet(found).fragments[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["Ref", "Action"],
        ["1.1", "Train all staff"],
    ]


def upright_with_side_heading(canvas: Canvas) -> None:
    draw_table(canvas)
    canvas.translate(90, 660)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Priority One")


def test_sideways_headings_are_whole_words_in_both_readers(tmp_path: Path) -> None:
    _, found = both(draw_pdf(tmp_path / "heading.pdf", upright_with_side_heading))
    sideways = [word for word in found.words if word.turn == 270]
    assert [word.text for word in sideways] == ["Priority", "One"]
    assert all(height(word) > width(word) for word in sideways)


def width(word: Word) -> float:
    return word.x1 - word.x0


def height(word: Word) -> float:
    return word.bottom - word.top


def form_in_form(canvas: Canvas) -> None:
    canvas.beginForm("inner")
    draw_table(canvas, x=0, y=200)
    canvas.endForm()
    canvas.beginForm("outer")
    canvas.translate(50, 100)
    canvas.doForm("inner")
    canvas.endForm()
    canvas.translate(30, 20)
    canvas.scale(1.5, 1.5)
    canvas.doForm("outer")


def test_forms_within_forms_are_read_where_they_are_placed(tmp_path: Path) -> None:
    _, found = both(draw_pdf(tmp_path / "form.pdf", form_in_form))
    assert found.drawing.horizontals[0].at == pytest.approx(842 - (20 + 1.5 * (100 + 200)))
    assert boxes(found)["Ref"][0] == pytest.approx(30 + 1.5 * (50 + 5))


def slanted_watermark(canvas: Canvas) -> None:
    draw_table(canvas)
    canvas.translate(200, 300)
    canvas.rotate(45)
    canvas.setFont("Helvetica-Bold", 60)
    canvas.drawString(0, 0, "DRAFT")


def test_a_slanted_watermark_is_one_word_and_marked_as_slanted(tmp_path: Path) -> None:
    path = draw_pdf(tmp_path / "watermark.pdf", slanted_watermark)
    for pages in (reference.read_pages(path), fast.read_pages(path)):
        slanted = [word.text for word in next(pages).words if word.turn not in (0, 90, 180, 270)]
        assert slanted == ["DRAFT"]


def test_letters_written_one_by_one_are_parted_where_an_italic_hangs_over_the_gap(
    tmp_path: Path,
) -> None:
    def draw(canvas: Canvas) -> None:
        x = 72.0
        for letter in "a full half of five of July":
            if letter != " ":
                text = canvas.beginText(x, 700)
                text.setFont("Times-Italic", 12)
                text.textOut(letter)
                canvas.drawText(text)
            x += canvas.stringWidth(letter, "Times-Italic", 12)

    page = next(fast.read_pages(draw_pdf(tmp_path / "letters.pdf", draw)))
    assert [word.text for word in page.words] == ["a", "full", "half", "of", "five", "of", "July"]
