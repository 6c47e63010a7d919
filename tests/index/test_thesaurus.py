"""Words that say the same, and those that only belong together."""

import pytest

from matters_arising.corpus.held import Vocabulary
from matters_arising.index.question.reading import read_question
from matters_arising.index.word.thesaurus import words_alike


@pytest.mark.parametrize(
    ("asked", "printed"),
    [("shut", "closed"), ("lorries", "vehicles"), ("bought", "purchased")],
)
def test_an_everyday_word_is_known_by_the_one_that_papers_print(asked, printed):
    assert printed in words_alike(asked)
    assert asked in words_alike(printed)


@pytest.mark.parametrize("word", ["audit", "chronology", "harbour"])
def test_most_words_stand_for_themselves_alone(word):
    assert words_alike(word) == ()


def test_a_short_form_is_no_everyday_word():
    words = Vocabulary((), (), (), (("SEND", "special educational needs and disabilities"),))
    assert read_question("is the send plan shut", words).alike[0][0] == "shut"
    assert all(word != "send" for word, _ in read_question("the send plan", words).alike)


def test_what_was_pulled_is_found_by_its_being_withdrawn(sample_library):
    answer = sample_library.ask("which action was pulled")
    assert "withdrawn" in answer.text
    assert "No paper mentions" not in answer.text
