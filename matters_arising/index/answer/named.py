"""The proper names in a question, and the papers that have them.

What is asked of Ashby is not answered by a paper that never speaks of Ashby, however much it
says of the matter. The paper as a whole has to have the name, and no one passage: a name is
printed once and then meant.
"""

import re
from dataclasses import dataclass

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.paper import Paper
from matters_arising.index.question.cue import MONTH
from matters_arising.index.question.reading import Question
from matters_arising.index.word.term import stems

_NAME = re.compile(r"(?<=[\w,&/-] )[A-Z][a-z]{2,}\b")
"""A word with a capital that begins no sentence; words all in capitals are short forms."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names a question uses, each with the ids of the papers that have it."""

    papers: tuple[tuple[str, frozenset[str]], ...] = ()

    def are_in(self, paper: Paper) -> bool:
        """Whether a paper has every name, in its text or its title."""
        titled = stems(paper.title)
        return all(paper.id in held or stems(name) <= titled for name, held in self.papers)

    @property
    def unheld(self) -> tuple[str, ...]:
        """Names that no paper has in its text."""
        return tuple(name for name, held in self.papers if not held)


def find_names(question: Question, catalogue: Catalogue) -> Names:
    """The names in a question, as the papers spell them."""
    printed = dict(question.respelt)
    typed = (match.group().lower() for match in _NAME.finditer(question.text))
    names = dict.fromkeys(printed.get(name, name) for name in typed)
    asked = (name for name in names if name in question.terms and not MONTH.match(name))
    return Names(tuple((name, catalogue.papers_with(f'"{name}"')) for name in asked))
