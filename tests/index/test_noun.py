import pytest

from matters_arising.index.question.noun import kind_of_noun


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("value of the Ashby contract", "a sum of money"),
        ("parking income from Mill Lane", "a sum of money"),
        ("appeal hearing date", "a date"),
        ("burglaries and complaints in 2022", None),
        ("complaints in 2022", "a number"),
        ("jobs offered to school leavers by the mill", "a number"),
        ("which two members voted against the scheme", "a name"),
        ("which teacher was away in March", "a name"),
    ],
)
def test_the_noun_asked_for_tells_the_kind_of_fact(question, kind):
    assert kind_of_noun(question) == kind


@pytest.mark.parametrize(
    "question",
    [
        "priorities for 2020",
        "what did members say about the roof",
        "which policy did governors refuse to approve",
        "how do members vote",
        "when are the visits",
        "library next steps",
    ],
)
def test_a_noun_that_may_be_the_subject_tells_none(question):
    assert kind_of_noun(question) is None
