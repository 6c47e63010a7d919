"""One measure's figures over time, joined from all that the papers report of it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Measure
from matters_arising.corpus.span import date_span
from matters_arising.corpus.wording import canonical_words
from matters_arising.extract.phrase.number import SIGNS
from matters_arising.index.word.lexical import STOP_WORDS
from matters_arising.index.word.term import stems

_FEWEST_WORDS = 3
_SHARED_SHARE = 0.7
"""A name inside a longer one, "health assessments on time" in "initial health assessments on
time", is the same measure's where it has this share of the longer one's words."""

_TOTALS = stems("total cumulative average")
"""A total is another measure than what it adds up."""

_COUNCIL = " council"

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_STOP_STEMS = stems(" ".join(STOP_WORDS))

_Figure = Held[Measure]


@dataclass(frozen=True, slots=True)
class Point:
    """One report of a measure.

    `at` is the last day of its period; without a period, an actual figure's is the paper's
    date and any other's is None. A `restated` figure is one that a later paper gives
    otherwise for the same period.
    """

    figure: _Figure
    at: str | None
    restated: bool


@dataclass(frozen=True, slots=True)
class Series:
    """All figures of one measure in one unit, by the day they speak of, undated ones last.

    `measure` is its name in the latest paper.
    """

    measure: str
    unit: str
    points: tuple[Point, ...]


def join_series(figures: Iterable[_Figure]) -> tuple[Series, ...]:
    """Every figure in the series of its measure; measures told over most days stand first.

    A measure is the same where its words and unit are; numbers in its name, as in "within
    20 days", must be the same too. Words that stand in place of others make another measure,
    and so does another body: all councils report much the same.
    """
    named: dict[_Name, list[_Figure]] = defaultdict(list)
    for held in figures:
        named[_name_of(held)].append(held)
    joined: dict[_Name, list[_Figure]] = defaultdict(list)
    fuller = _fuller_names(named)
    for name, group in named.items():
        joined[_last(name, fuller)] += group
    made = [_make_series(body) for group in joined.values() for body in _by_body(group)]
    return tuple(sorted(made, key=_rank))


@dataclass(frozen=True, slots=True)
class _Name:
    """What tells measures apart: unit, numbers, and the stems of the telling words.

    `place` is where a name of a single word stands, "Total", for it tells nothing elsewhere.
    """

    unit: str
    numbers: tuple[str, ...]
    words: frozenset[str]
    place: tuple[str, str] | None


def _name_of(held: _Figure) -> _Name:
    measure = held.record
    numbers = tuple(sorted(_NUMBER.findall(measure.measure)))
    words = stems(measure.measure) - _STOP_STEMS
    alone = len(words) <= 1
    place = (held.paper.id, measure.section or "") if alone else None
    return _Name(measure.unit, numbers, words, place)


def _fuller_names(names: Iterable[_Name]) -> Mapping[_Name, _Name]:
    """For a name that stands inside one other's, that other; none where several hold it."""
    listed: dict[tuple[str, tuple[str, ...], str], list[_Name]] = defaultdict(list)
    everything = list(names)
    for name in everything:
        for word in name.words:
            listed[name.unit, name.numbers, word].append(name)
    found: dict[_Name, _Name] = {}
    for name in everything:
        if len(name.words) >= _FEWEST_WORDS:
            beside = min((listed[name.unit, name.numbers, word] for word in name.words), key=len)
            holders = [other for other in beside if name.words < other.words]
            if len(holders) == 1 and _is_near(name, holders[0]):
                found[name] = holders[0]
    return found


def _is_near(name: _Name, fuller: _Name) -> bool:
    more = fuller.words - name.words
    return len(name.words) >= _SHARED_SHARE * len(fuller.words) and not more & _TOTALS


def _last(name: _Name, fuller: Mapping[_Name, _Name]) -> _Name:
    while name in fuller:
        name = fuller[name]
    return name


def _by_body(figures: Sequence[_Figure]) -> Collection[Sequence[_Figure]]:
    """The figures of each committee apart, unless all can be of one.

    They can where they name no more than one committee and one council, as its plan does.
    """
    bodies: dict[str, list[_Figure]] = defaultdict(list)
    for held in figures:
        bodies[canonical_words(held.committee)].append(held)
    councils = {name for name in bodies if name.endswith(_COUNCIL)}
    committees = bodies.keys() - councils - {""}
    return bodies.values() if len(councils) > 1 or len(committees) > 1 else (figures,)


def _make_series(figures: Sequence[_Figure]) -> Series:
    ordered = sorted(figures, key=_order)
    latest = max(figures, key=lambda held: (held.date or "", held.id))
    points = tuple(Point(held, _day_of(held), _is_restated(held, figures)) for held in ordered)
    return Series(latest.record.measure, latest.record.unit, points)


def _order(held: _Figure) -> tuple[str, str, int]:
    return _day_of(held) or "9999", held.date or "9999", held.id


def _day_of(held: _Figure) -> str | None:
    """The last day that a figure speaks of."""
    measure = held.record
    span = date_span(measure.period)
    if span is None and measure.kind == "actual":
        span = date_span(held.date)
    return span.last if span else None


def _is_restated(held: _Figure, figures: Sequence[_Figure]) -> bool:
    """Whether the last paper that gives a figure for its period gives another one.

    A baseline is an earlier period's actual figure: for its period they are one.
    """
    period, target = held.record.period, held.record.kind == "target"
    if period is None or held.date is None:
        return False
    same = [f for f in figures if f.record.period == period and f.date]
    later = [
        f for f in same if (f.date or "") > held.date and (f.record.kind == "target") == target
    ]
    if not later:
        return False
    last = max(f.date or "" for f in later)
    return all(f.record.value != held.record.value for f in later if f.date == last)


def _rank(series: Series) -> tuple[int, int, str, str]:
    days = {point.at for point in series.points if point.at}
    return -len(days), -len(series.points), series.measure.casefold(), series.unit


def say_value(value: float, unit: str) -> str:
    """A figure with its unit as people write it: "87%", "£2,400,000", "19 days"."""
    number = f"{value:,.10g}"
    if unit in SIGNS:
        return f"{SIGNS[unit]}{number}"
    said = {"percent": f"{number}%", "count": number}
    return said.get(unit, f"{number} {unit.replace('_', ' ')}")
