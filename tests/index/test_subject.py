"""What a question is about, from questions put to the sample's words."""

from matters_arising.index.answer.fact import fact_asked
from matters_arising.index.answer.subject import Subject, subject_of
from matters_arising.index.question.reading import read_question
from matters_arising.index.word.term import weigh_terms


def subject(library, text: str, *, unknown: str = "") -> Subject:
    question = read_question(text, library.catalogue.vocabulary())
    counts = [0 if term == unknown else 3 for term in question.terms]
    return subject_of(question, weigh_terms(question.terms, counts, 100), fact_asked(text))


def test_a_word_with_a_hyphen_is_held_by_the_word_without(sample_library):
    asked = subject(sample_library, "training of co-ordinators")
    assert asked.coverage(asked.stems("The coordinators have had training."), {}) == 1.0


def test_a_short_form_is_held_by_the_words_it_stands_for(sample_library):
    asked = subject(sample_library, "ILACS in Ashby", unknown="ilacs")
    spelt = "Inspection of Ashby local authority children’s services"
    assert asked.coverage(asked.stems(spelt), {}) == 1.0
    assert asked.coverage(asked.stems("Inspection of Ashby libraries"), {}) < 1.0


def test_two_letters_stand_only_for_names_side_by_side(sample_library):
    asked = subject(sample_library, "OT check", unknown="ot")
    assert asked.coverage(asked.stems("An Occupational Therapy check"), {}) == 1.0
    assert asked.coverage(asked.stems("a check of the school"), {}) < 1.0


def test_part_of_a_year_is_no_subject(sample_library):
    asked = subject(sample_library, "how many entries in the first half of 2024/25")
    assert not {"first", "half"} & {term for term, _ in asked.weights}


def test_of_a_word_with_a_hyphen_the_small_part_is_no_subject(sample_library):
    asked = subject(sample_library, "drop-in sessions in Ashby")
    assert "in" not in {term for term, _ in asked.weights}


def test_a_word_that_only_asks_is_a_subject_as_part_of_a_longer_one(sample_library):
    asked = subject(sample_library, "how much will the on-call option cost")
    assert "call" in {term for term, _ in asked.weights}


def test_who_chaired_is_told_of_the_chairman(sample_library):
    asked = subject(sample_library, "chair of a meeting on 3 May 2021")
    assert asked.coverage(asked.stems("Councillor Ash (Chairman)"), {}) == 1.0
