"""Differences of any number: pages of them are asked for as they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal

from migrator.model.views.runs import DifferenceLine, DifferencePage
from ui import speech
from ui.models.sheet_model import CELL, Cell, Index
from ui.visible import visible
from ui.widgets.run_words import difference_explained, difference_look, difference_told

PAGE = 100
PAGES_KEPT = 50


class DifferenceModel(QAbstractTableModel):
    """Asks with `wanted(offset, limit)`; `show_page` brings the answer. Rows that are not here yet
    show dots."""

    wanted = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._titles = [
            self.tr("Entity"),
            self.tr("Record"),
            self.tr("Field"),
            self.tr("What is wrong"),
            self.tr("Sent"),
            self.tr("In the target"),
        ]
        self._total = 0
        self._pages: OrderedDict[int, tuple[DifferenceLine, ...]] = OrderedDict()
        self._asked: set[int] = set()

    def clear(self) -> None:
        """Forget everything and ask for the first page."""
        self.beginResetModel()
        self._total = 0
        self._pages.clear()
        self._asked = {0}
        self.endResetModel()
        self.wanted.emit(0, PAGE)

    def show_page(self, offset: int, page: DifferencePage) -> None:
        """Take a page in."""
        number = offset // PAGE
        self._asked.discard(number)
        if page.total != self._total:
            self.beginResetModel()
            self._pages.clear()
            self._total = page.total
            self._keep(number, page)
            self.endResetModel()
            return
        self._keep(number, page)
        if page.lines:
            last = self.index(offset + len(page.lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(offset, 0), last)

    def _keep(self, number: int, page: DifferencePage) -> None:
        self._pages[number] = page.lines
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)

    def line(self, row: int) -> DifferenceLine | None:
        """One difference; None (and it is asked for) while it is not here."""
        if not 0 <= row < self._total:
            return None
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is not None:
            return page[place] if place < len(page) else None
        if number not in self._asked:
            self._asked.add(number)
            self.wanted.emit(number * PAGE, PAGE)
        return None

    # -- what Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._total

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
            CELL,
        }
        if not index.isValid() or role not in shown:
            return None
        line = self.line(index.row())
        cell = Cell("…", tone="muted") if line is None else self._cell(line, index.column())
        told = {
            Qt.ItemDataRole.DisplayRole: cell.text,
            Qt.ItemDataRole.ToolTipRole: cell.tip or None,
            Qt.ItemDataRole.AccessibleTextRole: f"{cell.text} {cell.tip}".strip(),
            CELL: cell,
        }
        return told[role]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._titles[section] if section < len(self._titles) else None

    def _cell(self, line: DifferenceLine, column: int) -> Cell:
        tone, icon = difference_look(line.kind)
        whole = line.kind in {"missing", "extra"}
        field = self.tr("whole record") if whole else speech.say(line.field_label)
        cells = (
            Cell(speech.say(line.label), tip=speech.ltr(line.entity)),
            Cell(speech.ltr(line.key or line.target_id), tip=speech.ltr(line.target_id),
                 copy=line.key or line.target_id),
            Cell(field, tone="muted" if whole else "", tip=speech.ltr(line.field)),
            Cell(difference_told(line.kind), tone=tone, icon=icon,
                 tip=difference_explained(line.kind)),
            _value(line.expected),
            _value(line.found),
        )  # fmt: skip
        return cells[column]


def _value(value: str | None) -> Cell:
    if value is None:
        return Cell("—", tone="muted", copy=" ")
    return Cell(speech.isolate(visible(value)), tip=speech.isolate(value), copy=value)
