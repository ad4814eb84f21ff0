"""The records of a pilot with made-up personal data, as a table beside the real ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa

from migrator.stages.pilot_masks import masked
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging

_MASK = pa.schema([("field", pa.string()), ("value", pa.string()), ("made", pa.string())])


@dataclass(frozen=True)
class MaskedField:
    """A field that says something of a person: what it means, and how many letters it takes."""

    meaning: str
    length: int | None = None


def write_masked(
    staging: Staging, entity: str, fields: Mapping[str, MaskedField], key: bytes
) -> None:
    """Write masked_<entity>: ready_<entity>, the fields of the pilot's records made up. Works on
    distinct values; `key` belongs to the project."""
    ready, chosen = quote(names.ready(entity)), quote(names.pilot(entity))
    columns = []
    for name, field in fields.items():
        found = staging.rows(
            f"""select distinct {quote(name)} from {ready}
                where {quote(name)} <> '' and _gid in (select _gid from {chosen})"""
        )
        made = masked(field.meaning, key, (value for (value,) in found), field.length)
        columns.append((name, made))
    told = [(name, value, one) for name, made in columns for value, one in made.items()]
    arrays = [pa.array([row[n] for row in told], pa.string()) for n in range(3)]
    mask = names.mask(entity)
    staging.write(mask, _MASK, [pa.RecordBatch.from_arrays(arrays, schema=_MASK)])
    joins = " ".join(
        f"left join {quote(mask)} m{n} on p._gid is not null and m{n}.field = {literal(name)}"
        f" and m{n}.value = r.{quote(name)}"
        for n, name in enumerate(fields)
    )
    replaced = ", ".join(
        f"coalesce(m{n}.made, r.{quote(name)}) as {quote(name)}" for n, name in enumerate(fields)
    )
    star = f"r.* replace ({replaced})" if replaced else "r.*"
    staging.create(
        names.masked(entity),
        f"select {star} from {ready} r left join {chosen} p on p._gid = r._gid {joins}",
    )
