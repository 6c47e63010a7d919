"""Records as tables: a kind, its fields, and the plain value of each field of each record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from matters_arising.corpus.paper import Place
from matters_arising.corpus.register import (
    ActionLine,
    DecisionLine,
    MeasureLine,
    PaperLine,
    join_columns,
    plain_number,
)
from matters_arising.export.dictionary import ACTIONS, DECISIONS, MEASURES, PAPERS, Field, Kind
from matters_arising.library import Library

Line = PaperLine | ActionLine | MeasureLine | DecisionLine


@dataclass(frozen=True, slots=True)
class Table:
    """All records of one kind, in the library's order."""

    kind: Kind
    lines: Sequence[Line]

    def column(self, field: Field) -> Iterator[Any]:
        """The field's value in each record."""
        return (value_of(line, field) for line in self.lines)


def make_tables(library: Library) -> tuple[Table, ...]:
    """Every record of the library, a table a kind."""
    return (
        Table(PAPERS, library.papers()),
        Table(ACTIONS, library.actions()),
        Table(MEASURES, library.measures()),
        Table(DECISIONS, library.decisions()),
    )


def value_of(line: Line, field: Field) -> Any:
    """The field's value as JSON has it: null, text, number, list or object."""
    value = getattr(line, field.name)
    if field.form == "texts":
        return list(value)
    if field.form == "columns":
        return join_columns(value)
    if field.form == "places":
        return [{"page": place.page, "box": list(place.box)} for place in value]
    if field.form == "number":
        return plain_number(value)
    return value


def pages_of(line: Line) -> tuple[int, ...]:
    """The pages a record stands on, each once; none for a paper, which is not on a page."""
    places: tuple[Place, ...] = getattr(line, "places", ())
    return tuple(dict.fromkeys(place.page for place in places))


def say_pages(line: Line) -> str:
    """The pages with commas between: "13, 14"."""
    return ", ".join(map(str, pages_of(line)))
