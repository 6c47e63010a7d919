"""One action through the papers: every report of it, what changed, and the last word held."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day
from itertools import pairwise

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.catalogue.condition import asked_span
from matters_arising.corpus.filter import ActionFilter
from matters_arising.corpus.held import Held
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.record import Action
from matters_arising.corpus.span import date_span
from matters_arising.corpus.thread import ThreadLink
from matters_arising.corpus.wording import canonical_ref
from matters_arising.errors import NothingFound
from matters_arising.index.answer.say import STATUS, quoted, say_date, shorten
from matters_arising.index.thread.change import (
    Report,
    are_versions,
    describe_changes,
    is_draft,
    reports_by_thread,
)
from matters_arising.index.thread.entry import Key, issue_key
from matters_arising.index.thread.fate import next_issues
from matters_arising.index.thread.mention import find_mentions, says_done
from matters_arising.index.thread.reach import actions_of, actions_through
from matters_arising.index.word.lexical import STOP_WORDS
from matters_arising.index.word.term import stem_list, stems

_ASKED_SHARE = 0.6
"""An action that has fewer of the words asked for than this share is another one."""

_ALTERED = 2
"""So many of a stem's last letters may be others than its words have: "happi" of "happy"."""

_LAST_WORDS = 40
"""Words of prose that are quoted as the last word."""


@dataclass(frozen=True, slots=True)
class Step:
    """A report of the action; what changed since the one before; why it is the same action.

    `also_in` names further papers of the same date that say the same, as a draft and its
    final do. `link` is None for the first report, and where a paper lists the action again without
    having been joined to it on its own.
    """

    report: Report
    changes: tuple[str, ...]
    link: ThreadLink | None
    also_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Possible:
    """An action that may be the same, but was too doubtful to join."""

    action: Held[Action]
    why: str
    sure: float


@dataclass(frozen=True, slots=True)
class History:
    """What became of one action.

    `last_word` is the last report in words, after what prose said of it since, and `unknown`
    says what the papers leave open; `days_overdue`, as of the date asked for, is None where it
    is not overdue, no paper tells, or later prose says that it was done. `others` are the first
    reports of further actions that the question could mean.
    """

    thread: str
    steps: tuple[Step, ...]
    mentions: tuple[Held[Passage], ...]
    possible: tuple[Possible, ...]
    last_word: str
    unknown: tuple[str, ...]
    days_overdue: int | None
    others: tuple[Held[Action], ...]


def history(catalogue: Catalogue, asked: str, *, as_of: str | None = None) -> History:
    """The history of the action that a ref, a thread's name or some words mean.

    Of several, the one last reported on; NothingFound where there is none.
    """
    names = _threads_asked(catalogue, asked)
    told = reports_by_thread(actions_of(catalogue, names))
    threads = {reports[0].first.thread: reports for reports in told}
    found = _rank((threads[name] for name in names), asked)
    if not found:
        raise NothingFound(f"No paper held lists an action '{asked}'. Try other words of it.")
    reports = found[0]
    links = catalogue.thread_links(line.id for report in reports for line in report.lines)
    mentions = find_mentions(catalogue, reports)
    later = [mention for mention in mentions if (mention.date or "") > (reports[-1].date or "")]
    day = as_of or Day.today().isoformat()
    following = _next_issue(catalogue, reports[-1])
    return History(
        thread=reports[0].first.thread or "",
        steps=_steps(reports, links),
        mentions=mentions,
        possible=tuple(_possible(catalogue, reports, links)),
        last_word=_last_word(reports[-1], later),
        unknown=tuple(_unknown(reports[-1], later, following and following[1])),
        days_overdue=None if _is_said_done(later) else days_overdue(reports[-1], day),
        others=tuple(other[0].first for other in found[1:]),
    )


def _next_issue(catalogue: Catalogue, last: Report) -> Key | None:
    """The issue that comes next in the plan of a report: it shares actions with the report's."""
    beside = reports_by_thread(actions_through(catalogue, [last.paper.id]))
    return next_issues(beside).get(issue_key(last.first))


def _threads_asked(catalogue: Catalogue, asked: str) -> tuple[str, ...]:
    """The threads of the actions meant: by ref or name, else by all the words, else by most."""
    found: Iterable[Held[Action]] = catalogue.actions(ActionFilter(ref=asked))
    found = found or actions_of(catalogue, [asked])
    found = found or _by_words(catalogue, asked)
    return tuple(dict.fromkeys(held.thread for held in found if held.thread))


def _by_words(catalogue: Catalogue, asked: str) -> tuple[Held[Action], ...]:
    wanted = stems(asked) - stems(" ".join(STOP_WORDS))
    begun = [_beginning(stem) for stem in wanted]
    scored = [
        (len(wanted.intersection(stem_list(wording))), action)
        for action, wording in catalogue.action_wordings()
        if any(beginning in wording.lower() for beginning in begun)
    ]
    best = max((score for score, _ in scored), default=0)
    if best == 0 or best < _ASKED_SHARE * len(wanted):
        return ()
    met = tuple(action for score, action in scored if score == best)
    return catalogue.actions(ActionFilter(ids=met))


def _beginning(stem: str) -> str:
    """What every word of a stem begins with, looked for first: stemming alters only an end."""
    return stem[:-_ALTERED] or stem[:1]


def _rank(threads: Iterable[tuple[Report, ...]], asked: str) -> list[tuple[Report, ...]]:
    """Those that bear the ref asked for now, then those last reported on, then the longest."""
    ref = canonical_ref(asked)

    def rank(reports: tuple[Report, ...]) -> tuple[bool, str, int]:
        last = reports[-1]
        return canonical_ref(last.action.ref) == ref, last.date or "", len(reports)

    return sorted(threads, key=rank, reverse=True)


def _steps(reports: Sequence[Report], links: Sequence[ThreadLink]) -> tuple[Step, ...]:
    joined = {link.later: link for link in links if link.joined}
    told = _tell_once(reports)
    steps = [Step(told[0].report, (), None, told[0].also_in)]
    for before, after in pairwise(told):
        changes = describe_changes(before.report, after.report)
        link = next((joined[line.id] for line in after.report.lines if line.id in joined), None)
        steps.append(Step(after.report, changes, link, after.also_in))
    return tuple(steps)


@dataclass(frozen=True, slots=True)
class _Told:
    """A report, and the papers of its date that say the same."""

    report: Report
    also_in: tuple[str, ...] = ()


def _tell_once(reports: Sequence[Report]) -> list[_Told]:
    """The reports, those of one date that say the same once; a final stands for its draft."""
    told: list[_Told] = []
    for report in reports:
        last = told[-1] if told else None
        if last is None or not _is_told(last.report, report):
            told.append(_Told(report))
        elif is_draft(last.report) and not is_draft(report):
            told[-1] = _Told(report, (*last.also_in, last.report.paper.name))
        else:
            told[-1] = _Told(last.report, (*last.also_in, report.paper.name))
    return told


def _is_told(before: Report, after: Report) -> bool:
    if are_versions(before, after):
        return True
    return before.date == after.date and not describe_changes(before, after)


def _possible(
    catalogue: Catalogue, reports: Sequence[Report], links: Sequence[ThreadLink]
) -> Iterator[Possible]:
    ours = {line.id for report in reports for line in report.lines}
    doubtful = {
        link: link.later if link.earlier in ours else link.earlier
        for link in links
        if not link.joined
    }
    others = catalogue.actions(ActionFilter(ids=tuple(doubtful.values())))
    held = {action.id: action for action in others}
    for link, other in doubtful.items():
        if other in held:
            yield Possible(held[other], link.why, link.sure)


def say_last(report: Report) -> str:
    """The last report in words: when, how it stood, when it was due."""
    status = STATUS[report.status] if report.status else "no status given"
    due = report.due
    said = say_date(due.due_date) if due.due_date else due.due_text
    ending = f", due {' '.join(said.split())}" if said else ""
    return f"{say_date(report.date)}: {status}{ending}."


def _last_word(last: Report, later: Sequence[Held[Passage]]) -> str:
    """What prose said of it since its last report, if it did, and that report."""
    if not later:
        return say_last(last)
    mention = later[-1]
    said = quoted(shorten(mention.record.text, _LAST_WORDS))
    return f"{say_date(mention.date)}, in prose: {said} Last listed {say_last(last)}"


def _is_said_done(later: Sequence[Held[Passage]]) -> bool:
    return any(says_done(mention.record.text) for mention in later)


def _unknown(last: Report, later: Sequence[Held[Passage]], following: str | None) -> Iterator[str]:
    if following:
        yield f"The next issue, {following}, does not list it."
    if not later:
        yield "No later paper in this library reports it or names its ref."
    if not last.status:
        yield "The last report gives no status."
    if not last.due.due_date:
        yield "The last report gives no due date."


def days_overdue(report: Report, as_of: str) -> int | None:
    """Days from the last day it was due to a date; None where it is done, or not yet due."""
    due = date_span(report.due.due_date)
    if due is None or report.is_done:
        return None
    late = Day.fromisoformat(asked_span(as_of).first) - Day.fromisoformat(due.last)
    return late.days if late.days > 0 else None
