"""Reading papers in child processes, which have limits, little they may do, and can be killed."""

import math
import os
import pickle
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from matters_arising.corpus.reading import Reading
from matters_arising.errors import (
    MattersArisingError,
    PaperDamaged,
    PaperTooHard,
    PaperUnreadable,
    ReadersFailed,
)
from matters_arising.extract.confine import confine, leave_networks

T = TypeVar("T")

ReadPaper = Callable[[Path], Reading]
"""Reads one paper; a function of a module, so that a child can import it."""

_AHEAD = 4
"""Papers handed out for each worker: none runs dry, and few readings wait in memory."""

_OUT_OF_TIME = -signal.SIGXCPU if hasattr(signal, "SIGXCPU") else None
"""How a child ends that computed for longer than it was allowed, where the system sees to it."""

_LOOK_EVERY = 1.0
"""Seconds between looks whether the children that are waited for are still there."""

_GIBIBYTE = 2**30
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one paper may cost; the time grows with its size.

    A page takes 0.2 s, a scanned one 2 s, and a megabyte holds up to some fifty of either.
    Seconds are of a processor where the system counts them, so that a paper is not refused
    because the machine is busy; by the clock it may take `patience` times as many.
    """

    seconds: float = 120.0
    seconds_per_megabyte: float = 60.0
    patience: float = 4.0
    memory: int = 4 * _GIBIBYTE
    output: int = _GIBIBYTE // 4

    def seconds_for(self, path: Path) -> float:
        """The time that a paper of this size may take."""
        with suppress(OSError):
            return self.seconds + self.seconds_per_megabyte * path.stat().st_size / _MEGABYTE
        return self.seconds


def read_all(
    paths: Sequence[Path], read: Callable[[Path], T], *, jobs: int, limits: Limits
) -> Generator[T | PaperUnreadable, None, None]:
    """What `read` makes of each paper, or why it cannot: one for each path, in their order.

    Up to `jobs` papers are read at a time. Closing the iterator kills the children; they
    also end by themselves when this process does, however it ends.
    """
    remaining = deque(paths)
    while remaining:
        with closing(_read_in_pool(tuple(remaining), read, jobs=jobs, limits=limits)) as outcomes:
            for outcome in outcomes:
                remaining.popleft()
                yield outcome
        if remaining:
            # The pool broke down. Whether this paper did it shows when it is read alone.
            path = remaining.popleft()
            yield from [*_read_in_pool((path,), read, jobs=1, limits=limits)] or [_broke(path)]


def _read_in_pool(
    paths: Sequence[Path], read: Callable[[Path], T], *, jobs: int, limits: Limits
) -> Generator[T | PaperUnreadable, None, None]:
    """One outcome for each path in order; ends early where the pool breaks down.

    It does when a child dies at a moment at which pebble cannot tell what it was reading.
    """
    with _pool(min(jobs, len(paths)), limits) as pool, suppress(BrokenExecutor):
        waiting = iter(paths)
        ahead = deque((p, _hand_out(pool, p, read, limits)) for p in islice(waiting, jobs * _AHEAD))
        while ahead:
            yield _outcome(pool, *ahead.popleft())
            for following in islice(waiting, 1):
                ahead.append((following, _hand_out(pool, following, read, limits)))


@contextmanager
def _pool(workers: int, limits: Limits) -> Iterator[Any]:
    """A pool that has shown that it can work, stopped at the end whatever it is doing."""
    import multiprocessing

    from pebble import ProcessPool

    pool = ProcessPool(
        max_workers=workers,
        context=multiprocessing.get_context("spawn"),
        initializer=_settle_in,
        initargs=(limits,),
    )
    try:
        with _interrupts_held_back():
            _result_of(pool, pool.schedule(os.getpid))
        yield pool
    except BrokenExecutor as error:
        raise ReadersFailed(
            "The processes that read papers do not start. In a script, add papers under "
            "`if __name__ == '__main__':`; else give them more memory."
        ) from error
    finally:
        pool.stop()
        pool.join()


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Hold Ctrl-C back while children start: it goes to them too, and they inherit the mask."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _hand_out(pool: Any, path: Path, read: Callable[[Path], T], limits: Limits) -> Any:
    seconds = limits.seconds_for(path)
    task = (read, path, limits.output, seconds)
    try:
        return pool.schedule(_read_in_child, args=task, timeout=limits.patience * seconds)
    except RuntimeError as error:  # what pebble says of a pool that broke down meanwhile
        raise BrokenExecutor(str(error)) from error


def _result_of(pool: Any, future: Any) -> Any:
    """What a task comes to; raises BrokenExecutor where the pool died without a word of it.

    Pebble forgets a task that was still in its queue when the last child died.
    """
    while True:
        try:
            return future.result(timeout=_LOOK_EVERY)
        except TimeoutError:
            if future.done():  # it is the task that took too long
                raise
            if not pool.active:
                raise BrokenExecutor("The children died before they were given work.") from None


def _outcome(pool: Any, path: Path, future: Any) -> Any:
    from pebble import ProcessExpired

    try:
        return pickle.loads(_result_of(pool, future))
    except PaperUnreadable as error:
        return error
    except TimeoutError:
        return _too_long(path)
    except ProcessExpired as error:
        return _too_long(path) if error.exitcode == _OUT_OF_TIME else _broke(path)


def _too_long(path: Path) -> PaperTooHard:
    return PaperTooHard(
        f"{path.name} took too long to read. Print it to a new PDF, or split it, and add that."
    )


def _broke(path: Path) -> PaperTooHard:
    return PaperTooHard(
        f"{path.name} broke the program that reads it, or took all its memory. "
        "Print it to a new PDF, or split it, and add that."
    )


def _settle_in(limits: Limits) -> None:
    """A child's first steps: keep to its memory and its core, and end with its parent."""
    leave_networks()
    # One thread for Tesseract: its own threads fight over cores that other papers use.
    os.environ["OMP_THREAD_LIMIT"] = "1"
    with suppress(ImportError, ValueError, OSError):  # not every platform has such limits
        _keep_within(limits)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # While Python may still keep what it compiles of it.
    import matters_arising.extract.reading  # noqa: F401

    confine()


def _keep_within(limits: Limits) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.output, limits.output))
    # A reader that crashes leaves no copy of its paper lying about.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _allow(seconds: float) -> None:
    """Let the system end this process once it has computed for so long from now."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time() + seconds), most))


def _end_with_parent() -> None:
    """A parent that was killed cannot stop its children, so they watch for its end."""
    import multiprocessing
    from multiprocessing.connection import wait

    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _read_in_child(read: Callable[[Path], T], path: Path, most: int, seconds: float) -> bytes:
    """Read one paper; whatever goes wrong comes back as an error that names it."""
    with suppress(ImportError, ValueError, OSError):  # as with the other limits
        _allow(seconds)
    try:
        reading = pickle.dumps(read(path))
    except PaperUnreadable:
        raise
    except MattersArisingError as error:  # weights that are not those we know, say
        raise PaperUnreadable(f"{path.name} cannot be read. {error}") from None
    except MemoryError:
        raise PaperTooHard(
            f"{path.name} took more memory than it may. Split it, and add the parts."
        ) from None
    except Exception as error:  # PDF libraries raise anything on a broken file
        raise PaperDamaged(
            f"{path.name} cannot be read ({type(error).__name__}). Download it again, or print "
            "it to a new PDF."
        ) from None
    if len(reading) > most:
        raise PaperTooHard(f"{path.name} unpacks to far more text than a paper has.")
    return reading
