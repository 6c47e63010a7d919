"""A plan through its issues: how its actions stood in each, and how their dates moved."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day
from itertools import combinations, pairwise

from matters_arising.corpus.held import Held
from matters_arising.corpus.paper import Paper
from matters_arising.corpus.record import STATUSES, Action
from matters_arising.corpus.span import date_span
from matters_arising.index.thread.change import Report, is_slip, reports_by_thread
from matters_arising.index.thread.entry import Key, issue_key
from matters_arising.index.thread.fate import next_issues

_Reports = tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many actions an issue lists at one status; None where it gives none."""

    status: str | None
    actions: int


@dataclass(frozen=True, slots=True)
class IssueCourse:
    """One issue of a plan: how its actions stood, and what changed since the issue before.

    `new` were in no issue before it, `left_out` stood in the one before, open, and do not
    stand here, `slipped` have a later date than when last reported.
    """

    paper: Paper
    date: str | None
    actions: int
    tallies: tuple[Tally, ...]
    new: int
    left_out: int
    slipped: int


@dataclass(frozen=True, slots=True)
class PlanCourse:
    """The issues of a plan, oldest first, and the reports of each action whose date slipped.

    Actions that slipped most stand first.
    """

    issues: tuple[IssueCourse, ...]
    slips: tuple[_Reports, ...]


def follow_plan(actions: Iterable[Held[Action]], paper: str) -> PlanCourse:
    """The course of the plan that a paper, by name, is an issue of.

    Of several papers of one date, as a draft and its final, one stands for them all: the
    paper asked for, else the first by name.
    """
    threads = reports_by_thread(actions)
    keys = _issues_of(threads, paper)
    ours = [
        kept
        for reports in threads
        if (kept := tuple(r for r in reports if issue_key(r.first) in keys))
    ]
    slipped = [reports for reports in ours if any(is_slip(a, b) for a, b in pairwise(reports))]
    return PlanCourse(
        tuple(_course(ours, key, before) for before, key in pairwise([None, *keys]) if key),
        tuple(sorted(slipped, key=lambda reports: (-days_slipped(reports), reports[0].first.id))),
    )


def days_slipped(reports: Sequence[Report]) -> int:
    """Days from the first due date given to the last one; below 0 where brought forward."""
    dues = [span for report in reports if (span := date_span(report.due.due_date))]
    return _day(dues[-1].last) - _day(dues[0].last) if dues else 0


def _day(iso: str) -> int:
    return Day.fromisoformat(iso).toordinal()


def _issues_of(threads: Sequence[_Reports], paper: str) -> list[Key]:
    """The issues that hang together with a paper's own, one for each date, oldest first."""
    beside: Mapping[Key, set[Key]] = defaultdict(set)
    for one, other in (*next_issues(threads).items(), *_versions(threads)):
        beside[one].add(other)
        beside[other].add(one)
    everywhere = {issue_key(report.first) for reports in threads for report in reports}
    found = {key for key in everywhere if key[1] == paper}
    waiting = list(found)
    while waiting:
        reached = beside[waiting.pop()] - found
        found |= reached
        waiting += reached
    by_date: dict[str, Key] = {}
    for key in sorted(found, key=lambda key: (key[1] != paper, key)):
        by_date.setdefault(key[0], key)
    return sorted(by_date.values())


def _versions(threads: Sequence[_Reports]) -> list[tuple[Key, Key]]:
    """Issues of one date that share most of what either lists."""
    sizes = Counter(issue_key(report.first) for reports in threads for report in reports)
    shared = Counter(
        (one, other)
        for reports in threads
        for one, other in combinations((issue_key(report.first) for report in reports), 2)
        if one[0] == other[0]
    )
    return [
        pair for pair, count in shared.items() if 2 * count > min(sizes[pair[0]], sizes[pair[1]])
    ]


def _course(threads: Sequence[_Reports], key: Key, before: Key | None) -> IssueCourse:
    here = {n: r for n, reports in enumerate(threads) if (r := _report_in(reports, key))}
    first = next(iter(here.values()))
    previous = [n for n, reports in enumerate(threads) if before and _report_in(reports, before)]
    return IssueCourse(
        paper=first.paper,
        date=first.date,
        actions=len(here),
        tallies=_tally(here.values()),
        new=sum(issue_key(threads[n][0].first) == key for n in here) if before else 0,
        left_out=sum(n not in here and not _is_done(threads[n], before) for n in previous),
        slipped=sum(_slips_here(threads[n], key) for n in here),
    )


def _report_in(reports: _Reports, key: Key) -> Report | None:
    return next((report for report in reports if issue_key(report.first) == key), None)


def _is_done(reports: _Reports, key: Key | None) -> bool:
    report = _report_in(reports, key) if key else None
    return report is not None and report.is_done


def _slips_here(reports: _Reports, key: Key) -> bool:
    return any(is_slip(a, b) for a, b in pairwise(reports) if issue_key(b.first) == key)


def _tally(reports: Iterable[Report]) -> tuple[Tally, ...]:
    """The statuses that occur, in the order in which the contract lists them, none last."""
    counts = Counter(report.status for report in reports)
    return tuple(Tally(status, counts[status]) for status in (*STATUSES, None) if counts[status])
