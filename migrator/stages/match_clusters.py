"""Clusters: rows that are one and the same, from scored pairs and people's verdicts.

A cluster is a connected component of the pairs at or above `merge_above` and of the pairs that
people called the same. A pair that people called different must not meet in a cluster, not even
through others: a component that holds such a pair is built again edge by edge, verdicts first
(the latest first), then scores (the highest first, lowest row ids on ties), and an edge that would
bring a forbidden pair together is left out. So the two rows stay apart and every other row goes
with the side it resembles most.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyarrow as pa

from migrator.model.matching import Answer, Verdict
from migrator.store.names import quote
from migrator.store.staging import Staging

EDGES = "match_edges"
LABELS = "match_labels"
_SCHEMA = pa.schema([("_rid", pa.int64()), ("_gid", pa.int64())])

Edge = tuple[int, int]


@dataclass(frozen=True)
class Clusters:
    """`rows` in `clusters` clusters; `contradicted` verdicts "same" that other verdicts forbid."""

    rows: int
    clusters: int
    contradicted: tuple[Edge, ...] = ()


def latest(verdicts: Iterable[Verdict]) -> dict[Edge, Verdict]:
    """The verdict that counts for every pair (left < right); those on one row alone are dropped."""
    found: dict[Edge, Verdict] = {}
    for verdict in sorted(verdicts, key=lambda verdict: verdict.seq):
        if verdict.left != verdict.right:
            left, right = sorted((verdict.left, verdict.right))
            found[(left, right)] = verdict
    return found


def write_clusters(
    staging: Staging, name: str, edges: str, verdicts: dict[Edge, Verdict]
) -> Clusters:
    """Write clusters_<entity> (`name`); `edges` is a SELECT of `left`, `right`, `weight` of the
    pairs to join by score, verdicts "different" already taken out."""
    same = [pair for pair, verdict in verdicts.items() if verdict.answer is Answer.SAME]
    apart = [pair for pair, verdict in verdicts.items() if verdict.answer is Answer.DIFFERENT]
    staging.run(
        f'create or replace table {EDGES} as select "left"::bigint as "left",'
        f' "right"::bigint as "right", weight::double as weight from ({edges})'
    )
    _add_edges(staging, same)
    _label(staging)
    moved, contradicted = _separate(staging, apart, verdicts)
    rows = _publish(staging, name, moved)
    clusters = int(staging.scalar(f"select count(distinct _gid) from {quote(name)}"))
    staging.run(f"drop table {EDGES}")
    staging.run(f"drop table {LABELS}")
    return Clusters(rows, clusters, tuple(contradicted))


def _add_edges(staging: Staging, pairs: Sequence[Edge]) -> None:
    if pairs:
        values = ", ".join(f"({left}, {right}, 1000.0)" for left, right in sorted(pairs))
        staging.run(f"insert into {EDGES} values {values}")


def _label(staging: Staging) -> None:
    """LABELS (rid, gid): the lowest row id of every component, by passing the lowest label on to
    neighbours and jumping to the label's label, until nothing changes."""
    staging.run(
        f"create or replace table {LABELS} as select rid, rid as gid from"
        f' (select "left" as rid from {EDGES} union select "right" from {EDGES})'
    )
    both = (
        f'(select "left" as a, "right" as b from {EDGES}'
        f' union all select "right", "left" from {EDGES})'
    )
    while True:
        staging.run(
            f"create or replace table match_labels_next as with near as"
            f" (select l.rid, least(min(l.gid), min(n.gid)) as gid from {LABELS} l"
            f" join {both} e on e.a = l.rid join {LABELS} n on n.rid = e.b group by l.rid)"
            f" select near.rid, least(near.gid, far.gid) as gid"
            f" from near join {LABELS} far on far.rid = near.gid"
        )
        changed = staging.scalar(
            f"select count(*) from match_labels_next n join {LABELS} o using (rid)"
            " where n.gid <> o.gid"
        )
        staging.run(f"drop table {LABELS}")
        staging.run(f"alter table match_labels_next rename to {LABELS}")
        if not changed:
            return


def _separate(
    staging: Staging, apart: Sequence[Edge], verdicts: dict[Edge, Verdict]
) -> tuple[dict[int, int], list[Edge]]:
    """New cluster ids of all rows of components that hold a forbidden pair."""
    moved: dict[int, int] = {}
    contradicted: list[Edge] = []
    labels = _labels_of(staging, {rid for pair in apart for rid in pair})
    broken = {labels[a] for a, b in apart if a in labels and labels[a] == labels.get(b)}
    for component in sorted(broken):
        edges = [
            (float(weight), int(left), int(right))
            for left, right, weight in staging.rows(
                f'select e."left", e."right", e.weight from {EDGES} e'
                f' join {LABELS} l on l.rid = e."left" where l.gid = ?',
                [component],
            )
        ]
        forbidden = [pair for pair in apart if labels.get(pair[0]) == component]
        groups, refused = _grow(edges, forbidden, verdicts)
        moved |= groups
        contradicted += refused
    return moved, contradicted


def _labels_of(staging: Staging, rows: set[int]) -> dict[int, int]:
    if not rows:
        return {}
    listed = ", ".join(str(rid) for rid in sorted(rows))
    return dict(staging.rows(f"select rid, gid from {LABELS} where rid in ({listed})"))


def _grow(
    edges: Sequence[tuple[float, int, int]],
    forbidden: Sequence[Edge],
    verdicts: dict[Edge, Verdict],
) -> tuple[dict[int, int], list[Edge]]:
    """(row -> lowest row id of its group, verdicts "same" that had to be left out)."""
    group = {rid: {rid} for _, left, right in edges for rid in (left, right)}
    enemies: dict[int, set[int]] = {}
    for a, b in forbidden:
        enemies.setdefault(a, set()).add(b)
        enemies.setdefault(b, set()).add(a)

    def rank(edge: tuple[float, int, int]) -> tuple[int, float, int, int]:
        weight, left, right = edge
        verdict = verdicts.get((left, right))
        return (-verdict.seq - 1 if verdict else 1, -weight, left, right)

    refused = []
    for _, left, right in sorted(edges, key=rank):
        one, other = group[left], group[right]
        if one is other:
            continue
        if any(enemies.get(rid, set()) & other for rid in one):
            if (left, right) in verdicts:
                refused.append((left, right))
            continue
        one |= other
        for rid in other:
            group[rid] = one
    return {rid: min(members) for rid, members in group.items()}, refused


def _publish(staging: Staging, name: str, moved: dict[int, int]) -> int:
    staging.write(
        "match_moved",
        _SCHEMA,
        [
            pa.RecordBatch.from_arrays(
                [pa.array(moved.keys(), pa.int64()), pa.array(moved.values(), pa.int64())],
                schema=_SCHEMA,
            )
        ],
    )
    rows = staging.create(
        name,
        "with labels as (select l.rid as _rid, coalesce(m._gid, l.gid) as _gid"
        f" from {LABELS} l left join match_moved m on m._rid = l.rid)"
        " select _rid, _gid from labels qualify count(*) over (partition by _gid) > 1",
    )
    staging.run("drop view match_moved")
    staging.run(f"drop table {quote(f'match_moved__{staging.version[:8]}')}")
    return rows
