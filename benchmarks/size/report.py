"""Growth as Markdown tables and as a picture."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from pathlib import Path

from benchmarks.machine import Cost
from benchmarks.markdown import markdown_table
from benchmarks.size.growth import Growth, Loading, Use

_LOADING = (
    *("papers", "passages", "CPU ms a paper", "of it threads", "CPU s in all", "wall s"),
    *("peak MB", "on disk MB"),
)
_USE = (
    *("papers", "opens, ms", "first question, ms", "`ask` median", "`ask` p95"),
    *("filter median", "filter p95", "peak MB"),
)


def loading_table(sizes: Iterable[Growth]) -> Iterator[str]:
    """The lines of a Markdown table of what loading took, a row for each size."""
    return markdown_table(_LOADING, (tuple(_loading_cells(growth.loading)) for growth in sizes))


def use_table(sizes: Iterable[Growth]) -> Iterator[str]:
    """The same of what use takes: milliseconds of processors, and by the clock in brackets."""
    rows = ((f"{growth.loading.papers:,}", *_use_cells(growth.use)) for growth in sizes)
    return markdown_table(_USE, rows)


def _loading_cells(loading: Loading) -> Iterator[str]:
    yield f"{loading.papers:,}"
    yield f"{loading.passages:,}"
    yield f"{cost_a_paper(loading):.1f}"
    yield f"{1000 * loading.join.cpu / loading.papers:.1f}"
    yield f"{loading.load.cpu + loading.join.cpu:.1f}"
    yield f"{loading.load.wall + loading.join.wall:.1f}"
    yield f"{loading.peak:,.0f}"
    yield f"{loading.megabytes:,.0f}"


def _use_cells(use: Use) -> Iterator[str]:
    yield _milliseconds([use.opening], 1.0)
    yield _milliseconds([use.first], 1.0)
    for costs in (use.questions, use.filters):
        yield _milliseconds(costs, 0.5)
        yield _milliseconds(costs, 0.95)
    yield f"{use.peak:,.0f}"


def cost_a_paper(loading: Loading) -> float:
    """Milliseconds of processors that loading took for each paper, threads included."""
    return 1000 * (loading.load.cpu + loading.join.cpu) / loading.papers


def _milliseconds(costs: Sequence[Cost], share: float) -> str:
    cpu, wall = (percentile(each, share) for each in _apart(costs))
    return f"{1000 * cpu:.0f} ({1000 * wall:.0f})"


def _apart(costs: Sequence[Cost]) -> tuple[list[float], list[float]]:
    return [cost.cpu for cost in costs], [cost.wall for cost in costs]


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that this share of all of them does not exceed."""
    return sorted(values)[ceil(share * len(values)) - 1]


def draw(sizes: Sequence[Growth], picture: Path) -> None:
    """Write cost against size as an SVG: loading a paper, and asking."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "size"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 4))
    papers = [growth.loading.papers for growth in sizes]
    asked = [1000 * percentile(_apart(g.use.questions)[0], 0.95) for g in sizes]
    listed = [1000 * percentile(_apart(g.use.filters)[0], 0.95) for g in sizes]
    axes.plot(papers, [cost_a_paper(g.loading) for g in sizes], "o-k", label="loading a paper")
    axes.plot(papers, asked, "s--k", label="a question, p95")
    axes.plot(papers, listed, "^:k", label="a filter of actions, p95")
    axes.set_xscale("log")
    axes.set_ylim(bottom=0)
    axes.set_xlabel("papers in the library")
    axes.set_ylabel("milliseconds of a processor")
    axes.legend(frameon=False)
    figure.tight_layout()
    figure.savefig(picture, metadata={"Date": None})
    pyplot.close(figure)
