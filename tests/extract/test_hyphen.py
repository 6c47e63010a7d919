"""Words broken at a line's end: whole again where a program broke them, else as written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from build import Ruled, Sheet, Words, header
from drawing import draw_pdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from matters_arising.corpus.reading import Reading
from matters_arising.extract.reading import READERS, read_paper


def text_of(read: Callable[..., Reading], *texts: str) -> str:
    """The paragraphs of a page of such texts, whose line feeds are ends of lines, as one."""
    reading = read(Sheet([Words(text, width=250) for text in texts]))
    return " ".join(paragraph.text for paragraph in reading.paragraphs)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("The survey of the old moorings led to an improve-\nment of the lights.", "improvement"),
        ("The Board went back to the moor-\nings of the outer harbour again.", "moorings"),
        ("What is to be done was left to media-\ntion by the Harbour Master.", "mediation"),
    ],
)
def test_an_ending_that_is_no_word_joins_what_stands_above_it(read, broken, whole) -> None:
    assert whole in text_of(read, broken)


def test_a_word_printed_whole_elsewhere_is_whole(read) -> None:
    broken = "The Board thanked the men of the light-\nhouse for their long watch."
    assert "of the light-house" in text_of(read, broken)
    assert "of the lighthouse for" in text_of(read, broken, "The lighthouse was lit again.")


@pytest.mark.parametrize("second", ["being", "agency", "term"])
def test_a_hyphen_of_the_writers_stays(read, second: str) -> None:
    broken = f"The Board spoke of what is called long-\n{second} and of much else."
    assert f"long-{second} and" in text_of(read, broken)


def test_a_word_that_the_paper_writes_with_a_hyphen_keeps_it(read) -> None:
    broken = "The Board agreed that a good part of the co-\nordination was to be looked at."
    both = "The co-ordination of tides is coordination none the less."
    assert "of the co-ordination was" in text_of(read, broken, both)


def test_a_word_broken_in_a_cell_is_whole_however_narrow_the_cell(read) -> None:
    rows = [header("Ref", "Action", "Owner"), ("1", "Improve-\nment", "Clerk")]
    (table,) = read(Sheet([Ruled(rows, (40, 60, 80))])).tables
    assert table.rows[-1].cells[1].text == "Improvement"
    assert read(Sheet([Ruled(rows, (40, 60, 80))])).audit.lost == 0


def test_a_word_broken_over_a_page_is_whole(read) -> None:
    upper = Words("The survey of the old moorings led to an improve-", width=300)
    lower = Words("ment of the lights before the winter.", width=300)
    sheets = [Sheet([piece], foot=f"Page {i}") for i, piece in enumerate((upper, lower), 1)]
    assert [paragraph.text for paragraph in read(*sheets).paragraphs] == [
        "The survey of the old moorings led to an improvement of the lights before the winter."
    ]


def test_a_hyphen_of_the_writers_stays_at_a_pages_end(read) -> None:
    sheets = Sheet([Words("They spoke of the long-")]), Sheet([Words("term care of the lights.")])
    assert "long-term care" in " ".join(paragraph.text for paragraph in read(*sheets).paragraphs)


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("Report the improve-", "ment of lights.", "Report the improvement of lights."),
        ("Improve-", "ment", "Improvement"),
        ("Paint every old light-", "house.", "Paint every old light-house."),
    ],
)
def test_a_word_broken_in_a_cell_that_runs_over_a_page_is_whole(read, above, below, whole) -> None:
    head, widths = header("Ref", "Action", "Owner"), (40, 120, 100)
    upper = Ruled([head, ("1", above, "Clerk")], widths, open_bottom=True)
    lower = Ruled([("", below, ""), ("2", "Wait.", "Crew")], widths, open_top=True)
    (table,) = read(Sheet([upper]), Sheet([lower])).tables
    assert table.rows[1].cells[1].text == whole


SOFT = "\u00ad"


def draw_soft(path: Path, *lines: str) -> Path:
    """A page of such lines, in a font that prints a soft hyphen as one of its own."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(60, 700)
        text.setFont("Vera", 11)
        for line in lines:
            text.textLine(line)
        canvas.drawText(text)

    return draw_pdf(path, draw)


@pytest.mark.parametrize("reader", READERS)
def test_a_soft_hyphen_joins_its_word_and_is_nothing_within_a_line(tmp_path, reader) -> None:
    lines = (
        f"They looked at the light{SOFT}",
        f"houses of the har{SOFT}bour and the well-",
        "being.",
    )
    reading = read_paper(draw_soft(tmp_path / "soft.pdf", *lines), reader=reader)
    text = " ".join(paragraph.text for paragraph in reading.paragraphs)
    assert text == "They looked at the lighthouses of the harbour and the well-being."


@pytest.mark.parametrize("reader", READERS)
def test_a_soft_hyphen_where_no_word_can_break_is_a_hyphen(tmp_path, reader) -> None:
    lines = f"In 2016{SOFT}17 the long{SOFT}term care of the buoys and", "lamps was looked at."
    reading = read_paper(draw_soft(tmp_path / "misused.pdf", *lines), reader=reader)
    assert "In 2016-17 the long-term care" in reading.paragraphs[0].text
