"""Lines into running text: which line ends were meant, and which merely wrapped."""

import itertools
from collections.abc import Iterator, Sequence
from statistics import median

from matters_arising.extract.reader.word import Line

SLACK = 1.5
"""Points of room that may be left over before a line counts as ended on purpose."""

LOOSE = 1.3
"""Lines set this much further apart than their neighbours begin a new paragraph."""

WIDEST_LEADING = 1.75
"""Lines further apart than this many type sizes are apart on purpose."""

SHORT_WORDS = frozenset(
    {"a", "all", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "end", "for"}
    | {"had", "has", "how", "if", "in", "is", "it", "its", "key", "may", "new", "no", "not", "of"}
    | {"off", "on", "one", "or", "our", "out", "own", "per", "set", "so", "the"}
    | {"to", "two", "up", "use", "via", "was", "way", "we", "who", "you", "day", "due"}
)
"""Words of up to three letters that open a line in their own right."""


def flow_text(lines: Sequence[Line], left: float, right: float) -> str:
    """The text of `lines` set between `left` and `right`, in points.

    A line feed stands where a line ended on purpose; a space where it merely wrapped.
    """
    text = ""
    leading = usual_leading(lines)
    for previous, line in zip([None, *lines[:-1]], lines, strict=True):
        if previous is None:
            text = line.text
        elif _breaks_word(previous, line, right):
            text += line.text
        elif ends_paragraph(previous, line, left, right, leading):
            text += "\n" + line.text
        else:
            text = join_wrapped(text, line.text)
    return text


def _breaks_word(upper: Line, lower: Line, right: float) -> bool:
    """Whether a column too narrow for a word broke it: "Establishin" above "g team".

    Told by a line of one word filled to the margin, and an opening below that is no word.
    """
    rest = lower.text.split()[0]
    return (
        " " not in upper.text
        and upper.text[-1].isalpha()
        and rest.isalpha()
        and rest.islower()
        and len(rest) <= 3
        and rest not in SHORT_WORDS
        and upper.box[2] + upper.size * 0.6 > right
    )


def join_wrapped(text: str, more: str) -> str:
    """Join a line to the one that wrapped before it."""
    if not text or not more:
        return text or more
    held = text[-1] in "-/–" and len(text) > 1 and text[-2].isalnum()
    return text + ("" if held and more[0].isalnum() else " ") + more


def usual_leading(lines: Sequence[Line]) -> float | None:
    """The usual distance from line to line, in points; None for fewer than three lines."""
    steps = list(_steps(lines))
    return median(steps) if len(steps) >= 2 else None


def _steps(lines: Sequence[Line]) -> Iterator[float]:
    for upper, lower in itertools.pairwise(lines):
        if lower.page == upper.page and lower.baseline > upper.baseline:
            yield lower.baseline - upper.baseline


def ends_paragraph(
    upper: Line, lower: Line, left: float, right: float, leading: float | None
) -> bool:
    """Whether the paper begins something new at `lower`, between margins in points."""
    if lower.bulleted:
        return True
    if lower.page == upper.page and _far_apart(upper, lower, leading):
        return True
    return ended_early(upper, lower, left, right)


def _far_apart(upper: Line, lower: Line, leading: float | None) -> bool:
    step = lower.baseline - upper.baseline
    size = max(upper.size, lower.size)
    if step > WIDEST_LEADING * size:
        return leading is None or step > leading * 1.1
    return leading is not None and step > leading * LOOSE and step > size * 1.2


def ended_early(upper: Line, lower: Line, left: float, right: float) -> bool:
    """Whether the opening of `lower` would have fitted on `upper`, and was not put there."""
    space = upper.size * 0.25
    used = upper.box[2] - upper.box[0]
    centred = _is_centred(upper, left, right) and _is_centred(lower, left, right)
    room = right - left if centred else right - upper.box[0]
    return used + space + _opening(lower) + SLACK < room


def _is_centred(line: Line, left: float, right: float) -> bool:
    """Told of one line alone this proves nothing: two in a row are centred text."""
    return abs((line.box[0] + line.box[2]) / 2 - (left + right) / 2) < 2.0


def _opening(line: Line) -> float:
    """What must fit on the line above: all of a hyphened word in the middle of a sentence.

    Not every program breaks a word at its hyphen.
    """
    word, first = line.text.split(" ", 1)[0], line.opening
    if not line.text[0].islower() or "-" not in word:
        return first
    return first * len(word) / (word.index("-") + 1)
