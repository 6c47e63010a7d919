"""Actions told in prose under labels: the deed, then "Owner: …", "Due: …", or both in brackets."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from matters_arising.corpus.layout import Paragraph, Section, Table
from matters_arising.corpus.paper import Box, Place
from matters_arising.corpus.record import Action
from matters_arising.extract.phrase.due import read_due
from matters_arising.extract.phrase.owner import split_owners
from matters_arising.extract.phrase.status import NO_LEGEND, Legend, read_status
from matters_arising.extract.reader.word import box_around
from matters_arising.extract.record.form import FRONT
from matters_arising.extract.record.legend import find_legend
from matters_arising.extract.table.header import LABELLED, read_labelled

FEWEST = 2
"""Labelled actions in a report: one alone may be the block of its title."""

FEWEST_WORDS = 3
"""Fewer words tell of nothing to be done."""

BRACKETED = re.compile(r"\s*[(\[](?P<labels>[^()\[\]]+:[^()\[\]]+)[)\]]\W*")
"""Labels in brackets after a deed: "Train all staff (Lead: J Lamp; due: May 2025)"."""

OWN_HEADING = re.compile(
    r"(?:Action|Recommendation|Objective|Task)\s+(?:No\.? ?)?(?P<ref>[A-Z]{0,4}\d[\w./-]*)"
    r"(?:\s*[:.–-]\s*(?P<deed>\S.*))?\s*"
)
"""The heading of one action: "Action 3", "Recommendation 2: train all staff"."""

Label = tuple[str, str]
"""The field that a label names, and what it says."""


@dataclass(slots=True)
class _Entry:
    """An action being put together: its deed, and the labels found under it.

    `headed` is the heading right over it, which is the deed where nothing else is.
    """

    home: Paragraph
    deed: str = ""
    ref: str | None = None
    headed: str = ""
    said: dict[str, str] = field(default_factory=dict)
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether it says what is to be done, by whom, and by when or how it went."""
        told = "owner" in self.said and bool(self.said.keys() & {"due", "status", "update"})
        label = LABELLED.fullmatch(self.action)
        fronts = label is not None and FRONT.search(label["label"])
        return told and not fronts and len(self.action.split()) >= FEWEST_WORDS

    @property
    def action(self) -> str:
        """What is to be done."""
        return self.deed or self.headed


def actions_under_labels(
    paragraphs: Sequence[Paragraph],
    sections: Sequence[Section],
    paper_date: str | None,
    *,
    tables: Sequence[Table] = (),
    prose: Iterable[str] = (),
) -> Iterator[Action]:
    """The actions of reports that tell at least two of them so, in order.

    The `tables` and the `prose` may hold the key of their ratings.
    """
    entries = [entry for entry in _entries(paragraphs, sections) if entry.whole]
    reports = [entry.home.report for entry in entries]
    told = [entry for entry in entries if reports.count(entry.home.report) >= FEWEST]
    legend = find_legend(tables, prose) if told else NO_LEGEND
    for entry in told:
        yield _action(entry, sections, paper_date, legend)


def _entries(paragraphs: Iterable[Paragraph], sections: Sequence[Section]) -> Iterator[_Entry]:
    """Every deed with the labels that follow it under the same heading."""
    entry: _Entry | None = None
    for paragraph in paragraphs:
        labels = _labels(paragraph.text)
        bracketed = [] if labels else _bracketed(paragraph)
        same = entry is not None and _home(entry.home) == _home(paragraph)
        if entry is not None and same and labels and _adds(entry, labels):
            _tell(entry, paragraph, labels)
            continue
        if entry is not None:
            yield entry
        yield from bracketed[:-1]
        begun = bracketed[-1:] or [_begin(paragraph, labels, sections, opening=not same)]
        entry = begun[0]
    if entry is not None:
        yield entry


def _home(paragraph: Paragraph) -> tuple[int | None, int]:
    return paragraph.section, paragraph.report


def _labels(text: str) -> list[Label]:
    """The labels that a text consists of: one to each part, else one for all of it."""
    if ":" not in text:
        return []
    parts = [part[:1].upper() + part[1:] for part in re.split(r"\s*[;|]\s*", text)]
    labels = [label for part in parts if (label := read_labelled(part))]
    whole = read_labelled(text[:1].upper() + text[1:])
    return labels if len(labels) == len(parts) else [whole] if whole else []


def _bracketed(paragraph: Paragraph) -> list[_Entry]:
    """The deeds of a paragraph that ends each of them with labels in brackets."""
    entries: list[_Entry] = []
    start = 0
    for found in BRACKETED.finditer(paragraph.text):
        labels = _labels(found["labels"])
        if labels:
            number = paragraph.number if not entries else None
            entries.append(_Entry(paragraph, paragraph.text[start : found.start()], number))
            _tell(entries[-1], paragraph, labels)
            start = found.end()
    return entries if start == len(paragraph.text) else []


def _adds(entry: _Entry, labels: Sequence[Label]) -> bool:
    """Whether labels tell more of an action, and are not the first of another's."""
    return not any(name in entry.said or (name == "action" and entry.deed) for name, _ in labels)


def _tell(entry: _Entry, paragraph: Paragraph, labels: Sequence[Label]) -> None:
    entry.paragraphs.append(paragraph)
    entry.said.update(labels)
    entry.deed = entry.said.pop("action", entry.deed)
    entry.ref = entry.said.pop("ref", entry.ref)


def _begin(
    paragraph: Paragraph, labels: Sequence[Label], sections: Sequence[Section], *, opening: bool
) -> _Entry:
    """What may be an action: a deed, a label that tells one, or labels right under a heading."""
    ref, headed = _by_heading(paragraph.section, sections)
    entry = _Entry(paragraph, "" if labels else paragraph.text, paragraph.number or ref)
    entry.headed = headed if opening else ""
    _tell(entry, paragraph, labels)
    return entry


def _by_heading(position: int | None, sections: Sequence[Section]) -> tuple[str | None, str]:
    """The ref and the deed of a heading that is an action's own."""
    if position is None:
        return None, ""
    section = sections[position]
    own = OWN_HEADING.fullmatch(section.title)
    return (own["ref"], own["deed"] or "") if own else (None, section.title)


def _section(position: int | None, sections: Sequence[Section]) -> str | None:
    """The heading that an action stands under, which is not its own."""
    if position is not None and OWN_HEADING.fullmatch(sections[position].title):
        position = sections[position].parent
    if position is None:
        return None
    section = sections[position]
    return f"{section.number}. {section.title}" if section.number else section.title


def _action(
    entry: _Entry, sections: Sequence[Section], paper_date: str | None, legend: Legend
) -> Action:
    said = entry.said
    due = read_due(said.get("due"), paper_date=paper_date)
    status_text, update = said.get("status"), said.get("update")
    status = read_status(status_text=status_text, update=update, due_text=due.text, legend=legend)
    return Action(
        ref=entry.ref,
        section=_section(entry.home.section, sections),
        action=entry.action,
        owners=split_owners(said["owner"]),
        due_text=due.text,
        due_date=due.date,
        due_precision=due.precision,
        status_text=status_text,
        status=status.value,
        status_words=status.words,
        update=update,
        columns=(),
        places=tuple(_places(entry.paragraphs)),
        source="text",
        report=entry.home.report,
    )


def _places(paragraphs: Iterable[Paragraph]) -> Iterator[Place]:
    """A place for each page that the paragraphs stand on."""
    boxes: dict[int, list[Box]] = {}
    for paragraph in paragraphs:
        for place in paragraph.places:
            boxes.setdefault(place.page, []).append(place.box)
    return (Place(page, box_around(found)) for page, found in sorted(boxes.items()))
