"""Whether a text is of the thing whose owner is asked for."""

import pytest

from matters_arising.index.answer.owned import is_of, tells_owner
from matters_arising.index.word.term import stem


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Improve recruitment and retention of skippers", True),
        ("Young people to write recruitment questions", False),
        ("Train the panel to ensure good recruitment", False),
        ("A plan for recruitment covering all posts", True),
        ("Anchor, Clerk\nRecruitment of skippers", True),
    ],
)
def test_a_noun_before_another_noun_or_a_purpose_is_not_what_a_text_is_of(text, of):
    assert is_of(text, stem("recruitment")) == of


def test_a_sentence_tells_an_owner_by_a_word_for_leading():
    assert tells_owner("Recruitment is led by the harbour master.")
    assert not tells_owner("The service has had many enquiries.")
