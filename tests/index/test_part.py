"""Vectors of a figure or a decision, read off the passage that it is quoted from."""

import numpy as np
import pytest

from matters_arising.index.encoder.light import query_encoder
from matters_arising.index.encoder.part import Part, Whole

BEFORE = "The service was inspected in May."
QUOTE = "In Q3, 87% of health assessments were timely, up from 65%."
PARAGRAPH = Whole(f"Health of children\n{BEFORE} {QUOTE} More are due.")
FIGURE = Part(f"Health of children\nhealth assessments timely\n{QUOTE}", QUOTE)


@pytest.fixture(scope="module")
def encoder():
    return query_encoder()


def encode(encoder, whole, *parts):
    return encoder.encode_wholes([Whole(whole.text, parts)])


def words_in(encoder, text, encoded, quote):
    """The vectors of the words of a text that stand in a quote from it."""
    start = text.rindex(quote)
    spans = encoder.word_spans(text)
    return encoded.words[[start <= a and b <= start + len(quote) for a, b in spans]]


def test_the_words_of_a_quote_are_those_of_the_passage_it_stands_in(encoder):
    whole, figure = encode(encoder, PARAGRAPH, FIGURE)
    there = words_in(encoder, PARAGRAPH.text, whole, QUOTE)
    assert len(there) > 8
    assert (words_in(encoder, FIGURE.text, figure, QUOTE) == there).all()


def test_each_telling_word_of_a_part_has_a_vector(encoder):
    _, figure = encode(encoder, PARAGRAPH, FIGURE)
    assert len(figure.words) == len(encoder.word_spans(FIGURE.text))


def test_what_a_figure_is_about_is_taken_from_its_quote(encoder):
    whole = Whole("Timely assessments matter. " + PARAGRAPH.text)
    _, figure = encode(encoder, whole, FIGURE)
    spans = [FIGURE.text[a:b] for a, b in encoder.word_spans(FIGURE.text)]
    said = [at for at, word in enumerate(spans) if word == "timely"]
    assert len(said) == 2
    assert (figure.words[said[0]] == figure.words[said[1]]).all()


def test_a_part_has_a_unit_vector_of_its_own(encoder):
    whole, figure = encode(encoder, PARAGRAPH, FIGURE)
    assert np.linalg.norm(figure.vector) == pytest.approx(1, abs=1e-5)
    assert figure.vector @ whole.vector < 0.99


def test_a_part_is_near_to_what_it_would_be_alone(encoder):
    _, figure = encode(encoder, PARAGRAPH, FIGURE)
    alone, other = encoder.encode([FIGURE.text, "Parking permits cost £4 a day."])
    assert figure.vector @ alone > 0.7
    assert figure.vector @ alone > figure.vector @ other + 0.4


def test_what_is_read_off_a_passage_does_not_change_it(encoder):
    whole, _ = encode(encoder, PARAGRAPH, FIGURE)
    (alone,) = encode(encoder, PARAGRAPH)
    assert (whole.vector == alone.vector).all()
    assert (whole.words == alone.words).all()


@pytest.mark.parametrize(
    "part",
    [
        Part(f"Dentists\n{QUOTE}", QUOTE),
        Part("Health of children\nassessments were late", "assessments were late"),
        Part("Health of children\n", ""),
    ],
    ids=["a word elsewhere", "a quote not in one piece", "no quote"],
)
def test_a_part_that_says_more_than_its_whole_is_encoded_by_itself(encoder, part):
    _, encoded = encode(encoder, PARAGRAPH, part)
    vectors, words = encoder.encode_with_words([part.text])
    assert np.abs(encoded.vector - vectors[0]).max() < 1e-6
    assert np.abs(encoded.words - words[0]).max() < 1e-5


def test_a_quote_that_the_model_cuts_off_is_encoded_by_itself(encoder):
    long = Whole(f"Health of children\n{BEFORE * 60} {QUOTE}")
    _, encoded = encode(encoder, long, FIGURE)
    assert np.abs(encoded.vector - encoder.encode([FIGURE.text])[0]).max() < 1e-6


def test_small_words_that_stand_nowhere_are_passed_over(encoder):
    part = Part(f"The health of the children:\n{QUOTE}", QUOTE)
    _, encoded = encode(encoder, Whole(f"Health of children\n{QUOTE}"), part)
    assert len(encoded.words) == len(encoder.word_spans(part.text))
    assert (encoded.vector != encoder.encode([part.text])[0]).any()


def test_wholes_and_their_parts_come_in_order(encoder):
    other = Whole("The budget was agreed.")
    got = encoder.encode_wholes([other, Whole(PARAGRAPH.text, (FIGURE,)), other])
    assert len(got) == 4
    assert (got[0].vector == got[3].vector).all()
    assert np.abs(got[1].vector - encoder.encode([PARAGRAPH.text])[0]).max() < 1e-6
