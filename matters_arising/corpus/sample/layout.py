"""How each block is drawn, one after another, on pages."""

from collections.abc import Mapping
from functools import singledispatchmethod
from pathlib import Path

from matters_arising.corpus.sample import block
from matters_arising.corpus.sample.grid import draw_table
from matters_arising.corpus.sample.sheet import Drawn, Sheet
from matters_arising.corpus.sample.typeset import BULLET, Line, Style, measure, set_type

BODY = Style(size=11, raised=True, gap=5, leading=1.36)
BOLD = Style(size=11, bold=True)
NUMBER_WIDTH = 37.0


class Compositor:
    """Draws blocks on a sheet, one after another.

    `spans` gives agenda items the printed pages of their reports; a first drawing
    without them finds out what they are.
    """

    def __init__(self, sheet: Sheet, spans: Mapping[str, tuple[int, int]], offset: int) -> None:
        """`offset` is what to add to a page of the PDF for its printed label."""
        self._sheet = sheet
        self._spans = spans
        self._offset = offset

    @singledispatchmethod
    def draw(self, item: block.Block) -> None:
        """Draw one block at the cursor."""
        raise TypeError(f"No way to draw {item!r}")

    @draw.register
    def _(self, item: block.Title) -> None:
        self._text(item.text, Style(size=item.size, bold=True), above=8)

    @draw.register
    def _(self, item: block.Heading) -> None:
        if self._sheet.room < 60:
            self._sheet.turn()
        self._text(item.text, Style(size=12.5, bold=True), above=17)

    @draw.register
    def _(self, item: block.Para) -> None:
        if item.number:
            self._hang(item.number, item.text)
        elif item.bullet:
            self._text(BULLET + item.text, BODY, above=3, indent=NUMBER_WIDTH)
        else:
            self._text(item.text, BODY, above=9)

    @draw.register
    def _(self, item: block.Facts) -> None:
        for label, text in item.pairs:
            self._text(f"**{label}** {text}", BODY, above=8)

    @draw.register
    def _(self, item: block.Recommendations) -> None:
        for letter, text in zip("abcdefgh", item.texts, strict=False):
            self._hang(f"({letter})", text, indent=NUMBER_WIDTH)

    @draw.register
    def _(self, item: block.Resolved) -> None:
        self._text("RESOLVED:", BOLD, above=8)
        self._text(item.text, BODY, above=3)

    @draw.register
    def _(self, item: block.ActionLine) -> None:
        line = item.action.lines[0]
        owner = " and ".join(line.owners)
        self._text(f"**ACTION:** {item.action.text} ({owner}, {line.due})", BODY, above=7)

    @draw.register
    def _(self, item: block.Turn) -> None:
        self._sheet.turn(item.landscape)

    @draw.register
    def _(self, item: block.Report) -> None:
        if not self._sheet.untouched:
            self._sheet.turn()
        self._sheet.begin(item.title)

    @draw.register
    def _(self, item: block.AgendaItem) -> None:
        title = f"{item.number}. {item.title}"
        if item.of:
            first, last = self._spans.get(item.of, (1, 1))
            title += f" (Pages {first + self._offset} - {last + self._offset})"
        self._text(title, BOLD, above=11)
        self._text(item.text, BODY, above=4, indent=18)

    @draw.register
    def _(self, item: block.Table) -> None:
        self._sheet.y -= 8
        draw_table(self._sheet, item)
        self._sheet.y -= 6

    def _text(self, text: str, style: Style, *, above: float, indent: float = 0) -> None:
        sheet = self._sheet
        sheet.y -= 0 if sheet.untouched else above
        sheet.flow(set_type(text, sheet.measure - indent, style), sheet.margin + indent)

    def _hang(self, number: str, text: str, *, indent: float = 0) -> None:
        """A paragraph with its number standing before the first line."""
        sheet, style = self._sheet, BODY
        lines = set_type(text, sheet.measure - NUMBER_WIDTH - indent, style)
        sheet.y -= 9
        if sheet.room < lines[0].height:
            sheet.turn()
        x = sheet.margin + indent
        sheet.put(set_type(number, measure(number, style) + 1, style)[0], x, _first(sheet, lines))
        sheet.flow(lines, x + NUMBER_WIDTH)


def _first(sheet: Sheet, lines: tuple[Line, ...]) -> float:
    """The baseline of the first line to be drawn."""
    return sheet.y - lines[0].height + 2.5


def draw_paper(paper: block.Paper, path: Path) -> Drawn:
    """Draw a paper; where an agenda names pages, twice, for the first drawing finds them."""
    offset = (paper.sheets.first_label or 1) - 1
    drawn = _draw(paper, path, {}, offset)
    if any(isinstance(item, block.AgendaItem) for item in paper.blocks):
        drawn = _draw(paper, path, drawn.spans, offset)
    return drawn


def _draw(
    paper: block.Paper, path: Path, spans: Mapping[str, tuple[int, int]], offset: int
) -> Drawn:
    sheet = Sheet(path, paper)
    compositor = Compositor(sheet, spans, offset)
    for item in paper.blocks:
        compositor.draw(item)
    return sheet.close()
