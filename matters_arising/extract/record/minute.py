"""Actions that stand in minutes and prose: announced, listed, promised or reported on.

A wrong action is worse than a missing one: an owner must be known for one, by their office,
by title and surname or from the list of attendance.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from matters_arising.corpus.record import Action
from matters_arising.extract.phrase.due import Due
from matters_arising.extract.phrase.lexicon import lexicon
from matters_arising.extract.phrase.outcome import is_outcome, part_outcome
from matters_arising.extract.phrase.owner import split_owners
from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.extract.phrase.status import read_status
from matters_arising.extract.record.attendance import Attendance, Attendee
from matters_arising.extract.record.note import are_owners, part_due, read_note
from matters_arising.extract.record.promise import Promise, find_promise, may_bind
from matters_arising.extract.record.remark import LEAD_IN, Remark

ANNOUNCED = re.compile(
    r"(?:^|(?<=[.;:)!?] ))(?:(?:Agreed|Further|New) )?"
    r"(?:A(?:CTION|ction)(?:S|s|\(s\))?(?: P(?:OINT|oint)(?:S|s)?)?|AP)"
    r"(?:\s*(?:No\.? ?)?(?P<ref>\d[\w./]{0,8}))?"
    r"(?:\s*[:–—]\s*|\s+-\s+|\s+(?=(?:[A-Z]\S* ){1,6}to [a-z]))(?P<rest>\S.*)$",
    re.S,
)
"""What announces an action: "ACTION:", "Action –", "AP1:", "ACTION POINT 3: …"."""

NOTED = re.compile(
    r"(?:A(?:CTIONS?|ctions?)\b\s*(?P<ref>\d{1,3})?[\s:–—-]*)?(?P<rest>[A-Z].*)", re.S
)
"""A note in the margin, which names owners alone: "ACTION JL, RB", "JL"."""

ACTIONS_HEADING = re.compile(
    r"^(?:[\d.]+ )?(?:(?:agreed|summary of|list of|outstanding|new|further|the) )*"
    r"(?:actions?|tasks?|to[- ]do|next steps)(?: points?| items?)?"
    r"(?: (?:and|arising|agreed|outstanding|from|to be taken|log|list)\b.*)?\W*$",
    re.I,
)
"""A heading under which every item that names its owner is an action."""

EARLIER = re.compile(
    r"\bmatters arising\b|\bactions? (?:arising|outstanding|brought forward|carried forward)\b"
    r"|\bactions? (?:\w+ ){0,3}(?:last|previous|earlier) (?:meeting|minutes)",
    re.I,
)
"""What heads a report on the actions of earlier meetings."""

TOLD = re.compile(
    r"^(?P<deed>\S.{9,}?)\s*(?:[–—]|(?<=[\s.])-|-(?=\s))\s*"
    r"(?P<owner>[A-Z][^.]{1,100}?)(?:\.\s+(?P<update>[A-Z].*)|\.?)$",
    re.S,
)
"""An earlier action, its owners after a dash, and what became of it: "Paint it – J Lamp. Done."."""

OWN_REF = re.compile(
    r"(?P<ref>[A-Z]{1,3}\d{1,3}(?:[./-]\d{1,3})?)(?:\s*[:.)–]|\s+-)\s+(?P<rest>\S.*)", re.S
)
"""A note that opens with a ref of its own: "A1: Clerk to light the lamps"."""

FEWEST_WORDS = 4
"""Fewer words than this above a note tell of nothing to be done."""

TELLING_WORDS = 6
"""A sentence of fewer does not tell alone what is to be done: "Clerk to follow up."."""

FIRST_NAME = re.compile(r"(?P<name>[A-Z][a-z]+)\s+[–—-]\s+[a-z]")
"""How an item of a list may name its owner: "Joan - light the lamps"."""

ALREADY = 0.75
"""An action that shares so much of its words with one of a table is told by that table."""

_SMALL_WORDS = lexicon(
    "a an and at be by for from in is it of on or that the this to was will with"
)
_NO_DUE = Due(None, None, None)


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is known of a paper before its remarks are read.

    `kinds` are those of its reports; `resolved` the sentences of resolutions, which commit a
    body and nobody in particular.
    """

    kinds: Sequence[str]
    attendance: Attendance
    resolved: tuple[str, ...]
    paper_date: str | None

    def minuted(self, remark: Remark) -> bool:
        """Whether the remark stands in minutes."""
        return self.kinds[remark.report] == "minutes"


def actions_in_text(remarks: Iterable[Remark], meeting: Meeting) -> Iterator[Action]:
    """The actions in remarks, in order; those of agendas are none as yet."""
    remarks = tuple(remarks)
    meeting = replace(meeting, attendance=_with_first_names(meeting.attendance, remarks))
    for remark in remarks:
        if meeting.kinds[remark.report] in ("agenda", "agenda pack"):
            continue
        announced = _announced(remark, meeting)
        if announced is not None:
            yield announced
        elif meeting.minuted(remark):
            yield from _minuted(remark, meeting)


def _with_first_names(attendance: Attendance, remarks: Iterable[Remark]) -> Attendance:
    """The attendance, and those whose first names open item after item of lists of actions.

    One word that recurs may be what the items are about; two are who they are for.
    """
    listed = [remark for remark in remarks if ACTIONS_HEADING.match(remark.heading)]
    opening = (FIRST_NAME.match(remark.text) for remark in listed)
    counted = Counter(found["name"] for found in opening if found)
    recurring = [name for name, count in counted.items() if count > 1]
    new = (Attendee(name, None) for name in recurring if not attendance.knows(name))
    return replace(attendance, people=(*attendance.people, *new)) if recurring[1:] else attendance


def _minuted(remark: Remark, meeting: Meeting) -> Iterator[Action]:
    told = _told(remark, meeting) or _listed(remark, meeting)
    if told is not None:
        yield told
    else:
        yield from _promised(remark, meeting)


def _announced(remark: Remark, meeting: Meeting) -> Action | None:
    """What the word "Action" announces; outside minutes only where an owner is named."""
    found = ANNOUNCED.search(remark.text) or _noted(remark, meeting)
    if found is None or LEAD_IN.match(remark.text):
        return None
    announced, update = part_outcome(found["rest"].strip())
    rest, due = part_due(announced, meeting.paper_date)
    if are_owners(rest, meeting.attendance):
        deed = _last_said(remark.text[: found.start()].strip() or remark.before, meeting)
        owners: tuple[str, ...] = split_owners(rest)
        if due.text is None:
            _, due = part_due(deed, meeting.paper_date)
    else:
        note = read_note(announced, meeting.attendance, meeting.paper_date)
        deed, owners, due = note.deed, note.owners, note.due
    if not deed or not (owners or meeting.minuted(remark)):
        return None
    return _action(remark, deed, owners, due, meeting, ref=found["ref"], update=update)


def _noted(remark: Remark, meeting: Meeting) -> re.Match[str] | None:
    """A paragraph of minutes that is a note of owners and nothing else.

    Initials without "Action" before them must be of somebody listed as present.
    """
    found = NOTED.fullmatch(remark.text)
    said = len(remark.before.split()) >= FEWEST_WORDS
    if found is None or not said or not meeting.minuted(remark):
        return None
    owners, _ = part_due(found["rest"], meeting.paper_date)
    if not are_owners(owners, meeting.attendance):
        return None
    present = map(meeting.attendance.with_initials, split_owners(owners))
    return found if found.start("rest") or all(present) else None


def _last_said(text: str, meeting: Meeting) -> str:
    """The sentence that "Action: Clerk" was set after: the last that commits, else the last."""
    sentences = split_sentences(text)
    bound = [s for s in sentences if may_bind(s) or find_promise(s, meeting.attendance)]
    return (bound or sentences or [""])[-1]


def _told(remark: Remark, meeting: Meeting) -> Action | None:
    """An item of a report on earlier actions: what was to be done, by whom, and its update."""
    if not any(map(EARLIER.search, (remark.heading, remark.lead_in))):
        return None
    text, update = part_outcome(remark.text, reported=True)
    found = TOLD.match(text) if remark.number else None
    if found is not None and are_owners(found["owner"], meeting.attendance):
        owners = split_owners(found["owner"])
        said = " ".join(filter(None, (found["update"], update))) or None
        return _action(remark, found["deed"], owners, _NO_DUE, meeting, update=said)
    return _noted_action(remark, text, update, meeting) if update else None


def _listed(remark: Remark, meeting: Meeting) -> Action | None:
    """An item under a heading of actions that names its owner."""
    if not (ACTIONS_HEADING.match(remark.heading) or remark.lead_in):
        return None
    return _noted_action(remark, *part_outcome(remark.text), meeting)


def _noted_action(remark: Remark, text: str, update: str | None, meeting: Meeting) -> Action | None:
    """The action of a note that names its owner, with what became of it."""
    own = OWN_REF.fullmatch(text)
    note = read_note(own["rest"] if own else text, meeting.attendance, meeting.paper_date)
    if not note.owners or len(note.deed.split()) < 2:
        return None
    ref = own["ref"] if own else None
    return _action(remark, note.deed, note.owners, note.due, meeting, ref=ref, update=update)


def _promised(remark: Remark, meeting: Meeting) -> Iterator[Action]:
    before = ""
    sentences = split_sentences(remark.text)
    for sentence, following in zip_longest(sentences, sentences[1:], fillvalue=""):
        resolved = sentence.endswith(meeting.resolved)
        told, update = part_outcome(sentence)
        promise = None if resolved else find_promise(told, meeting.attendance)
        if promise is not None:
            said, owners, due = _in_note_form(promise, meeting)
            deed = said if len(said.split()) >= TELLING_WORDS else f"{before} {said}".strip()
            update = following if update is None and is_outcome(following) else update
            yield _action(remark, deed, owners, due, meeting, update=update)
        before = sentence


def _in_note_form(promise: Promise, meeting: Meeting) -> tuple[str, tuple[str, ...], Due]:
    _, due = part_due(promise.sentence, meeting.paper_date)
    return promise.sentence, (promise.owner,), due


def _action(
    remark: Remark,
    deed: str,
    owners: tuple[str, ...],
    due: Due,
    meeting: Meeting,
    *,
    ref: str | None = None,
    update: str | None = None,
) -> Action:
    status = read_status(status_text=None, update=update, due_text=due.text)
    return Action(
        ref=ref,
        section=remark.heading or None,
        action=deed,
        owners=owners,
        due_text=due.text,
        due_date=due.date,
        due_precision=due.precision,
        status_text=None,
        status=status.value,
        status_words=status.words,
        update=update,
        columns=(),
        places=remark.places,
        source="minutes" if meeting.minuted(remark) else "text",
        report=remark.report,
    )


def drop_repeats(found: Iterable[Action], known: Iterable[Action]) -> Iterator[Action]:
    """The actions that none of the known, nor one before them, tells in the same words."""
    told = [(action.report, _words(action)) for action in known]
    for action in found:
        words = _words(action)
        if not any(
            report == action.report and len(words & others) >= ALREADY * len(words)
            for report, others in told
        ):
            told.append((action.report, words))
            yield action


def _words(action: Action) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", action.action.lower())) - _SMALL_WORDS
