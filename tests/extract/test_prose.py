import pytest
from build import Sheet, Words

from matters_arising.corpus.layout import Paragraph
from matters_arising.extract.reader.word import Line
from matters_arising.extract.structure.prose import build_blocks, is_heading

LONG = (
    "The keeper of each lamp is to write down when it was lit and when it was put out, and the"
    " Harbour Master is to read the book each Monday and to sign it, so that the Board may know"
    " what oil was burnt."
)


def paragraphs(read, *sheets: Sheet) -> list[Paragraph]:
    return list(read(*sheets).paragraphs)


def texts(read, *sheets: Sheet) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(read, *sheets)]


def test_wrapped_lines_are_one_paragraph(read) -> None:
    assert texts(read, Sheet([Words(LONG), Words(LONG)])) == [LONG, LONG]


def test_a_paragraph_over_a_page_break_is_one_with_two_places(read) -> None:
    cut = LONG.index("Harbour")
    sheets = Sheet([Words(LONG[:cut])]), Sheet([Words(LONG[cut:])])
    (paragraph,) = paragraphs(read, *sheets)
    assert paragraph.text == LONG
    assert [place.page for place in paragraph.places] == [1, 2]


def test_a_paragraph_that_ended_with_its_page_stays_apart(read) -> None:
    assert texts(read, Sheet([Words(LONG)]), Sheet([Words("The tide book is kept too.")])) == [
        LONG,
        "The tide book is kept too.",
    ]


def test_a_hanging_indent_is_not_taken_for_centred_text(read) -> None:
    """A full line between two indents stands in the middle of the page by chance."""
    words = Words("1.1 " + LONG, left=94, width=396)
    assert texts(read, Sheet([Words("Lamps are lit at dusk.", left=57), words]))[1] == LONG


def test_numbered_paragraphs_keep_their_numbers(read) -> None:
    sheet = Sheet([Words("5.11 Lamps are lit."), Words("5.12 " + LONG), Words("(a) Oil is dear.")])
    found = [(paragraph.number, paragraph.text) for paragraph in paragraphs(read, sheet)]
    assert found == [("5.11", "Lamps are lit."), ("5.12", LONG), ("(a)", "Oil is dear.")]


@pytest.mark.parametrize("number", ["5.12", "5.1.2", "12", "(a)", "b)", "c.", "(iv)"])
def test_a_paragraph_may_be_numbered_in_many_ways(read, number: str) -> None:
    printed = f"{number}." if number.isdigit() else number
    (paragraph,) = paragraphs(read, Sheet([Words(f"{printed} Lamps are lit.")]))
    assert (paragraph.number, paragraph.text) == (number.rstrip("."), "Lamps are lit.")


def test_an_initial_opens_no_item(read) -> None:
    (paragraph,) = paragraphs(read, Sheet([Words("e.g. lamps and buoys of the outer roads.")]))
    assert paragraph.number is None


def test_numbered_paragraphs_set_close_are_still_several(read) -> None:
    close = [Words(f"{n}. Lamp {name} is lit.", after=0) for n, name in ((1, "A"), (2, "B"))]
    assert [p.number for p in paragraphs(read, Sheet(close))] == ["1", "2"]


@pytest.mark.parametrize("bullet", ["•", "–", "o"])
def test_items_of_a_list_are_paragraphs_without_their_bullets(read, bullet: str) -> None:
    items = [Words(f"{bullet} {text}", after=0) for text in ("oil;", "wicks; and", "ropes.")]
    assert texts(read, Sheet(items)) == ["oil;", "wicks; and", "ropes."]


def test_an_item_of_a_list_that_wrapped_is_one(read) -> None:
    assert texts(read, Sheet([Words("• " + LONG), Words("• Oil.")])) == [LONG, "Oil."]


def test_no_lines_make_no_blocks() -> None:
    assert build_blocks([]) == []


def line(text: str, *, size: float = 11.0, bold: bool = True) -> Line:
    return Line(text, (57, 100, 300, 112), 1, size, bold, len(text), 20.0, ())


@pytest.mark.parametrize(
    "text",
    ["Lamps and buoys", "3. Lamps", "Annex A: The year’s plan", "Phase 2: Buoys", "What we found"],
)
def test_a_short_bold_line_is_a_heading(text: str) -> None:
    (block,) = build_blocks([line(text)])
    assert is_heading(block, 11.0)


@pytest.mark.parametrize(
    "text",
    ["Date: 4 March 2024", "Report of: Harbour Master", "RESOLVED:", "AGREED", "ACTION: Light it"],
)
def test_a_label_or_a_formula_in_bold_is_no_heading(text: str) -> None:
    (block,) = build_blocks([line(text)])
    assert not is_heading(block, 11.0)


def test_a_larger_line_is_a_heading_even_with_a_colon() -> None:
    (block,) = build_blocks([line("Harbour Plan: Phase 2", size=16)])
    assert is_heading(block, 11.0)


def test_a_sentence_is_no_heading() -> None:
    (block,) = build_blocks([line("All the lamps were lit.")])
    assert not is_heading(block, 11.0)


def test_an_action_set_close_under_text_stands_apart_from_it(read) -> None:
    said = "The Board heard that the lamps were out."
    action = "ACTION: JT to buy oil by 1 May 2024."
    told = "The crew asked for ropes."
    lines = [Words(text, after=0) for text in (said, action, told)]
    assert texts(read, Sheet(lines)) == [said, action, told]
