"""Step 6, Clean: the recipes, what each step does, and values that may mean the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from migrator.desks.base import edit
from migrator.desks.cleaning_edits import (
    UNIFIED,
    Steps,
    added,
    changed,
    check_fields,
    field_label,
    moved,
    steps_of,
    unified,
    with_steps,
)
from migrator.desks.cleaning_looks import CleaningLooks
from migrator.errors import PlanError
from migrator.model.changes import ChangeSet
from migrator.model.mapping import Step
from migrator.model.recipe import RecipeStep
from migrator.model.text import Text
from migrator.model.views.cleaning import Unified


class CleaningDesk(CleaningLooks):
    """Recipes of the plan over the rows that map made: questions and edits."""

    @edit
    def add(self, entity: str, steps: Sequence[RecipeStep], position: int = -1) -> ChangeSet:
        """Put steps into the recipe at `position` (-1: the end)."""
        check_fields(self.workspace.plan, entity, steps)
        if len(steps) == 1:
            title, field = self.named(entity, steps[0])
            label = Text(
                f"Added the step “{title.en}” for {field.en}",
                f"افزودن گام «{title.fa}» برای {field.fa}",
            )
        else:
            label = Text(f"Added {len(steps)} cleansing steps", f"افزودن {len(steps)} گام پاک‌سازی")
        return self._edit(label, entity, lambda old: added(old, position, steps))

    @edit
    def change(self, entity: str, step: RecipeStep) -> ChangeSet:
        """Put another version of a step, with the same id, in its place."""
        check_fields(self.workspace.plan, entity, [step])
        title, field = self.named(entity, step)
        label = Text(
            f"Changed the step “{title.en}” of {field.en}",
            f"تغییر گام «{title.fa}» برای {field.fa}",
        )
        return self._edit(label, entity, lambda old: changed(old, step))

    @edit
    def remove(self, entity: str, ids: Sequence[str]) -> ChangeSet:
        """Take steps out of the recipe."""
        gone = [s for s in steps_of(self.workspace.plan, entity) if s.id in ids]
        if not gone:
            raise PlanError(
                Text(
                    "These steps are no longer in the recipe.",
                    "این گام‌ها دیگر در فهرست نیستند.",
                )
            )
        title, field = self.named(entity, gone[0])
        label = Text(
            f"Removed the step “{title.en}” of {field.en}",
            f"حذف گام «{title.fa}» برای {field.fa}",
        )
        if len(gone) > 1:
            label = Text(f"Removed {len(gone)} cleansing steps", f"حذف {len(gone)} گام پاک‌سازی")
        return self._edit(label, entity, lambda old: tuple(s for s in old if s.id not in ids))

    @edit
    def move(self, entity: str, step: str, position: int) -> ChangeSet:
        """Bring a step to another place; `position` counts without it."""
        label = Text("Reordered the cleansing steps", "تغییر ترتیب گام‌های پاک‌سازی")
        return self._edit(label, entity, lambda old: moved(old, step, position))

    @edit
    def switch(self, entity: str, ids: Sequence[str], on: bool) -> ChangeSet:
        """Switch steps on or off."""
        label = Text("Switched off a cleansing step", "خاموش کردن گام پاک‌سازی")
        if on:
            label = Text("Switched on a cleansing step", "روشن کردن گام پاک‌سازی")

        def switched(old: Steps) -> Steps:
            return tuple(replace(s, enabled=on) if s.id in ids else s for s in old)

        return self._edit(label, entity, switched)

    @edit
    def unify(self, entity: str, field: str, groups: Sequence[Unified]) -> ChangeSet:
        """Let values of a field read the same; an empty `to` makes them empty."""
        check_fields(self.workspace.plan, entity, [RecipeStep("", (field,), field, Step(UNIFIED))])
        name = field_label(self.workspace.plan, entity, field)
        label = Text(f"Unified values of {name.en}", f"یکدست کردن مقدارهای {name.fa}")
        return self._edit(label, entity, lambda old: unified(old, field, groups))

    def _edit(self, label: Text, entity: str, change: Callable[[Steps], Steps]) -> ChangeSet:
        return self.workspace.edit(label, lambda plan: with_steps(plan, entity, change))
