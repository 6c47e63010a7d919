import pytest

from matters_arising.index.answer.counted import Counted, counted_in


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("how many beds has the home got", Counted("bed")),
        ("number of care plans in Ashby", Counted("plan")),
        ("how many people signed the petition", Counted("sign", persons=True)),
        ("how many children are in care", Counted(None, persons=True)),
        ("how many weeks did it take", None),
        ("what did the roof cost", None),
    ],
)
def test_what_is_counted_is_the_things_or_what_persons_did(question, counted):
    assert counted_in(question) == counted


def test_a_number_of_other_things_does_not_count_what_is_asked():
    beds = Counted("bed")
    assert beds.is_counted_in("The home has four beds.", 0.5, {})
    assert not beds.is_counted_in("Two homes will open in January.", 0.9, {})


def test_a_word_that_means_the_same_counts_too():
    assert Counted("bed").is_counted_in("It offers four places.", 0.0, {"bed": 0.9})


def test_persons_are_counted_by_what_they_did_or_by_a_sentence_about_them():
    signed = Counted("sign", persons=True)
    assert signed.is_counted_in("412 residents signed it.", 0.0, {})
    assert signed.is_counted_in("412 names stood under the petition.", 0.5, {})
    assert not signed.is_counted_in("The report notes at 4.10 the budget.", 0.1, {})


def test_a_number_before_the_plural_of_something_else_does_not_count():
    children = Counted(None, persons=True)
    assert children.is_counted_in("There are 40 young people in the home.", 0.9, {})
    assert children.is_counted_in("There are 40 children in the home.", 0.9, {})
    assert not children.is_counted_in("Complete 25 outside audits of children.", 0.9, {})
    places = Counted("place")
    assert not places.is_counted_in("A place at a school 30 miles away.", 0.9, {})
    assert places.is_counted_in("The 30 places are at a school near by.", 0.9, {})
