"""What a question for a list narrows it to."""

import pytest

from matters_arising.corpus.held import Vocabulary
from matters_arising.index.question.reading import Question, read_question

WORDS = Vocabulary(
    committees=(),
    owners=("Head of Service Pilotage", "Harbour Master"),
    refs=("L1",),
    abbreviations=(("RB", "Rowan Birk"),),
)


def read(text: str) -> Question:
    return read_question(text, WORDS)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("which training actions are overdue", ("training",)),
        ("list the actions about channel lights", ("channel", "lights")),
        ("actions on dredging owned by the harbour master", ("dredging",)),
        ("which actions are delayed", ()),
        ("all the actions of the harbour master", ()),
        ("list all the Harbour Master's actions", ()),
        ("which actions are due in march 2022", ()),
    ],
)
def test_the_subject_of_a_list_is_told_from_its_owner_and_state(text, subject):
    question = read(text)
    assert question.listing
    assert question.listed.subject == subject


@pytest.mark.parametrize(
    "text",
    [
        "what is the harbour master responsible for",
        "what does the harbour master have to do",
        "harbour master to-do list",
        "harbour master actions",
        "which actions are not completed yet",
        "everything the harbour master is down for",
        "actions the harbour master was down for in may 2022",
    ],
)
def test_what_somebody_has_to_do_is_a_list(text):
    assert read(text).listing


@pytest.mark.parametrize("text", ["what did the harbour master do to the crane", "lights repaired"])
def test_what_is_asked_of_one_thing_is_no_list(text):
    assert not read(text).listing


def test_a_state_that_is_denied_is_not_asked_for():
    assert read("which actions are closed, not completed").statuses == ("closed",)


def test_all_that_is_not_done_is_asked_for_without_a_state():
    question = read("which actions are not yet completed")
    assert (question.statuses, question.listed.undone) == ((), True)


def test_a_state_is_sought_as_records_have_it_and_as_it_is_typed():
    assert read("which actions are behind").statuses == ("delayed", "behind")


def test_the_paper_of_a_list_is_named_by_its_title():
    assert read("what is overdue in the lights plan").listed.paper == {"light", "plan"}


def test_a_head_of_service_is_named_head_of_what_it_does():
    assert read("actions of the head of pilotage").owners == ("head service pilotage",)
