"""Notes in the margin beside minutes that have no rules: "ACTION" over initials."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.platypus import Flowable, Table
from unruled_build import lay_out, words

from matters_arising.corpus.reading import Reading
from matters_arising.extract.reading import read_paper

TEXT_WIDTH, MARGIN_WIDTH = 385, 75
OPENING = (
    words("Minutes of the meeting of the Harbour Board", size=15, bold=True),
    words("Held on 4 March 2024"),
    words("Present: Joan Marsh, Amir Patel, Una Tide (Clerk)"),
)
LAMPS = (
    "The Board heard that the lamps of the north pier had been out for much of the winter and "
    "that ships had waited in the roads. The cost of oil was thought to be high."
)
OIL = "It was agreed to ask two other dealers for the price of a year's oil by 12 April 2024."
BELL = "The bell of the inner light is cracked. It was agreed to have a new one cast."
WHOLE = "Tea was served at four o'clock and the Board thanked those who had brought it."


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Reading]:
    """Lay out minutes of the given items, under who was present, and read them."""
    return lambda *items: read_paper(lay_out(tmp_path / "minutes.pdf", *OPENING, *items))


def noted(text: str, *note: str) -> Flowable:
    """A paragraph with lines in the margin to its right."""
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
    beside = [words(line) for line in note]
    for line in beside:
        line.style.spaceAfter = 0
    return Table([[words(text), beside]], [TEXT_WIDTH, MARGIN_WIDTH], hAlign="LEFT", style=style)


def found(reading: Reading) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(action.action, action.owners, action.due_date) for action in reading.actions]


@pytest.mark.parametrize(
    ("note", "owners"),
    [
        (("ACTION", "JM"), ("JM",)),
        (("ACTION", "JM, AP"), ("JM", "AP")),
        (("Action: AP",), ("AP",)),
        (("ACTION", "Clerk"), ("Clerk",)),
        (("JM",), ("JM",)),
    ],
)
def test_a_note_in_the_margin_says_who_is_to_act_on_what_stands_beside_it(
    read, note: tuple[str, ...], owners: tuple[str, ...]
) -> None:
    reading = read(noted(LAMPS), noted(OIL, *note), noted(WHOLE))
    assert found(reading) == [(OIL, owners, "2024-04-12")]


def test_each_note_belongs_to_the_paragraph_it_begins_beside(read) -> None:
    reading = read(noted(OIL, "ACTION", "JM"), noted(LAMPS), noted(BELL, "ACTION", "AP"))
    assert [(said, owners) for said, owners, _ in found(reading)] == [
        (OIL, ("JM",)),
        ("It was agreed to have a new one cast.", ("AP",)),
    ]


def test_text_beside_a_margin_is_whole_and_the_note_comes_after_it(read) -> None:
    texts = [
        paragraph.text for paragraph in read(noted(LAMPS), noted(OIL, "ACTION", "JM")).paragraphs
    ]
    assert texts[-3:] == [LAMPS, OIL, "ACTION JM"]


def test_nothing_of_a_margin_is_lost(read) -> None:
    assert read(noted(LAMPS), noted(OIL, "ACTION", "JM")).audit.lost == 0


def test_initials_of_nobody_present_are_no_action(read) -> None:
    assert found(read(noted(LAMPS), noted(OIL, "QX"), noted(WHOLE))) == []


def test_initials_at_the_end_of_a_full_line_are_no_note(read) -> None:
    reading = read(words(LAMPS), words("The chart was drawn by JM"), words(LAMPS))
    assert "The chart was drawn by JM" in [paragraph.text for paragraph in reading.paragraphs]
