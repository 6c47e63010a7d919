"""From characters to words and from words to lines."""

from dataclasses import replace

import numpy as np
import pytest
from drawing import type_glyphs
from hypothesis import given
from hypothesis import strategies as st

from matters_arising.extract.reader.glyph import Glyphs, build_words, find_printed
from matters_arising.extract.reader.page import Word
from matters_arising.extract.reader.word import group_lines


def texts(glyphs: Glyphs) -> list[str]:
    return [word.text for word in build_words(glyphs)]


def join(*parts: Glyphs) -> Glyphs:
    columns = ("spaced", "boxes", "sizes", "bolds", "turns")
    joined = {name: np.concatenate([getattr(part, name) for part in parts]) for name in columns}
    return Glyphs(text="".join(part.text for part in parts), **joined)


def test_a_space_or_a_gap_parts_two_words() -> None:
    assert texts(type_glyphs(("Quay_Street", 50, 50), ("Hub", 107, 50))) == [
        "Quay",
        "Street",
        "Hub",
    ]


def test_pieces_that_touch_are_one_word() -> None:
    assert texts(type_glyphs(("Har", 50, 50), ("bour", 65, 50))) == ["Harbour"]


def test_text_drawn_on_another_line_is_another_word() -> None:
    assert texts(type_glyphs(("Har", 50, 50), ("bour", 65, 70))) == ["Har", "bour"]


@pytest.mark.parametrize("shift", [0.0, 0.3, 0.9])
@pytest.mark.parametrize("left", [50.0, 51.8, 52.9])
def test_a_word_printed_twice_to_look_bold_is_one_word(left: float, shift: float) -> None:
    assert texts(type_glyphs(("Total", left, 50), ("Total", left + shift, 50 + shift))) == ["Total"]


def test_the_same_word_on_the_next_line_is_kept() -> None:
    assert texts(type_glyphs(("No", 50, 50), ("No", 50, 61))) == ["No", "No"]


def test_a_raised_ordinal_stays_with_its_number() -> None:
    raised = type_glyphs(("rd", 60.5, 48), size=6)
    words = build_words(join(type_glyphs(("23", 50, 50)), raised))
    assert [(word.text, word.glyphs) for word in words] == [("23rd", 4)]


def test_a_dotted_leader_is_a_word_of_its_own() -> None:
    assert texts(type_glyphs(("Aims.....12", 50, 50))) == ["Aims", ".....", "12"]


def test_ligatures_are_spelt_out() -> None:
    assert texts(type_glyphs(("oﬃcer", 50, 50))) == ["officer"]


def test_characters_that_do_not_print_leave_no_trace() -> None:
    printed, spaced = find_printed("a\x07b\u202ec d\ud800e")
    assert printed.tolist() == [True, False, True, False, True, False, True, False, True]
    assert spaced.tolist() == [False, False, False, True, False]


def test_sideways_text_is_read_along_its_own_line() -> None:
    up = type_glyphs(("Due", 0, 0))
    boxes = np.array([(50, 100 - 5 * n, 60, 105 - 5 * n) for n in range(3)], np.float64)
    word = build_words(replace(up, boxes=boxes, turns=np.full(3, 270, np.int16)))[0]
    assert (word.text, word.turn, word.box) == ("Due", 270, (50, 90, 60, 105))


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=8))
def test_words_hold_every_printed_character_once(pieces: list[str]) -> None:
    text = "".join(pieces)
    printed, spaced = find_printed(text)
    kept = "".join(c for c, shown in zip(text, printed.tolist(), strict=True) if shown)
    count = len(kept)
    boxes = np.array([(7.0 * n, 50, 7.0 * n + 5, 60) for n in range(count)]).reshape(-1, 4)
    glyphs = Glyphs(
        kept, spaced, boxes, np.full(count, 10.0), np.zeros(count, bool), np.zeros(count, np.int16)
    )
    assert sum(word.glyphs for word in build_words(glyphs)) == count


def word(text: str, x0: float, bottom: float, size: float = 10) -> Word:
    return Word(text, x0, bottom - size, x0 + 5 * len(text), bottom, size, False, 0, len(text))


def test_lines_come_top_to_bottom_whatever_order_they_were_drawn_in() -> None:
    words = [word("below", 50, 80), word("right", 90, 60), word("left", 50, 60.4)]
    assert [line.text for line in group_lines(words, 1)] == ["left right", "below"]


def test_a_raised_mark_does_not_draw_two_lines_together() -> None:
    words = [word("above", 50, 60), word("1", 80, 66, 6), word("below", 50, 72)]
    assert [line.text for line in group_lines(words, 1)] == ["above", "below 1"]


def test_a_wide_gap_parts_the_runs_of_a_line() -> None:
    line = group_lines([word("Action", 50, 60), word("Owner", 300, 60)], 1)[0]
    assert [run.text for run in line.runs] == ["Action", "Owner"]
