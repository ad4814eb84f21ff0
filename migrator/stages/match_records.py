"""One record per key: feeds whose key columns identify a record, not a row.

A flat sheet names a company in the rows of all its people. Rows of such a feed whose keys are the
same (letter case, spelling habits of keyboards and spaces aside; marks such as `-` and `/` count)
are certainly one record: they are compared with others as one row, and clustered whatever the
settings say. Nothing is thrown away: every row stays in clean_<entity> and in the crosswalk, and a
verdict "different" between two of them takes the later one out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import polars as pl
import pyarrow as pa

from migrator.model.mapping import ROW_BITS
from migrator.model.matching import Answer, Verdict
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging
from migrator.transforms.folding import fold, fold_series

KEYED = "match_keyed"
_FOLDED = "match_folded_keys"
_PAIR = pa.schema([("key", pa.string()), ("folded", pa.string())])
# What stands between the parts of a code or key, and tells `12/3` from `12-3`.
_MARKS = r"[!-/:-@\[-`{-~،؛«»–—…]"
_SPLIT = re.compile(f"({_MARKS})")


def build(staging: Staging, entity: str, feeds: Sequence[int], verdicts: Iterable[Verdict]) -> int:
    """Make KEYED (`rid`, `gid`: the lowest row of its record), the rows that share a key with
    another row of one of the feeds numbered `feeds`; returns how many rows it takes away."""
    if not feeds:
        staging.run(f"create or replace table {KEYED} (rid bigint, gid bigint)")
        return 0
    clean, listed = quote(names.clean(entity)), ", ".join(str(no) for no in feeds)
    ordinal = f"'#' || (_rid & {(1 << ROW_BITS) - 1})"
    own = (
        f"select _rid, _rid >> {ROW_BITS} as feed, _key from {clean}"
        f" where _rid >> {ROW_BITS} in ({listed}) and _key <> '' and _key <> {ordinal}"
    )
    keys = staging.arrow(f"select distinct _key from ({own})")
    staging.write(_FOLDED, _PAIR, (_batch(batch.column(0)) for batch in keys))
    staging.run(
        f"create or replace table {KEYED} as select _rid as rid,"
        f" min(_rid) over (partition by feed, folded) as gid from ({own}) r"
        f" join {_FOLDED} k on k.key = r._key"
        " qualify count(*) over (partition by feed, folded) > 1"
    )
    _forget(staging)
    _take_apart(staging, [v for v in verdicts if v.answer is Answer.DIFFERENT])
    return int(staging.scalar(f"select count(*) from {KEYED} where rid <> gid"))


def rows_sql(entity: str, fields: Sequence[str], *, keyed: bool) -> str:
    """SELECT of `_rid` and the fields of every row to compare. When `keyed`, the rows of KEYED
    are one row per record, with the first filled value of each field."""
    clean, columns = quote(names.clean(entity)), [quote(name) for name in fields]
    if not keyed:
        return f"select _rid, {', '.join(columns)} from {clean}"
    firsts = ", ".join(f"arg_min({c}, _rid) filter ({c} <> '') as {c}" for c in columns)
    return (
        f"select _rid, {', '.join(columns)} from {clean} where _rid not in"
        f" (select rid from {KEYED}) union all select gid, {firsts} from {clean}"
        f" join {KEYED} on rid = _rid group by gid"
    )


def edges_sql() -> str:
    """SELECT of `left`, `right`, `weight`: each row of KEYED with the first of its record, dearer
    than any score and cheaper than a verdict."""
    return (
        f'select gid as "left", rid as "right", 900.0::double as weight from {KEYED}'
        " where rid <> gid"
    )


def drop(staging: Staging) -> None:
    """Remove what `build` made."""
    staging.run(f"drop table if exists {KEYED}")


def folded_key(key: str) -> str:
    """The key as it is compared."""
    return "".join(part if n % 2 else fold(part) for n, part in enumerate(_SPLIT.split(key)))


def _batch(keys: pa.Array) -> pa.RecordBatch:
    values = pl.Series("key", keys.cast(pa.string()))
    marked = values.str.contains(_MARKS)
    places = marked.arg_true()
    slow = pl.Series([folded_key(key) for key in values.gather(places)], dtype=pl.String)
    folded = fold_series(values).scatter(places, slow)
    frame = pl.DataFrame({"key": values, "folded": folded})
    # A key of nothing that counts is compared as it is.
    told = frame.with_columns(
        pl.when(pl.col("folded") == "").then("key").otherwise("folded").alias("folded")
    )
    return told.to_arrow().cast(_PAIR).combine_chunks().to_batches()[0]


def _take_apart(staging: Staging, different: Sequence[Verdict]) -> None:
    pairs = ", ".join(f"({min(v.left, v.right)}, {max(v.left, v.right)})" for v in different)
    if pairs:
        staging.run(
            f"delete from {KEYED} where rid in (select b from (values {pairs}) v(a, b)"
            f" join {KEYED} l on l.rid = a join {KEYED} r on r.rid = b where l.gid = r.gid)"
        )


def _forget(staging: Staging) -> None:
    staging.run(f"drop view if exists {_FOLDED}")
    staging.run(f"drop table if exists {quote(f'{_FOLDED}__{staging.version[:8]}')}")
