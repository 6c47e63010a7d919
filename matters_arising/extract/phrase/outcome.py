"""What became of a deed, where its words end in that: "Circulate the policy – done"."""

import re

from matters_arising.extract.phrase.date import MONTH

_SUBJECT = (
    r"(?:(?:this|it|these|they|both|(?:the |this )?(?:action|item))\s+"
    r"(?:(?:has|have|had)(?: now)? been|is|was|are|were|remains?)\s+)?(?:now |all |fully )?"
)
_STATE = (
    r"(?:not (?:yet )?(?:done|completed?|actioned|started|begun)|not yet|on-?going"
    r"|in (?:progress|hand)|under ?way|outstanding|pending|done|completed?|actioned|closed"
    r"|discharged|superseded|on hold|carried (?:forward|over)|c/f(?:wd)?"
    r"|no longer (?:required|needed))"
)
_DATED = rf"\s+(?:(?:on|in) )?(?:\d|{MONTH.replace('?P<month>', '?:')})"
_FOLLOWED = (
    rf"(?=\W*$|\s*[.;)\]–—]|\s-\s|(?<!complete)[,:]|(?<!complete){_DATED}|(?<=forward) to\b"
    r"|(?<=over) to\b|(?<=c/f) to\b)"
)
"""What may follow the words for how it stands; in "complete by May" they tell what to do."""

_STATED = re.compile(rf"{_SUBJECT}{_STATE}{_FOLLOWED}", re.IGNORECASE)
_MARK = re.compile(
    r"(?P<stop>[.;:!?])\s+|\s?[–—]\s*|\s-\s*|-\s+|\s?[(\[](?=[^()\[\]]{2,60}[)\]]\W{0,3}$)"
)
"""What parts a deed from what became of it; a bracket does at the end of the text alone."""

_CAPITAL = re.compile(
    r"(?<=[a-z0-9)\]'’])(?P<stop>)\s(?=[A-Z])"
    rf"(?=(?i:{_STATE})(?:\W*$|(?i:{_DATED}))|(?i:not (?:yet|done))\b)"
)
"""Where a deed runs on into words that open with a capital, as those of another column do."""

_SMALL = re.compile(rf"(?<=\w)(?P<stop>)\s(?={_STATE}\W*$)")
_GOVERNING = re.compile(
    r"\b(?:be|been|being|is|are|was|were|get|gets|getting|got|has|have|had|having|needs?|want|see"
    r"|keep|ensure|make|with|until|till|when|once|if|that|which|whether|how|what|report|list|record"
    r"|review|monitor|check|chase|confirm|evidence|summar\w+)\b"
    r"|\b(?:and|or|not|to|of|by|for|all|the|an?|fully|partly|\d+%)$",
    re.IGNORECASE,
)
"""A deed with these words may be about what is done: "Have the form completed"."""

_THINGS = r"(?:actions?|items?|tasks?|recommendations?|objectives?)"
_GROUP = re.compile(
    rf"(?:[\d.]+\s+)?(?:(?:all|recently|newly|previously|list of)\s+)*(?:{_THINGS}\s+)?"
    r"(?:(?:now|recently|that (?:are|have been))\s+)?(?P<state>completed?|closed|discharged)"
    rf"(?:\s+{_THINGS})?(?:\s+(?:since|in|during|this|from|at)\b.*)?\W*",
    re.IGNORECASE,
)
"""What heads the actions of which it tells what became: "Actions closed since May"."""

FEWEST_WORDS = 2
"""A text of fewer words tells no deed."""


def is_outcome(text: str) -> bool:
    """Whether a text says nothing but how something stands: "This has been done."."""
    stated = _STATED.match(text)
    return stated is not None and not text[stated.end() :].strip(" .!)")


def group_outcome(heading: str) -> str | None:
    """What a heading says became of all that stands under it; None where it says nothing."""
    found = _GROUP.fullmatch(heading.strip())
    return found["state"] if found else None


def part_outcome(text: str, *, reported: bool = False) -> tuple[str, str | None]:
    """A deed, and the words after it that say what became of it; None where none do.

    They follow a mark or open with a capital. In a list of what is `reported` on they need
    neither, unless the deed may be about something done.
    """
    for mark in _MARK.finditer(text):
        if _STATED.match(text, mark.end()):
            return _part(text, mark)
    run_on = _CAPITAL.search(text)
    if run_on is None and reported:
        run_on = _SMALL.search(text)
        if run_on is not None and _GOVERNING.search(text[: run_on.start()]):
            return text, None
    return (text, None) if run_on is None else _part(text, run_on)


def _part(text: str, mark: re.Match[str]) -> tuple[str, str | None]:
    deed = text[: mark.start()].rstrip() + (mark["stop"] or "").strip(";:")
    if len(deed.split()) < FEWEST_WORDS:
        return text, None
    bracketed = mark.group().strip() in ("(", "[")
    return deed, text[mark.end() :].rstrip(" )]." if bracketed else "")
