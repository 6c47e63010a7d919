"""One invented paper: passages of many papers, permuted, with sections, a table and records.

Each is the issue of one year of a plan, which lists the same actions in each of its issues,
lightly reworded; its other passages are its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from random import Random

from benchmarks.library.source import Origin, Source
from benchmarks.library.wording import (
    SWAPPED_IN_PLANS,
    invent_board,
    invent_place,
    permute,
    permute_ref,
    reword,
)
from matters_arising.corpus.layout import Cell, Paragraph, Report, Row, Section, Table
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.reading import Audit, Reading
from matters_arising.corpus.record import Action, Decision, Measure

YEARS = range(2015, 2025)
"""Each plan has an issue in each of these, so that half of all are of 2020 or later."""

PER_PAGE, PER_SECTION = 8, 12
"""Passages on a page and in a section."""

_HEADER = ("Action", "Update")


@dataclass(frozen=True, slots=True)
class Invented:
    """A paper, and what each of its passages was made of, in their order."""

    reading: Reading
    origins: tuple[Origin, ...]


@dataclass(slots=True)
class _Pile:
    """What a paper holds so far, each record where `Passage.record` will look for it."""

    actions: list[Action] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of the source, and what draws them: for the plan, and for the paper alone."""

    source: tuple[str, ...]
    plan: Random
    own: Random

    def permute(self, origin: Origin) -> str:
        """What the paper makes of a passage; an action is its plan's, lightly reworded."""
        text = origin.passage.search_text
        if not isinstance(origin.record, Action):
            return permute(text, self.source, self.own)
        planned = permute(text, self.source, self.plan, swapped=SWAPPED_IN_PLANS)
        return reword(planned, self.source, self.own)


def invent_paper(number: int, source: Source, rng: Random, *, passages: int) -> Invented:
    """The paper of a number, with so many passages."""
    plan = Random(f"plan {number // len(YEARS)}")
    drawn = tuple(plan.choices(source.origins, k=passages))
    paper = _paper(number, plan, rng, pages=1 + (passages - 1) // PER_PAGE)
    pile = _Pile()
    for position, origin in enumerate(drawn):
        _lay(position, origin, _Words(source.words, plan, rng), pile, paper)
    report = Report(
        None, paper.title, "report", paper.date, paper.committee, None, (1, paper.pages)
    )
    reading = Reading(
        paper=paper,
        reports=(report,),
        sections=tuple(_sections(passages, drawn)),
        paragraphs=tuple(pile.paragraphs),
        tables=_tables(pile.rows),
        actions=tuple(pile.actions),
        measures=tuple(pile.measures),
        decisions=tuple(pile.decisions),
        abbreviations=(),
        audit=_audit(pile.passages),
        passages=tuple(pile.passages),
    )
    return Invented(reading, drawn)


def _paper(number: int, plan: Random, rng: Random, *, pages: int) -> Paper:
    """Its year follows from its number, its name from its plan, the rest is drawn."""
    year = YEARS[number % len(YEARS)]
    committee = invent_board(plan)
    return Paper(
        id=sha256(f"invented paper {number}".encode()).hexdigest(),
        name=f"invented-{number:06d}",
        title=f"{invent_place(plan)} report to the {committee}",
        date=f"{year}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
        committee=committee,
        kind="report",
        pages=pages,
        labels=(None,) * pages,
    )


def _sections(passages: int, drawn: Sequence[Origin]) -> list[Section]:
    return [
        Section(
            str(1 + first // PER_SECTION),
            drawn[first].passage.heading or "Progress",
            1,
            None,
            0,
            (_place(first),),
        )
        for first in range(0, passages, PER_SECTION)
    ]


def _tables(rows: Sequence[Row]) -> tuple[Table, ...]:
    """The rows as one table; none where there are none."""
    places = tuple(dict.fromkeys(place for row in rows for place in row.places))
    return (Table(_HEADER, tuple(rows), None, 0, places),) if rows else ()


def _audit(passages: Sequence[Passage]) -> Audit:
    in_tables = sum(len(one.text) for one in passages if one.kind == "row")
    in_text = sum(len(one.text) for one in passages if one.kind == "text")
    return Audit(in_tables + in_text, in_tables, in_text, 0)


def _place(position: int) -> Place:
    """Where the passage of a position stands: a band of its page."""
    top = 60.0 + 90.0 * (position % PER_PAGE)
    return Place(1 + position // PER_PAGE, (56.0, top, 540.0, top + 80.0))


def _lay(position: int, origin: Origin, words: _Words, pile: _Pile, paper: Paper) -> None:
    """Put a permuted passage into the paper, with the record and the layout it stands for."""
    search_text = words.permute(origin)
    place = (_place(position),)
    passage = replace(
        origin.passage,
        text=search_text,
        search_text=search_text,
        places=place,
        ref=permute_ref(origin.passage.ref, words.own),
        record=_file(origin, search_text, place, pile, paper),
        report=0,
    )
    pile.passages.append(passage)
    if passage.kind == "text":
        section = position // PER_SECTION
        pile.paragraphs.append(Paragraph(search_text, None, section, 0, place))
    elif passage.kind == "row":
        pile.rows.append(Row("body", _cells(search_text, place)))


def _cells(text: str, places: tuple[Place, ...]) -> tuple[Cell, ...]:
    first, _, rest = text.partition("\n")
    return Cell(first, (0, 0), places), Cell(rest, (1, 1), places)


def _file(
    origin: Origin, text: str, places: tuple[Place, ...], pile: _Pile, paper: Paper
) -> int | None:
    """Keep a record like the origin's that says `text`; its position, None where it has none."""
    match origin.record:
        case Action() as action:
            dated = _due_after(paper, action)
            pile.actions.append(replace(dated, action=text, places=places, report=0))
            return len(pile.actions) - 1
        case Measure() as measure:
            pile.measures.append(replace(measure, quote=text, places=places, report=0))
            return len(pile.measures) - 1
        case Decision() as decision:
            told = replace(decision, text=text, date=paper.date, committee=paper.committee)
            pile.decisions.append(replace(told, places=places, report=0))
            return len(pile.decisions) - 1
    return None


def _due_after(paper: Paper, action: Action) -> Action:
    """The action due in a month of the paper's own year, where it is due in a month at all."""
    if paper.date is None or action.due_date is None or "-" not in action.due_date:
        return action
    return replace(action, due_date=paper.date[:4] + action.due_date[4:7], due_precision="month")
