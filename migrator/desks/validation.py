"""Step 8, Validate: what is wrong with the records that are to travel, and what repairs it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from migrator.desks import validation_cells as cells
from migrator.desks import validation_edits as edits
from migrator.desks import validation_groups as gathered
from migrator.desks.base import Desk, edit, query, task
from migrator.desks.cleaning_edits import added, check_fields, entity_label, field_label, with_steps
from migrator.desks.error_words import problem_text
from migrator.desks.validation_export import write_held_back
from migrator.desks.validation_fixes import suggestions
from migrator.desks.validation_trial import Group, trial
from migrator.errors import PlanError, ProjectError
from migrator.model.changes import ChangeSet
from migrator.model.checking import CheckRule, Waiver
from migrator.model.issue_titles import title_of
from migrator.model.plan import Plan
from migrator.model.recipe import RecipeStep
from migrator.model.text import Text
from migrator.model.views.validation import (
    CellValue,
    RuleTrial,
    Suggestion,
    Trial,
    Validation,
)
from migrator.progress import Progress
from migrator.project.project import user
from migrator.stages import validate_rules
from migrator.store import names
from migrator.store.names import quote

EXAMPLES = 5


class ValidationDesk(Desk):
    """Reads the newest validation; every repair is a change of the plan."""

    # -- looking

    @query
    def overview(self) -> Validation:
        """Totals, groups of issues, waivers and the checks that people added."""
        staging, plan = self.workspace.staging, self.workspace.plan
        return Validation(
            gathered.totals(staging, plan),
            gathered.groups(staging, plan),
            gathered.waiver_lines(staging, plan),
            gathered.rule_lines(staging, plan),
        )

    @query
    def suggest(
        self, entity: str, field: str, code: str, severity: str = "", detail: str | None = None
    ) -> tuple[Suggestion, ...]:
        """Ways to repair a group of issues, each tried on its real values."""
        group = self._group(Group(entity, field, code, severity, detail))
        return suggestions(self.workspace.staging, self.workspace.plan, group)

    @query
    def try_step(self, group: tuple[str, str, str, str, str | None], step: RecipeStep) -> Trial:
        """What a recipe step would do to a group: (entity, field, code, severity, detail)."""
        asked = self._group(Group(*group))
        check_fields(self.workspace.plan, asked.entity, [step])
        return trial(self.workspace.staging, self.workspace.plan, asked, step)

    @query
    def cell(self, entity: str, gid: int, field: str) -> CellValue:
        """One value of a record, for correcting it."""
        return cells.cell(self.workspace.staging, self.workspace.plan, entity, gid, field)

    @query
    def try_rule(self, entity: str, rule: CheckRule) -> RuleTrial:
        """What a check would find if it ran now."""
        plan, staging = self.workspace.plan, self.workspace.staging
        table = names.golden(entity)
        if not staging.exists(table):
            return RuleTrial(0)
        columns = staging.columns(table)
        parents = {e: quote(names.golden(e)) for e in plan.entities()}
        schema = plan.target.schema.entity(entity)
        asked_rule = replace(rule, enabled=True)
        try:
            asked = validate_rules.questions(schema, columns, parents, [asked_rule])[-1]
        except PlanError as error:
            problem = problem_text(str(error.details.get("problems", [str(error)])[0]))
            return RuleTrial(0, problem=problem)
        rows = int(staging.scalar(f"select count(distinct row) from ({asked.sql})"))
        examples = staging.rows(
            f"select g._key, f.value from ({asked.sql}) f join {quote(table)} g on g._gid = f.row"
            f" order by f.row limit {EXAMPLES}"
        )
        return RuleTrial(rows, tuple((key or "", value) for key, value in examples))

    # -- repairing

    @edit
    def fix(self, entity: str, step: RecipeStep) -> ChangeSet:
        """Repair all issues of a kind: a step at the end of the recipe."""
        plan = self.workspace.plan
        check_fields(plan, entity, [step])
        label = Text("Repaired {field} of {entity}", "اصلاح {field} در {entity}")
        return self.workspace.edit(
            self._filled(label, entity, step.writes),
            lambda plan: with_steps(plan, entity, lambda steps: added(steps, -1, [step])),
        )

    @edit
    def correct(self, entity: str, gid: int, field: str, value: str, same: bool) -> ChangeSet:
        """Give one record another value ("" for none); `same` gives it to every record that has
        the same value and the same issue."""
        staging, plan = self.workspace.staging, self.workspace.plan
        rows = cells.corrections(staging, plan, cells.Target(entity, gid, field), value, same)
        label = Text("Corrected {field} of {entity}", "اصلاح دستی {field} در {entity}")
        return self.workspace.edit(
            self._filled(label, entity, field),
            lambda plan: edits.corrected(plan, entity, field, rows),
        )

    @edit
    def waive(
        self, entity: str, field: str, code: str, reason: str, rows: tuple[int, ...] | None = None
    ) -> ChangeSet:
        """Accept an issue for these records (None: all): it becomes a warning."""
        who = user()
        listed = [None] if rows is None else list(rows)
        waivers = [Waiver(entity, field, code, reason.strip(), row, who) for row in listed]
        label = Text("Accepted “{code}” of {entity}", "پذیرش «{code}» در {entity}")
        return self.workspace.edit(
            self._filled(label, entity, field, code), lambda plan: edits.with_waiver(plan, waivers)
        )

    @edit
    def unwaive(self, waivers: tuple[Waiver, ...]) -> ChangeSet:
        """Accept these no more."""
        return self.workspace.edit(
            Text("Took an acceptance back", "پس گرفتن پذیرش"),
            lambda plan: edits.without_waivers(plan, waivers),
        )

    # -- checks that people add

    @edit
    def put_rule(self, entity: str, rule: CheckRule, number: int = -1) -> ChangeSet:
        """Add a check, or put it in place of the one with `number`."""
        tried = self.try_rule(entity, rule)
        if tried.problem is not None and rule.enabled:
            raise PlanError(
                tried.problem, hint=Text("Correct the check first.", "نخست وارسی را درست کنید.")
            )
        label = Text("Added a check", "افزودن وارسی")
        if number >= 0:
            label = Text("Changed a check", "تغییر وارسی")
        return self.workspace.edit(label, lambda p: edits.with_rule(p, entity, rule, number))

    @edit
    def drop_rule(self, entity: str, number: int) -> ChangeSet:
        """Remove a check."""
        return self.workspace.edit(
            Text("Removed a check", "حذف وارسی"),
            lambda plan: edits.without_rule(plan, entity, number),
        )

    # -- taking along

    @task
    def export(self, path: str, language: str, progress: Progress) -> int:
        """Write the records that are kept back, with their reasons, to a workbook; returns how
        many."""
        staging, plan = self.workspace.staging, self.workspace.plan
        try:
            return write_held_back(staging, plan, Path(path), language, progress)
        except OSError as error:
            raise ProjectError(
                Text(
                    f"The file cannot be written: {error.strerror or error}.",
                    f"پرونده نوشته نمی‌شود: {error.strerror or error}.",
                ),
                hint=Text(
                    "Close it if it is open elsewhere, or choose another place.",
                    "اگر جای دیگری باز است آن را ببندید، یا جای دیگری برگزینید.",
                ),
            ) from error

    # -- inside

    def _group(self, group: Group) -> Group:
        plan, staging = self.workspace.plan, self.workspace.staging
        if group.entity not in plan.entities() or not staging.exists(
            names.issues("validate", group.entity)
        ):
            raise PlanError(
                Text("This has not been validated yet.", "هنوز اعتبارسنجی نشده است."),
                hint=Text("Validate first.", "نخست اعتبارسنجی کنید."),
            )
        fields = {f.name for f in plan.target.schema.entity(group.entity).fields}
        if group.field not in fields:
            raise PlanError(
                Text(
                    f"{group.entity} has no field {group.field!r}.",
                    f"موجودیت «{group.entity}» فیلد «{group.field}» را ندارد.",
                )
            )
        return group

    def _filled(self, label: Text, entity: str, field: str, code: str = "") -> Text:
        plan: Plan = self.workspace.plan
        named, titled = field_label(plan, entity, field), title_of(code)
        whole = entity_label(plan, entity)
        return Text(
            label.en.format(entity=whole.en, field=named.en, code=titled.en),
            label.fa.format(entity=whole.fa, field=named.fa, code=titled.fa),
        )
