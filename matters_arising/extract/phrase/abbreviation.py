"""Short forms, as the paper itself explains them."""

import re

from matters_arising.extract.phrase.lexicon import lexicon

_IN_BRACKETS = re.compile(r"\(\s*(?P<short>[A-Z][A-Za-z&]{0,8}[A-Z][a-z]?)\s*\)")
_EXPLAINED = re.compile(
    r"\b(?P<short>[A-Z][A-Za-z&]{0,8}[A-Z][a-z]?)\s+\((?P<long>[A-Z][^()]{4,80})\)"
)
_OF_GLOSSARY = re.compile(
    r"(?P<short>[A-Z][A-Za-z&]{0,8}[A-Z])\s*[-–—:=]?\s+(?P<long>[A-Z].{3,150})"
)
_CLAUSE = re.compile(r"\s*[,;:(–—]")
_FARTHEST = 200
"""Characters before the bracket within which the long form is looked for."""

_PASSED_OVER = lexicon("of and the for in to with on a")


def find_abbreviations(text: str) -> tuple[tuple[str, str], ...]:
    """Short and long forms, where one stands in brackets after the other.

    "Principal Social Worker (PSW)" gives ("PSW", "Principal Social Worker"): the initials
    of the words must be the capitals of the short form. A short form keeps its first meaning.
    """
    pairs: dict[str, str] = {}
    for match in _IN_BRACKETS.finditer(text):
        long = _words_with_initials(text[: match.start()], match["short"])
        if long:
            pairs.setdefault(*_in_singular(match["short"], long))
    for match in _EXPLAINED.finditer(text):
        words = match["long"].strip()
        if _words_with_initials(words, match["short"]) == words:
            pairs.setdefault(*_in_singular(match["short"], words))
    return tuple(pairs.items())


def find_explained(paragraph: str) -> tuple[str, str] | None:
    """The short form that a line of a glossary explains: "PRS  Private rented sector".

    None unless the first words after it have its capitals for initials.
    """
    line = _OF_GLOSSARY.fullmatch(paragraph.strip())
    if line is None:
        return None
    words = long_form(line["short"], line["long"])
    return (line["short"], words) if _words_with_initials(words, line["short"]) == words else None


def long_form(short: str, meaning: str) -> str:
    """The words of a glossary's meaning that the letters stand for, without what it adds.

    "Initial health assessment, due within 20 days" is no more than its first three words as
    the meaning of IHA; where no clause has the initials, the whole is the meaning.
    """
    letters = [letter.lower() for letter in short if letter.isupper()]
    for clause in (meaning[: match.start()] for match in _CLAUSE.finditer(meaning)):
        words = (word.lower() for word in re.findall(r"[A-Za-z]+", clause))
        if [word[0] for word in words if word not in _PASSED_OVER] == letters:
            return clause
    return meaning


def _in_singular(short: str, long: str) -> tuple[str, str]:
    if not short.endswith("s"):
        return short, long
    return short.removesuffix("s"), long.removesuffix("s")


def _words_with_initials(before: str, short: str) -> str | None:
    """The last words of `before` whose initials are the capitals of `short`."""
    wanted = [letter.lower() for letter in short if letter.isupper()]
    clause = re.split(r"[.;:()]\s", before[-_FARTHEST:])[-1]
    for word in reversed(list(re.finditer(r"[A-Za-z][\w'’]*", clause))):
        if wanted and word.group()[0].lower() == wanted[-1]:
            wanted.pop()
        elif word.group().lower() not in _PASSED_OVER:
            return None
        if not wanted:
            return " ".join(clause[word.start() :].split())
    return None
