"""Type: text wrapped to a width, in the few styles that a council's Word template has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportlab.pdfbase.pdfmetrics import stringWidth

BULLET = "• "
ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True)
class Style:
    """Helvetica at `size` points; `raised` sets 23rd with a small high "rd", as Word does."""

    size: float = 11
    bold: bool = False
    raised: bool = False
    gap: float = 0
    leading: float = 1.18


@dataclass(frozen=True, slots=True)
class Run:
    """Letters drawn at one go, `rise` points above the line."""

    text: str
    font: str
    size: float
    rise: float = 0

    @property
    def width(self) -> float:
        """Width in points."""
        return float(stringWidth(self.text, self.font, self.size))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of type; `above` is the space over it, `height` all it takes."""

    runs: tuple[Run, ...]
    indent: float
    above: float
    height: float

    @property
    def text(self) -> str:
        """The line's letters."""
        return "".join(run.text for run in self.runs)


Word = tuple[Run, ...]


def set_type(text: str, width: float, style: Style) -> tuple[Line, ...]:
    """The lines of a text; a line feed begins a new paragraph, `**` turns bold on and off."""
    paragraphs = text.split("\n")
    lines = [line for paragraph in paragraphs for line in _set_paragraph(paragraph, width, style)]
    return (replace(lines[0], above=0, height=lines[0].height - lines[0].above), *lines[1:])


def measure(text: str, style: Style) -> float:
    """The width of a text on one line, in points."""
    return sum(run.width for word in _words(text, style) for run in word)


def _set_paragraph(text: str, width: float, style: Style) -> Iterator[Line]:
    hang = measure(BULLET, style) + 3 if text.startswith(BULLET) else 0.0
    current: list[Word] = []
    above, indent = style.gap, 0.0
    for word in _words(text, style):
        if current and indent + _width([*current, word]) > width:
            yield _line(current, indent, above, style)
            current, above, indent = [], 0.0, hang
        current.append(word)
    yield _line(current, indent, above, style)


def _line(words: list[Word], indent: float, above: float, style: Style) -> Line:
    runs: list[Run] = []
    for word in words:
        for run in word:
            if runs and (runs[-1].font, runs[-1].rise) == (run.font, run.rise):
                runs[-1] = replace(runs[-1], text=runs[-1].text + run.text)
            else:
                runs.append(run)
    return Line(tuple(runs), indent, above, above + style.size * style.leading)


def _width(words: list[Word]) -> float:
    """Width of words on one line, the last one's trailing space left out."""
    text = [run for word in words for run in word]
    last = replace(text[-1], text=text[-1].text.rstrip())
    return sum(run.width for run in text[:-1]) + last.width


def _words(text: str, style: Style) -> Iterator[Word]:
    """Words with the space after them; a word may change its font half-way."""
    bold = style.bold
    pending: list[Run] = []
    for piece in re.split(r"(\*\*| +)", text):
        if piece == "**":
            bold = not bold
        elif piece.strip():
            pending.extend(_runs(piece, bold, style))
        elif piece and pending:
            pending[-1] = replace(pending[-1], text=pending[-1].text + " ")
            yield tuple(pending)
            pending = []
    if pending:
        yield tuple(pending)


def _runs(word: str, bold: bool, style: Style) -> Iterator[Run]:
    font = "Helvetica-Bold" if bold else "Helvetica"
    pieces = ORDINAL.split(word) if style.raised else [word]
    for position, piece in enumerate(pieces):
        if position % 2:
            yield Run(piece, font, style.size * 0.65, style.size * 0.33)
        elif piece:
            yield Run(piece, font, style.size)
