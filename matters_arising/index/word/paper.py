"""What each paper is about: the words of its name, and those that stand all through it."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from matters_arising.corpus.held import PaperMatches
from matters_arising.index.word.term import stem_list

HALF_ABOUT = 0.03
"""A paper with a word in this share of its passages is half about it."""

LEAST = 0.1
"""A paper that is less about a word than this is not about it."""


def find_papers(
    matches: Iterable[tuple[str, Sequence[PaperMatches]]], papers: int
) -> Mapping[str, Mapping[str, float]]:
    """For each paper, by its id, the stems of the terms it is about, and how far, from 0 to 1.

    `matches` are the terms, each with the papers that hold it, of so many in the library. A
    word that every paper has is no paper's subject; nor is one that stands here and there,
    unless the paper is called by it.
    """
    about: dict[str, dict[str, float]] = {}
    for term, counts in matches:
        for paper, share in _shares(term, counts, papers):
            about.setdefault(paper, {}).update(dict.fromkeys(stem_list(term), share))
    return about


def _shares(term: str, counts: Sequence[PaperMatches], papers: int) -> Iterator[tuple[str, float]]:
    """The papers that are about a term, and how far."""
    words = set(stem_list(term))
    called = {count.paper for count in counts if words <= set(stem_list(count.names))}
    telling = _telling(len(counts), papers)
    for count in counts:
        often = count.matches / count.passages
        share = telling * often / (often + HALF_ABOUT)
        if count.paper in called:
            share = max(share, _telling(len(called), papers))
        if share >= LEAST:
            yield count.paper, share


def _telling(having: int, papers: int) -> float:
    """How well a word that so many of the papers have tells them apart: 1 for one alone."""
    return 1 - math.log(having) / math.log(papers) if having and papers > 1 else 0.0
