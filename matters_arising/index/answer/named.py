"""The proper names in a question, and what speaks of them.

What is asked of Ashby is not answered by a passage that does not speak of Ashby, however much
it says of the matter, unless its paper as a whole is about Ashby: a name is printed and then
meant.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.paper import Paper
from matters_arising.index.question.cue import MONTH
from matters_arising.index.question.reading import Question
from matters_arising.index.word.term import stems

_NAME = re.compile(r"(?<=[\w,&/-] )[A-Z][a-z]{2,}\b")
"""A word with a capital that begins no sentence; words all in capitals are short forms."""


COUNTED = 5_000
"""Passages with a name are counted up to here."""

IS_ABOUT = 6
"""A paper with a name in so many passages is about it."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names a question uses, each with how many passages of each paper have it."""

    papers: tuple[tuple[str, Mapping[str, int]], ...] = ()

    def are_meant(self, paper: Paper, held: frozenset[str]) -> bool:
        """Whether a passage with these stems, of this paper, can speak of all the names."""
        known = held | stems(paper.title)
        return all(
            stems(name) <= known or counts.get(paper.id, 0) >= IS_ABOUT
            for name, counts in self.papers
        )


def find_names(question: Question, catalogue: Catalogue) -> Names:
    """The names in a question, as the papers spell them."""
    printed = dict(question.respelt)
    typed = (match.group().lower() for match in _NAME.finditer(question.text))
    names = dict.fromkeys(printed.get(name, name) for name in typed)
    asked = (name for name in names if name in question.terms and not MONTH.match(name))
    return Names(tuple((name, _counts(name, catalogue)) for name in asked))


def _counts(name: str, catalogue: Catalogue) -> Mapping[str, int]:
    counted = catalogue.count_by_paper(f'"{name}"', at_most=COUNTED)
    return {one.paper: one.matches for one in counted}
