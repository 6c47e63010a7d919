import numpy as np

from matters_arising.extract.reader.page import Drawing, Page, Rule
from matters_arising.extract.table.grid import MOST_RULES, Grid, find_grids


def page(horizontals: list[tuple], verticals: list[tuple]) -> Page:
    drawing = Drawing(tuple(Rule(*h) for h in horizontals), tuple(Rule(*v) for v in verticals), ())
    return Page(1, 595, 842, (), drawing)


def only(horizontals: list[tuple], verticals: list[tuple]) -> Grid:
    grids = find_grids(page(horizontals, verticals))
    assert len(grids) == 1
    return grids[0]


def boxes(grid: Grid) -> list[tuple]:
    return [cell.box for cell in grid.cells]


FRAME = [(100, 50, 250), (140, 50, 250)], [(50, 100, 140), (250, 100, 140)]


def test_rules_that_cross_make_cells() -> None:
    grid = only([*FRAME[0], (120, 50, 250)], [*FRAME[1], (150, 100, 140)])
    assert boxes(grid) == [
        (50, 100, 150, 120),
        (150, 100, 250, 120),
        (50, 120, 150, 140),
        (150, 120, 250, 140),
    ]


def test_squares_with_no_rule_between_them_are_one_cell() -> None:
    grid = only([*FRAME[0], (120, 150, 250)], [*FRAME[1], (150, 100, 140)])
    assert boxes(grid) == [(50, 100, 150, 140), (150, 100, 250, 120), (150, 120, 250, 140)]
    assert grid.cells[0].rows == (0, 1)


def test_a_cell_over_the_full_width_is_one_cell() -> None:
    grid = only([*FRAME[0], (120, 50, 250)], [*FRAME[1], (150, 120, 140)])
    assert boxes(grid)[0] == (50, 100, 250, 120)
    assert grid.cells[0].columns == (0, 1)


def test_a_side_without_a_rule_is_open() -> None:
    grid = only([(100, 50, 250), (120, 50, 250)], [*FRAME[1], (150, 100, 140)])
    assert (grid.open_top, grid.open_bottom) == (False, True)
    assert boxes(grid)[-1] == (150, 120, 250, 140)


def test_cells_that_would_make_a_corner_are_cut_into_rows() -> None:
    grid = only([*FRAME[0], (120, 50, 150)], [*FRAME[1], (150, 100, 120)])
    assert sorted(boxes(grid)) == [
        (50, 100, 150, 120),
        (50, 120, 250, 140),
        (150, 100, 250, 120),
    ]


def test_rules_a_hair_apart_are_one_border() -> None:
    grid = only([*FRAME[0], (120, 50, 250), (121.5, 50, 250)], [*FRAME[1], (150, 100, 140)])
    assert len(grid.cells) == 4


def test_tables_that_do_not_touch_are_two_grids() -> None:
    right = [(100, 300, 400), (140, 300, 400)], [(300, 100, 140), (400, 100, 140)]
    grids = find_grids(page([*FRAME[0], *right[0]], [*FRAME[1], *right[1]]))
    assert [grid.box for grid in grids] == [(50, 100, 250, 140), (300, 100, 400, 140)]


def test_a_rule_across_the_text_is_no_grid() -> None:
    assert find_grids(page([(100, 50, 250)], [])) == []
    assert find_grids(page([(100, 50, 250)], [(50, 100, 140)])) == []


def test_a_drawing_of_thousands_of_lines_is_no_table() -> None:
    lines = [(y / 10, 50, 250) for y in range(MOST_RULES + 1)]
    assert find_grids(page(lines, FRAME[1])) == []


def test_every_point_within_a_grid_has_its_cell() -> None:
    grid = only([*FRAME[0], (120, 150, 250)], [*FRAME[1], (150, 100, 140)])
    squares = grid.squares()
    for x in range(51, 250, 7):
        for y in range(101, 140, 3):
            (row,), (column,) = grid.squares_at(np.array([[x], [y]]))
            x0, top, x1, bottom = squares[row, column].box
            assert x0 <= x <= x1 and top <= y <= bottom
