"""Words typed in a hurry, read as the papers spell them."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.index.encoder.light import QueryEncoder
from matters_arising.index.word.term import stem

SHORTEST = 5
"""Shorter words have too many neighbours."""

FEW = 5
"""Passages in which a word is looked for: the index may have found it in a heading."""

ENDINGS = ("", "ing", "ed", "e")
"""The index stems what it is asked for, and a stem stemmed again may be another: one of these
gives it back ("proceed" is the stem of "proceeding", and "proce" that of "proceed")."""

LIKE = 82.0
"""How alike stems must be, of 100, by rapidfuzz's ratio: two letters in ten may differ."""


def find_respellings(
    catalogue: Catalogue, words: Iterable[str], encoder: QueryEncoder
) -> tuple[tuple[str, str], ...]:
    """For words that no paper holds, the likest word that some paper does.

    The first letter is taken to be right: few people mistype it. A word that the encoder's
    vocabulary has whole is meant as it stands: "spent" is no slip for "sent".
    """
    mistyped = (word for word in words if encoder.word_spans(word) != [(0, len(word))])
    pairs = ((word, _nearest(catalogue, word)) for word in mistyped)
    return tuple((word, near) for word, near in pairs if near is not None)


def _nearest(catalogue: Catalogue, word: str) -> str | None:
    if len(word) < SHORTEST or not word.isalpha():
        return None
    stems = catalogue.stems(word[0])
    found = [
        near
        for typed in (stem(word), word)  # a mistyped ending is stemmed otherwise, or not at all
        if (near := process.extractOne(typed, stems, scorer=fuzz.ratio, score_cutoff=LIKE))
    ]
    likest = max(found, key=lambda near: near[1], default=None)
    return _printed(catalogue, likest[0]) if likest else None


def _printed(catalogue: Catalogue, wanted: str) -> str | None:
    """A word of that stem as some passage prints it."""
    forms = " OR ".join(f'"{wanted}{ending}"' for ending in ENDINGS)
    ids = [match.passage for match in catalogue.match(forms, limit=FEW)]
    texts = (held.record.search_text.lower() for held in catalogue.passages(ids))
    words = (word for text in texts for word in re.findall(r"[^\W\d_]+", text))
    return next((word for word in words if word.startswith(wanted) or stem(word) == wanted), None)
