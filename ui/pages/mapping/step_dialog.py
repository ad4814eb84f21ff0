"""One transform with its options, and what they do to real values while they are set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from migrator.model.mapping import OnError, Step
from migrator.model.views.catalog import CatalogItem
from ui import speech
from ui.forms.options_form import OptionsForm
from ui.latest import Latest
from ui.messages import Failure
from ui.operations import mapping
from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.preview_box import PreviewBox
from ui.widgets.basic import Card, button, label

LINES = 9


class StepDialog(QDialog):
    """Edits the step at `at` of `steps` (the last one is new where `fresh`). `done_steps` carries
    all steps when it is closed with OK, or with Remove. Open it with `open()`."""

    done_steps = Signal(list)

    def __init__(
        self,
        deeds: Deeds,
        target: str,
        steps: Sequence[Step],
        at: int,
        *,
        fresh: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._deeds, self._target, self._at = deeds, target, at
        self._steps = list(steps)
        item = deeds.catalog[steps[at].transform]
        self.setWindowTitle(speech.say(item.title))
        self.resize(760, 520)
        self._ok = button(self.tr("Add") if fresh else self.tr("Save"), "check", primary=True)
        self.form = OptionsForm(deeds.session)
        self.form.changed.connect(self._try)
        self.form.checked.connect(lambda problem: self._ok.setDisabled(bool(problem)))
        self.policy = self._policies()
        self.preview = PreviewBox()
        self._latest = Latest(self, self.preview.show_preview, self._trouble)
        self._ok.setDefault(True)
        self._ok.clicked.connect(self._save)
        self._lay_out(item, fresh)
        document = deeds.document
        names = {"source": list(document.sources) if document else []}
        self.form.set_item(item, dict(steps[at].options), names)
        self._try()

    def _policies(self) -> QComboBox:
        box = QComboBox()
        box.addItem(self.tr("Keep the row back"), OnError.ISSUE)
        box.addItem(self.tr("Keep the value as it was"), OnError.KEEP)
        box.addItem(self.tr("Leave the field empty"), OnError.BLANK)
        box.setCurrentIndex(box.findData(self._steps[self._at].on_error))
        box.setAccessibleName(self.tr("When a value cannot be converted"))
        box.currentIndexChanged.connect(self._try)
        return box

    def _lay_out(self, item: CatalogItem, fresh: bool) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(label(speech.say(item.help), "muted", wrap=True))
        column.addWidget(self.form)
        column.addWidget(label(self.tr("When a value cannot be converted")))
        column.addWidget(self.policy)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        side = Card(self.tr("Live preview"))
        side.body.addWidget(self.preview)
        side.body.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(scroll, 1)
        middle.addWidget(side, 1)
        foot = QHBoxLayout()
        if not fresh:
            gone = button(self.tr("Remove"), "trash-2", danger=True)
            gone.setAutoDefault(False)
            gone.clicked.connect(self._remove)
            foot.addWidget(gone)
        foot.addStretch(1)
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        foot.addWidget(self._ok)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addLayout(middle, 1)
        box.addLayout(foot)

    def steps(self) -> list[Step]:
        """All steps with this one as it is set now."""
        policy = OnError(self.policy.currentData())
        mine = replace(self._steps[self._at], options=self.form.values(), on_error=policy)
        return [*self._steps[: self._at], mine, *self._steps[self._at + 1 :]]

    def _try(self) -> None:
        self._latest.ask(
            mapping.preview(
                session=self._deeds.session,
                feed=self._deeds.feed,
                target=self._target,
                limit=LINES,
                steps=self.steps(),
            )
        )

    def _trouble(self, failure: Failure) -> None:
        self.preview.show_trouble(failure.message)

    def _save(self) -> None:
        self.done_steps.emit(self.steps())
        self.accept()

    def _remove(self) -> None:
        self.done_steps.emit(self._steps[: self._at] + self._steps[self._at + 1 :])
        self.accept()
