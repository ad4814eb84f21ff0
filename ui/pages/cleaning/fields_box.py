"""Which fields a step reads, and which one its result goes to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from migrator.model.views.cleaning import FieldLine
from ui import speech
from ui.pages.cleaning.words import field_told
from ui.widgets.basic import label, set_kind

_NAME = Qt.ItemDataRole.UserRole


class FieldsBox(QWidget):
    """One field to choose, or several in order for a transform that takes many; and the field the
    result goes to, which is the one that is read unless the person says otherwise."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self._many = False
        self._one = QComboBox()
        self._one.setAccessibleName(self.tr("Field"))
        self._several = QListWidget()
        self._several.setAccessibleName(self.tr("Fields that are read, in order"))
        self._several.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._several.setFixedHeight(118)
        self._several.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_kind(self._several, "ticks")
        self._into = QComboBox()
        self._into.setAccessibleName(self.tr("Result goes to"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self._title = label(self.tr("Field"))
        box.addWidget(self._title)
        box.addWidget(self._one)
        box.addWidget(self._several)
        self._into_title = label(self.tr("Result goes to"))
        box.addSpacing(6)
        box.addWidget(self._into_title)
        box.addWidget(self._into)
        for combo in (self._one, self._into):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(12)
            combo.currentIndexChanged.connect(self._touched)
        self._several.itemChanged.connect(self._touched)
        self._several.model().rowsMoved.connect(self._touched)

    def show_fields(
        self, fields: Sequence[FieldLine], reads: Sequence[str], writes: str, *, many: bool
    ) -> None:
        """Offer `fields`, with what a step reads and writes chosen."""
        self._filling = True
        self._many = many
        self._title.setText(self.tr("Fields, in order") if many else self.tr("Field"))
        self._one.setVisible(not many)
        self._several.setVisible(many)
        known = {field.name: field for field in fields}
        self._offer(self._one, fields, reads[0] if reads else "")
        self._into.clear()
        if not many:
            self._into.addItem(self.tr("the same field"), "")
        for field in fields:
            self._into.addItem(field_told(field), field.name)
        same = not many and tuple(reads) == (writes,)
        self._into.setCurrentIndex(max(0, self._into.findData("" if same else writes)))
        self._several.clear()
        chosen = [name for name in reads if name in known]
        for name in [*chosen, *(n for n in known if n not in chosen)]:
            item = QListWidgetItem(field_told(known[name]))
            item.setData(_NAME, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
            self._several.addItem(item)
        self._filling = False

    def _offer(self, combo: QComboBox, fields: Sequence[FieldLine], chosen: str) -> None:
        combo.clear()
        for field in fields:
            combo.addItem(field_told(field), field.name)
        if chosen and combo.findData(chosen) < 0:  # a field that is no longer mapped
            combo.addItem(speech.ltr(chosen), chosen)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))

    def reads(self) -> tuple[str, ...]:
        """The fields that are read, in order."""
        if not self._many:
            name = self._one.currentData()
            return (str(name),) if name else ()
        items = (self._several.item(row) for row in range(self._several.count()))
        return tuple(str(i.data(_NAME)) for i in items if i.checkState() == Qt.CheckState.Checked)

    def writes(self) -> str:
        """The field that the result goes to; "" while none is chosen."""
        into = str(self._into.currentData() or "")
        return into or (self.reads() or ("",))[0]

    def _touched(self, *_: object) -> None:
        if not self._filling:
            self.changed.emit()
