"""Threads: the same action through several papers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Threaded:
    """The thread that an action belongs to; `action` is its id in the catalogue."""

    action: int
    thread: str


@dataclass(frozen=True, slots=True)
class ThreadLink:
    """Why two actions of different issues are taken for the same one, and how surely.

    `earlier` and `later` are ids in the catalogue, `why` plain words, `sure` from 0 to 1.
    A link that is not `joined` is only possible: its two actions stay in threads of their own.
    """

    earlier: int
    later: int
    why: str
    sure: float
    joined: bool


@dataclass(frozen=True, slots=True)
class Threads:
    """The threads of actions, and the links that make the threads.

    `series` are the fingerprints of all series of papers that were joined, now or before: a
    series that is found again needs no joining.
    """

    threaded: tuple[Threaded, ...] = ()
    links: tuple[ThreadLink, ...] = ()
    series: tuple[str, ...] = ()
