"""Database values as canonical text (see `model.schema.FieldType`): a column at a time."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from migrator.model.schema import Field, FieldType

# (regex, replacement) in RE2: a server's text on the left, the canonical one on the right. Whole
# moments only: other text in a date column (SQLite takes any) stays as somebody wrote it.
_DAY, _CLOCK = r"\d{4,}-\d\d-\d\d", r"-?\d{1,3}:\d\d:\d\d"
_MOMENT = (
    (rf"^({_DAY}) (\d\d:\d\d)", r"\1T\2"),
    (rf"^((?:{_DAY}T)?{_CLOCK}\.\d*?)0+($|[+-])", r"\1\2"),
    (rf"^((?:{_DAY}T)?{_CLOCK})\.($|[+-])", r"\1\2"),
    (rf"^((?:{_DAY}T)?{_CLOCK}(?:\.\d+)?[+-]\d\d)$", r"\1:00"),
)


def finish(column: pa.Array, field: Field, *, pad: bool = False) -> pa.Array:
    """Text as a server writes it -> canonical text of the field's type. `pad` (SQLite) gives a
    DECIMAL the zeros of its scale."""
    if field.type is FieldType.BOOLEAN:
        return _booleans(column)
    if field.type is FieldType.DECIMAL and field.scale and pad:
        return _padded(column, field.scale)
    if field.type in (FieldType.DATETIME, FieldType.TIME):
        for pattern, instead in _MOMENT:
            column = pc.replace_substring_regex(column, pattern, instead)
    return column


def from_bytes(column: pa.Array) -> pa.Array:
    """A binary column as base64."""
    series = pl.Series(pl.from_arrow(column.cast(pa.large_binary())))
    return series.bin.encode("base64").to_arrow().cast(pa.string())


def from_reals(column: pa.Array, field: Field) -> pa.Array:
    """A double column as the shortest text that reads back as the same number: `1.0`, `0.1`; plain
    notation where the field is a DECIMAL, an exponent only for very large or small FLOATs."""
    text = pc.cast(column, pa.string())
    odd = pc.match_substring_regex(text, "[a-z]")
    plain = pc.if_else(
        pc.match_substring(text, "."), text, pc.binary_join_element_wise(text, ".0", "")
    )
    if not pc.any(odd).as_py():
        return plain
    special = [
        _odd_real(value, field) if is_odd else None
        for value, is_odd in zip(column.to_pylist(), odd.to_pylist(), strict=True)
    ]
    return pc.if_else(odd, pa.array(special, pa.string()), plain)


def from_values(values: Sequence[Any], field: Field) -> pa.Array:
    """Python values of any kind, as a driver gives them."""
    if all(value is None or isinstance(value, str) for value in values):
        try:
            return pa.array(values, pa.string())
        except UnicodeEncodeError:  # lone surrogates: said as \\udcXX below
            pass
    return pa.array([None if v is None else plain(v, field) for v in values], pa.string())


def plain(value: Any, field: Field) -> str:
    """One value as text."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    for kind, say in _SAY:
        if isinstance(value, kind):
            return say(value)
    return _odd_real(value, field) if isinstance(value, float) else str(value)


def _moment(value: dt.datetime | dt.time) -> str:
    text = value.isoformat()
    head, dot, rest = text.partition(".")
    if not dot:
        return text
    digits, zone = rest[:6].rstrip("0"), rest[6:]
    return f"{head}.{digits}{zone}"


def _duration(value: dt.timedelta) -> str:
    """MySQL's TIME: hours may exceed 24 and be negative."""
    micros = value // dt.timedelta(microseconds=1)
    sign, micros = ("-" if micros < 0 else ""), abs(micros)
    seconds, fraction = divmod(micros, 1_000_000)
    tail = f".{fraction:06}".rstrip("0") if fraction else ""
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{tail}"


_SAY: tuple[tuple[Any, Callable[[Any], str]], ...] = (
    (bool, lambda value: "true" if value else "false"),
    ((bytes, bytearray, memoryview), lambda value: base64.b64encode(value).decode()),
    (Decimal, lambda value: format(value, "f")),
    ((dt.datetime, dt.time), _moment),
    (dt.timedelta, _duration),
)


def _odd_real(value: float, field: Field) -> str:
    text = repr(value)
    if "e" in text and (field.type is FieldType.DECIMAL or 1e-5 <= abs(value) < 1e17):
        return format(Decimal(text), "f")
    return {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}.get(text, text)


def _booleans(column: pa.Array) -> pa.Array:
    column = pc.if_else(pc.equal(column, "1"), "true", column)
    return pc.if_else(pc.equal(column, "0"), "false", column)


def _padded(column: pa.Array, scale: int) -> pa.Array:
    """SQLite drops the zeros that other databases keep: `5` and `5.5` of scale 2."""
    column = pc.replace_substring_regex(column, r"^(-?\d+)(\.0)?$", r"\1." + "0" * scale)
    for have in range(1, scale):
        missing = "0" * (scale - have)
        column = pc.replace_substring_regex(column, rf"^(-?\d+\.\d{{{have}}})$", rf"\1{missing}")
    return column


def letters(column: pa.Array) -> tuple[pa.Array, list[int]]:
    """A text column that may hold any bytes (SQLite's): bad bytes as \\xNN, and the rows that had
    them."""
    try:
        column.validate(full=True)
    except pa.ArrowInvalid:
        values: list[str | None] = []
        bad: list[int] = []
        for row, raw in enumerate(column.cast(pa.binary()).to_pylist()):
            values.append(None if raw is None else raw.decode("utf-8", "backslashreplace"))
            if raw is not None and not _is_utf8(raw):
                bad.append(row)
        return pa.array(values, pa.string()), bad
    return column, []


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
