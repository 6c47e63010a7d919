"""Bare numbers before headings."""

import pytest

from matters_arising.extract.structure.numbering import number_headings


@pytest.mark.parametrize(
    ("titles", "numbers"),
    [
        (["1 Apologies", "2 Minutes", "3 Lamps"], ["1", "2", "3"]),
        (["12 Lamps", "13 Buoys", "14 ‘Outer Roads’"], ["12", "13", "14"]),
        (["Agenda", "1 Apologies", "Present", "2 Minutes"], [None, "1", None, "2"]),
        (["1 Lamps", "2 Buoys", "1 Wicks", "2 Oil"], ["1", "2", "1", "2"]),
    ],
)
def test_numbers_in_sequence_are_numbers(titles: list[str], numbers: list[str | None]) -> None:
    told = number_headings([(None, title) for title in titles])
    assert [number for number, _ in told] == numbers
    assert all(not title[0].isdigit() for _, title in told)


@pytest.mark.parametrize(
    "titles", [["10 Downing Street"], ["12 Months On", "Lamps", "3 Piers"], ["1 Harbour Road"]]
)
def test_a_figure_out_of_sequence_stays_in_its_title(titles: list[str]) -> None:
    assert number_headings([(None, title) for title in titles]) == [(None, t) for t in titles]


def test_a_bare_number_goes_on_from_a_punctuated_one() -> None:
    told = number_headings([("4.", "Roads"), ("4.1", "Buoys"), (None, "5 Lamps")])
    assert told[-1] == ("5", "Lamps")
