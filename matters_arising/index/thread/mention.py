"""Where prose speaks of an action: by its ref, or in most of its telling words."""

import re
from collections.abc import Iterator, Sequence

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import Filter
from matters_arising.corpus.held import Held
from matters_arising.corpus.passage import Passage
from matters_arising.index.thread.change import Report
from matters_arising.index.word.lexical import STOP_WORDS
from matters_arising.index.word.term import weigh_terms

_LOOKED_AT = 40
_COVERED = 0.7
"""Prose with less of the weight of an action's words than this may speak of another."""

_FEWEST_WORDS = 4
"""An action of fewer words, "Minutes to website", is a routine: its words prove nothing."""

_COUNTED_TO = 1000
_WORD = re.compile(r"[^\W\d_]{3,}")
_PROSE = ("text", "decision")


def find_mentions(catalogue: Catalogue, reports: Sequence[Report]) -> tuple[Held[Passage], ...]:
    """Passages of prose, oldest first, that speak of an action since it was first reported.

    Only papers of its own committee count, for refs and routines are alike everywhere.
    """
    committees = {report.first.committee for report in reports}
    found = {
        (held.paper.id, held.record.text): held
        for held in (*_by_ref(catalogue, reports), *_by_words(catalogue, reports[-1]))
        if held.committee in committees
    }
    first = reports[0].date or ""
    since = [held for held in found.values() if (held.date or "") >= first]
    return tuple(sorted(since, key=lambda held: (held.date or "", held.paper.name, held.id)))


def _by_ref(catalogue: Catalogue, reports: Sequence[Report]) -> Iterator[Held[Passage]]:
    """Passages that name it as an action by one of its refs, in the years it bore it."""
    for ref in sorted({report.action.ref for report in reports if report.action.ref}):
        names = [f"action {ref}", f"actions {ref}", f"ref {ref}", *([ref] if "/" in ref else [])]
        for name in names:
            yield from _matching(catalogue, _phrase(name))


def _by_words(catalogue: Catalogue, report: Report) -> Iterator[Held[Passage]]:
    words = dict.fromkeys(_WORD.findall(report.action.action.lower()))
    telling = [word for word in words if word not in STOP_WORDS]
    if len(telling) < _FEWEST_WORDS:
        return
    counts = [catalogue.count_matches(_phrase(word), at_most=_COUNTED_TO) for word in telling]
    terms = weigh_terms(telling, counts, catalogue.count_passages())
    for held in _matching(catalogue, " OR ".join(map(_phrase, telling))):
        if terms.coverage(held.record.text) >= _COVERED:
            yield held


def _matching(catalogue: Catalogue, query: str) -> tuple[Held[Passage], ...]:
    matches = catalogue.match(query, limit=_LOOKED_AT, scope=Filter(kinds=_PROSE))
    return catalogue.passages(match.passage for match in matches)


def _phrase(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
