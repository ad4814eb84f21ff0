"""How the project stands, worked out for the step rail, the history and the status bar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from migrator.desks.duplicates_groups import counts, groups, in_force
from migrator.loading import gate
from migrator.model.dormant import mapped_fields
from migrator.model.loading import RunKind
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.model.views.state import (
    STEPS,
    HistoryLine,
    Mark,
    ProjectState,
    RunLine,
    StepState,
)
from migrator.pack import WRITTEN
from migrator.pipeline import Freshness, StageStatus
from migrator.project.history import HistoryEntry
from migrator.starting import unaccounted
from migrator.workspace import Workspace

NOTHING = Text("", "")


def project_state(workspace: Workspace) -> ProjectState:
    """Everything a window mirrors; some 30 ms on a plan of 15 tables."""
    plan = workspace.plan
    stages = {s.name: s for s in workspace.status()}
    runs = run_lines(workspace)
    view = _View(plan, stages, runs, to_decide(workspace), _signed_off(workspace, runs))
    history = workspace.history()
    undo, redo, barrier = _around(history)
    return ProjectState(
        folder=str(workspace.project.folder),
        plan=plan,
        steps=tuple(_STEPS[name](view) for name in STEPS),
        stages={name: str(s.freshness) for name, s in stages.items()},
        history=tuple(
            HistoryLine(e.seq, e.label, e.at, e.who, e.barrier, e.current) for e in history
        ),
        runs=runs,
        undo=undo,
        redo=redo,
        barrier=barrier,
    )


def run_lines(workspace: Workspace) -> tuple[RunLine, ...]:
    """The loads and rollbacks, with who approved which pilot and whether that still holds."""
    runs = workspace.runs()
    approvals = {a.run: a for a in workspace.project.runs.approvals()}
    bound = gate(workspace) if approvals else ""
    lines = []
    for run in runs:
        approval = approvals.get(run.no)
        lines.append(
            RunLine(
                run.no,
                str(run.kind),
                run.state,
                run.started_at,
                run.ended_at or "",
                run.who,
                approval.by if approval else "",
                approval is not None and approval.fingerprint == bound,
            )
        )
    return tuple(lines)


def to_decide(workspace: Workspace) -> int:
    """Groups of records that wait for a verdict, counted as the review queue does."""
    verdicts = workspace.project.decisions.verdicts()
    waiting = 0
    for settings in workspace.plan.matching:
        if settings.enabled and settings.entity in workspace.plan.entities():
            found = groups(workspace.staging, settings)
            answers = in_force(v for v in verdicts if v.entity == settings.entity)
            waiting += counts(found.standing(answers), 0).to_decide
    return waiting


def _signed_off(workspace: Workspace, runs: tuple[RunLine, ...]) -> bool:
    """Whether a sign-off pack was written since the newest full run."""
    ended = max((run.ended_at for run in runs if RunKind(run.kind).whole), default="")
    written = (at for at, _, text in workspace.project.log_lines() if text.startswith(WRITTEN))
    return bool(ended) and max(written, default="") >= ended


def _around(history: list[HistoryEntry]) -> tuple[Text | None, Text | None, Text | None]:
    """What undo would take back, what redo would make again, and the load that bars undo."""
    at = next((n for n, entry in enumerate(history) if entry.current), 0)
    here = history[at]
    after = history[at + 1].label if at + 1 < len(history) else None
    if here.barrier:
        return None, after, here.label
    return (here.label if at else None), after, None


@dataclass(frozen=True)
class _View:
    plan: Plan
    stages: dict[str, StageStatus]
    runs: tuple[RunLine, ...]
    to_decide: int  # groups of duplicates that wait for a verdict
    signed_off: bool

    def mark(self, stage: str, attention: int) -> Mark:
        """The mark of a step whose work is one derived stage."""
        found = self.stages[stage]
        if found.freshness == Freshness.BLOCKED:
            return Mark.BLOCKED
        if found.freshness == Freshness.STALE:
            return Mark.STALE
        if found.freshness == Freshness.NEVER:
            return Mark.OPEN
        return Mark.ATTENTION if attention else Mark.DONE

    def reason(self, stage: str) -> Text:
        """Why the stage is stale or blocked, in words for people."""
        return _REASONS.get(self.stages[stage].freshness, NOTHING)

    def facts(self, stage: str) -> dict[str, object]:
        """The facts of the newest report of a stage."""
        output = self.stages[stage].output
        return output.report.facts if output else {}

    def rows(self, stage: str, prefix: str) -> int:
        """Rows in the tables of the newest output whose names begin with `prefix`."""
        output = self.stages[stage].output
        counts = output.report.rows if output else {}
        return sum(n for name, n in counts.items() if name.startswith(prefix))

    def last(self, *kinds: RunKind) -> RunLine | None:
        """The newest run of one of these kinds."""
        return next((r for r in reversed(self.runs) if r.kind in kinds), None)


_WHOLE = tuple(kind for kind in RunKind if kind.whole)
_REASONS = {
    Freshness.STALE: Text(
        "Something before it changed since it ran.",
        "از اجرای پیشین، چیزی پیش از آن تغییر کرده است.",
    ),
    Freshness.BLOCKED: Text(
        "An earlier step must come first.", "نخست مرحله‌های پیشین را تمام کنید."
    ),
}


def _project(view: _View) -> StepState:
    return StepState("project", Mark.DONE, Text.of(view.plan.name))


def _sources(view: _View) -> StepState:
    tables = sum(c.keep for s in view.plan.sources for c in s.tables)
    rows = view.rows("extract", "raw_")
    if not tables:
        return StepState(
            "sources", Mark.OPEN, Text("nothing to read yet", "هنوز چیزی برای خواندن نیست")
        )
    fact = Text("{tables} tables", "{tables} جدول")
    if rows:
        fact = Text("{tables} tables, {rows} rows", "{tables} جدول، {rows} ردیف")
    stale = view.stages["extract"].freshness == Freshness.STALE
    mark = Mark.STALE if stale else Mark.DONE
    return StepState(
        "sources", mark, fact, view.reason("extract"), (("tables", tables), ("rows", rows))
    )


def _assess(view: _View) -> StepState:
    columns = sum(len(c.table.columns) for s in view.plan.sources for c in s.tables if c.keep)
    mark = view.mark("profile", 0)
    fact = Text("{columns} columns", "{columns} ستون") if mark != Mark.BLOCKED else NOTHING
    return StepState("assess", mark, fact, view.reason("profile"), (("columns", columns),))


def _target(view: _View) -> StepState:
    entities = view.plan.target.schema.entities
    if not entities:
        return StepState("target", Mark.OPEN, Text("not chosen yet", "هنوز انتخاب نشده"))
    numbers = (("entities", len(entities)), ("fields", sum(len(e.fields) for e in entities)))
    fact = Text("{entities} entities, {fields} fields", "{entities} موجودیت، {fields} فیلد")
    return StepState("target", Mark.DONE, fact, NOTHING, numbers)


def _mapping(view: _View) -> StepState:
    plan = view.plan
    if not plan.target.schema.entities or not any(c.keep for s in plan.sources for c in s.tables):
        reason = Text("Sources and target come first.", "نخست مبدأ و مقصد را تعیین کنید.")
        return StepState("mapping", Mark.BLOCKED, NOTHING, reason)
    mapped = sum(len(feed.fields) for feed in plan.feeds)
    open_columns = len(unaccounted(plan))
    numbers = (("mapped", mapped), ("open", open_columns), ("lacking", len(lacking(plan))))
    if not mapped:
        return StepState("mapping", Mark.OPEN, Text("nothing mapped yet", "هنوز چیزی نگاشت نشده"))
    if lacking(plan):
        fact = Text(
            "{mapped} mapped, {lacking} required missing", "{mapped} نگاشت، {lacking} الزامی کم است"
        )
        return StepState("mapping", Mark.ATTENTION, fact, NOTHING, numbers)
    if open_columns:
        fact = Text("{mapped} mapped, {open} open", "{mapped} نگاشت، {open} ستون باز")
        return StepState("mapping", Mark.ATTENTION, fact, NOTHING, numbers)
    return StepState(
        "mapping", Mark.DONE, Text("{mapped} mapped", "{mapped} نگاشت"), NOTHING, numbers
    )


def lacking(plan: Plan) -> tuple[tuple[str, str], ...]:
    """(entity, field) of required target fields of fed entities that nothing fills."""
    found = []
    for name in plan.entities():
        entity = plan.target.schema.entity(name)
        mapped = set(mapped_fields(plan, name))
        found += [
            (name, f.name)
            for f in entity.fields
            if f.required
            and not f.generated
            and f.name not in mapped
            and f.name not in entity.primary_key
        ]
    return tuple(found)


def _cleaning(view: _View) -> StepState:
    steps = sum(step.enabled for recipe in view.plan.recipes for step in recipe.steps)
    mark = view.mark("cleanse", 0)
    fact = Text("{steps} steps", "{steps} گام پاک‌سازی") if mark != Mark.BLOCKED else NOTHING
    if mark == Mark.DONE and not steps:
        mark, fact = Mark.OPEN, Text("no steps yet", "هنوز گامی نیست")
    return StepState("cleaning", mark, fact, view.reason("cleanse"), (("steps", steps),))


def _duplicates(view: _View) -> StepState:
    searched = any(one.enabled for one in view.plan.matching)
    if not searched and view.stages["match"].freshness != Freshness.BLOCKED:
        return StepState("duplicates", Mark.OPEN, Text("not looked for yet", "هنوز جست‌وجو نشده"))
    ask = view.to_decide
    mark = view.mark("match", ask)
    facts = [f for f in view.facts("match").values() if isinstance(f, dict)]
    absorbed = sum(int(f.get("absorbed", 0)) for f in facts)
    if mark in {Mark.BLOCKED, Mark.OPEN}:
        return StepState("duplicates", mark, NOTHING, view.reason("match"))
    fact = Text("{absorbed} duplicates, {ask} to decide", "{absorbed} تکراری، {ask} برای تصمیم")
    return StepState(
        "duplicates", mark, fact, view.reason("match"), (("absorbed", absorbed), ("ask", ask))
    )


def _validation(view: _View) -> StepState:
    held = view.rows("validate", "quarantine_")
    mark = view.mark("validate", held)
    numbers = (("ready", view.rows("validate", "ready_")), ("held", held))
    if mark in {Mark.BLOCKED, Mark.OPEN}:
        return StepState("validation", mark, NOTHING, view.reason("validate"))
    fact = Text("{ready} ready", "{ready} آماده")
    if held:
        fact = Text("{ready} ready, {held} in quarantine", "{ready} آماده، {held} در قرنطینه")
    return StepState("validation", mark, fact, view.reason("validate"), numbers)


def _pilot(view: _View) -> StepState:
    if view.stages["map"].freshness == Freshness.BLOCKED:
        return StepState("pilot", Mark.BLOCKED, NOTHING, _REASONS[Freshness.BLOCKED])
    approved = [r for r in view.runs if r.approved_by]
    if any(r.valid for r in approved):
        fact = Text("approved by {who}", "تأیید {who}")
        who = next(r.approved_by for r in reversed(approved) if r.valid)
        return StepState("pilot", Mark.DONE, Text(fact.en.format(who=who), fact.fa.format(who=who)))
    if approved:
        reason = Text(
            "The plan or its data changed since the pilot was approved.",
            "برنامه یا داده‌ها پس از تأیید اجرای آزمایشی تغییر کرده است.",
        )
        return StepState(
            "pilot", Mark.STALE, Text("changed since approval", "تغییر پس از تأیید"), reason
        )
    last = view.last(RunKind.PILOT)
    if last and last.state in {"done", "attention"}:
        return StepState("pilot", Mark.ATTENTION, Text("waits for approval", "در انتظار تأیید"))
    return StepState("pilot", Mark.OPEN, NOTHING)


def _migration(view: _View) -> StepState:
    last = view.last(*_WHOLE)
    if last and last.state in {"done", "attention"}:
        mark = Mark.DONE if last.state == "done" else Mark.ATTENTION
        return StepState(
            "migration",
            mark,
            Text("run {run} finished", "اجرای {run} پایان یافت"),
            NOTHING,
            (("run", last.no),),
        )
    if last and last.state in {"failed", "cancelled", "running"}:
        return StepState(
            "migration",
            Mark.ATTENTION,
            Text("run {run} stopped", "اجرای {run} متوقف شد"),
            NOTHING,
            (("run", last.no),),
        )
    open_gate = any(r.valid for r in view.runs) or not view.plan.loading.require_pilot
    if open_gate:
        return StepState("migration", Mark.OPEN, NOTHING)
    reason = Text(
        "Locked until a pilot of exactly this plan is approved.",
        "تا تأیید اجرای آزمایشیِ همین برنامه قفل است.",
    )
    return StepState("migration", Mark.BLOCKED, Text("locked", "قفل"), reason)


def _verification(view: _View) -> StepState:
    last = view.last(*_WHOLE)
    if last is None or last.state not in {"done", "attention"}:
        reason = Text("There is nothing to verify yet.", "هنوز چیزی برای راستی‌آزمایی نیست.")
        return StepState("verification", Mark.BLOCKED, NOTHING, reason)
    mark = Mark.DONE if last.state == "done" else Mark.ATTENTION
    fact = (
        Text("balanced", "تراز")
        if last.state == "done"
        else Text("rows need attention", "ردیف‌هایی نیاز به رسیدگی دارند")
    )
    if not view.signed_off:
        told = Text("sign-off is missing", "هنوز تحویل نشده")
        reason = Text(
            "Write the sign-off pack once the figures are understood.",
            "پس از بررسی رقم‌ها، بسته‌ی تحویل را بسازید.",
        )
        return StepState("verification", Mark.ATTENTION, told, reason)
    return StepState("verification", mark, fact)


_STEPS: dict[str, Callable[[_View], StepState]] = {
    "project": _project,
    "sources": _sources,
    "assess": _assess,
    "target": _target,
    "mapping": _mapping,
    "cleaning": _cleaning,
    "duplicates": _duplicates,
    "validation": _validation,
    "pilot": _pilot,
    "migration": _migration,
    "verification": _verification,
}
