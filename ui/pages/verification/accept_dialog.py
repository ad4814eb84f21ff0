"""Accept that records stay behind, with who and why for the sign-off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from migrator.model.views.rejects import CauseLine
from ui import speech
from ui.pages.validation.foot import foot
from ui.widgets.basic import button, label


class AcceptDialog(QDialog):
    """Emits `accepted_with(reason, by)`; `people` are proposed as who accepts."""

    accepted_with = Signal(str, str)

    def __init__(self, cause: CauseLine, people: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Accept that records stay behind"))
        self.setMinimumWidth(480)
        box = QVBoxLayout(self)
        box.setSpacing(10)
        box.addWidget(label(speech.say(cause.told), "h2", wrap=True))
        told = self.tr(
            "{count} records of {entity} stay out of the target, and later ones with this cause."
            " Who accepted it and why is kept with the project."
        )
        named = told.format(count=speech.number(cause.rows), entity=speech.say(cause.label))
        box.addWidget(label(named, "muted", wrap=True))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why may they stay behind?"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.textChanged.connect(self._enable)
        self.by = QComboBox()
        self.by.setEditable(True)
        self.by.addItems(list(people))
        self.by.setCurrentText("")
        self.by.setAccessibleName(self.tr("Who accepts"))
        editor = self.by.lineEdit()
        assert editor is not None
        editor.setPlaceholderText(self.tr("Who accepts (you, if empty)"))
        box.addWidget(self.reason)
        box.addWidget(self.by)
        self.save = button(self.tr("Accept"), "check", primary=True)
        self.save.clicked.connect(self._save)
        box.addLayout(foot(self, self.save))
        self._enable()
        self.reason.setFocus()

    def _enable(self) -> None:
        self.save.setEnabled(bool(self.reason.text().strip()))

    def _save(self) -> None:
        self.accepted_with.emit(self.reason.text().strip(), self.by.currentText().strip())
        self.accept()
