"""Taking the table of a look-up from a source table of the project."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.cleaning import Reference
from ui import speech
from ui.latest import Latest
from ui.messages import Failure
from ui.operations import cleaning
from ui.session import Session
from ui.widgets.basic import button, label, set_tone


class ReferenceDialog(QDialog):
    """Chooses a table and two of its columns; `taken` carries the rows, the first of which names
    the columns. Open it with `open()`."""

    taken = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Fill from a source table"))
        self.resize(480, 300)
        self._session = session
        self._tables: tuple[Reference, ...] = ()
        self._listed = Latest(self, self._list, self._fail)
        self._rows = Latest(self, self._take, self._fail)
        self.table = QComboBox()
        self.key = QComboBox()
        self.column = QComboBox()
        self.table.currentIndexChanged.connect(self._show_columns)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Table"), self.table)
        form.addRow(self.tr("Look in the column"), self.key)
        form.addRow(self.tr("Take the column"), self.column)
        self._told = label("", "small", wrap=True)
        set_tone(self._told, "error")
        self.ok = button(self.tr("Take these values"), "check", primary=True)
        self.ok.setDefault(True)
        self.ok.setEnabled(False)
        self.ok.clicked.connect(self._ask)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.ok)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(12)
        words = self.tr(
            "The values are copied into the step. To use another file, add it as a source first."
        )
        box.addWidget(label(words, "muted", wrap=True))
        box.addLayout(form)
        box.addStretch(1)
        box.addLayout(foot)
        self._listed.ask(cleaning.references(session=session))

    def _list(self, tables: tuple[Reference, ...]) -> None:
        self._tables = tables
        for one in tables:
            name = f"{speech.isolate(one.source)} / {speech.isolate(one.table)}"
            rows = self.tr("{count} rows").format(count=speech.number(one.rows))
            self.table.addItem(f"{name} – {rows}")
        self.ok.setEnabled(bool(tables))
        if not tables:
            self._told.setText(self.tr("No source table was read yet."))

    def _show_columns(self, place: int) -> None:
        for combo, start in ((self.key, 0), (self.column, 1)):
            combo.clear()
            combo.addItems(list(self._tables[place].columns))
            combo.setCurrentIndex(start)

    def _ask(self) -> None:
        one = self._tables[self.table.currentIndex()]
        self._rows.ask(
            cleaning.reference(
                session=self._session,
                source=one.source,
                table=one.table,
                key=self.key.currentText(),
                result=self.column.currentText(),
            )
        )

    def _take(self, rows: tuple[tuple[str, str], ...]) -> None:
        self.taken.emit([list(row) for row in rows])
        self.accept()

    def _fail(self, failure: Failure) -> None:
        self._told.setText(failure.sentence())
