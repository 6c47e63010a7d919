"""Notes in the margin beside the text: "ACTION" over initials, to the right of all it says."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.page import Word
from matters_arising.extract.reader.word import Line, group_lines
from matters_arising.extract.table.column import column_of, lines_by_column
from matters_arising.extract.table.strip import Piece, Strip

OPENING = re.compile(r"ACTIONS?\b|Actions?(?:\W*$| ?:)")
"""What a note opens with, where it says more than who is to act."""

INITIALS = re.compile(r"[A-Z]{2,4}(?:\s*[/,&]\s*[A-Z]{2,4})*,?")

LONGEST_NOTE = 5
"""A line of a note has no more words than this."""

FEWEST_WORDS = 4
"""A stretch of so many words is running text."""

FEWEST_LINES = 3
"""So many lines of running text make a page on which there is a margin beside it."""

CLEAR = 0.9
"""The share of the running text that ends before the margin: heads and feet may reach over."""

GUTTER = 5.0
"""The margin begins so far from the text, in points."""

CLOSE = 0.9
"""Lines of one note follow each other within this many times their size."""


class _Part(NamedTuple):
    """A line of the margin."""

    text: str
    x0: float
    top: float
    bottom: float
    size: float

    @property
    def opens(self) -> bool:
        return bool(OPENING.match(self.text))


def find_notes(strips: Sequence[Strip]) -> list[Box]:
    """Where notes stand in the right-hand margin of a page, outside its tables."""
    start = _margin(strips)
    if start is None:
        return []
    parts = [
        _Part(piece.text, piece.x0, strip.top, strip.bottom, strip.size)
        for strip in strips
        for piece in strip.pieces
        if piece.x0 >= start
    ]
    notes = (group for group in _grouped(parts) if _is_note(group))
    return [(start, group[0].top, math.inf, group[-1].bottom) for group in notes]


def _margin(strips: Sequence[Strip]) -> float | None:
    """Where the margin of notes begins; None where there is none."""
    marks = sorted(piece.x0 for strip in strips if _may_be_note(piece := strip.pieces[-1]))
    if not marks:
        return None
    ends = [piece.x1 for strip in strips for piece in strip.pieces if _is_running(piece)]
    if len(ends) < FEWEST_LINES:
        return None
    return next((x - 1 for x in marks if _is_clear(x, ends)), None)


def _is_clear(x: float, ends: Sequence[float]) -> bool:
    return sum(end + GUTTER <= x for end in ends) >= CLEAR * len(ends)


def _may_be_note(piece: Piece) -> bool:
    return bool(OPENING.match(piece.text) or INITIALS.fullmatch(piece.text))


def _is_running(piece: Piece) -> bool:
    return len(piece.text.split()) >= FEWEST_WORDS


def _grouped(parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    """The lines of the margin note by note, from the top down."""
    group: list[_Part] = []
    for part in parts:
        if group and (part.opens or part.top - group[-1].bottom > CLOSE * part.size):
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _is_note(group: Sequence[_Part]) -> bool:
    short = all(len(part.text.split()) <= LONGEST_NOTE for part in group)
    return short and (group[0].opens or all(INITIALS.fullmatch(part.text) for part in group))


def lines_and_notes(
    words: Sequence[Word], notes: Sequence[Box], areas: Sequence[Box], page: int
) -> list[Line]:
    """The lines of each area in turn, then those of the notes, marked as such."""
    if not notes:
        return lines_by_column(words, areas, page)
    noted = [word for word in words if _is_in(word, notes)]
    text = [word for word in words if not _is_in(word, notes)]
    asides = (
        replace(line, column=column_of(line.box, areas), aside=True)
        for line in group_lines(noted, page)
    )
    return [*lines_by_column(text, areas, page), *asides]


def _is_in(word: Word, notes: Sequence[Box]) -> bool:
    x, y = word.middle
    return any(x0 <= x and top <= y <= bottom for x0, top, _, bottom in notes)
