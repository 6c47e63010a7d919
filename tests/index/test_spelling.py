"""Mistyped words over the bundled sample, with the real encoder's vocabulary."""

import pytest

from matters_arising.index.encoder.light import query_encoder
from matters_arising.index.word.spelling import find_respellings


def respelt(library, *words):
    return find_respellings(library.catalogue, words, query_encoder())


@pytest.mark.parametrize(
    ("typed", "printed"), [("chronolgy", "chronology"), ("safegaurding", "safeguarding")]
)
def test_a_mistyped_word_is_read_as_the_papers_print_it(sample_library, typed, printed):
    assert respelt(sample_library, typed) == ((typed, printed),)


def test_a_word_that_is_one_by_itself_is_left_as_it_is(sample_library):
    assert respelt(sample_library, "spent", "zebras") == ()
