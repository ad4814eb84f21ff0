"""What the methods of the step "Duplicates" share: the last result and the decisions about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from migrator.desks import duplicates_compare as compare
from migrator.desks import duplicates_rules as rules
from migrator.desks.base import Desk
from migrator.desks.duplicates_groups import Answers, Groups, clusters_of, groups, in_force
from migrator.errors import PlanError
from migrator.model.changes import ChangeSet
from migrator.model.matching import MatchSettings
from migrator.model.schema import Entity
from migrator.model.text import Text
from migrator.model.views.duplicates import Decided
from migrator.project.records import Decision
from migrator.store import names
from migrator.store.names import quote


class DuplicatesBase(Desk):
    """Reads the last result, and writes decisions and settings."""

    def _schema(self, entity: str) -> Entity:
        plan = self.workspace.plan
        if entity not in plan.entities():
            raise PlanError(
                Text(
                    f"No source table is mapped to {entity!r}.",
                    f"هیچ جدولی از مبدأ به «{entity}» نگاشت نشده است.",
                ),
                hint=Text("Map one first.", "نخست جدولی را نگاشت کنید."),
            )
        return plan.target.schema.entity(entity)

    def _settings(self, entity: str) -> MatchSettings:
        self._schema(entity)
        return rules.settings_of(self.workspace.plan, entity)

    def _groups(self, entity: str) -> Groups:
        return groups(self.workspace.staging, self._settings(entity))

    def _answers(self, entity: str, until: int | None = None) -> Answers:
        verdicts = self.workspace.project.decisions.verdicts(until)
        return in_force(v for v in verdicts if v.entity == entity)

    def _clusters(self, entity: str) -> dict[int, int]:
        staging = self.workspace.staging
        return clusters_of(staging, entity) if staging.exists(names.clusters(entity)) else {}

    def _absorbed(self, entity: str) -> int:
        staging, table = self.workspace.staging, names.clusters(entity)
        if not staging.exists(table):
            return 0
        return int(staging.scalar(f"select count(*) - count(distinct _gid) from {quote(table)}"))

    def _facts(self, entity: str) -> dict[str, Any]:
        """The match report's facts of the result that is shown; empty where there is none."""
        staging, table = self.workspace.staging, names.pairs(entity)
        if not staging.exists(table):
            return {}
        output = self.workspace.project.outputs.making("match", staging.physical(table))
        found = output.report.facts.get(entity, {}) if output else {}
        return dict(found)

    def _known(self, entity: str, rows: Sequence[int]) -> list[int]:
        self._schema(entity)
        known = compare.existing(self.workspace.staging, entity, rows)
        if len(known) < len(set(rows)):
            raise PlanError(
                Text(
                    "Some of these records are no longer there.",
                    "بعضی از این رکوردها دیگر وجود ندارند.",
                ),
                hint=Text("Look at the list again.", "فهرست را دوباره ببینید."),
            )
        return known

    def _decide(self, told: Text, decisions: Sequence[Decision], rows: Sequence[int]) -> Decided:
        """Keep decisions as one act; nothing is written where all of it was decided before."""
        done = self.workspace.decide(*decisions) if decisions else ChangeSet(told)
        return Decided(told, done.sections, done.stages, tuple(rows))

    def _withdraw(self, told: Text, acts: Sequence[int], rows: Sequence[int]) -> Decided:
        done = self.workspace.withdraw(*acts)
        return Decided(told, done.sections, done.stages, tuple(rows))

    def _rows_of(self, act: int) -> tuple[int, ...]:
        decisions = self.workspace.project.decisions
        verdicts = [v for v in decisions.verdicts() if (v.act or v.seq) == act]
        rows = {row for v in verdicts for row in (v.left, v.right)}
        rows |= {o.row for o in decisions.overrides() if (o.act or o.seq) == act}
        return tuple(sorted(rows))

    def _change(self, entity: str, change: Callable[[MatchSettings], MatchSettings]) -> ChangeSet:
        before = self._settings(entity)
        after = change(before)
        told = rules.label_of(before, after, compare.entity_text(self._schema(entity)))
        return self.workspace.edit(told, lambda plan: rules.with_settings(plan, after))
