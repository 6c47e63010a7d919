"""What a figure was measured on, and by which clock: said the same way by every benchmark."""

import os
import platform
import re
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from matters_arising.index.encoder.lane import usable_cpus


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds that some work took: by the clock, and of processors, its children's included.

    On a machine that others use too, only the second means anything.
    """

    wall: float
    cpu: float


def describe_machine(packages: Iterable[str]) -> str:
    """Processors, system, Python and packages, with their versions."""
    python = f"Python {platform.python_version()}"
    processors = f"{usable_cpus()} × {_processor()}"
    versions = (f"{name} {version(name)}" for name in packages)
    return ", ".join((processors, platform.system(), python, *versions))


def _processor() -> str:
    """What the processors are called, where the system says so."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        named = re.search(r"^model name\s*: (.+)$", info.read_text(), re.MULTILINE)
        if named:
            return named[1]
    return platform.processor() or platform.machine()


def describe_load() -> str:
    """How busy the machine is with everything, where the system says so."""
    if not hasattr(os, "getloadavg"):
        return "load unknown"
    return f"{os.getloadavg()[0]:.1f} processes wanted a processor in the last minute"


def measure(work: Callable[[], object]) -> Cost:
    """What one call costs; children count once they have ended."""
    wall, cpu = time.perf_counter(), _cpu_seconds()
    work()
    return Cost(time.perf_counter() - wall, _cpu_seconds() - cpu)


def _cpu_seconds() -> float:
    of_children = os.times()  # in hundredths of a second, too coarse for our own
    return time.process_time() + of_children.children_user + of_children.children_system


def peak_megabytes() -> float:
    """The most memory that this process, or one of its children, has held."""
    import resource

    held = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return held / (1024 * 1024 if sys.platform == "darwin" else 1024)
