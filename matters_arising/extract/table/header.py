"""What a table's columns are for, told by their headings."""

import re
from collections.abc import Sequence
from functools import lru_cache

LEXICON: dict[str, tuple[str, ...]] = {
    "ref": (
        "ref",
        "ref no",
        "reference",
        "no",
        "number",
        "item",
        "item no",
        "action no",
        "action ref",
        "id",
        "minute",
        "minute no",
        "minute ref",
        "rec no",
        "#",
    ),
    "action": (
        "action",
        "actions",
        "action required",
        "action agreed",
        "agreed action",
        "action point",
        "actions to be taken",
        "recommendation",
        "recommendations",
        "objective",
        "task",
        "tasks",
        "what we will do",
        "what will we do",
        "what we are going to do",
        "activity",
        "activities",
        "key action",
        "key actions",
        "improvement action",
        "specific action",
        "planned action",
        "proposed action",
        "issue raised",
        "what needs to be done",
        "what do we need to do",
        "actions required",
        "step",
        "steps",
        "mitigating action",
    ),
    "owner": (
        "owner",
        "action owner",
        "lead",
        "lead officer",
        "lead person",
        "responsible",
        "responsible officer",
        "responsible person",
        "person responsible",
        "responsibility",
        "accountable",
        "accountable person",
        "accountable officer",
        "by whom",
        "who",
        "assigned to",
        "assignee",
        "team member",
        "officer",
        "lead responsibility",
        "who will do it",
        "who is responsible",
        "whom",
        "action by",
        "risk owner",
        "lead service",
        "owned by",
    ),
    "due": (
        "due",
        "due by",
        "due date",
        "by when",
        "when",
        "deadline",
        "timescale",
        "timescales",
        "time",
        "timeframe",
        "target date",
        "complete by",
        "completion date",
        "date due",
        "completed by",
        "date for completion",
        "to be completed by",
        "end date",
        "target",
        "date",
        "implementation date",
    ),
    "status": (
        "status",
        "rag",
        "rag rating",
        "rag status",
        "rating",
        "action rating",
        "current status",
        "progress rating",
        "brag",
        "brag rating",
        "state",
        "complete",
        "completed",
    ),
    "update": (
        "update",
        "progress",
        "progress update",
        "update on progress",
        "progress to date",
        "update on progress to date",
        "latest update",
        "current position",
        "response",
        "comments",
        "comment",
        "commentary",
        "notes",
        "outcome to date",
        "what we have done",
        "position",
        "progress and next steps",
        "latest position",
        "where we are",
        "what has been done",
        "what has happened",
    ),
}
"""Field of a record → the headings that committees print over it."""


def plain_words(heading: str) -> list[str]:
    """A heading's lower-case words, without brackets and signs."""
    return re.sub(r"\(.*?\)|[^a-z# ]", " ", heading.lower()).split()


@lru_cache(maxsize=1024)
def stem_heading(heading: str) -> str:
    """A heading's plain words without their plural s: alike where two say the same."""
    return " ".join(w if len(w) < 4 else w.removesuffix("s") for w in plain_words(heading))


LONGEST_HEADING = 6
"""Words in a heading that may be told by a part of it."""

TELLING = {
    "status": re.compile(r"\b(?:b?rag|rating|status)\b"),
    "due": re.compile(r"\b(?:by when|deadline|timescale|(?:target|due|completion) date)\b"),
    "owner": re.compile(r"^lead\b|\b(?:responsible|responsibility|accountable|owner)\b"),
    "update": re.compile(
        r"^(?:progress|update|latest|position (?:at|as|on)|where (?:we|things) (?:are|stand))\b"
        r"|\bprogress$"
    ),
    "action": re.compile(r"^(?:\w+ ){1,3}actions?$|^actions? (?:to|we|needed)\b"),
}
"""Field → what in an unlisted heading tells it."""

TURNING = ("status", "update")
"""Fields of which a table may hold what was said before beside what is said now."""

PAST = re.compile(r"\b(?:previou|previous|prior|last|earlier|original|old|initial)\b")
"""What a stemmed heading says of something that no longer holds."""

LABELLED = re.compile(r"(?P<label>[A-Z][\w &/’'-]{2,40}?)\s*:\s*(?P<rest>\S.*)", re.S)
"""A label and its text: "Progress: two cohorts have been trained"."""

FIELDS = {
    stem_heading(heading): field for field, headings in LEXICON.items() for heading in headings
}


@lru_cache(maxsize=1024)
def name_column(heading: str) -> str | None:
    """The field a column fills (`ref`, `action`, `owner`, `due`, `status`, `update`).

    None where the heading is not one we know: such a column is kept under its own name.
    """
    known = FIELDS.get(stem_heading(heading))
    words = plain_words(heading)
    if known or len(words) > LONGEST_HEADING:
        return known
    plain = " ".join(words)
    return next((field for field, tells in TELLING.items() if tells.search(plain)), None)


def name_columns(header: Sequence[str]) -> tuple[str | None, ...]:
    """The field of each column; a field claimed twice goes to the better claim.

    "Action" beside "Action by" is no double claim; "Objective" beside "Actions" is, and
    the one that says action wins, the other keeping its own name.
    """
    fields = [name_column(heading) for heading in header]
    for field in LEXICON:
        claims = [i for i, claimed in enumerate(fields) if claimed == field]
        if len(claims) < 2:
            continue
        for loser in sorted(claims, key=lambda i: _claim(header, i, field))[1:]:
            fields[loser] = None
    return tuple(fields)


def _claim(header: Sequence[str], column: int, field: str) -> tuple[bool, bool, int, int]:
    """Lower is better: of how things stand now, with the field's plain name, the shortest.

    Of numbered ones ("Status Q1", "Status Q2") the last says how things stand.
    """
    words = stem_heading(header[column])
    turning = field in TURNING
    numbered = turning and any(map(str.isdigit, header[column]))
    past = turning and bool(PAST.search(words))
    return past, field not in words, len(words), -column if numbered else column


def count_known(texts: Sequence[str]) -> int:
    """How many of the texts are headings we know."""
    return sum(stem_heading(text) in FIELDS for text in texts)


def read_labelled(text: str) -> tuple[str, str] | None:
    """The field that a text's own label names, and what follows it; None where none does."""
    if ":" not in text:
        return None
    found = LABELLED.fullmatch(text.strip())
    field = name_column(found["label"]) if found else None
    return (field, found["rest"]) if found and field else None
