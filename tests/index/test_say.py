import pytest

from matters_arising.corpus.record import Action
from matters_arising.index.answer import say


def make_action(**fields: object) -> Action:
    plain: dict[str, object] = {
        "ref": "3D",
        "section": None,
        "action": "Write the guidance.",
        "owners": ("Clerk",),
        "due_text": None,
        "due_date": None,
        "due_precision": None,
        "status_text": None,
        "status": None,
        "status_words": None,
        "update": None,
        "columns": (),
        "places": (),
        "source": "table",
    }
    return Action(**(plain | fields))


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2020-09-28", "28 September 2020"),
        ("2025-05", "May 2025"),
        ("2025", "2025"),
        (None, "no date"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(iso, words):
    assert say.say_date(iso) == words


def test_a_due_date_is_said_in_words_and_a_remark_beside_it_is_quoted():
    bare = make_action(due_text="1st Sept 2020", due_date="2020-09-01", due_precision="day")
    remarked = make_action(
        due_text="June 2023 (was January 2023)", due_date="2023-06", due_precision="month"
    )
    assert say.say_due(bare) == "due 1 September 2020"
    assert say.say_due(remarked) == "due June 2023 (“June 2023 (was January 2023)”)"


def test_a_timescale_without_a_date_is_quoted():
    held_over = make_action(due_text="Action will carry over into phase 3")
    assert say.say_due(held_over) == "timescale “Action will carry over into phase 3”"


def test_the_papers_own_rating_is_said_rather_than_ours():
    assert say.say_status(make_action(status_text="Amber E", status="complete")) == "Amber E"
    assert say.say_status(make_action(status="carried_over")) == "Carried over"


def test_pages_are_said_as_a_span():
    assert say.say_pages((4,)) == "page 4"
    assert say.say_pages((4, 5)) == "pages 4–5"


def test_pages_between_two_are_not_said():
    assert say.say_pages((4, 12)) == "pages 4 and 12"
    assert say.say_pages((3, 4, 7, 9, 10)) == "pages 3–4, 7 and 9–10"


def test_a_list_is_said_as_people_say_it():
    assert say.and_list(["a", "b", "c"]) == "a, b and c"
