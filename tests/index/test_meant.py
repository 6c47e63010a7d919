"""Questions for what a word means, and bodies that are no subject."""

import pytest

from matters_arising.index.question.body import find_body
from matters_arising.index.question.meaning import find_meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("what does VTS mean", "VTS"),
        ("What does VTS stand for?", "VTS"),
        ("what's a pilot cutter", "pilot cutter"),
        ("what is VTS?", "VTS"),
        ("meaning of spring tide", "spring tide"),
        ("VTS meaning", "VTS"),
        ("who counts as a pilot according to the byelaws", "pilot"),
        ("define chart datum", "chart datum"),
    ],
)
def test_the_word_whose_meaning_is_asked_for_is_found(text, meant):
    assert find_meant(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "what is the cost of the crane",
        "what is being done about the crane",
        "what happened to the crane",
        "what's the latest on VTS",
    ],
)
def test_what_is_asked_of_a_thing_is_not_its_meaning(text):
    assert find_meant(text) is None


COMMITTEES = ("Harbour Board", "Lights and Buoys Committee", "County Council")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("what did the harbour board resolve on fees", "Harbour Board"),
        ("the lights and buoys cttee on wrecks", "Lights and Buoys Committee"),
        ("wrecks at HB in june", "Harbour Board"),
    ],
)
def test_a_body_is_named_by_two_words_or_by_its_short_form(text, name):
    found = find_body(text, COMMITTEES, (("hb", "Harbour Board"),))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["harbour lights", "a board of the pier", "county council staff"])
def test_a_word_in_common_names_no_body(text):
    assert find_body(text, COMMITTEES, ()) is None
