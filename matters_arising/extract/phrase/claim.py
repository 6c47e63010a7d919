"""How a figure is claimed: as a result, an earlier result or a target, and which way it moved."""

import re
from collections.abc import Sequence

from matters_arising.extract.phrase.number import Figure
from matters_arising.extract.phrase.period import Period
from matters_arising.extract.phrase.trend import DOWN, UP, find_moves

_PROMISING_HEADING = re.compile(
    r"what (?:we|you) will see|what (?:good|success) (?:will )?looks? like"
    r"|success (?:criteria|measures?)|outcomes? (?:sought|we want)|\btargets?$"
    r"|\b(?:target|intended|desired|expected|anticipated) |\bwe (?:will|want to) achieve\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:(?P<actual>latest|actual|current|result)|(?P<target>target|floor|goal)"
    r"|(?P<baseline>previous|prior|baseline))\s*:\s*$|\((?P<bracketed>target|goal)\s*:?\s*$",
    re.IGNORECASE,
)
"""A figure set out with its label, as on a performance card."""
_TARGET_BEFORE = re.compile(
    r"\b(?:target|goal|ambition|aim)s?\s+"
    r"(?:is|was|of|are|to be|for [^.;]{0,60}?(?:is|was|of))\s+[^.;,]{0,25}$"
    r"|\b(?:we want|aim(?:s|ing)? to|want to|should be|must be|would have|will have|will be"
    r"|plans? to)\b(?:[^.;]|\.\d){0,60}$",
    re.IGNORECASE,
)
_TARGET_AFTER = re.compile(
    r"^(?:(?!\b(?:who|which|that|have|has|had|were|was|are|is)\b)[^.;,])*?"
    r"\b(?:will|would|to be (?:held|delivered|achieved|completed|recruited|appointed))\b"
    r"|^\s*(?:target|\(?projected)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\bfrom\s+(?:(?:a|an|the|only|just|about|around|approximately|over|under|average of)\s+)*$",
    re.IGNORECASE,
)
_CONTRASTED = re.compile(
    r"\b(?:whereas|compared (?:to|with)|against|last year['’]s|(?:low|high|peak) of)\b"
    r"(?:(?!\bis\b)[^.;,])*$",
    re.IGNORECASE,
)
_THEN_MOVED = re.compile(
    rf"\b(?:this|it|which|these)\b[^.;]*\b(?:{UP}|{DOWN})\s+to\s+\S*\s*$", re.IGNORECASE
)
_AGAINST_TARGET = re.compile(r"\b(?:target|budget|plan|goal)\b[^.;,]{0,20}$", re.IGNORECASE)
_TO = re.compile(r"\bto\s+\S*\s*$", re.IGNORECASE)
_MONTH_NAMED = re.compile(r"\bin [A-Z]\w+( \d{4})?")
_COORDINATED = re.compile(r"^[\s,]*(?:and|to|rising to|then)?[\s,]*$", re.IGNORECASE)
_JUST_BEFORE = re.compile(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\s+(?:of|by)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_LINKED = re.compile(r"\b(?:to|by|at|from|of|with)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_JUST_AFTER = re.compile(rf"^\s*(?:\w+\s+)?(?:(?P<up>{UP})|(?P<down>{DOWN}))\b", re.IGNORECASE)


def promises_results(heading: str) -> bool:
    """What stands under the heading is wanted, not yet reached."""
    return bool(_PROMISING_HEADING.search(heading))


def read_kind(sentence: str, figures: Sequence[Figure], index: int, period: Period | None) -> str:
    """`actual`, `baseline` or `target`, by the words around `figures[index]`."""
    figure = figures[index]
    before, after = sentence[: figure.start], sentence[figure.end :]
    if labelled := _LABEL.search(before):
        kinds = ("actual", "baseline", "target")
        return next((kind for kind in kinds if labelled[kind]), "target")
    if _is_start(sentence, figure) or _CONTRASTED.search(before):
        return "target" if _AGAINST_TARGET.search(before) else "baseline"
    if _TARGET_BEFORE.search(before) or _TARGET_AFTER.search(after):
        return "target"
    following = figures[index + 1] if index + 1 < len(figures) else None
    if following and period and _THEN_MOVED.search(sentence[figure.end : following.start]):
        return "actual" if _is_end(before) else "baseline"
    return "actual"


def _is_start(sentence: str, figure: Figure) -> bool:
    """The figure that a movement starts from."""
    return bool(_FROM.search(sentence[: figure.start]) and find_moves(sentence))


def _is_end(before: str) -> bool:
    """What stands before a figure makes it the one that a movement ends at."""
    return bool(_TO.search(before) and find_moves(before))


def read_direction(
    sentence: str, figures: Sequence[Figure], index: int, kind: str, previous: str | None
) -> str | None:
    """Which way a figure moved; `previous` is the direction of the figure before it.

    The two figures of a pair tell it better than words, since what improves may fall.
    """
    figure = figures[index]
    before, after = sentence[: figure.start], sentence[figure.end :]
    if told := _JUST_AFTER.match(after) or _JUST_BEFORE.search(before):
        return "increase" if told["up"] else "decrease"
    moves = [
        move for move in find_moves(before) if move[1] >= _last_result(sentence, figures, index)
    ]
    if moves and (_LINKED.search(before) or (figure.unit == "percent" and kind == "actual")):
        return _against_start(sentence, figures, index) or moves[-1][0]
    between = sentence[figures[index - 1].end : figure.start] if index else "."
    return previous if _COORDINATED.match(_MONTH_NAMED.sub("", between)) else None


def _last_result(sentence: str, figures: Sequence[Figure], index: int) -> int:
    """Where the last figure before this one ends that no movement starts from; else 0."""
    results = [figure for figure in figures[:index] if not _is_start(sentence, figure)]
    return results[-1].end if results else 0


def _against_start(sentence: str, figures: Sequence[Figure], index: int) -> str | None:
    """The direction from the start of the movement, where it stands beside the figure."""
    beside = (figures[i] for i in (index - 1, index + 1) if 0 <= i < len(figures))
    start = next((figure for figure in beside if _is_start(sentence, figure)), None)
    if start is None or start.value == figures[index].value:
        return None
    return "increase" if figures[index].value > start.value else "decrease"
