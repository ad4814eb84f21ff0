"""The foot of a dialog: a note, Cancel, and what the dialog does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from ui.widgets.basic import button


def foot(dialog: QDialog, does: QPushButton, note: QWidget | None = None) -> QHBoxLayout:
    """Cancel and `does`, which Enter presses, at the end; a note before them."""
    cancel = button(QCoreApplication.translate("Validation", "Cancel"))
    cancel.setAutoDefault(False)
    cancel.clicked.connect(dialog.reject)
    does.setDefault(True)
    row = QHBoxLayout()
    if note is None:
        row.addStretch(1)
    else:
        row.addWidget(note, 1)
    row.addWidget(cancel)
    row.addWidget(does)
    return row
