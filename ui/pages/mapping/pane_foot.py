"""Below the canvas and the table: what is shown, what waits, zoom, and what can be opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui import speech
from ui.pages.mapping.canvas_view import NOTCH, CanvasView
from ui.pages.mapping.feed_bar import under
from ui.pages.mapping.glyphs import shown
from ui.pages.mapping.rows_view import RowsView
from ui.widgets.basic import button, label


class PaneFoot(QWidget):
    """`next_asked` carries 1 for the next thing that waits for a person, -1 for the one before."""

    next_asked = Signal(int)

    def __init__(self, canvas: CanvasView, table: RowsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.transforms = button(self.tr("Transforms"), "wand-sparkles", flat=True)
        self.transforms.setCheckable(True)
        self.transforms.setToolTip(self.tr("Show transforms to drag onto a line"))
        self.sentences = self._small("list", self.tr("Lines as sentences, in a list"))
        self.sentences.setCheckable(True)
        self._counts = label("", "small")
        self._held = label("", "small")
        self._held.hide()
        self.before = self._small("chevron-up", self.tr("Previous undecided (Shift+F8)"))
        self.before.clicked.connect(lambda: self.next_asked.emit(-1))
        self.next = self._small("chevron-down", self.tr("Next undecided (F8)"))
        self.next.clicked.connect(lambda: self.next_asked.emit(1))
        self.zooms = [
            self._zoom("zoom-out", self.tr("Smaller"), lambda: self._by(1 / NOTCH)),
            self._zoom("zoom-in", self.tr("Larger"), lambda: self._by(NOTCH)),
            self._zoom("maximize", self.tr("Fit everything"), canvas.fit),
        ]
        self.columns = button(self.tr("Columns"), "table-2", flat=True)
        self.columns.clicked.connect(lambda: under(self.columns, table.columns_menu()))
        self.columns.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(2)
        for one in (self.transforms, self.sentences, self._counts, self._held):
            row.addWidget(one)
        row.addStretch(1)
        for two in (self.before, self.next, *self.zooms, self.columns):
            row.addWidget(two)

    def _small(self, icon: str, name: str) -> QPushButton:
        made = button("", icon, flat=True)
        made.setAccessibleName(name)
        made.setToolTip(name)
        return made

    def _zoom(self, icon: str, name: str, deed: Callable[[], object]) -> QPushButton:
        made = self._small(icon, name)
        made.clicked.connect(lambda: deed())
        return made

    def _by(self, factor: float) -> None:
        self._canvas.set_zoom(self._canvas.zoom * factor)

    def set_table(self, table: bool) -> None:
        """The table has columns to choose, the canvas a size."""
        for one in (*self.zooms, self.sentences):
            one.setVisible(not table)
        self.columns.setVisible(table)

    def show_counts(self, sources: int, targets: int, waiting: int) -> None:
        """Say how much is shown, and how much of it waits for a person."""
        words = self.tr("{sources} columns · {targets} fields").format(
            sources=speech.number(sources), targets=speech.number(targets)
        )
        shown_words = words
        if waiting:
            # What waits comes first: there is no room for all of it in every language.
            shown_words = self.tr("{n} to decide").format(n=speech.number(waiting))
            words = f"{words} · {shown_words}"
        self._counts.setText(shown_words)
        self._counts.setToolTip(words)
        for one in (self.before, self.next):
            one.setEnabled(waiting > 0)

    def show_held(self, name: str) -> None:
        """Say what the keyboard holds, "" for nothing."""
        words = self.tr("{name} is picked up: go to the other side, Enter maps, Esc puts it down.")
        self._held.setText(words.format(name=shown(name)))
        self._held.setVisible(bool(name))
        self._counts.setVisible(not name)
