"""Parquet files: typed columns, read as canonical text."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from migrator.errors import SourceError
from migrator.model.schema import FieldType
from migrator.model.source import SourceColumn, SourceTable, TableKind
from migrator.sources.base import OpenOptions, ReadBatch, row_schema
from migrator.sources.headers import name_columns
from migrator.sources.isolate import digest

_ROWS = 16_384
_TYPES = (
    (pa.types.is_boolean, FieldType.BOOLEAN),
    (pa.types.is_integer, FieldType.INTEGER),
    (pa.types.is_decimal, FieldType.DECIMAL),
    (pa.types.is_floating, FieldType.FLOAT),
    (pa.types.is_date, FieldType.DATE),
    (pa.types.is_time, FieldType.TIME),
    (pa.types.is_timestamp, FieldType.DATETIME),
    (pa.types.is_binary, FieldType.BINARY),
    (pa.types.is_large_binary, FieldType.BINARY),
    (pa.types.is_fixed_size_binary, FieldType.BINARY),
)


class ParquetSource:
    """One Parquet file is one table. An empty string stays '': it is not a missing value there."""

    def __init__(self, path: Path, options: OpenOptions) -> None:  # noqa: ARG002
        self.path = path
        try:
            self._file = pq.ParquetFile(path)
        except (pa.ArrowException, OSError) as error:
            raise self._damaged() from error

    def _damaged(self) -> SourceError:
        return SourceError(
            f'"{self.path.name}" is a damaged Parquet file.',
            hint="Copy or export it again.",
            path=str(self.path),
        )

    def discover(self) -> tuple[SourceTable, ...]:
        """The one table."""
        schema = self._file.schema_arrow
        named, warnings = name_columns(schema.names, [_field_type(f.type) for f in schema])
        columns = tuple(
            SourceColumn(column.name, column.header, column.type, str(field.type), field.nullable)
            for column, field in zip(named, schema, strict=True)
        )
        rows = self._file.metadata.num_rows
        return (SourceTable(self.path.stem, columns, TableKind.FILE, rows, warnings=warnings),)

    def read(self, table: str, limit: int | None = None) -> Iterator[ReadBatch]:
        """The records of the table."""
        if table != self.path.stem:
            raise SourceError(
                f'"{self.path.name}" has no table called "{table}".',
                hint=f"It has {self.path.stem}.",
            )
        schema = row_schema(len(self._file.schema_arrow))
        done = 0
        try:
            for batch in self._file.iter_batches(_ROWS):
                left = batch.num_rows if limit is None else min(batch.num_rows, limit - done)
                if left <= 0:
                    return
                ordinals = pa.array(range(done + 1, done + left + 1), pa.int64())
                columns = [_as_text(column.slice(0, left)) for column in batch.columns]
                yield ReadBatch(pa.RecordBatch.from_arrays([ordinals, *columns], schema=schema))
                done += left
        except (pa.ArrowException, OSError) as error:
            raise self._damaged() from error

    def identity(self) -> str:
        """SHA-256 of the file's bytes, in hex."""
        return digest(self.path)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _field_type(kind: pa.DataType) -> FieldType:
    if pa.types.is_dictionary(kind):
        return _field_type(kind.value_type)
    return next((field for test, field in _TYPES if test(kind)), FieldType.TEXT)


def _as_text(column: pa.Array) -> pa.Array:
    """A column as strings in the canonical form of its type."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        return _as_text(column.dictionary_decode())
    if pa.types.is_timestamp(kind):
        return pa.array([_moment(v) for v in column.to_pylist()], pa.string())
    if _field_type(kind) is FieldType.BINARY:
        coded = (v if v is None else base64.b64encode(v).decode() for v in column.to_pylist())
        return pa.array(coded, pa.string())
    if pa.types.is_nested(kind):
        return pa.array([_json(v) for v in column.to_pylist()], pa.string())
    return pc.cast(column, pa.string())


def _moment(value: Any) -> str | None:
    return None if value is None else value.isoformat()


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, default=str)
