"""Adds papers to a library, or removes them, in a process of its own that tests can kill.

`python adding.py add|force|remove LIBRARY PAPER...`; says `refused: WHY` for our errors.
"""

import sys
from pathlib import Path

from tiny_reader import read_lines

from matters_arising.errors import MattersArisingError
from matters_arising.library import Library


def main(command: str, folder: str, *papers: str) -> None:
    with Library.create(Path(folder)) as library:
        if command == "remove":
            library.remove(papers)
        else:
            paths = [Path(paper) for paper in papers]
            library.add(paths, force=command == "force", read=read_lines, jobs=2)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except MattersArisingError as error:
        sys.stdout.write(f"refused: {type(error).__name__}: {error}\n")
