"""Loading as a client asks for it: gate, run record, load, reconcile, rollback."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from migrator import account, delta, meeting
from migrator.contract import gate as contract_gate
from migrator.errors import Cancelled, MigratorError, PlanError, ProjectError, TargetError
from migrator.model.codec import fingerprint
from migrator.model.dormant import mapped_fields
from migrator.model.loading import RunKind
from migrator.model.mapping import Collision
from migrator.model.plan import Plan
from migrator.model.relations import all_parents, entities_of, parents_of
from migrator.model.reports import RowAccount, StageReport
from migrator.model.text import Text
from migrator.pilots import check_masks, masks, pilot_section, shown_masked, write_masks
from migrator.pipeline import Inputs
from migrator.progress import Progress
from migrator.project.project import now, user
from migrator.project.records import Run
from migrator.stages import load as load_stage
from migrator.stages import pilot as pilot_stage
from migrator.stages import reconcile as reconcile_stage
from migrator.store import names
from migrator.store.names import quote
from migrator.targets.base import Target
from migrator.targets.opening import open_target
from migrator.targets.sql.rollback import rollback
from migrator.targets.sql.target import SqlTarget

if TYPE_CHECKING:
    from migrator.workspace import Workspace

DIFFERENCES_SHOWN = 50


@dataclass(frozen=True)
class Difference:
    """One place where the target does not hold what the plan says."""

    entity: str
    key: str
    target_id: str
    field: str
    kind: str
    expected: str | None
    found: str | None


@dataclass(frozen=True)
class RunResult:
    """What a run did. `closure` explains the choice of a pilot; `prediction` is how right the dry
    run before it was (see `meeting.score`), empty without one. `balanced` is about the account,
    `clean` also about rejects and differences."""

    run: int
    kind: RunKind
    closure: str
    load: StageReport
    reconciliation: StageReport
    differences: tuple[Difference, ...]
    account: RowAccount
    prediction: dict[str, Any] = field(default_factory=dict)

    @property
    def balanced(self) -> bool:
        return self.account.balanced

    @property
    def clean(self) -> bool:
        return _clean(self.account, self.reconciliation)


def _clean(found: RowAccount, reconciliation: StageReport) -> bool:
    held = any(e.quarantined or e.rejected for e in found.entities)
    return found.balanced and not held and not reconciliation.attention


def gate(workspace: Workspace) -> str:
    """Fingerprint of everything a load depends on: what a pilot's approval is bound to."""
    return gate_of(workspace, workspace.inputs())


def gate_of(workspace: Workspace, inputs: Inputs) -> str:
    """The gate with another plan, or other decisions, than those of now."""
    plan = inputs.plan
    ready = workspace.pipeline.digest("validate", inputs)
    rules = {entity: collisions(plan, entity) for entity in plan.entities()}
    meets = [*plan.loading.matching, {e: found for e, found in rules.items() if found}]
    more = [meets] if any(meets) else []  # plans without them keep the fingerprints they had
    return fingerprint("load", ready, plan.target.uri, plan.target.schema, plan.system, *more)


def load(workspace: Workspace, kind: RunKind, progress: Progress) -> RunResult:
    """Bring the stages up to date, pass the gate, load, read back and compare.

    A run of the same kind and fingerprint that did not finish is taken up again; what the target's
    ledger holds already is never written twice. Raises PlanError where the gate is closed.
    """
    if kind.whole:
        contract_gate.check(workspace.plan, workspace.project.contracts)
    if kind.partial:
        delta.require(workspace.plan, delta.base(workspace), kind)
    workspace.run("validate", progress)
    bound = gate(workspace)
    _pass_gate(workspace, kind, bound)
    check_masks(workspace, kind)
    no = _open_run(workspace, kind, bound)
    try:
        result = _load(workspace, kind, no, bound, progress)
    except (MigratorError, Cancelled) as error:
        state = "cancelled" if isinstance(error, Cancelled) else "failed"
        workspace.project.runs.finish(no, state, {**_why(error), **_mask(workspace, kind)})
        raise
    state = "done" if result.clean else "attention"
    facts = {**_facts(workspace.plan, result), "prediction": result.prediction}
    facts |= delta.facts(workspace, kind, no)
    facts |= _mask(workspace, kind)
    workspace.project.runs.finish(no, state, facts)
    workspace.project.log(f"Run {no} ({kind}): {state}")
    return result


def _mask(workspace: Workspace, kind: RunKind) -> dict[str, bool]:
    """What a run remembers of its masking."""
    return {"masked": True} if masks(workspace, kind) else {}


def collisions(plan: Plan, entity: str) -> dict[str, Collision]:
    """The rules for values that records of others hold, by field, where they are not simply
    overwritten (the first feed that maps a field decides)."""
    found: dict[str, Collision] = {}
    for feed in plan.feeds_of(entity):
        for row in feed.fields:
            found.setdefault(row.target, row.collision)
    return {field: rule for field, rule in found.items() if rule is not Collision.OVERWRITE}


def run_label(no: int, kind: RunKind) -> Text:
    """What the history calls a load."""
    told = delta.TOLD[kind]
    return Text(f"Run {no} ({told.en})", f"اجرای {no} ({told.fa})")


def _facts(plan: Plan, result: RunResult) -> dict[str, Any]:
    """What the run record keeps: the load's facts and what reading back has shown."""
    facts = {**result.load.facts, **_compared(plan, result.reconciliation)}
    return {**facts, "closure": result.closure} if result.closure else facts


def _compared(plan: Plan, report: StageReport) -> dict[str, Any]:
    """The reconciliation by entity, when it was made, and how many values were compared."""
    found = report.facts["entities"]
    values = sum(one["expected"] * len(mapped_fields(plan, name)) for name, one in found.items())
    return {
        "compared": {"values": values, "differences": report.attention},
        "reconciliation": {"at": now(), "entities": found},
    }


def _why(error: MigratorError | Cancelled) -> dict[str, str]:
    """Why a run ended early, kept with it in both languages."""
    persian = " ".join(error.words("fa")) if isinstance(error, MigratorError) else ""
    return {"reason": str(error), "reason_fa": persian.strip()}


def _pass_gate(workspace: Workspace, kind: RunKind, bound: str) -> None:
    if not kind.whole or not workspace.plan.loading.require_pilot:
        return
    approvals = workspace.project.runs.approvals()
    if any(approval.fingerprint == bound for approval in approvals):
        return
    if kind.partial and delta.follows(workspace, kind):
        return
    if approvals:
        raise PlanError(
            Text(
                f"The plan or its data changed since pilot {approvals[-1].run} was approved.",
                f"پس از تأیید اجرای آزمایشی {approvals[-1].run}، برنامه یا داده‌های آن "
                "تغییر کرده است.",
            ),
            hint=Text(
                "Run the pilot again, look at it and approve it.",
                "اجرای آزمایشی را دوباره انجام دهید، آن را ببینید و تأیید کنید.",
            ),
        )
    raise PlanError(
        Text(
            "No pilot of this plan has been approved.",
            "هیچ اجرای آزمایشی‌ای برای این برنامه تأیید نشده است.",
        ),
        hint=Text(
            "Run one, look at it in the target, then approve it.",
            "یکی را اجرا کنید، نتیجه را در مقصد ببینید و سپس تأیید کنید.",
        ),
    )


def _open_run(workspace: Workspace, kind: RunKind, bound: str) -> int:
    # A part is chosen anew each time, so its batches are others: what an earlier life of it has
    # committed is known by the ledger, row by row.
    last = None if kind.partial else workspace.project.runs.last(kind)
    if last and last.fingerprint == bound and last.state in {"running", "failed", "cancelled"}:
        workspace.project.runs.mark(last.no, "running")
        return last.no
    no = workspace.project.runs.start(kind, bound, user())
    workspace.project.history.record(workspace.plan, run_label(no, kind), user(), barrier=True)
    return no


def _load(
    workspace: Workspace, kind: RunKind, no: int, bound: str, progress: Progress
) -> RunResult:
    plan, staging = workspace.plan, workspace.staging
    staging.begin(fingerprint(bound, no))
    closure = None
    if kind == RunKind.PILOT:
        closure = pilot_stage.choose(staging, pilot_section(workspace))
    masked = masks(workspace, kind)
    if masked:
        write_masks(workspace)
    with target_of(workspace) as target, shown_masked(workspace, masked):
        if plan.target.create:
            target.create(plan.target.schema)
        section = section_of(workspace, target, kind, no)
        if kind.partial:
            section = delta.choose(workspace, section, kind, progress)
        meeting.compare(workspace, section, progress)
        report = load_stage.run(staging, section, progress)
        if kind.whole:
            delta.remember(workspace, section)
        compared = reconcile_stage.run(staging, _reconcile_section(plan, target), progress)
    return RunResult(
        run=no,
        kind=kind,
        closure=closure.sentence() if closure else "",
        load=report,
        reconciliation=compared,
        differences=differences(workspace, DIFFERENCES_SHOWN),
        account=account.row_account(staging, plan),
        prediction=meeting.score(workspace, bound, no),
    )


def section_of(
    workspace: Workspace, target: Target, kind: RunKind, no: int
) -> load_stage.LoadSection:
    """What the stage "load" works on for run `no`."""
    plan = workspace.plan
    loads = []
    for entity in entities_of(plan):
        fields, parents = mapped_fields(plan, entity.name), parents_of(plan, entity.name)
        rules = collisions(plan, entity.name)
        loads.append(load_stage.entity_load(entity, fields, parents, rules))
    pilot = kind == RunKind.PILOT
    return load_stage.LoadSection(
        project=workspace.project.id,
        system=plan.system,
        run=no,
        kind=kind,
        entities=tuple(loads),
        settings=plan.loading,
        target=target,
        journal=workspace.project.journal,
        only={e: names.pilot(e) for e in plan.entities()} if pilot else {},
    )


def _reconcile_section(plan: Plan, target: Target) -> reconcile_stage.ReconcileSection:
    return reconcile_stage.ReconcileSection(target, entities_of(plan), parents=all_parents(plan))


@contextmanager
def target_of(workspace: Workspace) -> Iterator[Target]:
    """The plan's target, opened with its password and closed at the end."""
    spec = workspace.plan.target
    target = open_target(spec.uri, workspace.secrets.get("target"), spec.options)
    try:
        yield target
    finally:
        target.close()


def reconcile_again(workspace: Workspace, progress: Progress, strict: bool = False) -> StageReport:
    """Compare the target with the newest run, with `strict` the records of others too; raises
    ProjectError if nothing was loaded yet."""
    plan = workspace.plan
    if not any(workspace.staging.exists(names.outcome(e)) for e in plan.entities()):
        raise ProjectError(
            Text("Nothing was loaded yet.", "هنوز چیزی بارگذاری نشده است."),
            hint=Text("Run a pilot first.", "نخست یک اجرای آزمایشی انجام دهید."),
        )
    # Never the name of the comparison before: that one is looked at too.
    workspace.staging.begin(fingerprint("reconcile", gate(workspace), uuid.uuid4().hex))
    last = standing(workspace)
    masked = last is not None and bool(last.facts.get("masked"))
    with target_of(workspace) as target, shown_masked(workspace, masked):
        section = replace(_reconcile_section(plan, target), again=True, strict=strict)
        report = reconcile_stage.run(workspace.staging, section, progress)
    _note(workspace, report)
    workspace.project.log(f"Reconciled: {report.attention} differences")
    return report


def _note(workspace: Workspace, report: StageReport) -> None:
    """Keep a later comparison with the run that it is about, and what it means for its state."""
    last = standing(workspace)
    if last is None:
        return
    found = account.row_account(workspace.staging, workspace.plan)
    state = "done" if _clean(found, report) else "attention"
    facts = {**last.facts, **_compared(workspace.plan, report)}
    workspace.project.runs.note(last.no, state, facts)


def standing(workspace: Workspace) -> Run | None:
    """The newest finished load that was not taken back; None if there is none."""
    loads = (r for r in reversed(workspace.runs()) if r.kind != RunKind.ROLLBACK)
    return next((r for r in loads if r.state in {"done", "attention"}), None)


def differences(workspace: Workspace, limit: int) -> tuple[Difference, ...]:
    """The first differences, with the source key that people know."""
    found: list[Difference] = []
    for entity in workspace.plan.entities():
        table = names.difference(entity)
        if len(found) < limit and workspace.staging.exists(table):
            rows = workspace.staging.rows(
                f"""select g._key, d.target_id, d.field, d.kind, d.expected, d.found
                    from {quote(table)} d left join {quote(names.golden(entity))} g using (_gid)
                    order by d._gid, d.field limit {limit - len(found)}"""
            )
            found += [
                Difference(entity, *("" if v is None else v for v in r[:4]), *r[4:]) for r in rows
            ]
    return tuple(found)


def roll_back(workspace: Workspace, run: int, progress: Progress) -> dict[str, Any]:
    """Take run `run` back and say what was removed, restored and kept."""
    found = next((r for r in workspace.runs() if r.no == run), None)
    if found is None or found.kind == RunKind.ROLLBACK:
        raise ProjectError(
            Text(f"There is no load with the number {run}.", f"بارگذاری‌ای با شماره‌ی {run} نیست."),
            hint=Text("Look at the list of runs.", "فهرست اجراها را ببینید."),
        )
    with target_of(workspace) as target:
        if not isinstance(target, SqlTarget):
            raise TargetError(
                Text(
                    "A folder of files cannot be rolled back.",
                    "پوشه‌ای از پرونده‌ها را نمی‌شود بازگرداند.",
                ),
                hint=Text(
                    "Delete the files that it wrote.", "پرونده‌هایی را که نوشته است پاک کنید."
                ),
            )
        no = workspace.project.runs.start(RunKind.ROLLBACK, found.fingerprint, user())
        try:
            told = rollback(target, workspace.project.id, run, progress)
        except (MigratorError, Cancelled) as error:
            state = "cancelled" if isinstance(error, Cancelled) else "failed"
            workspace.project.runs.finish(no, state, {"run": run, **_why(error)})
            raise
        workspace.project.runs.finish(no, "done", told)
        workspace.project.runs.mark(run, "rolled_back")
        delta.forget(workspace.staging, workspace.plan)
        workspace.project.journal.forget(run)
        workspace.project.log(f"Run {run} taken back")
        _look_again(workspace, target, found, progress)
    return told


def _look_again(workspace: Workspace, target: Target, run: Run, progress: Progress) -> None:
    """After a rollback, ask the ledger what is still there: the account must not count what is
    gone. Rows of another plan than today's are left to its own next run."""
    plan, staging = workspace.plan, workspace.staging
    loaded = all(staging.exists(names.outcome(e)) for e in plan.entities())
    if not loaded or gate(workspace) != run.fingerprint:
        return
    workspace.run("validate", progress)
    staging.begin(fingerprint("rollback", run.fingerprint, run.no))
    load_stage.look(staging, section_of(workspace, target, RunKind.FULL, run.no), progress)
