"""What would become of the values that the target's records hold, field by field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from migrator.model.views.prediction import Effect
from ui import speech
from ui.models.sheet_model import Cell, SheetModel
from ui.widgets.basic import label
from ui.widgets.sheet import Sheet

WHAT = ("overwrite", "clear", "fill", "append", "keep")
_TONES = {"overwrite": "warn", "clear": "error", "fill": "ok", "append": "info", "keep": ""}
_FIRST = 2


class EffectsPart(QWidget):
    """Hidden while there is nothing to show. `rows_wanted(entity, kind, what, title)` when the
    records behind a number are asked for."""

    rows_wanted = Signal(str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles = [
            self.tr("Entity"),
            self.tr("Field"),
            self.tr("Overwritten"),
            self.tr("Emptied"),
            self.tr("Filled"),
            self.tr("Appended to"),
            self.tr("Stay as they are"),
        ]
        told = self.tr("Values of records that are in the target already")
        self.sheet = Sheet(SheetModel(titles, numbers=range(2, 7)), told, stretch=(0, 1))
        self.sheet.activated.connect(self._open)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 6, 0, 0)
        box.setSpacing(4)
        box.addWidget(label(told, "h2"))
        box.addWidget(self.sheet, 1)
        self.hide()

    def show_effects(self, effects: Sequence[Effect]) -> None:
        """Show these, or nothing."""
        self.sheet.sheet.set_rows([self._row(one) for one in effects], effects)
        self.setVisible(bool(effects))

    def _row(self, one: Effect) -> Sequence[Cell]:
        counts = []
        for what in WHAT:
            value = int(getattr(one, what))
            tone = _TONES[what] if value else "muted"
            counts.append(Cell(speech.number(value), tone=tone, number=True))
        return (
            Cell(speech.say(one.label), tip=speech.ltr(one.entity)),
            Cell(speech.say(one.field_label), tip=speech.ltr(one.field)),
            *counts,
        )

    def _open(self, index: QModelIndex) -> None:
        one = self.sheet.sheet.key(index.row())
        place = index.column() - _FIRST
        if isinstance(one, Effect) and place >= 0 and getattr(one, WHAT[place]):
            title = self.sheet.model().headerData(index.column(), Qt.Orientation.Horizontal)
            told = f"{speech.say(one.label)} · {speech.say(one.field_label)} · {title}"
            self.rows_wanted.emit(one.entity, "field", f"{one.field}:{WHAT[place]}", told)
