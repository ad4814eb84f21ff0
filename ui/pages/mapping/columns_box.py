"""The source columns of a row: several may fill one field together."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from migrator.model.mapping import FieldMapping
from ui.pages.mapping.document import Document
from ui.pages.mapping.feed_bar import under
from ui.pages.mapping.glyphs import shown
from ui.widgets.basic import button, label


class ColumnsBox(QWidget):
    """`changed` carries the columns that a person wants, at least one; `apart` those that are to
    become a record each."""

    changed = Signal(list)
    apart = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.add = button(self.tr("Add a column"), "plus", flat=True)
        self.menu = QMenu(self)
        self.add.clicked.connect(lambda: under(self.add, self.menu))
        self.split = button(self.tr("A record per column"), "split", flat=True)
        self.split.setToolTip(
            self.tr("Each column makes a record where it is filled, none where it is empty.")
        )
        self.split.clicked.connect(lambda: self.apart.emit(list(self._names)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(self._rows)
        box.addWidget(self.add)
        box.addWidget(self.split)

    def show_row(self, document: Document, row: FieldMapping) -> None:
        """Show the columns of a row."""
        self._names = list(row.sources)
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if len(row.sources) > 1:
            for name in row.sources:
                self._rows.addWidget(self._line(name))
        self.split.setVisible(len(row.sources) > 1)
        self.menu.clear()
        for name in document.sources:
            if name not in row.sources:
                action = self.menu.addAction(shown(name).replace("&", "&&"))
                action.triggered.connect(
                    lambda _=False, name=name: self.changed.emit([*self._names, name])
                )
        words = self.tr("Add a column") if row.sources else self.tr("Take a column instead")
        self.add.setText(words)

    def _line(self, name: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(shown(name)), 1)
        gone = button("", "x", flat=True)
        words = self.tr("Take {column} away").format(column=name)
        gone.setAccessibleName(words)
        gone.setToolTip(words)
        gone.clicked.connect(
            lambda: self.changed.emit([other for other in self._names if other != name])
        )
        row.addWidget(gone)
        return line
