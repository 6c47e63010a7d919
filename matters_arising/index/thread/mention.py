"""Where prose speaks of an action: by its ref, in most of its telling words, or under its name.

Minutes report on an action in the words of the meeting: "b. Registers of Business Interests.
The Clerk confirmed that they had all been completed." Each item of a list is judged alone,
and only the item is quoted.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import Filter
from matters_arising.corpus.held import Held
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.wording import canonical_words
from matters_arising.index.thread.change import Report
from matters_arising.index.thread.excerpt import find_excerpts, heading_of
from matters_arising.index.word.lexical import STOP_WORDS
from matters_arising.index.word.term import Terms, stems, weigh_terms

_LOOKED_AT = 60
_COVERED = 0.7
"""Prose with less of the weight of an action's words than this may speak of another."""

_FEWEST_WORDS = 4
"""An action of fewer words, "Minutes to website", is a routine: its words prove nothing."""

_HEADING_WORDS = 2
_MEETINGS = 2
"""How many of the committee's next meetings are taken to report under an action's name: later
the same heading comes back for something else."""

_COUNTED_TO = 1000
_WORD = re.compile(r"[^\W\d_]{3,}")
_PROSE = ("text", "decision", "row")
_DONE = re.compile(
    r"\b(?:has|have|had|was|were|is|are)(?! not\b)(?: (?!not\b)\w+){0,2}? "
    r"(?:complete[d]?|done|met|received|circulated|updated|purchased|published|appointed|sent"
    r"|signed off|actioned|closed)\b",
    re.IGNORECASE,
)
_STOP_STEMS = stems(" ".join(STOP_WORDS))


def find_mentions(catalogue: Catalogue, reports: Sequence[Report]) -> tuple[Held[Passage], ...]:
    """The items of prose, oldest first, that speak of an action since it was first reported.

    Only papers of its own committee count, for refs and routines are alike everywhere; a
    draft and its final say a thing once, and what a report quotes is no mention of it.
    """
    committees = {report.first.committee for report in reports}
    first = reports[0].date or ""
    found = [
        held
        for held in (*_by_ref(catalogue, reports), *_by_words(catalogue, reports))
        if held.committee in committees and (held.date or "") >= first
        if not any(_is_report(held, report) for report in reports)
    ]
    return tuple(_once(sorted(found, key=lambda h: (h.date or "", h.paper.name, h.id))))


def says_done(text: str) -> bool:
    """Whether prose tells that something has been done."""
    return _DONE.search(text) is not None


def _is_report(held: Held[Passage], report: Report) -> bool:
    """Whether an item is the very words that a report of the action stands in."""
    said = canonical_words(held.record.text)
    same = held.paper == report.paper
    return same and canonical_words(report.action.action) in said


def _once(found: Iterable[Held[Passage]]) -> Iterator[Held[Passage]]:
    """Each item once for its day, though a draft and a final or two overlapping runs say it."""
    kept: list[Held[Passage]] = []
    for held in found:
        words = stems(held.record.text)
        beside = (k for k in kept if k.date == held.date and k.committee == held.committee)
        if not any(_is_much_the_same(words, stems(k.record.text)) for k in beside):
            kept.append(held)
            yield held


def _is_much_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(one & other) >= min(len(one), len(other)) * 1.5


def _by_ref(catalogue: Catalogue, reports: Sequence[Report]) -> Iterator[Held[Passage]]:
    """Items that name it as an action by one of its refs, in the years it bore it.

    A ref that bears its year, `14h/2021`, needs no such word in later papers; the paper that
    gave it prints it above its own items.
    """
    first = reports[0].date or ""
    for ref in sorted({report.action.ref for report in reports if report.action.ref}):
        named = re.compile(rf"\b(?:actions?|ref)[: ]+{re.escape(ref)}(?![\w/])", re.IGNORECASE)
        alone = re.compile(rf"(?<![\w/]){re.escape(ref)}(?![\w/])", re.IGNORECASE)
        for held in _matching(catalogue, _phrase(ref), Filter(kinds=_PROSE)):
            is_later = "/" in ref and (held.date or "") > first
            yield from _items(held, (alone if is_later else named).search)


@dataclass(frozen=True, slots=True)
class _Subject:
    """What an action is about: its telling words weighed, and as stems."""

    terms: Terms
    words: frozenset[str]

    def is_told(self, text: str, *, by_heading: bool) -> bool:
        """Whether an item has most of the weight of the words, or goes by the action's name."""
        many = len(self.words) >= _FEWEST_WORDS - 1
        covered = many and self.terms.coverage(text) >= _COVERED
        return covered or (by_heading and self._is_heading(text))

    def _is_heading(self, text: str) -> bool:
        heading = heading_of(text)
        words = stems(heading or "") - _STOP_STEMS
        return len(words) >= _HEADING_WORDS and words <= self.words


def _by_words(catalogue: Catalogue, reports: Sequence[Report]) -> Iterator[Held[Passage]]:
    last = reports[-1]
    words = dict.fromkeys(_WORD.findall(last.action.action.lower()))
    telling = [word for word in words if word not in STOP_WORDS]
    if len(telling) < _FEWEST_WORDS:
        return
    subject = _weigh_subject(catalogue, telling)
    scope = Filter(since=reports[0].date, committee=last.first.committee, kinds=_PROSE)
    listed_in = {report.paper for report in reports if report.paper.kind != "minutes"}
    # What a plan says around its own table is no news of the action; what a meeting heard is.
    found = [
        held
        for held in _matching(catalogue, " OR ".join(map(_phrase, telling)), scope)
        if held.paper not in listed_in
    ]
    meetings = _next_meetings(found, last)
    for held in found:
        yield from _items(held, partial(subject.is_told, by_heading=held.date in meetings))


def _weigh_subject(catalogue: Catalogue, telling: Sequence[str]) -> _Subject:
    """The words without the first, which bids: what is reported is no longer to be done."""
    about = telling[1:]
    counts = [catalogue.count_matches(_phrase(word), at_most=_COUNTED_TO) for word in about]
    return _Subject(weigh_terms(about, counts, catalogue.count_passages()), stems(" ".join(about)))


def _next_meetings(found: Iterable[Held[Passage]], last: Report) -> frozenset[str]:
    """The days of the committee's next minutes that may report on an action."""
    days = {h.date for h in found if h.date and h.paper.kind == "minutes"}
    return frozenset(sorted(day for day in days if day > (last.date or ""))[:_MEETINGS])


def _items(held: Held[Passage], speaks: Callable[[str], object]) -> Iterator[Held[Passage]]:
    """A passage narrowed to those of its items that speak of the action."""
    for excerpt in find_excerpts(held.record.text):
        if speaks(excerpt):
            yield replace(held, record=replace(held.record, text=excerpt))


def _matching(catalogue: Catalogue, query: str, scope: Filter) -> tuple[Held[Passage], ...]:
    """Passages of prose; a row that a record was made of is a report, not prose."""
    matches = catalogue.match(query, limit=_LOOKED_AT, scope=scope)
    found = catalogue.passages(match.passage for match in matches)
    return tuple(held for held in found if held.record.kind != "row" or held.record_id is None)


def _phrase(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
