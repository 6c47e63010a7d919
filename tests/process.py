"""Processes of our own that tests start, watch, kill and count."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

ADDING = Path(__file__).with_name("adding.py")


def start(command, folder, *papers, environment=None, **options):
    """`adding.py` in a group of its own, so that its children can be counted."""
    arguments = [sys.executable, str(ADDING), command, str(folder), *map(str, papers)]
    return subprocess.Popen(
        arguments,
        start_new_session=True,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
        **options,
    )


def finish(process, timeout=300):
    """What it says, from the start or since `begun`, when it has ended."""
    output, _ = process.communicate(timeout=timeout)
    return output.removeprefix("begun\n")


def group_is_gone(process, seconds=60.0):
    """Whether every process of the group ends in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def kill_readers(process):
    """Kill the children that read papers, once there are any; how many there were."""
    readers = []
    while not readers and process.poll() is None:
        time.sleep(0.01)
        readers = [pid for pid in children(process.pid) if b"spawn_main" in command_line(pid)]
    for pid in readers:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return len(readers)


def children(pid):
    """The processes that another started, by what Linux says."""
    found = []
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (task / "children").read_text().split())
    return found


def command_line(pid):
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def drop_rights():
    """Leave even root without capabilities in the program that is started next."""
    libc = ctypes.CDLL(None)
    for capability in range(64):
        libc.prctl(24, capability, 0, 0, 0)


def fill(disk):
    """Write a file until there is no room for another byte."""
    ballast = disk / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass
    return ballast
