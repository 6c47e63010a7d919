"""The proper names in a question, and what speaks of them.

What is asked of Ashby is not answered by a passage that does not speak of Ashby, however much
it says of the matter, unless its paper as a whole is about Ashby: a name is printed and then
meant.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.held import Tally
from matters_arising.corpus.paper import Paper
from matters_arising.index.question.cue import BODY, MONTH
from matters_arising.index.question.reading import Question
from matters_arising.index.search import Hit
from matters_arising.index.word.term import stems

_NAME = re.compile(r"(?<=[\w,&/-] )[A-Z][a-z]{2,}\b")
"""A word with a capital that begins no sentence; words all in capitals are short forms."""

_SMALL = re.compile(r"\b[a-z]{3,}\b")
_PLACED = re.compile(
    r"\b(?:who (?:is|was)|whos|who['’]s|for|did|has|does|is|was|cllr|councillor|mrs?|ms|dr)"
    r" [a-z]{3,} [a-z]{3,}\b|\b(?:in|at|near|for|does|is|has) [a-z]{3,}\b"
    r"|\b(?:cllr|councillor|mrs?|ms|dr) [a-z]{3,}\b"
    r"|\b[a-z]{3,}(?= (?:county )?(?:council|borough|police|hospital))"
)
"""Where a name stands, typed small: "who is jo marsh", "in ashby", "ashby council"."""

PRINTED = 2
"""A word that the papers print so often with a capital, and never small, is a name."""

COUNTED = 5_000
"""Passages with a name are counted up to here."""

IS_ABOUT = 6
"""A paper with a name in so many passages is about it."""


IS_ABOUT_SHARE = 0.03
"""So is one with it in this share of its passages, and in more than one of them."""


_ORDINALS: dict[str, tuple[str, ...]] = {
    "first": ("first", "1st", "initial", "original"),
    "second": ("second", "2nd"),
    "third": ("third", "3rd"),
    "fourth": ("fourth", "4th"),
    "fifth": ("fifth", "5th"),
    "sixth": ("sixth", "6th"),
}
"""Which of several is meant, and how papers print it."""

_NUMBERED = re.compile(
    rf"\b(?:the|a|our|its|their) ({'|'.join(_ORDINALS)}) (?!(?:half|quarter|time|year|part|day|week"
    r"|month|term|place|floor|draft)\b)([a-z]{3,})\b",
    re.I,
)
"""One of several: "the third lot"."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names a question uses, each with the passages that have it, told apart by paper.

    `numbered` are, for each thing told by its number among others, the ways to print that number,
    as stems: a passage has one of them.
    """

    papers: tuple[tuple[str, Tally], ...] = ()
    numbered: tuple[tuple[frozenset[str], ...], ...] = ()

    def are_meant(self, paper: Paper, held: frozenset[str]) -> bool:
        """Whether a passage with these stems, of this paper, can speak of all the names."""
        if not all(any(form <= held for form in forms) for forms in self.numbered):
            return False
        known = held | stems(paper.title)
        return all(
            stems(name) <= known
            or tally.count_in(paper.id) >= IS_ABOUT
            or (tally.count_in(paper.id) > 1 and tally.share_in(paper.id) >= IS_ABOUT_SHARE)
            for name, tally in self.papers
        )


def find_names(question: Question, catalogue: Catalogue, hits: Iterable[Hit]) -> Names:
    """The names in a question, as the papers spell them, typed with a capital or not.

    `hits` are what was found: a name typed small is known by how they print it.
    """
    printed = dict(question.respelt)
    typed = (match.group().lower() for match in _NAME.finditer(question.text))
    text = "\n".join(hit.passage.text for hit in hits)
    small = (word for word in _like_names(question.text) if _is_printed_as_name(word, text))
    names = dict.fromkeys((*(printed.get(name, name) for name in typed), *small))
    asked = (name for name in names if name in question.terms and not MONTH.match(name))
    papers = tuple((name, catalogue.tally(f'"{name}"', at_most=COUNTED)) for name in asked)
    return Names(papers, tuple(_numbered(question)))


def _numbered(question: Question) -> Iterator[tuple[frozenset[str], ...]]:
    """How papers print each number by which a question tells one thing from others of its kind."""
    for match in _NUMBERED.finditer(question.text):
        if match[2].lower() in question.terms:
            yield tuple(map(stems, _ORDINALS[match[1].lower()]))


def _like_names(text: str) -> Iterator[str]:
    """Words in small letters that stand where a person or a place is named."""
    for match in _PLACED.finditer(text):
        yield from _SMALL.findall(match.group())


def _is_printed_as_name(word: str, text: str) -> bool:
    """Whether a text prints a word within sentences, always with a capital."""
    if BODY.fullmatch(word) or re.search(rf"\b{word}\b", text):
        return False
    return len(re.findall(rf"(?<=[a-z,(] ){word.title()}\b", text)) >= PRINTED
