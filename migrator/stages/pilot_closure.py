"""What has to come along with chosen records: parents always, children as deep as asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from migrator.model.piloting import Covered
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging


class Reason(StrEnum):
    """Why a record is in the pilot."""

    ASKED = "asked"
    PARENT = "parent"
    CHILD = "child"


@dataclass(frozen=True)
class Why:
    """Why a record is in the pilot: `of` is the entity that needs it, or that it belongs to;
    `covers` what it was chosen to show."""

    reason: Reason = Reason.ASKED
    of: str = ""
    covers: tuple[Covered, ...] = ()


Chosen = dict[str, dict[int, Why]]  # entity -> golden id -> why
Lookups = tuple[tuple[str, str, str], ...]  # child, field, parent


def close(staging: Staging, chosen: Chosen, lookups: Lookups, children: int) -> None:
    """Grow `chosen` until nothing in it points outside of it: `children` levels below what was
    asked for, then all parents (self-references and cycles included)."""
    edge = {entity: set(rows) for entity, rows in chosen.items()}
    for _ in range(children):
        edge = _below(staging, chosen, lookups, edge)
    while sum([_pull(staging, chosen, *lookup) for lookup in lookups]):
        pass


def _below(
    staging: Staging, chosen: Chosen, lookups: Lookups, edge: dict[str, set[int]]
) -> dict[str, set[int]]:
    """Take the children of the records in `edge`; returns those that are new."""
    new: dict[str, set[int]] = {entity: set() for entity in chosen}
    for child, lookup, parent in lookups:
        if not edge[parent]:
            continue
        found = staging.rows(
            f"""select r._gid from {quote(names.ready(child))} r
                where try_cast(r.{quote(lookup)} as bigint) in (select unnest($1))
                and r._gid not in (select unnest($2)) order by r._gid""",
            [sorted(edge[parent]), list(chosen[child])],
        )
        new[child].update(gid for (gid,) in found)
        chosen[child].update((gid, Why(Reason.CHILD, parent)) for (gid,) in found)
    return new


def _pull(staging: Staging, chosen: Chosen, child: str, lookup: str, parent: str) -> int:
    """Add the parents of chosen children; returns how many were new."""
    missing = staging.rows(
        f"""select distinct p._gid from {quote(names.ready(child))} r
            join {quote(names.ready(parent))} p on p._gid = try_cast(r.{quote(lookup)} as bigint)
            where r._gid in (select unnest($1)) and p._gid not in (select unnest($2))
            order by p._gid""",
        [list(chosen[child]), list(chosen[parent])],
    )
    chosen[parent].update((gid, Why(Reason.PARENT, child)) for (gid,) in missing)
    return len(missing)
