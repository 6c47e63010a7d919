"""Records in the JSON shapes of the contract."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import click

from matters_arising.cli.output.indent import indented
from matters_arising.cli.output.safe import escape_json

if TYPE_CHECKING:
    from matters_arising.corpus.register import ActionLine, MeasureLine
    from matters_arising.index.answer.answering import Answer
    from matters_arising.index.answer.citation import Citation
    from matters_arising.index.question.reading import Question

Shape = Mapping[str, Any]
"""A JSON object, its keys in the order of the contract."""

CITATION_FIELDS = (
    "paper",
    "title",
    "date",
    "pages",
    "places",
    "kind",
    "ref",
    "quote",
    "score",
)

SCORE_DIGITS = 4

_PLAIN = frozenset({type(None), bool, int, float, str})


def shape_record(record: Any) -> Shape:
    """A record with its fields as they are named; records inside it likewise."""
    kind: Any = type(record)
    return {name: _plain(getattr(record, name)) for name in field_names(kind)}


@cache
def field_names(kind: Any) -> tuple[str, ...]:
    """The names of a dataclass's fields, in order."""
    return tuple(field.name for field in fields(kind))


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return shape_record(value) if is_dataclass(kind) else value


def shape_action(line: "ActionLine") -> Shape:
    """An action, its further columns by name."""
    from matters_arising.corpus.register import join_columns

    return {**shape_record(line), "columns": join_columns(line.columns)}


def shape_measure(line: "MeasureLine") -> Shape:
    """A figure; a whole number is written as one."""
    from matters_arising.corpus.register import plain_number

    return {**shape_record(line), "value": plain_number(line.value)}


def shape_citation(citation: "Citation") -> Shape:
    """A quote with its places."""
    return {
        "paper": citation.paper.name,
        "title": citation.paper.title,
        "date": citation.date,
        "pages": list(citation.pages),
        "places": _plain(citation.places),
        "kind": citation.kind,
        "ref": citation.ref,
        "quote": citation.quote,
        "score": round(citation.score, SCORE_DIGITS),
    }


def shape_answer(asked: str, answer: "Answer", *, id_: object = None) -> Shape:
    """An answer to a question in the words it was asked in; `id_` is the asker's own."""
    from matters_arising.corpus.register import action_line, measure_line

    return {
        "id": id_,
        "question": asked,
        "answerable": answer.answerable,
        "answer": answer.text,
        "citations": [shape_citation(citation) for citation in answer.citations],
        "actions": [shape_action(action_line(held)) for held in answer.actions],
        "measures": [shape_measure(measure_line(held)) for held in answer.measures],
        "retrieved": [shape_citation(citation) for citation in answer.retrieved],
        "reading": shape_question(answer.question),
    }


def shape_question(question: "Question") -> Shape:
    """How a question was understood."""
    return {
        "asks": question.asks,
        "listing": question.listing,
        "over_time": question.over_time,
        "latest": question.latest,
        "refs": list(question.refs),
        "missing_refs": list(question.missing_refs),
        "owners": list(question.owners),
        "statuses": list(question.statuses),
        "phase": question.phase,
        "times": [time.said for time in question.times],
        "resolved": [f"{time.text} as {time.said}" for time in question.resolved],
        "terms": list(question.terms),
        "expansions": list(question.expansions),
        "respelt": [f"{typed} as {printed}" for typed, printed in question.respelt],
    }


def json_line(shape: Shape) -> str:
    """One JSON object on one line."""
    return escape_json(json.dumps(shape, ensure_ascii=False))


def print_shape(shape: Shape, format_: str) -> None:
    """Print one object: `json` over many lines, `jsonl` on one."""
    click.echo(json_text(shape) if format_ == "json" else json_line(shape))


def json_text(value: Shape | Iterable[Shape]) -> str:
    """JSON for people to read too: an object, or a list of objects."""
    return escape_json(indented(value if isinstance(value, Mapping) else list(value)))
