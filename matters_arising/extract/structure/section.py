"""The section tree: headings by the PDF's own word, their number and their look."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from matters_arising.corpus.layout import Paragraph, Section
from matters_arising.extract.structure.landmark import Landmarks
from matters_arising.extract.structure.numbering import number_headings
from matters_arising.extract.structure.prose import Block, body_size, is_heading
from matters_arising.extract.table.fragment import Fragment

NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,3})*\.?$")
APPENDIX = re.compile(
    r"^(?:appendix|annexe?)(?:\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4}))?\b[^.…]{0,100}$", re.I
)
"""What opens a part of a paper where it stands first on a page, whatever its look."""

NO_LANDMARKS = Landmarks()


@dataclass(frozen=True, slots=True)
class Outline:
    """Sections and paragraphs in reading order, and the section each fragment stands in."""

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    homes: dict[int, int | None]


@dataclass(slots=True)
class _Open:
    """A heading under which text may still come."""

    position: int
    size: float
    depth: int
    number: str | None
    rank: int | None


@dataclass(slots=True)
class _Tree:
    sections: list[Section] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    homes: dict[int, int | None] = field(default_factory=dict)
    path: list[_Open] = field(default_factory=list)
    report: int = -1

    @property
    def here(self) -> int | None:
        return self.path[-1].position if self.path else None


@dataclass(frozen=True, slots=True)
class _Heading:
    """A block that is a heading; `rank` is its level where something tells it, from 1."""

    block: Block
    report: int
    rank: int | None
    number: str | None
    title: str

    @property
    def depth(self) -> int:
        """How many parts its number has; 0 for none."""
        return self.number.count(".") + 1 if self.number else 0


def build_outline(
    items: Iterable[tuple[Block | Fragment, int]], landmarks: Landmarks = NO_LANDMARKS
) -> Outline:
    """The tree of sections over blocks and table fragments, each with its report.

    A heading stands under the nearest heading before it whose number its own goes on from,
    which the PDF ranks higher, or which is set larger. `homes` is keyed by the identity of
    a fragment.
    """
    items = list(items)
    headings = _headings(items, landmarks)
    tree = _Tree()
    for item, report in items:
        if report != tree.report:
            tree.report, tree.path = report, []
        if isinstance(item, Fragment):
            tree.homes[id(item)] = tree.here
        elif id(item) in headings:
            _add_heading(tree, headings[id(item)])
        else:
            _add_paragraph(tree, item)
    return Outline(tuple(tree.sections), tuple(tree.paragraphs), tree.homes)


def _headings(
    items: Sequence[tuple[Block | Fragment, int]], landmarks: Landmarks
) -> dict[int, _Heading]:
    """The headings among the items, by the identity of their blocks."""
    body = body_size(item for item, _ in items if isinstance(item, Block))
    found: list[_Heading] = []
    page = 0
    for item, report in items:
        here = item.page if isinstance(item, Fragment) else item.lines[0].page
        if isinstance(item, Block):
            opens = here != page and bool(APPENDIX.match(item.text))
            rank = landmarks.level_of(item) or (1 if opens else None)
            if rank or is_heading(item, body):
                found.append(_heading(item, report, rank))
        page = here
    return {id(heading.block): heading for heading in _numbered(found)}


def _heading(block: Block, report: int, rank: int | None) -> _Heading:
    number = block.number if block.number and NUMBERED.match(block.number) else None
    title = block.text if number or not block.number else f"{block.number} {block.text}"
    return _Heading(block, report, rank, number.rstrip(".)") if number else None, title)


def _numbered(headings: Sequence[_Heading]) -> Iterator[_Heading]:
    """The headings with the bare numbers before their titles told, report by report."""
    for _, group in groupby(headings, key=lambda heading: heading.report):
        run = list(group)
        told = number_headings([(heading.number, heading.title) for heading in run])
        for heading, (number, title) in zip(run, told, strict=True):
            yield replace(heading, number=number, title=title)


def _add_heading(tree: _Tree, heading: _Heading) -> None:
    while tree.path and not _is_under(tree.path[-1], heading):
        tree.path.pop()
    places = heading.block.places
    tree.path.append(
        _Open(len(tree.sections), heading.block.size, heading.depth, heading.number, heading.rank)
    )
    level, parent = len(tree.path), tree.path[-2].position if len(tree.path) > 1 else None
    tree.sections.append(Section(heading.number, heading.title, level, parent, tree.report, places))


def _is_under(above: _Open, heading: _Heading) -> bool:
    """Whether a heading stands under one that is open: numbers tell first, then the PDF."""
    size, number = heading.block.size, heading.number
    if number and above.number:
        return heading.depth > above.depth and number.startswith(above.number + ".")
    if heading.rank is not None:
        return above.rank is not None and above.rank < heading.rank
    if above.size > size + 0.4:
        return True
    if above.rank is not None:
        return size <= above.size + 0.4
    return number is None and above.number is not None and above.depth > 0 and above.size > size


def _add_paragraph(tree: _Tree, block: Block) -> None:
    number = block.number.rstrip(".") if block.number else None
    section = tree.here
    if number and "." in number:
        section = _numbered_home(tree, number) if section is None else section
    tree.paragraphs.append(Paragraph(block.text, number, section, tree.report, block.places))


def _numbered_home(tree: _Tree, number: str) -> int | None:
    """The latest section whose number the paragraph's goes on from: 5.12 under 5."""
    for position in range(len(tree.sections) - 1, -1, -1):
        section = tree.sections[position]
        if section.report != tree.report:
            return None
        if section.number and number.startswith(section.number + "."):
            return position
    return None
