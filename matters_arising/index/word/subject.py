"""What each paper is about: the words of its name, and those that stand all through it."""

import math
from collections.abc import Iterator, Sequence

from matters_arising.corpus.held import PaperMatches
from matters_arising.index.word.term import Subject, stem_list

HALF_ABOUT = 0.03
"""A paper with a word in this share of its passages is half about it."""

LEAST = 0.1
"""A paper that is less about a word than this is not about it."""


def find_subjects(term: str, counts: Sequence[PaperMatches], papers: int) -> Iterator[Subject]:
    """The papers, of so many held, that are about a term, by how many passages hold it.

    A word that every paper has is no paper's subject; nor is one that stands here and there,
    unless the paper is called by it.
    """
    words = stem_list(term)
    called = {c.paper for c in counts if set(words) <= set(stem_list(c.names))}
    for count in counts:
        often = count.matches / count.passages
        share = _telling(len(counts), papers) * often / (often + HALF_ABOUT)
        if count.paper in called:
            share = max(share, _telling(len(called), papers))
        if share >= LEAST:
            yield from (Subject(count.paper, word, share) for word in words)


def _telling(having: int, papers: int) -> float:
    """How well a word that so many of the papers have tells them apart: 1 for one alone."""
    return 1 - math.log(having) / math.log(papers) if papers > 1 else 0.0
