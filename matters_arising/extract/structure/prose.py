"""Paragraphs: the lines outside tables put together as a person reads them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matters_arising.corpus.paper import Box, Place
from matters_arising.extract.reader.flow import ends_paragraph, flow_text, usual_leading
from matters_arising.extract.reader.word import Line, box_around
from matters_arising.extract.table.header import read_labelled
from matters_arising.extract.table.sidenote import CLOSE, OPENING

NUMBER = re.compile(
    r"^(?P<number>\d{1,2}(?:\.\d{1,3})+\.?|\d{1,2}[.)]|\(?[a-z]\)|[a-z]\.(?=\s)|\([ivx]{1,5}\)|[ivx]{1,5}\)|[A-Z]\.)"
    r"(?=\s|[A-Z])\s*(?P<rest>\S.*)",
    re.S,
)
HEADING_SIZE = 1.12
"""A line set this many times larger than the body text is a heading."""

ANNOUNCED = re.compile(r"^(?:ACTION|Action)(?: point)?(?: \d+)? ?:")
"""What sets an action apart from the text of minutes, be it on the next line."""

LONGEST_HEADING = 160
"""A heading holds fewer characters than this."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item or heading as it stands on the page, with its look.

    `number` is the number or letter it opens with; `text` what follows it.
    """

    text: str
    number: str | None
    lines: tuple[Line, ...]
    bulleted: bool

    @property
    def size(self) -> float:
        """Type size in points."""
        return max(self.lines, key=lambda line: line.glyphs).size

    @property
    def aside(self) -> bool:
        """Whether it is a note in the margin."""
        return self.lines[0].aside

    @property
    def bold(self) -> bool:
        """Whether every line is bold."""
        return all(line.bold for line in self.lines)

    @property
    def places(self) -> tuple[Place, ...]:
        """One place for each page it stands on."""
        boxes: dict[int, list[Box]] = {}
        for line in self.lines:
            boxes.setdefault(line.page, []).append(line.box)
        return tuple(Place(page, box_around(found)) for page, found in sorted(boxes.items()))


def build_blocks(lines: Sequence[Line]) -> list[Block]:
    """Gather the lines of a stretch of text, in reading order, into blocks.

    A paragraph cut by a page's end is one block: it goes on where the next page's first
    line has the same look and the text had not come to an end. A note in the margin follows
    the block that it stands beside.
    """
    notes = [line for line in lines if line.aside]
    if not notes:
        return _text_blocks(lines)
    return _with_notes(_text_blocks([line for line in lines if not line.aside]), notes)


def _text_blocks(lines: Sequence[Line]) -> list[Block]:
    margins = _margins(lines)
    leading = usual_leading(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, margins, leading):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(group, margins) for group in groups]


def _with_notes(blocks: Sequence[Block], notes: Sequence[Line]) -> list[Block]:
    """The blocks, each followed by the notes that begin beside it."""
    found = list(blocks)
    begun = [_standing(block.lines[0], 0.5) for block in blocks]
    for note in reversed(list(_notes(notes))):
        found.insert(bisect_right(begun, _standing(note.lines[0], 1.0)), note)
    return found


def _notes(lines: Sequence[Line]) -> Iterator[Block]:
    """The notes that lines of the margin make up, top to bottom."""
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on_aside(group[-1], line):
            yield _note(group)
            group = []
        group.append(line)
    if group:
        yield _note(group)


def _goes_on_aside(upper: Line, lower: Line) -> bool:
    near = lower.page == upper.page and lower.box[1] - upper.box[3] <= CLOSE * lower.size
    return near and not OPENING.match(lower.text)


def _note(lines: Sequence[Line]) -> Block:
    return Block(" ".join(line.text for line in lines), None, tuple(lines), bulleted=False)


def _standing(line: Line, share: float) -> tuple[int, int, float]:
    """Where in the reading order a line is passed, by so much of its height."""
    _, top, _, bottom = line.box
    return line.page, line.column, top + share * (bottom - top)


Margins = dict[tuple[int, int], tuple[float, float]]


def _margins(lines: Iterable[Line]) -> Margins:
    """Left and right edge of the text of each column of each page, in points."""
    edges: Margins = {}
    for line in lines:
        left, right = edges.get((line.page, line.column), (line.box[0], line.box[2]))
        edges[line.page, line.column] = (min(left, line.box[0]), max(right, line.box[2]))
    return edges


def _goes_on(group: Sequence[Line], line: Line, margins: Margins, leading: float | None) -> bool:
    upper = group[-1]
    if NUMBER.match(line.text) and _opens_item(group, line):
        return False
    if _parts_action(group, line) or read_labelled(line.text):
        return False
    if abs(upper.size - line.size) > 0.7 or _changes_voice(upper, line):
        return False
    if (line.page, line.column) != (upper.page, upper.column):
        return _runs_over(upper, line, margins)
    left, right = margins[line.page, line.column]
    return not ends_paragraph(upper, line, left, right, leading)


def _parts_action(group: Sequence[Line], line: Line) -> bool:
    """Whether a line opens with "Action:", or ends what such a line opened: a sentence."""
    ended = group[-1].text[-1] in ".!?"
    opened = ANNOUNCED.match(group[0].text) and line.text[0].isupper()
    return ended and bool(ANNOUNCED.match(line.text) or opened)


def _opens_item(group: Sequence[Line], line: Line) -> bool:
    """A number opens an item unless it merely wrapped there ("in section / 4. The")."""
    first = group[0]
    indented = line.box[0] > first.box[0] + 3 and bool(NUMBER.match(first.text) or first.bulleted)
    return not indented or line.box[0] <= first.box[0] + 3 or group[-1].text[-1] in ".;:"


def _changes_voice(upper: Line, lower: Line) -> bool:
    """A change of weight after a finished sentence parts text from a heading.

    In the middle of one it is emphasis: a line that is mostly bold belongs to its sentence.
    """
    return upper.bold != lower.bold and upper.text[-1] in ".!?:;"


def _runs_over(upper: Line, lower: Line, margins: Margins) -> bool:
    """Whether a paragraph goes on over the end of its column or page."""
    if lower.page > upper.page + 1 or lower.bulleted or upper.text[-1] in ".!?:":
        return False
    right = margins[upper.page, upper.column][1]
    room = right - upper.box[2]
    return lower.text[0].islower() or room < lower.opening + upper.size


def _block(group: Sequence[Line], margins: Margins) -> Block:
    left, right = margins[group[0].page, group[0].column]
    text = flow_text(group, left, right).replace("\n", " ")
    bulleted = group[0].bulleted
    if bulleted:
        text = text.split(" ", 1)[1]
    number = None if bulleted else NUMBER.match(text)
    if number is None:
        return Block(text, None, tuple(group), bulleted)
    return Block(number["rest"], number["number"], tuple(group), bulleted)


def body_size(blocks: Iterable[Block]) -> float:
    """The type size most of the text is set in, in points; 0 where there is no text.

    What is bold counts only where nothing else stands: beside a paper's tables there may be
    less of text than of headings.
    """
    weights: dict[float, int] = {}
    blocks = list(blocks)
    for block in [block for block in blocks if not block.bold] or blocks:
        size = round(block.size, 1)
        weights[size] = weights.get(size, 0) + len(block.text)
    return max(weights, key=lambda size: weights[size], default=0.0)


def is_heading(block: Block, body: float) -> bool:
    """Whether the block's look is a heading's: bold or larger, short, no sentence."""
    text = block.text.strip()
    if (
        block.bulleted
        or block.aside
        or len(text) > LONGEST_HEADING
        or not any(c.isalpha() for c in text)
    ):
        return False
    if text[-1] in ".;," or FORMULA.match(text):
        return False
    if block.size > body * HEADING_SIZE:
        return not FORM_FIELD.match(text)
    labelled = block.number is None and LABELLED.match(text) and not PART.match(text)
    return block.bold and block.size >= body * 0.9 and not labelled


_FIELD = (
    r"date|time|venue|report|title|name|job title|email|e-mail|contact|tel|telephone|author|"
    r"officer|senior officer|portfolio holder|wards?|committee|meeting|to|from|subject"
)
FORM_FIELD = re.compile(rf"^(?:{_FIELD}):\s*\S", re.I)
LABELLED = re.compile(rf"^(?:{_FIELD}|[A-Z][A-Za-z ’'/()]{{2,30}}):\s*\S", re.I)
"""A line of a title block: a label and its value, bold but no heading."""

PART = re.compile(r"^(?:annex|appendix|part|phase|priority|schedule|section|theme)\b", re.I)
"""What opens a heading in the form of a label: "Annex A: The year's plan"."""

FORMULA = re.compile(r"^(?:resolved|agreed|recommended|action)\b(?!\s+\w)", re.I)
"""Words set bold before a resolution or an action: they lead in to it and head nothing."""
