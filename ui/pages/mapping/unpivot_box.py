"""Columns of one kind that become a record each: phone 1, phone 2, phone 3."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui import speech
from ui.pages.mapping.document import Document
from ui.pages.mapping.side_panels import narrow
from ui.widgets.basic import button, label


class UnpivotBox(QWidget):
    """`wanted` carries the field that each of the columns fills, in a record of its own."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = narrow(QComboBox())
        self.field.setAccessibleName(self.tr("Target field"))
        self.make = button(self.tr("A record per column"), "split")
        self.make.setToolTip(
            self.tr("Each column gets a feed of its own; rows where it is empty make no record.")
        )
        self.make.clicked.connect(lambda: self.wanted.emit(self.field.currentData()))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        title = self.tr("Or make a record of each column, with its value in")
        box.addWidget(label(title, "small", wrap=True))
        box.addWidget(self.field)
        box.addWidget(self.make)

    def show_document(self, document: Document) -> None:
        """Offer the fields of the entity."""
        chosen = self.field.currentData()
        self.field.clear()
        for card in document.sheet.targets:
            if not card.own and not card.parent:
                self.field.addItem(speech.say(card.label), card.name)
        self.field.setCurrentIndex(max(0, self.field.findData(chosen)))
