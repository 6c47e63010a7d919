"""Pictures asked for with `--plot`: where they go, and what is said of it."""

from pathlib import Path

import click

from matters_arising.cli.option import FILE
from matters_arising.cli.session import Session

plot_option = click.option(
    "--plot",
    type=FILE,
    metavar="FILE",
    help="Draw it too: an SVG or a PNG, as the file's name ends.",
)


def check_plot(plot: Path | None) -> None:
    """Refuse a file that may not be drawn in before anything is said of it."""
    if plot is not None:
        from matters_arising.picture.file import DRAWN, check_place

        check_place(plot, kinds=DRAWN)


def say_drawn(session: Session, plot: Path) -> None:
    """Say where the picture is, unless quiet."""
    session.tell(f"Drawn in {plot}.")
