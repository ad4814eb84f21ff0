"""Choosing a table and the entity that it shall feed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.mapping import Overview, TableLine
from ui import speech
from ui.pages.mapping.glyphs import shown
from ui.widgets.basic import button, label


class AddFeedDialog(QDialog):
    """`taken` carries source, table, entity, and whether rows shall be suggested at once. Tables
    that feed nothing yet come first. Open it with `open()`."""

    taken = Signal(str, str, str, bool)

    def __init__(self, overview: Overview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Let a table feed an entity"))
        self.setMinimumWidth(420)
        self.tables = QComboBox()
        self.tables.setAccessibleName(self.tr("Source table"))
        self.tables.setMaxVisibleItems(20)
        for line in sorted(overview.tables, key=lambda line: bool(line.feeds)):
            self.tables.addItem(self._words(line), (line.source, line.table))
        self.entities = QComboBox()
        self.entities.setAccessibleName(self.tr("Target entity"))
        self.entities.setMaxVisibleItems(20)
        for entity in overview.entities:
            self.entities.addItem(speech.say(entity.label), entity.name)
        self.suggest = QCheckBox(self.tr("Suggest its rows at once"))
        self.suggest.setChecked(True)
        self.ok = button(self.tr("Add"), "plus", primary=True)
        self.ok.setDefault(True)
        self.ok.setEnabled(bool(self.tables.count()) and bool(self.entities.count()))
        self.ok.clicked.connect(self._take)
        self._lay_out()

    def _lay_out(self) -> None:
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.ok)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        words = self.tr("One table may feed several entities, and several tables the same one.")
        box.addWidget(label(words, "muted", wrap=True))
        for title, widget in (
            (self.tr("Source table"), self.tables),
            (self.tr("Target entity"), self.entities),
        ):
            box.addWidget(label(title))
            box.addWidget(widget)
        box.addWidget(self.suggest)
        box.addSpacing(8)
        box.addLayout(foot)

    def choose(self, line: TableLine) -> None:
        """Begin with this table."""
        for n in range(self.tables.count()):
            if tuple(self.tables.itemData(n)) == (line.source, line.table):
                self.tables.setCurrentIndex(n)

    def _words(self, line: TableLine) -> str:
        told = f"{shown(line.table)} ({shown(line.source)})"
        if not line.feeds:
            return self.tr("{table} · feeds nothing yet").format(table=told)
        return told

    def _take(self) -> None:
        source, table = self.tables.currentData()
        self.taken.emit(source, table, self.entities.currentData(), self.suggest.isChecked())
        self.accept()
