"""The second of two questions in one: its answer, or that the papers do not give one."""

from collections.abc import Sequence

from matters_arising.index.answer import say
from matters_arising.index.answer.citation import cite_evidence
from matters_arising.index.answer.draft import CITED, Draft
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.answer.refusal import Support
from matters_arising.index.question.telling import telling_words
from matters_arising.index.word.term import stems

NEAR_BEST = 0.7
"""Of the sentences this good beside the best, that with most of the rest's own words is told."""


def tell_rest(draft: Draft, rest: str, support: Support, ranked: Sequence[Evidence]) -> Draft:
    """A draft with the best sentence for the rest of a question, unless it has one already.

    `support` and `ranked` are those of the rest, asked of the same subject.
    """
    if not support.answers or not ranked:
        return Draft(f"{draft.text} No answer was found to “{rest}”.", draft.citations)
    own = stems(" ".join(telling_words(rest)))
    good = [item for item in ranked if item.score >= NEAR_BEST * ranked[0].score]
    best = max(good, key=lambda item: len(own & stems(item.text)))
    if _squash(best.text) in _squash(draft.text):
        return draft
    cited = cite_evidence(best)
    quote = f"{say.quoted(best.text)} ({say.say_source(cited)})."
    return Draft(f"{draft.text} {quote}", (*draft.citations[: CITED - 1], cited))


def _squash(text: str) -> str:
    return "".join(text.split())
