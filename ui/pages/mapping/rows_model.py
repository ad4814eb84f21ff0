"""The document as a table: its rows, the required fields nothing fills, the columns left over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush

from migrator.model.mapping import Collision, RowStatus
from ui import icons, speech
from ui.pages.mapping import rows_words
from ui.pages.mapping.document import Asked, Chosen, Document, Marked
from ui.pages.mapping.glyphs import collision_words, source_icon, status_words, target_icon
from ui.pages.mapping.rows_words import Column, Line
from ui.theme import colour

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[str, str, str]  # target field, what, value
CHOSEN = Qt.ItemDataRole.UserRole
WHAT = {
    Column.STATUS: "status",
    Column.COLLISION: "collision",
    Column.OWNER: "owner",
    Column.NOTE: "note",
}
_SMALL = {Column.SAMPLES, Column.TYPE, Column.LENGTH, Column.PICKLIST, Column.EVIDENCE}
_SMALL |= {Column.COMMENTS, Column.CHANGED}


class RowsModel(QAbstractTableModel):
    """`written` carries cells (target field, status|collision|owner|note, value) that a person
    wrote; the document answers by coming back changed."""

    written = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.document: Document | None = None
        self.lines: list[Line] = []
        self._at: dict[tuple[str, str], int] = {}

    def show_document(self, document: Document, asked: Asked) -> None:
        """Show a document as the filter leaves it. Where the lines are the same ones, they are only
        told to be new, so that selection and place stay."""
        lines = rows_words.lines(document, asked)
        names = [(line.source, line.target) for line in lines]
        if names == [(line.source, line.target) for line in self.lines]:
            self.lines, self.document = lines, document
            if lines:
                last = self.index(len(lines) - 1, len(Column) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.document = document
        self.lines = lines
        self._at = {}
        for n, (source, target) in enumerate(names):
            self._at[(source if not target else ""), target] = n
        self.endResetModel()

    def line_of(self, chosen: Chosen) -> int:
        """The line that shows what is selected, -1 for none."""
        if not chosen.target and not chosen.source:
            return -1
        key = ("", chosen.target) if chosen.target else (chosen.source, "")
        return self._at.get(key, -1)

    def marked(self, lines: Sequence[int]) -> Marked:
        """What these lines stand for."""
        wanted = [self.lines[n] for n in sorted(set(lines))]
        return Marked(
            tuple(line.target for line in wanted if line.row is not None),
            tuple(line.source for line in wanted if line.row is None and line.source),
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a line."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """From source to last change."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What the columns are called; rows are numbered in the digits of the language."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return speech.number(section + 1)
        return rows_words.title(section)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, icons, colours."""
        if not index.isValid() or self.document is None:
            return None
        line = self.lines[index.row()]
        column = index.column()
        found: object = None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                found = rows_words.text(self.document, line, column)
            case Qt.ItemDataRole.EditRole:
                found = self._edited(line, column)
            case Qt.ItemDataRole.DecorationRole:
                found = self._icon(self.document, line, column)
            case Qt.ItemDataRole.ForegroundRole:
                found = self._ink(self.document, line, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                found = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.UserRole:
                found = Chosen(line.source, line.target)
        return found

    @staticmethod
    def _edited(line: Line, column: int) -> object:
        if line.row is None:
            return None
        row = line.row
        return {
            Column.STATUS: row.status,
            Column.COLLISION: row.collision,
            Column.OWNER: row.owner,
            Column.NOTE: row.note,
        }.get(Column(column))

    @staticmethod
    def _icon(document: Document, line: Line, column: int) -> object:
        if column == Column.SOURCE:
            name = line.row.sources[0] if line.row and line.row.sources else line.source
            if name in document.sources:
                return icons.icon(source_icon(document.sources[name]))
        if column == Column.TARGET and line.target in document.targets:
            return icons.icon(target_icon(document.targets[line.target]))
        return None

    @staticmethod
    def _ink(document: Document, line: Line, column: int) -> object:
        if column in {Column.SURE, Column.STATUS} and line.row is not None:
            tone = document.tone(line.row)
            return QBrush(colour("accent_ink" if tone == "accent" else tone))
        if column == Column.STATUS:
            return QBrush(colour("error" if line.target else _open_ink(document, line)))
        return QBrush(colour("muted")) if column in _SMALL else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a change; it is shown when the document comes back."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        cell = self.cell(index.row(), index.column(), str(value))
        if cell is not None:
            self.written.emit([cell])
        return False  # not yet

    def cell(self, line: int, column: int, value: str) -> Cell | None:
        """The cell as a change; None where nothing can be written, or it stands there already.
        ValueError for a word that the cell does not know."""
        one = self.lines[line]
        what = WHAT.get(Column(column))
        if one.row is None or what is None:
            return None
        known = value if what in {"owner", "note"} else _known(what, value)
        return None if known == self._edited(one, column) else (one.target, what, known)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Status, collision, owner and note of a row are edited in place."""
        found = super().flags(index)
        if index.isValid() and index.column() in WHAT and self.lines[index.row()].row is not None:
            found |= Qt.ItemFlag.ItemIsEditable
        return found


def _known(what: str, value: str) -> str:
    """The choice that the words stand for, in either spelling: its name, or what we call it."""
    said = value.strip().casefold()
    choices: dict[str, str] = {}
    if what == "status":
        choices = {status_words(one).casefold(): str(one) for one in RowStatus}
        choices |= {str(one): str(one) for one in RowStatus}
    else:
        choices = {collision_words(one).casefold(): str(one) for one in Collision}
        choices |= {str(one): str(one) for one in Collision}
    if said not in choices:
        raise ValueError(value)
    return choices[said]


def _open_ink(document: Document, line: Line) -> str:
    return "muted" if document.sources[line.source].reason else "warn"
