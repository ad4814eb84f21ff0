"""Workspace: the one object that a client holds. Methods delegate; the work is done elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from migrator import account, loading, pack, tidying
from migrator.contract.stamps import stamped
from migrator.errors import ProjectError
from migrator.model.changes import ChangeSet
from migrator.model.loading import PilotApproval, RunKind
from migrator.model.plan import Plan, SourceSpec
from migrator.model.reports import RowAccount, StageReport
from migrator.model.text import Text
from migrator.pipeline import Freshness, Inputs, Pipeline, StageStatus
from migrator.progress import NULL_PROGRESS, Progress
from migrator.project.history import HistoryEntry
from migrator.project.project import Project, now, user
from migrator.project.records import Decision, Run
from migrator.project.secrets import Secrets
from migrator.sources.base import OpenOptions, Source
from migrator.sources.opening import open_source
from migrator.sources.stamps import stamp
from migrator.store.names import quote
from migrator.store.staging import Staging

DECISIONS = frozenset({"decisions"})
DECIDED = Text("Decided", "تصمیم گرفته شد")
WITHDRAWN = Text("Took a decision back", "پس گرفتن یک تصمیم")
NEW_PROJECT = Text("New project", "پروژه‌ی تازه")


class Workspace:
    """An open project with its staging database. Close it, or use it in a `with` statement."""

    def __init__(self, project: Project, *, memory_mb: int = 600) -> None:
        self.project = project
        self.user = user()  # who works here; a client that knows better says so
        self.secrets = Secrets(project.folder.stem)
        try:
            self.staging = Staging(project.staging_path, memory_mb=memory_mb)
        except BaseException:
            project.close()
            raise
        self.pipeline = Pipeline(self.staging, project.outputs)
        self._inputs: Inputs | None = None

    @classmethod
    def create(cls, folder: Path, plan: Plan) -> Workspace:
        """Make a project that starts with `plan`."""
        project = Project.create(folder)
        project.history.record(plan, NEW_PROJECT, user())
        return cls(project)

    @classmethod
    def open(cls, folder: Path) -> Workspace:
        """Open a project; raises ProjectError."""
        return cls(Project.open(folder))

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close both databases; safe to call twice."""
        self.staging.close()
        self.project.close()

    # -- the plan

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.project.history.plan()

    def edit(self, label: Text | str, change: Callable[[Plan], Plan]) -> ChangeSet:
        """Apply one named change; one transaction, one step of undo."""
        before = self.plan
        after = stamped(before, change(before), self.user, now())
        record = self.project.history.record
        return self._moved(label, before, lambda: record(after, label, self.user))

    def undo(self) -> ChangeSet:
        """Take the last change back; raises ProjectError at a load."""
        return self._moved("", self.plan, self.project.history.undo)

    def redo(self) -> ChangeSet:
        """Make the change again that was taken back."""
        return self._moved("", self.plan, self.project.history.redo)

    def history(self) -> list[HistoryEntry]:
        """Every change in plain words, oldest first."""
        return self.project.history.entries()

    def _moved(self, label: Text | str, before: Plan, move: Callable[[], Text | int]) -> ChangeSet:
        done = move()
        words = label if isinstance(done, int) else done
        after = self.plan
        sections = {
            f.name for f in fields(Plan) if getattr(before, f.name) != getattr(after, f.name)
        }
        return ChangeSet(Text.of(words), frozenset(sections), self._brought_back())

    def _brought_back(self) -> tuple[str, ...]:
        """Show again what was made for the project as it stands now; the names of the stages that
        are stale."""
        status = self.status()
        self.pipeline.show(status)
        return tuple(s.name for s in status if s.freshness == Freshness.STALE)

    def decide(self, *decisions: Decision) -> ChangeSet:
        """Keep the verdicts and overrides that a person gave in one go: they are one act."""
        self.project.decisions.add(*(replace(d, by=d.by or user()) for d in decisions))
        return ChangeSet(DECIDED, DECISIONS, self._brought_back())

    def withdraw(self, *acts: int) -> ChangeSet:
        """Let what was decided in these acts count no more."""
        for act in acts:
            self.project.decisions.withdraw(act, user())
        return ChangeSet(WITHDRAWN, DECISIONS, self._brought_back())

    # -- stages

    def inputs(self) -> Inputs:
        """What the stages work from, as of now."""
        decisions = self.project.decisions
        made = Inputs(
            self.plan, decisions.verdicts(), self.open_source, overrides=decisions.overrides()
        )
        last = self._inputs
        if last is None or last.plan is not made.plan or last != made:
            last = self._inputs = made  # otherwise what was worked out for them stays known
        return last

    def open_source(self, spec: SourceSpec) -> Source:
        """Open a source of the plan with its reading options and its password."""
        tables = {c.table.name: {**c.table.facts, **c.options} for c in spec.tables}
        options = OpenOptions(self.secrets.get(spec.id), tables, dict(spec.options))
        return open_source(spec.uri, options)

    def status(self) -> list[StageStatus]:
        """How the derived stages stand, in order."""
        return self.pipeline.status(self.inputs())

    def run(self, until: str = "validate", progress: Progress = NULL_PROGRESS) -> list[StageReport]:
        """Bring the derived stages up to date; nothing is written to the target."""
        return self.pipeline.run(until, self.inputs(), progress)

    def tidy(self, go_on: Callable[[], bool] = lambda: True) -> bool:
        """Give the room of results back that only far states of the plan need; not while a stage
        runs. Asks `go_on` between small steps; False if it was told to stop."""
        return tidying.tidy(self, go_on)

    def changed_sources(self) -> list[str]:
        """Ids of sources of files, folders too, that were written after their snapshot was
        taken."""
        output = self.project.outputs.latest("extract")
        if output is None:
            return []
        # Snapshots of older versions have no stamps: they are taken for as they should be.
        then = output.report.facts.get("stamps", {})
        now = {spec.id: stamp(spec.uri) for spec in self.plan.sources if then.get(spec.id)}
        return [name for name, marks in now.items() if marks and marks != then[name]]

    def refresh(self) -> None:
        """Forget the snapshots: the next run reads the sources anew."""
        self.project.outputs.forget("extract")

    def page(self, table: str, offset: int = 0, limit: int = 200) -> pa.Table:
        """Some rows of a staging table, for looking at."""
        return self.staging.table(f"select * from {quote(table)} limit {limit} offset {offset}")

    def account(self) -> RowAccount:
        """Where every record has ended."""
        return account.row_account(self.staging, self.plan)

    # -- the target

    def load(self, kind: RunKind, progress: Progress = NULL_PROGRESS) -> loading.RunResult:
        """Load a pilot or everything, then reconcile; a run that stopped is taken up again."""
        return loading.load(self, kind, progress)

    def reconcile(self, progress: Progress = NULL_PROGRESS, *, strict: bool = False) -> StageReport:
        """Read the target back and compare it with what the plan says; with `strict` records that
        others put there count as not expected."""
        return loading.reconcile_again(self, progress, strict)

    def differences(self, limit: int = 50) -> tuple[loading.Difference, ...]:
        """The first differences of the newest reconciliation."""
        return loading.differences(self, limit)

    def rollback(self, run: int, progress: Progress = NULL_PROGRESS) -> dict[str, Any]:
        """Take a run back: created rows removed, updated ones restored, foreign edits kept."""
        return loading.roll_back(self, run, progress)

    def approve_pilot(self, run: int, by: str = "", note: str = "") -> PilotApproval:
        """Let the full run pass for exactly the plan and data of this pilot."""
        found = next((r for r in self.runs() if r.no == run and r.kind == RunKind.PILOT), None)
        if found is None or found.state not in {"done", "attention"}:
            raise ProjectError(
                Text(
                    f"Run {run} is not a finished pilot.",
                    f"اجرای {run} یک اجرای آزمایشیِ پایان‌یافته نیست.",
                ),
                hint=Text("Look at the list of runs.", "فهرست اجراها را ببینید."),
            )
        approval = PilotApproval(run, found.fingerprint, by or user(), now(), note)
        self.project.runs.approve(approval)
        self.project.log(f"Pilot {run} approved by {approval.by}")
        return approval

    def runs(self) -> list[Run]:
        """All loads and rollbacks, oldest first."""
        return self.project.runs.all()

    def report(
        self, folder: Path, language: str = "", told: Callable[[str], Text] = Text.of
    ) -> list[Path]:
        """Write the sign-off pack; returns the files. `told` as `pack.write` takes it."""
        return pack.write(self, folder, language or self.plan.language, told)
