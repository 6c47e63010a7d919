"""Pictures asked for with `--plot`: where they go, and what is said of it."""

from pathlib import Path

import click

from matters_arising.cli.safe import on_one_line
from matters_arising.cli.session import Session

plot_option = click.option(
    "--plot",
    type=click.Path(dir_okay=False, path_type=Path),
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
    if not session.quiet:
        click.echo(on_one_line(f"Drawn in {plot}."), err=True)
