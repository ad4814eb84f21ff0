"""The canvas's scene: cards and lines of one document, selected, marked and drawn by hand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsSceneContextMenuEvent,
    QGraphicsSceneMouseEvent,
)

from ui.pages.mapping.canvas_items import CardItem, DraftLine, LinkItem
from ui.pages.mapping.canvas_shown import TRANSFORM_MIME, ShownScene
from ui.pages.mapping.document import Asked, Chosen, Document, Marked

__all__ = ["TRANSFORM_MIME", "CanvasScene"]


class CanvasScene(ShownScene):
    """Shows a document. `chosen` tells what was selected by hand, `marks_changed` what is marked
    beside it, `drawn` carries the ends of a new line, `erased` the fields whose lines shall go,
    `menu_asked` where a menu for the selection is wanted."""

    chosen = Signal(object)  # Chosen
    marks_changed = Signal(object)  # Marked
    drawn = Signal(str, str)
    erased = Signal(list)
    menu_asked = Signal(object)  # QPoint on the screen

    def __init__(self) -> None:
        super().__init__()
        self.selected = Chosen()
        self.marked = Marked()
        self._draft = DraftLine()
        self.addItem(self._draft)
        self._pressed: CardItem | None = None
        self._aimed: CardItem | None = None

    # -- showing

    def show_document(self, document: Document, asked: Asked) -> None:
        """Show a document as the filter leaves it; what is as it was is not touched."""
        self._pressed = self._aimed = None
        self._draft.hide()
        super().show_document(document, asked)
        self.choose(self.selected)

    # -- selecting

    def choose(self, chosen: Chosen, marked: Marked | None = None) -> None:
        """Select without telling; what is not shown stays selected for when it is. `marked` None
        leaves the marks as they are."""
        self.selected = chosen
        if marked is not None:
            self.marked = marked
        if self.document is None:
            return
        rows = {*self.marked.rows, chosen.target} & self.document.rows.keys()
        spots = {(False, name) for name in (*self.marked.rows, chosen.target)}
        spots |= {(True, name) for name in (*self.marked.columns, chosen.source)}
        spots |= {(True, name) for row in rows for name in self.document.rows[row].sources}
        self.content.light(spots, rows)

    def _of_row(self, chosen: Chosen) -> bool:
        return self.document is not None and chosen.target in self.document.rows

    def pick(self, chosen: Chosen) -> None:
        """Select by hand, this alone."""
        self._tell_marks(Marked())
        self.choose(chosen)
        self.chosen.emit(chosen)

    def mark(self, chosen: Chosen, *, toggled: bool = False) -> None:
        """Select by hand beside what is marked; `toggled` takes the mark away where there is
        one."""
        if self.document is None:
            return
        here, there = self.document.marks(chosen), self.document.marks(self.selected)
        marked = self.marked if len(self.marked) else there
        gone = toggled and len(here) > 0 and marked.joined(here) == marked
        self._tell_marks(marked.without(here) if gone else marked.joined(here))
        self.choose(chosen)
        self.chosen.emit(chosen)

    def mark_all(self) -> None:
        """Mark every row and every lone column that is shown."""
        if self.document is not None:
            lone = tuple(n for n in self.placement.sources if n not in self.document.fed)
            rows = tuple(name for name in self.placement.targets if name in self.document.rows)
            self._tell_marks(Marked(rows, lone))
            self.choose(self.selected)

    def _tell_marks(self, marked: Marked) -> None:
        if marked != self.marked:
            self.marked = marked
            self.marks_changed.emit(marked)

    def _mark_through(self, item: CardItem | LinkItem) -> None:
        """Mark everything from what is selected to `item`, on its side."""
        source = isinstance(item, CardItem) and item.source
        names = self.placement.sources if source else self.placement.targets
        first = self.selected.source if source else self.selected.target
        last = self.chosen_for(item)
        name = last.source if source else last.target
        if first in names and name in names and self.document is not None:
            ends = sorted((names.index(first), names.index(name)))
            marked = self.marked
            for one in names[ends[0] : ends[1] + 1]:
                card = self.cards[source, one]
                marked = marked.joined(self.document.marks(self.chosen_for(card)))
            self._tell_marks(marked)
        self.choose(last)
        self.chosen.emit(last)

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

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Select; Ctrl marks one more, Shift all between; a press on a card may become a line."""
        hit = self.hit(event.scenePos())
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = hit if isinstance(hit, CardItem) else None
            keys = event.modifiers()
            if hit is not None and keys & Qt.KeyboardModifier.ControlModifier:
                self.mark(self.chosen_for(hit), toggled=True)
            elif hit is not None and keys & Qt.KeyboardModifier.ShiftModifier:
                self._mark_through(hit)
            else:
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
        hit = self.hit(at)
        if isinstance(hit, CardItem) and self._pressed and hit.source != self._pressed.source:
            return hit
        return None

    def _aim(self, aimed: CardItem | None) -> None:
        for item in {self._aimed, aimed} - {None}:
            if item is not None:
                item.light(chosen=item.look.chosen, aimed=item is aimed)
        self._aimed = aimed

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

    def contextMenuEvent(self, event: QGraphicsSceneContextMenuEvent) -> None:
        """A menu for what is under the pointer, or for what is marked when that is part of it."""
        hit = self.hit(event.scenePos())
        if hit is None or self.document is None:
            return
        chosen = self.chosen_for(hit)
        if not len(self.marked) or len(self.document.marks(chosen).without(self.marked)):
            self.pick(chosen)
        self.menu_asked.emit(event.screenPos())
        event.accept()

    # -- the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete unmaps what is selected; everything else belongs to the view."""
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if event.key() in keys and (self.marked.rows or self._of_row(self.selected)):
            self.erased.emit(list(self.marked.rows) or [self.selected.target])
        else:
            event.ignore()
