import pytest
from build import Cell, Ruled, Sheet

NARROW = 76.0


def cell_text(read, text: str, width: float = 200.0, **options) -> str:
    """What is read of a cell of that width with that text."""
    rows = [["Above", "and beside"], [Cell(text, **options), "x"], ["Below", "y"]]
    table = read(Sheet([Ruled(rows, (width, 120))])).tables[0]
    return table.rows[1].cells[0].text


def test_wrapped_lines_are_joined(read) -> None:
    text = "The keeper of each lamp is to write down when it was lit and when it was put out."
    assert cell_text(read, text) == text


def test_paragraphs_of_a_cell_keep_their_breaks(read) -> None:
    text = (
        "The keeper of each lamp is to write down when it was lit.\n"
        "The Harbour Master is to read the book each Monday and to sign it."
    )
    assert cell_text(read, text) == text


def test_a_list_in_a_cell_keeps_its_items(read) -> None:
    text = (
        "The keeper is to:\n• trim the wick every evening, whatever the weather may be\n"
        "• fill the tank\n• sign the book"
    )
    assert cell_text(read, text) == text


def test_lines_ended_on_purpose_keep_their_breaks(read) -> None:
    assert cell_text(read, "Head of Lights\nLamp Keeper") == "Head of Lights\nLamp Keeper"


@pytest.mark.parametrize(
    "text",
    [
        "Head of Service Lights and Buoys",
        "Assistant Harbour Master, Outer Roads",
        "Quality and Performance Officer",
    ],
)
def test_a_title_wrapped_in_a_narrow_column_is_one_line(read, text: str) -> None:
    assert cell_text(read, text, NARROW) == text


def test_a_raised_ordinal_stays_with_its_number(read) -> None:
    text = "To be lit by the 1^st of May and put out by the 23^rd of September in each year"
    assert cell_text(read, text) == text.replace("^", "")


def test_a_raised_ordinal_does_not_end_a_line(read) -> None:
    assert cell_text(read, "1^st September 2020", NARROW) == "1st September 2020"


def test_a_hyphen_or_a_slash_at_a_line_end_is_kept(read) -> None:
    broken = ["The work is shared by the multi-", "agency team and by the buoy/", "beacon crew."]
    rows = [["Above", "x"], ["\n".join(broken), "y"]]
    text = read(Sheet([Ruled(rows, (156, 60))])).tables[0].rows[1].cells[0].text
    assert text == "The work is shared by the multi-agency team and by the buoy/beacon crew."


def test_a_hyphenated_word_moved_whole_to_the_next_line_is_no_new_paragraph(read) -> None:
    text = "Decide whether to leave the shared out-of-hours watch or to renew it."
    assert cell_text(read, text, 175) == text


def test_centred_lines_that_wrapped_are_joined(read) -> None:
    text = "Head of Lights, Buoys and Beacons"
    assert cell_text(read, text, 90, centred=True) == text


def test_centred_lines_ended_on_purpose_keep_their_breaks(read) -> None:
    assert cell_text(read, "Lit\nLost", 120, centred=True) == "Lit\nLost"


def test_a_word_broken_inside_a_narrow_column_is_made_whole(read) -> None:
    assert cell_text(read, "Establishin\ng lights", 64) == "Establishing lights"


def test_a_short_word_after_a_full_line_is_a_word(read) -> None:
    assert cell_text(read, "Maintenance of lamps", 70) == "Maintenance of lamps"
