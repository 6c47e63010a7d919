"""Milliseconds that each of many questions took."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Asked = TypeVar("Asked")
Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds by the wall clock and of processor time, each ascending."""

    wall: tuple[float, ...]
    cpu: tuple[float, ...]


def time_each(work: Callable[[Asked], Given], asked: Iterable[Asked]) -> tuple[Timing, list[Given]]:
    """Do the work for each, and say how long each took."""
    walls, cpus, given = [], [], []
    for one in asked:
        wall, cpu = time.perf_counter(), time.process_time()
        given.append(work(one))
        cpus.append(1000 * (time.process_time() - cpu))
        walls.append(1000 * (time.perf_counter() - wall))
    return Timing(tuple(sorted(walls)), tuple(sorted(cpus))), given


def share_below(times: Sequence[float], share: float) -> float:
    """The time that this share of the questions took at most."""
    return times[min(int(share * len(times)), len(times) - 1)]
