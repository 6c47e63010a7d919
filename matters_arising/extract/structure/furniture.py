"""Running heads, page stamps and marks: told from the text, and kept as page labels."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matters_arising.extract.reader.stamp import MARK, PAGE_STAMP
from matters_arising.extract.reader.word import Line
from matters_arising.extract.table.fragment import Sheet

BAND = 0.12
"""Furniture reaches into the outer eighth of a page, top or bottom (share of its height)."""

SAME_HEIGHT = 8.0
"""Furniture keeps its place from page to page to within this, in points."""

FEWEST = 3
"""What stands on this many pages, at one height, is furniture."""

ALTERNATE = 0.4
"""What stands on this share of the pages, if on no two in a row, is on every other one."""

STAMP_IN_LINE = re.compile(r"\bpage\s*(\d{1,4})\b", re.I)


@dataclass(frozen=True, slots=True)
class Furnished:
    """A page's lines parted: `text` to read, `furniture` to set aside, `label` printed on it."""

    text: tuple[Line, ...]
    furniture: tuple[Line, ...]
    label: str | None


def part_furniture(sheets: Sequence[Sheet]) -> list[Furnished]:
    """Part the furniture of every page from its text.

    A line is furniture where it repeats, digits apart, at one height in the margin bands,
    or where it is nothing but a page number or a protective marking.
    """
    repeated = _repeated(sheets)
    return [_part(sheet, repeated) for sheet in sheets]


Standing = tuple[int, float]
"""A page and a height on it."""


def _repeated(sheets: Sequence[Sheet]) -> dict[str, list[float]]:
    """Heights at which a line, digits stripped, stands on page after page."""
    places: dict[str, list[Standing]] = defaultdict(list)
    for sheet in sheets:
        for line in _in_bands(sheet):
            places[_shape(line.text)].append((sheet.number, _height(line, sheet)))
    repeated = {
        shape: [height for _, height in found if _runs(_pages_at(height, found), len(sheets))]
        for shape, found in places.items()
    }
    counted = _counted_in_text(sheets, [shape for shape, found in repeated.items() if found])
    return {shape: found for shape, found in repeated.items() if shape not in counted}


def _counted_in_text(sheets: Sequence[Sheet], shapes: Iterable[str]) -> set[str]:
    """Of the shapes, those of numbered headings: as many of them stand in the text as beside it."""
    named = {shape: 0 for shape in shapes if shape.find("#") > 0}
    openings = tuple(shape.partition("#")[0] for shape in named)
    for sheet in sheets if named else ():
        banded = {id(line) for line in _in_bands(sheet)}
        for line in sheet.lines:
            if line.text.lower().startswith(openings) and (shape := _shape(line.text)) in named:
                named[shape] += -1 if id(line) in banded else 1
    return {shape for shape, surplus in named.items() if surplus >= 0}


def _pages_at(height: float, found: Sequence[Standing]) -> set[int]:
    return {page for page, other in found if abs(height - other) <= SAME_HEIGHT}


def _runs(pages: set[int], total: int) -> bool:
    """Whether what stands on these pages runs through the paper.

    What opens the reports of a pack stands on some pages too, but on no two in a row.
    """
    fewest = FEWEST if total > FEWEST else 2
    in_a_row = any(page + 1 in pages for page in pages)
    return len(pages) >= fewest and (in_a_row or len(pages) >= ALTERNATE * total)


def _in_bands(sheet: Sheet) -> list[Line]:
    top, bottom = sheet.height * BAND, sheet.height * (1 - BAND)
    return [line for line in sheet.lines if line.box[1] <= top or line.box[3] >= bottom]


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text).strip().lower()


def _height(line: Line, sheet: Sheet) -> float:
    """Height from the nearer edge, so that portrait and landscape pages agree."""
    near_top = line.box[3] < sheet.height / 2
    return line.box[3] if near_top else line.box[3] - sheet.height


def _part(sheet: Sheet, repeated: dict[str, list[float]]) -> Furnished:
    banded = {id(line) for line in _in_bands(sheet)}
    text: list[Line] = []
    furniture: list[Line] = []
    for line in sheet.lines:
        aside = id(line) in banded and (is_stamp(line) or _is_repeated(line, sheet, repeated))
        (furniture if aside else text).append(line)
    return Furnished(tuple(text), tuple(furniture), _label(furniture))


def is_stamp(line: Line) -> bool:
    """Whether the line is nothing but a page number or a protective marking."""
    return bool(PAGE_STAMP.match(line.text) or MARK.match(line.text))


def _is_repeated(line: Line, sheet: Sheet, repeated: dict[str, list[float]]) -> bool:
    height = _height(line, sheet)
    return any(abs(height - h) <= SAME_HEIGHT for h in repeated.get(_shape(line.text), ()))


def _label(furniture: Sequence[Line]) -> str | None:
    """The number printed on the page."""
    for line in furniture:
        found = PAGE_STAMP.match(line.text) or STAMP_IN_LINE.search(line.text)
        if found:
            return found.group(1)
    return None
