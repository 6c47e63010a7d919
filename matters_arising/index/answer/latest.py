"""Actions as the latest paper has them, found without reading what earlier papers say."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import ActionFilter
from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action

_FIRST_DATES = 4
"""Dates read first: as a rule the latest has what fits; then always four times as many."""


def latest_actions(
    catalogue: Catalogue,
    asked: Sequence[ActionFilter],
    fits: Callable[[Held[Action]], bool] = lambda held: True,
    *,
    of_date: Callable[[str], bool] = lambda date: True,
) -> tuple[Held[Action], ...]:
    """The actions that any of the filters lets through and that fit, of the latest date with any.

    Dates are those of reports, "" where there is none. In the order of the filters, then of the
    catalogue.
    """
    listed = {date for one in asked for date in catalogue.action_dates(one) if of_date(date)}
    for dates in _growing(sorted(listed, reverse=True)):
        told = (replace(one, dates=dates) for one in asked)
        found = [held for one in told for held in catalogue.actions(one) if fits(held)]
        if found:
            return latest(found)
    return ()


def latest(found: Sequence[Held[Action]]) -> tuple[Held[Action], ...]:
    """Those that stand in the latest of their papers."""
    last = max((held.date or "" for held in found), default="")
    return tuple(held for held in found if (held.date or "") == last)


def _growing(dates: Sequence[str]) -> Iterator[tuple[str, ...]]:
    start, count = 0, _FIRST_DATES
    while start < len(dates):
        yield tuple(dates[start : start + count])
        start, count = start + count, 4 * count
