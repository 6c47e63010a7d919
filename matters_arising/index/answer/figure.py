"""The figures a question asks for, among those that the papers report."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import Filter, MeasureFilter
from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Measure
from matters_arising.corpus.span import date_span
from matters_arising.extract.phrase.number import SIGNS
from matters_arising.index.question.reading import Question
from matters_arising.index.question.time import AskedTime
from matters_arising.index.search import Hit
from matters_arising.index.word.term import Terms

LOOKED_AT = 12
"""Quotes with figures that are looked at closely, the likest first."""

COVERED = 0.75
"""Share of the words asked for, by weight, that a figure's quote and heading must hold."""

NAMED, OF_KIND, OF_TIME, CLOSE = 0.5, 0.2, 0.5, 0.05
"""What it is worth that the quote itself holds the words; that the figure is an actual one, or
the target asked for; that it is of the time. Nearer than the last, two are as good."""

MONEY = frozenset(SIGNS)
_RATIO = frozenset({"percent"})
UNITS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    (r"%|\bper ?cent\w*|\bpercentage|\bshare\b|\bproportion\b", _RATIO.__contains__),
    (r"[£$€]|\b(?:cost\w*|spen[dt]\w*|budget\w*|price|how much money)\b", MONEY.__contains__),
    (
        r"\bhow (?:long|many)\b|\bdays\b|\bnumbers? of\b|\btotals?\b",
        lambda unit: unit not in MONEY | _RATIO,
    ),
)
"""What a question asks for, and which units give it."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A figure in the unit asked for, and how well it fits whatever the time."""

    held: Held[Measure]
    weight: float


def figures_asked(
    catalogue: Catalogue, question: Question, parts: Sequence[Hit], terms: Terms
) -> tuple[Held[Measure], ...]:
    """The figure asked for, or one for each of the times compared; empty where unsure."""
    if question.asks != "figure" and not question.times:
        return ()
    least = 0.1 if question.asks == "figure" else 1.0
    candidates = list(_candidates(catalogue, question, parts, terms))
    found = [_best(candidates, time, least) for time in question.times or (None,)]
    return tuple({held.id: held for held in found if held is not None}.values())


def _candidates(
    catalogue: Catalogue, question: Question, parts: Sequence[Hit], terms: Terms
) -> Iterator[_Candidate]:
    figures = [hit for hit in parts if hit.passage.kind == "measure"][:LOOKED_AT]
    quotes = {(hit.held.paper.id, hit.passage.text): hit for hit in reversed(figures)}
    papers = tuple(dict.fromkeys(paper for paper, _ in quotes))
    if not papers:
        return
    for held in catalogue.measures(MeasureFilter(scope=Filter(papers=papers))):
        hit = quotes.get((held.paper.id, held.record.quote))
        if hit is not None and _fits(question, held.record, hit, terms):
            named = NAMED * terms.coverage(held.record.quote)
            kind = OF_KIND if held.record.kind == _kind(question) else 0.0
            yield _Candidate(held, hit.score + named + kind)


def _fits(question: Question, measure: Measure, hit: Hit, terms: Terms) -> bool:
    """Whether the figure is in the unit asked for and its words are those asked for."""
    asked = next((units for cue, units in UNITS if re.search(cue, question.text, re.I)), None)
    if asked is not None and not asked(measure.unit):
        return False
    if measure.quote.count(")") > measure.quote.count("("):
        return False  # the figure closes a bracket of other words
    around = f"{measure.measure} {measure.quote} {hit.passage.heading}"
    return terms.coverage(around) >= COVERED


def _kind(question: Question) -> str:
    if re.search(r"\b(?:target|goal|aim)s?\b", question.text, re.I):
        return "target"
    return "baseline" if re.search(r"\bbaseline\b", question.text, re.I) else "actual"


def _best(
    candidates: Sequence[_Candidate], time: AskedTime | None, least: float
) -> Held[Measure] | None:
    """The best figure for a time; None where none, or another as good, has another value."""

    def weight(candidate: _Candidate) -> float:
        return candidate.weight + (OF_TIME * _of_time(candidate.held, time) if time else 0.0)

    ranked = sorted(candidates, key=lambda c: (-weight(c), c.held.id))
    if not ranked or (time is not None and _of_time(ranked[0].held, time) < least):
        return None
    best = ranked[0]
    rivals = [rival for rival in ranked if weight(rival) > weight(best) - CLOSE]
    if any(rival.held.record.value != best.held.record.value for rival in rivals):
        return None
    return best.held


def _of_time(held: Held[Measure], time: AskedTime) -> float:
    """How well the figure is of the time: its own period where it has one."""
    measure = held.record
    if measure.period is None:
        return 0.5 * (time.fit(measure.quote, held.date) == 1.0)
    asked, own = date_span(time.value), date_span(measure.period)
    if asked is None or own is None:
        return float(time.fit(f"{measure.period} {measure.quote}", measure.period) == 1.0)
    if asked == own:
        return 1.0
    return 0.6 if asked.first <= own.first and own.last <= asked.last else 0.0
