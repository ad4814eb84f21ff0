"""How a table is read, with every guess open to correction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from migrator.model.views.sources import Reading
from ui.pages.sources import words
from ui.widgets import button, label

AUTOMATIC = ""


class ReadingBar(QWidget):
    """`changed` carries the options to set ("" gives one back to the reader); `header_wanted` asks
    for the rows to choose the header among."""

    changed = Signal(dict)
    header_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = Reading({})
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._fields: dict[str, QWidget] = {}
        self.encoding = self._combo("encoding", self.tr("Encoding"), 186)
        self.delimiter = self._combo("delimiter", self.tr("Delimiter"), 132)
        self.quote = self._combo("quote", self.tr("Quotes"), 100)
        self.header: QPushButton = button("", "mouse-pointer-click")
        self.header.setCheckable(True)
        self.header.setToolTip(self.tr("Choose the row that holds the column names"))
        self.header.clicked.connect(self.header_wanted)
        self._put("header_row", self.tr("Header row"), self.header)
        self.range = QLineEdit()
        self.range.setPlaceholderText("A3:F120")
        self.range.setFixedWidth(112)
        self.range.setAccessibleName(self.tr("Part of the sheet"))
        self.range.setToolTip(
            self.tr("Only these rows and columns are read: A3:F120, B:F or 3:120; empty for all")
        )
        self.range.editingFinished.connect(self._range_given)
        self._put("range", self.tr("Part of the sheet"), self.range)
        self.reset = button(self.tr("As detected"), "rotate-ccw", flat=True)
        self.reset.setToolTip(self.tr("Forget the corrections of this table"))
        self.reset.clicked.connect(self._reset)
        self._put("", " ", self.reset)
        self._row.addStretch(1)

    def show_reading(self, reading: Reading) -> None:
        """Show how a table is read; what cannot be chosen is hidden."""
        self._reading = reading
        facts = reading.facts
        for name, field in self._fields.items():
            field.setVisible(name in reading.options or (not name and bool(reading.chosen)))
        told: dict[str, tuple[QComboBox, Sequence[str], Callable[[str], str]]] = {
            "encoding": (self.encoding, words.ENCODINGS, words.encoding_told),
            "delimiter": (self.delimiter, words.DELIMITERS, words.mark_told),
            "quote": (self.quote, words.QUOTES, words.mark_told),
        }
        for name, (combo, values, tell) in told.items():
            self._fill(combo, values, tell, (facts.get(name, ""), name in reading.chosen))
        self.header.setText(words.header_told(facts.get("header_row", "")))
        self.range.setText(facts.get("range", ""))
        self.setVisible(bool(reading.options or reading.chosen))

    def show_choosing(self, choosing: bool) -> None:
        """Show whether the rows to choose the header among are looked at."""
        self.header.setChecked(choosing)

    def _fill(
        self,
        combo: QComboBox,
        values: Sequence[str],
        tell: Callable[[str], str],
        now: tuple[str, bool],
    ) -> None:
        value, chosen = now
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItem(self.tr("Automatic") if chosen else tell(value), AUTOMATIC)
            for one in values if value in values else (value, *values):
                if chosen or one != value:
                    combo.addItem(tell(one), one)
            combo.setCurrentIndex(combo.findData(value) if chosen else 0)

    def _combo(self, name: str, title: str, width: int) -> QComboBox:
        combo = QComboBox()
        combo.setMinimumWidth(width)
        combo.setAccessibleName(title)
        combo.activated.connect(lambda _: self._choose(name, combo))
        self._put(name, title, combo)
        return combo

    def _put(self, name: str, title: str, field: QWidget) -> None:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(label(title, "small"))
        box.addWidget(field)
        self._fields[name] = holder
        self._row.addWidget(holder)

    def _choose(self, name: str, combo: QComboBox) -> None:
        value = str(combo.currentData())
        chosen = name in self._reading.chosen
        if chosen and value == self._reading.facts.get(name):
            return
        if not chosen and value == AUTOMATIC:
            return
        self.changed.emit({name: value})

    def _range_given(self) -> None:
        given = self.range.text().strip()
        if given != self._reading.facts.get("range", ""):
            self.changed.emit({"range": given})

    def _reset(self) -> None:
        self.changed.emit(dict.fromkeys(self._reading.chosen, AUTOMATIC))
