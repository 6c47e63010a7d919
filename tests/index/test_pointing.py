import pytest

from matters_arising.index.answer.pointing import points_back


@pytest.mark.parametrize(
    "sentence",
    [
        "Keeping it empty costs £11,200 a month.",
        "We think that £600 would put this right and ask that it be found.",
        "The decision not to renew the two contracts will save £426,000 a year from April.",
        "Therefore, as things stand, the sum for each district is £963,000 a year.",
        "The target is 16.",
    ],
)
def test_a_sentence_points_back_by_a_pronoun_a_sum_or_its_shortness(sentence):
    assert points_back(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The reading team at the town library is expected to make a loss of £25,000 this year.",
        "There is one referral unit with places for pupils in the last two years of school.",
        "When the accounts were prepared it was projected as a deficit of £12,000 for the year.",
    ],
)
def test_a_sentence_with_a_subject_of_its_own_does_not(sentence):
    assert not points_back(sentence)
