"""The canvas itself: scrolls, zooms, fits its width, listens to the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView

from ui.pages.mapping.canvas_items import CardItem
from ui.pages.mapping.canvas_layout import LARGEST, SMALLEST
from ui.pages.mapping.canvas_scene import CanvasScene
from ui.pages.mapping.document import Asked, Chosen, Document

LEAST, MOST, NOTCH = 0.4, 2.5, 1.15


class CanvasView(QGraphicsView):
    """Keys: arrows walk over the cards, with Shift they mark them, Enter picks a card up and maps
    it to the next one, Escape puts it down, Space opens the inspector, Delete unmaps, Ctrl with
    + - 0 zooms and with A marks all. `held` tells which column or field was picked up ("" for
    none)."""

    held = Signal(str)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.content = CanvasScene()
        self.setScene(self.content)
        self.zoom = 1.0
        self._held: CardItem | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Mapping canvas"))
        # Many sizes in a row, as while the window is dragged, are one layout.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._lay_out)

    def show_document(self, document: Document, asked: Asked) -> None:
        """Show a document as the filter leaves it."""
        self._hold(None)
        self.content.show_document(document, asked)
        self._lay_out()

    def tell(self, words: str) -> None:
        """Say what is selected, for those who do not see it."""
        self.setAccessibleDescription(words)
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def changeEvent(self, event: QEvent) -> None:
        """Cards are kept as pictures: other colours or letters need new ones."""
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self.content.content.repaint()
        super().changeEvent(event)

    def reveal(self) -> None:
        """Scroll to what is selected."""
        chosen = self.content.selected
        for side, name in ((False, chosen.target), (True, chosen.source)):
            if (side, name) in self.content.cards:
                self.ensureVisible(self.content.cards[side, name], 0, 40)
                return

    # -- size and zoom

    def set_zoom(self, zoom: float) -> None:
        """Show everything so many times as large."""
        self.zoom = max(LEAST, min(MOST, zoom))
        self.resetTransform()
        self.scale(self.zoom, self.zoom)
        self._lay_out()

    def fit(self) -> None:
        """Show everything from top to bottom, as far as it can still be read."""
        height = self.content.frame.height(self.content.placement)
        self.set_zoom(min(1.0, self.viewport().height() / height))

    def _lay_out(self) -> None:
        width = self.viewport().width() / self.zoom
        self.content.lay_out(max(SMALLEST, min(LARGEST, width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the width filled."""
        super().resizeEvent(event)
        self._later.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * NOTCH ** (event.angleDelta().y() / 120))
            event.accept()
            return
        super().wheelEvent(event)

    # -- the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, pick up, map, unmap, zoom."""
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = {Qt.Key.Key_Plus: NOTCH, Qt.Key.Key_Equal: NOTCH, Qt.Key.Key_Minus: 1 / NOTCH}
            if key == Qt.Key.Key_0:
                self.set_zoom(1.0)
            elif key == Qt.Key.Key_A:
                self.content.mark_all()
            elif key in steps:
                self.set_zoom(self.zoom * steps[key])
            return
        self._marking = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._cross((key == Qt.Key.Key_Right) != self.content.frame.mirrored)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick_up()
        elif key == Qt.Key.Key_Space:
            self.opened.emit()
        elif key == Qt.Key.Key_Escape and self._held is not None:
            self._hold(None)
        else:
            super().keyPressEvent(event)

    @property
    def _on_source(self) -> bool:
        """Which side the keyboard is on: while a card is held, the other one."""
        if self._held is not None:
            return not self._held.source
        return bool(self.content.selected.source) and not self._walked_target

    _walked_target = False
    _marking = False

    def _walk(self, by: int) -> None:
        source = self._on_source or self.content.selected == Chosen()
        names = self.content.placement.sources if source else self.content.placement.targets
        selected = self.content.selected
        name = selected.source if source else selected.target
        at = names.index(name) + by if name in names else 0
        if names:
            self._go(source, names[max(0, min(len(names) - 1, at))])

    def _cross(self, to_target: bool) -> None:
        placement, chosen = self.content.placement, self.content.selected
        names = placement.targets if to_target else placement.sources
        name = chosen.target if to_target else chosen.source
        if name not in names:
            other = chosen.source if to_target else chosen.target
            others = placement.sources if to_target else placement.targets
            at = others.index(other) if other in others else 0
            name = names[min(at, len(names) - 1)] if names else ""
        if name:
            self._go(not to_target, name)

    def _go(self, source: bool, name: str) -> None:
        item = self.content.cards[source, name]
        self._walked_target = not source
        if self._held is None:
            found = self.content.chosen_for(item)
        elif source:
            found = Chosen(name, self._held.name)
        else:
            found = Chosen(self._held.name, name)
        if self._held is not None:
            self.content.choose(found)
        elif self._marking:
            self.content.mark(found)
        else:
            self.content.pick(found)
        self.ensureVisible(item, 0, 40)

    def _pick_up(self) -> None:
        chosen, held = self.content.selected, self._held
        if held is None:
            name = chosen.source if self._on_source else chosen.target
            self._hold(self.content.cards.get((self._on_source, name)))
        elif chosen.source and chosen.target:
            self._hold(None)
            self.content.drawn.emit(chosen.source, chosen.target)

    def _hold(self, item: CardItem | None) -> None:
        self._held = item
        self.held.emit(item.name if item is not None else "")
