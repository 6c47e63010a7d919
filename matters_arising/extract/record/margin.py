"""Initials in the margin of ruled minutes: who is to act on what stands beside them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from matters_arising.corpus.paper import Place
from matters_arising.corpus.record import Action
from matters_arising.extract.phrase.owner import split_owners
from matters_arising.extract.phrase.sentence import find_sentences
from matters_arising.extract.reader.word import Line, box_around
from matters_arising.extract.record.action import LONGEST_SECTION
from matters_arising.extract.record.attendance import Attendance, Attendee
from matters_arising.extract.record.promise import may_bind
from matters_arising.extract.structure.prose import build_blocks
from matters_arising.extract.table.fragment import Fragment
from matters_arising.extract.table.piece import CellPiece, RowPiece

NARROW = 0.2
"""A margin takes up no more than this share of its table's width."""

INITIALS = re.compile(r"[A-Z]{2,4}(?:\s*[/,&]\s*[A-Z]{2,4})*")
FEWEST_WORDS = 4
"""A sentence of fewer words than this is a title, and commits nobody."""

HEADING = re.compile(r"(?:actions?|by|by whom|who|lead|owner|initials)\W*", re.I)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence as it stands in a cell: its words, and the lines it runs over."""

    text: str
    lines: tuple[Line, ...]
    paragraph: int

    @property
    def bottom(self) -> float:
        """Where its last line ends, in points from the top of the page."""
        return self.lines[-1].box[3]


@dataclass(frozen=True, slots=True)
class Marked:
    """A row of minutes with initials in its margin, and the title of its item."""

    notes: tuple[Line, ...]
    text: CellPiece
    heading: str | None
    report: int


def actions_in_margins(
    fragments: Iterable[tuple[Fragment, int]], attendance: Attendance
) -> Iterator[Action]:
    """An action for every initials in a margin that holds nothing else.

    The initials stay the owner as printed; whom they stand for, by the list of attendance,
    tells which of the sentences beside them is meant.
    """
    for run in _runs(fragments):
        rows = list(_marked_rows(run))
        if _are_initials(run, attendance):
            for row in rows:
                yield from _read_row(row, attendance)


Run = list[tuple[Fragment, int]]


def _runs(fragments: Iterable[tuple[Fragment, int]]) -> list[Run]:
    """The pieces of one table over its pages: those of one report with the same margin."""
    runs: dict[tuple[int, int, int], Run] = {}
    for fragment, report in fragments:
        margins = [cell for cell in map(_margin, fragment.rows) if cell is not None]
        narrow = [c for c in margins if c.box[2] - c.box[0] <= NARROW * _width(fragment)]
        if narrow and not fragment.nested:
            edge = round(max(cell.box[0] for cell in narrow) / 10)
            runs.setdefault((report, edge, round(fragment.box[2] / 10)), []).append(
                (fragment, report)
            )
    return list(runs.values())


def _width(fragment: Fragment) -> float:
    return fragment.box[2] - fragment.box[0]


def _margin(row: RowPiece) -> CellPiece | None:
    """The last cell of a row of several, wherever the text beside it is the wider."""
    return row.cells[-1] if len(row.cells) > 1 else None


def _are_initials(run: Run, attendance: Attendance) -> bool:
    """Whether the margin holds initials alone, and is headed as one or names those present."""
    lines = [line.text for fragment, _ in run for line in _margin_lines(fragment)]
    noted = [text for text in lines if not HEADING.fullmatch(text)]
    if not noted or not all(map(INITIALS.fullmatch, noted)):
        return False
    present = any(attendance.with_initials(one) for text in noted for one in split_owners(text))
    return present or len(noted) < len(lines)


def _margin_lines(fragment: Fragment) -> Iterator[Line]:
    seen: set[CellPiece] = set()
    for row in fragment.rows:
        cell = _margin(row)
        if cell is None or cell in seen or cell.box[2] - cell.box[0] > NARROW * _width(fragment):
            continue
        seen.add(cell)
        yield from cell.lines


def _marked_rows(run: Run) -> Iterator[Marked]:
    heading: str | None = None
    for fragment, report in run:
        for row in fragment.rows:
            margin = _margin(row)
            if margin is None:
                continue
            text = max(row.cells[:-1], key=lambda cell: cell.box[2] - cell.box[0])
            heading = _heading(row, text) or heading
            notes = tuple(line for line in margin.lines if INITIALS.fullmatch(line.text))
            if notes and text.lines:
                yield Marked(notes, text, heading, report)


def _heading(row: RowPiece, text: CellPiece) -> str | None:
    """The item's number and its first line; None where a row goes on with the one above."""
    number = row.cells[0]
    if number is text or not number.lines or not text.lines:
        return None
    return f"{number.text} {text.lines[0].text}"[:LONGEST_SECTION]


def _read_row(row: Marked, attendance: Attendance) -> Iterator[Action]:
    stretches = [s for s in _stretches(row.text) if len(s.text.split()) >= FEWEST_WORDS]
    for index, note in enumerate(row.notes):
        end = _reach(row.notes[index:])
        beside = [s for s in stretches if s.bottom > note.box[1] and s.lines[0].box[1] < end]
        meant = _find_meant(beside, note, attendance)
        if meant is not None:
            yield _action(row, note, meant)


def _reach(notes: Sequence[Line]) -> float:
    """How far down the first of some notes reaches: to the next that is not of its stack."""
    for upper, lower in pairwise(notes):
        if lower.box[1] - upper.box[3] > upper.size:
            return lower.box[1]
    return float("inf")


def _stretches(cell: CellPiece) -> Iterator[Stretch]:
    """The sentences of a cell, each with its lines."""
    for index, block in enumerate(build_blocks(cell.lines)):
        text = " ".join(line.text for line in block.lines)
        ends = list(accumulate(len(line.text) + 1 for line in block.lines))
        for start, end in find_sentences(text):
            lines = [
                line
                for line, stop in zip(block.lines, ends, strict=True)
                if stop > start and stop - len(line.text) - 1 < end
            ]
            yield Stretch(text[start:end], tuple(lines), index)


def _find_meant(beside: Sequence[Stretch], note: Line, attendance: Attendance) -> Stretch | None:
    """The sentence that initials mark: one that binds their bearer, else that beside them."""
    for person in filter(None, map(attendance.with_initials, split_owners(note.text))):
        for stretch in beside:
            paragraph = [s.text for s in beside if s.paragraph == stretch.paragraph]
            if may_bind(stretch.text) and _is_named(person, " ".join(paragraph)):
                return stretch
    first = [s for s in beside if s.paragraph == beside[0].paragraph]
    return next((s for s in first if may_bind(s.text)), first[0] if first else None)


def _is_named(person: Attendee, text: str) -> bool:
    """Whether a text names somebody, or their office other than that of a member."""
    return any(
        re.search(rf"\b{re.escape(name)}\b", text)
        for name in (person.surname, person.role)
        if name is not None
    )


def _action(row: Marked, note: Line, meant: Stretch) -> Action:
    box = box_around([*(line.box for line in meant.lines), note.box])
    return Action(
        ref=None,
        section=row.heading,
        action=meant.text,
        owners=split_owners(note.text),
        due_text=None,
        due_date=None,
        due_precision=None,
        status_text=None,
        status=None,
        status_words=None,
        update=None,
        columns=(),
        places=(Place(row.text.page, box),),
        source="minutes",
        report=row.report,
    )
