"""The migration: predict, load everything, go on after a stop, take back."""

from __future__ import annotations

from collections.abc import Sequence

from migrator.desks import prediction_views, runs
from migrator.desks.base import Desk, edit, query, task
from migrator.meeting import set_matching
from migrator.model.changes import ChangeSet
from migrator.model.loading import RunKind, TargetMatch
from migrator.model.relations import in_order, parents_of
from migrator.model.reports import EntityAccount
from migrator.model.views.prediction import AheadPage
from migrator.model.views.runs import DryRun, MigrationView, Prediction, RunView
from migrator.prediction import Foreseen, kept, predict
from migrator.progress import Progress
from migrator.store import names
from migrator.store.names import quote


class MigrationDesk(Desk):
    """The full run."""

    @query
    def overview(self) -> MigrationView:
        """What would be loaded, whether that is open, and every run so far. The derived stages
        must be fresh."""
        plan = self.workspace.plan
        told = runs.run_views(self.workspace)
        account = self.workspace.account()
        last = next((run for run in told if RunKind(run.kind).whole), None)
        return MigrationView(
            target=runs.target_words(plan),
            can_roll_back=runs.can_roll_back(plan),
            gate=runs.gate_view(self.workspace),
            predictions=self._predictions(account.entities),
            runs=told,
            resume=last.no if last and last.resumable and last.kind == RunKind.FULL else 0,
            account=account,
            entities=runs.labels(plan),
            dry=self._told(found) if (found := kept(self.workspace)) else None,
            recognitions=prediction_views.recognitions(plan),
        )

    @task
    def dry_run(self, progress: Progress) -> DryRun:
        """Predict record by record against what the target holds, and find what stands in the way.
        Nothing is written to the target. Raises TargetError when it cannot be reached."""
        return self._told(predict(self.workspace, progress))

    @query
    def records_ahead(
        self, entity: str, kind: str, what: str, limit: int = 200, offset: int = 0
    ) -> AheadPage:
        """Records of the newest dry run. `kind` is `class` (`what`: create, update, skip, reject,
        wait) or `field` (`what`: `<field>:<overwrite, clear, fill, append or keep>`)."""
        return prediction_views.page(self.workspace, entity, (kind, what), limit, offset)

    @edit
    def recognise(self, entity: str, fields: Sequence[str], rules: bool = False) -> ChangeSet:
        """Say how records of `entity` that are in the target already are recognised: by fields, by
        the duplicates rules, or not at all."""
        return set_matching(self.workspace, TargetMatch(entity, tuple(fields), rules))

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

    def _told(self, found: Foreseen) -> DryRun:
        predictions = self._predictions(self.workspace.account().entities)
        return prediction_views.dry_run(
            self.workspace.plan,
            found,
            {one.entity: one for one in predictions},
            tuple(map(runs.in_words, found.problems)),
        )

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
        waits = []
        for field, parents in parents_of(plan, entity).items():
            if f"_raw_{field}" in columns and set(parents) <= set(before):
                there = " union all ".join(
                    f"select _gid from {quote(names.ready(parent))}" for parent in parents
                )
                held = f"try_cast(r.{quote(field)} as bigint)"
                waits.append(f"({held} is not null and {held} not in ({there}))")
        if not waits:
            return 0
        sql = f"select count(*) from {quote(names.ready(entity))} r where {' or '.join(waits)}"
        return int(staging.scalar(sql))
