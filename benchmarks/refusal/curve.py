"""What each threshold of support costs and gains."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.refusal.trial import Trial

MOST_LOST = 0.03
"""At most so many answerable questions may be refused: the trade-off we chose."""

LEASTS = tuple(step / 100 for step in range(0, 101))
"""The thresholds tried."""


@dataclass(frozen=True, slots=True)
class Point:
    """Shares refused where evidence must support an answer at least as far as `least`.

    `unanswerable` of the questions with no answer in the papers, `removed` of those whose
    topic was taken away, `answerable` of those that have an answer; `precision` is how many
    of the refusals, without those of removed topics, are right.
    """

    least: float
    unanswerable: float
    removed: float
    answerable: float
    precision: float


def draw_curve(trials: Sequence[Trial]) -> list[Point]:
    """A point for each threshold."""
    return [_point(trials, least) for least in LEASTS]


def _point(trials: Sequence[Trial], least: float) -> Point:
    asked = [trial for trial in trials if not trial.removed]
    unanswerable = [trial for trial in asked if not trial.answerable]
    refused = [trial for trial in asked if trial.is_refused(least)]
    right = sum(not trial.answerable for trial in refused)
    return Point(
        least,
        _share(unanswerable, least),
        _share([trial for trial in trials if trial.removed], least),
        _share([trial for trial in asked if trial.answerable], least),
        right / len(refused) if refused else 1.0,
    )


def _share(trials: Sequence[Trial], least: float) -> float:
    refused = sum(trial.is_refused(least) for trial in trials)
    return refused / len(trials) if trials else 0.0


def choose(points: Iterable[Point]) -> Point:
    """The highest threshold that loses no more answerable questions than we accept."""
    kept = [point for point in points if point.answerable <= MOST_LOST]
    return max(kept, key=lambda point: point.least, default=Point(0.0, 0.0, 0.0, 0.0, 1.0))
