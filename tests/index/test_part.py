"""Two questions in one, told apart."""

import pytest

from matters_arising.index.question.part import first_asked, then_asked


@pytest.mark.parametrize(
    ("question", "first", "then"),
    [
        ("when was the count and who checked it", "when was the count ", "who checked it"),
        ("how many boats came, and how many sank?", "how many boats came", "how many sank"),
        ("was the motion carried and by how many", "was the motion carried ", "by how many"),
        ("how many came and did any of them stay?", "how many came ", "did any of them stay"),
        ("when was it built and by whom", "when was it built ", "by whom"),
        ("who leads on boats and nets", "who leads on boats and nets", None),
        ("when and where was the review held", "when ", None),
        ("harbour score and who owns it", "harbour score and who owns it", None),
    ],
)
def test_a_second_question_begins_where_it_is_asked_and_has_a_subject(question, first, then):
    assert first_asked(question) == first
    assert then_asked(question) == then
