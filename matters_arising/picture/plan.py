"""A plan through its issues: a bar of statuses for each, and below them how dates slipped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from matters_arising.corpus.span import date_span
from matters_arising.index.answer.say import STATUS, say_date
from matters_arising.picture.scale import Scale
from matters_arising.picture.sheet import LINE, TITLE, Box, Sheet, drawing, text_width, wrap
from matters_arising.picture.style import FAINT, INK, LATE, LOOKS

if TYPE_CHECKING:
    from matters_arising.index.thread.change import Report
    from matters_arising.index.thread.course import IssueCourse, PlanCourse

MOST_SLIPS = 30
"""Actions whose dates are drawn, those that slipped most first: what fills a page."""

_WIDTH = 11.7
_MARGIN = 0.4
_LEFT = _MARGIN
_BARS = 3.6
_BARS_WIDTH = _WIDTH - _MARGIN - _BARS
_BAR = 0.34
_LEFT_WIDTH = _BARS - _LEFT - 0.25
_SLIPS = 5.2
_ROW = 0.3
_TOP = _MARGIN + 0.5
_KEY_LINE = 1.15 * LINE


def draw_plan(course: "PlanCourse", path: Path) -> None:
    """Draw a plan's course into a file, SVG or PNG by its suffix."""
    with drawing():
        lay_out_plan(course).save(path)


def lay_out_plan(course: "PlanCourse") -> Sheet:
    """The bars and the slips on a sheet, which is as long as what it says."""
    shown = course.slips[:MOST_SLIPS]
    lanes = [_Lane(issue, tuple(_issue_lines(issue)), _key(issue)) for issue in course.issues]
    end = _TOP + sum(lane.height for lane in lanes)
    slips_top = end + 1.0
    height = slips_top + 0.3 + len(shown) * _ROW + 0.4 if shown else end + 0.6
    sheet = Sheet(_WIDTH, height)
    sheet.text(_LEFT, _MARGIN, _title(course), size=TITLE, bold=True)
    y = _TOP
    for lane in lanes:
        _draw_lane(sheet, lane, y, most=max(issue.actions for issue in course.issues))
        y += lane.height
    if shown:
        _draw_slips(sheet, course, shown, slips_top)
    return sheet


@dataclass(frozen=True, slots=True)
class _Word:
    """A status of a bar with its number, and where it stands in the key, row by row."""

    status: str | None
    words: str
    x: float
    row: int


@dataclass(frozen=True, slots=True)
class _Lane:
    """What stands beside the bar of one issue, and below it."""

    issue: "IssueCourse"
    left: tuple[str, ...]
    key: tuple[_Word, ...]

    @property
    def height(self) -> float:
        key = _BAR + 0.3 + (self.key[-1].row + 1) * _KEY_LINE
        return max((len(self.left) + 1) * LINE, key) + 0.12


def _title(course: "PlanCourse") -> str:
    issues = len(course.issues)
    return f"How the actions stood in {issues} {'issue' if issues == 1 else 'issues'} of the plan"


def _issue_lines(issue: "IssueCourse") -> list[str]:
    changes = [
        f"{count} {word}"
        for count, word in (
            (issue.new, "new"),
            (issue.left_out, "left out, not done"),
            (issue.slipped, "slipped"),
        )
        if count
    ]
    return [
        say_date(issue.date),
        *wrap(issue.paper.title, _LEFT_WIDTH, most=2),
        *wrap("; ".join((f"{issue.actions} actions", *changes)), _LEFT_WIDTH, most=2),
    ]


def _key(issue: "IssueCourse") -> tuple[_Word, ...]:
    """Each status of a bar, in the bar's order: nothing hangs on colour."""
    counts = {tally.status: tally.actions for tally in issue.tallies}
    placed: list[_Word] = []
    x, row = _BARS, 0
    for status in LOOKS:
        if count := counts.get(status):
            words = f"{STATUS[status] if status else 'No status given'} {count}"
            width = 0.22 + text_width(words) + 0.2
            if x > _BARS and x + width > _WIDTH - _MARGIN:
                x, row = _BARS, row + 1
            placed.append(_Word(status, words, x, row))
            x += width
    return tuple(placed)


def _draw_lane(sheet: Sheet, lane: _Lane, y: float, *, most: int) -> None:
    """The issue in words, its bar, and the bar's parts in words."""
    sheet.rule([_LEFT, _WIDTH - _MARGIN], [y, y])
    sheet.text(_LEFT, y + LINE, lane.left[0], bold=True)
    sheet.lines(_LEFT, y + 2 * LINE, lane.left[1:], colour=FAINT)
    counts = {tally.status: tally.actions for tally in lane.issue.tallies}
    x = _BARS
    for word in lane.key:
        count = counts[word.status]
        width = _BARS_WIDTH * count / most
        sheet.bar(Box(x, y + 0.1, width, _BAR), LOOKS[word.status])
        _number(sheet, x + width / 2, y + 0.1 + _BAR / 2, str(count), width)
        x += width
        height = y + _BAR + 0.3 + word.row * _KEY_LINE
        sheet.bar(Box(word.x, height - 0.055, 0.16, 0.11), LOOKS[word.status])
        sheet.text(word.x + 0.22, height, word.words)


def _number(sheet: Sheet, x: float, y: float, number: str, room: float) -> None:
    """A number on a white ground inside its part of the bar, where there is room for it."""
    width = text_width(number, bold=True) + 0.06
    if width <= room:
        sheet.plate(Box(x - width / 2, y - 0.075, width, 0.15))
        sheet.text(x, y, number, bold=True, align="center")


def _draw_slips(
    sheet: Sheet, course: "PlanCourse", shown: "Sequence[Sequence[Report]]", top: float
) -> None:
    more = len(course.slips) - len(shown)
    title = "How due dates slipped" + (f" (the {len(shown)} that did most)" if more else "")
    sheet.text(_LEFT, top - 0.45, title, size=TITLE, bold=True)
    dues = [span.last for reports in shown for r in reports if (span := date_span(r.due.due_date))]
    width = _WIDTH - _MARGIN - _SLIPS
    scale = Scale.around([Day.fromisoformat(due) for due in dues], _SLIPS, width)
    bottom = top + len(shown) * _ROW
    scale.draw_axis(sheet, top, bottom)
    for number, reports in enumerate(shown):
        y = top + number * _ROW
        sheet.rule([_LEFT, _WIDTH - _MARGIN], [y, y])
        _draw_slip(sheet, scale, reports, y + _ROW / 2)
    foot = "Ring: the first due date. Bar: the last. Dot: one between. Arrow: the way it moved."
    note = f"{more} more actions slipped. {foot}" if more else foot
    sheet.text(_LEFT, bottom + 0.25, note, colour=FAINT)


def _draw_slip(sheet: Sheet, scale: Scale, reports: "Sequence[Report]", y: float) -> None:
    last = reports[-1].action
    name = f"{last.ref}  {last.action}" if last.ref else last.action
    sheet.text(_LEFT, y, wrap(name, _SLIPS - _LEFT - 0.3, most=1)[0])
    places = [x for report in reports if (x := scale.at(report.due.due_date)) is not None]
    for before, after in pairwise(places):
        if abs(after - before) > 0.02:
            sheet.arrow(before, after, y, colour=LATE if after > before else INK)
    for x in places[1:-1]:
        if abs(x - places[-1]) > 0.02:
            sheet.dot(x, y, hollow=False)
    sheet.dot(places[0], y, hollow=True)
    sheet.rule([places[-1], places[-1]], [y - 0.09, y + 0.09], colour=INK, width=2.2)
