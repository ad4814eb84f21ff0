"""A table that was kept and feeds nothing: let it feed something, or leave it out on purpose."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.mapping import TableLine
from ui import speech
from ui.pages.mapping.glyphs import shown
from ui.pages.mapping.side_panels import narrow
from ui.widgets.basic import Card, button, label


class IdlePanel(QWidget):
    """`feed_asked` that the table shall feed something, `left` carries the TableLine and the reason
    why it stays behind."""

    feed_asked = Signal(object)
    left = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: TableLine | None = None
        self._title = label("", "h2", wrap=True)
        self._told = label("", "muted")
        why = self.tr("It was kept when the sources were assessed, but no row of it would arrive.")
        self._why = label(why, "muted", wrap=True)
        self.feed = button(self.tr("Let it feed…"), "plus", primary=True)
        self.feed.clicked.connect(lambda: self.feed_asked.emit(self.table))
        self.reason = narrow(QComboBox())
        self.reason.setEditable(True)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.addItems(
            [
                self.tr("Not needed in the new CRM"),
                self.tr("A copy or a backup of another table"),
                self.tr("Technical table of the old system"),
            ]
        )
        self.leave = button(self.tr("Leave the table out"), "ban")
        self.leave.clicked.connect(lambda: self.left.emit(self.table, self.reason.currentText()))
        card = Card()
        card.setFixedWidth(520)
        row = QHBoxLayout()
        row.addWidget(self.reason, 1)
        row.addWidget(self.leave)
        card.body.addWidget(self._title)
        card.body.addWidget(self._told)
        card.body.addWidget(self._why)
        card.body.addWidget(self.feed, 0, Qt.AlignmentFlag.AlignLeading)
        card.body.addWidget(label(self.tr("Or leave it out, because"), "small"))
        card.body.addLayout(row)
        box = QVBoxLayout(self)
        box.addStretch(1)
        box.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)

    def show_table(self, table: TableLine) -> None:
        """Show a table."""
        self.table = table
        words = self.tr("The table {table} feeds nothing").format(table=shown(table.table))
        self._title.setText(words)
        told = self.tr("{columns} columns").format(columns=speech.number(table.columns))
        if table.rows is not None:
            rows = self.tr("{rows} rows").format(rows=speech.number(table.rows))
            told = f"{rows} · {told}"
        self._told.setText(told)
