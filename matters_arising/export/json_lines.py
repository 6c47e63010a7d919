"""Tables as JSON Lines, in the shapes that every listing of the command line has."""

import json
from pathlib import Path

from matters_arising.export.safe import escape_json
from matters_arising.export.table import Table, value_of


def write_json_lines(table: Table, path: Path) -> None:
    """Write a record a line; the same records make the same bytes."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in table.lines:
            shape = {field.name: value_of(line, field) for field in table.kind.fields}
            file.write(f"{escape_json(json.dumps(shape, ensure_ascii=False))}\n")
