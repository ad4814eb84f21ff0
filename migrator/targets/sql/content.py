"""What a record holds, in a form that two sides can compare: ours as sent, the target's as read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.compute as pc

from migrator.model.schema import Entity, Field, FieldType

_DIGITS = 20
_ZONE = r"(Z|[+-]\d\d:?\d\d)$"
_UTC = r"(Z|[+-]00:?00)$"
_SINGLE = re.compile(r"^(real|float4|float\b(?!8))", re.IGNORECASE)
_PADDED = re.compile(r"^(char|character|bpchar|nchar)\b(?! varying)", re.IGNORECASE)
_KNOWS_ZONE = re.compile(
    r"with time zone|timestamptz|datetimeoffset|^timestamp\b(?! without)", re.I
)


def row_shas(rows: pa.Table | pa.RecordBatch, entity: Entity, fields: Sequence[str]) -> list[str]:
    """A digest per row (SHA-256, the first 20 hex digits) over `fields` in comparable text.

    Numbers, moments and padded text that a database writes differently give the same digest."""
    columns = [comparable(_array(rows, name), entity.field(name)) for name in fields]
    if not columns:
        return ["0" * _DIGITS] * rows.num_rows
    marked = [pc.fill_null(column, "\x00") for column in columns]
    joined = pc.binary_join_element_wise(*marked, "\x1f").cast(pa.binary())
    return [hashlib.sha256(value).hexdigest()[:_DIGITS] for value in joined.to_pylist()]


def comparable(column: pa.Array, field: Field) -> pa.Array:
    """Canonical text without what databases add or drop."""
    if field.type is FieldType.DECIMAL:
        column = pc.replace_substring_regex(column, r"(\.\d*?)0+$", r"\1")
        column = pc.replace_substring_regex(column, r"\.$", "")
        return pc.if_else(pc.equal(column, "-0"), "0", column)
    if field.type is FieldType.FLOAT:
        digits = 5 if _SINGLE.match(field.native_type) else 12
        return _each(column, lambda value: _float(value, digits))
    if field.type in (FieldType.DATETIME, FieldType.TIME):
        column = without_zone(column, field)
        column = pc.replace_substring_regex(column, r"^(\d{4,}-\d\d-\d\d) ", r"\1T")
        column = pc.replace_substring_regex(column, r"(\.\d*?)0+$", r"\1")
        return pc.replace_substring_regex(column, r"\.$", "")
    if field.type is FieldType.TEXT and _PADDED.match(field.native_type):
        return pc.utf8_rtrim(column, characters=" ")
    return column


def without_zone(column: pa.Array, field: Field) -> pa.Array:
    """Moments without offset: as UTC where the column knows time zones, else the clock's face."""
    column = pc.replace_substring_regex(column, _UTC, "")
    if not pc.any(pc.match_substring_regex(column, r":\d\d(\.\d+)?" + _ZONE)).as_py():
        return column
    if _KNOWS_ZONE.search(field.native_type) and field.type is FieldType.DATETIME:
        return _each(column, _in_utc)
    return pc.replace_substring_regex(column, r"(:\d\d(?:\.\d+)?)" + _ZONE, r"\1")


def _array(rows: pa.Table | pa.RecordBatch, name: str) -> pa.Array:
    column = rows.column(name)
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _each(column: pa.Array, change: Callable[[str], str]) -> pa.Array:
    """Work per distinct value."""
    coded = column.dictionary_encode()
    values = pa.array([change(value) for value in coded.dictionary.to_pylist()], pa.string())
    return values.take(coded.indices)


def _float(value: str, digits: int) -> str:
    try:
        return f"{float(value) + 0.0:.{digits}e}"  # -0.0 + 0.0 is 0.0
    except ValueError:
        return value


def _in_utc(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() if moment.tzinfo else value
