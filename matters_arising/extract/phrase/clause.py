"""The words round a figure, cut from its sentence: the clause before it and the one after."""

import re
from collections.abc import Sequence
from functools import lru_cache

from matters_arising.extract.phrase.lexicon import any_of
from matters_arising.extract.phrase.number import Figure
from matters_arising.extract.phrase.period import Period
from matters_arising.extract.phrase.trend import DOWN, UP, may_move

_BREAK_BEFORE = re.compile(
    r"[;:•]|\s[–-]\s|,?\s(?:whereas|although|but|however|despite|while|whilst)\b"
    r"|(?:,|\sand)\s(?=(?:this|it|these|they|which)\b)",
    re.IGNORECASE,
)
_BREAK_AFTER = re.compile(
    r"[;:•()]|\s[–-]\s|,\s|\.\s|\s(?:whereas|although|but|however|which is|compared|so|this is)\s"
    r"|\s(?:against|out of)\s"
    r"|\sand (?:this|it|has|is|are|was|were)\s",
    re.IGNORECASE,
)
_ADVERBS = (
    r"(?:(?:also|now|since|nevertheless|significantly|slightly|steadily|further|been|continued to"
    r"|slight|significant|small|large|marked|seen|shown|an?)\s+)*"
)
_AUXILIARY = any_of("has have had is are was were with to")
MOVE = re.compile(
    rf"[,\s]*\b(?:{_AUXILIARY}\s+)?{_ADVERBS}\b(?:{UP}|{DOWN}|ranged)\b", re.IGNORECASE
)
_MOVE_IN = re.compile(rf"^.*?\b(?:{UP}|{DOWN})\s+(?:in|of)\s+(?=\w+\s+\w+)", re.IGNORECASE)
_LINK_WORDS = any_of(
    "is are was were has have been at of to from by stands? remains? high low average total",
    "equates represents? just only over under above around about approximately least up excess",
    "more than in an a with",
)
LINK = re.compile(rf"\s*\b{_LINK_WORDS}\s*$", re.IGNORECASE)
_LAST_LINK = re.compile(rf"\b{_LINK_WORDS}$", re.IGNORECASE)
_LONGEST_LINK = len("approximately")
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
_TIME_LINK = re.compile(
    r"\b(?:in|for|during|at|by|since|as of|as at|to date)\s*(?:the\s*)?$", re.IGNORECASE
)
ENOUGH_WORDS = 2
"""Words after a figure that can say what it measures."""
_AGO = re.compile(
    r"\s*(?:an?|one|the|each|every|per)\s+(?:year|quarter|month|week|day)\b"
    r"(?:\s+(?:earlier|before|ago|previously|on average)\b)?",
    re.IGNORECASE,
)
"""Words after a figure that only say when or how often."""
_OUT_OF = re.compile(r"\s*(?:out\s+)?of\s+(?:(?:the|these|those|our|all)\s+)?", re.IGNORECASE)


def find_bracket(sentence: str, position: int) -> int | None:
    """Where the bracket opens that the position lies in; None outside of brackets."""
    opened = sentence.rfind("(", 0, position)
    return opened if opened > sentence.rfind(")", 0, position) else None


def with_link(sentence: str, period: Period) -> tuple[int, int]:
    """Start and end of a time together with the word that links it: "in March"."""
    link = _TIME_LINK.search(sentence[: period.start])
    return (link.start() if link else period.start, period.end)


def words_before(sentence: str, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """The clause up to `end`, or the clause before it where nothing else stands in it."""
    starts = [0, *(m.end() for m in _BREAK_BEFORE.finditer(sentence[:end]))]
    closed = sentence.rfind(")", 0, end) + 1
    last_figure = max((span_end for _, span_end in spans if span_end <= end), default=0)
    anew = _cut_out(sentence, last_figure, end, spans)
    if len(tidy_words(find_mover(anew)).split()) > ENOUGH_WORDS:
        return anew
    for start in reversed(starts):
        text = _cut_out(sentence, max(start, closed), end, spans)
        if tidy_words(text):
            return text
    return ""


def words_after(
    sentence: str, start: int, figures: Sequence[Figure], spans: Sequence[tuple[int, int]]
) -> str:
    """What follows `start`, to the end of the clause or to the next figure."""
    following = [f for f in figures if f.start >= start]
    if following and _OUT_OF.fullmatch(sentence, start, following[0].start):
        start = following.pop(0).end  # "12 of the 15 schools": what is counted follows both
    end = following[0].start if following else len(sentence)
    text = re.sub(r"^\s*,", " ", _without_ago(_cut_out(sentence, start, end, spans)))
    found = _BREAK_AFTER.search(text)
    return text[: found.start()] if found else text


def _without_ago(text: str) -> str:
    found = _AGO.match(text)
    return text[found.end() :] if found else text


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


def find_mover(before: str) -> str:
    """The thing that moved: the subject of the movement, or what the increase is in."""
    move = MOVE.search(before) if may_move(before) else None
    if move is None:
        return without_links(before)
    subject = before[: move.start()]
    if tidy_words(subject):
        return subject
    inside = _MOVE_IN.sub("", before)
    return without_links(inside) if inside != before else ""


def without_links(text: str) -> str:
    """The text without the verbs and prepositions that it ends in."""
    kept = text.rstrip()
    while link := _LAST_LINK.search(kept, max(len(kept) - _LONGEST_LINK, 0)):
        text = kept = kept[: link.start()].rstrip()
    return text


@lru_cache(maxsize=512)
def tidy_words(text: str) -> str:
    """The text without the small words and marks around it."""
    words = " ".join(text.split())
    while (shorter := _TAIL.sub("", _LEAD.sub("", words))) != words:
        words = shorter
    return words
