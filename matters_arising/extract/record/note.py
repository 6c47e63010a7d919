"""An action in note form, as minute-takers write it: who is to do what, and by when.

"Clerk to write to the Board by 1 May", "Write to the Board (Clerk, by 1 May)",
"Write to the Board – J Lamp", "JL: write to the Board".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matters_arising.extract.phrase.date import find_dates
from matters_arising.extract.phrase.due import Due, read_due
from matters_arising.extract.phrase.owner import split_owners
from matters_arising.extract.phrase.title import BODIES, fold_word, is_alone, names_role
from matters_arising.extract.record.attendance import TITLED, Attendance

LONGEST_OWNER = 12
"""Words in the name of an owner."""

FARTHEST_DATE = 30
"""Characters between "by" and the date it speaks of: "by the end of the day on"."""

INITIALS = re.compile(r"[A-Z]{2,4}")
_FULL_NAME = re.compile(r"[A-Z](?:[a-z'’-][\w'’-]*|\.)?(?: [A-Z](?:[\w'’-]*[a-z]|\.?)){1,2}")
_TIME = re.compile(r"\b(?:Days?|Weeks?|Months?|Quarters?|Terms?|Years?|Phases?|Stages?)$")
"""How words in capitals end that are no name: "First Month"."""

_SMALL = re.compile(r"(?:of|for|the|and|in|to|with|&|[–-])")
_BRACKET = re.compile(r"\s*[\[(](?P<inside>[^()\[\]]{2,120})[\])]\s*\.?$")
_DASH = re.compile(r"\s*(?:[–—]|(?<=[\s.])-|-(?=\s))\s*")
_BETWEEN_NAMES = re.compile(r",|/|&|\band\b")
_COMMITTED = re.compile(
    r"^(?:the )?(?P<owner>\S.{0,100}?)\s+(?:is |are )?(?:to|will|agreed to|undertook to)\s+"
    r"(?P<deed>[a-z][a-z-]+\b.*)$",
    re.S | re.I,
)
_LABELLED = re.compile(
    r"^(?P<owner>[A-Z][^:.]{1,80}?)\s*(?::|\s[–—-]\s)\s*(?P<deed>\S.{5,})$", re.S
)
_BY = re.compile(
    r"[\s,;(]*\b(?:(?:due |required )?by|before|no later than|in time for|within|due|deadline:?"
    r"|asap|as soon as possible|at once"
    r"|(?<!agenda )(?<!item )(?:for|at)(?= (?:the |our )?(?:next|following) meeting\b))\b",
    re.I,
)
"""What a time begins with; "the agenda for the next meeting" names an agenda, and no time."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be done, in the paper's words, by whom and when."""

    deed: str
    owners: tuple[str, ...]
    due: Due


def read_note(text: str, attendance: Attendance, paper_date: str | None) -> Note:
    """The note's owner, wherever it stands, parted from its date and what is to be done."""
    words = text.strip()
    owners: tuple[str, ...] = ()
    due = Due(None, None, None)
    for part in (_part_bracket, _part_dash, _part_commitment, _part_label):
        parted = part(words, attendance)
        if parted is not None:
            words, named = parted
            named, told = part_due(named, paper_date)
            due = told if told.text else due
            owners = _owners(named, attendance)
        if owners:
            break
    if due.text is None:
        words, due = part_due(words, paper_date)
    return Note(words.strip(" ,;–-"), owners, due)


def _part_bracket(text: str, attendance: Attendance) -> tuple[str, str] | None:
    found = _BRACKET.search(text)
    if found is None or not found.start():
        return None
    named = found["inside"].strip()
    owner, due = part_due(named, None)
    alone = due.text is not None and not owner
    return (text[: found.start()], named) if alone or are_owners(owner, attendance) else None


def _part_dash(text: str, attendance: Attendance) -> tuple[str, str] | None:
    for dash in _DASH.finditer(text):
        named = text[dash.end() :].strip(" .")
        if dash.start() and are_owners(part_due(named, None)[0], attendance):
            return text[: dash.start()], named
    return None


def _part_commitment(text: str, attendance: Attendance) -> tuple[str, str] | None:
    found = _COMMITTED.match(text)
    if found is None or not are_owners(found["owner"], attendance):
        return None
    return found["deed"], found["owner"]


def _part_label(text: str, attendance: Attendance) -> tuple[str, str] | None:
    found = _LABELLED.match(text)
    if found is None or not are_owners(found["owner"], attendance):
        return None
    return found["deed"], found["owner"]


def part_due(text: str, paper_date: str | None) -> tuple[str, Due]:
    """A text without the date it ends in, and that date; all of it where it ends in none."""
    for found in _BY.finditer(text):
        words = text[found.start() :].strip(" ,;().")
        due = read_due(words, paper_date=paper_date)
        if due.precision is not None and _is_only_date(words):
            return text[: found.start()].strip(" ,;"), due
    return text, Due(None, None, None)


def _is_only_date(words: str) -> bool:
    """Whether nothing but a date follows "by": what comes after would be lost with it."""
    dates = find_dates(words)
    if not dates:
        return len(words.split()) <= 6
    return dates[0].start <= FARTHEST_DATE and not words[dates[-1].end :].strip(" .,;)")


def are_owners(text: str, attendance: Attendance) -> bool:
    """Whether a text names owners and nothing else."""
    named = _owners(text, attendance)
    return bool(named) and all(_is_owner(owner, attendance) for owner in named)


def _owners(text: str, attendance: Attendance) -> tuple[str, ...]:
    """The owners that a text names, those known by their first names told apart."""
    names = tuple(name.strip() for name in _BETWEEN_NAMES.split(text.strip(" .,;–-")))
    return names if all(map(attendance.knows, names)) else split_owners(text)


def _is_owner(text: str, attendance: Attendance) -> bool:
    return (
        bool(INITIALS.fullmatch(text))
        or is_person(text, attendance)
        or bool(_FULL_NAME.fullmatch(text) and not _TIME.search(text))
        or is_office(text)
    )


def is_person(text: str, attendance: Attendance) -> bool:
    """A person by title and surname, or one whom the minutes list."""
    return bool(TITLED.fullmatch(text)) or attendance.knows(text)


def is_office(text: str) -> bool:
    """The title of an office, in capitals from its first word: "Head of Lights"."""
    words = text.split()
    if not 0 < len(words) <= LONGEST_OWNER or not all(map(_in_capitals, words)):
        return False
    if not words[0][0].isupper() or fold_word(words[-1]) in BODIES:
        return False
    return is_alone(text) or (len(words) > 1 and names_role(text))


def _in_capitals(word: str) -> bool:
    return not word[0].islower() or bool(_SMALL.fullmatch(word))


def owners_before(text: str) -> Iterator[str]:
    """What may be an owner at the end of a text: its last capitalised words, longest first."""
    words = text.split()
    start = len(words)
    while start and len(words) - start < LONGEST_OWNER and _in_capitals(words[start - 1]):
        start -= 1
        if words[start][-1] in ",;:.)" and words[start] not in _ABBREVIATED:
            start += 1
            break
    for first in range(start, len(words)):
        if words[first][0].isupper() and words[first] not in ("The", "A", "An"):
            yield " ".join(words[first:])


_ABBREVIATED = ("Mr.", "Mrs.", "Ms.", "Dr.", "Cllr.", "Prof.", "Rev.")
