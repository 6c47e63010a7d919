"""The figures of a run as Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.markdown import markdown_table
from benchmarks.tables.score import Tally

MEASURE = "pdfplumber"
"""The reader whose speed the others' is compared with."""


@dataclass(frozen=True, slots=True)
class Line:
    """A reader's figures. `joined`: its pieces were joined for it (`join.py`).

    `by_layout` has its rows for each layout; `speed` is pages a CPU second, `memory` MB.
    """

    name: str
    version: str
    joined: bool
    by_layout: Mapping[str, Tally]
    teds: float | None
    speed: float
    memory: float
    failed: int

    @property
    def tally(self) -> Tally:
        """Its rows over all layouts."""
        return sum(self.by_layout.values(), Tally())

    @property
    def label(self) -> str:
        """Its name as a row or column of the tables below."""
        return f"{self.name}, joined" if self.joined else self.name


def main_table(lines: Sequence[Line]) -> Iterator[str]:
    """Each reader's figures in a row."""
    heads = (
        *("reader", "version", "exact rows", "of split rows", "false merges", "rows given", "TEDS"),
        *("pages / CPU-s", f"× {MEASURE}", "peak MB", "papers failed"),
    )
    measure = next((line.speed for line in lines if line.name == MEASURE), None)
    yield from markdown_table(heads, [_cells(line, measure) for line in lines])


def _cells(line: Line, measure: float | None) -> tuple[str, ...]:
    tally = line.tally
    return (
        line.label,
        line.version,
        _share(tally.exact, tally.rows),
        _share(tally.split_exact, tally.split),
        f"{tally.merged}",
        f"{tally.given}",
        "–" if line.teds is None else f"{line.teds:.3f}",
        f"{line.speed:.1f}",
        f"{line.speed / measure:.1f}" if measure else "–",
        f"{line.memory:.0f}",
        f"{line.failed}",
    )


def _share(part: int, whole: int) -> str:
    return f"{part} / {whole} ({part / whole:.3f})" if whole else "–"


def layout_table(lines: Sequence[Line]) -> Iterator[str]:
    """The share of exact rows of each layout, a reader a column."""
    layouts = list(lines[0].by_layout)
    rows = [
        (layout, f"{lines[0].by_layout[layout].rows}", *(_exact(line, layout) for line in lines))
        for layout in layouts
    ]
    yield from markdown_table(("layout", "rows", *(line.label for line in lines)), rows)


def _exact(line: Line, layout: str) -> str:
    tally = line.by_layout[layout]
    return f"{tally.exact / tally.rows:.2f}" if tally.rows else "–"
