"""Rules in the picture of a page, made up pixel by pixel."""

import numpy as np
import pytest

from matters_arising.extract.reader.page import Rule
from matters_arising.extract.reader.ruling import erase_rules, find_rules, set_level

SCALE = 2.0
PAPER, INK = 235, 40


def blank() -> np.ndarray:
    return np.full((400, 600), PAPER, np.uint8)


def test_a_thin_dark_line_is_a_rule_with_its_place_in_points() -> None:
    picture = blank()
    picture[100:102, 60:500] = INK
    picture[100:300, 60:62] = INK
    drawing = find_rules(picture, SCALE)
    assert drawing.horizontals == (pytest.approx(Rule(50.2, 30, 250), abs=1),)
    assert drawing.verticals == (pytest.approx(Rule(30.2, 50, 150), abs=1),)


def test_a_line_with_pieces_missing_is_one_rule() -> None:
    picture = blank()
    picture[100, 60:500] = INK
    picture[100, 100:500:40] = PAPER
    picture[100, 200:204] = PAPER
    assert len(find_rules(picture, SCALE).horizontals) == 1


@pytest.mark.parametrize(
    ("rows", "columns"),
    [(slice(100, 140), slice(60, 500)), (slice(100, 102), slice(60, 90))],
    ids=["shading", "the stroke of a letter"],
)
def test_what_is_too_thick_or_too_short_is_no_rule(rows: slice, columns: slice) -> None:
    picture = blank()
    picture[rows, columns] = INK
    assert find_rules(picture, SCALE).horizontals == ()


def test_noise_draws_no_rules() -> None:
    noise = np.random.default_rng(1).normal(PAPER, 8, (800, 600)).clip(0, 255).astype(np.uint8)
    drawing = find_rules(noise, SCALE)
    assert (drawing.horizontals, drawing.verticals) == ((), ())


def test_a_line_askew_is_level_once_its_page_is() -> None:
    picture = blank()
    for x in range(60, 500):
        picture[round(100 + 0.02 * x)][x] = INK
    assert find_rules(set_level(picture, 0.02), SCALE).horizontals == (
        pytest.approx(Rule(53, 30, 250), abs=4),
    )


def test_a_picture_smaller_than_any_rule_has_none() -> None:
    assert find_rules(np.full((6, 6), PAPER, np.uint8), SCALE).horizontals == ()


def test_rules_are_erased_and_nothing_else() -> None:
    picture = blank()
    picture[100:102, 60:500] = INK
    picture[150:170, 80:84] = INK
    clean = erase_rules(picture, find_rules(picture, SCALE), SCALE)
    assert clean[100:102].min() == PAPER
    assert (clean[150:170, 80:84] == INK).all()
