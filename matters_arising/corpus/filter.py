"""What a listing or a search may be narrowed to.

A filter that matches nothing returns nothing. Dates may be partial: a record matches when
the span of its date overlaps the span asked for, so a paper dated `2025-05` stands inside
`since="2025-05-10"`. What has no date matches no `since` or `until`.
Words of a committee, an owner or a topic match in any order, each from the start of a word,
without regard to case or punctuation.
"""

from dataclasses import dataclass

PASSAGE_KINDS = ("text", "action", "row", "measure", "decision")
"""The kinds of passage that a search or an answer may be narrowed to.

`row` is any row of a table, `action` one that is an action.
"""


@dataclass(frozen=True, slots=True)
class Filter:
    """Narrows to some reports of some papers.

    `since` and `until` are inclusive. Date and committee are the report's own where it
    prints them, else the paper's. `papers` are whole names, or ids from their sixth character on.
    `kinds` are some of PASSAGE_KINDS; they narrow searches and answers, not listings of records.
    """

    since: str | None = None
    until: str | None = None
    committee: str | None = None
    papers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def narrows(self) -> bool:
        """Whether anything is asked at all."""
        return self != Filter()

    def allows(self, *kinds: str) -> bool:
        """Whether an answer may rest on records of one of these kinds."""
        return not self.kinds or not set(self.kinds).isdisjoint(kinds)


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Narrows to some actions.

    `due_before` and `due_after` are exclusive: `due_after="2025-04", due_before="2025-06"`
    is all that is due in May 2025; `due_in` is all whose due date overlaps a span. `states`
    are statuses, or texts in lower case that a paper prints for them. `overdue` is what
    should have been done before `as_of` (today by default) and is not done. `ids` of None
    asks for all, an empty tuple for none, and so do `threads` and `dates`: those of the reports,
    each as it stands there and "" for none. `title` is a part of what the paper is called, in
    lower case and with spaces for hyphens.
    """

    scope: Filter = Filter()
    ids: tuple[int, ...] | None = None
    dates: tuple[str, ...] | None = None
    title: str | None = None
    ref: str | None = None
    owner: str | None = None
    about: str | None = None
    statuses: tuple[str, ...] = ()
    due_before: str | None = None
    due_after: str | None = None
    due_in: str | None = None
    states: tuple[str, ...] = ()
    overdue: bool = False
    as_of: str | None = None
    threads: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class MeasureFilter:
    """Narrows to some figures; `period` matches every figure whose period overlaps it."""

    scope: Filter = Filter()
    ids: tuple[int, ...] | None = None
    about: str | None = None
    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    period: str | None = None


@dataclass(frozen=True, slots=True)
class DecisionFilter:
    """Narrows to some decisions; date and committee are the decision's own where it has them."""

    scope: Filter = Filter()
    ids: tuple[int, ...] | None = None
    about: str | None = None
    kinds: tuple[str, ...] = ()
