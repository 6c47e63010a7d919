"""Words typed in a hurry, read as the papers spell them."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.index.word.term import stem

SHORTEST = 5
"""Shorter words have too many neighbours."""

LIKE = 82.0
"""How alike stems must be, of 100, by rapidfuzz's ratio: two letters in ten may differ."""


def find_respellings(catalogue: Catalogue, words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """For words that no paper holds, the likest word that some paper does.

    The first letter is taken to be right: few people mistype it.
    """
    pairs = ((word, _nearest(catalogue, word)) for word in words)
    return tuple((word, near) for word, near in pairs if near is not None)


def _nearest(catalogue: Catalogue, word: str) -> str | None:
    if len(word) < SHORTEST or not word.isalpha():
        return None
    found = process.extractOne(
        stem(word), catalogue.stems(word[0]), scorer=fuzz.ratio, score_cutoff=LIKE
    )
    return _printed(catalogue, found[0]) if found else None


def _printed(catalogue: Catalogue, wanted: str) -> str | None:
    """A word of that stem as some passage prints it."""
    for match in catalogue.match(f'"{wanted}"', limit=1):
        for held in catalogue.passages([match.passage]):
            words = re.findall(r"[^\W\d_]+", held.record.search_text.lower())
            return next((word for word in words if stem(word) == wanted), None)
    return None
