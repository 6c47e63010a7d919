"""Time as inches along a sheet, with ticks at round dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta

from matters_arising.corpus.span import date_span
from matters_arising.extract.phrase.date import MONTHS
from matters_arising.picture.sheet import Sheet
from matters_arising.picture.style import FAINT, GRID

_SHORTEST = timedelta(days=90)
_MARGIN = 0.04
_MONTHS_A_TICK = (1, 2, 3, 6, 12, 24, 60, 120)
_INCHES_A_TICK = 0.62
_NAME = 0.3
"""Inches from the middle of a name to where another mark may stand."""

_DAYS_A_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from `first` to `last`, drawn from `left` over `width` inches."""

    first: Day
    last: Day
    left: float
    width: float

    @classmethod
    def around(cls, days: Sequence[Day], left: float, width: float) -> "Scale":
        """A scale that holds all these days and a little more; any, where there are none."""
        first, last = (min(days), max(days)) if days else (Day(2000, 1, 1), Day(2000, 1, 1))
        short = max(_SHORTEST - (last - first), timedelta())
        room = (last - first + short) * _MARGIN + short / 2
        return cls(first - room, last + room, left, width)

    def at(self, date: str | None) -> float | None:
        """Where the last day of a date lies; None for no date."""
        span = date_span(date)
        return self._inches(Day.fromisoformat(span.last)) if span else None

    def holds(self, date: str) -> bool:
        """Whether a date lies on the scale."""
        x = self.at(date)
        return x is not None and self.left <= x <= self.left + self.width

    def draw_axis(
        self,
        sheet: Sheet,
        top: float,
        bottom: float,
        *,
        names: float | None = None,
        clear_of: float | None = None,
    ) -> None:
        """Faint lines at round dates, named at a height, above unless it is given.

        A name that would touch what stands at `clear_of` is left out.
        """
        height = top - 0.12 if names is None else names
        for day, name in self._ticks():
            x = self._inches(day)
            sheet.rule([x, x], [top, bottom], colour=GRID, width=0.5)
            if clear_of is None or abs(x - clear_of) > _NAME:
                sheet.text(x, height, name, size=7, colour=FAINT, align="center")

    def _inches(self, day: Day) -> float:
        return self.left + self.width * ((day - self.first) / (self.last - self.first))

    def _ticks(self) -> Iterator[tuple[Day, str]]:
        months = (self.last - self.first).days / _DAYS_A_MONTH
        fitting = (m for m in _MONTHS_A_TICK if self.width / (months / m) >= _INCHES_A_TICK)
        step = next(fitting, _MONTHS_A_TICK[-1])
        number = self.first.year * 12 + self.first.month - 1
        number += -number % step
        while (day := Day(number // 12, number % 12 + 1, 1)) <= self.last:
            if day >= self.first:
                month = MONTHS[day.month - 1][:3].capitalize()
                yield day, str(day.year) if step >= 12 else f"{month} {day.year}"
            number += step
