"""The curve as a Markdown table and as a picture."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.markdown import markdown_table
from benchmarks.refusal.curve import Point
from benchmarks.refusal.trial import Trial

SHOWN = (0.0, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9)
"""Thresholds in the table, beside the one in use."""

_HEAD = (
    *("least support", "unanswerable refused", "topic removed: refused"),
    *("answerable refused", "refusals right"),
)
_BEGIN, _END = "<!-- curve -->", "<!-- end of curve -->"
_LINES = (
    ("unanswerable", "no answer in the papers", "-"),
    ("removed", "topic taken away", "--"),
    ("answerable", "answer in the papers", ":"),
)


def count(trials: Sequence[Trial]) -> str:
    """How many questions of each sort were asked."""
    asked = [trial for trial in trials if not trial.removed]
    answerable = sum(trial.answerable for trial in asked)
    return (
        f"{answerable} answerable questions, {len(asked) - answerable} unanswerable ones, and"
        f" {len(trials) - len(asked)} whose topic was taken away."
    )


def table(points: Iterable[Point], used: float) -> Iterator[str]:
    """The lines of a Markdown table; the threshold in use is in bold."""
    shown = (point for point in points if point.least in (*SHOWN, used))
    return markdown_table(_HEAD, (_cells(point, used) for point in shown))


def _cells(point: Point, used: float) -> list[str]:
    shares = (point.unanswerable, point.removed, point.answerable, point.precision)
    bold = "**" if point.least == used else ""
    cells = (f"{point.least:.2f}", *(f"{share:.0%}" for share in shares))
    return [f"{bold}{cell}{bold}" for cell in cells]


def write_page(page: Path, lines: Iterable[str]) -> None:
    """Put the lines between the page's marks, in place of what stands there."""
    fresh = "\n".join((_BEGIN, "", *lines, "", _END))
    marked = re.compile(f"{re.escape(_BEGIN)}.*{re.escape(_END)}", re.S)
    page.write_text(marked.sub(lambda _: fresh, page.read_text("utf-8")), "utf-8")


def draw(points: Sequence[Point], used: float, picture: Path) -> None:
    """Write the curve as an SVG, the same bytes for the same points."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "refusal"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 4))
    leasts = [point.least for point in points]
    for name, label, style in _LINES:
        axes.plot(leasts, [getattr(p, name) for p in points], style, color="black", label=label)
    axes.axvline(used, color="grey", linewidth=0.8)
    axes.set_xlabel("support that an answer must have")
    axes.set_ylabel("share refused")
    axes.legend(frameon=False)
    figure.tight_layout()
    figure.savefig(picture, metadata={"Date": None})
    pyplot.close(figure)
