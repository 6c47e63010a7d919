"""A value as one cell of a flat file."""

import json
from typing import Any


def flat_cell(value: Any) -> str | int | float:
    """A JSON value in one cell: null as nothing, objects as JSON, lists joined.

    Commas part numbers, semicolons texts, which may have commas of their own.
    """
    if value is None:
        return ""
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        parted = ", " if all(isinstance(item, int) for item in value) else "; "
        return parted.join(map(str, value))
    return value if isinstance(value, int | float) else str(value)
