"""What stands on the canvas: shown, laid out, found by a point, and what falls on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsSceneDragDropEvent

from ui.pages.mapping.canvas_content import Content, Spot
from ui.pages.mapping.canvas_items import CardItem, ChipsItem, LinkItem
from ui.pages.mapping.canvas_layout import Frame, Placement, place
from ui.pages.mapping.document import Asked, Document

TRANSFORM_MIME = "application/x-kooch-transform"


class ShownScene(QGraphicsScene):
    """Shows a document; `dropped` carries a transform's id and the field of the line that it fell
    on."""

    dropped = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.document: Document | None = None
        self.asked = Asked()
        self.placement = Placement()
        self.frame = Frame(600.0, self._mirrored())
        self.content = Content(self)

    @staticmethod
    def _mirrored() -> bool:
        return QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft

    @property
    def cards(self) -> dict[Spot, CardItem]:
        """The cards by side and name."""
        return self.content.cards

    @property
    def links(self) -> list[LinkItem]:
        """The lines."""
        return list(self.content.links.values())

    # -- showing

    def show_document(self, document: Document, asked: Asked) -> None:
        """Show a document as the filter leaves it; what is as it was is not touched."""
        self.document, self.asked = document, asked
        self.placement = place(document, asked)
        self.content.show(document, self.placement, self.frame.mirrored)
        self.lay_out(self.frame.width)

    def lay_out(self, width: float) -> None:
        """Put everything in its place for a canvas of this width."""
        self.frame = Frame(width, self.frame.mirrored)
        self.content.lay_out(self.placement, self.frame)
        self.setSceneRect(QRectF(0, 0, width, self.frame.height(self.placement)))

    def hit(self, at: QPointF) -> CardItem | LinkItem | None:
        """The card or line at a point."""
        for item in self.items(
            at, Qt.ItemSelectionMode.IntersectsItemShape, Qt.SortOrder.DescendingOrder, QTransform()
        ):
            if isinstance(item, CardItem | LinkItem):
                return item
            if isinstance(item, ChipsItem):
                return item.link
        return None

    # -- transforms dropped on lines

    def dragEnterEvent(self, event: QGraphicsSceneDragDropEvent) -> None:
        """Take transforms."""
        event.setAccepted(event.mimeData().hasFormat(TRANSFORM_MIME))

    def dragMoveEvent(self, event: QGraphicsSceneDragDropEvent) -> None:
        """Show which line would take it."""
        target = self._aimed_row(event.scenePos())
        for link in self.content.links.values():
            link.light(chosen=link.chosen, aimed=link.target == target)
        event.setAccepted(bool(target))

    def dragLeaveEvent(self, event: QGraphicsSceneDragDropEvent) -> None:  # noqa: ARG002
        """Nothing is aimed at any more."""
        for link in self.content.links.values():
            link.light(chosen=link.chosen)

    def dropEvent(self, event: QGraphicsSceneDragDropEvent) -> None:
        """Give the transform to the line."""
        target = self._aimed_row(event.scenePos())
        self.dragLeaveEvent(event)
        if target:
            data = event.mimeData().data(TRANSFORM_MIME).data()
            self.dropped.emit(bytes(data).decode(), target)
            event.acceptProposedAction()

    def _aimed_row(self, at: QPointF) -> str:
        hit = self.hit(at)
        if isinstance(hit, LinkItem):
            return hit.target
        if isinstance(hit, CardItem) and not hit.source and self.document is not None:
            return hit.name if hit.name in self.document.rows else ""
        return ""
