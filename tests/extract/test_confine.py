"""A reader that a paper has taken over can read, and little else."""

import ctypes
import socket
import sys

import pytest
from misdeed import change_files, reach_out, start_programs

from matters_arising.extract.pool import Limits, read_all

pytestmark = [
    pytest.mark.hostile,
    pytest.mark.skipif(sys.platform != "linux", reason="kernel layers of Linux"),
]


def landlock():
    """The version of Landlock here; negative where there is none."""
    return ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1)


needs_landlock = pytest.mark.skipif(
    sys.platform == "linux" and landlock() < 6, reason="NOT TESTED: this kernel's Landlock is older"
)


def in_a_child(misdeed, path):
    (outcome,) = read_all([path], misdeed, jobs=1, limits=Limits())
    return {what for what, done in outcome.items() if done}


@needs_landlock
def test_no_network_is_reached(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = tmp_path / "port.pdf"
        port.write_text(str(server.getsockname()[1]))
        assert reach_out(port) == {"python": True, "name": True, "c": True}
        assert in_a_child(reach_out, port) == set()


@needs_landlock
def test_no_file_is_changed(tmp_path):
    paper = tmp_path / "paper.pdf"
    paper.write_text("whole")
    assert in_a_child(change_files, paper) == {"null", "read"}
    assert [path.name for path in tmp_path.iterdir()] == ["paper.pdf"]
    assert paper.read_text() == "whole"


@needs_landlock
def test_no_program_is_started_and_no_process_signalled(tmp_path):
    assert in_a_child(start_programs, tmp_path / "paper.pdf") == set()
    assert list(tmp_path.iterdir()) == []
