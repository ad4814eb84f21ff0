"""The options of a survivorship rule."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.forms.options_form import OptionsForm
from ui.session import Session
from ui.widgets.basic import button, label


class SurvivorDialog(QDialog):
    """`taken` carries the options, as plain data."""

    taken = Signal(object)

    def __init__(self, session: Session, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Which value survives"))
        self.setMinimumWidth(420)
        self.form = OptionsForm(session)
        self.form.checked.connect(self._checked)
        self.take = button(self.tr("Use this rule"), primary=True)
        self.take.clicked.connect(self._take)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.take)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(14)
        box.addWidget(label(title, "h2"))
        box.addWidget(self.form)
        box.addStretch(1)
        box.addLayout(buttons)

    def _checked(self, problem: str) -> None:
        self.take.setEnabled(not problem)

    def _take(self) -> None:
        self.taken.emit(self.form.values())
        self.accept()
