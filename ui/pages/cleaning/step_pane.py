"""The step that is looked at, or a new one: its field, its options, what becomes of bad values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from migrator.model.mapping import OnError, Step
from migrator.model.recipe import RecipeStep
from migrator.model.views.catalog import CatalogItem, OptionKind
from migrator.model.views.cleaning import FieldLine, StepLine
from ui import speech
from ui.forms.options_form import OptionsForm
from ui.pages.cleaning.fields_box import FieldsBox
from ui.pages.cleaning.words import on_error_help, on_error_title
from ui.session import Session
from ui.widgets.basic import Card, button, label


class StepPane(Card):
    """Edits one step. `changed` while the person types, `saved(RecipeStep)` when it shall be kept,
    `dropped` when what was typed shall be forgotten, `reference_wanted` when a table to look up in
    shall be taken from a source."""

    changed = Signal()
    saved = Signal(object)
    dropped = Signal()
    reference_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.body.setContentsMargins(14, 12, 14, 12)
        self.body.setSpacing(8)
        self._step: RecipeStep | None = None
        self._clean: RecipeStep | None = None  # what the form said before anything was typed
        self._item: CatalogItem | None = None
        self._new = False
        self._filling = False
        self.fields = FieldsBox()
        self.form = OptionsForm(session)
        self.policy = self._policy()
        self._policy_told = label("", "small", wrap=True)
        self.note = QLineEdit()
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Why this step is here"))
        self._title = label("", "h2", wrap=True)
        self._help = label("", "muted", wrap=True)
        self.fill = button(self.tr("Fill from a source table…"), "table")
        self.save = button(self.tr("Keep the change"), "check", primary=True)
        self.drop = button(self.tr("Discard"), flat=True)
        self._lay_out()
        for signal in (self.fields.changed, self.form.changed, self.note.textEdited,
                       self.policy.currentIndexChanged):  # fmt: skip
            signal.connect(self._touched)
        self.form.checked.connect(self._enable)
        self.save.clicked.connect(self.keep)
        self.drop.clicked.connect(self._discard)
        self.fill.clicked.connect(self.reference_wanted)
        self._enable()

    def _policy(self) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(self.tr("A value that cannot be converted"))
        for policy in OnError:
            made.addItem(on_error_title(policy), policy.value)
        return made

    def _lay_out(self) -> None:
        inside = QWidget()
        box = QVBoxLayout(inside)
        # Room for the scroll bar at the trailing edge; margins do not mirror by themselves.
        rtl = speech.language() == "fa"
        box.setContentsMargins(6 if rtl else 0, 0, 0 if rtl else 6, 0)
        box.setSpacing(10)
        box.addWidget(self.fields)
        box.addWidget(self.form)
        box.addWidget(self.fill)
        rest = QVBoxLayout()
        rest.setSpacing(4)
        rest.addWidget(label(self.tr("A value that cannot be converted")))
        rest.addWidget(self.policy)
        rest.addWidget(self._policy_told)
        box.addLayout(rest)
        box.addWidget(label(self.tr("Note")))
        box.addWidget(self.note)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addWidget(self.drop)
        foot.addStretch(1)
        self.body.addWidget(self._title)
        self.body.addWidget(self._help)
        self.body.addWidget(scroll, 1)
        self.body.addLayout(foot)

    @property
    def making(self) -> bool:
        """Whether a new step is made."""
        return self._new

    @property
    def dirty(self) -> bool:
        """Whether something is typed that is not kept yet."""
        return self._step is not None and (self._new or self.step() != self._clean)

    def shows(self, step_id: str) -> bool:
        """Whether this step of the recipe is looked at."""
        return self._step is not None and not self._new and self._step.id == step_id

    @property
    def usable(self) -> bool:
        """Whether the step can be kept as it stands."""
        return bool(self.fields.reads() and self.fields.writes()) and not self.form.problem

    def show_step(
        self, line: StepLine, item: CatalogItem | None, fields: Sequence[FieldLine]
    ) -> None:
        """Look at a step. What is typed stays where the same step is shown again."""
        if not self._new and self._step == line.step and self._item == item:
            return
        title = speech.say(line.title)
        self._show(line.step, item, fields, title, speech.say(line.help))

    def new_step(self, item: CatalogItem, fields: Sequence[FieldLine], field: str) -> None:
        """Begin a new step on `field`."""
        reads = (field,) if field else ()
        step = RecipeStep("", reads, field, Step(item.id, _first_options(item), OnError.KEEP))
        self._new = True
        self._show(step, item, fields, speech.say(item.title), speech.say(item.help), new=True)

    def _show(
        self,
        step: RecipeStep,
        item: CatalogItem | None,
        fields: Sequence[FieldLine],
        title: str,
        help: str,
        new: bool = False,
    ) -> None:
        self._filling = True
        self._new, self._step, self._item = new, step, item
        self._title.setText(title)
        self._help.setText(help)
        self._help.setVisible(bool(help))
        many = bool(item and item.many)
        self.fields.show_fields(fields, step.reads, step.writes, many=many)
        names = {"field": [field.name for field in fields]}
        self.form.set_item(item, step.step.options, names)
        self.policy.setCurrentIndex(self.policy.findData(step.on_error.value))
        self.note.setText(step.note)
        tables = item is not None and any(o.kind == OptionKind.TABLE for o in item.options)
        self.fill.setVisible(tables)
        self.save.setText(self.tr("Add this step") if new else self.tr("Keep the change"))
        self._clean = self.step()
        self._filling = False
        self._enable()

    def step(self) -> RecipeStep:
        """The step as it stands in the form; call only while one is looked at."""
        assert self._step is not None
        options = self.form.values() if self._item else self._step.step.options
        policy = OnError(self.policy.currentData())
        return replace(
            self._step,
            reads=self.fields.reads(),
            writes=self.fields.writes(),
            step=Step(self._step.step.transform, options, policy),
            note=self.note.text().strip(),
        )

    def clear(self) -> None:
        """Look at nothing."""
        self._new, self._step, self._item = False, None, None
        self.setVisible(False)

    def keep(self) -> bool:
        """Keep what is typed, if it can be; tells whether there was anything to keep."""
        if not self.dirty or not self.usable:
            return False
        step = self.step()
        self._new, self._clean = False, step
        self._enable()
        self.saved.emit(step)
        return True

    def _discard(self) -> None:
        self._new, self._step = False, None
        self.dropped.emit()

    def _touched(self, *_: object) -> None:
        if not self._filling:
            self._enable()
            self.changed.emit()

    def _enable(self, *_: object) -> None:
        dirty = self.dirty
        self.save.setEnabled(dirty and self.usable)
        self.drop.setVisible(dirty)
        policy = OnError(self.policy.currentData())
        self._policy_told.setText(on_error_help(policy))


def _first_options(item: CatalogItem) -> dict[str, str]:
    """What a new step begins with: values that its list does not name stay as they are."""
    kept = (o for o in item.options if o.name == "default" and "keep" in dict(o.choices))
    return {option.name: "keep" for option in kept}
