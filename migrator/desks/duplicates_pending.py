"""What people decided since the last result: it counts once matching and merging ran again."""

from __future__ import annotations

from migrator.desks.duplicates_groups import Edge, in_force
from migrator.model.matching import Answer, Verdict
from migrator.model.survivorship import Override
from migrator.pipeline import Freshness
from migrator.stages.merge_golden import OVERRIDE
from migrator.store import names
from migrator.store.names import quote
from migrator.workspace import Workspace


def pending(workspace: Workspace) -> tuple[int, int]:
    """(acts whose verdicts the last result does not know, or knows although they were taken back;
    kept values that it does not know)."""
    stands = {status.name: status.freshness for status in workspace.status()}
    if stands["merge"] in {Freshness.FRESH, Freshness.NEVER, Freshness.BLOCKED}:
        return 0, 0
    plan = workspace.plan
    verdicts = workspace.project.decisions.verdicts()
    overrides = workspace.project.decisions.overrides()
    told = sum(
        _verdicts(workspace, entity, [v for v in verdicts if v.entity == entity])
        for entity in plan.entities()
    )
    kept = sum(
        _overrides(workspace, entity, [o for o in overrides if o.entity == entity])
        for entity in plan.entities()
    )
    return (0 if stands["match"] == Freshness.FRESH else told), kept


def _verdicts(workspace: Workspace, entity: str, verdicts: list[Verdict]) -> int:
    staging, table = workspace.staging, names.pairs(entity)
    if not staging.exists(table):
        return 0
    sql = f'select "left", "right", answer from {quote(table)} where answer is not null'
    applied = {(left, right): Answer(answer) for left, right, answer in staging.rows(sql)}
    wanted = in_force(verdicts)
    differing = {p for p in wanted | applied if wanted.get(p) != applied.get(p)}
    if not differing:
        return 0
    listed = ", ".join(str(row) for row in sorted({row for pair in differing for row in pair}))
    clean = quote(names.clean(entity))
    there = {row for (row,) in staging.rows(f"select _rid from {clean} where _rid in ({listed})")}
    differing = {pair for pair in differing if there.issuperset(pair)}
    acts = {_act(v) for v in verdicts if _edge(v) in differing}
    withdrawn = differing - wanted.keys()
    return len(acts) + bool(withdrawn)


def _act(verdict: Verdict) -> int:
    return verdict.act or verdict.seq


def _edge(verdict: Verdict) -> Edge:
    return min(verdict.left, verdict.right), max(verdict.left, verdict.right)


def _overrides(workspace: Workspace, entity: str, overrides: list[Override]) -> int:
    """Fields of merged records that a person decided and the last result decided otherwise."""
    staging = workspace.staging
    provenance, clusters = names.provenance(entity), names.clusters(entity)
    if not (staging.exists(provenance) and staging.exists(clusters)):
        return 0
    sql = f"select _gid, field, _rid from {quote(provenance)} where rule = ?"
    applied = {(gid, field): row for gid, field, row in staging.rows(sql, [OVERRIDE])}
    wanted: dict[tuple[int, str], int] = {}
    if overrides:
        listed = ", ".join(str(o.row) for o in overrides)
        sql = f"select _rid, _gid from {quote(clusters)} where _rid in ({listed})"
        gids = dict(staging.rows(sql))
        wanted = {(gids[o.row], o.field): o.row for o in overrides if o.row in gids}
    return sum(wanted.get(place) != applied.get(place) for place in wanted | applied)
