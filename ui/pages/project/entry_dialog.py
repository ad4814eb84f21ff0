"""A small dialog for one entry of a list: fields above each other, Save and Cancel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.job import Job
from ui.messages import Failure
from ui.widgets.basic import button, label, set_tone


class EntryDialog(QDialog):
    """Add fields with `field`, then call `finish`. `save` starts the edit; the dialog closes when
    it succeeded and tells why when it did not."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(20, 18, 20, 16)
        self._box.setSpacing(12)
        self._box.addWidget(label(title, "h2"))
        self._told = label("", "small", wrap=True)
        set_tone(self._told, "error")
        self.ok = button(self.tr("Save"), "check", primary=True)

    def save(self) -> Job | None:
        """Start the edit; None when something is missing (say what with `tell`)."""
        raise NotImplementedError

    def field(self, name: str, widget: QWidget) -> QWidget:
        """Add a field under its name; returns the two as one."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        told = label(name, "small")
        told.setBuddy(widget)
        widget.setAccessibleName(name)
        column.addWidget(told)
        column.addWidget(widget)
        self._box.addWidget(both)
        return both

    def add(self, widget: QWidget) -> None:
        """Add something below what is there."""
        self._box.addWidget(widget)

    def finish(self) -> None:
        """Add the buttons."""
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.ok.setDefault(True)
        self.ok.clicked.connect(self._save)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.ok)
        self._box.addWidget(self._told)
        self._told.hide()
        self._box.addStretch(1)
        self._box.addLayout(row)

    def tell(self, sentence: str) -> None:
        """Say what is wrong; "" for nothing."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    @property
    def told(self) -> str:
        """What is wrong."""
        return self._told.text()

    def _save(self) -> None:
        self.tell("")
        job = self.save()
        if job is not None:
            self.ok.setEnabled(False)
            job.then(self._saved, self._refused)

    def _saved(self, _: object) -> None:
        self.accept()

    def _refused(self, failure: Failure) -> None:
        self.ok.setEnabled(True)
        self.tell(failure.sentence())
