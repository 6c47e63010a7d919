"""Build the sample's papers and gold: `python -m matters_arising.corpus.sample.build`."""

import argparse
from pathlib import Path

from matters_arising.corpus.sample.content import (
    cover_2021,
    monitoring_2022,
    pack_2021,
    panel_2024,
    plan_2021,
    plan_2022,
    plan_2023,
    visit_2023,
)
from matters_arising.corpus.sample.layout import draw_paper
from matters_arising.corpus.sample.scan import draw_scan
from matters_arising.corpus.sample.sheet import Drawn
from matters_arising.corpus.sample.truth import write_gold

PAPERS = tuple(
    module.PAPER
    for module in (
        pack_2021,
        cover_2021,
        plan_2021,
        monitoring_2022,
        plan_2022,
        plan_2023,
        panel_2024,
    )
)


def build(out: Path) -> None:
    """Write every paper to `out`/papers and the truth about them to `out`/gold."""
    papers = out / "papers"
    papers.mkdir(parents=True, exist_ok=True)
    drawn: dict[str, Drawn] = {}
    for paper in PAPERS:
        drawn[paper.name] = draw_paper(paper, papers / f"{paper.name}.pdf")
    draw_scan(papers / f"{visit_2023.NAME}.pdf")
    write_gold(out / "gold", PAPERS, drawn)


def main() -> None:
    """Build beside this module, or where `--out` says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    build(parser.parse_args().out)


if __name__ == "__main__":
    main()
