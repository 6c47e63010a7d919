"""From words to lines, as a person reads them."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress, pairwise
from operator import itemgetter, sub
from typing import NamedTuple

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.glyph import LINE_OVERLAP
from matters_arising.extract.reader.page import Word

WIDE_GAP = 1.6
"""A gap wider than this many times the type size may part two columns."""

BULLETS = "•●▪■◦○‣⁃–-*·\uf0b7\uf0a7\uf0d8\uf076o❖➢➤✓"
BULLET = re.compile(rf"^[{re.escape(BULLETS)}] ")
UNBREAKABLE = re.compile(r"[^-/–]+[-/–]?")

Span = tuple[float, float, float]
"""Top and bottom of a word, and its size."""

NEAR_LINES = 3
"""A word may belong to one of so many lines above it: beside raised and large type."""

_DOWN_THEN_ALONG = itemgetter(4, 1)
_ALONG = itemgetter(1)
_SPAN: Callable[[Word], Span] = itemgetter(2, 4, 5)


class Run(NamedTuple):
    """A stretch of a line with no wide gap in it."""

    text: str
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, left to right, joined by single spaces.

    `runs` are its stretches between wide gaps: more than one hints at columns.
    `opening` is the width of its first unbreakable piece, in points: what would have had
    to fit on the line above. `size` is the type size of most of it, `glyphs` its characters.
    `column` is the part of its page that it stands in, counted in reading order; `aside`
    says that it stands in the margin, as a note on the text beside it. `soft` says that the
    hyphen it ends with is the typesetter's.
    """

    text: str
    box: Box
    page: int
    size: float
    bold: bool
    glyphs: int
    opening: float
    runs: tuple[Run, ...]
    column: int = 0
    aside: bool = False
    soft: bool = False

    @property
    def bulleted(self) -> bool:
        """Whether the line opens with a bullet sign."""
        return bool(BULLET.match(self.text))

    @property
    def baseline(self) -> float:
        """Where the line stands, in points from the top of the page."""
        return self.box[3]


def make_line(words: Sequence[Word], page: int) -> Line:
    """The line that `words`, left to right, make up."""
    texts, x0s, tops, x1s, bottoms, sizes, bolds, _, counts = zip(*words, strict=True)
    glyphs = sum(counts)
    text = " ".join(texts)
    box = (min(x0s), min(tops), max(x1s), max(bottoms))
    starts = [i for i, gap in enumerate(map(sub, x0s[1:], x1s), 1) if gap > WIDE_GAP * sizes[i]]
    return Line(
        text,
        box,
        page,
        sizes[counts.index(max(counts))],
        sum(compress(counts, bolds)) * 2 > glyphs,
        glyphs,
        _opening(words[0]),
        tuple(_runs(texts, x0s, x1s, starts)) if starts else (Run(text, x0s[0], box[2]),),
    )


def _opening(word: Word) -> float:
    """Width of the piece before the first place where the word could be broken."""
    piece = UNBREAKABLE.match(word.text)
    share = len(piece.group()) / len(word.text) if piece else 1.0
    return (word.x1 - word.x0) * share


def _runs(
    texts: Sequence[str], x0s: Sequence[float], x1s: Sequence[float], starts: Sequence[int]
) -> Iterator[Run]:
    """The stretches of a line: one more begins at each of `starts`, after a wide gap."""
    for start, end in pairwise((0, *starts, len(texts))):
        yield Run(" ".join(texts[start:end]), x0s[start], max(x1s[start:end]))


class _OpenLine:
    """A line that words are still being found for, with the span of its largest word.

    Words join against the largest alone: one raised ordinal must not draw two lines together.
    """

    __slots__ = ("bottom", "size", "top", "words")

    def __init__(self, span: Span) -> None:
        self.words: list[Word] = []
        self.top, self.bottom, self.size = span

    def widen(self, span: Span) -> None:
        """Take in that words of this span stand on the line."""
        if span[2] > self.size:
            self.top, self.bottom, self.size = span


def group_lines(words: Iterable[Word], page: int) -> list[Line]:
    """Words gathered into lines, top to bottom, whatever order they were drawn in.

    Sideways words, as in the narrow columns of a table's header, come after the upright.
    """
    by_turn: dict[int, list[Word]] = {}
    for word in words:
        by_turn.setdefault(word.turn if word.turn in (90, 270) else 0, []).append(word)
    lines = _group_upright(by_turn.pop(0, []), page)
    for turn, sideways in sorted(by_turn.items()):
        for line in _group_upright([_stood(word, turn) for word in sideways], page):
            lines.append(replace(line, box=_lay_down(line.box, turn)))
    return lines


def _stood(word: Word, turn: int) -> Word:
    """A sideways word with its box as it is read."""
    x0, top, x1, bottom = _stand(word.box, turn)
    return word._replace(x0=x0, top=top, x1=x1, bottom=bottom)


def _stand(box: Box, turn: int) -> Box:
    """A sideways box as it is read: along to the right, line under line."""
    x0, top, x1, bottom = box
    return (top, -x1, bottom, -x0) if turn == 90 else (-bottom, x0, -top, x1)


def _lay_down(box: Box, turn: int) -> Box:
    """The box on the page of one that `_stand` gave."""
    x0, top, x1, bottom = box
    return (-bottom, x0, -top, x1) if turn == 90 else (top, -x1, bottom, -x0)


def _group_upright(words: Iterable[Word], page: int) -> list[Line]:
    ordered = [make_line(line, page) for line in gather_lines(words)]
    return sorted(ordered, key=lambda line: (line.box[3], line.box[0]))


def gather_lines(words: Iterable[Word]) -> list[list[Word]]:
    """Upright words gathered by line, each line from left to right."""
    lines: list[_OpenLine] = []
    near: deque[_OpenLine] = deque(maxlen=NEAR_LINES)  # the nearest first
    held: list[Word] = []
    span: Span | None = None
    for word in sorted(words, key=_DOWN_THEN_ALONG):
        if span != (span := _SPAN(word)):  # one set as the last stands on the line of the last
            line = next((line for line in near if _is_on(span, line)), None)
            if line is None:
                line = _OpenLine(span)
                near.appendleft(line)
                lines.append(line)
            line.widen(span)
            held = line.words
        held.append(word)
    return [sorted(line.words, key=_ALONG) for line in lines]


def _is_on(span: Span, line: _OpenLine) -> bool:
    """Whether a word of that span stands on the line."""
    top, bottom, _ = span
    upper, foot = line.top, line.bottom
    height, lower = bottom - top, foot - upper
    low = bottom if bottom < foot else foot
    high = top if top > upper else upper
    return low - high >= LINE_OVERLAP * (height if height < lower else lower)


def box_around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of `boxes`."""
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return (min(x0s), min(tops), max(x1s), max(bottoms))
