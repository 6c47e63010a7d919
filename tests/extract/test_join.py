import pytest

from matters_arising.extract.reader.page import Word
from matters_arising.extract.reader.word import make_line
from matters_arising.extract.table.join import judge_join
from matters_arising.extract.table.piece import CellPiece

HEADER = ("Ref", "Action", "Owner", "Due date")
LEFTS = (50.0, 100.0, 300.0, 400.0, 500.0)


def piece(text: str, column: int, page: int) -> CellPiece:
    """A cell of one line that fills its column from the left, five points a letter."""
    left, right = LEFTS[column], LEFTS[column + 1]
    words, x = [], left + 5
    for word in text.split():
        words.append(Word(word, x, 12, x + 5 * len(word), 22, 10, False, True, len(word)))
        x += 5 * len(word) + 2.5
    lines = (make_line(words, page),) if words else ()
    return CellPiece((left, 10, right, 50), page, lines, None)


def judge(upper: tuple[str, ...], lower: tuple[str, ...], *, open_break: bool = False, **options):
    pairs = [
        (column, piece(above, column, 1), piece(below, column, 2))
        for column, (above, below) in enumerate(zip(upper, lower, strict=True))
    ]
    return judge_join(pairs, HEADER, open_break=open_break, **options)


A1 = ("A1", "Replace the lamps on the north", "Head of Lights and", "1 May 2024")


def test_a_blank_ref_and_text_that_goes_on_join() -> None:
    assert judge(A1, ("", "pier and the south quay", "", "")).joined


def test_several_cells_going_on_join_even_without_a_blank_ref_column() -> None:
    upper = ("The lamps are", "Replace the lamps on the north", "Head of Lights and", "")
    assert judge(upper, ("old and few", "pier", "of Buoys", ""), open_break=True).joined


def test_a_ref_below_keeps_the_rows_apart_whatever_follows() -> None:
    verdict = judge(A1, ("A2", "pier and the south quay", "of Buoys", ""), open_break=True)
    assert not verdict.joined
    assert verdict.doubt is None


def test_text_below_an_empty_cell_speaks_against_a_join() -> None:
    upper = ("A1", "Replace the lamps.", "", "")
    assert not judge(upper, ("", "Paint the buoys.", "Buoy Master", "2 May 2024")).joined


def test_a_date_below_a_date_is_a_line_of_its_own() -> None:
    lower = ("", "", "Lamp Keeper", "1 June 2024")
    assert not judge(A1, lower, open_break=True).joined


def test_a_close_call_is_kept_apart_and_said() -> None:
    upper = ("A1", "Replace the lamps.", "Head of Lights.", "1 May 2024")
    verdict = judge(upper, ("", "The lamps are old.", "", ""))
    assert not verdict.joined
    assert verdict.doubt == "a row here may continue the one on the page before"


def test_an_open_break_settles_a_close_call() -> None:
    upper = ("A1", "Replace the lamps.", "Head of Lights.", "1 May 2024")
    assert judge(upper, ("", "The lamps are old.", "", ""), open_break=True).joined


def test_a_table_whose_rows_all_have_refs_settles_a_close_call() -> None:
    upper = ("A1", "Replace the lamps.", "Head of Lights.", "1 May 2024")
    assert judge(upper, ("", "The lamps are old.", "", ""), usual=frozenset({0})).joined


@pytest.mark.parametrize("ref", ["3E", "3e", "A1", "2.4", "NI 59", "31/20", "12"])
def test_a_row_that_names_itself_is_never_the_rest_of_another(ref: str) -> None:
    assert not judge(A1, (ref, "pier and the south quay", "Beacons", "2 May 2024")).joined


def test_a_date_in_a_bracket_left_open_goes_on() -> None:
    upper = ("A1", "Hang the bell.", "Chair", "30 November 2023 (was 30 November")
    assert judge(upper, ("", "", "", "2022)"), usual=frozenset({0})).joined


def test_another_date_under_a_whole_one_is_another_line_of_the_action() -> None:
    upper = ("A1", "Hang the bell.", "Chair", "30 November 2023")
    assert not judge(upper, ("", "", "", "30 March 2024"), usual=frozenset({0})).joined


def test_blanks_where_every_other_row_says_something_speak_for_a_join() -> None:
    upper = ("Count the ropes and report to the", "Mend the nets.", "Chair", "2 May 2024")
    lower = ("Harbour Board each quarter", "Buy twine.", "", "")
    assert not judge(upper, lower).joined
    assert judge(upper, lower, usual=frozenset(range(4))).joined


def test_a_row_of_one_cell_is_not_joined_for_its_blanks_alone() -> None:
    upper = ("Count the ropes.", "Mend the nets.", "Chair", "2 May 2024")
    assert not judge(upper, ("Workforce", "", "", ""), usual=frozenset(range(4))).joined
