import pytest

from matters_arising.index.answer.unheld import codes_unheld, lettered_unheld, say_unheld

HELD = ("P1", "P2", "P3", "P4", "CLA4", "CLA6", "4E", "4F", "S1")


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("whats P5 about", ("P5",)),
        ("whats p5 about", ("P5",)),
        ("status of P2", ()),
        ("P47 enquiries", ()),
        ("S2 update", ()),
        ("contacts in Q3", ()),
    ],
)
def test_a_letter_and_number_is_a_ref_where_the_papers_have_such_a_list(text, refs):
    assert lettered_unheld(text, HELD) == refs


@pytest.mark.parametrize(
    ("ref", "beside"),
    [
        ("P5", "Beside it they have P4."),
        ("CLA5", "Beside it they have CLA4 and CLA6."),
        ("4G", "Beside it they have 4F."),
    ],
)
def test_a_ref_that_no_paper_has_is_named_with_those_beside_it(ref, beside):
    said = say_unheld([ref], HELD)
    assert f"no action {ref} stands in any of them. {beside}" in said


def test_a_ref_of_no_list_is_named_alone():
    assert say_unheld(["ZZ9"], HELD).endswith("no action ZZ9 stands in any of them.")


def test_a_word_of_letters_and_a_number_can_only_be_a_code():
    assert codes_unheld(["2b", "r09", "harbour", "foster4", "2031", "yr7", "5k"]) == ("2B", "R09")
