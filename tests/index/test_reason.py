import pytest

from matters_arising.index.answer.reason import explains
from matters_arising.index.word.term import stems


def explained(text: str, about: str) -> bool:
    subject = stems(about)
    return explains(text, lambda side: len(subject & stems(side)) / len(subject))


@pytest.mark.parametrize(
    "text",
    [
        "The pool was closed because the roof leaked.",
        "A leak in the roof meant that the pool closed.",
        "The roof leaked and the pool was therefore closed.",
        "This was due to a leak.",
        "The roof leaked, so the pool closed.",
        "The pool (kept by the club) was closed (again), as the roof leaked.",
    ],
)
def test_a_reason_is_of_what_it_is_given_for(text):
    assert explained(text, "pool closed")


@pytest.mark.parametrize(
    "text",
    [
        "The closing of the pool led to complaints due to the distance.",
        "Two members resigned because the pool was closed.",
        "The pool closed in April.",
        "The pool closed (Jo Marsh will therefore teach at the lake). Swimmers were told.",
    ],
)
def test_what_follows_from_a_thing_is_no_reason_for_it(text):
    assert not explained(text, "closed pool")
