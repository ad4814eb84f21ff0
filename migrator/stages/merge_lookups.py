"""Lookups: which golden record of the parent a value means.

The value, without spaces around it, is compared with the parents' source keys, or with a field
of theirs, folded (spelling habits taken away). The parent row found stands for the golden record
it was merged into, so children follow. Where several golden records fit, parents from the child's
own source come first, then the lowest row id, and the choice is an issue.

A lookup may try several entities: in order, or the one that the type field of the row names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl
import pyarrow as pa

from migrator.model.mapping import ROW_BITS, Lookup, LookupWay
from migrator.stages.merge_crosswalk import key_sql
from migrator.stages.merge_golden import MERGED
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging
from migrator.transforms.folding import fold, fold_series

_PAIR = pa.schema([("value", pa.string()), ("folded", pa.string())])


@dataclass(frozen=True)
class FieldLookup:
    """`field` is resolved by `lookup` where its value comes from one of the feeds numbered
    `feeds`."""

    field: str
    lookup: Lookup
    feeds: tuple[int, ...]


def found_table(no: int) -> str:
    """Name of the table of the lookup field at place `no`: `feed`, `value`, `type` (what the type
    field of the row says, "" for nothing), `gid` (NULL: not found), `fits` (golden records that
    fit), `parent` (where it was looked for), `means` (what a type field says of such a parent)."""
    return f"merge_found_{no}"


def type_field(lookups: Sequence[FieldLookup]) -> str:
    """The field that says of which entity the parent is, "" for none."""
    return next((one.lookup.type_field for one in lookups if one.lookup.type_field), "")


def joined(entity: str, no: int, lookups: Sequence[FieldLookup]) -> str:
    """SQL that joins found_table(no) as `f<no>` to MERGED `m`."""
    field, alias = lookups[0].field, f"f{no}"
    origin = quote(f"_from_{field}")
    more, told = "", type_field(lookups)
    if told:  # of the row that the value came from
        more = f"left join {quote(names.clean(entity))} t{no} on t{no}._rid = m.{origin} "
    return (
        f"{more}left join {found_table(no)} {alias} on {alias}.feed = m.{origin} >> {ROW_BITS}"
        f" and {alias}.value = m.{quote(field)} and {alias}.type = {_type(f't{no}', told)}"
    )


def _type(alias: str, field: str) -> str:
    return f"coalesce(trim({alias}.{quote(field)}), '')" if field else "''"


def resolve(
    staging: Staging,
    no: int,
    entity: str,
    lookups: Sequence[FieldLookup],
    feeds: tuple[Mapping[str, int], Mapping[int, str]],
) -> None:
    """Create found_table(no) for one field of `entity`; `lookups` are all of that field, `feeds`
    is (number of each feed id, source id of each feed number)."""
    table, field, told = found_table(no), lookups[0].field, type_field(lookups)
    value, origin = f"m.{quote(field)}", f"m.{quote(f'_from_{field}')}"
    joins = f" join {quote(names.clean(entity))} t on t._rid = {origin}" if told else ""
    staging.run(
        f"create or replace table merge_wanted as select distinct {origin} >> {ROW_BITS} as feed,"
        f" {value} as value, {_type('t', told)} as type from {MERGED} m{joins}"
        f" where coalesce({value}, '') <> ''"
    )
    staging.run(
        f"create or replace table {table} (feed bigint, value varchar, type varchar, gid bigint,"
        " fits bigint, parent varchar, means varchar)"
    )
    for item in lookups:
        for way in item.lookup.ways:
            _resolve_one(staging, table, item, way, feeds)
        parents = literal(" / ".join(item.lookup.entities))
        staging.run(
            f"insert into {table} select feed, value, type, NULL, 0, {parents}, NULL"
            f" from {_open(table, item.feeds)}"
        )
    staging.run("drop table merge_wanted")


def _open(table: str, feeds: Sequence[int], more: str = "") -> str:
    """SQL of what is wanted by these feeds and not settled in `table` yet."""
    listed = ", ".join(str(number) for number in feeds) or "NULL"
    return (
        f"(select feed, value, type from merge_wanted w where feed in ({listed}){more} and not"
        f" exists (select 1 from {table} t where t.feed = w.feed and t.value = w.value"
        " and t.type = w.type))"
    )


def _resolve_one(
    staging: Staging,
    table: str,
    item: FieldLookup,
    way: LookupWay,
    feeds: tuple[Mapping[str, int], Mapping[int, str]],
) -> None:
    numbers, sources = feeds
    wanted = _open(table, item.feeds, _of_type(staging, item, way))
    parent = quote(names.clean(way.entity))
    only = ""
    if way.feed:
        only = f" where p._rid >> {ROW_BITS} = {numbers.get(way.feed, -1)}"
    candidate = f"coalesce(p.{quote(way.by)}, '')" if way.by else key_sql("p")
    offered = f"(select p._rid, {candidate} as v from {parent} p{only})"
    equal = "o.v = trim(w.value)"  # source keys are kept without spaces around them
    if way.by:
        _fold(
            staging,
            "merge_folded",
            f"select value as v from {wanted} union select v from {offered}",
        )
        offered = (
            f"(select o._rid, f.folded as v from {offered} o join merge_folded f on f.value = o.v)"
        )
        wanted = f"(select w.*, f.folded from {wanted} w join merge_folded f using (value))"
        equal = "o.v = w.folded and w.folded <> ''"
    _add_hits(staging, table, way, (wanted, offered, equal, sources))
    if way.by:
        _forget(staging, "merge_folded")


def _of_type(staging: Staging, item: FieldLookup, way: LookupWay) -> str:
    """SQL that keeps the rows whose type field is empty or means this way."""
    if not item.lookup.type_field:
        return ""
    meant = {fold(word) for word in way.when or (way.entity,)}
    said = [word for (word,) in staging.rows("select distinct type from merge_wanted")]
    listed = ", ".join(literal(word) for word in said if not word or fold(word) in meant)
    return f" and type in ({listed or 'NULL'})"


def _add_hits(
    staging: Staging, table: str, way: LookupWay, parts: tuple[str, str, str, Mapping[int, str]]
) -> None:
    """Join wanted values with offered ones; parents of the child's own source come first."""
    wanted, offered, equal, sources = parts
    near = f"({source_sql('w.feed', sources)} = {source_sql(f'(o._rid >> {ROW_BITS})', sources)})"
    crosswalk = quote(names.crosswalk(way.entity))
    means = way.when[0] if way.when else way.entity
    staging.run(
        f"insert into {table} with hits as (select w.feed, w.value, w.type, x._gid as gid,"
        f" o._rid as rid, {near} as near from {wanted} w join {offered} o on {equal}"
        f" join {crosswalk} x on x._rid = o._rid),"
        " best as (select *, max(near) over (partition by feed, value, type) as top from hits)"
        " select feed, value, type, arg_min(gid, rid), count(distinct gid),"
        f" {literal(way.entity)}, {literal(means)} from best where near = top"
        " group by feed, value, type"
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
