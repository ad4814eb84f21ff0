"""What step 6 shows: the recipes with their effect, values before and after, groups."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from migrator.advice.recipe import propose_recipe
from migrator.desks.base import Desk, query
from migrator.desks.cleaning_edits import entity_label, field_label, steps_of
from migrator.desks.cleaning_groups import MOST_VALUES, grouped
from migrator.desks.cleaning_preview import preview, step_problem
from migrator.errors import PlanError
from migrator.model.dormant import mapped_fields
from migrator.model.recipe import ROW_COLUMNS, RecipeStep
from migrator.model.text import Text
from migrator.model.views.catalog import NO_TEXT
from migrator.model.views.cleaning import (
    EntityLine,
    Facet,
    FieldLine,
    Groups,
    Likeness,
    RecipeView,
    Reference,
    Show,
    StepLine,
    StepPreview,
    ValueCount,
)
from migrator.pipeline import Freshness
from migrator.store import names
from migrator.store.names import quote
from migrator.transforms import TRANSFORMS

VALUES = 1_000
REFERENCE_ROWS = 20_000
COUNTED_EXACTLY = 200_000  # rows up to which distinct values are not estimated
_ASLEEP = Text(
    "It waits: nothing is mapped to this field now.",
    "منتظر است: اکنون چیزی به این فیلد نگاشت نشده است.",
)


class CleaningLooks(Desk):
    """The questions of the cleansing step; `cleaning.CleaningDesk` adds the edits."""

    # -- what is there

    @query
    def entities(self) -> tuple[EntityLine, ...]:
        """The entities that some feed fills, in the schema's order."""
        facts = self._facts()
        return tuple(self._entity(name, facts) for name in self.workspace.plan.entities())

    @query
    def recipe(self, entity: str) -> RecipeView:
        """The recipe of an entity with the effect of each step in the newest run."""
        plan, facts = self.workspace.plan, self._facts()
        effects = facts.get("changed", {}).get(entity, {})
        mapped = {*mapped_fields(plan, entity), *ROW_COLUMNS}
        steps = tuple(self._step(entity, s, effects, mapped) for s in steps_of(plan, entity))
        return RecipeView(self._entity(entity, facts), steps, self._fields(entity))

    @query
    def preview(
        self, entity: str, position: int, step: RecipeStep, show: str = Show.CHANGED
    ) -> StepPreview:
        """What `step` would do at `position` of the recipe (-1: at its end), whether it stands
        there already or not."""
        steps = steps_of(self.workspace.plan, entity)
        before = steps if position < 0 else steps[:position]
        before = tuple(one for one in before if one.id != step.id or not step.id)
        return preview(self.workspace.staging, entity, before, step, Show(show))

    @query
    def facet(self, entity: str, field: str, search: str = "") -> Facet:
        """The values of a field after the recipe that hold `search`, the most frequent first."""
        staging, table = self.workspace.staging, quote(names.clean(entity))
        line = next((f for f in self._fields(entity) if f.name == field), None)
        if line is None:
            raise PlanError(
                Text(
                    f"Nothing is mapped to {field!r} of {entity}.",
                    f"چیزی به «{field}» در «{entity}» نگاشت نشده است.",
                )
            )
        column = quote(field)
        fits = f"{column} is not null and contains(lower({column}), lower(?))"
        counted = f"select {column} as v, count(*) as n from {table} where {fits} group by v"
        found = staging.scalar(f"select count(*) from ({counted})", [search])
        rows = staging.rows(f"{counted} order by n desc, v limit {VALUES}", [search])
        values = tuple(ValueCount(value, int(count)) for value, count in rows)
        return Facet(line, staging.count(names.clean(entity)), int(found), values)

    @query
    def groups(self, entity: str, field: str, likeness: str) -> Groups:
        """Values of a field after the recipe that may mean the same."""
        column, table = quote(field), quote(names.clean(entity))
        rows = self.workspace.staging.rows(
            f"select {column} as v, count(*) as n from {table} where v is not null"
            f" group by v order by n desc, v limit {MOST_VALUES + 1}"
        )
        values = [ValueCount(value, int(count)) for value, count in rows]
        return grouped(values[:MOST_VALUES], Likeness(likeness), len(values) <= MOST_VALUES)

    @query
    def suggestions(self, entity: str) -> tuple[StepLine, ...]:
        """Steps that its fields deserve and that the recipe lacks; `changed` counts the values
        that each would change in the rows as the recipe leaves them."""
        plan = self.workspace.plan
        steps = steps_of(plan, entity)
        there = {(s.writes, s.step.transform) for s in steps}
        mapped = set(mapped_fields(plan, entity))
        lines = []
        for step in propose_recipe(plan, entity).steps:
            if (step.writes, step.step.transform) not in there:
                line = self._step(entity, step, {}, mapped)
                rows = preview(self.workspace.staging, entity, steps, step).changed_rows
                lines.append(replace(line, changed=rows))
        return tuple(lines)

    @query
    def references(self) -> tuple[Reference, ...]:
        """Source tables whose snapshot can be looked up in."""
        staging = self.workspace.staging
        return tuple(
            Reference(
                spec.id,
                choice.table.name,
                staging.count(names.raw(choice.no)),
                tuple(column.name for column in choice.table.columns),
            )
            for spec in self.workspace.plan.sources
            for choice in spec.tables
            if len(choice.table.columns) > 1 and staging.exists(names.raw(choice.no))
        )

    @query
    def reference(
        self, source: str, table: str, key: str, result: str
    ) -> tuple[tuple[str, str], ...]:
        """Two columns of a source table's snapshot under their names, each key once (its first
        result): the table of a `lookup_table` step."""
        choice = self.workspace.plan.choice(source, table)
        places = {column.name: f"c{n}" for n, column in enumerate(choice.table.columns, 1)}
        if key not in places or result not in places or key == result:
            raise PlanError(
                Text(
                    "Choose two different columns of the table.", "دو ستون متفاوت از جدول برگزینید."
                )
            )
        left, right = quote(places[key]), quote(places[result])
        rows = self.workspace.staging.rows(
            f"select {left}, arg_min({right}, _row) from {quote(names.raw(choice.no))}"
            f" where {left} is not null and {right} is not null group by 1"
            f" order by min(_row) limit {REFERENCE_ROWS + 1}"
        )
        if len(rows) > REFERENCE_ROWS:
            raise PlanError(
                Text(
                    f"The table {table} has more than {REFERENCE_ROWS:,} keys.",
                    f"جدول «{table}» بیش از {REFERENCE_ROWS:,} کلید دارد.",
                ),
                hint=Text(
                    "Take a smaller table: it becomes a part of the plan.",
                    "جدول کوچک‌تری برگزینید: این جدول بخشی از برنامه می‌شود.",
                ),
            )
        return ((key, result), *((str(k), str(v)) for k, v in rows))

    # -- parts

    def named(self, entity: str, step: RecipeStep) -> tuple[Text, Text]:
        """What people call a step, and the field it writes."""
        name = step.step.transform
        title = TRANSFORMS.get(name).title if name in TRANSFORMS else Text.of(name)
        return title, field_label(self.workspace.plan, entity, step.writes)

    def _facts(self) -> dict[str, Any]:
        """What the newest run of cleanse found; nothing when it no longer fits the plan."""
        status = next(s for s in self.workspace.status() if s.name == "cleanse")
        fresh = status.output is not None and status.freshness == Freshness.FRESH
        return dict(status.output.report.facts) if fresh and status.output else {}

    def _entity(self, name: str, facts: dict[str, Any]) -> EntityLine:
        plan = self.workspace.plan
        steps = steps_of(plan, name)
        return EntityLine(
            name=name,
            label=entity_label(plan, name),
            rows=self.workspace.staging.count(names.mapped(name)),
            steps=len(steps),
            enabled=sum(step.enabled for step in steps),
            changed=sum(facts.get("changed", {}).get(name, {}).values()),
            issues=int(facts.get("issues", {}).get(name, 0)),
        )

    def _step(
        self, entity: str, step: RecipeStep, effects: dict[str, int], mapped: set[str]
    ) -> StepLine:
        title, field = self.named(entity, step)
        name = step.step.transform
        problem = step_problem(step) or NO_TEXT
        if not {*step.reads, step.writes} <= mapped:
            problem = _ASLEEP
        return StepLine(
            step=step,
            title=title,
            help=TRANSFORMS.get(name).help if name in TRANSFORMS else NO_TEXT,
            label=field,
            changed=effects.get(step.id),
            problem=problem,
        )

    def _fields(self, entity: str) -> tuple[FieldLine, ...]:
        plan, staging = self.workspace.plan, self.workspace.staging
        table = names.clean(entity)
        there = set(staging.columns(table)) if staging.exists(table) else set()
        known = {f.name: f for f in plan.target.schema.entity(entity).fields}
        listed = [name for name in mapped_fields(plan, entity) if name in known]
        asked = [name for name in listed if name in there]
        counts: dict[str, tuple[int, int]] = {}
        if asked:
            exact = staging.count(table) <= COUNTED_EXACTLY
            distinct = "count(distinct {})" if exact else "approx_count_distinct({})"
            told = ", ".join(f"count({quote(n)}), {distinct.format(quote(n))}" for n in asked)
            row = staging.rows(f"select {told} from {quote(table)}")[0]
            counts = {n: (int(row[2 * i]), int(row[2 * i + 1])) for i, n in enumerate(asked)}
        return tuple(
            FieldLine(
                name=name,
                label=field_label(plan, entity, name),
                type=known[name].type.value,
                filled=counts.get(name, (0, 0))[0],
                distinct=min(counts.get(name, (0, 0))),
                meaning=known[name].meaning,
            )
            for name in listed
        )
