"""Headings that the PDF itself names, by tags or bookmarks."""

from pathlib import Path

import pytest
from drawing import draw_pdf, draw_tagged
from reportlab.pdfgen.canvas import Canvas

from matters_arising.corpus.layout import heading_path
from matters_arising.corpus.reading import Reading
from matters_arising.extract.reader.bookmark import Bookmark, read_bookmarks
from matters_arising.extract.reader.page import Heading
from matters_arising.extract.reading import READERS, page_reader, read_paper

TEXT = "The lamps of the north pier were lit on every night."
TAGGED = (
    ("H1", "Lights of the harbour", 11),
    ("P", TEXT, 11),
    ("H2", "North pier", 11),
    ("P", "Wicks are dear this year and oil is dearer.", 11),
    ("H1", "Buoys", 11),
    ("H2", "Every buoy of the outer roads was painted before the winter came.", 11),
)


def tree(reading: Reading) -> list[tuple[str, ...]]:
    return [heading_path(reading.sections, n) for n in range(len(reading.sections))]


def marked(path: Path, *marks: tuple[str, int]) -> Path:
    """Three plain lines of one size, two of them bold, under bookmarks of these levels."""

    def draw(canvas: Canvas) -> None:
        for title, level in marks:
            canvas.bookmarkPage(title)
            canvas.addOutlineEntry(title, title, level)
        for y, text in ((780, "Lights of the harbour"), (740, TEXT), (700, "North pier")):
            canvas.setFont("Helvetica" if text == TEXT else "Helvetica-Bold", 11)
            canvas.drawString(60, y, text)

    return draw_pdf(path, draw)


def test_tags_tell_headings_that_look_like_text_and_their_levels(tmp_path: Path) -> None:
    assert tree(read_paper(draw_tagged(tmp_path / "paper.pdf", *TAGGED))) == [
        ("Lights of the harbour",),
        ("Lights of the harbour", "North pier"),
        ("Buoys",),
    ]


def test_a_sentence_tagged_as_a_heading_stays_a_paragraph(tmp_path: Path) -> None:
    reading = read_paper(draw_tagged(tmp_path / "paper.pdf", *TAGGED))
    assert TAGGED[-1][1] in [paragraph.text for paragraph in reading.paragraphs]


@pytest.mark.parametrize("reader", READERS)
def test_both_readers_see_the_tags(tmp_path: Path, reader: str) -> None:
    (page,) = page_reader(reader)(draw_tagged(tmp_path / "paper.pdf", *TAGGED))
    assert page.headings == tuple(
        Heading(int(tag[1]), text) for tag, text, _ in TAGGED if tag != "P"
    )


def test_bookmarks_that_stand_on_their_page_tell_levels(tmp_path: Path) -> None:
    path = marked(tmp_path / "paper.pdf", ("Lights of  the harbour", 0), ("North pier", 1))
    assert tree(read_paper(path)) == [
        ("Lights of the harbour",),
        ("Lights of the harbour", "North pier"),
    ]


def test_bookmarks_that_are_file_names_tell_nothing(tmp_path: Path) -> None:
    path = marked(tmp_path / "paper.pdf", ("final_v3 (2).docx", 0), ("Lights.docx", 1))
    assert tree(read_paper(path)) == [("Lights of the harbour",), ("North pier",)]


def test_bookmarks_lead_to_pages(tmp_path: Path) -> None:
    path = marked(tmp_path / "paper.pdf", ("Lights", 0), ("Pier", 1))
    assert read_bookmarks(path) == (Bookmark(1, "Lights", 1), Bookmark(2, "Pier", 1))


def test_a_file_without_readable_bookmarks_has_none(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7")
    assert read_bookmarks(broken) == ()


@pytest.mark.shared
def test_the_sections_of_a_tagged_report_are_those_of_its_tags(shared: Path) -> None:
    path = next((shared / "real").glob("*quarterly-performance-report*.pdf"))
    tagged = sum(len(page.headings) for page in page_reader("pdfium")(path))
    sections = read_paper(path).sections
    assert 60 <= tagged <= len(sections)
    outer = [section.title for section in sections if section.level == 1]
    assert "Adult Social Care" in outer
    assert "Key Performance Indicators" not in outer
