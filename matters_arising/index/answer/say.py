"""The words an answer adds to its quotes: dates, pages, refs, and how a refusal is put."""

import re
from collections.abc import Sequence

from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action, Measure
from matters_arising.extract.phrase.date import MONTHS, find_dates
from matters_arising.extract.phrase.number import SIGNS
from matters_arising.index.answer.citation import Citation

STATUS = {
    "complete": "Complete",
    "complete_impact_unproven": "Complete, impact still to be shown",
    "on_track": "On track",
    "delayed": "Delayed",
    "at_risk": "At risk",
    "under_review": "Under review",
    "closed": "Closed",
    "carried_over": "Carried over",
    "on_hold": "On hold",
    "not_started": "Not started",
}


def say_date(iso: str | None) -> str:
    """An ISO date in words, as precise as it is: "28 September 2020", "May 2025"."""
    if not iso:
        return "no date"
    parts = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", iso)
    if not parts:
        return iso
    year, month, day = parts.groups()
    words = f"{MONTHS[int(month) - 1].capitalize()} {year}"
    return f"{int(day)} {words}" if day else words


def say_pages(pages: Sequence[int]) -> str:
    """Pages as "page 13", "pages 13–14" or "pages 4 and 12"."""
    first = [page for page in sorted(set(pages)) if page - 1 not in pages]
    last = [page for page in sorted(set(pages)) if page + 1 not in pages]
    runs = [f"{a}–{b}" if a < b else f"{a}" for a, b in zip(first, last, strict=True)]
    return f"{'page' if first == last and len(runs) == 1 else 'pages'} {and_list(runs)}"


def say_source(citation: Citation) -> str:
    """Where a quote stands: the paper's date and the page."""
    return f"{say_date(citation.date)}, {say_pages(citation.pages)}"


def quoted(text: str) -> str:
    """The text in quotation marks, on one line."""
    return f"“{' '.join(text.split())}”"


def shorten(text: str, words: int) -> str:
    """The first words of a text, with an ellipsis where more follow."""
    split = text.split()
    return " ".join(split[:words]) + (" …" if len(split) > words else "")


def and_list(items: Sequence[str]) -> str:
    """Items as people list them: "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def say_status(action: Action) -> str | None:
    """How the action stands: the paper's own rating where it prints one."""
    if action.status_text:
        return action.status_text
    return STATUS[action.status] if action.status else None


def say_owners(action: Action) -> str | None:
    """The owners as printed."""
    return and_list(action.owners) if action.owners else None


def say_due(action: Action) -> str | None:
    """When it is due, and the words of the paper where they say more than a date."""
    if action.due_text is None:
        return None
    printed = " ".join(action.due_text.split())
    dates = find_dates(printed)
    bare = len(dates) == 1 and dates[0].end - dates[0].start >= 0.8 * len(printed)
    if action.due_date is None or action.due_precision not in ("day", "month"):
        return f"due {printed}" if bare else f"timescale {quoted(printed)}"
    plain = f"due {say_date(action.due_date)}"
    return plain if bare else f"{plain} ({quoted(printed)})"


def name_action(action: Action, *, words: int = 25) -> str:
    """The action by its ref and its own words."""
    text = quoted(shorten(action.action, words))
    return f"action {action.ref}, {text}" if action.ref else f"the action {text}"


def list_line(held: Held[Action]) -> str:
    """One action of a list."""
    action = held.record
    facts = [fact for fact in (say_due(action), say_status(action)) if fact]
    name = f"{action.ref} " if action.ref else ""
    return f"{name}{quoted(shorten(action.action, 16))}" + (
        f" ({'; '.join(facts)})" if facts else ""
    )


UNITS = {
    "days": "days",
    "weeks": "weeks",
    "months": "months",
    "hours": "hours",
    "years": "years",
    "posts": "posts",
}

QUALIFIERS = {
    "over": "over ",
    "under": "under ",
    "at_least": "at least ",
    "up_to": "up to ",
    "about": "about ",
}


def say_figure(measure: Measure) -> str:
    """A value as people say it, with its period: "87% (Q3 2016/17)"."""
    value = QUALIFIERS.get(measure.qualifier or "", "") + _say_value(measure)
    kind = " target" if measure.kind == "target" else ""
    return f"{value}{kind} ({say_period(measure.period)})" if measure.period else f"{value}{kind}"


def _say_value(measure: Measure) -> str:
    number = f"{measure.value:,.10f}".rstrip("0").rstrip(".")
    if measure.unit == "percent":
        return f"{number}%"
    if measure.unit in SIGNS:
        return f"{SIGNS[measure.unit]}{number}"
    return f"{number} {UNITS[measure.unit]}" if measure.unit in UNITS else number


def say_period(period: str) -> str:
    """A period of the contract in words: "Q3 2016/17", "October 2023 to December 2023"."""
    first, dots, last = period.partition("..")
    if dots:
        return f"{say_period(first)} to {say_period(last)}"
    year, quarter, number = period.partition("-Q")
    return f"Q{number} {year}" if quarter else say_date(period)
