"""What a lookup field points to: which record of the parent, found by which of its fields."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from migrator.model.mapping import Lookup
from migrator.model.schema import Schema
from ui import speech
from ui.pages.mapping.document import Document
from ui.pages.mapping.glyphs import shown
from ui.widgets.basic import label


class LookupBox(QWidget):
    """`changed` carries the Lookup that a person chose, None for a plain value."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entity = ""
        self.by = QComboBox()
        self.by.setAccessibleName(self.tr("Found by"))
        self.feed = QComboBox()
        self.feed.setAccessibleName(self.tr("Among the records of"))
        for box in (self.by, self.feed):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.activated.connect(self._changed)
        self._told = label("", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (
            self._told,
            label(self.tr("Found by"), "small"),
            self.by,
            label(self.tr("Among the records of"), "small"),
            self.feed,
        ):
            column.addWidget(widget)

    def show_row(self, document: Document, target: str, schema: Schema) -> None:
        """Show the lookup of a row; hidden for a field that points to nothing."""
        lookup = document.rows[target].lookup
        parent = lookup.entity if lookup else document.targets[target].parent
        self.setVisible(bool(parent) and schema.has(parent))
        if not parent or not schema.has(parent):
            return
        self._entity = parent
        entity = schema.entity(parent)
        fa = speech.language() == "fa"
        name = (entity.label_fa if fa else entity.label) or entity.name
        self._told.setText(self.tr("Points to a record of {entity}").format(entity=name))
        self.by.clear()
        self.by.addItem(self.tr("nothing: it is the target's own id"), None)
        self.by.addItem(self.tr("its source key"), "")
        for field in entity.fields:
            self.by.addItem((field.label_fa if fa else field.label) or field.name, field.name)
        self.by.setCurrentIndex(max(0, self.by.findData(lookup.by)) if lookup else 0)
        self.feed.clear()
        self.feed.addItem(self.tr("all sources"), "")
        for feed, words in document.sheet.parents.get(parent, ()):
            self.feed.addItem(shown(speech.say(words)), feed)
        self.feed.setCurrentIndex(max(0, self.feed.findData(lookup.feed)) if lookup else 0)
        self.feed.setEnabled(lookup is not None)

    def _changed(self) -> None:
        by = self.by.currentData()
        if by is None:
            self.changed.emit(None)
        else:
            self.changed.emit(Lookup(self._entity, by, self.feed.currentData() or ""))
