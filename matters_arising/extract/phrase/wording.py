"""What a figure measures, in the words of its own sentence."""

import re
from collections.abc import Sequence

from matters_arising.extract.phrase.lexicon import any_of
from matters_arising.extract.phrase.number import Figure
from matters_arising.extract.phrase.period import Period
from matters_arising.extract.phrase.trend import DOWN, UP

_BREAK_BEFORE = re.compile(
    r"[;:•]|\s[–-]\s|,?\s(?:whereas|although|but|however|despite|while|whilst)\b"
    r"|(?:,|\sand)\s(?=(?:this|it|these|they|which)\b)",
    re.IGNORECASE,
)
_BREAK_AFTER = re.compile(
    r"[;:•()]|\s[–-]\s|,\s|\.\s|\s(?:whereas|although|but|however|which is|compared|so|this is)\s"
    r"|\sand (?:this|it|has|is|are|was|were)\s",
    re.IGNORECASE,
)
_ADVERBS = (
    r"(?:(?:also|now|since|nevertheless|significantly|slightly|steadily|further|been|continued to"
    r"|slight|significant|small|large|marked|seen|shown|an?)\s+)*"
)
_AUXILIARY = any_of("has have had is are was were with to")
_MOVE = re.compile(
    rf"[,\s]*\b(?:{_AUXILIARY}\s+)?{_ADVERBS}\b(?:{UP}|{DOWN}|ranged)\b", re.IGNORECASE
)
_MOVE_IN = re.compile(rf"^.*?\b(?:{UP}|{DOWN})\s+(?:in|of)\s+(?=\w+\s+\w+)", re.IGNORECASE)
_LINK_WORDS = any_of(
    "is are was were has have been at of to from by stands? remains? high low average total",
    "equates represents? just only over under above around about approximately least up excess",
    "more than in an a with",
)
_LINK = re.compile(rf"\s*\b{_LINK_WORDS}\s*$", re.IGNORECASE)
_LEADING_WORDS = any_of(
    "and or but with that which of to by in the a an our overall respectively total only just so",
    "as average while although despite",
)
_LEADING_PHRASES = (
    r"there (?:are|were|was|is|has been|have been|will be)|it showed|on average|performance on"
    r"|we(?: have| had| are| were)?(?: also| now| currently)?"
    r"|(?:percentage|proportion|number|share|rate) of"
)
_LEAD = re.compile(
    rf"^(?:[\s,.;:()•–-]+|(?:{_LEADING_PHRASES}|{_LEADING_WORDS})\b)\s*", re.IGNORECASE
)
_TRAILING_WORDS = any_of(
    "and or with of to by in for from at the a an has have had is are was were only which that as",
    "also been on over",
)
_TAIL = re.compile(rf"(?:[\s,.;:()–-]+|\b(?:of these|of those|{_TRAILING_WORDS}))$", re.IGNORECASE)
_PRONOUN = re.compile(
    r"^\W*(?:this|it|these|they|those)\b(?:\s+(?:figure|percentage)s?\b)?", re.IGNORECASE
)
_OF_THESE = re.compile(r"^\s*(?:of|%)? ?of (?:these|those|them)\b", re.IGNORECASE)
_OF_THOSE = re.compile(r"\bof (?:these|those|them)\W*$", re.IGNORECASE)
_TIME_LINK = re.compile(
    r"\b(?:in|for|during|at|by|since|as of|as at|to date)\s*(?:the\s*)?$", re.IGNORECASE
)
_SHARE = re.compile(r"\s*\(+[\d.]+\s?%\)+")
"""A share in brackets after its count."""
_ONLY_MOVE = re.compile(rf"\s*({UP}|{DOWN})\W*", re.IGNORECASE)
_BY_MOVE = re.compile(rf"\b({UP}|{DOWN})\s+of\s*$", re.IGNORECASE)
_ENOUGH_WORDS = 2
"""Words after a figure that can say what it measures."""


def word_measure(
    sentence: str,
    index: int,
    figures: Sequence[Figure],
    periods: Sequence[Period],
    earlier: str | None,
) -> str:
    """The words that say what `figures[index]` measures.

    A figure in brackets is worded by what stands before it, one that a movement starts
    from or ends at by the thing that moved, any other by what follows it. A pronoun stands
    for `earlier`, what the figure before measured.
    """
    figure = figures[index]
    spans = [(f.start, f.end) for f in figures] + [_with_link(sentence, p) for p in periods]
    bracket = _bracket_around(sentence, figure.start)
    before = _before(sentence, figure.start if bracket is None else bracket, spans)
    share = _SHARE.match(sentence, figure.end)
    after = _after(sentence, share.end() if share else figure.end, figures, spans)
    if bracket is not None:
        closing = sentence.find(")", figure.end)
        beyond = _after(sentence, len(sentence) if closing < 0 else closing + 1, figures, spans)
        chosen = _word_bracketed(before, after, beyond, earlier)
    elif sentence[figure.start : figure.end].lower() == "twice":
        chosen = before
    else:
        chosen = _word_open(before, after, earlier if index else None)
    if earlier and _PRONOUN.match(chosen):
        chosen = _PRONOUN.sub(lambda _: earlier, chosen, count=1)
    return _tidy(chosen) or earlier or _tidy(sentence)


def _word_bracketed(before: str, after: str, beyond: str, earlier: str | None) -> str:
    if _OF_THESE.match(after):
        return f"{earlier or before} {_OF_THESE.sub('', after)}"
    if not _tidy(before):
        return beyond
    if after.startswith(" of "):
        return f"{before} {after}"
    return after if len(_tidy(after).split()) >= _ENOUGH_WORDS else before


def _word_open(before: str, after: str, earlier: str | None) -> str:
    """By a part of what went before ("of these"), by the thing that moved, or by what follows."""
    if _OF_THESE.match(after):
        told_here = len(before.split()) > _ENOUGH_WORDS and not _PRONOUN.match(before)
        return f"{earlier or (_mover(before) if told_here else '')} {_OF_THESE.sub('', after)}"
    if _OF_THOSE.search(before) and earlier:
        return f"{earlier} {after}"
    if (only_move := _ONLY_MOVE.fullmatch(after)) and earlier:
        return f"{only_move[1]} in {earlier}"
    if by_move := _BY_MOVE.search(before):
        return f"{by_move[1]} {after}"
    if _LINK.search(before) and _MOVE.search(before) and (moved := _mover(before)):
        return moved
    if _LINK.search(before) and _MOVE.search(before) and earlier:
        return earlier
    if len(_tidy(after).split()) >= _ENOUGH_WORDS:
        return after
    return f"{_without_links(before)} {after}"


def _bracket_around(sentence: str, position: int) -> int | None:
    opened = sentence.rfind("(", 0, position)
    return opened if opened > sentence.rfind(")", 0, position) else None


def _with_link(sentence: str, period: Period) -> tuple[int, int]:
    link = _TIME_LINK.search(sentence[: period.start])
    return (link.start() if link else period.start, period.end)


def _before(sentence: str, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """The clause up to `end`, or the clause before it where nothing else stands in it."""
    starts = [0, *(m.end() for m in _BREAK_BEFORE.finditer(sentence[:end]))]
    closed = sentence.rfind(")", 0, end) + 1
    last_figure = max((span_end for _, span_end in spans if span_end <= end), default=0)
    anew = _cut_out(sentence, last_figure, end, spans)
    if len(_tidy(_mover(anew)).split()) > _ENOUGH_WORDS:
        return anew
    for start in reversed(starts):
        text = _cut_out(sentence, max(start, closed), end, spans)
        if _tidy(text):
            return text
    return ""


def _after(
    sentence: str, start: int, figures: Sequence[Figure], spans: Sequence[tuple[int, int]]
) -> str:
    """What follows `start`, to the end of the clause or to the next figure."""
    end = min((f.start for f in figures if f.start >= start), default=len(sentence))
    text = re.sub(r"^\s*,", " ", _cut_out(sentence, start, end, spans))
    found = _BREAK_AFTER.search(text)
    return text[: found.start()] if found else text


def _cut_out(sentence: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """The stretch of the sentence without the spans in it."""
    kept, position = [], start
    for span_start, span_end in sorted(spans):
        if span_end <= position or span_start >= end:
            continue
        kept.append(sentence[position : max(position, span_start)])
        position = min(end, span_end)
    kept.append(sentence[position:end])
    return "".join(kept)


def _mover(before: str) -> str:
    """The thing that moved: the subject of the movement, or what the increase is in."""
    move = _MOVE.search(before)
    if move is None:
        return _without_links(before)
    subject = before[: move.start()]
    if _tidy(subject):
        return subject
    inside = _MOVE_IN.sub("", before)
    return _without_links(inside) if inside != before else ""


def _without_links(text: str) -> str:
    while (shorter := _LINK.sub("", text)) != text:
        text = shorter
    return text


def _tidy(text: str) -> str:
    words = " ".join(text.split())
    while (shorter := _TAIL.sub("", _LEAD.sub("", words))) != words:
        words = shorter
    return words
