"""What a batch holds, as a digest: the same rows give the same digest on every machine."""

from __future__ import annotations

import hashlib

import pyarrow as pa
import pyarrow.compute as pc

from migrator.errors import TargetError
from migrator.model.text import Text
from migrator.targets.base import LoadBatch


def digest(rows: pa.RecordBatch | pa.Table) -> str:
    """SHA-256 (hex) over names, types, lengths, nulls and bytes of all columns, in order. Columns
    are strings or integers."""
    seen = hashlib.sha256()
    for name, column in zip(rows.schema.names, rows.columns, strict=True):
        array = _whole(column)
        seen.update(f"{len(name.encode())}:{name}:{array.type}:{len(array)}:".encode())
        if pa.types.is_integer(array.type):
            array = array.cast(pa.string())
        lengths = pc.fill_null(pc.binary_length(array), -1)
        seen.update(_bytes(lengths.buffers()[1], lengths.offset * 4, len(lengths) * 4))
        seen.update(_text(_whole(pc.fill_null(array, ""))))
    return seen.hexdigest()


def changed(batch: LoadBatch) -> TargetError:
    """The error of a batch that is in the target with other content."""
    return TargetError(
        Text(
            f"Batch {batch.number} of {batch.entity.name} is not what was loaded under its number.",
            f"دسته‌ی {batch.number} از «{batch.entity.name}» همان نیست که با "
            "این شماره بارگذاری شده است.",
        ),
        hint=Text(
            "The data changed since this run began: start a new run.",
            "داده‌ها پس از آغاز این اجرا تغییر کرده‌اند: اجرای تازه‌ای آغاز کنید.",
        ),
        entity=batch.entity.name,
        batch=batch.number,
    )


def _whole(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    if isinstance(column, pa.ChunkedArray):
        return column.combine_chunks()
    return column


def _text(array: pa.Array) -> bytes:
    """The bytes of all values, one after the other."""
    _, offsets, data = array.buffers()
    if not len(array) or data is None:
        return b""
    places = memoryview(offsets).cast("i")
    first, last = places[array.offset], places[array.offset + len(array)]
    return _bytes(data, first, last - first)


def _bytes(buffer: pa.Buffer | None, start: int, size: int) -> bytes:
    return memoryview(buffer)[start : start + size].tobytes() if buffer is not None else b""
