"""From drawn paths to rules and shading."""

from math import inf, nan

import pytest

from matters_arising.extract.reader.page import Drawing, Rule
from matters_arising.extract.reader.path import Step, Tracing
from matters_arising.extract.reader.rule import join_rules, rules_and_fills


def draw(*steps: Step, stroked: bool = True, colour: str | None = None) -> Drawing:
    tracing = Tracing()
    tracing.trace(steps, stroked=stroked, colour=colour)
    return rules_and_fills(tracing.strokes, tracing.rectangles, 595, 842)


def rectangle(x0: float, top: float, x1: float, bottom: float) -> list[Step]:
    return [
        ("m", (x0, top)),
        ("l", (x1, top)),
        ("l", (x1, bottom)),
        ("l", (x0, bottom)),
        ("h", (0, 0)),
    ]


def test_an_outlined_rectangle_gives_its_four_sides() -> None:
    drawing = draw(*rectangle(50, 100, 150, 120))
    assert drawing.horizontals == (Rule(100, 50, 150), Rule(120, 50, 150))
    assert drawing.verticals == (Rule(50, 100, 120), Rule(150, 100, 120))


def test_a_thin_dark_rectangle_is_a_rule_and_a_white_one_is_nothing() -> None:
    dark = draw(*rectangle(50, 100, 150, 100.5), stroked=False, colour="#000000")
    white = draw(*rectangle(50, 100, 150, 100.5), stroked=False, colour="#ffffff")
    assert dark.horizontals == (Rule(100.25, 50, 150),)
    assert white == Drawing()


def test_shading_keeps_its_colour_and_draws_no_rule() -> None:
    drawing = draw(*rectangle(50, 100, 150, 120), stroked=False, colour="#d9d9d9")
    assert [(fill.box, fill.colour) for fill in drawing.fills] == [((50, 100, 150, 120), "#d9d9d9")]
    assert drawing.horizontals == drawing.verticals == ()


def test_the_straight_sides_of_a_rounded_box_are_rules_and_its_corners_are_not() -> None:
    drawing = draw(
        ("m", (60, 100)),
        ("l", (140, 100)),
        ("c", (150, 110)),
        ("l", (150, 190)),
        ("c", (140, 200)),
    )
    assert drawing.horizontals == (Rule(100, 60, 140),)
    assert drawing.verticals == (Rule(150, 110, 190),)


def test_pieces_of_one_line_are_joined() -> None:
    pieces = [Rule(100, 50, 80), Rule(100.4, 81, 120), Rule(100, 200, 220)]
    joined = join_rules(pieces)
    assert [(rule.start, rule.end) for rule in joined] == [(50, 120), (200, 220)]


def test_a_rule_is_cut_at_the_page_and_one_beside_it_is_dropped() -> None:
    drawing = rules_and_fills([((-50, 100), (9000, 100)), ((-90, 5), (-90, 80))], [], 595, 842)
    assert drawing == Drawing(horizontals=(Rule(100, 0, 595),))


@pytest.mark.parametrize("wild", [nan, inf, -inf, 1e30])
def test_places_that_are_no_numbers_draw_nothing(wild: float) -> None:
    boxes = [((10.0, wild, 90.0, wild), True, "#000000"), ((wild, 10.0, wild, 90.0), True, None)]
    strokes = [((10.0, wild), (90.0, wild)), ((wild, 10.0), (wild, 90.0))]
    assert rules_and_fills(strokes, boxes, 595, 842) == Drawing()
