"""Whether a row at the top of a page is the rest of the row at the foot of the last.

No single sign decides. Each column gives evidence, weighed below; a split is joined when
the signs agree, kept apart when they do not, and kept apart with a doubt in between.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matters_arising.extract.reader.flow import ended_early
from matters_arising.extract.table.header import name_columns
from matters_arising.extract.table.mark import FIGURE, REF
from matters_arising.extract.table.piece import CellPiece

JOIN_FROM = 2.0
"""Evidence from here up joins; from nothing up to here it is doubtful."""

LACKING, MOST_LACKING = 0.9, 2
"""What a blank says in a column that every other row fills, and how many of them say it."""

CLOSED = re.compile(r"[.!?:;][\"'’”)]?$")
DATE = re.compile(r"\b(?:19|20)\d\d\b|^(?:asap|ongoing|tbc|monthly|quarterly|annually)$", re.I)


@dataclass(frozen=True, slots=True)
class Join:
    """The verdict, and the doubt to tell the reader where it was close."""

    joined: bool
    doubt: str | None


Pair = tuple[int, CellPiece | None, CellPiece]
"""A column, the cell above the page break and the cell below it."""


def judge_join(
    pairs: Sequence[Pair],
    header: Sequence[str],
    *,
    open_break: bool,
    usual: frozenset[int] = frozenset(),
) -> Join:
    """Weigh whether the cells below a page break continue those above it.

    `open_break`: no rule closes the row at the foot of the page or opens the next.
    `usual` are the columns in which every other row says something.
    """
    key = _key_evidence(pairs)
    if key > 0 and 0 in usual:
        key += 0.5
    lacking = sum(column in usual and not lower.lines for column, _, lower in pairs if column)
    evidence = key + LACKING * min(lacking, MOST_LACKING)
    evidence += (2.0 if open_break else 0.0) + sum(_evidence(*p[1:]) for p in pairs)
    if _starts_sub_row(pairs, header):
        evidence -= 4.0
    if evidence >= JOIN_FROM:
        return Join(joined=True, doubt=None)
    if evidence >= 0 and key > 0:
        return Join(joined=False, doubt="a row here may continue the one on the page before")
    return Join(joined=False, doubt=None)


def _key_evidence(pairs: Iterable[Pair]) -> float:
    """The first column names the row: blank, it speaks for a join; a ref, against."""
    first = min(pairs, key=lambda pair: pair[0])
    text = first[2].text.strip()
    if not text:
        return 2.0 if first[1] is None or first[1].lines else 0.5
    return -6.0 if REF.match(text) else 0.0


def _evidence(upper: CellPiece | None, lower: CellPiece) -> float:
    """What one column says: does the text below go on from the text above?"""
    if not lower.lines:
        return 0.0
    if upper is None or not upper.lines:
        return -3.0
    first, last = lower.lines[0], upper.lines[-1]
    if FIGURE.match(first.text) and FIGURE.match(last.text):
        return -2.0
    begins_low = first.text[0].islower() or first.text[0] in ",;)&"
    if CLOSED.search(last.text):
        filled = last.box[3] > upper.box[3] - last.size
        return 1.0 if begins_low else 0.25 if filled else -0.25
    if begins_low:
        return 2.5
    right = upper.box[2] - 4.0
    return -0.5 if ended_early(last, first, last.box[0], right) else 1.0


def _is_whole(upper: CellPiece) -> bool:
    """Whether no bracket is left open where the page ends."""
    return upper.text.count("(") <= upper.text.count(")")


def _starts_sub_row(pairs: Iterable[Pair], header: Sequence[str]) -> bool:
    """A full date above and another below: two lines of one action, not one split line."""
    fields = name_columns(header)
    for column, upper, lower in pairs:
        if column < len(fields) and fields[column] == "due" and upper is not None:
            return bool(DATE.search(upper.text) and DATE.search(lower.text) and _is_whole(upper))
    return False
