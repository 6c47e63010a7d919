"""From characters to words, as a person reads them.

A page holds thousands of characters, so they come in columns and are worked on a column
at a time; only words are objects.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from matters_arising.extract.reader.page import SLANTED, Word
from matters_arising.extract.reader.turn import Boxes, as_read

WORD_GAP = 0.15
"""Two characters further apart than this share of their size are two words.

Measured on 528 pages: from 0.10 to 0.16 no word changes, at 0.17 the first two run together.
"""

BACK_STEP = 0.6
"""A character may begin this share of its size before the last one ends."""

SLANTED_STEP = 1.1
"""Slanted characters of one word are this near, middle to middle, as a share of their size."""

LINE_OVERLAP = 0.5
"""Characters are on one line when they share this much of the lower one's height."""

TWIN = 1.0
"""The same word printed again no further off than this, in points, is one bold word."""

_CORNER = itemgetter(1, 2)
_SHIFTS = np.array([[0.0], [TWIN]])

LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st"})
LIGATURE = re.compile("[ﬀﬁﬂﬃﬄﬅ]")
LEADER = re.compile(r"\.{4,}")
SUFFIXES = frozenset(
    first + second
    for ordinal in ("st", "nd", "rd", "th")
    for first in (ordinal[0], ordinal[0].upper())
    for second in (ordinal[1], ordinal[1].upper())
)
SPACES = (
    *range(0x09, 0x0E),
    *range(0x1C, 0x21),
    0xA0,
    0x1680,
    *range(0x2000, 0x200B),
    0x2028,
    0x2029,
    0x202F,
    0x205F,
    0x3000,
)
SILENT = (
    *range(0x09),
    *range(0x0E, 0x1C),
    *range(0x7F, 0xA0),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    0x2060,
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),  # halves of characters: an encoding that was cut
    0xFEFF,
    0xFFFE,
    0xFFFF,
)


def _marks(codes: Iterable[int]) -> NDArray[np.bool_]:
    """A table by character code: which are among `codes`."""
    table = np.zeros(0x10000, np.bool_)
    table[list(codes)] = True
    return table


_IS_SPACE, _IS_SILENT = _marks(SPACES), _marks(SILENT)


@dataclass(frozen=True, slots=True, eq=False)
class Glyphs:
    """The printed characters of a page in the order they are drawn, in columns.

    `text` holds one character for each; `spaced` says before which of them a space stands.
    `boxes` are in points from the page's top left, one row each, NaN where that is not
    known; `turns` are those of `Word`.
    """

    text: str
    spaced: NDArray[np.bool_]
    boxes: Boxes
    sizes: NDArray[np.float64]
    bolds: NDArray[np.bool_]
    turns: NDArray[np.int16]

    def pick(self, chosen: NDArray[np.bool_]) -> "Glyphs":
        """Only the characters that are chosen."""
        return Glyphs(
            pick_text(self.text, chosen),
            self.spaced[chosen],
            self.boxes[chosen],
            self.sizes[chosen],
            self.bolds[chosen],
            self.turns[chosen],
        )


NO_GLYPHS = Glyphs(
    "",
    np.empty(0, np.bool_),
    np.empty((0, 4)),
    np.empty(0),
    np.empty(0, np.bool_),
    np.empty(0, np.int16),
)


def find_printed(text: str) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which characters of `text` leave ink; and before which of those a space stands."""
    codes = np.minimum(codes_of(text), 0xFFFD)
    spaces = _IS_SPACE[codes]
    printed = ~(spaces | _IS_SILENT[codes])
    passed = np.cumsum(spaces)[printed]
    return printed, np.diff(passed, prepend=passed[:1]) > 0


def pick_text(text: str, chosen: NDArray[np.bool_]) -> str:
    """Only the characters that are chosen."""
    return codes_of(text)[chosen].tobytes().decode("utf-32-le", "surrogatepass")


def codes_of(text: str) -> NDArray[np.uint32]:
    """The code of each character."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def is_bold_name(font: str) -> bool:
    """Whether the font's name says that it is bold."""
    name = font.lower()
    return "bold" in name or "black" in name


def build_words(glyphs: Glyphs) -> tuple[Word, ...]:
    """Group characters into words, in the order they are drawn.

    Doubled (overprinted) words appear once; a superscript stays with its number ("23rd");
    a dotted leader is a word of its own; ligatures are spelt out.
    """
    if not glyphs.text:
        return ()
    starts = np.flatnonzero(_begins_word(glyphs))
    return tuple(_drop_overprints(_join_raised(list(_words(glyphs, starts)))))


def _begins_word(glyphs: Glyphs) -> NDArray[np.bool_]:
    """For each character, whether a word begins there: a space, a jump, a leader's end."""
    gaps, same_line = _steps(glyphs)
    begins = glyphs.spaced.copy()
    begins[0] = True
    begins[1:] |= ~((gaps > -BACK_STEP) & (gaps < WORD_GAP) & same_line)
    for leader in LEADER.finditer(glyphs.text):
        begins[leader.start()] = True
        begins[leader.end() : leader.end() + 1] = True
    return begins


def _steps(glyphs: Glyphs) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """From each character to the next: the gap as a share of the size, and if in line."""
    turns, sizes = glyphs.turns, glyphs.sizes
    x0, top, x1, bottom = as_read(glyphs.boxes, turns).T
    size = np.maximum(np.maximum(sizes[1:], sizes[:-1]), 0.01)
    heights = bottom - top
    gaps = (x0[1:] - x1[:-1]) / size
    gaps[(x0[1:] == x0[:-1]) & (x1[1:] == x1[:-1])] = 0.0  # PDFium spells ligatures so
    shared = np.minimum(bottom[1:], bottom[:-1]) - np.maximum(top[1:], top[:-1])
    in_line = shared >= LINE_OVERLAP * np.minimum(heights[1:], heights[:-1])
    slanted = turns[1:] == SLANTED
    if slanted.any():
        apart = np.hypot(np.diff(x0 + x1), np.diff(top + bottom)) / 2
        gaps[slanted], in_line[slanted] = 0.0, (apart < SLANTED_STEP * size)[slanted]
    return gaps, in_line & (turns[1:] == turns[:-1])


def _words(glyphs: Glyphs, starts: NDArray[np.intp]) -> Iterator[Word]:
    """The words that begin at `starts`."""
    bounds = pairwise((*starts.tolist(), len(glyphs.text)))
    texts: Iterable[str] = (glyphs.text[start:end] for start, end in bounds)
    if LIGATURE.search(glyphs.text):
        texts = (text.translate(LIGATURES) for text in texts)
    x0s, tops, x1s, bottoms = glyphs.boxes.T
    counts = np.diff(starts, append=len(glyphs.text))
    columns = (
        np.minimum.reduceat(x0s, starts),
        np.minimum.reduceat(tops, starts),
        np.maximum.reduceat(x1s, starts),
        np.maximum.reduceat(bottoms, starts),
        np.maximum.reduceat(glyphs.sizes, starts),
        np.add.reduceat(glyphs.bolds, starts, dtype=np.intp) * 2 > counts,
        glyphs.turns[starts],
        counts,
    )
    fields = zip(texts, *(column.tolist() for column in columns), strict=True)
    return map(partial(tuple.__new__, Word), fields)  # as Word._make does, but checks nothing


def _join_raised(words: list[Word]) -> list[Word]:
    """Join a number and its raised "rd"."""
    if not any(word[0][:2] in SUFFIXES for word in words):
        return words
    joined: list[Word] = []
    for word in words:
        if word[0][:2] in SUFFIXES and joined and _is_raised_suffix(joined[-1], word):
            last = joined[-1]
            joined[-1] = last._replace(
                text=last.text + word.text, x1=word.x1, glyphs=last.glyphs + word.glyphs
            )
        else:
            joined.append(word)
    return joined


def _is_raised_suffix(number: Word, suffix: Word) -> bool:
    return (
        number.upright
        and suffix.upright
        and len(suffix.text.rstrip(".,;:)")) == 2
        and number.text[-1].isdigit()
        and -1 < suffix.x0 - number.x1 < number.size * 0.5
        and min(number.bottom, suffix.bottom) > max(number.top, suffix.top)
        and suffix.size < number.size * 0.85
    )


def _drop_overprints(words: list[Word]) -> list[Word]:
    """Leave out a word printed again in its own place (bold by doubling)."""
    crowded = _crowded(words)
    if not any(crowded):
        return words
    seen: dict[str, list[Word]] = {}
    kept: list[Word] = []
    for word, close in zip(words, crowded, strict=True):
        twins = seen.setdefault(word.text, []) if close else []
        if any(_is_twin(twin, word) for twin in twins):
            continue
        twins.append(word)
        kept.append(word)
    return kept


def _crowded(words: list[Word]) -> list[bool]:
    """Which words have another beginning next to them: they share a square of some grid.

    Any two corners within `TWIN` fall into one square of one of four grids, each shifted.
    """
    corners = np.fromiter(chain.from_iterable(map(_CORNER, words)), np.float64, 2 * len(words))
    x0s, tops = corners.reshape(-1, 2).T
    columns, rows = (np.floor((_SHIFTS + at) / (2 * TWIN)) for at in (x0s, tops))
    squares = (columns[:, np.newaxis] * 1e6 + rows).reshape(4, -1)
    crowded = np.zeros(len(words), np.bool_)
    if np.diff(np.sort(squares)).all():
        return crowded.tolist()
    for grid in squares:
        order = np.argsort(grid)
        alike = np.flatnonzero(np.diff(grid[order]) == 0)
        crowded[order[alike]] = crowded[order[alike + 1]] = True
    return crowded.tolist()


def _is_twin(first: Word, again: Word) -> bool:
    return abs(first.x0 - again.x0) < TWIN and abs(first.top - again.top) < TWIN
