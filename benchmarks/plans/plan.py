"""A plan through its issues: what stands in each, and what truly became of every action."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from benchmarks.plans.wording import OWNERS, POSTS, Wording, all_wordings, reword
from matters_arising.corpus.held import Held
from matters_arising.corpus.paper import Paper
from matters_arising.corpus.record import Action
from matters_arising.extract.phrase.date import MONTHS

ACTIONS = 150
ISSUES = 6
SECTIONS = 8

REWORDED, RENUMBERED, OWNER_CHANGED, SLIPPED = 0.15, 0.06, 0.08, 0.2
CLOSED, VANISHED, SKIPPED, REOPENED = 0.08, 0.04, 0.02, 0.15
"""The share of actions that each change befalls between two issues; of closed ones, the share
that is reopened."""

FREED_REF_REUSED = 0.3
RESHUFFLED_ISSUE = 3
NEW_POSTS = dict(zip(OWNERS[:4], POSTS, strict=True))
"""In this issue all that some owners have passes to new posts at once."""

RELETTERED_ISSUE = 4
"""In this issue each section's actions are lettered anew, so that refs pass to others."""

MISSING_ISSUE, PLANS_A_MISSING_ISSUE = 2, 3
"""Of every third plan, this issue was never added to the library."""

OPEN, CLOSED_STATUS = ("on_track", "delayed", "at_risk"), "closed"


@dataclass(frozen=True, slots=True)
class State:
    """An action as one issue has it; `number` is what it truly is, through all issues."""

    number: int
    wording: Wording
    section: int
    letter: int
    owner: str
    due: int
    status: str

    @property
    def ref(self) -> str:
        """The ref as printed: the section's letters and a number."""
        return f"{'ABCDEFGH'[self.section]}{self.letter}"


Issue = list[State]


@dataclass(frozen=True, slots=True)
class Truth:
    """What became of the actions, by their numbers, as the issues that are held show it."""

    slipped: frozenset[int]
    vanished: frozenset[int]
    reopened: frozenset[int]
    owner_changed: frozenset[int]


@dataclass(frozen=True, slots=True)
class Plan:
    """Every listed action with the number of what it truly is, and what became of them."""

    listed: tuple[tuple[int, Held[Action]], ...]
    truth: Truth


def build_plan(seed: int, *, actions: int = ACTIONS, issues: int = ISSUES, ids: int = 0) -> Plan:
    """One plan, the same for the same seed; ids in the catalogue count from `ids`.

    Its papers were added in random order, and of some plans one in the middle never was.
    """
    maker = _Maker(seed, actions)
    made = {0: maker.first_issue()}
    for issue in range(1, issues):
        made[issue] = maker.next_issue(made[issue - 1], issue)
    if seed % PLANS_A_MISSING_ISSUE == PLANS_A_MISSING_ISSUE - 1:
        del made[MISSING_ISSUE]
    listed: list[tuple[int, Held[Action]]] = []
    for issue in Random(seed).sample(sorted(made), len(made)):
        for state in sorted(made[issue], key=lambda s: (s.section, s.letter)):
            listed.append((state.number, _held(state, seed, issue, ids + len(listed))))
    return Plan(tuple(listed), _find_truth(list(made.values())))


def _find_truth(issues: Sequence[Issue]) -> Truth:
    courses: dict[int, list[State]] = defaultdict(list)
    for issue in issues:
        for state in issue:
            courses[state.number].append(state)
    last = {state.number for state in issues[-1]}
    return Truth(
        slipped=_whose(courses, lambda before, after: after.due > before.due),
        vanished=frozenset(
            number
            for number, course in courses.items()
            if number not in last and course[-1].status != CLOSED_STATUS
        ),
        reopened=_whose(
            courses,
            lambda before, after: before.status == CLOSED_STATUS != after.status,
        ),
        owner_changed=_whose(courses, lambda before, after: before.owner != after.owner),
    )


def _whose(
    courses: Mapping[int, Sequence[State]], happened: Callable[[State, State], bool]
) -> frozenset[int]:
    """The actions that something happened to between two of their reports."""
    return frozenset(
        number
        for number, course in courses.items()
        if any(happened(before, after) for before, after in pairwise(course))
    )


class _Maker:
    def __init__(self, seed: int, actions: int) -> None:
        self._random = Random(seed)
        self._wordings = iter(enumerate(all_wordings(self._random)))
        self._size = actions
        self._away: list[State] = []

    def first_issue(self) -> Issue:
        return _lettered([self._new(number % SECTIONS) for number in range(self._size)])

    def next_issue(self, states: Issue, issue: int) -> Issue:
        back, self._away = self._away, []
        kept = [self._change(state) for state in states if self._stays(state)]
        if issue == RESHUFFLED_ISSUE:
            kept = [replace(state, owner=NEW_POSTS.get(state.owner, state.owner)) for state in kept]
        kept = self._renumber([*kept, *back])
        new = [self._new(self._random.randrange(SECTIONS)) for _ in range(self._size - len(kept))]
        placed = [*kept, *self._place(new, kept, states)]
        return _lettered(placed) if issue == RELETTERED_ISSUE else placed

    def _new(self, section: int) -> State:
        number, wording = next(self._wordings)
        random = self._random
        due = random.randrange(6, 24)
        owner, status = random.choice(OWNERS), random.choice(OPEN)
        return State(number, wording, section, 0, owner, due, status)

    def _stays(self, state: State) -> bool:
        chance = self._random.random()
        if state.status == CLOSED_STATUS:
            return chance < 0.5
        if chance < SKIPPED:
            self._away.append(state)
        return chance >= VANISHED + SKIPPED

    def _change(self, state: State) -> State:
        random = self._random
        if random.random() < REWORDED:
            state = replace(state, wording=reword(state.wording, random))
        if random.random() < OWNER_CHANGED:
            others = [owner for owner in OWNERS if owner != state.owner]
            state = replace(state, owner=random.choice(others))
        if state.status == CLOSED_STATUS:
            return replace(state, status="delayed") if random.random() < REOPENED else state
        if random.random() < SLIPPED:
            state = replace(state, due=state.due + random.randrange(1, 9))
        closed = random.random() < CLOSED
        return replace(state, status=CLOSED_STATUS if closed else random.choice(OPEN))

    def _renumber(self, states: list[State]) -> list[State]:
        """Move some to the end of another section; give back none of the refs in use."""
        placed: list[State] = []
        for state in states:
            moved = self._random.random() < RENUMBERED
            section = self._random.randrange(SECTIONS) if moved else state.section
            clash = any(p.ref == state.ref for p in placed)
            if moved or clash:
                last = max(s.letter for s in (*states, *placed) if s.section == section)
                state = replace(state, section=section, letter=last + 1)
            placed.append(state)
        return placed

    def _place(self, new: list[State], kept: list[State], before: list[State]) -> Iterator[State]:
        """Number new actions, some by refs that others have left."""
        taken = {state.ref for state in kept}
        freed = [state for state in before if state.ref not in taken]
        last = [max(s.letter for s in (*kept, *before) if s.section == n) for n in range(SECTIONS)]
        for state in new:
            if freed and self._random.random() < FREED_REF_REUSED:
                left = freed.pop()
                yield replace(state, section=left.section, letter=left.letter)
            else:
                last[state.section] += 1
                yield replace(state, letter=last[state.section])


def _lettered(states: list[State]) -> list[State]:
    """Number each section's actions from 1 on, in the order they have."""
    count = [0] * SECTIONS
    placed = []
    for state in sorted(states, key=lambda s: (s.section, s.letter)):
        count[state.section] += 1
        placed.append(replace(state, letter=count[state.section]))
    return placed


def _held(state: State, seed: int, issue: int, number: int) -> Held[Action]:
    year, month = 2021 + (state.due - 1) // 12, (state.due - 1) % 12
    action = Action(
        ref=state.ref,
        section=f"{state.section + 1}. Priority {state.section + 1}",
        action=str(state.wording),
        owners=(state.owner,),
        due_text=f"{MONTHS[month].capitalize()} {year}",
        due_date=f"{year}-{month + 1:02}",
        due_precision="month",
        status_text=None,
        status=state.status,
        status_words=None,
        update=None,
        columns=(),
        places=(),
        source="table",
    )
    return Held(number, action, _paper(seed, issue), _date(issue), _committee(seed))


def _date(issue: int) -> str:
    return f"{2021 + issue // 2}-{'03' if issue % 2 == 0 else '09'}-15"


def _paper(seed: int, issue: int) -> Paper:
    name = f"{_date(issue)}-plan-{seed}"
    title = f"Children’s Improvement Plan, issue {issue + 1}"
    return Paper(name, name, title, _date(issue), _committee(seed), "plan", pages=1)


def _committee(seed: int) -> str:
    return f"Borough {seed} Improvement Board"
