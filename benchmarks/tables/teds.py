"""TEDS by docling-metrics-table: `python -m benchmarks.tables.teds PAIRS OUT` scores pairs.

It is run in a process of its own, like the peers, since the project does without it.
"""

import json
import sys
from collections.abc import Iterable
from html import escape
from pathlib import Path

from benchmarks.tables.gold import Cells


def to_html(rows: Iterable[Cells]) -> str:
    """A table as HTML: a cell for each square, white space as a reader of a page sees it."""
    lines = ("".join(f"<td>{escape(' '.join(c.split()))}</td>" for c in row) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def score_pairs(pairs: Path, out: Path) -> None:
    """Write the similarity, 0 to 1, of each pair of tables, in order."""
    from docling_metrics_table import TableMetric, TableMetricHTMLInputSample
    from docling_metrics_table.docling_metrics_table import TableMetricKind

    metric = TableMetric(metrics=[TableMetricKind.TEDS])
    scores = []
    for number, (gold, found) in enumerate(json.loads(pairs.read_text(encoding="utf-8"))):
        sample = TableMetricHTMLInputSample(id=str(number), html_a=gold, html_b=found)
        result = metric.evaluate_sample(sample).teds
        scores.append(result.teds if result else 0.0)
    out.write_text(json.dumps(scores), encoding="utf-8")


if __name__ == "__main__":
    score_pairs(Path(sys.argv[1]), Path(sys.argv[2]))
