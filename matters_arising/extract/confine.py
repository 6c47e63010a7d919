"""What a child that reads papers may not do: use a network, write a file, start a program.

A PDF library that is taken over by a paper does what its process may do, so that is made
little. No system has all of these layers, and each is taken where it is to be had:

* Linux: a network of its own, with nothing in it. Some systems let only root have one.
* Linux 5.13 and later: Landlock. The kernel refuses to open any file for writing, to change
  any folder, to start a program and (6.7) to connect by TCP or (6.12) to signal others.
* Everywhere: Python refuses to use a network or to start a program. That stops Python code;
  a flaw in a library written in C can pass by it.

What a child may still do is read what its user may read.
"""

import ctypes
import os
import sys
from contextlib import suppress

_REFUSED = frozenset(
    {
        *("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"),
        *("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"),
        *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn"),
        *("os.fork", "os.forkpty", "os.startfile", "pty.spawn"),
    }
)
"""Names of audit events, https://docs.python.org/3/library/audit_events.html."""

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_NO_NEW_RIGHTS = 38

_CREATE, _ADD, _RESTRICT = 444, 445, 446
"""Numbers of Landlock's system calls, the same on every processor."""

_ASK_VERSION = 1
_BENEATH = 1
_WRITE_FILE = 1 << 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_KNOWN_ACCESS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""How many kinds of access to files each version of Landlock knows, and so may refuse."""

_TCP = 0b11
_SCOPES = 0b11
_WITH_TCP, _WITH_SCOPES = 4, 6


class _Rules(ctypes.Structure):
    _fields_ = (
        ("access", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scopes", ctypes.c_uint64),
    )


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("access", ctypes.c_uint64), ("folder", ctypes.c_int32))


def leave_networks() -> None:
    """Move this process to a network with nothing in it, where the system allows that.

    To be called first: who is not root needs to have no other thread yet.
    """
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if libc.unshare(_NEW_NETWORK):
            libc.unshare(_NEW_USER | _NEW_NETWORK)


def confine() -> None:
    """Give up, for good, all that reading a paper does not take; see above."""
    if sys.platform == "linux":
        with suppress(OSError):
            _take_landlock()
    sys.addaudithook(_refuse)


def _refuse(event: str, _: object) -> None:
    if event in _REFUSED:
        raise PermissionError(f"A process that reads papers may not do this: {event}")


def _take_landlock() -> None:
    """Let the kernel refuse what it knows how to refuse; raises OSError where it cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    version = _done(libc.syscall(_CREATE, None, ctypes.c_size_t(0), _ASK_VERSION))
    every_access = (1 << _KNOWN_ACCESS.get(version, max(_KNOWN_ACCESS.values()))) - 1
    rules = _Rules(
        every_access & ~(_READ_FILE | _READ_FOLDER),
        _TCP if version >= _WITH_TCP else 0,
        _SCOPES if version >= _WITH_SCOPES else 0,
    )
    ruleset = _done(libc.syscall(_CREATE, ctypes.byref(rules), ctypes.sizeof(rules), 0))
    try:
        _allow_the_bin(libc, ruleset)
        _done(libc.prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0))
        _done(libc.syscall(_RESTRICT, ruleset, 0))
    finally:
        os.close(ruleset)


def _allow_the_bin(libc: ctypes.CDLL, ruleset: int) -> None:
    """Let what nobody wants to see be thrown away."""
    bin_ = os.open(os.devnull, os.O_RDONLY)
    try:
        rule = _Beneath(_WRITE_FILE, bin_)
        _done(libc.syscall(_ADD, ruleset, _BENEATH, ctypes.byref(rule), 0))
    finally:
        os.close(bin_)


def _done(result: int) -> int:
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
