"""The inspector: whatever is selected, on the side of the canvas."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.document import Chosen, Document, Marked
from ui.pages.mapping.many_panel import ManyPanel
from ui.pages.mapping.row_panel import RowPanel
from ui.pages.mapping.side_panels import SourcePanel, TargetPanel
from ui.widgets.basic import Card, label

WIDTH = 300
NOTHING = Marked()


class Inspector(Card):
    """Shows the row, the column or the field that is selected, or how to begin."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setFixedWidth(WIDTH)
        rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.body.setContentsMargins(*((6, 12, 14, 12) if rtl else (14, 12, 6, 12)))
        self.row = RowPanel(deeds)
        self.source = SourcePanel(deeds)
        self.target = TargetPanel(deeds)
        self.many = ManyPanel(deeds)
        self._pages = QStackedWidget()
        self._areas: dict[QWidget, QScrollArea] = {}
        self._hint = self._hints()
        for panel in (self._hint, self.row, self.source, self.target, self.many):
            self._pages.addWidget(self._scrolled(panel))
        self.body.addWidget(self._pages)

    def _hints(self) -> QWidget:
        hint = QWidget()
        box = QVBoxLayout(hint)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(label(self.tr("Nothing is selected"), "h2", wrap=True))
        for words in (
            self.tr("Click a line to see why it was suggested and what it does to real values."),
            self.tr("Drag from a column to a field to map it."),
            self.tr("Click a column to leave it out with a reason."),
            self.tr("With Ctrl or Shift you select several, and change them at once."),
            self.tr(
                "With the keyboard: arrows walk, Enter picks a card up and maps it, Delete unmaps,"
                " F8 goes to what waits for you, Ctrl+Enter agrees to it, Space comes here."
            ),
        ):
            box.addWidget(label(words, "muted", wrap=True))
        box.addStretch(1)
        return hint

    def _scrolled(self, panel: QWidget) -> QScrollArea:
        rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(*((6, 0, 0, 0) if rtl else (0, 0, 6, 0)))
        box.addWidget(panel)
        # The palette's window colour would stand out on the card.
        area.viewport().setAutoFillBackground(False)
        holder.setAutoFillBackground(False)
        area.setWidget(holder)
        holder.setAutoFillBackground(False)
        self._areas[panel] = area
        return area

    def show_chosen(
        self, document: Document | None, chosen: Chosen, marked: Marked = NOTHING
    ) -> None:
        """Show what is selected in the document as it stands now, or what is marked."""
        if document is not None and len(marked) > 1:
            self.many.show_marked(document, marked)
            self._turn_to(self.many)
        elif document is not None and chosen.target in document.rows:
            self.row.show_row(document, chosen.target)
            self._turn_to(self.row)
        elif document is not None and chosen.target in document.targets:
            self.target.show_field(document, chosen.target)
            self._turn_to(self.target)
        elif document is not None and chosen.source in document.sources:
            self.source.show_column(document, chosen.source)
            self._turn_to(self.source)
        else:
            self._turn_to(self._hint)

    @property
    def shows_row(self) -> bool:
        """Whether a row is looked at."""
        return self._pages.currentWidget() is self._areas[self.row]

    def take_focus(self) -> None:
        """Let the keyboard go on in the panel that is shown."""
        area = self._pages.currentWidget()
        found = area.nextInFocusChain() if area is not None else None
        while (
            area is not None
            and found is not None
            and found is not area
            and area.isAncestorOf(found)
        ):
            if found.focusPolicy() & Qt.FocusPolicy.TabFocus and found.isVisibleTo(self):
                found.setFocus(Qt.FocusReason.TabFocusReason)
                return
            found = found.nextInFocusChain()

    def _turn_to(self, panel: QWidget) -> None:
        area = self._areas[panel]
        if self._pages.currentWidget() is not area:
            area.verticalScrollBar().setValue(0)
        self._pages.setCurrentWidget(area)
