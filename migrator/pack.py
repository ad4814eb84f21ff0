"""Gathers the sign-off pack from a workspace: staging tables in, rows for the reports out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from migrator import __version__, goals, loading
from migrator.contract import gate as contract_gate
from migrator.contract.content import SHOWN, document_fingerprint
from migrator.contract.words import steps
from migrator.model import segments
from migrator.model.issue_titles import title_of
from migrator.model.issues import Severity
from migrator.model.loading import RunKind
from migrator.model.mapping import lineage
from migrator.model.plan import Plan
from migrator.model.text import Text, persian_digits
from migrator.project.records import Run
from migrator.reports.data import (
    CrosswalkRow,
    DecisionRow,
    DifferenceRow,
    IssueRow,
    LogRow,
    MergeRow,
    PackData,
    RunFacts,
    ScoreBin,
)
from migrator.reports.pack import write_pack
from migrator.stages import profile
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging

if TYPE_CHECKING:
    from migrator.workspace import Workspace

# What reconciliation calls a difference -> what the report calls it.
KINDS = {"normalised": "platform", "differs": "value"}
WRITTEN = "Sign-off pack written"  # in the project's log
SHOWN_VALUES = 6
# A sheet of more rows takes minutes to write: the whole list then lies beside it as CSV.
ROWS_A_SHEET = 100_000


def write(
    workspace: Workspace,
    folder: Path,
    language: str,
    told: Callable[[str], Text] = Text.of,
) -> list[Path]:
    """Write the pack of the newest run into `folder`; returns the files. `told` gives the engine's
    English sentences in both languages."""
    paths = write_pack(
        replace(gather(workspace), told=told), folder, language, max_rows=ROWS_A_SHEET
    )
    workspace.project.log(f"{WRITTEN} ({language})")
    return list(paths.all())


def gather(workspace: Workspace) -> PackData:
    """Everything of a pack; the big lists are read while they are written."""
    plan, staging = workspace.plan, workspace.staging
    run = _newest(workspace.runs())
    facts = run.facts if run else {}
    account = workspace.account()
    compared = facts.get("compared", {})
    return PackData(
        plan=plan,
        account=account,
        fingerprint=loading.gate(workspace),
        generated_at=datetime.now(UTC),
        run=_run_facts(run, plan),
        stages=tuple(s.output.report for s in workspace.status() if s.output),
        profiles=tuple(_profiles(workspace)),
        goals=tuple(goals.measure(staging, plan, account)),
        score_bins=tuple(_score_bins(workspace)),
        compared=int(compared.get("values", 0)),
        crosswalk=_crosswalk(staging, plan),
        merges=_merges(staging, plan),
        quarantine=_quarantine(staging, plan),
        rejects=_rejects(staging, plan),
        differences=_differences(staging, plan),
        decisions=_decisions(workspace),
        log=[LogRow(*line) for line in workspace.project.log_lines()],
        steps=steps,
        mapping=document_fingerprint(plan.feeds)[:SHOWN],
        parts=(*segments.wholes(plan, facts), *segments.segments(plan, facts)),
        links=tuple(segments.broken_links(plan, facts)),
        accepted=tuple(_accepted(workspace)),
    )


def _newest(runs: list[Run]) -> Run | None:
    loads = [run for run in runs if run.kind != RunKind.ROLLBACK]
    return loads[-1] if loads else None


def _run_facts(run: Run | None, plan: Plan) -> RunFacts:
    if run is None:
        return RunFacts(target=plan.target.uri, version=__version__)
    scores = (run.facts.get("prediction") or {}).get("entities", {})
    scored = [row for rows in scores.values() for row in rows]
    return RunFacts(
        no=run.no,
        kind=run.kind.value,
        state=run.state,
        started=run.started_at,
        finished=run.ended_at or "",
        by=run.who,
        target=plan.target.uri,
        delivery=str(run.facts.get("mode", "")).replace(" ", "_"),
        version=__version__,
        foretold=sum(rows for *_, rows in scored),
        foretold_rightly=sum(rows for told, done, rows in scored if told == done),
    )


def _profiles(workspace: Workspace) -> Iterator[tuple[str, Any]]:
    latest = workspace.project.outputs.latest("profile")
    if latest:
        for name, found in profile.profiles(latest.report).items():
            yield name.partition("/")[0], found


def _score_bins(workspace: Workspace) -> Iterator[ScoreBin]:
    """Pairs of all entities by match probability, in twentieths."""
    counts = [0] * 20
    for entity in workspace.plan.entities():
        table = names.pairs(entity)
        if workspace.staging.exists(table):
            sql = f"""select least(19, floor(probability * 20))::int, count(*)
                from {quote(table)} group by 1"""
            for at, pairs in workspace.staging.rows(sql):
                counts[at] += pairs
    for at, pairs in enumerate(counts):
        yield ScoreBin(at / 20, (at + 1) / 20, pairs)


def _streamed(staging: Staging, sql: str) -> Iterator[tuple[Any, ...]]:
    for batch in staging.arrow(sql):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _feeds(plan: Plan) -> dict[int, tuple[str, str]]:
    return {feed.no: (feed.source, feed.table) for feed in plan.feeds}


def _crosswalk(staging: Staging, plan: Plan) -> Iterator[CrosswalkRow]:
    feeds = _feeds(plan)
    for entity in plan.entities():
        if not staging.exists(names.crosswalk(entity)):
            continue
        for rid, gid, key, state, target, held in _streamed(
            staging, _crosswalk_sql(staging, entity)
        ):
            source, table = feeds[lineage(rid)[0]]
            fate = "merged" if rid != gid else "quarantined" if held else state or "pending"
            yield CrosswalkRow(
                entity, source, table, lineage(rid)[1], key or "", str(gid), target or "", fate
            )
    yield from _excluded(staging, plan)


def _crosswalk_sql(staging: Staging, entity: str) -> str:
    outcome = quote(names.outcome(entity))
    if not staging.exists(names.outcome(entity)):
        outcome = "(select null::bigint as _gid, null as state, null as target_id where false)"
    return f"""select c._rid, c._gid, c._key, o.state, o.target_id, q._gid is not null
        from {quote(names.crosswalk(entity))} c
        left join {outcome} o on o._gid = c._gid
        left join {quote(names.quarantine(entity))} q on q._gid = c._gid
        order by c._rid"""


def _excluded(staging: Staging, plan: Plan) -> Iterator[CrosswalkRow]:
    feeds = _feeds(plan)
    for entity in plan.entities():
        if staging.exists(names.excluded(entity)):
            sql = f"select _rid, reason from {quote(names.excluded(entity))} order by _rid"
            for rid, reason in _streamed(staging, sql):
                source, table = feeds[lineage(rid)[0]]
                yield CrosswalkRow(
                    entity, source, table, lineage(rid)[1], reason, "", "", "excluded"
                )


def _merges(staging: Staging, plan: Plan) -> Iterator[MergeRow]:
    """Every row of a merged record, with the best score that ties it to the others."""
    feeds = _feeds(plan)
    for entity in plan.entities():
        if not staging.exists(names.clusters(entity)):
            continue
        columns = [c for c in staging.columns(names.clean(entity)) if not c.startswith("_")]
        shown = ", ".join(f"c.{quote(name)}" for name in columns[:SHOWN_VALUES])
        sql = f"""select k._gid, k._rid, s.score, s.answer, concat_ws(' · ', {shown})
            from {quote(names.clusters(entity))} k join {quote(names.clean(entity))} c using (_rid)
            left join (select rid, max(probability) as score, max(answer) as answer from (
                select "left" as rid, probability, answer from {quote(names.pairs(entity))}
                union all
                select "right", probability, answer from {quote(names.pairs(entity))})
                group by rid) s on s.rid = k._rid
            order by k._gid, k._rid"""
        for gid, rid, score, answer, values in _streamed(staging, sql):
            source, table = feeds[lineage(rid)[0]]
            by = "a person" if answer == "same" else "score"
            yield MergeRow(
                entity, str(gid), source, table, lineage(rid)[1],
                None if answer == "same" else score, by, values,
            )  # fmt: skip


def _quarantine(staging: Staging, plan: Plan) -> Iterator[IssueRow]:
    for entity in plan.entities():
        held, issues = names.quarantine(entity), names.issues("validate", entity)
        if staging.exists(held) and staging.exists(issues):
            sql = f"""select q._key, i.field, i.code, i.severity, i.value, i.detail
                from {quote(issues)} i join {quote(held)} q on q._gid = i.row
                where i.severity = '{Severity.ERROR.value}' order by q._gid, i.field"""
            for row in _streamed(staging, sql):
                told = IssueRow(entity, *("" if value is None else value for value in row))
                yield told._replace(owner=_owner(plan, entity, told.field))


def _rejects(staging: Staging, plan: Plan) -> Iterator[IssueRow]:
    for entity in plan.entities():
        if staging.exists(names.outcome(entity)):
            sql = f"""select g._key, o.code, o.reason from {quote(names.outcome(entity))} o
                join {quote(names.golden(entity))} g using (_gid)
                where o.state = 'rejected' order by o._gid"""
            for key, code, reason in _streamed(staging, sql):
                detail = f"{code} {reason or ''}".strip()
                owner = _owner(plan, entity, "")
                refused = Severity.ERROR.value
                yield IssueRow(entity, key, "", "refused", refused, "", detail, owner)


def _about(plan: Plan, entity: str, field: str, told: Text) -> Text:
    """An exception in words: where, and what."""
    named = segments.label_of(plan, entity)
    place = segments.label_of(plan, entity, field) if field else None
    return Text(
        " / ".join([named.en, *([place.en] if place else [])]) + f": {told.en}",
        " / ".join([named.fa, *([place.fa] if place else [])]) + f": {told.fa}",
    )


def _owner(plan: Plan, entity: str, field: str) -> str:
    """Who answers for a field in the mapping document; for an entity all who do for its fields."""
    rows = [row for feed in plan.feeds_of(entity) for row in feed.fields]
    mine = [row for row in rows if row.target == field] or rows
    return ", ".join(dict.fromkeys(row.owner for row in mine if row.owner))


def _differences(staging: Staging, plan: Plan) -> Iterator[DifferenceRow]:
    for entity in plan.entities():
        if staging.exists(names.difference(entity)):
            sql = f"""select coalesce(g._key, ''), d.target_id, d.field, d.kind, d.expected,
                d.found from {quote(names.difference(entity))} d
                left join {quote(names.golden(entity))} g using (_gid) order by d._gid, d.field"""
            for key, target, field, kind, *values in _streamed(staging, sql):
                shown = ("∅" if value is None else value for value in values)
                yield DifferenceRow(
                    entity, key, target or "", field or "", KINDS.get(kind, kind), *shown
                )


def _decisions(workspace: Workspace) -> Iterator[DecisionRow]:
    yield from _accepted(workspace)
    for line in contract_gate.lines(workspace.plan, workspace.project.contracts):
        if line.at:
            yield DecisionRow(line.at, line.by, line.where.en, line.standing, line.told.en)
    for verdict in workspace.project.decisions.verdicts():
        about = f"{verdict.entity}: {lineage(verdict.left)} and {lineage(verdict.right)}"
        yield DecisionRow("", verdict.by, about, verdict.answer.value, verdict.note)
    for kept in workspace.project.decisions.overrides():
        about = f"{kept.entity}.{kept.field}: {lineage(kept.row)}"
        yield DecisionRow("", kept.by, about, "value kept", kept.note)


def _accepted(workspace: Workspace) -> Iterator[DecisionRow]:
    """Who let which pilot pass, and who accepted which exception."""
    for approval in workspace.project.runs.approvals():
        persian = persian_digits(f"اجرای آزمایشی {approval.run}")
        about = Text(f"Pilot, run {approval.run}", persian)
        yield DecisionRow(approval.at, approval.by, about, "approved", approval.note)
    for waiver in workspace.plan.waivers:
        about = _about(workspace.plan, waiver.entity, waiver.field, title_of(waiver.code))
        yield DecisionRow("", waiver.by, about, "accepted", waiver.reason)
    for cause, kept in workspace.project.cases.acceptances().items():
        told = Text.of(cause.words) if cause.words else title_of(cause.code)
        about = _about(workspace.plan, cause.entity, cause.field, told)
        yield DecisionRow(kept.at, kept.who, about, "accepted", kept.reason)
