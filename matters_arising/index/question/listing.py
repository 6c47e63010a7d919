"""What a question for a list narrows it to, beside owner, state and date."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from matters_arising.extract.phrase.lexicon import lexicon
from matters_arising.index.question.cue import STATES, UNDONE
from matters_arising.index.word.lexical import STOP_WORDS
from matters_arising.index.word.term import stems

_ACTIONS = r"(?:actions?|tasks?|recommendations?)"
_ABOUT = re.compile(
    rf"\b(?:{_ACTIONS}|anything|everything|due|overdue|outstanding)\b(?: [\w']+){{0,4}}? "
    r"(?:about|on|regarding|relat\w+ to|around|concerning|to do with|for|involving|under)\s+"
    r"(?P<subject>[^?.,;]+?)"
    r"(?=\s+(?:owned|led|assigned|due|with|by|that|which|who|in|from|sit\w*|belong\w*|are|is|were"
    r"|was|have|has|still|does|do|did)\b|\s*[?.,;]|\s*$)",
    re.I,
)
_OF_KIND = re.compile(
    r"\b(?:which|what|all|list|show|any|the|how many|of)\s+"
    rf"(?P<subject>(?:[\w'’&-]+\s+){{1,4}}?){_ACTIONS}\b",
    re.I,
)
_OF_PAPER = re.compile(
    r"\b(?:in|from|of|on|under)\s+(?:the\s+|our\s+)?"
    r"(?P<paper>(?:[\w'’&-]+\s+){1,5}?(?:plan|register|strategy|programme))\b",
    re.I,
)
_SMALL = "the our a an and of for in s"
_CARRIERS = STOP_WORDS | lexicon(
    "action actions task tasks recommendation recommendations due overdue late outstanding open",
    "owner owners owned led assigned next new old other further remaining latest last current",
    "agreed plan improvement development still not yet completed complete track hold risk",
    "delayed closed started finished everything anything moment now today year month",
)
"""Words beside "actions" that say nothing of their subject."""


@dataclass(frozen=True, slots=True)
class ListAsked:
    """What every action of a list is to be.

    `subject` are words that its own wording or section must have, `paper` the stems of those by
    which its paper is called; `overdue` that it should
    have been done by now; `undone` that it is not done, whatever its state.
    """

    subject: tuple[str, ...] = ()
    paper: frozenset[str] = frozenset()
    overdue: bool = False
    undone: bool = False

    @property
    def narrows(self) -> bool:
        """Whether anything is asked at all."""
        return bool(self.subject or self.overdue or self.undone)


ANY_ACTION = ListAsked()


def read_list(text: str, owners: Iterable[str], times: Iterable[str]) -> ListAsked:
    """What a question asks of a list; `owners` and `times` are those it names, as typed or read."""
    plain = text
    for _, said in STATES:
        plain = re.sub(said, " ", plain, flags=re.I)
    named = frozenset().union(*map(stems, (*owners, *times)))
    found = (match for form in (_ABOUT, _OF_KIND) if (match := form.search(plain)))
    subjects = (_subject(match["subject"], named) for match in found)
    return ListAsked(
        subject=next(filter(None, subjects), ()),
        paper=_paper(text, frozenset().union(*map(stems, times))),
        overdue=bool(re.search(r"\boverdue\b|\bpast (?:its|their) (?:due )?dates?\b", text, re.I)),
        undone=bool(UNDONE.search(text)),
    )


def lists_only(terms: Iterable[str], owners: Iterable[str], times: Iterable[str]) -> bool:
    """Whether a list is asked for by owner, state and time alone, and of no subject."""
    named = frozenset().union(*map(stems, (*owners, *times)))
    return all(term in _CARRIERS or stems(term) <= named for term in terms)


def _paper(text: str, times: frozenset[str]) -> frozenset[str]:
    """The stems of what a plan or register is called: "in the fire plan"."""
    found = _OF_PAPER.search(text)
    return stems(found["paper"]) - times - stems(_SMALL) if found else frozenset()


def _subject(phrase: str, named: frozenset[str]) -> tuple[str, ...]:
    """The telling words of a phrase; none where it is an owner's title or a time."""
    plain = re.sub(r"['’]s?\b", "", phrase)
    words = [w for w in re.findall(r"[A-Za-z][\w-]*", plain) if w.lower() not in _CARRIERS]
    if all(stems(word) <= named for word in words):
        return ()
    return tuple(word.lower() for word in words)
