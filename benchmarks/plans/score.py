"""What the program makes of the plans, against what truly became of their actions."""

import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from benchmarks.plans.plan import Plan, build_plan
from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action
from matters_arising.index.thread import fate
from matters_arising.index.thread.joining import link_actions

LEAST_PRECISION, LEAST_RECALL = 0.99, 0.97
LEAST_FOUND, MOST_FALSE = 0.97, 0.02

Truly = tuple[int, int]
"""Which plan an action is of, and its number there."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many of what was found are right, and how many of what there is were found.

    `false_alarms` is the share of all that is not so which was taken to be so.
    """

    name: str
    precision: float
    recall: float
    false_alarms: float = 0.0

    @property
    def passes(self) -> bool:
        """Whether it keeps to the floors above."""
        if self.name == "links":
            return self.precision >= LEAST_PRECISION and self.recall >= LEAST_RECALL
        return self.recall >= LEAST_FOUND and self.false_alarms <= MOST_FALSE


@dataclass(frozen=True, slots=True)
class Result:
    """The scores of a run over several plans, and the processor seconds that joining took."""

    actions: int
    seconds: float
    scores: tuple[Score, ...]


_FATES: tuple[tuple[str, Callable[[fate.Actions], tuple[Held[Action], ...]]], ...] = (
    ("slipped", fate.slipped),
    ("vanished", fate.vanished),
    ("reopened", fate.reopened),
    ("owner_changed", fate.owner_changed),
)


def score_plans(plans: int) -> Result:
    """Join the actions of so many plans at once, and score what came of it."""
    built: list[Plan] = []
    for seed in range(plans):
        built.append(build_plan(seed, ids=sum(len(plan.listed) for plan in built)))
    truly = {held.id: (seed, n) for seed, plan in enumerate(built) for n, held in plan.listed}
    actions = [held for plan in built for _, held in plan.listed]
    begun = time.process_time()
    threads = link_actions(actions)
    seconds = time.process_time() - begun
    names = {threaded.action: threaded.thread for threaded in threads.threaded}
    joined = [replace(held, thread=names[held.id]) for held in actions]
    links = _score_links([truly[held.id] for held in joined], [held.thread for held in joined])
    fates = (
        _score_fate(name, {truly[held.id] for held in find(joined)}, built) for name, find in _FATES
    )
    return Result(len(actions), seconds, (links, *fates))


def _score_links(truly: Sequence[Hashable], said: Sequence[Hashable]) -> Score:
    """Over all pairs of reports: joined by the program, and truly one action."""
    right = _count_pairs(zip(truly, said, strict=True))
    return Score("links", right / _count_pairs(said), right / _count_pairs(truly))


def _count_pairs(groups: Iterable[Hashable]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(groups).values())


def _score_fate(name: str, found: set[Truly], plans: Sequence[Plan]) -> Score:
    there = {(seed, n) for seed, plan in enumerate(plans) for n in getattr(plan.truth, name)}
    right = len(found & there)
    actions = sum(len({number for number, _ in plan.listed}) for plan in plans)
    return Score(
        name,
        right / max(len(found), 1),
        right / max(len(there), 1),
        (len(found) - right) / (actions - len(there)),
    )
