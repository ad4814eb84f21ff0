"""What differs from when a run began, exactly: what was changed and taken back again does not."""

from __future__ import annotations

from dataclasses import replace

from migrator.desks.duplicates_groups import in_force
from migrator.loading import gate_of, run_label
from migrator.model.plan import Plan
from migrator.model.survivorship import Override
from migrator.model.text import Text
from migrator.model.views.runs import Changed
from migrator.pipeline import Inputs
from migrator.project.records import Run
from migrator.workspace import Workspace

# Step, its words, and the sections of the plan that are done there and that a load rests on.
_PARTS: tuple[tuple[str, Text, tuple[str, ...]], ...] = (
    ("project", Text("Name of the legacy system", "نام سامانه‌ی مبدأ"), ("system",)),
    ("sources", Text("Sources", "مبدأها"), ("sources",)),
    ("target", Text("Target", "مقصد"), ("target",)),
    ("mapping", Text("Mapping", "نگاشت"), ("feeds",)),
    ("cleaning", Text("Cleansing", "پاک‌سازی"), ("recipes",)),
    ("duplicates", Text("Duplicates", "تکراری‌ها"), ("matching", "survivorship")),
    ("validation", Text("Validation", "اعتبارسنجی"), ("checking", "waivers")),
)
_VERDICTS = Changed("duplicates", Text("Decisions on duplicates", "تصمیم‌های تکراری‌ها"))
_SNAPSHOT = Changed("sources", Text("Data of the sources", "داده‌های مبدأ"))


def changed_since(workspace: Workspace, no: int) -> tuple[Changed, ...]:
    """The parts of the work that differ from when run `no` began, in the order of the steps."""
    run = next((r for r in workspace.runs() if r.no == no), None)
    if run is None:
        return ()
    now, then = workspace.inputs(), _inputs_then(workspace, run)
    found = [
        Changed(step, told)
        for step, told, sections in _PARTS
        if any(getattr(then.plan, name) != getattr(now.plan, name) for name in sections)
    ]
    if _decided(then) != _decided(now):
        _add(found, _VERDICTS)
    if gate_of(workspace, then) != run.fingerprint:
        # The plan and the decisions of then do not give the run's fingerprint any more: what was
        # read of the sources since is not what was read before.
        _add(found, _SNAPSHOT)
    return tuple(found)


def _add(found: list[Changed], part: Changed) -> None:
    if all(one.step != part.step for one in found):
        found.append(part)


def _inputs_then(workspace: Workspace, run: Run) -> Inputs:
    """What the stages worked from when the run began."""
    decisions = workspace.project.decisions
    seen = [seq for seq, at, *_ in decisions.rows() if at <= run.started_at]
    until = max(seen, default=0)
    return replace(
        workspace.inputs(),
        plan=_plan_then(workspace, run),
        verdicts=decisions.verdicts(until),
        overrides=decisions.overrides(until),
    )


def _plan_then(workspace: Workspace, run: Run) -> Plan:
    label = run_label(run.no, run.kind).en
    entries = reversed(workspace.history())
    seq = next((e.seq for e in entries if e.barrier and e.label.en == label), None)
    return workspace.plan if seq is None else workspace.project.history.at(seq)


def _decided(inputs: Inputs) -> tuple[object, dict[tuple[str, int, str], Override]]:
    """Every answer and every kept value that counts, whatever it was decided how often."""
    answers = {
        entity: in_force(v for v in inputs.verdicts if v.entity == entity)
        for entity in {v.entity for v in inputs.verdicts}
    }
    kept = {
        (o.entity, o.row, o.field): replace(o, seq=0, act=0, by="", note="")
        for o in inputs.overrides
    }
    return answers, kept
