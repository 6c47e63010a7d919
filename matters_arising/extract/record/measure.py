"""Measures: the figures that prose reports, each as a record. Tables: `measure_table`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from matters_arising.corpus.record import Measure
from matters_arising.extract.phrase.claim import promises_results, read_direction, read_kind
from matters_arising.extract.phrase.number import Figure, find_figures, has_number
from matters_arising.extract.phrase.period import Calendar, Period, find_periods
from matters_arising.extract.phrase.sentence import find_sentences
from matters_arising.extract.phrase.wording import word_measure
from matters_arising.extract.record.measure_table import measures_in_table as measures_in_table


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph or list item, with the heading or label that it stands under."""

    text: str
    heading: str | None = None


_PAIRED = re.compile(r"\b(?:to|from)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_PER_PERSON = re.compile(r"\bcase-?loads?\b", re.IGNORECASE)
_TIME_UNIT = re.compile(r"\bnumber of (days|weeks|months|years|hours)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]{2,}")
_FEWEST_WORDS = 3
"""Words without which a text says nothing of what its figures measure."""
_LONGEST_SCRAP = 40
"""Characters of a text whose words are counted before it is read."""
_OF_THOSE = re.compile(r"\bof (?:which|whom|these|those|them)\b", re.IGNORECASE)
"""Between a figure and the number of those that it counts again: the time is the same."""
_LIST_ITEM = re.compile(r"[•▪·–-]|\d[\d,]*%?\s|[a-z]")
_ANNOUNCED = re.compile(r"\s*(?:as (?:of|at)|in|during|for)\b[^:.;]*:", re.IGNORECASE)
MOST_FIGURES = 60
"""Figures in a sentence beyond which it is a table run together, and says what none of them is."""
_LEADING = 25
"""Characters from its sentence's start within which a time holds for all its figures."""


def measures_in(
    text: str,
    *,
    paper_date: str | None,
    covers: str | None = None,
    heading: str | None = None,
    lead_in: str | None = None,
) -> tuple[Measure, ...]:
    """Every figure that a text reports, each as a record without place or section.

    `covers` is the quarter or financial year that the paper reports on, where it says so
    (see `read_covered_period`). Under a `heading` that promises results, figures are
    targets. `lead_in` is the sentence that introduces a list: its time holds for the items.
    """
    if _is_scrap(text) or not has_number(text):
        return ()
    calendar = Calendar(paper_date, covers)
    shared = _last_period(lead_in, calendar)
    found: list[Measure] = []
    for start, end in find_sentences(text):
        shared = _announced_period(text[start:end], calendar) or shared
        earlier = found[-1].measure if found else None
        for measure in _measures_of(text[start:end], calendar, earlier):
            found.append(measure if measure.period_text or not shared else _at(measure, shared))
    if found and heading is not None and promises_results(heading):
        return tuple(replace(measure, kind="target", direction=None) for measure in found)
    return tuple(found)


def _is_scrap(text: str) -> bool:
    """Whether a text has too few words to say what a figure in it measures, as a date has."""
    return len(text) < _LONGEST_SCRAP and len(_WORD.findall(text)) < _FEWEST_WORDS


def measures_of(
    paragraphs: Iterable[Prose], *, paper_date: str | None, covers: str | None = None
) -> Iterator[tuple[int, Measure]]:
    """The measures of a report's paragraphs in order, with each one's paragraph.

    A paragraph that ends with a colon leads in the list after it, whose items begin with
    a mark, a figure or a small letter.
    """
    lead_in: str | None = None
    for index, prose in enumerate(paragraphs):
        text = prose.text.strip()
        lead_in = lead_in if _LIST_ITEM.match(text) else None
        for measure in measures_in(
            prose.text,
            paper_date=paper_date,
            covers=covers,
            heading=prose.heading,
            lead_in=lead_in,
        ):
            yield index, measure
        if text.endswith(":"):
            lead_in = text


def merge_repeats(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """Each figure once, at all its places, where a paper says the same thing again.

    The same are figures of one value, unit, kind and wording, whose times do not differ.
    Targets stay apart: the same promise under another heading is another promise.
    """
    merged: dict[tuple[float, str, str, str], list[Measure]] = {}
    for measure in measures:
        wording = " ".join(re.findall(r"\w+", measure.measure.lower()))
        alike = merged.setdefault((measure.value, measure.unit, measure.kind, wording), [])
        for position, known in enumerate(alike):
            if measure.kind == "target":
                continue
            if None in (known.period, measure.period) or known.period == measure.period:
                fuller = known if known.period else measure
                alike[position] = replace(fuller, places=known.places + measure.places)
                break
        else:
            alike.append(measure)
    return tuple(measure for alike in merged.values() for measure in alike)


def read_covered_period(title: str, *, paper_date: str | None) -> str | None:
    """The quarter or financial year that a report's title says it is about."""
    values = (period.value for period in find_periods(title, Calendar(paper_date)))
    return next((value for value in values if value and "/" in value and ".." not in value), None)


def _measures_of(sentence: str, calendar: Calendar, earlier: str | None) -> Iterator[Measure]:
    if len(_WORD.findall(sentence)) < _FEWEST_WORDS:
        return
    figures = find_figures(sentence)
    if not 0 < len(figures) <= MOST_FIGURES:
        return
    periods = find_periods(sentence, calendar)
    owned = _assign_periods(sentence, figures, periods)
    direction: str | None = None
    for index, figure in enumerate(figures):
        kind = read_kind(sentence, figures, index, owned[index])
        direction = read_direction(sentence, figures, index, kind, direction)
        words = word_measure(sentence, index, figures, periods, earlier)
        period = owned[index]
        yield Measure(
            quote=sentence,
            measure=words,
            value=figure.value,
            unit=figure.unit or _unit_of_subject(sentence, figures, figure, words),
            qualifier=figure.qualifier,
            period_text=period.text if period else None,
            period=period.value if period else None,
            kind=kind,
            direction=direction if kind != "baseline" else None,
        )
        earlier = words or earlier


def _assign_periods(
    sentence: str, figures: Sequence[Figure], periods: Sequence[Period]
) -> tuple[Period | None, ...]:
    """For each figure the time that follows it before the next; else one that leads it in.

    A time right before a figure ("last year's 10%") is that figure's.
    """
    abutting = [
        p
        for p in periods
        for f in figures
        if p.end < f.start and sentence[p.end : f.start].isspace()
    ]
    owned: list[Period | None] = []
    for index, figure in enumerate(figures):
        limit = figures[index + 1].start if index + 1 < len(figures) else None
        following = (
            p for p in periods if p.start >= figure.end and (limit is None or p.end <= limit)
        )
        own = next((p for p in following if p not in owned and p not in abutting), None)
        leading = own or _leading_period(figures, periods, owned, index)
        part = index and _OF_THOSE.search(sentence, figures[index - 1].end, figure.start)
        owned.append(owned[-1] if part and leading is None else leading)
    return tuple(owned)


def _leading_period(
    figures: Sequence[Figure],
    periods: Sequence[Period],
    owned: Sequence[Period | None],
    index: int,
) -> Period | None:
    """The nearest time before a figure, with no figure between unless it opens the sentence."""
    since = figures[index - 1].end if index else 0
    before = [p for p in periods if p.end <= figures[index].start]
    near = [p for p in before if p.start >= since and p not in owned]
    if near:
        return near[-1]
    opening = [p for p in before if p.end <= figures[0].start and p.start < _LEADING]
    return opening[-1] if opening else None


def _unit_of_subject(sentence: str, figures: Sequence[Figure], figure: Figure, words: str) -> str:
    """The unit of a bare figure: its partner's in the comparison, or its subject's."""
    for first, second in pairwise(figures):
        units = {first.unit, second.unit} - {None, "count"}
        paired = figure in (first, second) and _PAIRED.search(sentence[first.end : second.start])
        if paired and len(units) == 1 and not _BY.search(sentence[: first.start]):
            return str(units.pop())
    if _PER_PERSON.search(words):
        return "per_person"
    named = _TIME_UNIT.search(sentence)
    return named[1].lower() if named else "count"


def _last_period(text: str | None, calendar: Calendar) -> Period | None:
    periods = find_periods(text, calendar) if text else ()
    return periods[-1] if periods else None


def _announced_period(sentence: str, calendar: Calendar) -> Period | None:
    """The time that a colon sets over what follows: "As of 2 August 2020: …"."""
    announced = _ANNOUNCED.match(sentence)
    return _last_period(announced.group(), calendar) if announced else None


def _at(measure: Measure, period: Period) -> Measure:
    return replace(measure, period_text=period.text, period=period.value)
