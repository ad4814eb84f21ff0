"""A question in the page itself: nothing is blocked while it waits for its answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons
from ui.widgets.basic import button, label, set_kind, set_tone


class AskStrip(QFrame):
    """Hidden until `ask`; Escape or the second button puts it away. What a page needs besides
    (a name, a note) goes into `extra`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "banner")
        self._callback: Callable[[], object] | None = None
        self._picture = QLabel()
        self._words = label(wrap=True)
        self.yes: QPushButton = button("", primary=True)
        self.yes.clicked.connect(self._agree)
        self.no = button(self.tr("Not now"), flat=True)
        self.no.clicked.connect(self.hide)
        self.extra = QVBoxLayout()
        self.extra.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 10, 10)
        box.addLayout(row)
        box.addLayout(self.extra)
        self.hide()

    def ask(
        self, words: str, action: str, callback: Callable[[], object], tone: str = "info"
    ) -> None:
        """Show a question; `callback` is called when the person agrees."""
        set_tone(self, tone)
        set_kind(self.yes, "danger" if tone == "error" else "primary")
        name = "info" if tone == "info" else "triangle-alert"
        self._picture.setPixmap(icons.pixmap(name, "accent" if tone == "info" else tone, 20))
        self._words.setText(words)
        self.yes.setText(action)
        self._callback = callback
        self.setAccessibleName(words)
        self.show()
        self.no.setFocus()

    @property
    def words(self) -> str:
        """The question; "" while there is none."""
        return "" if self.isHidden() else self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _agree(self) -> None:
        self.hide()
        if self._callback is not None:
            self._callback()
