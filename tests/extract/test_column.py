from collections.abc import Callable
from pathlib import Path

import pytest
from unruled_build import Open, columns, gap, lay_out, words

from matters_arising.corpus.reading import Reading
from matters_arising.extract.reading import read_paper

LAMPS = (
    "The lamps on the north pier were out for much of the winter, and ships that came in by "
    "night had to wait in the roads until the morning. The Board asked for new ones to be "
    "bought before the autumn, and for the old ones to be carried to the store by the quay."
)
BUOYS = (
    "Every buoy in the outer roads was painted in the spring. Four had broken their moorings "
    "and were found on the sands beyond the bar; a fifth has not been seen since, and notice "
    "of it has been given to the masters of all ships that call here."
)
ROPES = (
    "The ropes of the south quay are worn. The Warden counted them and found that a third "
    "would not last another year, so that some must be bought now and the rest when the "
    "accounts of the harbour have been closed and the cost is known."
)
TIDES = (
    "Tide tables for the coming year are to be printed in larger type, as the pilots asked, "
    "and one is to be hung in every office along the harbour wall where it can be read."
)


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Reading]:
    """Lay out a paper of the given items and read it."""
    return lambda *items: read_paper(lay_out(tmp_path / "paper.pdf", *items))


def texts(reading: Reading) -> list[str]:
    return [paragraph.text for paragraph in reading.paragraphs]


@pytest.mark.parametrize("count", [2, 3])
def test_columns_are_read_one_after_the_other(read, count: int) -> None:
    reading = read(columns(LAMPS, BUOYS, ROPES, LAMPS, count=count))
    assert " ".join(texts(reading)) == " ".join([LAMPS, BUOYS, ROPES, LAMPS])


def test_text_over_and_under_columns_is_read_before_and_after(read) -> None:
    reading = read(words(TIDES), columns(LAMPS, BUOYS, ROPES, LAMPS), words(TIDES))
    assert texts(reading)[0] == texts(reading)[-1] == TIDES
    assert " ".join(texts(reading)[1:-1]) == " ".join([LAMPS, BUOYS, ROPES, LAMPS])


@pytest.mark.parametrize("set_out", [(LAMPS, BUOYS, ROPES, LAMPS), (LAMPS, BUOYS, ROPES)])
def test_a_short_line_under_columns_is_read_after_them(read, set_out) -> None:
    last = "It was so agreed."
    reading = read(columns(*set_out), gap(6), words(last, size=10), words(TIDES))
    assert " ".join(texts(reading)) == " ".join([*set_out, last, TIDES])


def test_a_paragraph_that_goes_on_in_the_next_column_is_one(read) -> None:
    assert texts(read(columns(LAMPS + " " + BUOYS, count=2))) == [LAMPS + " " + BUOYS]


def test_a_table_across_the_page_parts_the_columns_over_it_from_those_under_it(read) -> None:
    plan = Open(
        [["Action", "Owner", "Due"], ["Buy ropes.", "Chair", "asap"], ["Paint.", "Crew", "May"]],
        [200, 150, 100],
        "rows",
    )
    reading = read(columns(LAMPS, BUOYS), plan, columns(ROPES, LAMPS))
    assert " ".join(texts(reading)) == " ".join([LAMPS, BUOYS, ROPES, LAMPS])
    assert len(reading.tables) == 1


@pytest.mark.parametrize(
    "items",
    [
        [words(f"4.{n}\t{LAMPS}") for n in range(1, 6)],
        [words(f"•\t{BUOYS}") for _ in range(4)],
        [words(LAMPS), words(BUOYS, indent=60), words(ROPES)],
    ],
    ids=["numbered", "bulleted", "indented"],
)
def test_text_that_hangs_from_a_number_is_in_one_column(read, items) -> None:
    reading = read(*items)
    assert len(texts(reading)) == len(items)
    assert all(text.endswith(".") for text in texts(reading))
