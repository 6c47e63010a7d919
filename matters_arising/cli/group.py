"""The group of commands: what they share, and how they end."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from matters_arising.cli.option import shared_options
from matters_arising.cli.output.safe import on_one_line
from matters_arising.cli.session import Session
from matters_arising.errors import MattersArisingError, NothingFound

COLLECT_AFTER = 50_000
"""Things made before Python's collector looks for garbage: most of its looks, as modules load,
find none, and took a tenth of a cold question's time."""

INTERRUPTED = 130
"""128 and the number of SIGINT, as shells count."""


class Commands(click.Group):
    """Commands in the order they were added, each ended with one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, as they are usually needed."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; no error of ours or of the system shows a traceback."""
        gc.set_threshold(COLLECT_AFTER)
        with _ending(ctx):
            _never_fail_to_encode()
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result


@contextmanager
def _ending(ctx: click.Context) -> Iterator[None]:
    try:
        yield
    except NothingFound as nothing:
        _say(str(nothing))
        ctx.exit(nothing.exit_code)
    except MattersArisingError as error:
        _say(f"Error: {error}")
        ctx.exit(error.exit_code)
    except BrokenPipeError:
        _let_go_of_output()
        ctx.exit(0)
    except OSError as error:
        _let_go_of_output()
        _say(f"Error: {_explain(error)}")
        ctx.exit(1)
    except KeyboardInterrupt:
        _say("Interrupted. Nothing is lost; run the command again to go on.")
        ctx.exit(INTERRUPTED)


def _say(line: str) -> None:
    click.echo(on_one_line(line), err=True)


def _explain(error: OSError) -> str:
    where = f" at {os.fsdecode(error.filename)}" if error.filename else ""
    why = error.strerror or str(error) or type(error).__name__
    return f"The system refused{where}: {why}. Put that right and run the command again."


def _let_go_of_output() -> None:
    """Nobody takes what is left in the buffer, and Python would complain of it at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # output that is no file has no pipe to break
        return


def _never_fail_to_encode() -> None:
    """A terminal that lacks a letter shows a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


@click.group(
    cls=Commands,
    context_settings={"obj": Session(), "help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done; 1 an error; 2 wrong usage; 3 nothing in the papers answers or "
    "matches; 4 some papers could not be added, the others were.",
)
@click.version_option(package_name="matters-arising", prog_name="matters")
@shared_options
def cli() -> None:
    """Ask committee papers what became of it: every answer is quoted, with its page.

    \b
    Example:
      matters add ~/papers
      matters ask "what happened to the chronology action"

    \b
    For completion of commands and options, put this where your shell starts:
      bash  eval "$(_MATTERS_COMPLETE=bash_source matters)"
      zsh   eval "$(_MATTERS_COMPLETE=zsh_source matters)"
      fish  _MATTERS_COMPLETE=fish_source matters | source
    """
