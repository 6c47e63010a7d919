"""Taking the records elsewhere."""

from pathlib import Path

import click

from matters_arising.cli.option import shared_options
from matters_arising.cli.session import Session


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--papers",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="PDFS",
    help="The folder of the PDFs, for links from the workbook to their pages.",
)
@shared_options
@click.pass_obj
def export(session: Session, *, folder: Path, papers: Path | None) -> None:
    """Write every record into a folder, in forms that others can use.

    CSV, JSON Lines and Parquet, one XLSX workbook, a Frictionless data package, and a data
    dictionary. DIR is new, empty, or an earlier export, which is replaced; interrupted, it
    stays as it was.

    \b
    Example:
      matters export ~/records
      matters export ~/records --papers ~/papers
    """
    with session.open_library() as library:
        from matters_arising.export.export import export_library

        counts = export_library(library, folder, papers=papers)
    said = ", ".join(f"{count.records} {count.kind}" for count in counts)
    session.tell(f"Exported to {folder}: {said}.")
