"""Changes a library in a process of its own that tests can kill, with one-line results.

`python adding.py add|force|remove|repair LIBRARY PAPER...` says `begun` when it has loaded
what it needs, and `refused: WHY` for our errors. `MATTERS_EXACT_LIMIT` is how many passages
are searched without Chroma, so that a few bring it in.
"""

import os
import sys
from pathlib import Path

from tiny_reader import read_lines

from matters_arising.errors import MattersArisingError
from matters_arising.index.store import vector
from matters_arising.library import Library


def main(command: str, folder: str, *papers: str) -> None:
    vector.EXACT_LIMIT = int(os.environ.get("MATTERS_EXACT_LIMIT", vector.EXACT_LIMIT))
    with Library.create(Path(folder)) as library:
        say("begun")
        if command == "remove":
            library.remove(papers)
        elif command == "repair":
            library.repair()
        else:
            paths = [Path(paper) for paper in papers]
            library.add(paths, force=command == "force", read=read_lines, jobs=2)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except MattersArisingError as error:
        say(f"refused: {type(error).__name__}: {error}")
