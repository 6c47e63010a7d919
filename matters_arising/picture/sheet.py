"""The sheet that pictures are drawn on: inches from its top left, text that is kept as text.

The same picture is the same file, byte for byte: no date, no machine and no chance goes in.
"""

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from matplotlib import rc_context, rcParamsDefault
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Rectangle
from matplotlib.textpath import text_to_path

from matters_arising.picture.file import DRAWN, MAKER, write_picture
from matters_arising.picture.style import GRID, INK, Look

SIZE = 8.5
"""Points of plain text: read in print without a glass."""

LINE = 0.155
"""Inches from one line of plain text to the next."""

TITLE = 12.0
"""Points of a picture's heading."""

TITLE_SCALE = TITLE / SIZE * 1.15
"""How much wider a heading is than plain text, being larger and bold."""

_DOTS_AN_INCH = 160
_POINTS_AN_INCH = 72
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

Align = Literal["left", "center", "right"]

_SETTINGS = {
    "svg.fonttype": "none",
    "svg.hashsalt": "matters-arising",
    "text.parse_math": False,
    "font.family": ["DejaVu Sans"],
    "hatch.linewidth": 0.6,
    "hatch.color": "#ffffff",
}


@contextmanager
def drawing() -> Iterator[None]:
    """Our settings while a picture is made, whatever those of the machine are."""
    with warnings.catch_warnings():
        # A letter that the font lacks is a box in the picture and no news on a terminal.
        warnings.filterwarnings("ignore", message="Glyph .* missing from", category=UserWarning)
        warnings.filterwarnings("ignore", message="Matplotlib currently does not support")
        with rc_context({**rcParamsDefault, **_SETTINGS}):
            yield


class Sheet:
    """A white sheet of so many inches, to draw on by inches right of and down from its corner."""

    def __init__(self, width: float, height: float) -> None:
        """Make it; to be drawn on and saved inside `drawing`."""
        self.width, self.height = width, height
        self.figure = Figure(figsize=(width, height), facecolor="white")
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = SIZE,
        bold: bool = False,
        colour: str = INK,
        align: Align = "left",
    ) -> None:
        """One line of text whose middle is at height `y`."""
        self._axes.text(
            x,
            y,
            plain(words),
            fontsize=size,
            fontweight="bold" if bold else "normal",
            color=colour,
            ha=align,
            va="center_baseline",
            zorder=4,
        )

    def lines(self, x: float, y: float, lines: Sequence[str], *, colour: str = INK) -> None:
        """Lines of plain text below each other, the first at height `y`."""
        for number, line in enumerate(lines):
            self.text(x, y + number * LINE, line, colour=colour)

    def rule(
        self,
        x: Sequence[float],
        y: Sequence[float],
        *,
        colour: str = GRID,
        width: float = 0.7,
        dashed: bool = False,
    ) -> None:
        """A line from point to point."""
        style = (0, (3, 2)) if dashed else "-"
        self._axes.plot(x, y, color=colour, linewidth=width, linestyle=style, zorder=1)

    def arrow(self, start: float, end: float, y: float, *, colour: str) -> None:
        """A level arrow that ends at `end`."""
        look = {"arrowstyle": "-|>", "color": colour, "linewidth": 1.3, "shrinkA": 0, "shrinkB": 0}
        self._axes.annotate("", (end, y), (start, y), arrowprops=look, zorder=2)

    def mark(self, x: float, y: float, look: Look, *, size: float = 9) -> None:
        """A mark in the colour and shape of a status."""
        self._axes.plot(
            [x],
            [y],
            marker=look.marker,
            markersize=size,
            markerfacecolor=look.fill,
            markeredgecolor=INK,
            markeredgewidth=0.8,
            zorder=3,
        )

    def bar(self, box: "Box", look: Look) -> None:
        """A filled box in the colour and hatching of a status."""
        self._axes.add_patch(
            Rectangle(
                (box.x, box.y),
                box.width,
                box.height,
                facecolor=look.fill,
                hatch=look.hatch,
                edgecolor=look.hatch_colour,
                linewidth=0,
                zorder=2,
            )
        )
        outline = Rectangle((box.x, box.y), box.width, box.height, fill=False, edgecolor=INK)
        outline.set(linewidth=0.6, zorder=3)
        self._axes.add_patch(outline)

    def plate(self, box: "Box") -> None:
        """A white ground, so that words can be read on hatching."""
        ground = Rectangle((box.x, box.y), box.width, box.height, facecolor="white", linewidth=0)
        ground.set(zorder=3.5)
        self._axes.add_patch(ground)

    def dot(self, x: float, y: float, *, hollow: bool) -> None:
        """A small round mark."""
        self._axes.plot(
            [x],
            [y],
            marker="o",
            markersize=5,
            markerfacecolor="white" if hollow else INK,
            markeredgecolor=INK,
            markeredgewidth=1.1,
            zorder=3,
        )

    def cross(self, x: float, y: float, *, colour: str) -> None:
        """A small diagonal cross."""
        self._axes.plot([x], [y], marker="x", markersize=6, markeredgecolor=colour, zorder=3)

    def save(self, path: Path) -> None:
        """Write it as the kind of file that the suffix says, over none but our own."""
        kind = path.suffix.lower().lstrip(".")
        metadata = {"svg": {"Date": None, "Creator": MAKER}, "png": {"Software": MAKER}}[kind]
        made = io.BytesIO()
        self.figure.savefig(made, format=kind, dpi=_DOTS_AN_INCH, metadata=metadata)
        write_picture(path, made.getvalue(), kinds=DRAWN)


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a sheet, in inches from its top left."""

    x: float
    y: float
    width: float
    height: float


def plain(words: str) -> str:
    """Words on one line, without what no XML file may hold."""
    return " ".join(_UNPRINTABLE.sub(" ", words).split())


@lru_cache(maxsize=4096)
def text_width(words: str, *, bold: bool = False) -> float:
    """The inches that a line of plain text takes."""
    font = FontProperties(family="DejaVu Sans", size=SIZE, weight="bold" if bold else "normal")
    width, _, _ = text_to_path.get_text_width_height_descent(words, font, ismath=False)
    return float(width) / _POINTS_AN_INCH


def wrap(words: str, width: float, *, most: int | None = None, scale: float = 1.0) -> list[str]:
    """Lines of text no wider than so many inches; past `most` of them an ellipsis ends it.

    `scale` is how much wider the text is than plain text.
    """
    room = width / scale
    lines = [""]
    for word in plain(words).split():
        for part in _parts(word, room):
            longer = f"{lines[-1]} {part}".strip()
            if text_width(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(part)
    if most is None or len(lines) <= most:
        return lines
    return [*lines[: most - 1], _cut(f"{lines[most - 1]} …", room)]


def _parts(word: str, room: float) -> Iterator[str]:
    """A word, or pieces of one that is wider than a line."""
    start = 0
    for end in range(1, len(word) + 1):
        if end - start > 1 and text_width(word[start:end]) > room:
            yield word[start : end - 1]
            start = end - 1
    yield word[start:]


def _cut(line: str, room: float) -> str:
    """A line that ends in an ellipsis, shortened until it fits."""
    words = line.split()
    while len(words) > 2 and text_width(" ".join(words)) > room:
        del words[-2]
    return " ".join(words)
