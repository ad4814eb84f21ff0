"""Small things that several parts of this page need."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QWidget


def lead(made: QLabel) -> QLabel:
    """Let a label begin at the leading edge whatever its first letters are: a Latin name alone
    would go to the far side of a Persian window."""
    rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return made


class ClearScroll(QScrollArea):
    """A scrolled column without a ground of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def show_inner(self, inner: QWidget) -> None:
        """Show another column."""
        self.setWidget(inner)
        inner.setAutoFillBackground(False)  # setWidget turns it on
