from pathlib import Path

from build import LANDSCAPE, Sheet, Words
from drawing import draw_pdf
from reportlab.pdfgen.canvas import Canvas

from matters_arising.corpus.reading import Reading
from matters_arising.extract.reading import read_paper

TEXT = Words("The lamps of the north pier were lit on every night of the month.")


def paragraphs(reading: Reading) -> list[str]:
    return [paragraph.text for paragraph in reading.paragraphs]


def test_a_running_head_is_out_of_the_text(read) -> None:
    pages = [Sheet([Words(f"Part {n} is here to be read.")], head="Harbour plan") for n in "abcd"]
    assert paragraphs(read(*pages)) == [f"Part {n} is here to be read." for n in "abcd"]


def test_a_running_head_with_a_changing_number_is_too(read) -> None:
    pages = [Sheet([TEXT], head=f"Harbour plan, sheet {n}, of 4") for n in range(1, 5)]
    assert paragraphs(read(*pages)) == [TEXT.text] * 4


def test_the_running_head_of_a_paper_of_two_pages_is_told(read) -> None:
    pages = [Sheet([TEXT], head="Harbour Board – Minutes")] * 2
    assert paragraphs(read(*pages)) == [TEXT.text] * 2


def test_a_running_head_of_two_lines_cuts_no_sentence(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(("The lamps of the pier", "are to be", "lit at dusk."), 1):
            canvas.drawString(72, 842 - 86, "Harbour Board – 4 March 2024")
            canvas.drawString(72, 842 - 105, f"Minutes – sheet {number} of 3")
            canvas.drawString(72, 842 - 130, line)
            canvas.showPage()

    told = paragraphs(read_paper(draw_pdf(tmp_path / "heads.pdf", draw)))
    assert not any("sheet" in text for text in told)
    assert "lit at dusk." in " ".join(told)


def test_a_line_at_the_top_of_one_page_is_text(read) -> None:
    pages = [Sheet([TEXT], head="Read me"), Sheet([TEXT]), Sheet([TEXT])]
    assert "Read me" in paragraphs(read(*pages))


def test_a_marking_is_out_of_the_text_even_on_one_page(read) -> None:
    assert paragraphs(read(Sheet([TEXT], mark="OFFICIAL"))) == [TEXT.text]
    assert paragraphs(read(Sheet([TEXT], mark="OFFICIAL – SENSITIVE"))) == [TEXT.text]


def test_the_printed_page_number_is_the_label(read) -> None:
    pages = [Sheet([TEXT], foot=foot) for foot in ("Page 7", "8", "- 9 -", "Page 10 of 12", "")]
    assert read(*pages).paper.labels == ("7", "8", "9", "10", None)


def test_portrait_and_landscape_pages_share_their_furniture(read) -> None:
    sizes = {True: LANDSCAPE, False: (595.0, 842.0)}
    pages = [
        Sheet([TEXT], head="Harbour plan", foot=f"Page {n}", size=sizes[n % 2 == 0])
        for n in range(1, 6)
    ]
    reading = read(*pages)
    assert paragraphs(reading) == [TEXT.text] * 5
    assert reading.paper.labels == ("1", "2", "3", "4", "5")


def test_what_opens_each_report_of_a_pack_is_no_furniture(read) -> None:
    """It stands at one height on page after page, but on no two in a row."""
    opening = Sheet([Words("Harbour Board Lights Committee"), TEXT], top=60)
    between = Sheet([TEXT], top=60)
    reading = read(*[opening, between] * 3, between, between)
    assert paragraphs(reading).count("Harbour Board Lights Committee") == 3


def test_a_number_in_the_text_is_no_label(read) -> None:
    reading = read(Sheet([TEXT, Words("1874"), TEXT]))
    assert reading.paper.labels == (None,)
    assert "1874" in " ".join(paragraphs(reading))
