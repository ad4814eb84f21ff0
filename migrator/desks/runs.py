"""What the steps that write to the target share: the gate, and runs as people see them."""

from __future__ import annotations

from typing import Any

from migrator.contract import gate as contract_gate
from migrator.databases.url import is_database_url, masked, parse
from migrator.desks.error_words import problem_text
from migrator.desks.gate_changes import changed_since
from migrator.errors import MigratorError
from migrator.loading import gate
from migrator.model.loading import PilotApproval, RunKind
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.model.views.prediction import Misjudged, Score, Scored
from migrator.model.views.runs import (
    Approval,
    Compared,
    ControlTotal,
    Gate,
    Kept,
    Loaded,
    RunView,
)
from migrator.project.records import Run
from migrator.store import names
from migrator.store.names import quote
from migrator.workspace import Workspace

CONFLICTS_SHOWN = 200


def entity_label(plan: Plan, name: str) -> Text:
    """What people call an entity; its name where the schema says nothing."""
    if not plan.target.schema.has(name):
        return Text.of(name)
    entity = plan.target.schema.entity(name)
    return Text(entity.label or name, entity.label_fa or entity.label or name)


def field_label(plan: Plan, entity: str, field: str) -> Text:
    """What people call a field; its name where the schema says nothing."""
    schema = plan.target.schema
    fields = schema.entity(entity).fields if schema.has(entity) else ()
    found = next((f for f in fields if f.name == field), None)
    if found is None:
        return Text.of(field)
    return Text(found.label or field, found.label_fa or found.label or field)


def in_words(told: str) -> Text:
    """Sentences that were kept in English, in both languages as far as they are known."""
    return problem_text(told)


def _reason(facts: dict[str, Any]) -> Text:
    """Why the run ended early; what readers and databases said is kept in English alone."""
    english, persian = str(facts.get("reason", "")), str(facts.get("reason_fa", ""))
    return in_words(english) if persian in {"", english} else Text(english, persian)


def labels(plan: Plan) -> tuple[tuple[str, Text], ...]:
    """Every fed entity with its label, in the plan's order."""
    return tuple((name, entity_label(plan, name)) for name in plan.entities())


def target_words(plan: Plan) -> str:
    """The target as people name it, its password masked; a SQLite file by its path."""
    uri = plan.target.uri
    if not is_database_url(uri):
        return uri.removeprefix("folder:")
    try:
        url = parse(uri)
    except MigratorError:
        return uri.partition("://")[0]
    return url.database or uri if url.get_backend_name() == "sqlite" else masked(url)


def can_roll_back(plan: Plan) -> bool:
    """Whether loads into this target can be taken back: files that were written cannot."""
    uri = plan.target.uri
    return is_database_url(uri) or uri.lower().endswith((".db", ".sqlite", ".sqlite3", ".db3"))


# -- the gate


def gate_view(workspace: Workspace) -> Gate:
    """Whether everything may be loaded, and what differs from what was approved last."""
    approvals = workspace.project.runs.approvals()
    required = workspace.plan.loading.require_pilot
    bound = gate(workspace) if approvals else ""
    valid = next((a for a in reversed(approvals) if a.fingerprint == bound), None)
    last = valid or (approvals[-1] if approvals else None)
    changed = changed_since(workspace, last.run) if last and not valid else ()
    shown = _approval(last) if last else None
    waiting = contract_gate.waiting(workspace.plan, workspace.project.contracts)
    passed = valid is not None or not required
    return Gate(required, passed and not waiting.en, shown, changed, waiting)


def _approval(found: PilotApproval) -> Approval:
    return Approval(found.run, found.by, found.at, found.note)


# -- runs


def run_views(workspace: Workspace) -> tuple[RunView, ...]:
    """Every load and rollback, newest first."""
    runs = workspace.runs()
    approvals = {a.run: _approval(a) for a in workspace.project.runs.approvals()}
    bound = gate(workspace) if runs else ""
    return tuple(
        _run_view(workspace.plan, run, bound, approvals.get(run.no)) for run in reversed(runs)
    )


def run_view(workspace: Workspace, no: int) -> RunView:
    """One run by its number."""
    return next(run for run in run_views(workspace) if run.no == no)


def _run_view(plan: Plan, run: Run, bound: str, approval: Approval | None) -> RunView:
    facts = run.facts
    counts = {k: int(facts.get(k, 0)) for k in ("removed", "restored", "kept", "gone")}
    return RunView(
        no=run.no,
        kind=run.kind.value,
        state=run.state,
        started_at=run.started_at,
        ended_at=run.ended_at or "",
        who=run.who,
        fits=run.fingerprint == bound,
        reason=_reason(facts),
        approval=approval,
        entities=tuple(
            _loaded(plan, name, found) for name, found in facts.get("entities", {}).items()
        ),
        of=int(facts.get("run", 0)) if run.kind == RunKind.ROLLBACK else 0,
        conflicts=tuple(Kept(**one) for one in facts.get("conflicts", [])[:CONFLICTS_SHOWN]),
        score=_score(plan, facts),
        **counts,
    )


def _score(plan: Plan, facts: dict[str, Any]) -> Score | None:
    """How right the dry run before a run was, from what the run record keeps."""
    kept = facts.get("prediction")
    if not kept:
        return None
    found = [
        Scored(name, entity_label(plan, name), predicted, done, rows)
        for name, listed in kept["entities"].items()
        for predicted, done, rows in listed
    ]
    return Score(str(kept["at"]), tuple(found), tuple(Misjudged(**one) for one in kept["wrong"]))


def _loaded(plan: Plan, name: str, facts: dict[str, Any]) -> Loaded:
    return Loaded(
        name,
        entity_label(plan, name),
        int(facts.get("loaded", 0)),
        int(facts.get("rejected", 0)),
        int(facts.get("pending", 0)),
        int(facts.get("already_there", 0)),
        int(facts.get("rows_per_second", 0)),
    )


# -- what reading back has shown


def compared(workspace: Workspace, run: Run | None) -> tuple[Compared, ...]:
    """The reconciliation of a run by entity; empty when it was never made or not kept."""
    if run is None:
        return ()
    told = run.facts.get("reconciliation", {}).get("entities", {})
    return tuple(_compared(workspace, name, facts) for name, facts in told.items())


def control_totals(workspace: Workspace, run: Run | None) -> tuple[ControlTotal, ...]:
    """The sums that the reconciliation of a run compared."""
    told = run.facts.get("reconciliation", {}).get("entities", {}) if run else {}
    plan = workspace.plan
    return tuple(
        ControlTotal(
            name,
            entity_label(plan, name),
            total["field"],
            field_label(plan, name, total["field"]),
            total["expected"],
            total["found"],
        )
        for name, facts in told.items()
        for total in facts["totals"]
        if total["field"]
    )


def _compared(workspace: Workspace, name: str, facts: dict[str, Any]) -> Compared:
    different = int(facts["different"])
    harmless = min(_normalised_only(workspace, name), different)
    return Compared(
        name,
        entity_label(workspace.plan, name),
        int(facts["expected"]),
        int(facts["found"]),
        int(facts["equal"]),
        harmless,
        different - harmless,
        int(facts["missing"]),
        int(facts["extra"]),
    )


def _normalised_only(workspace: Workspace, entity: str) -> int:
    """Records whose every difference is one of the target's own way of writing."""
    table = names.difference(entity)
    if not workspace.staging.exists(table):
        return 0
    sql = f"""select count(*) from (select target_id from {quote(table)} where field <> ''
        group by target_id having bool_and(kind = 'normalised'))"""
    return int(workspace.staging.scalar(sql))
