"""`start.py`: what it says when something is in its way. That it works is for CI to see."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import start

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
    locked = f"no-such-package==0.0.0 --hash=sha256:{'0' * 64}\n"
    (tmp_path / "requirements.lock").write_text(locked, "utf-8")
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


def test_a_disk_too_small_is_told_before_anything_is_fetched():
    start.require_room(start.ROOM, start.ROOM, "installing")
    with pytest.raises(start.CannotStart, match=r"Only 3\.9 GB are free.*installing takes 4 GB"):
        start.require_room(3_900_000_000, start.ROOM, "installing")


def test_a_disk_too_small_for_gpu_libraries_is_told_before_they_are_fetched(tmp_path, monkeypatch):
    lock = tmp_path / "requirements-cuda.lock"
    lock.write_text("no-such-package==0.0.0", "utf-8")
    monkeypatch.setattr(start, "CUDA_LOCK", lock)
    monkeypatch.setattr(start, "VENV", tmp_path)
    monkeypatch.setattr(start, "GPU_ROOM", shutil.disk_usage(start.ROOT).total + 1)
    with pytest.raises(start.CannotStart, match=r"GPU libraries .* takes"):
        start.install_for_gpu()


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


def test_what_is_installed_is_compiled_though_python_was_told_not_to(tmp_path, monkeypatch):
    (tmp_path / "matters_arising").mkdir()
    (tmp_path / "matters_arising" / "paper.py").write_text("TITLE = 'Minutes'", "utf-8")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(start, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(start, "ROOT", tmp_path)
    start.compile_itself()
    assert list(tmp_path.rglob("paper.*.pyc"))


LOCKS = sorted(ROOT.glob("requirements*.lock"))
ENTRY = re.compile(
    r"(?P<name>[a-z0-9-]+)==[\w.]+(?P<where> ; [\w'=!<>.() ]+)?"
    r"(?P<hashes>( \\\n    --hash=sha256:[0-9a-f]{64})+)\n"
)


def pinned(lock):
    return {entry["name"] for entry in ENTRY.finditer((ROOT / lock).read_text("utf-8"))}


def canonical(requirement):
    name = re.match(r"[\w.-]+", requirement)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_asked_for_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = set(map(canonical, project["project"]["dependencies"]))
    assert asked <= pinned("requirements.lock")
    for_work = set(map(canonical, project["dependency-groups"]["dev"]))
    assert for_work <= pinned("requirements.lock") | pinned("requirements-dev.lock")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_exact_versions_with_hashes_and_nothing_else(lock):
    head, *_ = lock.read_text("utf-8").partition("==")
    text = lock.read_text("utf-8").removeprefix(head[: head.rindex("\n") + 1])
    assert ENTRY.sub("", text) == ""
    assert "--only-binary :all:" in head


def test_a_package_with_another_hash_is_not_installed(checkout, tmp_path):
    """A wheel of our own, offered under the name and version that the lock knows by another."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    build_wheel(wheels / "no_such_package-0.0.0-py3-none-any.whl")
    offered = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": str(wheels)}
    assert "not the one that the lock files name" in one_line(run(checkout / "start.py", **offered))


def build_wheel(path):
    info = "no_such_package-0.0.0.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("no_such_package.py", "")
        wheel.writestr(
            f"{info}/METADATA", "Metadata-Version: 2.1\nName: no-such-package\nVersion: 0.0.0\n"
        )
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")
