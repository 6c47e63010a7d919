"""Yes, no or not yet: only where words or records decide it."""

import pytest

from matters_arising.index.question.polar import has_verb, is_polar, verb_asked


@pytest.mark.parametrize(
    "text",
    [
        "has the light been lit yet",
        "Is the pier open?",
        "pier repairs 2021, did they get finished",
        "free moorings, done or not",
        "do we know if the pier is open",
    ],
)
def test_a_question_of_yes_or_no_is_known_by_its_verb(text):
    assert is_polar(text)


@pytest.mark.parametrize(
    "text",
    ["who lit the light", "is the pier open and who opened it", "what is open", "pier repairs"],
)
def test_a_question_that_asks_for_more_is_not_one_of_yes_or_no(text):
    assert not is_polar(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("has the strategy been relaunched", "Relaunch the strategy."),
        ("is the pier open yet", "Open the pier."),
        ("did we ever write the byelaws", "The byelaws were written."),
        ("has the crane been built", "Build a crane."),
    ],
)
def test_the_verb_asked_is_known_in_any_of_its_forms(text, said):
    verb = verb_asked(text)
    assert verb is not None
    assert has_verb(said, verb)


def test_no_verb_is_asked_where_none_is_named():
    assert verb_asked("is the pier safe") is None
