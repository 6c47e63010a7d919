import pytest

from matters_arising.eval.likeness import alike, fold, holds, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Children’s  Services", "children's services"),
        ("by 1 st July", "by 1st July"),
        ("2021–22", "2021-22"),
        ("two\nlines", "two lines"),
        (None, ""),
    ],
)
def test_typesetting_makes_no_difference(one, other):
    assert fold(one) == fold(other)


def test_a_figure_keeps_its_sign():
    assert words_of("£4,300 (up 12%)") == ["£4", "300", "up", "12%"]


def test_texts_that_differ_in_a_letter_of_many_are_alike():
    text = "Agree with health partners how assessments are asked for"
    assert alike(text, text.replace("health", "heath"))
    assert not alike(text, text.replace("health partners", "schools"))


def test_nothing_is_like_nothing_and_unlike_anything():
    assert alike(None, "")
    assert not alike(None, "something")


def test_a_quote_is_held_whatever_its_spacing():
    assert holds("It was agreed to move\nthe action.", "agreed  to move the action")
    assert not holds("It was agreed", "agreed to move")


def test_an_empty_quote_is_held_by_nothing():
    assert not holds("Everything there is", "")
