"""Fix all like this: ways to repair a group, with what they would do to the real values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from migrator.model.mapping import OnError, Step
from migrator.model.recipe import RecipeStep
from migrator.model.views.catalog import CatalogItem
from migrator.model.views.validation import Cause, IssueGroup, Suggestion, Trial
from ui import speech
from ui.forms.options_form import OptionsForm
from ui.forms.step_picker import StepPicker
from ui.job import Job
from ui.latest import Latest
from ui.messages import Failure
from ui.operations import catalog, validation
from ui.pages.validation.foot import foot
from ui.pages.validation.lines import LinesView
from ui.pages.validation.trial_view import TrialView
from ui.pages.validation.words import place, suggestion_line
from ui.session import Session
from ui.widgets.banner import Banner
from ui.widgets.basic import Card, button, label


class Ways(Protocol):
    """Whom to ask for ways to repair, and what a step would do."""

    def suggest(self, *, session: Session, group: IssueGroup, detail: str | None = None) -> Job:
        """Ways to repair: tuple of Suggestion."""

    def try_step(
        self, *, session: Session, group: IssueGroup, detail: str | None, step: RecipeStep
    ) -> Job:
        """What a step would do: Trial."""


class FixDialog(QDialog):
    """Emits `chosen(RecipeStep)` with the step that is to repair the group; `ways` is asked what
    could, and what a step would do."""

    chosen = Signal(object)

    def __init__(
        self,
        session: Session,
        group: IssueGroup,
        cause: Cause | None,
        parent: QWidget,
        *,
        ways: Ways | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._group = session, group
        self._asks: Ways = ways or validation
        self._detail = cause.detail if cause else None
        self._items: dict[str, CatalogItem] = {}
        self._found: list[Suggestion] = []
        self._step: RecipeStep | None = None
        self.setWindowTitle(self.tr("Fix all like this"))
        self.resize(940, 560)
        self.banner = Banner()
        self.ways = LinesView(self.tr("Ways to repair"))
        self.other = button(self.tr("Another transform…"), "plus")
        self.form = OptionsForm(session)
        self.blank = QCheckBox(self.tr("Empty the values that it cannot convert"))
        self.trial = TrialView()
        self.accept_button = button(self.tr("Add to the recipe"), "check", primary=True)
        self._suggestions = Latest(self, self._take, self._fail)
        self._catalog = Latest(self, self._take_catalog, self._fail)
        self._trials = Latest(self, self._show_trial, self._fail)
        self._lay_out(cause)
        self._connect()
        self._catalog.ask(catalog.transforms(session=session))

    def _lay_out(self, cause: Cause | None) -> None:
        options = QWidget()
        column = QVBoxLayout(options)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.form)
        column.addWidget(self.blank)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(options)
        left = QVBoxLayout()
        left.addWidget(self.ways, 3)
        left.addWidget(self.other)
        left.addWidget(scroll, 4)
        side = Card(self.tr("Before and after"))
        side.body.addWidget(self.trial, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addLayout(left, 4)
        middle.addWidget(side, 5)
        note = self.tr("It becomes a step of the cleaning recipe; undo takes it back.")
        box = QVBoxLayout(self)
        box.setSpacing(10)
        box.addWidget(label(self._heading(cause), "h2", wrap=True))
        box.addWidget(self.banner)
        box.addLayout(middle, 1)
        box.addLayout(foot(self, self.accept_button, label(note, "small")))

    def _heading(self, cause: Cause | None) -> str:
        title = self.tr("{issue}: {place}").format(
            issue=speech.say(self._group.title), place=place(self._group)
        )
        if cause and cause.detail:
            told = speech.isolate(speech.say(cause.told))
            return self.tr("{title}, {cause}").format(title=title, cause=told)
        return title

    def _connect(self) -> None:
        self.accept_button.setEnabled(False)
        self.other.setAutoDefault(False)
        self.ways.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.form.changed.connect(self._edited)
        self.blank.toggled.connect(self._edited)
        self.other.clicked.connect(self._pick)
        self.accept_button.clicked.connect(self._save)

    # -- answers

    def _take_catalog(self, items: Sequence[CatalogItem]) -> None:
        self._items = {item.id: item for item in items}
        job = self._asks.suggest(session=self._session, group=self._group, detail=self._detail)
        self._suggestions.ask(job)

    def _take(self, found: Sequence[Suggestion]) -> None:
        self._found = list(found)
        self._show_ways(0)
        if not found:
            self.trial.say(self.tr("Nothing repairs this by itself. Take a transform of your own."))

    def _show_ways(self, row: int) -> None:
        self.ways.lines.show_lines([suggestion_line(n, s) for n, s in enumerate(self._found)])
        self.ways.choose(row)

    def _choose(self) -> None:
        line = self.ways.current()
        if line is None:
            return
        suggestion = self._found[line.key]
        self._step = suggestion.step
        self._show_form(suggestion.step)
        self._show_trial(suggestion.trial)

    def _show_form(self, step: RecipeStep) -> None:
        self.form.set_item(self._items.get(step.step.transform), step.step.options)
        self.blank.blockSignals(True)
        self.blank.setChecked(step.step.on_error == OnError.BLANK)
        self.blank.blockSignals(False)

    def _pick(self) -> None:
        picker = StepPicker(self._session, self)
        picker.chosen.connect(self._take_item)
        picker.open()

    def _take_item(self, item: CatalogItem) -> None:
        field = self._group.field
        step = RecipeStep("", (field,), field, Step(item.id, {}, OnError.KEEP))
        self._found.append(Suggestion(item.title, step, Trial(), asks=True))
        self._show_ways(len(self._found) - 1)
        self._edited()

    def _edited(self) -> None:
        if self._step is None:
            return
        policy = OnError.BLANK if self.blank.isChecked() else OnError.KEEP
        made = Step(self._step.step.transform, self.form.values(), policy)
        self._step = replace(self._step, step=made)
        job = self._asks.try_step(
            session=self._session, group=self._group, detail=self._detail, step=self._step
        )
        self._trials.ask(job)

    def _show_trial(self, trial: Trial) -> None:
        self.banner.hide()
        self.trial.show_trial(trial)
        able = trial.problem is None and bool(trial.repaired or trial.emptied)
        self.accept_button.setEnabled(able)

    def _save(self) -> None:
        if self._step is not None:
            self.chosen.emit(self._step)
            self.accept()

    def _fail(self, failure: Failure) -> None:
        self.accept_button.setEnabled(False)
        self.banner.fail(failure)
