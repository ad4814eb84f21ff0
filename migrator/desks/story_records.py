"""The later half of a story: rows compared, values that survived, checks, the target."""

from __future__ import annotations

from collections.abc import Sequence

from migrator.desks.story_issues import issue_lines
from migrator.desks.story_tables import Row, Tables, field_label
from migrator.model.loading import RunKind
from migrator.model.matching import Verdict
from migrator.model.relations import entity_of, lookups
from migrator.model.text import Text
from migrator.model.views.story import (
    Fate,
    IssueLine,
    Landing,
    PairTrace,
    ParentTrace,
    SurvivorTrace,
)
from migrator.project.records import Run
from migrator.stages.match_clusters import latest
from migrator.store import names
from migrator.survivors import SURVIVORS

PAIRS_SHOWN = 50
_ONLY = Text("the only row", "تنها ردیف")
_EMPTY = Text("all rows are empty", "در همه‌ی ردیف‌ها خالی است")


def pair_traces(
    tables: Tables, entity: str, rids: Sequence[int], verdicts: Sequence[Verdict]
) -> tuple[PairTrace, ...]:
    """The pairs that any of the rows took part in, the surest first. `left` is always a row of this
    record."""
    listed = ", ".join(str(int(rid)) for rid in rids)
    if not listed:
        return ()
    where = f'"left" in ({listed}) or "right" in ({listed}) order by probability desc, "left"'
    given = dict(latest(v for v in verdicts if v.entity == entity))
    found = []
    for one in tables.rows(names.pairs(entity), where, PAIRS_SHOWN):
        left, right = int(one["left"]), int(one["right"])
        verdict = given.pop((left, right), None)
        found.append(_pair(tables, entity, rids, (left, right, one["probability"], verdict)))
    for (left, right), verdict in given.items():  # people may tie rows that were never compared
        if left in rids or right in rids:
            found.append(_pair(tables, entity, rids, (left, right, 0.0, verdict)))
    return tuple(found)


def _pair(
    tables: Tables,
    entity: str,
    rids: Sequence[int],
    told: tuple[int, int, float, Verdict | None],
) -> PairTrace:
    left, right, probability, verdict = told
    together = left in rids and right in rids
    if left not in rids:
        left, right = right, left
    return PairTrace(
        left=left,
        right=right,
        probability=float(probability or 0),
        answer=str(verdict.answer) if verdict else "",
        by=verdict.by if verdict else "",
        together=together,
        other=tables.gid_of(entity, right),
    )


def survivor_traces(
    tables: Tables, entity: str, golden: Row, rids: Sequence[int]
) -> tuple[SurvivorTrace, ...]:
    """Every field of the golden record, with the row and the rule that its value is from."""
    gid = int(golden["_gid"])
    won = {one["field"]: one for one in tables.rows(names.provenance(entity), f"_gid = {gid}")}
    rows = {rid: tables.row(entity, rid) or {} for rid in rids}
    looked = lookups(tables.plan, entity)
    found = []
    for name in (n for n in golden if not n.startswith("_")):
        parent = None
        value = golden[name]
        if name in looked and f"_raw_{name}" in golden:
            lookup = looked[name].lookup
            named = entity_of(tables.plan, int(value)) if value else ""
            parent = _parent(tables, named or (lookup.entity if lookup else ""), golden, name)
            value = golden[f"_raw_{name}"]
        origin = won.get(name)
        found.append(
            SurvivorTrace(
                field=name,
                label=field_label(tables.plan, entity, name),
                value=value,
                rid=int(origin["_rid"]) if origin else gid,
                rule=_rule(origin, len(rids)),
                candidates=tuple((rid, row.get(name)) for rid, row in rows.items()),
                parent=parent,
            )
        )
    return tuple(found)


def _rule(origin: Row | None, rows: int) -> Text:
    if origin is None:
        return _ONLY if rows < 2 else _EMPTY
    rule = str(origin["rule"])
    return SURVIVORS.get(rule).title if rule in SURVIVORS else Text.of(rule)


def _parent(tables: Tables, entity: str, golden: Row, field: str) -> ParentTrace:
    held = golden[field]
    gid = int(held) if held else None
    found = tables.golden(entity, gid) if gid is not None else None
    return ParentTrace(entity, golden[f"_raw_{field}"], gid, tables.name(entity, found))


def record_issues(tables: Tables, entity: str, gid: int) -> tuple[IssueLine, ...]:
    """The issues of the golden record. What validate took over from merge is told once."""
    checked = tables.staging.exists(names.issues("validate", entity))
    stages = ("validate", "load") if checked else ("merge", "load")
    return tuple(line for stage in stages for line in issue_lines(tables, entity, stage, gid))


def landing(tables: Tables, entity: str, gid: int, runs: Sequence[Run]) -> Landing:
    """Where the golden record stands."""
    where = f"_gid = {gid}"
    pilot = tables.one(names.pilot(entity), where)
    why = str(pilot["why"]) if pilot else ""
    if tables.one(names.quarantine(entity), where):
        return Landing(Fate.QUARANTINED, pilot=why)
    done = tables.one(names.outcome(entity), where)
    if done is None:
        ready = tables.one(names.ready(entity), where)
        return Landing(Fate.READY if ready else Fate.MAPPED, pilot=why)
    loads = [r for r in runs if r.kind != RunKind.ROLLBACK and r.state != "rolled_back"]
    run = loads[-1] if loads else None
    differences = tables.rows(names.difference(entity), where)
    reason = ": ".join(str(part) for part in (done["code"], done["reason"]) if part)
    return Landing(
        fate=Fate(done["state"]),
        target_id=done["target_id"] or "",
        action=done["action"] or "",
        batch=done["batch_no"],
        run=run.no if run else 0,
        run_at=run.started_at if run else "",
        reason=reason,
        pilot=why,
        differences=tuple((d["field"], d["kind"], d["expected"], d["found"]) for d in differences),
    )
