"""`python -m benchmarks.library FOLDER PAPERS PASSAGES_A_PAPER`: make a large library."""

import sys
from pathlib import Path

from benchmarks.library.make import make_library


def main(folder: str, papers: str, passages: str) -> None:
    """Make it, and say what it holds."""
    made = make_library(Path(folder), papers=int(papers), passages_a_paper=int(passages))
    sys.stdout.write(f"{folder}: {made.papers:,} papers, {made.passages:,} passages\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
