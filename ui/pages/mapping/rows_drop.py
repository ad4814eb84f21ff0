"""A table on whose rows transforms may fall."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTableView, QWidget

from ui.pages.mapping.canvas_shown import TRANSFORM_MIME


class TransformTable(QTableView):
    """`dropped` carries a transform's id and the field of the row that it fell on."""

    dropped = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def row_at(self, at: QPoint) -> str:
        """The field of the row at a point, "" where none takes transforms."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take transforms."""
        event.setAccepted(event.mimeData().hasFormat(TRANSFORM_MIME))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Only a row of the document takes one."""
        event.setAccepted(bool(self.row_at(event.position().toPoint())))

    def dropEvent(self, event: QDropEvent) -> None:
        """Give the transform to the row."""
        target = self.row_at(event.position().toPoint())
        if target:
            data = event.mimeData().data(TRANSFORM_MIME).data()
            self.dropped.emit(bytes(data).decode(), target)
            event.acceptProposedAction()
