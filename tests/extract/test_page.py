"""From what a reader finds to a page: its turn, its edges, what is too much."""

from dataclasses import replace

import numpy as np
import pytest
from drawing import type_glyphs

from matters_arising.extract.reader.glyph import NO_GLYPHS
from matters_arising.extract.reader.page import SLANTED
from matters_arising.extract.reader.path import MOST_STEPS, Tracing
from matters_arising.extract.reader.raw import PageSizeWrong, RawPage, finish_page
from matters_arising.extract.reader.turn import turn_box, turn_of


def test_text_off_the_page_is_not_read() -> None:
    glyphs = type_glyphs(("Seen", 50, 50), ("Hidden", -200, 50), ("Below", 50, 900))
    page = finish_page(RawPage(1, 595, 842, glyphs))
    assert [word.text for word in page.words] == ["Seen"]


def test_a_character_without_a_place_is_not_on_the_page() -> None:
    glyphs = type_glyphs(("Seen", 50, 50))
    boxes = glyphs.boxes.copy()
    boxes[3] = np.nan
    page = finish_page(RawPage(1, 595, 842, replace(glyphs, boxes=boxes)))
    assert [word.text for word in page.words] == ["See"]


@pytest.mark.parametrize("width", [0.0, -5.0, float("nan"), float("inf"), 1e9])
def test_a_page_of_no_possible_size_is_refused(width: float) -> None:
    with pytest.raises(PageSizeWrong):
        finish_page(RawPage(1, width, 842, NO_GLYPHS))


def test_a_page_drawn_in_too_many_lines_keeps_its_words_and_warns() -> None:
    tracing = Tracing()
    for _ in range(MOST_STEPS // 2 + 1):
        tracing.trace([("m", (10, 10)), ("l", (90, 10))], stroked=True, colour=None)
    page = finish_page(RawPage(7, 595, 842, type_glyphs(("Map", 50, 50)), tracing))
    assert [word.text for word in page.words] == ["Map"]
    assert page.drawing.horizontals == ()
    assert page.warning is not None and page.warning.startswith("page 7 ")


@pytest.mark.parametrize(
    ("direction", "turn"),
    [((1, 0), 0), ((0, 1), 90), ((-1, 0), 180), ((0, -1), 270), ((1, -1), SLANTED)],
)
def test_the_direction_of_text_says_how_it_is_turned(
    direction: tuple[float, float], turn: int
) -> None:
    assert turn_of(*direction) == turn


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turning_a_box_there_and_back_changes_nothing(turn: int) -> None:
    box, (width, height) = (10.0, 20.0, 40.0, 25.0), (595.0, 842.0)
    sideways = turn in (90, 270)
    there = turn_box(box, turn, width, height)
    back = turn_box(there, 360 - turn, *((height, width) if sideways else (width, height)))
    assert back == pytest.approx(box)
