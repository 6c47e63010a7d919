"""Owners whose actions are asked for, and those whom no action has."""

import pytest

from matters_arising.corpus.held import Vocabulary
from matters_arising.index.answer.unowned import owner_unheld, say_unowned
from matters_arising.index.question.owner import owner_of_list

NAMES = Vocabulary(
    committees=(),
    owners=("Head of Fishing", "Fleet Manager", "JM", "Principal Social Worker"),
    refs=(),
    abbreviations=(("PSW", "Principal Social Worker"),),
)


@pytest.mark.parametrize(
    ("question", "owner"),
    [
        ("which actions does the fleet manager own", "fleet manager"),
        ("which actions belong to the Head of Fishing?", "Head of Fishing"),
        ("list all actions for the harbour master, please", None),
        ("actions for the fleet manager due in May", "fleet manager"),
        ("actions for care leavers", None),
        ("what actions do we have on boats", None),
        ("which actions are overdue", None),
    ],
)
def test_an_owner_is_known_by_where_it_stands_or_by_its_title(question, owner):
    assert owner_of_list(question) == owner


@pytest.mark.parametrize(
    ("question", "unheld"),
    [
        ("which actions does the Chief Constable own", "Chief Constable"),
        ("which actions does the Head of Legal own", "Head of Legal"),
        ("which actions does the head of fishing own", None),
        ("which actions does the psw own", None),
        ("which actions does Jo Marsh own", None),
        ("what is the Chief Constable responsible for", None),
    ],
)
def test_an_owner_of_whom_no_action_is_held_is_told(question, unheld):
    assert owner_unheld(question, NAMES) == unheld


def test_the_owners_called_most_like_it_are_named():
    assert say_unowned("Head of Legal", NAMES).endswith("they name: Head of Fishing.")
    assert say_unowned("Bishop", NAMES).endswith("no action is held for “Bishop”.")
