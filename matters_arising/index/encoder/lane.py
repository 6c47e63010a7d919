"""Batches side by side, one thread each.

Two batches on two cores ran at 123 texts a second, one batch with torch's own two threads at
65 (MiniLM; 58 on one core): the matrices are too small to share out. NumPy's threads also
wait by turning, which on a busy machine takes more of a core than the sums do.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any, TypeVar

Batch = TypeVar("Batch")
Result = TypeVar("Result")


def go_on() -> None:
    """Nothing is the matter between two batches."""


def run_side_by_side(
    work: Callable[[Batch], Result],
    batches: Sequence[Batch],
    *,
    threads: int,
    between: Callable[[], None] = go_on,
) -> Iterator[Result]:
    """What `work` makes of each batch, in their order; one batch takes no thread of its own.

    `between` is called after each batch. Where it raises, no other batch is begun.
    """
    if len(batches) == 1:
        yield work(batches[0])
        return
    pool = ThreadPoolExecutor(threads)
    try:
        for result in pool.map(work, batches):
            between()
            yield result
    finally:
        pool.shutdown(cancel_futures=True)


def one_thread_for_sums() -> Any:
    """A context in which NumPy shares no product of matrices out between threads."""
    return _controller().limit(limits=1, user_api="blas")


@cache
def _controller() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def usable_cpus() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
