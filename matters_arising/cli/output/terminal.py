"""The terminal that results go to: how wide it is, and what it can show."""

import os
import shutil
import sys

import click

UNKNOWN_WIDTH = 100
"""Columns of a table that goes to no terminal."""

WIDEST = 100
"""Longer lines of running text are hard to read."""


def terminal_width() -> int:
    """Columns of the terminal, or a usual width where there is none."""
    return shutil.get_terminal_size((UNKNOWN_WIDTH, 24)).columns


def readable_width() -> int:
    """Columns for running text."""
    return min(terminal_width(), WIDEST)


def print_head(line: str) -> None:
    """Print a line in bold, where a terminal shows bold."""
    click.secho(line, bold=os.environ.get("TERM") not in ("dumb", "unknown"))


def print_rule(width: int) -> None:
    """Print a line from side to side."""
    click.echo(("─" if can_print("─") else "-") * width)


def can_print(letters: str) -> bool:
    """Whether standard output can write these letters."""
    try:
        letters.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True
