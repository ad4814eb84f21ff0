"""What a narrow pane says while it has nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import icons
from ui.widgets.basic import label


class Hint(QWidget):
    """A picture and words that teach, as narrow as its pane."""

    def __init__(self, icon: str, title: str, text: str) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, "faint", 36))
        self._title = label(title, "h2", wrap=True)
        self._words = label(text, "muted", wrap=True)
        box = QVBoxLayout(self)
        box.setSpacing(8)
        box.addStretch(1)
        for one in (picture, self._title, self._words):
            one.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(one)
        box.addStretch(2)

    def say(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._words.setText(text)
