"""The rows of a source table as they were read: all of them, or those behind a figure."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from migrator.model.profile import ODDITIES
from migrator.model.views.assess import FoundRows, TableLine
from migrator.model.views.tables import Rows
from ui import speech
from ui.pages.assess import words
from ui.session import Session
from ui.visible import visible
from ui.widgets.basic import label
from ui.widgets.data_grid import DataGrid


class RowsDialog(QDialog):
    """A window with a grid of the table's snapshot: search, filter and copy there."""

    def __init__(
        self,
        session: Session,
        line: TableLine,
        parent: QWidget,
        said: str = "",
        found: FoundRows | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rows of {table}").format(table=speech.isolate(line.name)))
        self.resize(960, 560)
        self.grid = DataGrid(session)
        told = [words.rows(found.total if found else line.rows), speech.isolate(line.key)]
        if said:
            told.append(said)
        self.heading = label(" · ".join(told), "h2", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 16)
        box.addWidget(self.heading)
        if found is not None and found.total > len(found.rows):
            first = self.tr("Only the first {count} are shown.")
            box.addWidget(label(first.format(count=speech.number(len(found.rows))), "muted"))
        box.addWidget(self.grid, 1)
        where = Rows(ids=found.rows) if found is not None else None
        self.grid.show_table(f"raw_{line.no}", where=where)


def figure_told(column: str, what: str, value: str) -> str:
    """What the rows behind a figure have in common."""
    translate = QCoreApplication.translate
    named = {
        "empty": translate("Assess", "empty"),
        "misfit": translate("Assess", "does not fit its type"),
        "value": speech.isolate(visible(value[:60])),
    }
    said = named[what] if what in named else speech.say(ODDITIES[what])
    return f"{speech.isolate(column)}: {said}"
