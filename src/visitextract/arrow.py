"""Articles and records as Apache Arrow: the one bridge to Spark, Ray Data, Polars, DuckDB and pandas. Needs the extra ``arrow``.

``extract_batch`` adds two columns to a record batch: ``extraction``, a struct with the fields of an ``Extraction``, and
``error``, a text where a row could not be read (its ``extraction`` is then null). All other columns pass through. Which engine
calls it how stands in ``docs/scale.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

try:
    import pyarrow as pa
except ImportError as error:
    raise ImportError("visitextract.arrow needs pyarrow; install it with: pip install 'visitextract[arrow]'") from error

from visitextract.batch import FIELDS, FailedArticle, extract_many
from visitextract.records import SCHEMA_VERSION, Extraction

EXTRACTION = "extraction"
ERROR = "error"

_VERSION = {b"visitextract.schema_version": SCHEMA_VERSION.encode()}

_PLAIN = {str: pa.string(), int: pa.int64(), bool: pa.bool_()}


@cache
def extraction_type() -> Any:
    """The Arrow type of the column ``extraction``: a struct made from the records, field by field.

    >>> [field.name for field in extraction_type()][:3]
    ['schema_version', 'article', 'persons']
    """
    return _struct(Extraction)


def output_schema(schema: Any) -> Any:
    """The schema that ``extract_batch`` gives for batches of ``schema``; the version of the records is in its metadata."""
    kept = [field for field in schema if field.name not in (EXTRACTION, ERROR)]
    added = [pa.field(EXTRACTION, extraction_type()), pa.field(ERROR, pa.string())]
    return pa.schema([*kept, *added], metadata={**(schema.metadata or {}), **_VERSION})


def extract_batch(batch: Any, *, columns: Mapping[str, str] | None = None, workers: int | None = None) -> Any:
    """A record batch with the records of each row's article beside it.

    Args:
        batch: a ``pyarrow.RecordBatch`` with the column ``text``; ``published`` (text, date or timestamp), ``id``, ``title``,
            ``outlet`` and ``url`` are used where they are there.
        columns: where these columns have other names, ``{"text": "body", "published": "date"}``.
        workers: as for ``extract_many``; leave it out under an engine, which has processes of its own.

    Returns:
        A ``pyarrow.RecordBatch`` with the same rows: the caller's columns, then ``extraction`` and ``error``.

    Raises:
        KeyError: a column that ``columns`` names, or ``text``, is not there.
    """
    names = _names(batch.schema, columns)
    given = {name: batch.column(column).to_pylist() for name, column in names.items()}
    rows = [dict(zip(given, values, strict=True)) for values in zip(*given.values(), strict=True)]
    found: list[dict[str, Any] | None] = []
    errors: list[str | None] = []
    for result in extract_many(rows, workers=workers):
        failed = isinstance(result, FailedArticle)
        found.append(None if failed else result.model_dump(mode="json"))
        errors.append(f"{result.error}: {result.message}" if isinstance(result, FailedArticle) else None)
    schema = output_schema(batch.schema)
    kept = [batch.column(name) for name in schema.names[:-2]]
    return pa.RecordBatch.from_arrays([*kept, pa.array(found, extraction_type()), pa.array(errors, pa.string())], schema=schema)


def extract_batches(
    batches: Iterable[Any], *, columns: Mapping[str, str] | None = None, workers: int | None = None
) -> Iterator[Any]:
    """``extract_batch`` over a stream of batches, one at a time."""
    for batch in batches:
        yield extract_batch(batch, columns=columns, workers=workers)


def extract_reader(reader: Any, *, columns: Mapping[str, str] | None = None, workers: int | None = None) -> Any:
    """A ``pyarrow.RecordBatchReader`` over the batches of another, for what is larger than memory."""
    batches = extract_batches(reader, columns=columns, workers=workers)
    return pa.RecordBatchReader.from_batches(output_schema(reader.schema), batches)


def extract_table(table: Any, *, columns: Mapping[str, str] | None = None, workers: int | None = None) -> Any:
    """A ``pyarrow.Table`` with the records of each row's article beside it."""
    batches = extract_batches(table.to_batches(), columns=columns, workers=workers)
    return pa.Table.from_batches(list(batches), schema=output_schema(table.schema))


def spark_schema(schema: Any) -> Any:
    """The Spark schema (``StructType``) of what ``DataFrame.mapInArrow(extract_batches, …)`` gives for rows of ``schema``."""
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    return from_arrow_schema(output_schema(to_arrow_schema(schema)))


def _names(schema: Any, columns: Mapping[str, str] | None) -> dict[str, str]:
    """Our name of a column -> the caller's, for those that are there."""
    chosen = dict(columns or {})
    if unknown := sorted(set(chosen) - set(FIELDS)):
        raise KeyError(f"no argument of extract(): {', '.join(unknown)}")
    names = {name: chosen.get(name, name) for name in FIELDS if name in chosen or name in schema.names or name == "text"}
    if missing := [column for column in names.values() if column not in schema.names]:
        raise KeyError(f"no column {', '.join(missing)} among {', '.join(schema.names)}")
    return names


def _struct(model: type[BaseModel]) -> Any:
    return pa.struct([_field(name, field.annotation) for name, field in model.model_fields.items()])


def _field(name: str, annotation: Any) -> Any:
    """A field of a record: nullable where the record says ``None`` is allowed."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        (inner,) = (argument for argument in arguments if argument is not type(None))
        return _field(name, inner).with_nullable(True)
    if origin is Annotated:
        return _field(name, arguments[0])
    if origin is tuple:
        return pa.field(name, pa.list_(_field("item", arguments[0])), nullable=False)
    if issubclass(annotation, BaseModel):
        return pa.field(name, _struct(annotation), nullable=False)
    return pa.field(name, _PLAIN[str if issubclass(annotation, Enum) else annotation], nullable=False)
