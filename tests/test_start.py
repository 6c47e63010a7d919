"""`start.py`: what it says when something is in its way. That it works is for CI to see."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
START = ROOT / "start.py"


def run(path, *words, **environment):
    return subprocess.run(
        [sys.executable, str(path), *words],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def checkout(tmp_path):
    """A folder with `start.py` and one package to install that no index has."""
    shutil.copy(START, tmp_path)
    (tmp_path / "requirements.lock").write_text("no-such-package==0.0.0\n", "utf-8")
    (tmp_path / "pyproject.toml").touch()
    return tmp_path


def one_line(result):
    lines = [line for line in result.stderr.splitlines() if line]
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("Error: ")
    return lines[0]


def test_an_unknown_command_is_told_the_known_ones():
    result = run(START, "tset")
    assert result.returncode == 1
    assert "start.py [test" in one_line(result)


def test_without_a_network_it_says_so_in_one_line(checkout):
    nowhere = {
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_FIND_LINKS": "",
        "PIP_RETRIES": "1",
    }
    result = run(checkout / "start.py", **nowhere)
    assert result.returncode == 1
    assert "cannot be reached" in one_line(result)


def test_a_failed_installation_is_not_taken_for_done(checkout):
    nothing = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": ""}
    for _ in range(2):
        result = run(checkout / "start.py", **nothing)
        assert result.returncode == 1
        assert "no build for this Python" in one_line(result)


def pinned(name):
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return {canonical(line) for line in lines if line and not line.startswith("#")}


def canonical(requirement):
    name = re.match(r"[\w.-]+", requirement)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_asked_for_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = set(map(canonical, project["project"]["dependencies"]))
    assert asked <= pinned("requirements.lock")
    for_work = set(map(canonical, project["dependency-groups"]["dev"]))
    assert for_work <= pinned("requirements.lock") | pinned("requirements-dev.lock")


def test_no_lock_names_a_place_or_a_local_build():
    for name in ("requirements.lock", "requirements-dev.lock"):
        for line in (ROOT / name).read_text("utf-8").splitlines():
            assert re.fullmatch(r"#.*|[\w.-]+==[\w.]+( ; sys_platform != \"win32\")?", line), line
