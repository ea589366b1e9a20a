"""Tables as Parquet, through Arrow, with a schema made from the definitions of the tables. Needs the extra ``parquet``."""

from __future__ import annotations

import io
from typing import Any

from visitextract.export.story import Told, dossier_of, library, writable
from visitextract.export.tables import TABLES, Cell, Kind, Table


def arrow_schema(table: Table) -> Any:
    """The ``pyarrow.Schema`` of a table: strings, lists of strings, 64-bit integers and booleans."""
    arrow = library("pyarrow", "parquet")
    types = {
        Kind.TEXT: arrow.string(),
        Kind.TEXTS: arrow.list_(arrow.field("item", arrow.string(), nullable=False)),
        Kind.NUMBER: arrow.int64(),
        Kind.FLAG: arrow.bool_(),
    }
    fields = [arrow.field(column.name, types[column.kind]) for column in table.columns]
    return arrow.schema(fields, metadata={"description": f"one row: {table.means}"})


def parquet_tables(told: Told) -> dict[str, bytes]:
    """Every table by name, as the bytes of a Parquet file.

    Raises:
        VisitextractError: pyarrow is not installed.
    """
    arrow, parquet = library("pyarrow", "parquet"), library("pyarrow.parquet", "parquet")
    dossier = dossier_of(told)
    files: dict[str, bytes] = {}
    for table in TABLES:
        rows = list(table.rows(dossier))
        columns = {column.name: [_cell(row[place]) for row in rows] for place, column in enumerate(table.columns)}
        sink = io.BytesIO()
        parquet.write_table(arrow.table(columns, schema=arrow_schema(table)), sink)
        files[table.name] = sink.getvalue()
    return files


def _cell(cell: Cell) -> str | int | list[str] | None:
    if isinstance(cell, str):
        return writable(cell)
    return [writable(item) for item in cell] if isinstance(cell, tuple) else cell
