"""Golden tables written by hand, for the stages that read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa

from migrator.store import names
from migrator.store.staging import Staging

Row = Mapping[str, object]


def write(
    staging: Staging, name: str, rows: Sequence[Row], columns: Mapping[str, pa.DataType]
) -> None:
    """A staging table with exactly these columns."""
    schema = pa.schema(list(columns.items()))
    staging.write(name, schema, pa.Table.from_pylist(list(rows), schema=schema).to_batches())


def golden(staging: Staging, entity: str, fields: Sequence[str], rows: Sequence[Row]) -> None:
    """golden_<entity>; `_key` is k<gid> unless a row says otherwise."""
    columns: dict[str, pa.DataType] = {"_gid": pa.int64(), "_key": pa.string(), "_size": pa.int32()}
    columns |= dict.fromkeys(fields, pa.string())
    full = [{"_key": f"k{row['_gid']}", "_size": 1} | dict(row) for row in rows]
    write(staging, names.golden(entity), full, columns)


def issues(
    staging: Staging, stage: str, entity: str, rows: Sequence[tuple[int, str, str, str]]
) -> None:
    """issues_<stage>_<entity> of (row, field, code, severity)."""
    keys = ("row", "field", "code", "severity")
    columns = {"row": pa.int64()} | dict.fromkeys(
        ("field", "code", "severity", "value", "detail"), pa.string()
    )
    listed = [dict(zip(keys, row, strict=True)) for row in rows]
    write(staging, names.issues(stage, entity), listed, columns)


def crosswalk(staging: Staging, entity: str, pairs: Sequence[tuple[int, int]]) -> None:
    """crosswalk_<entity> of (rid, gid)."""
    rows = [{"_rid": rid, "_gid": gid, "_key": f"k{rid}"} for rid, gid in pairs]
    columns = {"_rid": pa.int64(), "_gid": pa.int64(), "_key": pa.string()}
    write(staging, names.crosswalk(entity), rows, columns)


def provenance(staging: Staging, entity: str, won: Sequence[tuple[int, str, int]]) -> None:
    """provenance_<entity> of (gid, field, rid of the winning row)."""
    rows = [{"_gid": g, "field": f, "_rid": r, "rule": "first"} for g, f, r in won]
    columns = {"_gid": pa.int64(), "field": pa.string(), "_rid": pa.int64(), "rule": pa.string()}
    write(staging, names.provenance(entity), rows, columns)
