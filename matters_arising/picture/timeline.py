"""One action through the papers as a timeline: a lane for each report, by its date.

Words stand beside the lanes, never inside them, so that no number of reports crowds a label.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day
from pathlib import Path
from typing import TYPE_CHECKING

from matters_arising.corpus.span import date_span
from matters_arising.index.answer.say import STATUS, name_action, say_date, say_due, say_pages
from matters_arising.picture.scale import Scale
from matters_arising.picture.sheet import LINE, TITLE, TITLE_SCALE, Box, Sheet, drawing, wrap
from matters_arising.picture.style import EARLY, FAINT, INK, LATE, LOOKS

if TYPE_CHECKING:
    from matters_arising.corpus.held import Held
    from matters_arising.corpus.passage import Passage
    from matters_arising.index.thread.history import History, Step

_WIDTH = 11.7
_MARGIN = 0.4
_LEFT, _LEFT_WIDTH = _MARGIN, 2.5
_CHART, _CHART_WIDTH = 3.1, 4.4
_RIGHT = 7.75
_RIGHT_WIDTH = _WIDTH - _MARGIN - _RIGHT
_GAP = 0.2
_FEWEST_LINES = 2
_MOST_LINES = 9
_MOST_MENTIONS = 12
_TOUCHING = 0.35


@dataclass(frozen=True, slots=True)
class _Lane:
    """What stands to the left and right of one report, and where its dates lie."""

    step: "Step"
    left: tuple[str, ...]
    right: tuple[str, ...]
    before: str | None

    @property
    def height(self) -> float:
        lines = max(len(self.left), len(self.right), _FEWEST_LINES)
        return lines * LINE + _GAP


def draw_history(told: "History", path: Path, *, as_of: str) -> None:
    """Draw what became of an action into a file, SVG or PNG by its suffix."""
    with drawing():
        lay_out_history(told, as_of=as_of).save(path)


def lay_out_history(told: "History", *, as_of: str) -> Sheet:
    """The timeline on a sheet, which is as long as what it says."""
    lanes = list(_lanes(told.steps))
    mentions = told.mentions[:_MOST_MENTIONS]
    title, foot = _title(told), _foot(told, mentions)
    top = _MARGIN + len(title) * 1.5 * LINE + 0.55
    bottom = top + sum(lane.height for lane in lanes)
    sheet = Sheet(_WIDTH, bottom + (len(foot) + (3 if mentions else 1)) * LINE + 0.65)
    for number, line in enumerate(title):
        sheet.text(_LEFT, _MARGIN + number * 1.5 * LINE, line, size=TITLE, bold=True)
    scale = _scale(told, mentions, as_of)
    today = scale.at(as_of) if scale.holds(as_of) else None
    scale.draw_axis(sheet, top, bottom + (2 * LINE if mentions else 0), clear_of=today)
    if today is not None:
        _draw_today(sheet, today, as_of, Box(_LEFT, top, _WIDTH, bottom - top))
    y = top
    for lane in lanes:
        _draw_lane(sheet, scale, lane, y)
        y += lane.height
    y = _draw_mentions(sheet, scale, mentions, y)
    sheet.lines(_LEFT, y + 0.45, foot, colour=FAINT)
    return sheet


def _draw_today(sheet: Sheet, x: float, as_of: str, lanes: Box) -> None:
    """A line through the lanes at the day that the picture is drawn for."""
    ends = [lanes.y - 0.1, lanes.y + lanes.height]
    sheet.rule([x, x], ends, colour=INK, width=0.9, dashed=True)
    sheet.text(x, lanes.y - 0.19, f"as of {say_date(as_of)}", size=7, align="center")


def _title(told: "History") -> list[str]:
    name = name_action(told.steps[-1].report.action, words=40)
    return wrap(f"{name[:1].upper()}{name[1:]}", _WIDTH - 2 * _MARGIN, most=2, scale=TITLE_SCALE)


def _lanes(steps: "Sequence[Step]") -> Iterator[_Lane]:
    before = None
    for step in steps:
        yield _Lane(step, tuple(_left_lines(step)), tuple(_right_lines(step)), before)
        before = step.report.due.due_date or before


def _left_lines(step: "Step") -> Iterator[str]:
    """When and where it is reported."""
    report = step.report
    yield say_date(report.date)
    pages = say_pages(report.pages) if report.pages else ""
    ref = f"as {report.action.ref}" if report.action.ref else ""
    yield from wrap(report.paper.title, _LEFT_WIDTH, most=2)
    yield from wrap(", ".join(fact for fact in (pages, ref) if fact), _LEFT_WIDTH)
    if step.also_in:
        yield from wrap(f"also in {', '.join(step.also_in)}", _LEFT_WIDTH, most=2)


def _right_lines(step: "Step") -> list[str]:
    """How it stood, and what changed, in words."""
    status = STATUS[step.report.status] if step.report.status else "No status given"
    lines = [status]
    if due := say_due(step.report.due):
        lines += wrap(due, _RIGHT_WIDTH, most=2)
    if step.changes:
        for change in step.changes:
            if not change.startswith("status:"):
                lines += wrap(f"• {change}", _RIGHT_WIDTH, most=3)
    elif step.report.owners:
        lines += wrap("; ".join(step.report.owners), _RIGHT_WIDTH, most=2)
    return lines[:_MOST_LINES]


def _scale(told: "History", mentions: "Sequence[Held[Passage]]", as_of: str) -> Scale:
    days = [*(step.report.date for step in told.steps), *(mention.date for mention in mentions)]
    days += [step.report.due.due_date for step in told.steps]
    spans = [span for day in days if (span := date_span(day))]
    ends = [Day.fromisoformat(day) for span in spans for day in (span.first, span.last)]
    if told.days_overdue is not None:
        ends.append(Day.fromisoformat(as_of))
    return Scale.around(ends, _CHART, _CHART_WIDTH)


def _draw_lane(sheet: Sheet, scale: Scale, lane: _Lane, y: float) -> None:
    sheet.rule([_LEFT, _WIDTH - _MARGIN], [y, y])
    first = y + LINE
    sheet.text(_LEFT, first, lane.left[0], bold=True)
    sheet.lines(_LEFT, first + LINE, lane.left[1:], colour=FAINT)
    sheet.text(_RIGHT, first, lane.right[0], bold=True)
    sheet.lines(_RIGHT, first + LINE, lane.right[1:])
    _draw_dates(sheet, scale, lane, y + lane.height / 2)


def _draw_dates(sheet: Sheet, scale: Scale, lane: _Lane, y: float) -> None:
    """The report, a line to the day it was due, and an arrow where that day was moved."""
    report = lane.step.report
    reported, due, before = (
        scale.at(day) for day in (report.date, report.due.due_date, lane.before)
    )
    if reported is not None and due is not None:
        sheet.rule([reported, due], [y, y], colour=FAINT, width=1.0)
    if due is not None:
        _draw_due(sheet, due, before, y)
    if reported is not None:
        sheet.mark(reported, y, LOOKS[report.status])


def _draw_due(sheet: Sheet, due: float, before: float | None, y: float) -> None:
    """A flag on the due date; the arrow that leads to it starts where it was before."""
    sheet.rule([due, due], [y - 0.1, y + 0.1], colour=INK, width=2.2)
    if before is not None and abs(before - due) > 0.02:
        colour = LATE if due > before else EARLY
        sheet.rule([before, before], [y + 0.07, y + 0.21], colour=colour, width=1.2)
        sheet.arrow(before, due, y + 0.14, colour=colour)


def _draw_mentions(
    sheet: Sheet, scale: Scale, mentions: "Sequence[Held[Passage]]", y: float
) -> float:
    """A tick for each mention, numbered as the list below is; gives where the ticks end."""
    sheet.rule([_LEFT, _WIDTH - _MARGIN], [y, y])
    if not mentions:
        return y - 0.1
    sheet.text(_LEFT, y + LINE, "Mentioned in prose", bold=True)
    places = [(n, x) for n, m in enumerate(mentions, 1) if (x := scale.at(m.date)) is not None]
    for _, x in places:
        sheet.rule([x, x], [y + 0.04, y + 0.17], colour=INK, width=1.6)
    for group in _cluster(places):
        first, last = group[0], group[-1]
        words = f"{first[0]}–{last[0]}" if len(group) > 1 else str(first[0])
        sheet.text((first[1] + last[1]) / 2, y + 0.25, words, size=7, align="center")
    return y + 2 * LINE


def _cluster(places: Sequence[tuple[int, float]]) -> list[list[tuple[int, float]]]:
    """Numbered ticks in order, those together whose numbers would touch."""
    groups: list[list[tuple[int, float]]] = []
    for place in places:
        if groups and place[1] - groups[-1][-1][1] < _TOUCHING:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _foot(told: "History", mentions: "Sequence[Held[Passage]]") -> list[str]:
    """The mentions in words, the last word held, and how to read the picture."""
    width = _WIDTH - 2 * _MARGIN
    lines: list[str] = []
    for number, mention in enumerate(mentions, 1):
        pages = sorted({place.page for place in mention.record.places})
        facts = (say_date(mention.date), mention.paper.title, say_pages(pages) if pages else "")
        words = " ".join(mention.record.text.split()[:40])
        said = f"{number}: {', '.join(filter(None, facts))}, “{words}”"
        lines += wrap(said, width, most=2)
    if left := len(told.mentions) - len(mentions):
        lines.append(f"and {left} more")
    lines += wrap(f"Last word held: {told.last_word} {' '.join(told.unknown)}", width, most=3)
    key = "Mark: the day of a report. Bar: the day it was due. Arrow: that day moved."
    return [*lines, key]
