"""The rows behind a number of the account; from each of them its story is a double click away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.dialogs.story_dialog import StoryDialog
from ui.session import Session
from ui.widgets.basic import label
from ui.widgets.data_grid import DataGrid

GOLDEN = "_gid"
ROW = "_rid"


class RowsDialog(QDialog):
    """Shows the staging table `table` under a title."""

    def __init__(self, session: Session, title: str, table: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(1040, 600)
        self._session = session
        self._table = table
        self.grid = DataGrid(session)
        self.grid.row_activated.connect(self._open)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(8)
        box.addWidget(label(title, "h1"))
        hint = self.tr("Double click a row for its whole story.")
        if self._tells():
            box.addWidget(label(hint, "muted"))
        box.addWidget(self.grid, 1)
        self.grid.show_table(table)

    def _tells(self) -> bool:
        """Whether the rows have a story: source rows by themselves have no id of ours yet."""
        return not self._table.startswith(("raw_", "unreadable_"))

    def _open(self, entity: str, row: object) -> None:
        handle = self.grid.model.handle
        if handle is None or not isinstance(row, int):
            return
        if handle.key == ROW:
            StoryDialog.of_row(self._session, row, self).open()
        elif handle.key == GOLDEN:
            StoryDialog(self._session, entity, row, self).open()
