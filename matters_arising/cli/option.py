"""Options that several commands share."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from matters_arising.cli.session import Session
from matters_arising.corpus.filter import PASSAGE_KINDS, Filter
from matters_arising.corpus.span import date_span

Command = Callable[..., None]

FORMATS = ("table", "csv", "json", "jsonl")

FILE = click.Path(dir_okay=False, path_type=Path)
"""A path to a file; whether it can be read or written shows where that is done."""


def iso_date(value: str) -> str:
    """The date as given, as precise as one likes: 2025-03-31, 2025-03, 2025 or 2024/25."""
    if date_span(value) is None or not _on_calendar(value):
        raise click.BadParameter(
            f"'{value}' is no date. Write the year first: 2025-03-31, 2025-03 or 2025."
        )
    return value


def _on_calendar(value: str) -> bool:
    """Whether a full date is a day that there is; a month or year always is."""
    try:
        return value.count("-") < 2 or bool(date.fromisoformat(value))
    except ValueError:
        return False


def join_words(ctx: click.Context, param: click.Parameter, words: tuple[str, ...]) -> str:
    """A callback that makes one text of the words of an argument, which may not be blank."""
    text = " ".join(words).strip()
    if not text:
        raise click.MissingParameter(ctx=ctx, param=param)
    return text


def date_option(name: str, *, help: str) -> Callable[[Command], Command]:
    """An option that takes a date."""
    return click.option(name, type=iso_date, metavar="DATE", help=help)


def _keep(field: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """A callback that notes an option in the session: the command's word over the group's."""

    def keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
        if value:
            ctx.obj = replace(ctx.ensure_object(Session), **{field: value})

    return keep


def _session_option(*names: str, field: str, **attributes: Any) -> Callable[[Command], Command]:
    return click.option(*names, expose_value=False, callback=_keep(field), **attributes)


def shared_options(command: Command) -> Command:
    """`--library`, `-q` and `-v`, which may stand before the command's name or after it."""
    for add_option in (
        _session_option("-v", "--verbose", field="verbose", is_flag=True, help="Say more."),
        _session_option(
            "-q", "--quiet", field="quiet", is_flag=True, help="Say nothing but results and errors."
        ),
        _session_option(
            "--library",
            field="library",
            type=click.Path(file_okay=False, readable=False, path_type=Path),
            metavar="DIR",
            help="The library's folder; else $MATTERS_LIBRARY, else a folder of your user data.",
        ),
    ):
        command = add_option(command)
    return command


model_option = _session_option(
    "--model",
    field="model",
    metavar="NAME",
    envvar="MATTERS_MODEL",
    show_envvar=True,
    help="Another embedding model: a folder, or a name in this machine's Hugging Face cache. "
    "A library keeps to the model that made it.",
)

format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="How to print: by default 'table' on a terminal, 'csv' in a pipe.",
)

text_format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to print; 'table' is text for people to read.",
)


def kinds_option(kinds: Sequence[str], *, help: str) -> Callable[[Command], Command]:
    """`--kind`, which may be given several times, handed on as `kinds`."""
    return click.option("--kind", "kinds", multiple=True, type=click.Choice(kinds), help=help)


passage_kind_option = kinds_option(
    PASSAGE_KINDS,
    help="Only passages of this kind; 'row' is any row of a table, 'action' one that is an action.",
)

about_option = click.option("--about", metavar="WORDS", help="Only what speaks of all these words.")


def scope_options(command: Command) -> Command:
    """`--since`, `--until`, `--committee` and `--paper`, handed on as `scope`."""

    @date_option("--since", help="Only papers of this date or later.")
    @date_option("--until", help="Only papers of this date or earlier.")
    @click.option("--committee", metavar="WORDS", help="Only committees with these words.")
    @click.option(
        "--paper",
        "papers",
        multiple=True,
        metavar="PAPER",
        help="Only this paper: its name, a part of it that no other has, or its id; may be given "
        "several times.",
    )
    @wraps(command)
    def scoped(
        *args: Any,
        since: str | None,
        until: str | None,
        committee: str | None,
        papers: tuple[str, ...],
        **rest: Any,
    ) -> None:
        command(*args, scope=Filter(since, until, committee, papers), **rest)

    return scoped


_FATES = {
    "slipped": "Only what was given a later due date.",
    "vanished": "Only what its plan's next issue leaves out though it was never done.",
    "reopened": "Only what is open again though it was said to be done.",
    "contradictory": "Only what papers as of one date tell in ways that cannot both hold.",
    "owner_changed": "Only what passed to another owner.",
}
"""What may have become of an action, and how its flag is explained."""


def fate_options(command: Command) -> Command:
    """A flag for each fate and `--new-since`, handed on as `fates` and `new_since`."""

    @click.option(
        "--new-since",
        metavar="PAPER",
        help="Only what later issues of this paper's plan were the first to list.",
    )
    @wraps(command)
    def fated(*args: Any, **options: Any) -> None:
        fates = tuple(name for name in _FATES if options.pop(name))
        command(*args, fates=fates, **options)

    for name, help in reversed(_FATES.items()):
        fated = click.option(f"--{name.replace('_', '-')}", is_flag=True, help=help)(fated)
    return fated
