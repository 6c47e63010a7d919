"""Two questions in one: where the second begins, and the second asked by itself."""

import re

from matters_arising.index.question.telling import telling_words

_JOINED = re.compile(
    r"(?:[,;&?]|\band\b)\s*(?:and )?(?:(?:by|at|in|for|of|to|with|from|on|above|below|over|under"
    r"|until|since|about|after) )?"
    r"(?=(?:who|whom|what|when|why|which|how|where)\b"
    r"|(?:did|do|does|is|are|was|were|has|have|had)"
    r" (?:it|they|he|she|we|that|this|the|any|some|all|either|both)\b)",
    re.I,
)
_ASKS = re.compile(
    r"\b(?:is|are|was|were|did|do|does|has|have|had|who|what|when|why|which|how|where)\b", re.I
)


def first_asked(question: str) -> str:
    """The first of two questions in one, or the whole.

    Who can say whether a motion was carried should, though the papers give no votes.
    """
    joined = _split(question)
    return question[: joined.start()] if joined else question


def then_asked(question: str) -> str | None:
    """The second of two questions in one, each with a subject or of the same; None for one."""
    joined = _split(question)
    if joined is None or not telling_words(question[: joined.start()]):
        return None
    then = re.sub(r"^(?:[,;&?]|and)\s*(?:and )?", "", question[joined.start() :], flags=re.I)
    return then.rstrip(" ?.") or None


def _split(question: str) -> re.Match[str] | None:
    joined = _JOINED.search(question)
    return joined if joined and _ASKS.search(question[: joined.start()]) else None
