"""Canvas or table of the feed with what both share: searches, the filter, zoom, the palette."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from ui import speech
from ui.pages.mapping.canvas_view import NOTCH, CanvasView
from ui.pages.mapping.document import Asked, Chosen, Document, Show
from ui.pages.mapping.glyphs import shown
from ui.pages.mapping.palette import Palette
from ui.pages.mapping.rows_view import RowsView
from ui.widgets.basic import Card, SearchField, button, label


class Pane(Card):
    """Shows one document in two ways; the selection belongs to both. `chosen` tells it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.body.setContentsMargins(12, 10, 6, 6)
        self.body.setSpacing(6)
        self.document: Document | None = None
        self.selected = Chosen()
        self.canvas = CanvasView()
        self.table = RowsView()
        self.palette_strip = Palette()
        self.palette_strip.hide()
        self.find_source = SearchField(self.tr("Search source columns"))
        self.find_target = SearchField(self.tr("Search target fields"))
        self.show_only = QComboBox()
        self.show_only.setAccessibleName(self.tr("Show"))
        for words, show in (
            (self.tr("Everything"), Show.ALL),
            (self.tr("Needs a decision"), Show.DECIDE),
            (self.tr("Only unmapped"), Show.UNMAPPED),
        ):
            self.show_only.addItem(words, show)
        self._held = label("", "small")
        self._held.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.table)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 6, 0)
        top.setSpacing(10)
        top.addWidget(self.find_source, 3)
        top.addWidget(self.show_only, 2)
        top.addWidget(self.find_target, 3)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 6, 0)
        foot.setSpacing(2)
        self.transforms = button(self.tr("Transforms"), "wand-sparkles", flat=True)
        self.transforms.setCheckable(True)
        self.transforms.setToolTip(self.tr("Show transforms to drag onto a line"))
        self.transforms.toggled.connect(self.palette_strip.setVisible)
        self._counts = label("", "small")
        self.zooms = [
            self._zoom("zoom-out", self.tr("Smaller"), lambda: self._by(1 / NOTCH)),
            self._zoom("zoom-in", self.tr("Larger"), lambda: self._by(NOTCH)),
            self._zoom("maximize", self.tr("Fit everything"), self.canvas.fit),
        ]
        foot.addWidget(self.transforms)
        foot.addWidget(self._counts)
        foot.addWidget(self._held)
        foot.addStretch(1)
        for one in self.zooms:
            foot.addWidget(one)
        self.body.addLayout(top)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.palette_strip)
        self.body.addLayout(foot)

    def _zoom(self, icon: str, name: str, deed: Callable[[], object]) -> QPushButton:
        made = button("", icon, flat=True)
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.clicked.connect(lambda: deed())
        return made

    def _by(self, factor: float) -> None:
        self.canvas.set_zoom(self.canvas.zoom * factor)

    def _connect(self) -> None:
        self.find_source.textChanged.connect(self._asked_again)
        self.find_target.textChanged.connect(self._asked_again)
        self.show_only.currentIndexChanged.connect(self._asked_again)
        self.canvas.content.chosen.connect(self._picked)
        self.canvas.held.connect(self._show_held)
        self.table.chosen.connect(self._picked)

    # -- what is shown

    @property
    def asked(self) -> Asked:
        """The filter as it is set."""
        show = Show(self.show_only.currentData())
        return Asked(show, self.find_source.text().strip(), self.find_target.text().strip())

    def show_document(self, document: Document) -> None:
        """Show a document, new or changed; a selection that is gone ends."""
        before = self.document
        self.document = document
        if before is None or before.sheet.feed.id != document.sheet.feed.id:
            self.selected = Chosen()
            self.canvas.verticalScrollBar().setValue(0)
        chosen = self.selected
        if chosen.target not in document.targets or chosen.source not in {"", *document.sources}:
            self.selected = Chosen()
        self._asked_again()

    def set_table(self, table: bool) -> None:
        """Show the table instead of the canvas."""
        shown: QWidget = self.table if table else self.canvas
        self._stack.setCurrentWidget(shown)
        for one in (*self.zooms, self.transforms):
            one.setVisible(not table)
        self.palette_strip.setVisible(not table and self.transforms.isChecked())
        shown.setFocus()
        if not table:
            self.canvas.reveal()

    def choose(self, chosen: Chosen) -> None:
        """Select in both."""
        self.selected = chosen
        self.canvas.content.choose(chosen)
        self.table.choose(chosen)

    def _asked_again(self) -> None:
        if self.document is None:
            return
        self.canvas.content.selected = self.selected
        self.canvas.show_document(self.document, self.asked)
        self.table.show_document(self.document, self.asked, self.selected)
        placement = self.canvas.content.placement
        self._counts.setText(
            self.tr("{sources} columns · {targets} fields").format(
                sources=speech.number(len(placement.sources)),
                targets=speech.number(len(placement.targets)),
            )
        )

    def _picked(self, chosen: Chosen) -> None:
        self.choose(chosen)
        self.chosen.emit(chosen)

    def _show_held(self, name: str) -> None:
        words = self.tr("{name} is picked up: go to the other side, Enter maps, Esc puts it down.")
        self._held.setText(words.format(name=shown(name)))
        self._held.setVisible(bool(name))
        self._counts.setVisible(not name)
