"""Headings that the PDF itself names, in its tags or bookmarks, found again in the text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from matters_arising.extract.reader.bookmark import Bookmark
from matters_arising.extract.structure.prose import LONGEST_HEADING, Block
from matters_arising.extract.table.fragment import Sheet

SHORTEST = 3
"""A heading has at least so many letters and figures: a tag may hold a bullet alone."""

SLIDE = re.compile(r"^slide \d+:?\s*", re.I)
"""What a program that prints slides puts before their titles."""


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Levels of headings by the page and the spelling of their titles."""

    levels: Mapping[tuple[int, str], int] = field(default_factory=dict)

    def level_of(self, block: Block) -> int | None:
        """The level at which the PDF names this block as a heading; None where it does not.

        A name alone proves nothing: bookmarks hold file names, and whole paragraphs are
        tagged. It counts where it is the block's own text, on the page that it names.
        """
        if block.bulleted or len(block.text) > LONGEST_HEADING or block.text.endswith((".", ";")):
            return None
        spelt = (_spell(text) for text in (block.text, f"{block.number or ''}{block.text}"))
        page = block.lines[0].page
        return next((self.levels[page, s] for s in spelt if (page, s) in self.levels), None)


def find_landmarks(sheets: Sequence[Sheet], bookmarks: Iterable[Bookmark]) -> Landmarks:
    """The headings named: by tags, which stand at their text, or else by bookmarks.

    The two are not mixed, since each counts its levels in its own way.
    """
    tagged = [(s.number, h.text, h.level) for s in sheets for h in s.headings]
    marked = [(mark.page, SLIDE.sub("", mark.title), mark.level) for mark in bookmarks]
    named = tagged if len(tagged) > 1 else marked
    return Landmarks(
        {
            (page, spelling): level
            for page, title, level in reversed(named)
            if len(spelling := _spell(title)) >= SHORTEST
        }
    )


def _spell(text: str) -> str:
    """Letters and figures alone: tags and bookmarks space and hyphenate in their own ways."""
    return re.sub(r"[\W_]+", "", text).casefold()
