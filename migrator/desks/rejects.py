"""The rejects workbench: what was left behind by cause, mended, accepted, sent again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from migrator.desks import rejects_mending as mending
from migrator.desks import rejects_views as views
from migrator.desks import runs
from migrator.desks import validation_cells as cells
from migrator.desks.base import Desk, edit, query, task
from migrator.desks.cleaning_edits import added, check_fields, entity_label, field_label, with_steps
from migrator.desks.validation_fixes import suggestions
from migrator.desks.validation_trial import trial
from migrator.errors import PlanError, ProjectError
from migrator.model.changes import ChangeSet
from migrator.model.loading import RunKind
from migrator.model.recipe import RecipeStep
from migrator.model.text import Text
from migrator.model.views.rejects import CorrectionReview, RejectPage, Workbench
from migrator.model.views.runs import RunView
from migrator.model.views.validation import CellValue, Suggestion, Trial
from migrator.progress import Progress
from migrator.rejected import workbook
from migrator.rejected.copy import Change
from migrator.rejects import group_of
from migrator.store import names

ACCEPTED = frozenset({"rejects"})


class RejectsDesk(Desk):
    """Quarantined and refused records in one place."""

    # -- looking

    @query
    def overview(self) -> Workbench:
        """Every cause with its states, and what was mended."""
        return views.workbench(self.workspace)

    @query
    def records(self, cause: str, limit: int = 200, offset: int = 0) -> RejectPage:
        """Records of a cause with every value."""
        return views.page(self.workspace, cause, limit, offset)

    @query
    def cell(self, entity: str, gid: int, field: str) -> CellValue:
        """One value of a record, for correcting it."""
        self._validated(entity)
        return cells.cell(self.workspace.staging, self.workspace.plan, entity, gid, field)

    @query
    def suggest(self, cause: str, field: str = "") -> tuple[Suggestion, ...]:
        """Ways to repair all records of a cause, each tried on their values. `field` where the
        cause names none."""
        staging, plan = self.workspace.staging, self.workspace.plan
        group = mending.as_group(self.workspace, group_of(staging, plan, cause), field)
        return suggestions(staging, plan, group)

    @query
    def try_step(self, cause: str, step: RecipeStep) -> Trial:
        """What a recipe step would do to the records of a cause."""
        staging, plan = self.workspace.staging, self.workspace.plan
        group = mending.as_group(self.workspace, group_of(staging, plan, cause), step.writes)
        check_fields(plan, group.entity, [step])
        return trial(staging, plan, group, step)

    # -- mending

    @edit
    def fix(self, entity: str, step: RecipeStep) -> ChangeSet:
        """Repair all records of a cause: a step at the end of the recipe."""
        plan = self.workspace.plan
        check_fields(plan, entity, [step])
        return self.workspace.edit(
            self._named("Repaired {field} of {entity}", "اصلاح {field} در {entity}", entity,
                        step.writes),
            lambda plan: with_steps(plan, entity, lambda steps: added(steps, -1, [step])),
        )  # fmt: skip

    @edit
    def correct(self, entity: str, gid: int, field: str, value: str) -> ChangeSet:
        """Give one record another value ("" for none)."""
        self._validated(entity)
        change = Change("", entity, gid, "", field, "", value, ())
        label = self._named(
            "Corrected {field} of {entity}", "اصلاح دستی {field} در {entity}", entity, field
        )
        return mending.correct(self.workspace, [change], label)

    @query
    def review(self, path: str) -> CorrectionReview:
        """What people changed in a workbook that came back. Nothing is taken."""
        return mending.review(self.workspace, path)[1]

    @edit
    def take(self, path: str, ids: Sequence[str]) -> ChangeSet:
        """Take chosen corrections of a workbook, all in one edit."""
        return mending.take(self.workspace, path, ids)

    # -- accepting

    @edit
    def accept(self, cause: str, reason: str, by: str = "") -> ChangeSet:
        """Accept that the records of a cause stay behind; the sign-off shows who and why."""
        if not reason.strip():
            raise PlanError(
                Text("A reason is missing.", "دلیلی نوشته نشده است."),
                hint=Text(
                    "Write why these records may stay behind.",
                    "بنویسید چرا این رکوردها می‌توانند جا بمانند.",
                ),
            )
        workspace = self.workspace
        group = group_of(workspace.staging, workspace.plan, cause)
        workspace.project.cases.accept(group.key, by.strip() or workspace.user, reason.strip())
        workspace.project.log(f"Accepted that {group.rows} records of {group.entity} stay behind")
        return ChangeSet(Text("Accepted", "پذیرفته شد"), ACCEPTED)

    @edit
    def withdraw(self, cause: str) -> ChangeSet:
        """Accept it no more."""
        workspace = self.workspace
        group = group_of(workspace.staging, workspace.plan, cause)
        workspace.project.cases.withdraw(group.key)
        return ChangeSet(Text("Took an acceptance back", "پس گرفتن پذیرش"), ACCEPTED)

    # -- taking along, sending again

    @task
    def export(self, path: str, language: str, progress: Progress) -> int:
        """Write every cause to a workbook to be corrected; returns lines written."""
        file, workspace = Path(path).expanduser(), self.workspace
        source = (workspace.staging, workspace.plan, workspace.project.id)
        with _written(file):
            return workbook.export(source, file, language or workspace.plan.language, progress)

    @task
    def replay(self, progress: Progress) -> RunView:
        """Send only what is not in the target yet; what is there is not written twice."""
        result = self.workspace.load(RunKind.REPLAY, progress)
        return runs.run_view(self.workspace, result.run)

    # -- inside

    def _validated(self, entity: str) -> None:
        workspace = self.workspace
        fed = entity in workspace.plan.entities()
        if not fed or not workspace.staging.exists(names.issues("validate", entity)):
            raise PlanError(
                Text("This has not been validated yet.", "هنوز اعتبارسنجی نشده است."),
                hint=Text("Validate first.", "نخست اعتبارسنجی کنید."),
            )

    def _named(self, en: str, fa: str, entity: str, field: str) -> Text:
        plan = self.workspace.plan
        whole, named = entity_label(plan, entity), field_label(plan, entity, field)
        return Text(
            en.format(entity=whole.en, field=named.en), fa.format(entity=whole.fa, field=named.fa)
        )


@contextmanager
def _written(file: Path) -> Iterator[None]:
    """Troubles of the file system as one sentence."""
    try:
        yield
    except OSError as error:
        raise ProjectError(
            Text(
                f"{file.name} cannot be written: {error.strerror or error}.",
                f"پرونده‌ی «{file.name}» نوشته نمی‌شود: {error.strerror or error}.",
            ),
            hint=Text(
                "Choose another place, or close the program that has the file open.",
                "جای دیگری برگزینید یا برنامه‌ای را که این پرونده را باز کرده ببندید.",
            ),
            path=str(file),
        ) from error
