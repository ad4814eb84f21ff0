"""What people said about a row, the newest last, and a line to say more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from migrator.model.mapping import Comment
from ui import speech
from ui.pages.mapping.glyphs import shown
from ui.widgets.basic import label


class CommentsBox(QWidget):
    """`said` carries a new comment when Enter is pressed."""

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Comment, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.text = QLineEdit()
        self.text.setAccessibleName(self.tr("Write a comment"))
        self.text.setPlaceholderText(self.tr("Write a comment, then Enter"))
        self.text.returnPressed.connect(self._say)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(self._lines)
        box.addWidget(self.text)

    def show_comments(self, comments: tuple[Comment, ...]) -> None:
        """Show what was said about another row, or more about this one."""
        if comments == self._shown:
            return
        self._shown = comments
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in comments:
            who = f"{shown(one.by)} · {speech.moment(one.at)}"
            self._lines.addWidget(label(who, "small"))
            self._lines.addWidget(label(shown(one.text), wrap=True))

    def forget(self) -> None:
        """Drop a comment that was begun for another row."""
        self.text.clear()

    def _say(self) -> None:
        words = self.text.text().strip()
        if words:
            self.text.clear()
            self.said.emit(words)
