"""Why a table cannot be shown, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from migrator.model.views.sources import Problem
from ui import icons
from ui.pages.sources import words
from ui.pages.sources.refused import PasswordField
from ui.widgets import button, label


class Trouble(QWidget):
    """One sentence, what to do, and the control that does it."""

    password_given = Signal(str)
    look_wanted = Signal()
    locate_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(icons.pixmap("file-x", "error", 40))
        self.words = label("", "body", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setFixedWidth(420)
        self.hint = label("", "muted", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setFixedWidth(420)
        self.password = PasswordField(self.tr("Unlock"))
        self.password.entered.connect(self.password_given)
        self.look = button(self.tr("Look at the source again"), "refresh-cw")
        self.look.clicked.connect(self.look_wanted)
        self.locate = button(self.tr("Locate the file…"), "folder-open", primary=True)
        self.locate.clicked.connect(self.locate_wanted)
        box = QVBoxLayout(self)
        box.setSpacing(10)
        box.addStretch(1)
        for one in (picture, self.words, self.hint, self.password, self.locate, self.look):
            box.addWidget(one, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)

    def show_problem(self, problem: Problem) -> None:
        """Say what is wrong."""
        self.words.setText(words.said(problem.message))
        self.hint.setText(words.said(problem.hint))
        self.hint.setVisible(bool(self.hint.text()))
        locked = problem.reason in {"password", "wrong_password"}
        self.password.setVisible(locked)
        self.password.edit.clear()
        self.locate.setVisible(problem.reason == "missing")
        self.look.setVisible(not locked and problem.reason != "missing")
