"""Texts that are part of another, whose vectors are read off that one's words.

A figure's passage is a sentence of a paragraph, under the words that name the figure; a
decision's is a sentence too. Their words went through the model where they stand, with more
around them to tell what they mean, and need not go through it again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Encoding

from matters_arising.index.encoder.maxsim import Vectors, is_quiet


@dataclass(frozen=True, slots=True)
class Part:
    """A text that ends with a quote: headings, what the quote is about, and the quote."""

    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class Whole:
    """A text with what is quoted from it."""

    text: str
    parts: tuple[Part, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Its own text, then each part's."""
        return (self.text, *(part.text for part in self.parts))


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """What became of a text: its unit vector, and those of its telling words."""

    vector: Vectors
    words: Vectors


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the tokens of a part stand among those of its whole, for all that stand there."""

    tokens: tuple[str, ...]
    positions: tuple[int, ...]


def find_standing(part: Part, read: Encoding, whole: list[int]) -> Standing | None:
    """Where a part, as the tokenizer reads it, stands among the tokens of its whole.

    None where its quote does not in one piece, or another telling word of it not at all.
    """
    ids, tokens = read.ids, read.tokens
    start = _quote_start(part, read)
    quote = _find_run(ids[start:-1], whole)
    if quote is None:
        return None
    positions = [0, *_find_each(ids[1:start], whole, quote), *quote, len(whole) - 1]
    standing = [(token, at) for token, at in zip(tokens, positions, strict=True) if at is not None]
    if not _are_quiet(tokens, positions):
        return None
    return Standing(tuple(token for token, _ in standing), tuple(at for _, at in standing))


def _quote_start(part: Part, read: Encoding) -> int:
    """The first token of the quote; the marker at the end, where it was cut off."""
    first = len(part.text) - len(part.quote)
    starts = [start for start, _ in read.offsets[1:-1]]
    return next((at for at, start in enumerate(starts, 1) if start >= first), len(starts) + 1)


def _find_run(sought: list[int], whole: list[int]) -> range | None:
    """Where some tokens first come one after another; none come nowhere."""
    length = len(sought)
    starts = range(1, len(whole) - length) if sought else ()
    at = next((at for at in starts if whole[at : at + length] == sought), None)
    return None if at is None else range(at, at + length)


def _find_each(sought: Iterable[int], whole: list[int], quote: range) -> Iterator[int | None]:
    """Where each token comes first: in the quote, which it may be about, else anywhere."""
    quoted = whole[quote.start : quote.stop]
    for token in sought:
        if token in quoted:
            yield quote.start + quoted.index(token)
        else:
            yield whole.index(token) if token in whole else None


def _are_quiet(tokens: Sequence[str], positions: Sequence[int | None]) -> bool:
    """Whether the tokens that stand nowhere say nothing by themselves."""
    return all(is_quiet(token) for token, at in zip(tokens, positions, strict=True) if at is None)
