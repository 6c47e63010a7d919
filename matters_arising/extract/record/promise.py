"""Sentences of minutes that commit someone: "The Clerk agreed to write to the Board"."""

import re
from dataclasses import dataclass

from matters_arising.extract.phrase.lexicon import any_of
from matters_arising.extract.record.attendance import Attendance
from matters_arising.extract.record.note import is_office, is_person, owners_before

_DEED = any_of(
    "add adjust advise amend apply arrange ascertain ask attend book bring buy chase check",
    "circulate clarify collate collect compile complete confirm consult contact convene",
    "coordinate create distribute draft email ensure establish explore feed find fix follow",
    "forward gather identify inform install investigate invite issue liaise look meet monitor",
    "notify obtain order organise pass prepare present print produce provide publish purchase",
    "pursue put raise relay remind remove repair replace report request research respond review",
    "revise seek send share speak submit supply talk update upload verify visit write",
)
"""What a meeting sends someone away to do; other verbs after "will" foretell."""

_NO_DEED = any_of(
    "the a an this that be note approve accept receive endorse adopt support continue serve stand",
    "act differ disagree remain join defer have comment introduce leave",
)
_UNDERTAKES = (
    r"(?:(?:has )?(?:agreed|undertook|undertaken|offered|promised|committed|volunteered) to"
    r"|(?:is|was) (?:asked|requested|tasked|instructed) to|is to)"
)
_SAYS = any_of("said confirmed advised stated added explained replied responded noted reported")
_BOUND = re.compile(
    rf"(?:\b{_UNDERTAKES}\s+(?:\w+ly\s+)?(?!{_NO_DEED}\b)[a-z]"
    rf"|\b(?:will|would|{_SAYS} (?:that )?(?:he|she|they) (?:will|would))\s+(?:also\s+)?{_DEED}\b)"
)
_AND_BOUND = re.compile(rf",? and {_UNDERTAKES}\s+(?!{_NO_DEED}\b)[a-z]")
_BINDING = re.compile(
    rf"\b{_UNDERTAKES}\s+[a-z]"
    rf"|\b(?:will|would|should|must|to) (?:also )?(?:be {_DEED}\w+|{_DEED}\b)"
    r"|\b(?:will|should) be \w+ing\b|\b(?:it was )?agreed (?:that|to)\b|\bshould be \w+ed\b"
)
_NOTED = re.compile(
    rf"\bto (?!(?:{_NO_DEED}|all|any|date|each|every|his|her|its|me|my|our|record|their|them|us)\b)"
    r"[a-z]"
)
"""The verb of a sentence in note form: "Clerk to write to the Board"."""

_NO_OWNER = re.compile(r" (?:to|with) |^\w+ing\b")
"""What else may stand before an office: "Delegate to the Clerk", "Working with the Clerk"."""

_CLAUSE_OPENS = re.compile(r"(?:^|[,;:.–-]\s+)(?:The )?$", re.I)
_EVERYBODY = frozenset({"all", "governors"})
_OPEN = re.compile(r"^(?:if|unless|had|were|should|whether)\b|\?\W*$", re.I)
"""How a sentence begins or ends that commits nobody."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A sentence, and the owner it commits as printed."""

    sentence: str
    owner: str


def find_promise(sentence: str, attendance: Attendance) -> Promise | None:
    """The commitment in a sentence; None where nobody known makes one.

    Committees and meetings are no owners: what they agree is a decision.
    """
    if _OPEN.search(sentence):
        return None
    for bound in _BOUND.finditer(sentence):
        owner = _find_owner(sentence[: bound.start()].rstrip(), attendance)
        if owner is not None:
            return Promise(sentence, owner)
    return _find_noted(sentence, attendance) or _find_second_verb(sentence, attendance)


def may_bind(sentence: str) -> bool:
    """Whether a sentence commits somebody, named in it or not."""
    return bool(_BINDING.search(sentence))


def _find_owner(before: str, attendance: Attendance) -> str | None:
    candidates = owners_before(before)
    return next((o for o in candidates if _is_somebody(o, attendance)), None)


def _is_somebody(owner: str, attendance: Attendance) -> bool:
    if owner.lower() in _EVERYBODY:
        return False
    return is_person(owner, attendance) or is_office(owner)


def _find_noted(sentence: str, attendance: Attendance) -> Promise | None:
    """Somebody named where a clause opens, right before what they are to do."""
    for noted in _NOTED.finditer(sentence):
        before = sentence[: noted.start()].rstrip()
        owner = _find_owner(before, attendance)
        if owner is None or _NO_OWNER.search(owner):
            continue
        if _CLAUSE_OPENS.search(before.removesuffix(owner)):
            return Promise(sentence, owner)
    return None


def _find_second_verb(sentence: str, attendance: Attendance) -> Promise | None:
    """An owner who opens the sentence: "Mr Lamp gave his report and offered to send it"."""
    bound = _AND_BOUND.search(sentence)
    words = sentence.removeprefix("The ").split()
    if bound is None:
        return None
    for count in range(6, 0, -1):
        owner = " ".join(words[:count])
        if _is_somebody(owner, attendance):
            return Promise(sentence, owner)
    return None
