"""The section tree: headings by their look and number, paragraphs and tables under them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from matters_arising.corpus.layout import Paragraph, Section
from matters_arising.extract.structure.prose import Block, body_size, is_heading
from matters_arising.extract.table.fragment import Fragment

NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,3})*\.?$")


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


@dataclass(slots=True)
class _Tree:
    body: float
    sections: list[Section] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    homes: dict[int, int | None] = field(default_factory=dict)
    path: list[_Open] = field(default_factory=list)
    report: int = -1

    @property
    def here(self) -> int | None:
        return self.path[-1].position if self.path else None


def build_outline(items: Iterable[tuple[Block | Fragment, int]]) -> Outline:
    """The tree of sections over blocks and table fragments, each with its report.

    A heading stands under the nearest heading before it that is set larger, or whose
    number its own number goes on from. `homes` is keyed by the identity of a fragment.
    """
    items = list(items)
    tree = _Tree(body_size(item for item, _ in items if isinstance(item, Block)))
    for item, report in items:
        if report != tree.report:
            tree.report, tree.path = report, []
        if isinstance(item, Fragment):
            tree.homes[id(item)] = tree.here
        elif is_heading(item, tree.body):
            _add_heading(tree, item)
        else:
            _add_paragraph(tree, item)
    return Outline(tuple(tree.sections), tuple(tree.paragraphs), tree.homes)


def _add_heading(tree: _Tree, block: Block) -> None:
    number = block.number.rstrip(".)") if block.number and NUMBERED.match(block.number) else None
    depth = number.count(".") + 1 if number else 0
    while tree.path and not _is_under(tree.path[-1], block.size, number, depth):
        tree.path.pop()
    title = block.text if number or not block.number else f"{block.number} {block.text}"
    section = Section(number, title, len(tree.path) + 1, tree.here, tree.report, block.places)
    tree.path.append(_Open(len(tree.sections), block.size, depth, number))
    tree.sections.append(section)


def _is_under(above: _Open, size: float, number: str | None, depth: int) -> bool:
    if number and above.number:
        return depth > above.depth and number.startswith(above.number + ".")
    if above.size > size + 0.4:
        return True
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


def heading_path(sections: Sequence[Section], position: int | None) -> tuple[str, ...]:
    """The titles from the outermost section down to the one at `position`."""
    path: list[str] = []
    while position is not None:
        section = sections[position]
        path.append(f"{section.number} {section.title}" if section.number else section.title)
        position = section.parent
    return tuple(reversed(path))
