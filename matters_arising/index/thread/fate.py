"""What became of actions: slipped, vanished, reopened, contradicted, in other hands, new.

Each takes every action of the library with its thread, and returns those it is asked for.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action
from matters_arising.index.thread.change import (
    Report,
    are_versions,
    describe_changes,
    has_other_owner,
    is_slip,
    reports_by_thread,
)
from matters_arising.index.thread.entry import Key, issue_key

_NEXT_ISSUE_SHARE = 0.3
"""A later paper with fewer of an issue's actions than this share is not its next issue."""

_NEXT_ISSUE_COUNT = 2

_BEHIND = frozenset({"delayed", "at_risk", "on_hold"})

Actions = Iterable[Held[Action]]


def _in_order(found: Actions) -> tuple[Held[Action], ...]:
    """Oldest paper first, each paper's actions in its order, as the catalogue lists them."""
    return tuple(sorted(found, key=lambda held: (issue_key(held), held.id)))


def slipped(actions: Actions) -> tuple[Held[Action], ...]:
    """Actions whose due date was moved to a later one, as last reported."""
    return _last_lines(actions, is_slip)


def owner_changed(actions: Actions) -> tuple[Held[Action], ...]:
    """Actions that passed to another owner, as last reported."""
    return _last_lines(actions, has_other_owner)


def _last_lines(
    actions: Actions, happened: Callable[[Report, Report], bool]
) -> tuple[Held[Action], ...]:
    return _in_order(
        line
        for reports in reports_by_thread(actions)
        if any(
            before.date != after.date and happened(before, after)
            for before, after in pairwise(reports)
        )
        for line in reports[-1].lines
    )


def reopened(actions: Actions) -> tuple[Held[Action], ...]:
    """Reports that leave an action open which an earlier one said was done."""
    return _in_order(
        line
        for reports in reports_by_thread(actions)
        for before, after in pairwise([report for report in reports if report.status])
        if before.is_done and not after.is_done and before.date != after.date
        for line in after.lines
    )


def contradictory(actions: Actions) -> tuple[Held[Action], ...]:
    """Reports of one action as of one date whose statuses cannot both hold."""
    return _in_order(
        line
        for reports in reports_by_thread(actions)
        for report in reports
        if any(_contradict(report, other) for other in reports)
        for line in report.lines
    )


def _contradict(one: Report, other: Report) -> bool:
    if are_versions(one, other):
        return False
    if one.date is None or one.date != other.date or not one.status or not other.status:
        return False
    if one.is_done != other.is_done:
        return True
    statuses = {one.status, other.status}
    return "on_track" in statuses and bool(statuses & _BEHIND)


def vanished(actions: Actions) -> tuple[Held[Action], ...]:
    """Actions that their plan's next issue leaves out though no paper said they were done."""
    threads = reports_by_thread(actions)
    following = next_issues(threads)
    return _in_order(
        line
        for reports in threads
        if issue_key(reports[-1].first) in following and not reports[-1].is_done
        for line in reports[-1].lines
    )


def next_issues(threads: Sequence[Sequence[Report]]) -> dict[Key, Key]:
    """For each issue of a plan, the next one: a later paper that has many of its actions."""
    shared: dict[Key, Counter[Key]] = defaultdict(Counter)
    sizes: Counter[Key] = Counter()
    for reports in threads:
        keys = [issue_key(report.first) for report in reports]
        sizes.update(keys)
        for one, other in combinations(keys, 2):
            if one[0] < other[0]:
                shared[one][other] += 1
    found = {}
    for issue, counts in shared.items():
        enough = max(_NEXT_ISSUE_COUNT, _NEXT_ISSUE_SHARE * sizes[issue])
        later = [other for other, count in counts.items() if count >= enough]
        if later:
            found[issue] = min(later)
    return found


def new_since(actions: Actions, paper: str) -> tuple[Held[Action], ...]:
    """Actions that later issues of a paper's plan list for the first time."""
    threads = reports_by_thread(actions)
    following = next_issues(threads)
    later: set[Key] = set()
    reached = {issue for issue in following if issue[1] == paper}
    while reached:
        reached = {following[issue] for issue in reached if issue in following}
        later |= reached
    return _in_order(
        line
        for reports in threads
        if issue_key(reports[0].first) in later
        for line in reports[0].lines
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """An action in two issues of a plan, None where one of them does not list it."""

    before: Report | None
    after: Report | None
    changes: tuple[str, ...]


def compare(actions: Actions, before: str, after: str) -> tuple[Comparison, ...]:
    """Two papers, by name, side by side: in the later one's order, then what it leaves out."""
    compared = [
        c for reports in reports_by_thread(actions) for c in _beside(reports, before, after)
    ]
    return tuple(sorted(compared, key=_place))


def _beside(reports: Sequence[Report], before: str, after: str) -> Iterator[Comparison]:
    one = next((report for report in reports if report.paper.name == before), None)
    other = next((report for report in reports if report.paper.name == after), None)
    if one or other:
        changes = describe_changes(one, other) if one and other else ()
        yield Comparison(one, other, changes)


def _place(comparison: Comparison) -> tuple[bool, int]:
    report = comparison.after or comparison.before
    assert report is not None
    return comparison.after is None, report.first.id
