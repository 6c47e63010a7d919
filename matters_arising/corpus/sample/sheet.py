"""Pages: the canvas, its cursor and the furniture that runs over every page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from matters_arising.corpus.sample import block
from matters_arising.corpus.sample.typeset import Line

MARGIN = 57.0
LANDSCAPE_MARGIN = 40.0
FOOT = 58.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """What stands where after drawing: each page's text, and each report's pages by title."""

    pages: tuple[str, ...]
    spans: Mapping[str, tuple[int, int]]


@dataclass(slots=True)
class _Log:
    pages: list[list[str]] = field(default_factory=lambda: [[]])
    starts: dict[str, int] = field(default_factory=dict)

    def spans(self) -> dict[str, tuple[int, int]]:
        """First and last page of each report, from 1."""
        ends = [*(start - 1 for start in list(self.starts.values())[1:]), len(self.pages)]
        return {
            title: (start, max(start, end))
            for (title, start), end in zip(self.starts.items(), ends, strict=True)
        }


class Sheet:
    """A PDF under way: a cursor `y` that moves down, pages that turn when they are full."""

    def __init__(self, path: Path, paper: block.Paper) -> None:
        """Open the file; nothing is written before `close`."""
        self._canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
        self._canvas.setTitle(paper.name)
        self._furniture = paper.sheets
        self._log = _Log()
        self._start_page(paper.landscape)

    def _start_page(self, landscape: bool) -> None:
        self.landscape = landscape
        self.width: float = A4[1] if landscape else A4[0]
        self.height: float = A4[0] if landscape else A4[1]
        self.margin = LANDSCAPE_MARGIN if landscape else MARGIN
        self._canvas.setPageSize((self.width, self.height))
        self.y: float = self.height - 62

    @property
    def page(self) -> int:
        """The page under the pen, from 1."""
        return len(self._log.pages)

    @property
    def room(self) -> float:
        """Points left above the foot of the page."""
        return self.y - FOOT

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    def turn(self, landscape: bool | None = None) -> None:
        """Finish the page and begin the next."""
        self._draw_furniture()
        self._canvas.showPage()
        self._log.pages.append([])
        self._start_page(self.landscape if landscape is None else landscape)

    def begin(self, title: str) -> None:
        """Note that a report begins on this page."""
        self._log.starts[title] = self.page

    @property
    def untouched(self) -> bool:
        """Whether nothing is on the page yet."""
        return not self._log.pages[-1]

    def put(self, line: Line, x: float, baseline: float) -> None:
        """Draw a line of type and note its words."""
        self._log.pages[-1].append(line.text)
        x += line.indent
        for run in line.runs:
            self._canvas.setFont(run.font, run.size)
            self._canvas.drawString(x, baseline + run.rise, run.text)
            x += run.width

    def flow(self, lines: tuple[Line, ...], x: float) -> None:
        """Draw lines down the page, turning it when it is full."""
        for line in lines:
            if self.room < line.height:
                self.turn()
            self.y -= line.height
            self.put(line, x, self.y + 2.5)

    def fill(self, box: tuple[float, float, float, float], colour: str) -> None:
        """Shade x, y, width, height."""
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.rect(*box, stroke=0, fill=1)
        self._canvas.setFillGray(0)

    def rule(self, ends: tuple[float, float, float, float], look: block.Look) -> None:
        """Draw a straight rule, as a stroke or as the thin rectangle that Word makes of it."""
        x0, y0, x1, y1 = ends
        if look.rects:
            half = look.rule / 2
            self._canvas.setFillGray(look.grey)
            self._canvas.rect(
                x0 - half, y0 - half, x1 - x0 + look.rule, y1 - y0 + look.rule, stroke=0, fill=1
            )
            self._canvas.setFillGray(0)
        else:
            self._canvas.setStrokeGray(look.grey)
            self._canvas.setLineWidth(look.rule)
            self._canvas.line(x0, y0, x1, y1)

    def _draw_furniture(self) -> None:
        sheets, middle = self._furniture, self.width / 2
        self._canvas.setFont("Helvetica", 9)
        if sheets.head:
            self._canvas.drawString(self.margin, self.height - 38, sheets.head)
        self._canvas.drawCentredString(middle, 24, sheets.mark)
        if sheets.first_label is None:
            return
        label = sheets.label.format(sheets.first_label + self.page - 1)
        if sheets.label_at_top:
            self._canvas.drawRightString(self.width - self.margin, self.height - 38, label)
        else:
            self._canvas.drawCentredString(middle, 38, label)

    def close(self) -> Drawn:
        """Write the file and say what stands where."""
        self._draw_furniture()
        self._canvas.save()
        return Drawn(tuple(" ".join(page) for page in self._log.pages), self._log.spans())
