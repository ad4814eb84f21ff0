"""The records that a pilot is asked to take: spread, named by key, or chosen by a filter."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from migrator.errors import PlanError
from migrator.model.mapping import Filter
from migrator.model.text import Text
from migrator.stages.row_filters import RowFilters
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging


def spread(staging: Staging, entity: str, rows: int) -> list[int]:
    """So many records, evenly spread over the table by golden id.

    Even spreading beats the first n: legacy tables are sorted by age, and the odd rows are late.
    """
    ready = quote(names.ready(entity))
    stride = max(1, staging.count(names.ready(entity)) // rows) if rows else 1
    found = staging.rows(
        f"""select _gid from (select _gid, row_number() over (order by _gid) - 1 as n from {ready})
            where n % {stride} = 0 order by _gid limit {rows}"""
    )
    return [int(gid) for (gid,) in found]


def by_keys(staging: Staging, entity: str, keys: Iterable[str]) -> tuple[list[int], list[str]]:
    """The ready records that the rows with these source keys went into, and the keys of which no
    such record is known (misspelt, excluded or kept back)."""
    wanted = list(dict.fromkeys(key.strip() for key in keys if key.strip()))
    # Where several feeds fill an entity, a key carries its feed's name in front.
    found = staging.rows(
        f"""select distinct x._gid, k.key from {quote(names.crosswalk(entity))} x
            join {quote(names.ready(entity))} r using (_gid)
            join (select unnest($1) as key) k
                on x._key = k.key or ends_with(x._key, '|' || k.key) order by 1""",
        [wanted],
    )
    known = {key for _, key in found}
    return list(dict.fromkeys(gid for gid, _ in found)), [k for k in wanted if k not in known]


def filter_over(expression: str, fields: Iterable[str]) -> RowFilters:
    """The expression, ready to run over records. PlanError if it cannot run or reads a field that
    is not among `fields`."""
    test = RowFilters((Filter(expression, "asked"),))
    unknown = sorted(test.names - set(fields))
    if unknown:
        raise PlanError(
            Text(
                f"No mapped field is called {', '.join(unknown)}.",
                f"فیلد نگاشت‌شده‌ای به نام {'، '.join(unknown)} نیست.",
            ),
            hint=Text(
                "Choose among the mapped fields of the entity.",
                "از میان فیلدهای نگاشت‌شده‌ی موجودیت برگزینید.",
            ),
            problems=unknown,
        )
    return test


def by_filter(staging: Staging, entity: str, expression: str, rows: int) -> list[int]:
    """The first `rows` records, by golden id, for which the expression is true. PlanError if it
    cannot run or reads a field that is not mapped."""
    test = filter_over(expression, staging.columns(names.ready(entity)))
    columns = ", ".join(f"{quote(name)} as {quote('_' + name)}" for name in sorted(test.names))
    sql = f"select _gid{', ' + columns if columns else ''} from {quote(names.ready(entity))}"
    taken: list[int] = []
    for batch in staging.arrow(f"{sql} order by _gid"):
        _, hits = test.split(pl.DataFrame(pl.from_arrow(batch)))
        taken += hits["_gid"].to_list()
        if len(taken) >= rows:
            break
    return taken[:rows]
