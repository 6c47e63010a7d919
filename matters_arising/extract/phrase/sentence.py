"""Sentences, found by rule: fast, and steady on lists, refs and abbreviations."""

import re
from collections.abc import Iterator
from functools import lru_cache

_SHORT_FORM = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|no|nos|para|paras|approx|incl|cllrs?|mr|mrs|ms|dr|st|prof|rev|fig"
    r"|ref|dept|min|max|ltd|inc|p|pp|[A-Z])\.$",
    re.IGNORECASE,
)
_LONGEST_SHORT_FORM = len(" approx.")
"""Characters from its stop back to where the longest short form is seen to begin."""

_LIST_NUMBER = re.compile(r"\s*\w{1,3}\.")

_BREAK = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9£$€•])|\s*\n+\s*|\s*[•▪·●]\s*")


def find_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence, list items and lines among them; white space outside."""
    start = 0
    for found in _BREAK.finditer(text):
        is_stop = found.group()[0] in ".!?"
        if is_stop and _ends_no_sentence(text[start : found.start() + 1]):
            continue
        yield from _trimmed(text, start, found.end() if is_stop else found.start())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _ends_no_sentence(piece: str) -> bool:
    """Whether a full stop ends initials, a list's number or a short form."""
    tail = piece[-_LONGEST_SHORT_FORM - 1 :]
    return bool(_SHORT_FORM.search(tail) or _LIST_NUMBER.fullmatch(piece))


def split_sentences(text: str) -> list[str]:
    """The sentences of a text, each word for word."""
    return list(_split(text))


@lru_cache(maxsize=2_000)
def _split(text: str) -> tuple[str, ...]:
    """The same; a question reads each of its best passages three times."""
    return tuple(text[start:end] for start, end in find_sentences(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
