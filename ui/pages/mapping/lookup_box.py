"""What a lookup field points to: which record of the parent, found by which of its fields."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from migrator.model.mapping import Lookup
from migrator.model.schema import Schema
from ui import speech
from ui.pages.mapping.document import Document
from ui.pages.mapping.glyphs import shown
from ui.widgets.basic import button, label


class LookupBox(QWidget):
    """`changed` carries the Lookup that a person chose, None for a plain value; `asked` that
    somebody wants to choose among all entities."""

    changed = Signal(object)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entity = ""
        self._lookup: Lookup | None = None
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
        self.more = button("", "link", flat=True)
        self.more.clicked.connect(self.asked)
        self._parts: list[QWidget] = []
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
            self._parts.append(widget)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_row(self, document: Document, target: str, schema: Schema) -> None:
        """Show the lookup of a row; of a field that points to nothing only how it could."""
        lookup = document.rows[target].lookup
        parent = lookup.entity if lookup else document.targets[target].parent
        known = bool(parent) and schema.has(parent)
        self.setVisible(bool(document.rows[target].sources))
        self.more.setText(self.tr("Several kinds of record…") if known else self.tr("Points to…"))
        for part in self._parts:
            part.setVisible(known)
        if not parent or not known:
            return
        self._entity, self._lookup = parent, lookup
        entity = schema.entity(parent)
        fa = speech.language() == "fa"
        name = (entity.label_fa if fa else entity.label) or entity.name
        told = self.tr("Points to a record of {entity}").format(entity=name)
        if lookup is not None and lookup.others:
            names = [schema.entity(one) for one in lookup.entities if schema.has(one)]
            both = [(one.label_fa if fa else one.label) or one.name for one in names]
            told = self.tr("Points to a record of one of: {entities}").format(
                entities=self.tr(", ").join(both)
            )
        self._told.setText(told)
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
            known = self._lookup or Lookup(self._entity)
            self.changed.emit(replace(known, by=by, feed=self.feed.currentData() or ""))
