"""Tables for people: as wide as the terminal, with every letter of every cell in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from matters_arising.cli.output.table import Column, fit, fold, print_table

COLUMNS = (
    Column("Date", lambda record: record[0]),
    Column("What", lambda record: record[1], share=2),
    Column("Whose", lambda record: record[2], share=1),
)


def letters(text):
    return sorted("".join(text.split()))


@given(st.lists(st.text("aé–漢\u0301-", min_size=1), min_size=1), st.integers(2, 30))
def test_folding_loses_no_letter_and_no_line_is_too_wide(words, width):
    lines = fold(" ".join(words), width)
    assert "".join(lines).replace(" ", "") == "".join(words)
    assert max(map(cell_len, lines)) <= width


def test_lines_break_between_words_and_a_longer_word_where_it_must():
    assert fold("an improvement plan is due", 8) == ["an", "improvem", "ent plan", "is due"]


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 4)), min_size=1), st.integers(0, 200))
def test_columns_fill_the_width_wherever_it_has_room_for_them(columns, width):
    wanted, shares = zip(*columns, strict=True)
    if not any(shares):
        shares = (1, *shares[1:])
    gap, widths = fit(wanted, shares, width)
    assert min(widths) >= 1
    if width >= 2 * len(widths):
        assert sum(widths) + gap * (len(widths) - 1) == width


def test_what_has_no_share_keeps_its_width_while_there_is_room():
    assert fit((10, 50, 50), (0, 2, 1), 100) == (3, [10, 56, 28])
    assert fit((10, 50, 50), (0, 2, 1), 26) == (1, [10, 10, 4])
    assert fit((10, 50, 50), (0, 2, 1), 20) == (1, [5, 9, 4])


@pytest.mark.parametrize("width", [12, 30, 50, 100])
def test_a_table_of_any_width_has_every_word_in_its_column(width, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(width))
    print_table(COLUMNS, [("2021-03-22", "Bring the plan\nto the Cabinet", "漢字 Director")])
    head, cells = capsys.readouterr().out.split("─" * width)
    assert max(map(cell_len, (head + cells).splitlines())) <= width
    assert letters(head) == letters("Date What Whose")
    assert letters(cells) == letters("2021-03-22 Bring the plan to the Cabinet 漢字 Director")


def test_cells_stand_under_their_headings(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    print_table(COLUMNS, [("2021", "漢字 and more", "Director"), ("2022", "", "Clerk")])
    assert capsys.readouterr().out.splitlines() == [
        "Date   What                   Whose",
        "─" * 40,
        "2021   漢字 and more          Director",
        "2022                          Clerk",
    ]
