"""Nothing leaves the machine: the main job, done where no process may use a network.

Every Python process of it, children too, notes whatever it tries to reach; on Linux all of
them also stand in a network with nothing in it, so that libraries in C find none either.
"""

import ctypes
import os
import subprocess
import sys

import pytest

from matters_arising.corpus import sample

GUARD = """
import os, socket, sys

def note(event, arguments):
    if not event.startswith("socket.") or event in ("socket.__new__", "socket.gethostname"):
        return
    if getattr(arguments[0], "family", None) == getattr(socket, "AF_UNIX", -1):
        return
    with open(os.environ["MATTERS_TRIED"], "a") as tried:
        tried.write(f"{event} {arguments}\\\\n")
    raise OSError("a test forbids this")

sys.addaudithook(note)
"""

JOB = """
import sys
from matters_arising.cli import cli
from matters_arising.index.store import vector

if __name__ == "__main__":
    vector.EXACT_LIMIT = 20  # so few that the sample needs its Chroma
    library, folder, *papers = sys.argv[1:]
    question = "what is the corporate parenting panel to do"
    for command in (["add", *papers], ["ask", question], ["export", folder], ["doctor"]):
        code = cli([*command, "--library", library], standalone_mode=False)
        assert not code, (command, code)
"""

ONE_OF_EACH = ("covering", "scanned", "minutes")
"""Prose, a scan for Tesseract, and minutes."""

NEW_NETWORK, NEW_USER = 0x40000000, 0x10000000


def leave_networks():
    libc = ctypes.CDLL(None)
    if libc.unshare(NEW_NETWORK):
        libc.unshare(NEW_USER | NEW_NETWORK)


@pytest.fixture
def run(tmp_path):
    """Run a script where Python notes, and refuses, every use of a network."""
    (tmp_path / "sitecustomize.py").write_text(GUARD)
    ours = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY")
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ours},
        "PYTHONPATH": str(tmp_path),
        "MATTERS_TRIED": str(tmp_path / "tried"),
        "HOME": str(tmp_path),
        "OMP_NUM_THREADS": "1",
    }

    def run_script(code, *arguments):
        script = tmp_path / "script.py"
        script.write_text(code)
        return subprocess.run(
            [sys.executable, script, *map(str, arguments)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
            preexec_fn=leave_networks if sys.platform == "linux" else None,
        )

    return run_script


def test_papers_are_added_asked_and_exported_without_a_network(run, tmp_path):
    papers = [path for path in sample.papers() if any(kind in path.name for kind in ONE_OF_EACH)]
    assert len(papers) == len(ONE_OF_EACH)
    done = run(JOB, tmp_path / "library", tmp_path / "export", *papers)
    assert done.returncode == 0, done.stderr
    assert "Nothing is wrong" in done.stdout
    assert list((tmp_path / "library" / "vectors").glob("chroma-*"))
    assert (tmp_path / "export" / "actions.csv").exists()
    assert not (tmp_path / "tried").exists(), (tmp_path / "tried").read_text()


def test_the_guard_would_have_noticed(run, tmp_path):
    done = run("import socket; socket.create_connection(('127.0.0.1', 9))")
    assert "a test forbids this" in done.stderr
    assert "socket.getaddrinfo" in (tmp_path / "tried").read_text()
