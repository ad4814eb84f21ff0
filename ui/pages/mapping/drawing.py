"""Lines drawn on the canvas and transforms dropped on rows become edits here."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from migrator.model.mapping import Step
from ui.pages.mapping.canvas import Pane
from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.document import Chosen
from ui.pages.mapping.glyphs import shown
from ui.pages.mapping.inspector import Inspector


class Drawing(QObject):
    """Belongs to the pane."""

    def __init__(self, deeds: Deeds, pane: Pane, inspector: Inspector) -> None:
        super().__init__(pane)
        self._deeds = deeds
        self._pane = pane
        self._inspector = inspector
        self.menu: QMenu | None = None
        scene = pane.canvas.content
        scene.drawn.connect(self.draw)
        scene.erased.connect(lambda targets: self._deeds.unmap(targets))
        pane.dropped.connect(self.drop_transform)

    def draw(self, source: str, target: str) -> None:
        """Map a column to a field. Where something fills the field already, ask whether the column
        takes its place or joins it."""
        document = self._pane.document
        if document is None:
            return
        row = document.rows.get(target)
        self._pane.choose(Chosen(source, target))
        if row is None or not row.sources:
            self._deeds.map(target, [source])
        elif source not in row.sources:
            self._ask_place(source, target, row.sources)

    def _ask_place(self, source: str, target: str, there: tuple[str, ...]) -> None:
        menu = QMenu(self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        old = " + ".join(shown(name) for name in there)
        instead = self.tr("Instead of {columns}").format(columns=old)
        beside = self.tr("Together with {columns}").format(columns=old)
        menu.addAction(instead, lambda: self._deeds.map(target, [source]))
        menu.addAction(beside, lambda: self._deeds.map(target, [*there, source]))
        self.menu = menu
        menu.popup(self._pane.cursor().pos())

    def drop_transform(self, transform: str, target: str) -> None:
        """Add a transform that was dropped on a line, at the end."""
        document = self._pane.document
        if document is not None and target in document.rows:
            self._pane.choose(Chosen(next(iter(document.rows[target].sources), ""), target))
            self._inspector.show_chosen(document, self._pane.selected)
            item = self._deeds.catalog.get(transform)
            if item is not None and item.options:
                self._inspector.row.add_step(item)
            else:
                self._deeds.steps(target, [*document.rows[target].steps, Step(transform)])
