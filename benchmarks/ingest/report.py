"""A race as a Markdown table, and its ratios beside the targets."""

from collections.abc import Iterator

from benchmarks.ingest.race import Lap, Race, in_order
from benchmarks.markdown import markdown_table

MOST_OVER_FLOORS, LEAST_OVER_NAIVE, LEAST_SCALING = 1.25, 3.0, 1.7
"""The targets: `add` beside the sum of its floors, beside the naive pipeline, and on 2 cores."""

_HEAD = ("", "CPU s", "of it start", "wall s", "pages / CPU s", "pages / wall s")


def race_table(race: Race) -> Iterator[str]:
    """The lines of the table, a row for each contender."""
    return markdown_table(_HEAD, (_cells(lap, race.pages) for lap in in_order(race)))


def _cells(lap: Lap, pages: int) -> tuple[str, ...]:
    wall, cpu = lap.cost.wall, lap.cost.cpu
    figures = (cpu, lap.start, wall, pages / cpu, pages / wall)
    return lap.title, *(f"{figure:.1f}" for figure in figures)


def ratio_lines(race: Race) -> Iterator[str]:
    """Each ratio with its target, in CPU seconds but for scaling, which is by the clock."""
    added = race.cpu("add")
    floors = added / race.cpu("read", "encode")
    bare = added / race.cpu("turn_pages", "tag_by_rule", "encode")
    coarse = race.cpu("ingest_naively") / added
    fine = race.cpu("ingest_passages_naively") / added
    unkept = fine - race.cpu("keep_naively") / added
    yield _line("`add` / (whole reading + encoder)", floors, f"≤ {MOST_OVER_FLOORS}")
    yield _line("`add` / (pages alone + rules + encoder)", bare, f"≤ {MOST_OVER_FLOORS}")
    yield _line("naive, pieces of 200 words / `add`", coarse, f"≥ {LEAST_OVER_NAIVE}")
    yield _line("naive, our passages / `add`", fine, f"≥ {LEAST_OVER_NAIVE}")
    yield f"- the same without Chroma, as if it cost nothing: {unkept:.2f} ×"
    if race.second:
        scaling = race.laps["add"].cost.wall / race.second.cost.wall
        yield _line("two workers, by the clock", scaling, f"≥ {LEAST_SCALING}")
        yield _line("two workers, CPU", race.second.cost.cpu / added, "1")
    if race.ceiling:
        yield f"- two cores, a bare matrix product by the clock: {race.ceiling:.2f} × one"


def _line(name: str, ratio: float, target: str) -> str:
    return f"- {name}: {ratio:.2f} × (target {target})"
