"""Tables as Parquet, each column with its meaning; the only module that knows pyarrow."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from matters_arising.export.dictionary import Field, Form
from matters_arising.export.table import Table

_PLACE = pa.struct([("page", pa.int32()), ("box", pa.list_(pa.float64()))])

_TYPES: dict[Form, pa.DataType] = {
    "text": pa.string(),
    "date": pa.string(),
    "integer": pa.int32(),
    "number": pa.float64(),
    "texts": pa.list_(pa.string()),
    "columns": pa.map_(pa.string(), pa.string()),
    "places": pa.list_(_PLACE),
}


def write_parquet(table: Table, path: Path) -> None:
    """Write a table, typed also where it holds no record."""
    schema = pa.schema(
        [
            pa.field(field.name, _TYPES[field.form], metadata={"description": field.meaning})
            for field in table.kind.fields
        ],
        metadata={"description": table.kind.meaning},
    )
    arrays = [pa.array(_values(table, field), _TYPES[field.form]) for field in table.kind.fields]
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), path)


def _values(table: Table, field: Field) -> list[Any]:
    if field.form == "columns":
        return [list(columns.items()) for columns in table.column(field)]
    return list(table.column(field))
