"""What was read, drawn over the page it was read from."""

import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from reportlab.pdfgen.canvas import Canvas

from matters_arising.corpus import sample
from matters_arising.corpus.paper import Paper
from matters_arising.corpus.reading import Reading
from matters_arising.errors import MattersArisingError, PaperUnreadable
from matters_arising.extract.reader.page import SLANTED, Word
from matters_arising.extract.reader.render import PageView, view_page
from matters_arising.extract.reading import read_paper
from matters_arising.library import Library
from matters_arising.picture.file import write_picture
from matters_arising.picture.page import BAND, GUTTER, LOOKS, draw_page
from matters_arising.picture.part import Kind, Part, parts_of_page
from matters_arising.picture.pdf import find_pdf, picture_page, view_apart

PLAN = next(path for path in sample.papers() if path.stem.endswith("plan-phase-1"))
PAGE = 3
"""A page of the plan: the table goes on with its header repeated; the last row runs over."""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_paper(PLAN)


@pytest.fixture(scope="module")
def view() -> PageView:
    return view_page(PLAN, PAGE)


@pytest.fixture(scope="module")
def parts(reading: Reading, view: PageView) -> list[Part]:
    return parts_of_page(reading, PAGE, view.words)


def of_kind(parts: list[Part], kind: Kind) -> list[Part]:
    return [part for part in parts if part.kind is kind]


def test_rows_are_named_by_their_refs_and_where_they_go_on(parts: list[Part]) -> None:
    assert [part.label for part in of_kind(parts, Kind.ROW)] == ["2A", "2B", "2C", "2D > p4"]
    assert [part.label for part in of_kind(parts, Kind.TABLE)] == ["Table 1, pages 2-7"]


def test_a_row_from_the_page_before_says_so(reading: Reading) -> None:
    following = parts_of_page(reading, PAGE + 1, view_page(PLAN, PAGE + 1).words)
    assert of_kind(following, Kind.ROW)[0].label == "p3 > 2D"


def test_a_header_repeated_is_a_header_and_nothing_lost(parts: list[Part]) -> None:
    assert len(of_kind(parts, Kind.HEADER)) == 1
    assert of_kind(parts, Kind.LOST) == []


def test_page_stamps_and_markings_are_set_aside(parts: list[Part], view: PageView) -> None:
    aside = of_kind(parts, Kind.FURNITURE)
    inside = {
        word.text
        for word in view.words
        for part in aside
        if part.box[0] <= word.middle[0] <= part.box[2]
        and part.box[1] <= word.middle[1] <= part.box[3]
    }
    assert inside == {"Page", "7", "OFFICIAL"}


def test_a_word_in_a_table_and_in_none_of_its_cells_is_shown_as_lost(reading: Reading) -> None:
    table = reading.tables[0]
    holed = replace(table, rows=tuple(row for row in table.rows if row.cells[0].text != "2B"))
    broken = replace(reading, tables=(holed, *reading.tables[1:]))
    lost = of_kind(parts_of_page(broken, PAGE, view_page(PLAN, PAGE).words), Kind.LOST)
    assert len(lost) >= 10


def test_a_watermark_is_set_aside_even_where_it_crosses_a_table(reading: Reading) -> None:
    mark = Word("DRAFT", 300, 200, 500, 400, 60, False, SLANTED, 5)
    assert Part(Kind.FURNITURE, mark.box) in parts_of_page(reading, PAGE, [mark])


def test_each_part_is_outlined_in_its_own_colour(
    reading: Reading, view: PageView, parts: list[Part]
) -> None:
    image = Image.open(io.BytesIO(draw_page(reading, PAGE, view)))
    assert image.size[0] > view.width + GUTTER and image.size[1] == view.height + 2 * BAND
    for part in of_kind(parts, Kind.TABLE) + of_kind(parts, Kind.FURNITURE):
        look = LOOKS[part.kind]
        x = round((part.box[0] + part.box[2]) / 2 * view.scale) + GUTTER
        y = round((part.box[3] + look.grown) * view.scale) + BAND
        assert look.colour in {image.getpixel((x, y + shift)) for shift in (-2, -1, 0, 1)}


def test_what_is_printed_can_still_be_read_under_the_colours(
    reading: Reading, view: PageView
) -> None:
    drawn = Image.open(io.BytesIO(draw_page(reading, PAGE, view))).convert("L")
    page = Image.frombytes("RGB", (view.width, view.height), view.pixels).convert("L")
    over = drawn.crop((GUTTER, BAND, GUTTER + view.width, BAND + view.height))
    ink = page.point([255 if value < 60 else 0 for value in range(256)])
    faded = ImageChops.difference(over, page).point([255 if v > 120 else 0 for v in range(256)])
    lost = ImageChops.multiply(ink, faded).histogram()[255]
    assert lost < 0.02 * ink.histogram()[255]


def test_a_page_is_seen_as_it_was_read_when_its_text_lies_sideways(tmp_path: Path) -> None:
    path = tmp_path / "sideways.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    canvas.rotate(90)
    canvas.drawString(100, -200, "The lamps of the north pier were lit on every night.")
    canvas.save()
    view = view_page(path, 1)
    assert view.width > view.height
    image = Image.frombytes("RGB", (view.width, view.height), view.pixels).convert("L")
    for word in view.words:
        inked = image.crop(tuple(round(edge * view.scale) for edge in word.box))
        assert inked.getextrema()[0] < 100


# Where the PDF is


@pytest.fixture
def held(tmp_path: Path, sample_library: Library) -> Iterator[tuple[Library, Paper, Path]]:
    """A library that holds a copy of the plan, and the copy."""
    copy = Path(shutil.copy(PLAN, tmp_path / "plan.pdf"))
    with Library.create(tmp_path / "library") as library:
        reading = sample_library.catalogue.reading(sample_library.catalogue.paper(PLAN.stem).id)
        library.catalogue.put(reading)
        library.catalogue.note_file(reading.paper.id, copy)
        yield library, reading.paper, copy


def test_the_paper_is_found_where_it_was_added_from(sample_library: Library) -> None:
    paper = sample_library.catalogue.paper(PLAN.stem)
    assert find_pdf(sample_library, paper) == PLAN
    assert picture_page(sample_library, paper, PAGE).startswith(b"\x89PNG")


def test_a_file_that_is_gone_is_named_with_the_cure(held: tuple[Library, Paper, Path]) -> None:
    library, paper, path = held
    path.unlink()
    with pytest.raises(MattersArisingError, match=r"plan\.pdf cannot be opened.*--pdf FILE"):
        find_pdf(library, paper)
    assert find_pdf(library, paper, PLAN) == PLAN


def test_a_file_that_changed_is_not_drawn(held: tuple[Library, Paper, Path]) -> None:
    library, paper, path = held
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(MattersArisingError, match="not the file that was read"):
        find_pdf(library, paper)


def test_a_page_that_cannot_be_looked_at_is_an_error_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7 and no more")
    with pytest.raises(PaperUnreadable, match=r"broken\.pdf is damaged"):
        view_apart(path, 1)


# Where the picture goes


@pytest.fixture(scope="module")
def png(reading: Reading, view: PageView) -> bytes:
    return draw_page(reading, PAGE, view)


def test_a_picture_of_ours_is_replaced(tmp_path: Path, png: bytes) -> None:
    path = tmp_path / "page.png"
    write_picture(path, png)
    write_picture(path, png)
    assert path.read_bytes() == png
    assert [entry.name for entry in tmp_path.iterdir()] == ["page.png"]


@pytest.mark.parametrize("content", [b"my notes", b""])
def test_anything_else_is_left_alone(tmp_path: Path, png: bytes, content: bytes) -> None:
    path = tmp_path / "page.png"
    path.write_bytes(content)
    with pytest.raises(MattersArisingError, match="was not made by this program"):
        write_picture(path, png)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("name", "says"),
    [("page.jpg", "does not end in .png"), ("nowhere/page.png", "There is no folder")],
)
def test_a_place_that_cannot_hold_the_picture_is_refused(
    tmp_path: Path, png: bytes, name: str, says: str
) -> None:
    with pytest.raises(MattersArisingError, match=says):
        write_picture(tmp_path / name, png)
    assert list(tmp_path.iterdir()) == []
