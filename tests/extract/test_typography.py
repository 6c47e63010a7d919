"""What typesetting does to words, undone: drawn on a page and read back."""

from collections.abc import Callable
from pathlib import Path

import pytest
import reportlab
from build import Sheet, Words
from drawing import draw_pdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from matters_arising.corpus.reading import Reading
from matters_arising.extract.reading import READERS, read_paper

FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


def paragraphs(reading: Reading) -> list[str]:
    return [paragraph.text for paragraph in reading.paragraphs]


def read_drawn(folder: Path, draw: Callable[[Canvas], None], reader: str) -> Reading:
    return read_paper(draw_pdf(folder / "paper.pdf", draw), reader=reader)


def test_raised_ordinals_stay_with_their_numbers(read) -> None:
    reading = read(Sheet([Words("Lit on the 1^st, the 22^nd, the 3^rd and the 4^th of May.")]))
    assert paragraphs(reading) == ["Lit on the 1st, the 22nd, the 3rd and the 4th of May."]


@pytest.mark.parametrize("reader", READERS)
def test_letters_printed_twice_to_look_bold_are_read_once(tmp_path: Path, reader: str) -> None:
    def draw(canvas: Canvas) -> None:
        for shift in (0.0, 0.3):
            canvas.drawString(60 + shift, 700, "The lamps of the north pier were lit.")

    reading = read_drawn(tmp_path, draw, reader)
    assert paragraphs(reading) == ["The lamps of the north pier were lit."]
    assert reading.audit.lost == 0


@pytest.mark.parametrize("reader", READERS)
def test_joined_letters_are_spelt_out(tmp_path: Path, reader: str) -> None:
    def draw(canvas: Canvas) -> None:
        pdfmetrics.registerFont(TTFont("Vera", str(FONT)))
        canvas.setFont("Vera", 11)
        canvas.drawString(60, 700, "The \ufb01rst of\ufb01cer \ufb02ew the \ufb02ag.")

    assert paragraphs(read_drawn(tmp_path, draw, reader)) == ["The first officer flew the flag."]


def test_a_hyphen_at_a_lines_end_joins_its_word_without_a_space(read) -> None:
    reading = read(Sheet([Words("The keeper kept a log of every ship and of the well-\nbeing of")]))
    assert paragraphs(reading) == ["The keeper kept a log of every ship and of the well-being of"]


@pytest.mark.parametrize("reader", READERS)
def test_a_watermark_is_furniture_and_cuts_no_sentence(tmp_path: Path, reader: str) -> None:
    lines = ("The lamps of the north pier were lit on every night of the month", "of March.")

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFont("Helvetica-Bold", 80)
        canvas.setFillGray(0.85)
        canvas.translate(150, 560)
        canvas.rotate(45)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()
        canvas.setFont("Helvetica", 14)
        for y, line in zip((700, 683), lines, strict=True):
            canvas.drawString(60, y, line)

    reading = read_drawn(tmp_path, draw, reader)
    assert paragraphs(reading) == [" ".join(lines)]
    assert (reading.audit.in_furniture, reading.audit.lost) == (len("DRAFT"), 0)


@pytest.mark.parametrize(
    "mark", ["OFFICIAL", "OFFICIAL-SENSITIVE", "Official: Sensitive", "NOT PROTECTIVELY MARKED"]
)
def test_a_protective_marking_is_out_of_the_text(read, mark: str) -> None:
    text = Words("The lamps of the north pier were lit on every night of the month.")
    assert paragraphs(read(Sheet([text], head=mark, mark=mark))) == [text.text]


def test_a_sentence_about_a_marking_stays(read) -> None:
    text = Words("OFFICIAL papers are kept in the store by the quay.")
    assert paragraphs(read(Sheet([text], top=30))) == [text.text]
