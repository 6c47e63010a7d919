"""What an export says of itself: a Frictionless data package, and a data dictionary to read."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from matters_arising.export.dictionary import NOTES, Field, Form, Kind
from matters_arising.export.table import Table

PACKAGE_NAME = "matters-arising-export"

_MEDIA_TYPES = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

_FLAT_TYPES: dict[Form, str] = {"integer": "integer", "number": "number", "columns": "object"}
"""Frictionless types of CSV's columns; all others are strings."""

_NESTED_TYPES: dict[Form, str] = {**_FLAT_TYPES, "texts": "array", "places": "array"}

_NO_TABLE = {"type": "file"}
"""Lets Frictionless check the package as it is installed, without what reads other than CSV."""

_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"


def write_package(tables: Sequence[Table], path: Path, *, workbook: str) -> None:
    """Write `datapackage.json`: every file of the export, and the type of every field."""
    resources = [resource for table in tables for resource in _resources(table.kind)]
    package = {
        "profile": "data-package",
        "name": PACKAGE_NAME,
        "title": "Actions, measures and decisions of committee papers",
        "description": " ".join(NOTES),
        "resources": [*resources, {**_file("workbook", workbook), **_NO_TABLE}],
    }
    path.write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def is_package_of_ours(path: Path) -> bool:
    """Whether the file is the `datapackage.json` of an export."""
    try:
        package = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(package, dict) and package.get("name") == PACKAGE_NAME


def write_dictionary(tables: Sequence[Table], path: Path) -> None:
    """Write the data dictionary, in Markdown."""
    lines = ["# Data dictionary", "", *(f"- {note}" for note in NOTES)]
    for table in tables:
        lines += ["", *_describe(table.kind)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _resources(kind: Kind) -> Iterator[dict[str, Any]]:
    """The kind's three files; CSV, the plainest, has the plain name."""
    flat = [_field(field, _FLAT_TYPES) for field in kind.flat_fields()]
    nested = [_field(field, _NESTED_TYPES) for field in kind.fields]
    about = {"title": kind.heading, "description": kind.meaning}
    yield {
        **_file(kind.name, f"{kind.name}.csv"),
        "profile": "tabular-data-resource",
        **about,
        "schema": {"fields": flat},
    }
    for suffix in ("jsonl", "parquet"):
        entry = _file(f"{kind.name}-{suffix}", f"{kind.name}.{suffix}")
        yield {**entry, **_NO_TABLE, **about, "schema": {"fields": nested}}


def _file(name: str, path: str) -> dict[str, str]:
    suffix = path.rsplit(".", 1)[1]
    entry = {"name": name, "path": path, "format": suffix, "mediatype": _MEDIA_TYPES[suffix]}
    return {**entry, "encoding": "utf-8"} if suffix in ("csv", "jsonl") else entry


def _field(field: Field, types: dict[Form, str]) -> dict[str, Any]:
    described = {
        "name": field.name,
        "title": field.heading,
        "type": types.get(field.form, "string"),
        "description": field.meaning,
    }
    if field.values:
        return {**described, "constraints": {"enum": list(field.values)}}
    if field.form == "date":
        return {**described, "constraints": {"pattern": _DATE}}
    return described


def _describe(kind: Kind) -> Iterator[str]:
    yield from (f"## {kind.heading}", "", kind.meaning, "")
    yield from ("| field | type | meaning |", "| --- | --- | --- |")
    for field in kind.fields:
        values = ", ".join(f"`{value}`" for value in field.values)
        meaning = f"{field.meaning} One of {values}." if values else field.meaning
        yield f"| `{field.name}` | {_SAID_TYPES[field.form]} | {meaning} |"


_SAID_TYPES: dict[Form, str] = {
    "text": "text",
    "date": "date",
    "integer": "whole number",
    "number": "number",
    "texts": "list of texts",
    "columns": "headings with texts",
    "places": "list of places",
}
