"""Crosswalk of an entity: every row, the golden record it became part of, and its key.

A row's key is `feed id|source key`, unique per entity: where a feed repeats a source key, later
rows get `#2`, `#3` ... in the order of row ids.
"""

from __future__ import annotations

from collections.abc import Mapping

from migrator.model.mapping import ROW_BITS
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging

REPEATED = "merge_repeated"


def write_crosswalk(staging: Staging, entity: str, feed_ids: Mapping[int, str]) -> int:
    """Write crosswalk_<entity>; REPEATED (_rid, _key, repeat) keeps the rows whose source key was
    taken. Returns the number of rows."""
    clean, clusters = quote(names.clean(entity)), quote(names.clusters(entity))
    _repeats(staging, clean)
    return staging.create(
        names.crosswalk(entity),
        "select c._rid, coalesce(g._gid, c._rid) as _gid,"
        f" {feed_sql('c._rid', feed_ids)} || '|' || {key_sql('c')} || coalesce(r.suffix, '')"
        f" as _key from {clean} c left join {clusters} g on g._rid = c._rid"
        f" left join {REPEATED} r on r._rid = c._rid",
    )


def drop(staging: Staging) -> None:
    """Remove what is only needed while an entity is merged."""
    staging.run(f"drop table if exists {REPEATED}")


def feed_sql(rid: str, feed_ids: Mapping[int, str]) -> str:
    """SQL of the feed id of a row id; the number itself for a feed that is not listed."""
    cases = " ".join(
        f"when {number} then {literal(feed)}" for number, feed in sorted(feed_ids.items())
    )
    number = f"({rid} >> {ROW_BITS})"
    return f"case {number} {cases} else {number}::varchar end" if cases else f"{number}::varchar"


def key_sql(alias: str) -> str:
    """SQL of a row's source key: its place in the table where it has none."""
    ordinal = f"({alias}._rid & {(1 << ROW_BITS) - 1})::varchar"
    return f"coalesce(nullif({alias}._key, ''), {ordinal})"


def _repeats(staging: Staging, clean: str) -> None:
    """REPEATED: only keys that occur more than once are looked at. A suffixed key may itself be
    taken (`A`, `A`, `A#2`): the number then counts on from there."""
    rows = f"(select _rid, _rid >> {ROW_BITS} as feed, {key_sql('c')} as k from {clean} c)"
    staging.run(
        f"create or replace table {REPEATED} as with rows as {rows},"
        " twice as (select feed, k from rows group by feed, k having count(*) > 1),"
        " numbered as (select _rid, feed, k, row_number() over"
        " (partition by feed, k order by _rid) as place from rows join twice using (feed, k))"
        " select _rid, feed, k as _key, place, '#' || place as suffix from numbered"
        " where place > 1"
    )
    while staging.scalar(
        f"select count(*) from {REPEATED} r join {rows} c"
        " on c.feed = r.feed and c.k = r._key || r.suffix"
    ):
        staging.run(
            f"update {REPEATED} set suffix = suffix || '#' || place from {rows} c"
            f" where c.feed = {REPEATED}.feed and c.k = {REPEATED}._key || {REPEATED}.suffix"
        )
