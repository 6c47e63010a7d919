"""Pages under way: what is drawn where, kept until all is known, then written."""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from benchmarks.tables.layout import Layout

FONTS = {"Helvetica": ("Helvetica", "Helvetica-Bold"), "Times": ("Times-Roman", "Times-Bold")}
SHADE = 0.85
LEADING = 1.2


@dataclass(frozen=True, slots=True)
class Text:
    """A line of type; `y` is its baseline, from the page's top."""

    x: float
    y: float
    words: str
    bold: bool = False


@dataclass(slots=True)
class Page:
    """What stands on a page, in points from its top left: text, and rules and shades."""

    texts: list[Text] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    shades: list[tuple[float, float, float, float]] = field(default_factory=list)


class Pages:
    """The pages of a paper in one layout."""

    def __init__(self, layout: Layout) -> None:
        """Begin with one empty page."""
        self.layout = layout
        self.width: float = A4[1] if layout.landscape else A4[0]
        self.height: float = A4[0] if layout.landscape else A4[1]
        self.pages = [Page()]

    @property
    def top(self) -> float:
        """Where text may begin."""
        return 64.0

    @property
    def foot(self) -> float:
        """Where text must end."""
        return self.height - 60.0

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.layout.margin

    def at(self, number: int) -> Page:
        """The page of that number, from 0, made if there is none."""
        while len(self.pages) <= number:
            self.pages.append(Page())
        return self.pages[number]

    def font(self, *, bold: bool) -> str:
        """The layout's font."""
        plain, heavy = FONTS[self.layout.font]
        return heavy if bold else plain

    def width_of(self, words: str, *, bold: bool = False) -> float:
        """The width of a line of a table's type."""
        return float(stringWidth(words, self.font(bold=bold), self.layout.size))

    def write(self, path: Path) -> int:
        """Write the pages to a PDF and say how many they are."""
        size = (self.width, self.height)  # a turned canvas swaps its sides by itself
        canvas = Canvas(str(path), pagesize=size, invariant=1, pageCompression=1)
        for number, page in enumerate(self.pages, 1):
            if self.layout.turned:
                canvas.setPageRotation(90)
                canvas.transform(0, 1, -1, 0, self.height, 0)
            self._draw(canvas, page)
            if self.layout.stamped:
                self._stamp(canvas, number)
            canvas.showPage()
        canvas.save()
        return len(self.pages)

    def _draw(self, canvas: Canvas, page: Page) -> None:
        layout = self.layout
        canvas.setFillGray(SHADE)
        for x, top, width, height in page.shades:
            canvas.rect(x, self.height - top - height, width, height, stroke=0, fill=1)
        for x0, y0, x1, y1 in page.rules:
            self._rule(canvas, (x0, self.height - y0, x1, self.height - y1))
        canvas.setFillColor(Color(0, 0, 0))
        texts = list(page.texts)
        if layout.shuffled:
            Random(len(texts)).shuffle(texts)
        for text in texts:
            canvas.setFont(self.font(bold=text.bold), layout.size)
            canvas.drawString(text.x, self.height - text.y, text.words)

    def _rule(self, canvas: Canvas, ends: tuple[float, float, float, float]) -> None:
        layout, (x0, y0, x1, y1) = self.layout, ends
        if layout.boxes:
            canvas.setFillGray(layout.grey)
            wide, high = x1 - x0 + layout.weight, y1 - y0 + layout.weight
            canvas.rect(x0, y0, wide, high, stroke=0, fill=1)
        else:
            canvas.setStrokeGray(layout.grey)
            canvas.setLineWidth(layout.weight)
            canvas.line(x0, y0, x1, y1)

    def _stamp(self, canvas: Canvas, number: int) -> None:
        """A running head, the pack's page stamp, a marking and the report's own page."""
        canvas.setFont("Helvetica", 8)
        canvas.drawString(self.layout.margin, self.height - 34, "Children and Families Committee")
        canvas.drawRightString(self.width - 30, self.height - 34, f"Agenda Page {number + 16}")
        canvas.drawCentredString(self.width / 2, 22, "OFFICIAL")
        canvas.drawCentredString(self.width / 2, 36, f"Page {number}")
