"""How fast a long step goes, and how much longer it will take."""

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from matters_arising.corpus.outcome import Progress

WINDOW_SECONDS = 60.0
"""The pace is that of the last minute: papers held already go by a thousand times faster than
papers that are read, and a first paper waits until its reader has started."""

SURE_SECONDS = 5.0
"""Before this much was seen, nothing is foretold."""

_UNIT = {"reading": "pages", "encoding": "passages"}


class _Note(NamedTuple):
    """At this time so many papers or passages were done, and so many units of work in them."""

    now: float
    done: int
    units: int


class Pace:
    """The pace of one step: pages or passages a second, and the time left."""

    def __init__(self, *, now: float) -> None:
        """Begin at the time `now`, in seconds of any clock that is kept to."""
        self._notes = deque([_Note(now, 0, 0)])
        self._total = 0
        self._growing = False
        self._unit = ""

    def note(self, progress: "Progress", *, now: float, growing: bool = False) -> None:
        """Take note of how far it is; `growing` says that its total is not the last."""
        self._total = progress.total
        self._growing = growing
        self._unit = _UNIT[progress.step]
        reading = progress.step == "reading"
        units = self._notes[-1].units + _pages_read(progress) if reading else progress.done
        self._notes.append(_Note(now, progress.done, units))
        while len(self._notes) > 2 and now - self._notes[1].now > WINDOW_SECONDS:
            self._notes.popleft()

    @property
    def units_a_second(self) -> float:
        """Pages or passages a second, of late."""
        first, last = self._notes[0], self._notes[-1]
        return (last.units - first.units) / (last.now - first.now) if last.now > first.now else 0.0

    @property
    def seconds_left(self) -> float | None:
        """The time left at the pace of late; None where too little is known."""
        first, last = self._notes[0], self._notes[-1]
        passed, done = last.now - first.now, last.done - first.done
        if passed < SURE_SECONDS or not done or self._growing:
            return None
        return (self._total - last.done) * passed / done

    def __str__(self) -> str:
        """Such as "4.2 pages/s, about 12 min left"; empty while nothing can be said."""
        left = self.seconds_left
        said = [f"{self.units_a_second:.1f} {self._unit}/s"] if self.units_a_second else []
        if left is not None and left >= 1:
            said.append(f"about {say_seconds(left)} left")
        return ", ".join(said)


class Paces:
    """The pace of each step, timed from when any was last heard of before it began.

    Passages are encoded while papers are read. How many there will be, and so how much
    longer they take, is known once all papers were.
    """

    def __init__(self, *, now: float) -> None:
        """Begin the first step at the time `now`."""
        self._noted = now
        self._paces: dict[str, Pace] = {}
        self._reading = False

    def note(self, progress: "Progress", *, now: float) -> Pace:
        """The pace of the step, of which note is taken."""
        pace = self._paces.setdefault(progress.step, Pace(now=self._noted))
        if progress.step == "reading":
            self._reading = progress.done < progress.total
        pace.note(progress, now=now, growing=self._reading and progress.step == "encoding")
        self._noted = now
        return pace


def _pages_read(progress: "Progress") -> int:
    """The pages that this step read: none of a paper held already, or refused."""
    outcome = progress.outcome
    if outcome is None or outcome.paper is None or outcome.did == "held":
        return 0
    return outcome.paper.pages


def say_seconds(seconds: float) -> str:
    """A time as people say it: 45 s, 12 min, 3 h 20 min."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"
