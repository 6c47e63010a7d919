"""What a reader that a paper took over would try; each function is run in a child."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def done(action):
    """Whether an action came off."""
    try:
        action()
    except OSError:
        return False
    return True


def by_c(result):
    if result < 0:
        raise OSError(ctypes.get_errno(), "refused")


def reach_out(path: Path) -> dict[str, bool]:
    """Connect to the port that the file names, by Python and by the C library alone."""
    port = int(path.read_text())
    address = (
        (2).to_bytes(2, sys.byteorder) + port.to_bytes(2, "big") + bytes([127, 0, 0, 1]) + bytes(8)
    )
    with socket.socket() as telephone:
        return {
            "python": done(lambda: socket.create_connection(("127.0.0.1", port), 2).close()),
            "name": done(lambda: socket.getaddrinfo("localhost", port)),
            "c": done(lambda: by_c(LIBC.connect(telephone.fileno(), address, len(address)))),
        }


def change_files(path: Path) -> dict[str, bool]:
    """Write beside the file, over it, and remove it."""
    beside = str(path.with_name("beside")).encode()
    return {
        "write": done(lambda: path.with_name("new").write_text("owned")),
        "over": done(lambda: path.write_text("owned")),
        "remove": done(path.unlink),
        "folder": done(path.with_name("folder").mkdir),
        "c": done(lambda: by_c(LIBC.open(beside, os.O_WRONLY | os.O_CREAT, 0o600))),
        "null": done(lambda: Path(os.devnull).write_text("nothing")),
        "read": done(path.read_text),
    }


def start_programs(path: Path) -> dict[str, bool]:
    """Start a program, by Python and by the C library alone, and end the process above."""
    marked = f"touch {path.with_name('started')}"
    LIBC.system(marked.encode())
    return {
        "python": done(lambda: subprocess.run(["true"], check=True)),
        "shell": done(lambda: os.system(marked)),
        "fork": done(os.fork),
        "c": path.with_name("started").exists(),
        "signal": done(lambda: os.kill(os.getppid(), signal.SIGCONT)),
    }
