"""Lookups: which golden record of the parent a value means.

The value is compared with the parents' source keys, letter by letter, or with a field of theirs,
folded (spelling habits taken away). The parent row found stands for the golden record it was
merged into, so children follow. Where several golden records fit, parents from the child's own
source come first, then the lowest row id, and the choice is an issue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl
import pyarrow as pa

from migrator.model.mapping import ROW_BITS, Lookup
from migrator.stages.merge_crosswalk import key_sql
from migrator.stages.merge_golden import MERGED
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging
from migrator.transforms.folding import fold_series

_PAIR = pa.schema([("value", pa.string()), ("folded", pa.string())])


@dataclass(frozen=True)
class FieldLookup:
    """`field` is resolved by `lookup` where its value comes from one of the feeds numbered
    `feeds`."""

    field: str
    lookup: Lookup
    feeds: tuple[int, ...]


def found_table(no: int) -> str:
    """Name of the table of the lookup field at place `no`: `feed`, `value`, `gid` (NULL: not
    found), `fits` (golden records that fit), `parent` (where it was looked for)."""
    return f"merge_found_{no}"


def resolve(
    staging: Staging,
    no: int,
    lookups: Sequence[FieldLookup],
    feeds: tuple[Mapping[str, int], Mapping[int, str]],
) -> None:
    """Create found_table(no) for one field; `lookups` are all of that field, `feeds` is (number of
    each feed id, source id of each feed number)."""
    table, field = found_table(no), lookups[0].field
    value, origin = quote(field), quote(f"_from_{field}")
    staging.run(
        f"create or replace table merge_wanted as select distinct {origin} >> {ROW_BITS} as feed,"
        f" {value} as value from {MERGED} where coalesce({value}, '') <> ''"
    )
    staging.run(
        f"create or replace table {table} (feed bigint, value varchar, gid bigint, fits bigint,"
        " parent varchar)"
    )
    for item in lookups:
        _resolve_one(staging, table, item, feeds)
    staging.run(
        f"insert into {table} select feed, value, NULL, 0, {literal(lookups[0].lookup.entity)}"
        f" from merge_wanted w where not exists (select 1 from {table} t"
        " where t.feed = w.feed and t.value = w.value)"
    )
    staging.run("drop table merge_wanted")


def _resolve_one(
    staging: Staging,
    table: str,
    item: FieldLookup,
    feeds: tuple[Mapping[str, int], Mapping[int, str]],
) -> None:
    numbers, sources = feeds
    lookup = item.lookup
    listed = ", ".join(str(number) for number in item.feeds)
    wanted = f"(select feed, value from merge_wanted where feed in ({listed or 'NULL'}))"
    parent = quote(names.clean(lookup.entity))
    only = ""
    if lookup.feed:
        only = f" where p._rid >> {ROW_BITS} = {numbers.get(lookup.feed, -1)}"
    candidate = f"coalesce(p.{quote(lookup.by)}, '')" if lookup.by else key_sql("p")
    offered = f"(select p._rid, {candidate} as v from {parent} p{only})"
    equal = "o.v = w.value"
    if lookup.by:
        _fold(
            staging,
            "merge_folded",
            f"select value as v from {wanted} union select v from {offered}",
        )
        offered = (
            f"(select o._rid, f.folded as v from {offered} o join merge_folded f on f.value = o.v)"
        )
        wanted = (
            f"(select w.feed, w.value, f.folded from {wanted} w join merge_folded f using (value))"
        )
        equal = "o.v = w.folded and w.folded <> ''"
    _add_hits(staging, table, lookup.entity, (wanted, offered, equal, sources))
    if lookup.by:
        _forget(staging, "merge_folded")


def _add_hits(
    staging: Staging,
    table: str,
    entity: str,
    parts: tuple[str, str, str, Mapping[int, str]],
) -> None:
    """Join wanted values with offered ones; parents of the child's own source come first."""
    wanted, offered, equal, sources = parts
    near = f"({source_sql('w.feed', sources)} = {source_sql(f'(o._rid >> {ROW_BITS})', sources)})"
    crosswalk = quote(names.crosswalk(entity))
    staging.run(
        f"insert into {table} with hits as (select w.feed, w.value, x._gid as gid, o._rid as rid,"
        f" {near} as near from {wanted} w join {offered} o on {equal}"
        f" join {crosswalk} x on x._rid = o._rid),"
        " best as (select *, max(near) over (partition by feed, value) as top from hits)"
        " select feed, value, arg_min(gid, rid), count(distinct gid),"
        f" {literal(entity)} from best where near = top group by feed, value"
    )


def source_sql(feed: str, sources: Mapping[int, str]) -> str:
    """SQL of the source id of a feed number; a feed that is not listed is a source of its own."""
    cases = " ".join(
        f"when {number} then {literal(source)}" for number, source in sorted(sources.items())
    )
    alone = f"'#' || {feed}"
    return f"case {feed} {cases} else {alone} end" if cases else alone


def _fold(staging: Staging, name: str, distinct: str) -> None:
    """Table `name` (value, folded) of the texts `v` of a SELECT."""

    def batches() -> Iterator[pa.RecordBatch]:
        for batch in staging.arrow(f"select distinct v from ({distinct}) where v <> ''"):
            values = pl.Series("value", batch.column(0).cast(pa.string()))
            frame = pl.DataFrame({"value": values, "folded": fold_series(values)})
            yield from frame.to_arrow().cast(_PAIR).to_batches()

    staging.write(name, _PAIR, batches())


def _forget(staging: Staging, name: str) -> None:
    staging.run(f"drop view if exists {quote(name)}")
    staging.run(f"drop table if exists {quote(f'{name}__{staging.version[:8]}')}")


def drop(staging: Staging, fields: int) -> None:
    """Remove the tables of the lookup fields."""
    for no in range(fields):
        staging.run(f"drop table if exists {found_table(no)}")
    staging.run("drop table if exists merge_wanted")
    _forget(staging, "merge_folded")
