"""Sentences, found by rule: fast, and steady on lists, refs and abbreviations."""

import re
from collections.abc import Iterator

_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|no|nos|para|paras|approx|incl|cllrs?|mr|mrs|ms|dr|st|prof|rev|fig"
    r"|ref|dept|min|max|ltd|inc|p|pp)|\b[A-Z]|^\s*\w{1,3})\.$",
    re.IGNORECASE,
)
"""What a full stop ends without ending a sentence: initials, list numbers, short forms."""

_BREAK = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9£•])|\s*\n+\s*|\s*[•▪·●]\s*")


def find_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence, list items and lines among them; white space outside."""
    start = 0
    for found in _BREAK.finditer(text):
        is_stop = found.group()[0] in ".!?"
        if is_stop and _ABBREVIATION.search(text[start : found.start() + 1]):
            continue
        yield from _trimmed(text, start, found.end() if is_stop else found.start())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def split_sentences(text: str) -> list[str]:
    """The sentences of a text, each word for word."""
    return [text[start:end] for start, end in find_sentences(text)]


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
