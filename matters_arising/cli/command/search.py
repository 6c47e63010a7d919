"""Searches: ranked hits, not answers."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from matters_arising.cli.option import (
    format_option,
    join_words,
    model_option,
    passage_kind_option,
    scope_options,
    shared_options,
)
from matters_arising.cli.output.listing import Listing, join_numbers, print_listing, shorten
from matters_arising.cli.output.reply import tell_of_filters
from matters_arising.cli.output.shape import CITATION_FIELDS, shape_citation
from matters_arising.cli.output.table import Column
from matters_arising.cli.session import Session
from matters_arising.corpus.filter import Filter
from matters_arising.errors import NothingFound

if TYPE_CHECKING:
    from matters_arising.index.answer.citation import Citation

SHOWN_WORDS = 40
"""Words of a hit in a table; `-v` shows all."""


@click.command()
@click.argument("words", nargs=-1, required=True, callback=join_words)
@passage_kind_option
@click.option(
    "-n", "limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many hits."
)
@scope_options
@format_option
@model_option
@shared_options
@click.pass_obj
def search(
    session: Session,
    *,
    words: str,
    kinds: tuple[str, ...],
    limit: int,
    scope: Filter,
    format_: str | None,
) -> None:
    """Find passages, actions, figures and decisions.

    The best come first. Exits 3 where nothing matches.

    \b
    Example:
      matters search care leaver hub
      matters search --kind measure -n 5 "health assessments"
    """
    with session.open_library() as library:
        scope = replace(session.settle(library, scope), kinds=kinds)
        found = library.search(words, scope=scope, limit=limit)
        print_listing(_hit_listing(whole=session.verbose), found, format_)
        if not found:
            tell_of_filters(session, library, scope)
            raise NothingFound(f"Nothing in the papers matches '{words}'.")


def _hit_listing(*, whole: bool) -> Listing["Citation"]:
    return Listing(
        fields=CITATION_FIELDS,
        shape=shape_citation,
        columns=(
            Column("Date", lambda hit: hit.date or ""),
            Column("Paper", lambda hit: hit.paper.title, share=2),
            Column("Page", lambda hit: join_numbers(hit.pages)),
            Column("Kind", lambda hit: hit.kind),
            Column("Ref", lambda hit: hit.ref or ""),
            Column(
                "Text",
                lambda hit: shorten(hit.quote, SHOWN_WORDS, whole=whole),
                share=6,
            ),
        ),
    )
