import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matters_arising.index.encoder import maxsim
from matters_arising.index.encoder.light import LightEncoder, query_encoder


@pytest.fixture(scope="module")
def encoder():
    return query_encoder()


def random_words(count, seed=0):
    return maxsim.unit(np.random.default_rng(seed).normal(size=(count, 96)).astype(np.float32))


@given(st.integers(1, 300), st.integers(0, 1000))
@settings(max_examples=40)
def test_a_passage_takes_at_most_four_kilobytes(count, seed):
    assert len(maxsim.pack(random_words(count, seed))) <= 4096


def test_packed_words_point_almost_where_they_did():
    words = random_words(50)
    again = maxsim.unpack(maxsim.pack(words))
    assert np.einsum("ij,ij->i", words, again).min() > 0.98
    assert np.allclose(np.linalg.norm(again, axis=1), 1, atol=1e-5)


def test_packing_the_same_words_gives_the_same_bytes():
    assert maxsim.pack(random_words(120)) == maxsim.pack(random_words(120))


def test_a_repeated_word_goes_before_a_word_said_once():
    once, repeated = random_words(maxsim.MOST_WORDS - 1), random_words(1, seed=1)
    long = np.concatenate([once, np.repeat(repeated, 40, axis=0)])
    kept = maxsim.unpack(maxsim.pack(long))
    assert len(kept) == maxsim.MOST_WORDS
    assert (once @ kept.T).max(axis=1).min() > 0.98


def scores(question, passages, weights=None):
    return maxsim.compare([question], passages)[0].scores(weights)


def test_the_score_is_the_mean_of_each_words_best():
    question, first, second = random_words(3), random_words(5, seed=1), random_words(9, seed=2)
    packed = [maxsim.pack(first), maxsim.pack(second)]
    best = [(question @ maxsim.unpack(p).T).max(axis=1) for p in packed]
    assert scores(question, packed) == pytest.approx([b.mean() for b in best], abs=1e-6)
    weights = np.array([1, 2, 5], np.float32)
    weighed = [maxsim.weighted_mean(b, weights) for b in best]
    assert scores(question, packed, weights) == pytest.approx(weighed, abs=1e-6)
    assert weighed == pytest.approx([np.average(b, weights=weights) for b in best])


def test_each_passage_keeps_the_likeness_of_its_own_words():
    questions, passages = [random_words(3), random_words(2, seed=4)], [5, 0, 9]
    packed = [maxsim.pack(random_words(n, seed=n)) if n else b"" for n in passages]
    for question, likeness in zip(questions, maxsim.compare(questions, packed), strict=True):
        each = likeness.each()
        assert [one.shape for one in each] == [(len(question), n) for n in passages]
        assert each[2] == pytest.approx(question @ maxsim.unpack(packed[2]).T, abs=1e-6)


def test_a_passage_without_words_scores_nothing_and_disturbs_no_other():
    question, packed = random_words(3), maxsim.pack(random_words(5, seed=1))
    alone = scores(question, [packed])[0]
    assert scores(question, [b"", packed, b""]).tolist() == [0, pytest.approx(alone), 0]
    assert scores(question, []).shape == (0,)
    assert maxsim.compare([question], [])[0].each() == []


@pytest.mark.parametrize("word", ["[CLS]", ",", "the", "The", "▁of", "##)", "–"])
def test_markers_punctuation_and_function_words_are_quiet(word):
    assert maxsim.is_quiet(word)


@pytest.mark.parametrize("word", ["not", "chronology", "3", "£", "%", "##d", "ŵ"])
def test_words_figures_and_signs_of_money_tell_something(word):
    assert not maxsim.is_quiet(word)


def test_axes_do_not_depend_on_the_sign_the_solver_happens_to_give():
    table = np.random.default_rng(3).normal(size=(500, 120)).astype(np.float32)
    axes = maxsim.principal_axes(table)
    largest = axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])]
    assert axes.shape == (120, 96)
    assert (largest > 0).all()
    assert np.allclose(axes.T @ axes, np.eye(96), atol=1e-5)


def test_the_models_axes_stand_apart_enough_to_be_the_same_on_every_machine(encoder):
    assert isinstance(encoder, LightEncoder)
    table = encoder.bert.word_table[::7].astype(np.float64)
    spread = np.linalg.eigvalsh(np.cov(table.T))[::-1][:97]
    assert (1 - spread[1:] / spread[:-1]).min() > 1e-5


def test_late_interaction_prefers_the_passage_that_answers(encoder):
    _, (question, *passages) = encoder.encode_with_words(
        [
            "who looks after the foster carers' helpline?",
            "The fostering support line will be run by the Placements Manager.",
            "The committee noted the budget for highways maintenance.",
            "Minutes of the last meeting were agreed.",
        ]
    )
    assert scores(question, [maxsim.pack(words) for words in passages]).argmax() == 0
