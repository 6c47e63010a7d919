"""The verb whose time or doer a question asks for."""

import pytest

from matters_arising.index.question.event import event_asked, tells_event


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("when did the course for skippers start", "start"),
        ("when was the pier repaired?", "repaired"),
        ("who opened the hub", "opened"),
        ("who runs the café", "runs"),
        ("who leads on boats", None),
        ("who sorts out the letter", None),
        ("how many boats arrived in may", "arrived"),
        ("how many boats were painted", None),
        ("what did the board decide", None),
    ],
)
def test_the_verb_is_the_one_that_the_question_closes_with_or_that_follows_who(question, verb):
    assert event_asked(question) == verb


def test_a_verb_is_told_in_another_form_and_a_beginning_in_other_words():
    assert tells_event("The pier is being repaired.", "repair")
    assert tells_event("The course commenced on 3 May.", "start")
    assert not tells_event("The course was full.", "start")


def test_a_verb_is_told_by_one_that_says_the_same():
    assert tells_event("The clerk agreed to send the map.", "promised")
    assert not tells_event("The clerk has the map.", "promised")
