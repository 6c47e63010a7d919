"""A library of the sample papers, made once, and the command as people run it."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from program import MATTERS

from matters_arising.cli import cli

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def environment(tmp_path_factory) -> dict[str, str]:
    """Nobody's own library or settings."""
    home = tmp_path_factory.mktemp("home")
    kept = {k: v for k, v in os.environ.items() if not k.startswith("MATTERS_")}
    return {**kept, "HOME": str(home), "XDG_DATA_HOME": str(home), "OMP_NUM_THREADS": "1"}


@pytest.fixture(scope="session")
def run(environment) -> Run:
    """Run `matters` in a process of its own, with pipes for its output."""

    def run_matters(*arguments, **options):
        return subprocess.run(
            [MATTERS, *map(str, arguments)],
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
            **{"env": environment, **options},
        )

    return run_matters


@pytest.fixture(scope="session")
def library(sample_folder) -> Path:
    """The sample papers, added."""
    return sample_folder


@pytest.fixture
def matters(library, monkeypatch) -> Callable[..., Result]:
    """Run a command on the sample's library in this process."""
    monkeypatch.setenv("MATTERS_LIBRARY", str(library))
    monkeypatch.setenv("COLUMNS", "120")

    def invoke(*arguments, **options):
        return CliRunner().invoke(cli, list(map(str, arguments)), **options)

    return invoke
