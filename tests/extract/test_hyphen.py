"""Words broken at a line's end: whole again where a program broke them, else as written."""

from collections.abc import Callable

import pytest
from build import Ruled, Sheet, Words, header

from matters_arising.corpus.reading import Reading


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
