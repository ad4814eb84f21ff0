"""SELECTs that carry whatever SQLite stores through ADBC without loss.

Any column of SQLite may hold any kind of value, and ADBC takes a column's type from the first rows
and fails later. So: one query tells which kinds each column holds; then numbers and text travel as
text, reals and blobs in columns of their own, behind a first row that fixes the types.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from migrator.databases import canonical
from migrator.model.schema import Field


@dataclass(frozen=True)
class Kinds:
    """What a column holds besides text, integers and NULL."""

    reals: bool
    blobs: bool


def kinds_sql(select_sql: str, count: int) -> str:
    """One row of 2 x `count` numbers: whether column n holds reals, and whether blobs."""
    looks = [f"max(typeof(c{n})='real'), max(typeof(c{n})='blob')" for n in range(count)]
    return f"with q({_names(count)}) as ({select_sql}) select {', '.join(looks)} from q"


def plan(row: Sequence[int | None], count: int) -> list[Kinds]:
    """The answer to `kinds_sql`, per column (NULLs when there are no rows)."""
    return [Kinds(bool(row[2 * n]), bool(row[2 * n + 1])) for n in range(count)]


def text_sql(select_sql: str, kinds: Sequence[Kinds]) -> str:
    """The query for ADBC. `limit -1` keeps SQLite from dropping the inner ORDER BY."""
    types: list[str] = []
    values: list[str] = []
    for n, kind in enumerate(kinds):
        others = [name for name, there in (("real", kind.reals), ("blob", kind.blobs)) if there]
        branches = "".join(f" when '{name}' then null" for name in others)
        text = f"cast(c{n} as text)"
        types.append("'x'")
        values.append(f"case typeof(c{n}){branches} else {text} end" if others else text)
        if kind.reals:
            types.append("0.5")
            values.append(f"case typeof(c{n}) when 'real' then c{n} end")
        if kind.blobs:
            types.append("x'00'")
            values.append(f"case typeof(c{n}) when 'blob' then c{n} end")
    return (
        f"with q({_names(len(kinds))}) as ({select_sql}) select {', '.join(types)}"
        f" union all select * from (select {', '.join(values)} from q limit -1)"
    )


def assemble(
    batch: pa.RecordBatch, kinds: Sequence[Kinds], columns: Sequence[Field]
) -> tuple[list[pa.Array], list[tuple[int, int]]]:
    """The columns of `text_sql` put together again: one string array per field, and the cells
    (row, column) whose bytes were no valid text."""
    arrays: list[pa.Array] = []
    bad: list[tuple[int, int]] = []
    at = 0
    for number, (kind, column) in enumerate(zip(kinds, columns, strict=True)):
        text, bad_rows = canonical.letters(batch.column(at))
        bad += [(row, number) for row in bad_rows]
        at += 1
        if kind.reals:
            text = pc.coalesce(text, canonical.from_reals(batch.column(at), column))
            at += 1
        if kind.blobs:
            text = pc.coalesce(text, canonical.from_bytes(batch.column(at)))
            at += 1
        arrays.append(canonical.finish(text, column, pad=True))
    return arrays, bad


def _names(count: int) -> str:
    return ", ".join(f"c{n}" for n in range(count))
