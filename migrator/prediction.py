"""A dry run as a client asks for it: predict what a full run would do, write nothing, keep it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from migrator import delta, meeting
from migrator.loading import gate, section_of, target_of
from migrator.model.codec import fingerprint
from migrator.model.loading import RunKind
from migrator.model.relations import entities_of
from migrator.model.reports import StageReport
from migrator.progress import Progress
from migrator.project.project import now
from migrator.stages import load as load_stage
from migrator.stages import predict as predict_stage
from migrator.store import names
from migrator.store.names import quote

if TYPE_CHECKING:
    from migrator.workspace import Workspace

CLASSES = predict_stage.CLASSES


@dataclass(frozen=True)
class Foreseen:
    """What a full run would do. `report` is that of the stage predict, None where `problems` stand
    in the way of looking; `makes` are entities that the load would create first; `merged` counts
    the rows of each entity that went up in another record."""

    at: str
    report: StageReport | None
    makes: tuple[str, ...]
    problems: tuple[str, ...]
    merged: dict[str, int]
    tells: bool

    @property
    def entities(self) -> dict[str, dict[str, Any]]:
        return dict(self.report.facts["entities"]) if self.report else {}


def predict(workspace: Workspace, progress: Progress, kind: RunKind = RunKind.FULL) -> Foreseen:
    """Predict the next run of a kind against what the target holds now, and keep it to be scored.
    Nothing is written to the target. Raises TargetError when it cannot be reached, and PlanError
    for a partial run that has nothing to go on from."""
    if kind.partial:
        delta.require(workspace.plan, delta.base(workspace), kind)
    workspace.run("validate", progress)
    plan, staging, bound = workspace.plan, workspace.staging, gate(workspace)
    last = max((run.no for run in workspace.runs()), default=0)
    staging.begin(fingerprint("predict", bound, last))
    with target_of(workspace) as target:
        schema = target.schema()
        entities = entities_of(plan)
        makes = tuple(e.name for e in entities if plan.target.create and not schema.has(e.name))
        section = section_of(workspace, target, kind, 0)
        there = [e for e in entities if e.name not in makes]
        problems = load_stage.problems(staging, section, there, progress)
        report = None
        if not problems and kind.partial:
            section = delta.choose(workspace, section, kind, progress)
        if not problems:
            meeting.compare(workspace, section, progress)
            report = predict_stage.run(staging, section, progress)
        tells = target.capabilities.can_roll_back
    if report is not None:
        tables = {t: staging.physical(t) for t in predict_stage.writes(plan.entities())}
        workspace.project.outputs.put(meeting.PREDICT, bound, str(last), report, tables)
    merged = {one.entity: one.absorbed for one in workspace.account().entities}
    return Foreseen(now(), report, makes, problems, merged, tells)


def kept(workspace: Workspace) -> Foreseen | None:
    """The prediction that was made for the plan and data of now, if nothing ran since."""
    found = meeting.prediction(workspace, gate(workspace))
    if found is None or any(run.no > int(found.digest) for run in workspace.runs()):
        return None
    merged = {one.entity: one.absorbed for one in workspace.account().entities}
    return Foreseen(found.at, found.report, (), (), merged, tells=True)


def lines(
    workspace: Workspace, entity: str, what: tuple[str, str], limit: int, offset: int = 0
) -> tuple[list[tuple[Any, ...]], int]:
    """Records of the kept prediction, and how many there are: `what` is ("class", one of CLASSES)
    or ("field", "<field>:<what happens>"). Rows are (gid, key, title of the record in the target,
    field, code, detail, held, mapped, result)."""
    staging = workspace.staging
    found = meeting.prediction(workspace, gate(workspace))
    if found is None:
        return [], 0
    predicted = quote(found.tables[names.predicted(entity)])
    kind, value = what
    if kind == "class":
        body, params = f"from {predicted} p where p.class = ?", [value]
        shown = "p.field, coalesce(p.code, ''), p.detail, null, null, null"
    else:
        field, _, happens = value.rpartition(":")
        collided = quote(found.tables[names.collided(entity)])
        body = f"from {collided} c join {predicted} p using (_gid) where c.field = ? and c.what = ?"
        params = [field, happens]
        shown = "c.field, c.what, '', c.held, c.mapped, c.result"
    total = int(staging.scalar(f"select count(*) {body}", params))
    rows = staging.rows(
        f"select p._gid, p._key, coalesce(p.target_id, ''), {shown} {body}"
        f" order by p._gid limit {limit} offset {offset}",
        params,
    )
    return rows, total
