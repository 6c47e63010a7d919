import pytest
from hypothesis import given
from hypothesis import strategies as st

from matters_arising.index.word.term import stems, weigh_terms


def test_rare_words_weigh_more_than_common_ones():
    terms = weigh_terms(["chronology", "children"], [3, 800], 1000)
    assert terms.coverage("chronologies") > 0.9
    assert terms.coverage("the child and the children") < 0.1


def test_a_word_in_another_form_is_held():
    assert weigh_terms(["audits"], [5], 100).coverage("Every audit was moderated.") == 1.0


def test_a_word_that_no_paper_holds_is_unknown():
    assert weigh_terms(["aardvark", "audit"], [0, 5], 100).unknown == ("aardvark",)


def test_a_number_at_the_end_of_a_name_is_a_word_of_its_own():
    assert weigh_terms(["foster 4"], [2], 100).coverage("Join Foster4 in May") == 1.0


def test_a_short_form_and_what_it_stands_for_are_held_for_each_other():
    gloss = [("iha", "initial health assessment")]
    short = weigh_terms(["iha"], [0], 100, glosses=gloss)
    long = weigh_terms(["initial", "health", "assessments"], [5, 9, 9], 100, glosses=gloss)
    assert short.unknown == ()
    assert short.coverage("Initial health assessments were late.") == 1.0
    assert short.coverage("A health visitor came.") == 0.0
    assert long.coverage("IHAs were late.") == 1.0


@given(
    words=st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=8), max_size=6),
    text=st.text(max_size=80),
)
def test_coverage_is_a_share(words, text):
    terms = weigh_terms(words, [1] * len(words), 10)
    assert 0.0 <= terms.coverage(text) <= 1.0
    assert not words or terms.coverage(" ".join(words)) > 0.999


@given(
    st.lists(st.text("abehilosty ", min_size=1), min_size=1, max_size=4),
    st.text("abehilosty ", max_size=60),
)
def test_no_word_is_passed_over_for_its_first_letter(words, text):
    terms = weigh_terms(words, [1] * len(words), 100)
    weights = dict(terms.weights)
    held = sum(weight for term, weight in weights.items() if term in stems(text))
    assert terms.coverage(text) == pytest.approx(held / sum(weights.values()) if weights else 0.0)
