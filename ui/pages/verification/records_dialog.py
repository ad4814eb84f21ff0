"""The very records of a cause, every value, and each of them to be corrected."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.rejects import CauseLine, RejectPage, RejectRecord
from migrator.model.views.validation import CellValue
from ui import speech
from ui.latest import Latest
from ui.models.sheet_model import Cell, SheetModel
from ui.operations import rejects as operations
from ui.pages.validation.correct_dialog import CorrectDialog
from ui.pages.verification import reject_words as words
from ui.session import Session
from ui.visible import visible
from ui.widgets.banner import Banner
from ui.widgets.basic import button, label
from ui.widgets.sheet import Sheet

LISTED = 500
_BEFORE = 3  # columns before the values: key, state, why


class RecordsDialog(QDialog):
    """Emits `corrected(gid, field, value)` and closes."""

    corrected = Signal(object, str, str)

    def __init__(self, session: Session, cause: CauseLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._cause = session, cause
        self._page: RejectPage | None = None
        self.setWindowTitle(self.tr("Records that were left behind"))
        self.resize(960, 540)
        self.banner = Banner()
        self.told = label("", "muted", wrap=True)
        self.correct = button(self.tr("Correct the value…"), "pencil", primary=True)
        self.correct.setEnabled(False)
        self.sheet = Sheet(SheetModel([]), self.tr("Records"), stretch=())
        self.sheet.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.sheet.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        close = button(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(close)
        foot.addWidget(self.correct)
        box = QVBoxLayout(self)
        box.setSpacing(10)
        box.addWidget(label(speech.say(cause.told), "h2", wrap=True))
        box.addWidget(self.banner)
        box.addWidget(self.sheet, 1)
        box.addLayout(foot)
        self.sheet.doubleClicked.connect(self._ask_cell)
        self.correct.clicked.connect(lambda: self._ask_cell(self.sheet.currentIndex()))
        self._asked = Latest(self, self.show_page, self.banner.fail)
        self._cell = Latest(self, self._open_cell, self.banner.fail)
        self._asked.ask(operations.records(session=session, cause=cause.id, limit=LISTED))

    def show_page(self, page: RejectPage) -> None:
        """Show records."""
        self._page = page
        fields = [speech.say(told) for _, told in page.fields]
        model = SheetModel([self.tr("Source key"), self.tr("State"), self.tr("Why"), *fields])
        model.set_rows([self._row(one) for one in page.records], page.records)
        self.sheet.setModel(model)
        self.sheet.measure()
        self.sheet.horizontalHeader().setStretchLastSection(True)
        self.sheet.selectionModel().currentChanged.connect(lambda now, _: self._weigh(now))
        if page.records and page.fields:
            self.sheet.setCurrentIndex(model.index(0, _BEFORE))
        some = len(page.records) < page.total
        told = self.tr("The first {shown} of {count} records; the Excel file has more.")
        if not some:
            told = self.tr("{count} records. Choose a value to correct it.")
        shown = speech.number(len(page.records))
        self.told.setText(told.format(shown=shown, count=speech.number(page.total)))

    def _row(self, one: RejectRecord) -> list[Cell]:
        why = speech.say(one.detail)
        cells = [
            Cell(speech.ltr(one.key), copy=one.key),
            words.state_cell(one.state),
            Cell(why, tip=why, tone="muted"),
        ]
        for n, value in enumerate(one.values):
            ground = "error" if n == 0 and self._named() else ""
            text = speech.isolate(visible(value)) if value else "—"
            cells.append(Cell(text, tone="" if value else "muted", ground=ground, copy=value or ""))
        return cells

    def _named(self) -> bool:
        """Whether the cause names a field: it is shown first."""
        fields = self._page.fields if self._page else ()
        return bool(fields) and fields[0][0] == self._cause.field

    def _place(self, index: QModelIndex) -> tuple[int, str] | None:
        """Golden id and field of a cell with a value."""
        page = self._page
        at = index.column() - _BEFORE
        if page is None or not index.isValid() or not 0 <= at < len(page.fields):
            return None
        return page.records[index.row()].gid, page.fields[at][0]

    def _weigh(self, index: QModelIndex) -> None:
        self.correct.setEnabled(self._place(index) is not None and not self._session.busy)

    def _ask_cell(self, index: QModelIndex) -> None:
        place = self._place(index)
        if place is not None and not self._session.busy:
            gid, field = place
            self._cell.ask(
                operations.cell(
                    session=self._session, entity=self._cause.entity, gid=gid, field=field
                )
            )

    def _open_cell(self, cell: CellValue) -> None:
        dialog = CorrectDialog(cell, self)
        dialog.same.hide()
        dialog.corrected.connect(lambda value, _: self._correct(cell, value))
        dialog.open()

    def _correct(self, cell: CellValue, value: str) -> None:
        self.corrected.emit(cell.gid, cell.field, value)
        self.accept()
