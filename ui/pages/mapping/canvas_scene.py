"""The canvas's content: cards and lines of one document, selected and drawn by hand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTransform
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsScene,
    QGraphicsSceneDragDropEvent,
    QGraphicsSceneMouseEvent,
)

from ui.pages.mapping.canvas_items import CardItem, ChipsItem, DraftLine, LinkItem
from ui.pages.mapping.canvas_layout import Frame, Placement, place
from ui.pages.mapping.canvas_looks import chips, is_solid, source_look, target_look
from ui.pages.mapping.document import Asked, Chosen, Document

TRANSFORM_MIME = "application/x-kooch-transform"


class CanvasScene(QGraphicsScene):
    """Shows a document. `chosen` tells what was selected by hand, `drawn` carries the ends of a new
    line, `erased` the fields whose lines shall go, `dropped` a transform's id and the field of the
    line that it fell on."""

    chosen = Signal(object)  # Chosen
    drawn = Signal(str, str)
    erased = Signal(list)
    dropped = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.document: Document | None = None
        self.asked = Asked()
        self.placement = Placement()
        self.frame = Frame(600.0, self._mirrored())
        self.selected = Chosen()
        self.cards: dict[tuple[bool, str], CardItem] = {}
        self.links: list[LinkItem] = []
        self._draft = DraftLine()
        self.addItem(self._draft)
        self._pressed: CardItem | None = None

    @staticmethod
    def _mirrored() -> bool:
        return QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft

    # -- showing

    def show_document(self, document: Document, asked: Asked) -> None:
        """Show a document as the filter leaves it."""
        self.document, self.asked = document, asked
        self._pressed = None
        self._draft.hide()
        for link in self.links:
            self.removeItem(link.strip)
        for item in [*self.cards.values(), *self.links]:
            self.removeItem(item)
        self.cards, self.links = {}, []
        self.placement = place(document, asked)
        for name in self.placement.sources:
            look = source_look(document, document.sources[name])
            self._add(CardItem(True, name, look, self.frame.mirrored))
        for name in self.placement.targets:
            look = target_look(document, document.targets[name])
            self._add(CardItem(False, name, look, self.frame.mirrored))
        self._add_links(document)
        self.lay_out(self.frame.width)
        self.choose(self.selected)

    def _add(self, item: CardItem) -> None:
        self.cards[item.source, item.name] = item
        self.addItem(item)

    def _add_links(self, document: Document) -> None:
        for link in document.links:
            if (True, link.source) in self.cards and (False, link.target) in self.cards:
                row = document.rows[link.target]
                told = chips(document, row) if link.leading else []
                tone = document.tone(row)
                item = LinkItem(link.source, link.target, tone, is_solid(row), told)
                self.links.append(item)
                self.addItem(item)
                self.addItem(item.strip)

    def lay_out(self, width: float) -> None:
        """Put everything in its place for a canvas of this width."""
        self.frame = Frame(width, self.frame.mirrored)
        for source, names in ((True, self.placement.sources), (False, self.placement.targets)):
            for n, name in enumerate(names):
                self.cards[source, name].put(self.frame.card(source, n))
        heights = {name: n for n, name in enumerate(self.placement.sources)}
        depths = {name: n for n, name in enumerate(self.placement.targets)}
        for link in self.links:
            start = self.frame.port(True, heights[link.source])
            end = self.frame.port(False, depths[link.target])
            link.put(start, end, self.frame.gap)
        self.setSceneRect(QRectF(0, 0, width, self.frame.height(self.placement)))

    # -- selecting

    def choose(self, chosen: Chosen) -> None:
        """Select without telling; what is not shown stays selected for when it is."""
        self.selected = chosen
        for (source, name), item in self.cards.items():
            item.light(chosen=name == (chosen.source if source else chosen.target) != "")
        for link in self.links:
            link.light(chosen=link.target == chosen.target and self._of_row(chosen))
        if self.document is not None and chosen.target in self.document.rows:
            for name in self.document.rows[chosen.target].sources:
                if (True, name) in self.cards:
                    self.cards[True, name].light(chosen=True)

    def _of_row(self, chosen: Chosen) -> bool:
        return self.document is not None and chosen.target in self.document.rows

    def pick(self, chosen: Chosen) -> None:
        """Select by hand."""
        self.choose(chosen)
        self.chosen.emit(chosen)

    def chosen_for(self, item: CardItem | LinkItem) -> Chosen:
        """What a click on an item selects: a mapped column selects the first field it fills."""
        if isinstance(item, LinkItem):
            return Chosen(item.source, item.target)
        assert self.document is not None
        if item.source:
            return Chosen(item.name, next(iter(self.document.fed.get(item.name, ())), ""))
        row = self.document.rows.get(item.name)
        return Chosen(next(iter(row.sources), "") if row else "", item.name)

    # -- the mouse

    def _hit(self, at: QPointF) -> CardItem | LinkItem | None:
        for item in self.items(
            at, Qt.ItemSelectionMode.IntersectsItemShape, Qt.SortOrder.DescendingOrder, QTransform()
        ):
            if isinstance(item, CardItem | LinkItem):
                return item
            if isinstance(item, ChipsItem):
                return item.link
        return None

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Select; a press on a card may become a line."""
        hit = self._hit(event.scenePos())
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = hit if isinstance(hit, CardItem) else None
            self.pick(self.chosen_for(hit) if hit is not None else Chosen())
        event.accept()

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Draw the line from the card that was pressed."""
        pressed = self._pressed
        if pressed is None:
            return
        moved = event.buttonDownScenePos(Qt.MouseButton.LeftButton) - event.scenePos()
        if moved.manhattanLength() < QApplication.startDragDistance():
            return
        names = self.placement.sources if pressed.source else self.placement.targets
        start = self.frame.port(pressed.source, names.index(pressed.name))
        self._draft.put(start, event.scenePos())
        self._aim(self._other_end(event.scenePos()))

    def _other_end(self, at: QPointF) -> CardItem | None:
        hit = self._hit(at)
        if isinstance(hit, CardItem) and self._pressed and hit.source != self._pressed.source:
            return hit
        return None

    def _aim(self, aimed: CardItem | None) -> None:
        for item in self.cards.values():
            item.light(chosen=item.look.chosen, aimed=item is aimed)

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """End the line: on a card of the other side it becomes a row."""
        pressed = self._pressed
        end = self._other_end(event.scenePos()) if self._draft.isVisible() else None
        self._pressed = None
        self._draft.hide()
        self._aim(None)
        if pressed is not None and end is not None:
            ends = (pressed, end) if pressed.source else (end, pressed)
            self.drawn.emit(ends[0].name, ends[1].name)

    # -- transforms dropped on lines

    def dragEnterEvent(self, event: QGraphicsSceneDragDropEvent) -> None:
        """Take transforms."""
        event.setAccepted(event.mimeData().hasFormat(TRANSFORM_MIME))

    def dragMoveEvent(self, event: QGraphicsSceneDragDropEvent) -> None:
        """Show which line would take it."""
        target = self._aimed_row(event.scenePos())
        for link in self.links:
            link.light(chosen=link.chosen, aimed=link.target == target)
        event.setAccepted(bool(target))

    def dragLeaveEvent(self, event: QGraphicsSceneDragDropEvent) -> None:  # noqa: ARG002
        """Nothing is aimed at any more."""
        for link in self.links:
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
        hit = self._hit(at)
        if isinstance(hit, LinkItem):
            return hit.target
        if isinstance(hit, CardItem) and not hit.source and self.document is not None:
            return hit.name if hit.name in self.document.rows else ""
        return ""

    # -- the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete unmaps what is selected; everything else belongs to the view."""
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if event.key() in keys and self._of_row(self.selected):
            self.erased.emit([self.selected.target])
        else:
            event.ignore()
