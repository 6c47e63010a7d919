import pytest
from hypothesis import given
from hypothesis import strategies as st

from matters_arising.extract.phrase.lexicon import lexicon
from matters_arising.index.word.term import find_stems, stem, stems, weigh_terms


def test_rare_words_weigh_more_than_common_ones():
    terms = weigh_terms(["chronology", "children"], [3, 800], 1000)
    assert terms.coverage("chronologies") > 0.9
    assert terms.coverage("the child and the children") < 0.1


def test_a_word_in_another_form_is_held():
    assert weigh_terms(["audits"], [5], 100).coverage("Every audit was moderated.") == 1.0


def test_a_word_that_no_paper_holds_is_unknown():
    assert weigh_terms(["aardvark", "audit"], [0, 5], 100).unknown == ("aardvark",)


def test_an_everyday_word_that_no_paper_has_weighs_no_more_than_the_rarest_other():
    terms = weigh_terms(["glebe", "library", "shutting"], [1, 40, 0], 100)
    weights = dict(terms.eased(["shutting"]).weights)
    assert weights["shut"] == weights[stem("glebe")]
    assert dict(terms.eased([]).weights) == dict(terms.weights)
    assert weigh_terms(["shutting"], [0], 100).eased(["shutting"]).weights[0][1] > 1


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


ENDINGS = sorted(
    lexicon(
        "ational tional enci ency anci ancy izer bli abli ably alli ally entli ently eli ely ousli",
        "ously ization ation ator alism iveness fulness ousness aliti ality iviti ivity biliti",
        "bility logi logy icate ative alize iciti icity ical ful ness al ance ence able ible ement",
        "ment ion ism ate ous ive ize s es ies sses ed eed ing y ying ings edly",
    )
)
"""What Porter's rules change or take away."""


@given(
    st.text("abcegilnorstuvyz", max_size=6),
    st.lists(st.sampled_from(ENDINGS), min_size=1, max_size=3),
)
def test_a_word_is_found_by_its_stem_whatever_its_ending(beginning, endings):
    word = beginning + "".join(endings)
    assert stems(word) - {""} <= find_stems(f"in 2021, {word.title()} was told", stems(word))


def test_words_that_only_begin_alike_inside_another_are_not_found():
    assert find_stems("uncared Q2021 scare 12021 _care", stems("care 2021")) == stems("2021 care")
    assert find_stems("Any words.", frozenset()) == frozenset()
