"""The migration: predict, load everything, go on after a stop, take back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pyarrow as pa

from migrator.desks import runs
from migrator.desks.base import Desk, query, task
from migrator.loading import gate, section_of, target_of
from migrator.model.codec import fingerprint
from migrator.model.loading import RunKind
from migrator.model.reports import EntityAccount
from migrator.model.views.runs import DryRun, MigrationView, Prediction, RunView
from migrator.pipeline import entities_of, in_order, lookups
from migrator.progress import Progress
from migrator.project.project import now
from migrator.stages import load as load_stage
from migrator.stages.load_payload import folded_key
from migrator.store import names
from migrator.store.names import quote
from migrator.targets.base import Target

_KEYS = pa.schema([("key", pa.string())])


class MigrationDesk(Desk):
    """The full run."""

    @query
    def overview(self) -> MigrationView:
        """What would be loaded, whether that is open, and every run so far. The derived stages
        must be fresh."""
        plan = self.workspace.plan
        told = runs.run_views(self.workspace)
        account = self.workspace.account()
        last = next((run for run in told if run.kind == RunKind.FULL), None)
        return MigrationView(
            target=runs.target_words(plan),
            can_roll_back=runs.can_roll_back(plan),
            gate=runs.gate_view(self.workspace),
            predictions=self._predictions(account.entities),
            runs=told,
            resume=last.no if last and last.resumable else 0,
            account=account,
            entities=runs.labels(plan),
        )

    @task
    def dry_run(self, progress: Progress) -> DryRun:
        """Predict with what the target's ledger holds, and find what stands in the way. Nothing is
        written to the target. Raises TargetError when it cannot be reached."""
        workspace = self.workspace
        workspace.run("validate", progress)
        predictions = self._predictions(workspace.account().entities)
        workspace.staging.begin(fingerprint("dry run", gate(workspace)))
        with target_of(workspace) as target:
            schema = target.schema()
            entities = entities_of(workspace.plan)
            create = bool(workspace.plan.target.create)
            makes = tuple(e.name for e in entities if create and not schema.has(e.name))
            section = section_of(workspace, target, RunKind.FULL, 0)
            there = [e for e in entities if e.name not in makes]
            problems = load_stage.problems(workspace.staging, section, there, progress)
            told = [self._looked_up(target, one, progress) for one in predictions]
        known = all(one.there is not None for one in told)
        return DryRun(now(), tuple(told), makes, tuple(map(runs.in_words, problems)), known)

    @task
    def run(self, progress: Progress) -> RunView:
        """Load everything, or go on with a full run that stopped; then read back and compare."""
        result = self.workspace.load(RunKind.FULL, progress)
        return runs.run_view(self.workspace, result.run)

    @task
    def take_back(self, run: int, progress: Progress) -> RunView:
        """Remove again what a run loaded; returns the rollback."""
        self.workspace.rollback(run, progress)
        return runs.run_views(self.workspace)[0]

    # -- the prediction

    def _predictions(self, accounts: tuple[EntityAccount, ...]) -> tuple[Prediction, ...]:
        plan = self.workspace.plan
        by_name = {one.entity: one for one in accounts}
        return tuple(
            Prediction(
                name,
                runs.entity_label(plan, name),
                found.mapped,
                found.absorbed,
                found.quarantined,
                found.ready,
                self._waiting(name),
            )
            for name in in_order(plan)
            if (found := by_name.get(name)) is not None
        )

    def _waiting(self, entity: str) -> int:
        """Ready records that look up a record of an entity loaded before, which is not ready."""
        plan, staging = self.workspace.plan, self.workspace.staging
        if not staging.exists(names.ready(entity)):
            return 0
        columns = set(staging.columns(names.ready(entity)))
        before = list(in_order(plan))
        before = before[: before.index(entity)]
        waits = [
            f"(r.{quote(field)} is not null and try_cast(r.{quote(field)} as bigint) not in"
            f" (select _gid from {quote(names.ready(row.lookup.entity))}))"
            for field, row in lookups(plan, entity).items()
            if row.lookup and row.lookup.entity in before and f"_raw_{field}" in columns
        ]
        if not waits:
            return 0
        sql = f"select count(*) from {quote(names.ready(entity))} r where {' or '.join(waits)}"
        return int(staging.scalar(sql))

    def _looked_up(self, target: Target, one: Prediction, progress: Progress) -> Prediction:
        """The prediction with the records that the target has already from earlier runs."""
        workspace = self.workspace
        entity = workspace.plan.target.schema.entity(one.entity)
        found = target.ledger(workspace.project.id, entity)
        if found is None:
            return one
        staging, table = workspace.staging, f"ledger_{one.entity}"
        total = staging.write(table, _KEYS, _counted(found, progress, one.entity))
        sql = f"""select count(*) from {quote(names.ready(one.entity))} r
            where {folded_key("r._key")} in (select key from {quote(table)})"""
        there = int(staging.scalar(sql)) if total else 0
        return replace(one, there=there, left=total - there)


def _counted(
    batches: Iterator[pa.RecordBatch], progress: Progress, entity: str
) -> Iterator[pa.RecordBatch]:
    rows = 0
    progress.update(0, None, f"look {entity}")
    for batch in batches:
        yield batch
        rows += batch.num_rows
        progress.update(rows, None, f"look {entity}")
