"""Small things that several parts of this page need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QWidget

from ui.job import Job


def lead(made: QLabel) -> QLabel:
    """Let a label begin at the leading edge whatever its first letters are: a Latin name alone
    would go to the far side of a Persian window."""
    rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return made


def light_up(frame: QFrame, active: bool) -> None:
    """Show on a dashed frame whether files that are dragged would be taken."""
    if bool(frame.property("active")) != active:
        frame.setProperty("active", active)
        frame.style().unpolish(frame)
        frame.style().polish(frame)


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


class Once(QObject):
    """Hands the result of a job to `callback`, unless its owner is gone by then."""

    def __init__(self, owner: QObject, job: Job, callback: Callable[[Any], object]) -> None:
        super().__init__(owner)
        self._callback = callback
        job.succeeded.connect(self._take)
        job.finished.connect(self.deleteLater)

    @Slot(object)
    def _take(self, result: Any) -> None:
        self._callback(result)
