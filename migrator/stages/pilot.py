"""Choose a pilot: a few records of every entity, and every parent that they need."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import pyarrow as pa

from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging

_PILOT = pa.schema([("_gid", pa.int64()), ("why", pa.string())])


@dataclass(frozen=True)
class PilotSection:
    """`rows` records are asked for per entity; `lookups` lists (child, field, parent) of every
    mapped lookup between the `entities`."""

    entities: tuple[str, ...]
    lookups: tuple[tuple[str, str, str], ...]
    rows: int


@dataclass(frozen=True)
class Closure:
    """How the choice grew, per entity: records asked for, and taken in all. `because` counts, per
    entity, the parents by the child that needs them."""

    asked: dict[str, int]
    taken: dict[str, int]
    because: dict[str, dict[str, int]] = field(default_factory=dict)

    def sentence(self) -> str:
        """One line for people."""
        parts = [
            f"{taken} {entity}"
            + (f" ({taken - self.asked[entity]} as parents)" if taken > self.asked[entity] else "")
            for entity, taken in self.taken.items()
            if taken
        ]
        return "The pilot takes " + ", ".join(parts) + "." if parts else "There is nothing to load."


Chosen = dict[str, dict[int, str]]  # entity -> golden id -> why ("" when it was asked for)


def choice(staging: Staging, section: PilotSection) -> Chosen:
    """The first records by golden id, spread evenly over the table, closed under all parents
    (self-references and cycles included). Reads only.

    Even spreading beats the first n: legacy tables are sorted by age, and the odd rows are late.
    """
    chosen = {entity: _spread(staging, entity, section.rows) for entity in section.entities}
    while sum([_pull(staging, chosen, *lookup) for lookup in section.lookups]):
        pass
    return chosen


def closure(chosen: Chosen) -> Closure:
    """The counts of a choice."""
    reasons = {
        entity: Counter(why for why in rows.values() if why) for entity, rows in chosen.items()
    }
    return Closure(
        {e: sum(not why for why in rows.values()) for e, rows in chosen.items()},
        {e: len(rows) for e, rows in chosen.items()},
        {e: dict(found) for e, found in reasons.items()},
    )


def choose(staging: Staging, section: PilotSection) -> Closure:
    """Write pilot_<entity> for every entity: its choice, and why each record is in it."""
    chosen = choice(staging, section)
    for entity, rows in chosen.items():
        told = [f"parent of {why}" if why else "asked" for why in rows.values()]
        columns = [pa.array(list(rows), pa.int64()), pa.array(told, pa.string())]
        batch = pa.RecordBatch.from_arrays(columns, schema=_PILOT)
        staging.write(names.pilot(entity), _PILOT, [batch])
    return closure(chosen)


def _spread(staging: Staging, entity: str, rows: int) -> dict[int, str]:
    ready = quote(names.ready(entity))
    stride = max(1, staging.count(names.ready(entity)) // rows) if rows else 1
    found = staging.rows(
        f"""select _gid from (select _gid, row_number() over (order by _gid) - 1 as n from {ready})
            where n % {stride} = 0 order by _gid limit {rows}"""
    )
    return {int(gid): "" for (gid,) in found}


def _pull(staging: Staging, chosen: Chosen, child: str, lookup: str, parent: str) -> int:
    """Add the parents of chosen children; returns how many were new."""
    missing = staging.rows(
        f"""select distinct p._gid from {quote(names.ready(child))} r
            join {quote(names.ready(parent))} p on p._gid = try_cast(r.{quote(lookup)} as bigint)
            where r._gid in (select unnest($1)) and p._gid not in (select unnest($2))
            order by p._gid""",
        [list(chosen[child]), list(chosen[parent])],
    )
    chosen[parent].update((int(gid), child) for (gid,) in missing)
    return len(missing)
