"""The event whose time or doer is asked for: "start" in "when did the course start"."""

import re

from matters_arising.index.question.clock import BEGINS, ENDS
from matters_arising.index.question.polar import has_verb, verb_stem
from matters_arising.index.word.thesaurus import words_alike

_DID = re.compile(r"\bwhen (?:did|do|does|will|would) \b.*?\b(?P<verb>[a-z]{3,})\W*$", re.I)
_WAS = re.compile(
    r"\bwhen (?:was|were|is|are|has|have|had|will)\b.*?\b(?P<verb>[a-z]+(?:ed|en|n|t))\W*$", re.I
)
_WHO = re.compile(
    r"\bwho (?:has |have |had )?(?!(?:is|was|has|does|leads|owns|looks|deals|sits|gets|needs|sorts"
    r"|handles|takes|carries|bears|holds)\b)"
    r"(?P<verb>[a-z]+(?:ed|[^s\W]s)|wrote|ran|built|drew|sent|paid|spoke)\b",
    re.I,
)
_HOW_MANY = re.compile(
    r"\bhow many (?:[a-z'’-]+ ){1,4}?(?:(?:have|has|had) )?"
    r"(?P<verb>arrived|left|quit|died|resigned|retired|appealed|complained)\b",
    re.I,
)
"""Verbs that tell what is counted from others of its kind; most are printed in other words."""

_LIKE = (BEGINS, ENDS)
"""Verbs that say the same of a course or a meeting."""


def event_asked(text: str) -> str | None:
    """The verb of the event whose time or doer a question asks for; None where it tells none."""
    found = _DID.search(text) or _WAS.search(text) or _WHO.search(text) or _HOW_MANY.search(text)
    return found["verb"].lower() if found else None


def tells_event(text: str, verb: str) -> bool:
    """Whether a text has a form of a verb, or of one that says the same."""
    alike = (like for like in _LIKE if re.fullmatch(like, verb, re.I))
    verbs = (verb, *words_alike(verb))
    return any(has_verb(text, verb_stem(one)) for one in verbs) or any(
        re.search(like, text, re.I) for like in alike
    )
