"""The parts of a passage that can each speak of an action, every one word for word."""

import re
from collections.abc import Iterator
from itertools import pairwise

from matters_arising.extract.phrase.sentence import find_sentences

_ITEM = re.compile(r"(?:(?<=\s)|^)(?=(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]\s+[“\"(A-Z])|(?=[•▪·●■◼]\s)")
"""Where an item of a list begins: "b. Registers of Business Interests." or a bullet."""

_MARK = re.compile(r"^(?:(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]|[•▪·●■◼])\s+")
_HEADING = re.compile(r"^(?P<words>[^.:–]{3,80}?)\s*(?:[.:]|\s[–-])\s+(?=\S)")
_LONGEST = 90
"""Words of an item beyond which it is cut into runs of sentences."""

_TITLE_WORDS = 4
_SMALL_WORD = 3
_SENTENCES = 3


def find_excerpts(text: str) -> Iterator[str]:
    """The items of a passage; a long one in overlapping runs of its sentences."""
    begins = (found.start() for found in _ITEM.finditer(text))
    cuts = sorted({0, *begins, *_titles(text), len(text)})
    for start, end in pairwise(cuts):
        item = text[start:end].strip()
        if len(item.split()) <= _LONGEST:
            yield item
        else:
            yield from _runs(item)


def _titles(text: str) -> Iterator[int]:
    """Where a few capitalised words stand as a sentence: "Parent Governors. She was appointed"."""
    for start, end in find_sentences(text):
        words = [word for word in text[start:end].split() if len(word) > _SMALL_WORD]
        named = all(word[0].isupper() for word in words)
        if 0 < len(words) <= _TITLE_WORDS and named and _MARK.match(text[start:end]) is None:
            yield start


def _runs(text: str) -> Iterator[str]:
    sentences = list(find_sentences(text))
    for first in range(max(len(sentences) - _SENTENCES + 1, 1)):
        run = sentences[first : first + _SENTENCES]
        yield text[run[0][0] : run[-1][1]]


def heading_of(excerpt: str) -> str | None:
    """What an item says that it is about, before it reports: "Pay Committee – it met"."""
    found = _HEADING.match(_MARK.sub("", excerpt))
    return found["words"] if found else None
