"""The approval: who signs, and what was looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui import speech
from ui.widgets.ask_strip import AskStrip
from ui.widgets.basic import label


class ApproveStrip(AskStrip):
    """Asks for a name and a note; `approved(run, name, note)`."""

    approved = Signal(int, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = 0
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Who approves"))
        self.name.setAccessibleName(self.tr("Who approves"))
        self.name.textChanged.connect(self._weigh)
        self.name.returnPressed.connect(self._enter)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("What was looked at, what is still open"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.returnPressed.connect(self._enter)
        form = QHBoxLayout()
        form.setSpacing(10)
        form.addWidget(label(self.tr("Name")))
        form.addWidget(self.name, 1)
        form.addWidget(label(self.tr("Note")))
        form.addWidget(self.note, 2)
        self.extra.addLayout(form)
        QWidget.setTabOrder(self.name, self.note)

    def begin(self, run: int, name: str) -> None:
        """Ask for the approval of a pilot."""
        self._run = run
        if not self.name.text():
            self.name.setText(name)
        words = self.tr(
            "Approving pilot {run} opens the full run for exactly this plan and these data."
        ).format(run=speech.number(run))
        self.ask(words, self.tr("Approve"), self._approve)
        self.name.setFocus()
        self._weigh()

    def _weigh(self) -> None:
        self.yes.setEnabled(bool(self.name.text().strip()))

    def _enter(self) -> None:
        if self.yes.isEnabled():
            self.yes.click()

    def _approve(self) -> None:
        self.approved.emit(self._run, self.name.text().strip(), self.note.text().strip())
        self.note.clear()
