"""Motions of minutes whose fate another paragraph tells: "Motion carried 5-0"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matters_arising.corpus.layout import Paragraph
from matters_arising.corpus.paper import Place
from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.extract.record.resolved import find_resolved, is_carried, is_lost, is_motion

LONGEST_DEBATE = 30
"""Paragraphs from a motion to how it fared."""

UNFINISHED = re.compile(r"(?:[:,–-]|\b(?:that|to|motion|amendment))\W*$")
"""How a text ends that only leads in to what is moved."""

LONGEST_TELLING = 900
"""Characters of a motion told to its end; a longer one has a debate or names of voters in it."""


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion that was carried, in the words of the minutes, up to how it fared if that is near.

    `first` and `last` count the paragraphs from what is moved to how it fared.
    """

    text: str
    places: tuple[Place, ...]
    first: int
    last: int


def find_motions(paragraphs: Sequence[Paragraph]) -> Iterator[Motion]:
    """The motions carried, in order; one that another is moved after, or that fell, is none."""
    begun: int | None = None
    for index, paragraph in enumerate(paragraphs):
        if begun is not None and not _is_near(paragraphs, begun, index):
            begun = None
        sentences = split_sentences(paragraph.text)
        if any(map(is_motion, sentences)) and not any(find_resolved(paragraph.text)):
            begun = index
        elif begun is not None and any(map(is_lost, sentences)):
            begun = None
        elif begun is not None and any(map(is_carried, sentences)):
            motion = _motion(paragraphs, begun, index)
            begun = None
            if not UNFINISHED.search(motion.text):
                yield motion


def _is_near(paragraphs: Sequence[Paragraph], first: int, last: int) -> bool:
    upper, lower = paragraphs[first], paragraphs[last]
    same = (upper.section, upper.report) == (lower.section, lower.report)
    return same and last - first <= LONGEST_DEBATE


def _motion(paragraphs: Sequence[Paragraph], first: int, last: int) -> Motion:
    """What is moved, and all up to the sentence that tells how it fared, where that is short."""
    moved = split_sentences(paragraphs[first].text)
    start = max(i for i, sentence in enumerate(moved) if is_motion(sentence))
    fared = split_sentences(paragraphs[last].text)
    end = next(i for i, sentence in enumerate(fared) if is_carried(sentence))
    opening = " ".join(moved[start:])
    between = [f"{p.number or ''} {p.text}".strip() for p in paragraphs[first + 1 : last]]
    told = " ".join((opening, *between, _numbered(paragraphs[last], fared[: end + 1])))
    whole = len(told) <= LONGEST_TELLING
    kept = paragraphs[first : last + 1] if whole else (paragraphs[first], paragraphs[last])
    places = tuple(place for paragraph in kept for place in paragraph.places)
    return Motion(told if whole else opening, places, first, last)


def _numbered(paragraph: Paragraph, sentences: Sequence[str]) -> str:
    """The first sentences of a paragraph, with its number."""
    return " ".join(filter(None, (paragraph.number, *sentences)))
