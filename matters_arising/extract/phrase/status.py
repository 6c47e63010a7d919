"""How an action stands: by the paper's own key first, then by plain words.

A wrong status is worse than none: colours mean nothing without the paper's key, and prose
counts only where it speaks of the action itself.
"""

import colorsys
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from matters_arising.extract.phrase.date import find_dates
from matters_arising.extract.phrase.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Status:
    """`value` is one of `corpus.record.STATUSES`; `words` are the printed words that decide."""

    value: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Legend:
    """A paper's key: each label, folded, with the status that its definition comes to."""

    meanings: tuple[tuple[str, str], ...] = ()

    def meaning(self, label: str) -> str | None:
        """The status behind a label of the key, or a label and a remark; None for other text."""
        spellings = (_fold(label), _fold(re.split(r"[–:(-]", label)[0]))
        told = next((value for known, value in self.meanings if known in spellings), None)
        return told or self._meaning_of_letter(spellings[0])

    def _meaning_of_letter(self, letter: str) -> str | None:
        """The status behind "G" where one label alone begins with it."""
        begun = [value for known, value in self.meanings if len(letter) == 1 and known[0] == letter]
        return begun[0] if len(begun) == 1 else None


NO_LEGEND = Legend()
_HUES = (
    (18, "red"),
    (50, "amber"),
    (68, "yellow"),
    (165, "green"),
    (260, "blue"),
    (320, "purple"),
    (360, "red"),
)
"""Greatest hue in degrees for each colour word."""
_PALEST = 0.15
_DARKEST, _LIGHTEST = 0.2, 0.95
_UNKNOWN = Status(None, None)

_UNDONE = (
    "".join(
        rf"(?<!\b{word} )"
        for word in lexicon(
            "not yet be to partially partly part nearly almost half until when once if non"
        )
    )
    + "(?:(?<!% )|(?<=100% ))"
)
"""Before "complete", words that take it back."""

_RULES: tuple[tuple[str, str], ...] = (
    (
        "complete_impact_unproven",
        rf"{_UNDONE}\b(?:completed?|done|delivered|implemented)\b.*"
        r"\b(?:needs?|yet|still|requires?|required|awaiting|pending|not)\b.*"
        r"\b(?:evidenc|impact|embed)",
    ),
    (
        "carried_over",
        r"\bcarr(?:y|ied)\s+(?:over|forward)\b(?! from)|^c/f(?:wd)?\b"
        r"|\brolled (?:over|forward)\b(?! from)"
        r"|\bdeferred to (?:the )?(?:next|phase|20\d\d)",
    ),
    ("not_started", r"\bnot\s+(?:yet\s+)?(?:started|begun|commenced)\b|\byet to (?:start|begin)\b"),
    ("on_hold", r"\bon[- ]hold\b|\bpaused\b|\bsuspended\b"),
    ("delayed", r"\bdelayed\b|\bbehind (?:schedule|plan|target)\b|\bslipp(?:ed|age)\b|\boverdue\b"),
    ("at_risk", r"(?<!not )(?<!no longer )\bat risk\b|\b(?:not on|off)[- ]track\b"),
    ("under_review", r"\breviewing\b|\b(?:under|being) review(?:ed)?\b"),
    (
        "closed",
        rf"{_UNDONE}\b(?:closed|superseded|withdrawn|cancelled|discontinued)\b"
        r"|\bno longer (?:required|needed|applicable|relevant)\b",
    ),
    ("on_track", r"(?<!not )\bon[- ](?:track|target|schedule|course)\b"),
    ("complete", rf"{_UNDONE}\bcompleted?\b(?! by\b)"),
)
_COMPILED = tuple(
    (value, re.compile(pattern, re.IGNORECASE | re.DOTALL)) for value, pattern in _RULES
)
_DONE = re.compile(
    r"(?:(?:this|it) (?:has been|is|was)\s+)?(?:now )?(?:fully )?(?:done|achieved"
    r"|implemented|finished|delivered|actioned|signed off|resolved|discharged|embedded)",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"\b(?:date|deadline|timescale|target|milestone)s?\b[\w ]{0,30}\bmissed\b"
    r"|\bmissed\b[\w ]{0,20}\b(?:date|deadline|timescale|target|milestone)",
    re.IGNORECASE,
)
"""A definition of a rating that its date has not been kept."""
_ASKS_WHETHER_DONE = re.compile(
    r"(?:is it |action )?(?:completed?|done|achieved|implemented|delivered)\b[^a-z]*"
    r"(?:y/n|yes/no)?\W*",
    re.IGNORECASE,
)
"""The heading of a column that is ticked when the action is done."""
_TICK = re.compile(r"y|yes|[✓✔☑✅]", re.IGNORECASE)
_COLOUR = r"(?:dark |light |pale )?(?:red|amber|green|blue|yellow|grey|gray|purple)"
_LABEL = re.compile(rf"{_COLOUR}|[RAGBY]", re.IGNORECASE)
_MARK = re.compile(
    rf"{_COLOUR}\b.{{0,20}}|[RAGB](?:/[RAGB])?|[✓✔☑✗✘☒×]|yes|no"
    r"|open|on-?going|in (?:progress|hand)|under ?way|behind|not due",
    re.IGNORECASE,
)
"""Words and signs of a status column that need its key to be understood."""
_LONGEST_MARK = 6
"""Words in a cell that may be nothing but a status."""
_LONGEST_LABEL = 15
"""Words in a status cell beyond which it is a report in prose, and is read as one."""

_NEXT_PHASE = re.compile(
    r"(?:(?:further|remaining|outstanding|the|this|all|any) [\w ’'-]{0,30})?"
    r"\b(?:to|will|now to) be (?:included|picked up|taken forward)\s+(?:with)?in(?:to)?\s+"
    r"(?:the\s+)?next\s+(?:phase|plan|year|version)",
    re.IGNORECASE,
)
_MOVED_ON = re.compile(
    r"\b(?:this|the) (?:action|recommendation|task|objective)"
    r" (?:(?:should|would|will|is to|was to) be|is|was|has been) (?:now )?"
    r"(?:moved|deferred|transferred)"
    r" (?:in)?to (?:the )?(?:next \w+|phase \w+|20\d\d\S*)",
    re.IGNORECASE,
)
"""A decision, told in passing, that leaves the action to a later plan."""

_SUBJECT = (
    r"[\w’'-]+(?: [\w’'-]+){0,2}? (?:is|are|was|were|has been|have been|remains?)"
    r"(?: now| currently| still)?"
)
"""What opens a clause: a few words, and the verb that says how it stands."""

_OF_THE_ACTION = re.compile(
    r"(?:(?:this|the|all)\s+)?(?:action|recommendation|task|objective)s?\b[^.]*"
    r"|(?:(?:this|it) (?:has been|is|was)\s+)?(?:now\s+|fully\s+)?"
    r"(?:completed?|closed|done|actioned|discharged|on[- ]hold|not (?:yet )?started"
    r"|carried (?:over|forward)|c/f(?:wd)?|no longer (?:required|needed))"
    r"(?:\s+(?:on|in)\s+[^.]*\d{4}|\s+to (?:the )?(?:next|following) \w+)?"
    rf"|{_SUBJECT} (?:put |placed )?on[- ]hold\b[^.]*|the {_SUBJECT} under review\b[^.]*",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(
    r"(?:(?:this|it) is\s+)?(?:still\s+)?(?:on-?going|in (?:progress|hand)|under ?way|outstanding"
    r"|pending|not (?:yet )?(?:done|complete|completed|actioned)|not yet)",
    re.IGNORECASE,
)
"""A clause that leaves the action open: what was done before it is a part."""
_DATED = re.compile(r"[\s,(]+(?:(?:on|in)\s+)?$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"(?<=[a-z0-9)])\s*[.;:]\s+|\s+[–-]\s+|\n")


def read_legend(rows: Iterable[tuple[str, str]]) -> Legend:
    """A key from its rows of label and definition; rows that define no status are left out."""
    meanings = ((_fold(label), _defined(definition)) for label, definition in rows)
    return Legend(tuple((label, value) for label, value in meanings if label and value))


def _defined(definition: str) -> str | None:
    """The status that a definition comes to: keys are shorter of words than reports."""
    if value := _stated(definition.strip(" .")):
        return value
    return "delayed" if _MISSED.search(definition) else None


def name_colour(fill: str | None) -> str | None:
    """The colour word for a cell's background (`#rrggbb`): what a key would call it."""
    if fill is None:
        return None
    red, green, blue = (int(fill[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _PALEST:
        return "grey" if _DARKEST < value < _LIGHTEST else None
    return next(name for limit, name in _HUES if hue * 360 <= limit)


def read_status(
    *,
    status_text: str | None,
    update: str | None,
    due_text: str | None,
    legend: Legend = NO_LEGEND,
    heading: str = "",
) -> Status:
    """The status that a row states, with the words that say so.

    `status_text` is None where the table has no status column; only then does the update
    count, and only where it says outright how the action stands. `heading` is that column's:
    under "Complete?" a tick is an answer.
    """
    if status_text and _TICK.fullmatch(status_text) and _ASKS_WHETHER_DONE.fullmatch(heading):
        return Status("complete", status_text)
    if status_text and status_text.strip():
        return _read_label(" ".join(status_text.split()), legend)
    stated = _read_due_cell(due_text or "")
    if stated.value is None and status_text is None:
        return _read_prose(update or "")
    return stated


def is_label(text: str) -> bool:
    """Whether a text is a colour or a letter such as a key of ratings explains."""
    return bool(_LABEL.fullmatch(text.strip()))


@lru_cache(maxsize=1024)
def is_mark(text: str) -> bool:
    """Whether a text is what a status cell holds: a colour, a RAG letter, a few plain words."""
    words = text.split()
    if not 0 < len(words) <= _LONGEST_MARK:
        return False
    return bool(_MARK.fullmatch(text.strip()) or _by_words(text) or _DONE.fullmatch(text.strip()))


def _read_label(text: str, legend: Legend) -> Status:
    if len(text.split()) > _LONGEST_LABEL:
        return _read_prose(text)
    value = legend.meaning(text) or _stated(text)
    return Status(value, text) if value else _UNKNOWN


def _read_due_cell(text: str) -> Status:
    words = " ".join(text.split())
    dates = [found for found in find_dates(words) if found.start == 0]
    remark = words[dates[0].end :].strip(" ,;:–-") if dates else words
    if _NEXT_PHASE.match(remark):
        return Status("carried_over", remark)
    value = _stated(remark)
    return Status(value, remark) if value else _UNKNOWN


def _read_prose(text: str) -> Status:
    """The last clause that speaks of the action itself decides."""
    for clause in reversed(_CLAUSE_END.split(text)):
        words = " ".join(clause.split()).strip(" .")
        if moved := _MOVED_ON.search(words):
            return Status("carried_over", moved.group())
        if _LEFT_OPEN.fullmatch(words):
            return _UNKNOWN
        if _OF_THE_ACTION.fullmatch(_undated(words)) and (value := _stated(words)):
            return Status(value, words)
    return _UNKNOWN


def _stated(text: str) -> str | None:
    """The status that a label or a clause of the action states, with or without its date."""
    if value := _by_words(text):
        return value
    return "complete" if _DONE.fullmatch(_undated(text).rstrip(".")) else None


def _undated(text: str) -> str:
    """The words without the day or month that they end in."""
    dates = find_dates(text)
    if not dates or not dates[-1].start or text[dates[-1].end :].strip(" .)"):
        return text
    return _DATED.sub("", text[: dates[-1].start])


@lru_cache(maxsize=1024)
def _by_words(text: str) -> str | None:
    """The status that plain words state; None where they state none, or leave it open."""
    found = [value for value, pattern in _COMPILED if pattern.search(text)]
    if {"on_track", "complete"} <= set(found):
        return None
    if {"delayed", "complete"} <= set(found):
        return "complete"
    return found[0] if found else None


def _fold(label: str) -> str:
    return " ".join(re.findall(r"\w+", label.lower()))
