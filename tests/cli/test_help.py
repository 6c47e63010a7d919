import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from matters_arising.cli import cli

COMMANDS = ("add", "papers", "show", "remove", "ask", "search", "actions", "history", "compare")
COMMANDS += ("plan", "measures", "decisions", "export", "eval", "doctor")

HEAVY = ("rich", "numpy", "sqlalchemy", "spacy", "torch", "chromadb", "tokenizers", "pdfplumber")
HEAVY += ("pyarrow", "openpyxl", "matplotlib")


def test_the_commands_are_listed_as_they_are_usually_needed():
    assert tuple(cli.list_commands(click.Context(cli))) == COMMANDS


@pytest.mark.parametrize("command", cli.commands.values(), ids=lambda command: command.name)
def test_every_command_has_help_with_an_example_that_runs_it(command):
    result = CliRunner().invoke(cli, [command.name, "--help"])
    assert result.exit_code == 0
    _, _, example = result.output.partition("Example:\n")
    assert f"matters {command.name} " in example.replace("\n", " \n")


@pytest.mark.parametrize("command", cli.commands.values(), ids=lambda command: command.name)
def test_every_option_says_what_it_does(command):
    silent = [p.name for p in command.params if isinstance(p, click.Option) and not p.help]
    assert silent == []


def test_help_and_version_load_click_and_nothing_heavy():
    calls = [["--help"], ["--version"], *([name, "--help"] for name in COMMANDS)]
    script = (
        "import sys\n"
        "from matters_arising.cli import cli\n"
        f"for call in {calls!r}:\n"
        "    cli.main(call, prog_name='matters', standalone_mode=False)\n"
        "known = sys.stdlib_module_names | {'click', 'matters_arising'}\n"
        "packages = {name.split('.')[0] for name in sys.modules}\n"
        f"heavy = packages & set({HEAVY!r})\n"
        "assert not heavy, heavy\n"
        "print('nothing heavy')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("nothing heavy\n")


def test_the_version_is_printed():
    result = CliRunner().invoke(cli, ["--version"])
    assert result.output.startswith("matters, version ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_get_their_completion(run, environment, shell):
    done = run(env={**environment, "_MATTERS_COMPLETE": f"{shell}_source"})
    assert done.returncode == 0
    assert "_MATTERS_COMPLETE" in done.stdout


@pytest.mark.parametrize("order", [("--library", "{}", "papers"), ("papers", "--library", "{}")])
def test_the_library_may_be_named_before_the_command_or_after(library, order):
    arguments = [word.format(library) for word in order]
    result = CliRunner().invoke(cli, [*arguments, "--format", "jsonl"])
    assert len(result.stdout.splitlines()) == 8


def test_the_command_has_the_last_word_on_the_library(library, tmp_path):
    arguments = ["--library", str(tmp_path), "papers", "--library", str(library)]
    assert CliRunner().invoke(cli, arguments).exit_code == 0


def test_the_package_runs_by_its_own_name():
    done = subprocess.run(
        [sys.executable, "-m", "matters_arising", "--version"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.startswith("matters, version")
