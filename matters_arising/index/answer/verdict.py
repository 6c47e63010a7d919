"""Yes, no or not yet: said only where a record's status or the words quoted decide it."""

import re
from collections.abc import Sequence

from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action, Decision
from matters_arising.extract.phrase.lexicon import lexicon
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.question.cue import STATES
from matters_arising.index.question.polar import has_verb, verb_asked, verb_stem
from matters_arising.index.question.reading import Question
from matters_arising.index.word.term import Terms

YES, NO, NOT_YET = "Yes", "No", "Not yet"

DECIDES = 0.8
"""A sentence that decides holds at least this share of the words asked for."""

_DONE = ("complete", "complete_impact_unproven")
_UNDONE = (
    "on_track",
    "delayed",
    "at_risk",
    "under_review",
    "carried_over",
    "on_hold",
    "not_started",
)
_OF_COURSE = re.compile(
    r"\b(?:finish\w*|complet\w+|done|happen\w*|deliver\w*|implement\w*|achiev\w*|carried out"
    r"|in place|go(?:ne|ing)? ahead|went ahead|took place|taken place)\b",
    re.I,
)
"""Verbs that ask of any action whether it is done."""

_BEGUN = re.compile(
    r"\b(?:started?|begun|begin|began|got going|under ?way|kicked off|off the ground)\b",
    re.I,
)
"""Verbs that ask whether it is begun."""

_NOT = re.compile(r"\b(?:not|never|nor|no longer|without|yet to|failed to)\b|n['’]t\b", re.I)
_TO_COME = re.compile(
    r"\b(?:will|would|to \w+|shall|should|could|may|might|due|plan\w*|propos\w*|intend\w*|await\w*"
    r"|expect\w*|if|once|until|when|before|aim\w*|asked|requested)\b",
    re.I,
)
_AGREED = frozenset(map(verb_stem, lexicon("approved agreed adopted accepted passed carried")))
_PASSED_ON = re.compile(r"\brecommend\w*|\brequest\w*|\bask(?:ed|s)?\b", re.I)
"""Words of what a meeting leaves to others to agree."""

_PUT_OFF = re.compile(r"\b(?:defer\w*|postpon\w*|reject\w*|refused|lost|withdrawn)\b", re.I)


def verdict_of_actions(question: Question, leads: Sequence[Held[Action]]) -> str | None:
    """Whether it is so, by the status that the latest paper gives an action; None if unsaid."""
    if not question.polar:
        return None
    states = {_state(held.record) for held in leads}
    asked = {name for name, _ in STATES if name in question.statuses} - {"complete"}
    if asked:
        return _of_state(asked, leads)
    begun = bool(_BEGUN.search(question.text))
    if not begun and not _asks_if_done(question, leads):
        return None
    if states <= set(_DONE):
        return YES
    undone = ("not_started",) if begun else _UNDONE
    return NOT_YET if states <= set(undone) else None


def _state(action: Action) -> str | None:
    """An action's status, or what its printed rating plainly says; None where it says nothing."""
    known = (*_DONE, *_UNDONE)
    printed = action.status_text or ""
    said = (name for name, cue in STATES if name in known and re.search(cue, printed, re.I))
    return action.status or next(said, None)


def _of_state(asked: set[str], leads: Sequence[Held[Action]]) -> str | None:
    """Whether an action is in one of the states asked about, where its state is said."""
    told = [
        {held.record.status, (held.record.status_text or "").lower()}
        for held in leads
        if held.record.status
    ]
    if not told or len(told) < len(leads):
        return None
    met = [bool(asked & state) for state in told]
    if all(met):
        return YES
    return None if any(met) else NO


def _asks_if_done(question: Question, leads: Sequence[Held[Action]]) -> bool:
    """Whether it asks if an action is done, by a word for that or by the action's own verb."""
    if "complete" in question.statuses or _OF_COURSE.search(question.text):
        return True
    verb = verb_asked(question.text)
    return verb is not None and all(has_verb(held.record.action, verb) for held in leads)


def verdict_of_words(question: Question, best: Evidence, terms: Terms) -> str | None:
    """Whether it is so, by the sentence that leads the answer; None where it does not decide."""
    verb = verb_asked(question.text) if question.polar else None
    if verb is None or terms.coverage(f"{best.text} {best.hit.passage.heading}") < DECIDES:
        return None
    if verb in _AGREED:
        return _of_vote(best.text)
    if _TO_COME.search(best.text) or not _says_so(best.text, verb):
        return None
    if not _NOT.search(best.text):
        return YES
    return NOT_YET if re.search(r"\byet\b", question.text, re.I) else NO


def verdict_of_decision(question: Question, decided: Sequence[Held[Decision]]) -> str | None:
    """Whether a meeting did what is asked, by the words of its own resolution."""
    verb = verb_asked(question.text) if question.polar else None
    if verb is None or any(held.record.kind != "resolved" for held in decided):
        return None
    text = " ".join(held.record.text for held in decided)
    if verb in _AGREED:
        return None if _PASSED_ON.search(text) else _of_vote(text)
    return YES if has_verb(text, verb) and not _NOT.search(text) else None


def _of_vote(text: str) -> str | None:
    """Yes where a text says that a thing was agreed, no where it was put off or refused."""
    if _NOT.search(text):
        return None
    agreed = any(has_verb(text, verb) for verb in _AGREED)
    if _PUT_OFF.search(text):
        return None if agreed else NO
    return YES if agreed else None


def _says_so(text: str, verb: str) -> bool:
    """Whether a text says of something that it is or was so: "has now been reviewed"."""
    said = re.finditer(r"\b(?:has|have|had|was|were|is|are)\b((?: \w+){1,4})", text, re.I)
    return any(has_verb(match[1], verb) for match in said)
