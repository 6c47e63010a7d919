"""Late interaction: a passage is as good as its best words for each word of the question.

Each passage keeps the vectors of its own words, small enough to store beside it, and MaxSim
scores it: for each word of the question the likest word of the passage, and the mean of those.

How small was decided by measurement: 2,635 candidate passages of 25 committee papers, 30
candidates a question, 441 questions (39 asked by people, the rest made from gold records).
Mean reciprocal rank against full 384-number vectors, all words kept (0 = as good):

    384 numbers, 8 bits                  -0.001   25.7 KB a passage at the mean
    96 numbers, 8 bits, random axes      -0.018    6.4 KB
    96 numbers, 8 bits, library's axes   -0.004    6.4 KB
    96 numbers, 4 bits, vocabulary axes  +0.005    3.2 KB
    the same, less function words, at most 84 words  +0.023 (s.e. 0.006)  1.8 KB, at most 4,032

So: 96 axes, four bits, punctuation and function words left out on both sides. The axes are
those along which the model's own word table varies most. They depend on the model alone, so
a passage's words are packed alike whatever else the library holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

DIMENSIONS = 96
MOST_WORDS = 84
"""84 words of 96 numbers at four bits are 4,032 bytes: the most a passage may take."""

_SAMPLED_WORDS = 4096
"""Words of the vocabulary that fix the axes; all 30,522 rank no better and take longer."""

# fmt: off
_FUNCTION_WORDS = frozenset({
    "the", "a", "an", "of", "to", "and", "in", "for", "is", "are", "be", "on", "at", "by", "with",
    "that", "this", "it", "as", "from", "or", "was", "were", "will", "has", "have", "been",
})
# fmt: on
_MARKERS = frozenset({"[CLS]", "[SEP]", "[PAD]", "<s>", "</s>", "<pad>"})


@dataclass(frozen=True, slots=True)
class WordSpace:
    """The space words are compared in; `axes` is (model's dimension, DIMENSIONS)."""

    axes: Vectors

    @classmethod
    def of(cls, table: Vectors) -> "WordSpace":
        """The space of a model, from its word table (words, dimension)."""
        return cls(principal_axes(table[:: max(1, len(table) // _SAMPLED_WORDS)]))

    def reduce(self, hidden: Vectors, words: Sequence[str]) -> Vectors:
        """The telling words of one text as unit vectors, from the model's last layer.

        `hidden` is (words, dimension). Where no word tells anything, all are kept.
        """
        telling = [i for i, word in enumerate(words) if not is_quiet(word)]
        return unit((hidden[telling] if telling else hidden) @ self.axes)


def telling_spans(words: Sequence[str], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of the spans of a text's words, those of the words that `WordSpace.reduce` keeps."""
    telling = [span for word, span in zip(words, spans, strict=True) if not is_quiet(word)]
    return telling or list(spans)


def principal_axes(table: Vectors) -> Vectors:
    """The directions along which the rows vary most, as columns, most first.

    In double precision and with the sign fixed, so that every machine finds the same.
    """
    centred = table.astype(np.float64)
    centred -= centred.mean(axis=0)
    axes = np.linalg.eigh(centred.T @ centred)[1][:, ::-1][:, :DIMENSIONS]
    largest = np.abs(axes).argmax(axis=0)
    signs = np.sign(axes[largest, np.arange(axes.shape[1])])
    fixed: Vectors = (axes * signs).astype(np.float32)
    return fixed


@cache
def is_quiet(word: str) -> bool:
    """Whether a token says nothing by itself: punctuation, a marker, a function word."""
    bare = word.lstrip("▁Ġ")
    if bare in _MARKERS or bare.casefold() in _FUNCTION_WORDS:
        return True
    return not any(character.isalnum() or character in "£%" for character in bare)


def pack(words: Vectors) -> bytes:
    """Word vectors as bytes: four bits a number, at most MOST_WORDS words."""
    kept = words[_telling_apart(words, MOST_WORDS)]
    scale = np.abs(kept).max(axis=1, keepdims=True) / 7
    nibbles = (np.rint(kept / np.maximum(scale, 1e-9)) + 8).astype(np.uint8)
    pairs: NDArray[np.uint8] = nibbles[:, 0::2] | nibbles[:, 1::2] << 4
    return pairs.tobytes()


def unpack(packed: bytes, dimensions: int = DIMENSIONS) -> Vectors:
    """The word vectors again, of unit length, to four bits' precision."""
    pairs = np.frombuffer(packed, np.uint8).reshape(-1, dimensions // 2)
    words = np.empty((len(pairs), dimensions), np.float32)
    words[:, 0::2] = pairs & 15
    words[:, 1::2] = pairs >> 4
    return unit(words - 8)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like the words of some passages are to those of a question, from -1 to 1.

    `of_words` is (words of the question, words of all passages one after another), `lengths`
    how many words each passage has.
    """

    of_words: Vectors
    lengths: NDArray[np.intp]

    def each(self) -> list[Vectors]:
        """The same for each passage alone, (words of the question, its words)."""
        ends = np.cumsum(self.lengths)
        return [self.of_words[:, end - n : end] for n, end in zip(self.lengths, ends, strict=True)]

    def scores(self, weights: Vectors | None = None) -> Vectors:
        """How well each passage answers, from -1 to 1; one without words scores 0.

        `weights` say how much each word of the question counts; all the same by default.
        """
        scores = np.zeros(len(self.lengths), np.float32)
        filled = np.flatnonzero(self.lengths)
        if len(filled) and len(self.of_words):
            starts = (np.cumsum(self.lengths) - self.lengths)[filled]
            best = np.maximum.reduceat(self.of_words, starts, axis=1)
            scores[filled] = np.average(best, axis=0, weights=weights)
        return scores


def compare(questions: Sequence[Vectors], passages: Sequence[bytes]) -> list[Likeness]:
    """How like the words of packed passages are to those of each question; unpacked but once."""
    dimensions = questions[0].shape[1]
    words = unpack(b"".join(passages), dimensions).T
    lengths = np.array([2 * len(packed) // dimensions for packed in passages], np.intp)
    return [Likeness(question @ words, lengths) for question in questions]


def weighted_mean(likest: Vectors, weights: Vectors) -> float:
    """The mean of a few numbers, each counting by its weight, in a sixth of np.average's time."""
    return float((likest * weights).sum() / weights.sum())


def unit(vectors: Vectors) -> Vectors:
    """The same directions at length 1; a zero vector stays zero."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: Vectors = vectors / np.maximum(lengths, np.float32(1e-9))
    return scaled


def _telling_apart(words: Vectors, most: int) -> NDArray[np.intp]:
    """Positions of at most `most` words, those least like any earlier word, in order."""
    if len(words) <= most:
        return np.arange(len(words))
    likeness = np.tril(words @ words.T, -1) - np.triu(np.ones((len(words), len(words))))
    return np.sort(np.argsort(likeness.max(axis=1), kind="stable")[:most])
