"""The recipe beside the step that is looked at and what that does to values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from migrator.model.recipe import RecipeStep
from migrator.model.views.catalog import CatalogItem, OptionKind
from migrator.model.views.cleaning import RecipeView, StepLine
from ui.forms.step_picker import StepPicker
from ui.latest import Latest
from ui.messages import Failure
from ui.operations import cleaning
from ui.pages.cleaning.changes_pane import ChangesPane
from ui.pages.cleaning.recipe_pane import RecipePane
from ui.pages.cleaning.reference_dialog import ReferenceDialog
from ui.pages.cleaning.step_pane import StepPane
from ui.session import Session
from ui.widgets.split import Split

if TYPE_CHECKING:
    from ui.job import Job

ASK_AFTER_MS = 120


class RecipeWork(QWidget):
    """Three panes on one entity. `failed` carries a Failure, `changed` comes after every edit."""

    failed = Signal(object)
    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._view: RecipeView | None = None
        self._items: dict[str, CatalogItem] = {}
        self._to_last = False
        self.recipe = RecipePane()
        self.pane = StepPane(session)
        self.changes = ChangesPane()
        self._previews = Latest(self, self.changes.show_preview, self._no_preview)
        self._timer = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._timer.timeout.connect(self._ask)
        splitter = Split()
        for part, width in ((self.recipe, 290), (self.pane, 290), (self.changes, 420)):
            splitter.addWidget(part)
            part.setMinimumWidth(width - 50)
        splitter.setSizes([290, 290, 420])
        for place, share in enumerate((2, 2, 5)):
            splitter.setStretchFactor(place, share)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(splitter)
        self._connect()
        self.pane.clear()

    def _connect(self) -> None:
        self.recipe.chosen.connect(self._choose)
        self.recipe.add_wanted.connect(self.pick)
        self.recipe.moved.connect(self._move)
        self.recipe.switched.connect(self._switch)
        self.recipe.removed.connect(self._remove)
        self.pane.changed.connect(self._ask_soon)
        self.pane.form.checked.connect(self._ask_soon)
        self.pane.saved.connect(self._save)
        self.pane.dropped.connect(self._drop)
        self.pane.reference_wanted.connect(self._fill)
        self.changes.show_changed.connect(self._ask)

    # -- what is shown

    @property
    def entity(self) -> str:
        """The entity whose recipe is shown; "" before the first."""
        return self._view.entity.name if self._view else ""

    def set_items(self, items: tuple[CatalogItem, ...]) -> None:
        """The transforms that there are."""
        self._items = {item.id: item for item in items}
        if self._view is not None:
            self.recipe.show_steps(self._view.steps)

    def show_recipe(self, view: RecipeView) -> None:
        """Show the recipe of an entity; of the same one, what is looked at stays."""
        if view.entity.name != self.entity:
            self.pane.clear()
        self._view = view
        if self.pane.making:
            self.recipe.model.set_lines(view.steps)
            self._ask()
            return
        last = view.steps[-1].step.id if self._to_last and view.steps else ""
        self._to_last = False
        self.recipe.show_steps(view.steps, last)

    def look_at_last(self) -> None:
        """Look at the last step as soon as the recipe is shown again."""
        self._to_last = True

    def _choose(self, line: StepLine | None) -> None:
        if self._view is None or (line is None and self.pane.making):
            return
        if line is None or not self.pane.shows(line.step.id):
            self.leave()
        if line is None:
            self.pane.clear()
            self.changes.show_nothing()
            return
        item = self._items.get(line.step.step.transform)
        self.pane.show_step(line, item, self._view.fields)
        self.pane.setVisible(True)
        self._timer.start()

    def _ask_soon(self, *_: object) -> None:
        self._timer.start()

    def _ask(self) -> None:
        """Ask what the step in the form does, as it stands there."""
        if self._view is None or self.pane.isHidden():
            return
        if self.pane.form.problem:
            self._previews.forget()
            self.changes.show_problem(self.pane.form.problem)
            return
        step = self.pane.step()
        position = self.recipe.model.row_of(step.id) if step.id else -1
        self._previews.ask(
            cleaning.preview(
                session=self._session,
                entity=self.entity,
                position=position,
                step=step,
                show=self.changes.show_what,
            )
        )

    def _no_preview(self, failure: Failure) -> None:
        self.changes.show_problem(failure.sentence())

    # -- what the person does

    def pick(self) -> None:
        """Choose a transform for a new step."""
        picker = StepPicker(self._session, self)
        picker.chosen.connect(self.begin)
        picker.finished.connect(picker.deleteLater)
        picker.open()

    def begin(self, item: CatalogItem, field: str = "") -> None:
        """Begin a new step with a transform, on the field that is looked at or another."""
        if self._view is None or not self._view.fields:
            return
        self.leave()
        line = self.recipe.current()
        names = [one.name for one in self._view.fields]
        wanted = field or (line.step.writes if line else "")
        self.pane.new_step(item, self._view.fields, wanted if wanted in names else names[0])
        self.recipe.look_at_none()
        self.pane.setVisible(True)
        self._timer.start()

    def leave(self) -> None:
        """Something else is looked at: what was typed into a step and can be kept is kept."""
        if self.pane.dirty and self.pane.usable and not self.pane.making:
            self.pane.keep()

    def _save(self, step: RecipeStep) -> None:
        if step.id:
            job = cleaning.change(session=self._session, entity=self.entity, step=step)
        else:
            job = cleaning.add(session=self._session, entity=self.entity, steps=[step])
            self.look_at_last()
        self._follow(job)

    def _drop(self) -> None:
        if self._view is not None:
            self.recipe.show_steps(self._view.steps)

    def _move(self, step: str, position: int) -> None:
        self._follow(
            cleaning.move(session=self._session, entity=self.entity, step=step, position=position)
        )

    def _switch(self, step: str, on: bool) -> None:
        self._follow(cleaning.switch(session=self._session, entity=self.entity, ids=[step], on=on))

    def _remove(self, step: str) -> None:
        self.pane.clear()
        self._follow(cleaning.remove(session=self._session, entity=self.entity, ids=[step]))

    def _fill(self) -> None:
        item = self.pane.form.item
        table = (
            next((o for o in item.options if o.kind == OptionKind.TABLE), None) if item else None
        )
        if table is None:
            return
        dialog = ReferenceDialog(self._session, self)
        editor = self.pane.form.editor(table.name)
        dialog.taken.connect(editor.set_value)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _follow(self, job: Job) -> None:
        job.then(lambda _: self.changed.emit(), self.failed.emit)
