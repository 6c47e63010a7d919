"""Passages: what is searched. Paragraphs, table rows, figures and decisions, each with places."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from matters_arising.corpus.layout import Paragraph, Row, Table, heading_path
from matters_arising.corpus.paper import Place
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.reading import Reading
from matters_arising.corpus.record import Action
from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.index.lead_in import find_listed_rows, leads_in

LONGEST = 120
"""Words in a passage: the encoder reads about 256 word pieces and drops the rest."""

SHORT = 12
"""A paragraph of fewer words than this is read with the one before it."""

_BROKEN_OFF = re.compile(
    r"\b(?:an?|are|as|at|be|been|by|for|from|has|have|in|is|least|nearly|of|on|over|than"
    r"|that|the|their|to|up|was|were|which|with)\s*$"
)
_GOES_ON = re.compile(r"[£\d]|[a-z]{2,}\b")
"""How a paragraph ends that a page or a picture broke off, and how the rest of it begins."""

LONG_CELL = 60
"""A cell of more words than this makes passages of its own."""

PARTS = ("measure", "decision")
"""Kinds of passages that are part of another, kept apart so that they are found by themselves."""


def make_passages(reading: Reading) -> tuple[Passage, ...]:
    """Every passage of a paper, in reading order within each kind.

    No word of a paragraph or a body row is lost: what is too long for one passage is cut
    at the end of a sentence, and each part says what it is part of.
    """
    return (
        *_text_passages(reading),
        *_row_passages(reading),
        *_measure_passages(reading),
        *_decision_passages(reading),
    )


def embedded_text(passage: Passage) -> str:
    """What the encoder reads of a passage: the headings nearest to it, then what it says."""
    headings = passage.heading.split(" › ")[-2:] if passage.heading else []
    return "\n".join((*headings, passage.search_text))


def _heading(reading: Reading, section: int | None) -> str:
    return " › ".join(heading_path(reading.sections, section))


def _text_passages(reading: Reading) -> Iterator[Passage]:
    for group in (*_gather(reading.paragraphs), *_gather(_bare_headings(reading))):
        heading = _heading(reading, group[0].section)
        for text, places in _cut_group([*group, *find_listed_rows(reading, group[-1])]):
            record = _action_told(text, places, reading.actions)
            ref = None if record is None else reading.actions[record].ref
            yield Passage("text", heading, text, text, places, ref, record, group[0].report)


def _bare_headings(reading: Reading) -> list[Paragraph]:
    """Headings with nothing under them, as paragraphs of the section they stand in.

    A closing line ("The meeting ended at 5.14 pm") is often set like a heading.
    """
    told = {p.section for p in reading.paragraphs} | {t.section for t in reading.tables}
    for position, section in reversed(list(enumerate(reading.sections))):
        if position in told:
            told.add(section.parent)
    return [
        Paragraph(one.title, one.number, one.parent, one.report, one.places)
        for position, one in enumerate(reading.sections)
        if position not in told
    ]


def _action_told(text: str, places: Sequence[Place], actions: Sequence[Action]) -> int | None:
    """The position of the first action of the prose at these places whose words a text holds."""
    for index, action in enumerate(actions):
        told = action.source != "table" and set(action.places) <= set(places)
        if told and action.action in text:
            return index
    return None


def _gather(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Paragraphs that are read together: a lead-in with its list, a short one with the last."""
    group: list[Paragraph] = []
    for paragraph in paragraphs:
        if group and not _belongs(group, paragraph):
            opening = group[-1:] if len(group) > 1 and _opens(group[-1], paragraph) else []
            yield group[: len(group) - len(opening)]
            group = opening
        group.append(paragraph)
    if group:
        yield group


def _belongs(group: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    last = group[-1]
    if last.section != paragraph.section or last.report != paragraph.report:
        return False
    if len(group) == 1 and _opens(last, paragraph):
        return True
    words = sum(_count(p.text) for p in group) + _count(paragraph.text)
    listed = last.text.endswith((":", ";", ",")) or _count(last.text) < SHORT
    joined = listed or _count(paragraph.text) < SHORT or _runs_on(last.text, paragraph.text)
    return words <= LONGEST and joined


def _runs_on(text: str, following: str) -> bool:
    """Whether a sentence breaks off at the end of a text and goes on in the one that follows."""
    return bool(_BROKEN_OFF.search(text) and _GOES_ON.match(following))


def _opens(lead: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a paragraph leads into the next, and says nothing without it."""
    same = lead.section == paragraph.section and lead.report == paragraph.report
    return same and leads_in(lead.text) and _count(lead.text) < LONGEST // 2


def _count(text: str) -> int:
    return len(text.split())


def _cut_group(group: Sequence[Paragraph]) -> Iterator[tuple[str, tuple[Place, ...]]]:
    if len(group) == 1:
        for text in cut_text(group[0].text):
            yield text, group[0].places
        return
    places = tuple(dict.fromkeys(place for p in group for place in p.places))
    if sum(_count(p.text) for p in group) <= LONGEST or len(group) > 2:
        yield _joined(group), places
        return
    lead = _numbered(group[0])
    first, *rest = cut_text(_numbered(group[1]), longest=LONGEST - _count(lead))
    yield f"{lead}\n{first}", places
    for text in rest:
        yield text, group[1].places


def _joined(group: Sequence[Paragraph]) -> str:
    """The paragraphs a line each, but for those that go on with a sentence."""
    text = _numbered(group[0])
    for last, paragraph in pairwise(group):
        between = " " if _runs_on(last.text, paragraph.text) else "\n"
        text += between + _numbered(paragraph)
    return text


def _numbered(paragraph: Paragraph) -> str:
    return f"{paragraph.number} {paragraph.text}" if paragraph.number else paragraph.text


def cut_text(text: str, *, longest: int = LONGEST) -> Iterator[str]:
    """Cut a text at sentence ends into parts of at most `longest` words, losing no word."""
    part: list[str] = []
    for sentence in _short_sentences(text, longest):
        if part and sum(map(_count, part)) + _count(sentence) > longest:
            yield " ".join(part)
            part = []
        part.append(sentence)
    if part:
        yield " ".join(part)


def _short_sentences(text: str, longest: int) -> Iterator[str]:
    for sentence in split_sentences(text):
        words = sentence.split()
        for start in range(0, len(words), longest):
            yield " ".join(words[start : start + longest])


def _row_passages(reading: Reading) -> Iterator[Passage]:
    records = _RowRecords(reading.actions)
    for table in reading.tables:
        heading = _heading(reading, table.section)
        for row in table.rows:
            if row.kind in ("body", "label", "banner") and any(cell.text for cell in row.cells):
                record = records.find(row)
                action = reading.actions[record] if record is not None else None
                yield from _row(row, table, heading, action, record)


class _RowRecords:
    """The action made from each row, asked for in reading order.

    Rows under one merged cell stand in one box, and each has its own action; an action may
    also stand in several rows.
    """

    def __init__(self, actions: Sequence[Action]) -> None:
        self._places = [frozenset(action.places) for action in actions]
        self._unused: dict[tuple[Place, ...], list[int]] = {}
        self._by_place: dict[Place, int] = {}
        for index, action in enumerate(actions):
            self._unused.setdefault(action.places, []).append(index)
            self._by_place.update(dict.fromkeys(action.places, index))

    def find(self, row: Row) -> int | None:
        """The position of the row's action; None where it has none."""
        if unused := self._unused.get(row.places):
            return unused.pop(0)
        index = self._by_place.get(row.places[0]) if row.places else None
        return index if index is not None and self._places[index] >= set(row.places) else None


def _row(
    row: Row, table: Table, heading: str, action: Action | None, record: int | None
) -> Iterator[Passage]:
    """The row's short cells as one passage, each of its long cells as one or more."""
    path = f"{heading} › {row.banner}" if row.banner and row.kind != "banner" else heading
    ref = action.ref if action else None
    cells = [(_name(table, cell.columns[0]), cell) for cell in row.cells if cell.text]
    short = [(name, cell) for name, cell in cells if _count(cell.text) <= LONG_CELL]
    if short:
        said = "\n".join(_said(name, cell.text) for name, cell in short)
        text = "\n".join(cell.text for _, cell in short)
        yield Passage("row", path, text, said, row.places, ref, record, table.report)
    about = _about(action, short[0][1].text if short else None)
    for name, cell in cells:
        if _count(cell.text) > LONG_CELL:
            for part in cut_text(cell.text):
                said = "\n".join((*about, _said(name, part)))
                yield Passage("row", path, part, said, cell.places, ref, record, table.report)


def _name(table: Table, column: int) -> str:
    return table.header[column] if column < len(table.header) else ""


def _said(name: str, text: str) -> str:
    return f"{name}: {text}" if name else text


def _about(action: Action | None, first: str | None) -> tuple[str, ...]:
    """What a long cell's part is about: the action, or the row's first words."""
    if action is not None:
        return tuple(part for part in (action.ref, action.action) if part)
    return (first,) if first else ()


def _measure_passages(reading: Reading) -> Iterator[Passage]:
    """One passage for each sentence with figures in it."""
    seen: set[tuple[str, tuple[Place, ...]]] = set()
    for index, measure in enumerate(reading.measures):
        if (measure.quote, measure.places) in seen:
            continue
        seen.add((measure.quote, measure.places))
        heading = measure.section or ""
        yield Passage(
            "measure",
            heading,
            measure.quote,
            f"{measure.measure}\n{measure.quote}",
            measure.places,
            record=index,
            report=measure.report,
        )


def _decision_passages(reading: Reading) -> Iterator[Passage]:
    for index, decision in enumerate(reading.decisions):
        said = {"resolved": "Resolved", "recommendation": "Recommendation"}[decision.kind]
        yield Passage(
            "decision",
            decision.item or "",
            decision.text,
            f"{said}: {decision.text}",
            decision.places,
            record=index,
            report=decision.report,
        )
