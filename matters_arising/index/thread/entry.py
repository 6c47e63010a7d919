"""Actions as threads are made of them: issues of papers, and the entries they list."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action
from matters_arising.corpus.wording import canonical_ref, canonical_words
from matters_arising.extract.phrase.owner import canonical_owner
from matters_arising.index.word.lexical import STOP_WORDS
from matters_arising.index.word.term import stem_list, stems

_UNDATED = "9999"
"""Papers without a date come last."""

_DATED_REF = re.compile(r"[\w.()-]*\d[\w.()-]*/(?:19|20)?\d\d(?:\d\d)?")
_NOT_IN_TITLES = re.compile(r"\d+|draft|final|phase|issue|version|update|meeting|of|the|and")

_OF_EARLIER_MEETINGS = re.compile(
    r"\b(?:matters arising|outstanding|carried forward|brought forward|action (?:log|tracker)"
    r"|(?:actions?|minutes) (?:arising )?(?:from|of) (?:the )?(?:last|previous|earlier))\b",
    re.IGNORECASE,
)

_EARLIER_REF = re.compile(
    r"\b(?:formerly|previously|replaces|merged with|ref(?:erence)?|actions?|minute)[:. ]+"
    r"((?=[\w./()-]*\d)(?=[\w./()-]*[a-z./])[\w./()-]*\w)"
    r"|\b(?:was|from)[: ]+((?=[\w/()-]*\d)(?=[\w/()-]*[a-z/])[\w/()-]*\w)",
    re.IGNORECASE,
)
"""A ref after words that lead back to it; "from 65" and "was 4.2" lead to figures."""

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One action as one issue lists it: a row, or the lines of a row split by owner or date.

    `telling` are the stems of its wording without stop words, in order, and `words` the same
    as a set; `owners` the canonical names, `dues` the dates it is due. `named_refs` are those
    that it says it had before, or stands for: "carried forward from 14h/2021".
    """

    lines: tuple[Held[Action], ...]
    ref: str | None
    text: str
    telling: tuple[str, ...]
    words: frozenset[str]
    owners: frozenset[str]
    dues: frozenset[str]
    named_refs: frozenset[str]

    @property
    def action(self) -> Action:
        """The first of its lines."""
        return self.lines[0].record

    @property
    def id(self) -> int:
        """The first line's id in the catalogue."""
        return self.lines[0].id

    @property
    def has_dated_ref(self) -> bool:
        """Whether its ref bears its year, as minute numbers do: `14h/2021` is given once."""
        return self.ref is not None and _DATED_REF.fullmatch(self.ref) is not None

    @property
    def is_minuted(self) -> bool:
        """Whether a meeting set it, or heard of it, and no plan lists it."""
        return self.lines[0].paper.kind == "minutes" or self.action.source == "minutes"

    @property
    def is_arising(self) -> bool:
        """Whether it stands among what earlier meetings left to do."""
        return _OF_EARLIER_MEETINGS.search(self.action.section or "") is not None

    @property
    def is_followed_up(self) -> bool:
        """Whether minutes bring it back: they say how it stands, or that it is an old one."""
        told = any(line.record.status or line.record.update for line in self.lines)
        return told or self.is_arising


@dataclass(frozen=True, slots=True)
class Issue:
    """What one paper lists as of one date.

    An agenda pack is several issues where minutes of an earlier meeting are bound into it.
    """

    date: str
    paper: str
    committee: str
    title: frozenset[str]
    entries: tuple[Entry, ...]


def gather_issues(
    actions: Iterable[Held[Action]], abbreviations: Iterable[tuple[str, str]] = ()
) -> tuple[Issue, ...]:
    """The issues that list actions, oldest first, whatever order the papers were added in."""
    long_forms = dict(abbreviations)

    @cache
    def owner_name(owner: str) -> str:
        return canonical_owner(owner, long_forms.items())

    ordered = sorted(actions, key=lambda held: (issue_key(held), held.id))
    return tuple(_issue(tuple(held), owner_name) for _, held in groupby(ordered, key=issue_key))


def issue_key(held: Held[Action]) -> Key:
    """The date, name and id of the paper: equal for the actions of one issue."""
    return held.date or _UNDATED, held.paper.name, held.paper.id


def _issue(held: Sequence[Held[Action]], owner_name: Callable[[str], str]) -> Issue:
    date, paper, _ = issue_key(held[0])
    return Issue(
        date=date,
        paper=paper,
        committee=canonical_words(held[0].committee),
        title=_telling_title(held[0].paper.title),
        entries=tuple(_entry(lines, owner_name) for lines in _rows(held)),
    )


def _telling_title(title: str) -> frozenset[str]:
    """The words of a title that are the same from issue to issue."""
    words = canonical_words(title).split()
    return frozenset(word for word in words if not _NOT_IN_TITLES.fullmatch(word))


def _rows(held: Sequence[Held[Action]]) -> Iterator[tuple[Held[Action], ...]]:
    """The lines of each row, in the order of the paper."""
    rows: dict[tuple[object, ...], list[Held[Action]]] = {}
    for line in held:
        action = line.record
        # Without a ref only the place tells a split row from a routine action listed twice.
        place = canonical_ref(action.ref) or (action.section, action.places)
        rows.setdefault((place, _wording(action.action)), []).append(line)
    return (tuple(lines) for lines in rows.values())


@lru_cache(maxsize=20_000)
def _wording(text: str) -> str:
    """The canonical words of an action, which rows are told by and entries keep.

    Kept, as the stems are, from one issue of a plan to the next: most wordings come back.
    """
    return canonical_words(text)


@lru_cache(maxsize=20_000)
def _telling(text: str) -> tuple[str, ...]:
    """The stems of a wording without stop words, in order."""
    return tuple(stem for stem in stem_list(text) if stem not in _STOP_STEMS)


def _entry(lines: tuple[Held[Action], ...], owner_name: Callable[[str], str]) -> Entry:
    action = lines[0].record
    telling = _telling(action.action)
    return Entry(
        lines=lines,
        ref=canonical_ref(action.ref),
        text=_wording(action.action),
        telling=telling,
        words=frozenset(telling),
        owners=frozenset(owner_name(owner) for line in lines for owner in line.record.owners),
        dues=frozenset(line.record.due_date for line in lines if line.record.due_date),
        named_refs=frozenset(_named_refs(lines)),
    )


def _named_refs(lines: Iterable[Held[Action]]) -> Iterator[str]:
    for line in lines:
        for text in (line.record.action, line.record.update, line.record.status_text):
            for found in _EARLIER_REF.finditer(text or ""):
                if ref := canonical_ref(found[1] or found[2]):
                    yield ref


_STOP_STEMS = stems(" ".join(STOP_WORDS))


def name_of(entry: Entry) -> str:
    """A name for the thread that an entry begins, the same in every run and library."""
    held = entry.lines[0]
    told = (held.paper.id, entry.ref or "", entry.text)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:12]
