"""Before and after: real values of a row on their way through its steps."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from migrator.model.views.mapping import Preview, PreviewLine
from ui import speech
from ui.pages.mapping.glyphs import shown
from ui.theme import colour
from ui.widgets.basic import label

Index = QModelIndex | QPersistentModelIndex
ROW = 27
LINES = 8


class PreviewModel(QAbstractTableModel):
    """Lines of a preview: before, after."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[PreviewLine, ...] = ()

    def show_lines(self, lines: tuple[PreviewLine, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a line."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Before and after."""
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What the columns are called."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Before"), self.tr("After"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The values, what was wrong with them, and colours of the theme as it is now."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._before(line) if index.column() == 0 else self._after(line)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                rows = self.tr("In {rows} rows").format(rows=speech.number(line.rows))
                problem = speech.say(line.problem)
                return f"{problem}\n{rows}" if problem else rows
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignCenter)
        return self._paint(line, index.column(), role)

    def _paint(self, line: PreviewLine, column: int, role: int) -> object:
        tone = {"error": "error", "warning": "warn"}.get(line.severity, "")
        if role == Qt.ItemDataRole.BackgroundRole and tone:
            return colour(f"{tone}_soft")
        if role == Qt.ItemDataRole.ForegroundRole:
            if tone:
                return colour(tone)
            empty = line.after is None if column else not any(line.before)
            return colour("faint") if empty else colour("text")
        return None

    def _before(self, line: PreviewLine) -> str:
        texts = [shown(text) for text in line.before if text]
        return " + ".join(texts) if texts else self.tr("(empty)")

    def _after(self, line: PreviewLine) -> str:
        told = shown(line.after) if line.after else self.tr("(empty)")
        return f"⚠ {told}" if line.severity else told


class PreviewBox(QWidget):
    """The lines of a preview with what was looked at; as high as its lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PreviewModel()
        self.view = QTableView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Live preview"))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.view.verticalHeader().setDefaultSectionSize(ROW)
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.view.horizontalHeader().setFixedHeight(ROW)
        self._told = label("", "small", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.view)
        box.addWidget(self._told)
        self._size(0)

    def show_preview(self, preview: Preview) -> None:
        """Show what came out."""
        self.model.show_lines(preview.lines)
        self._size(len(preview.lines))
        if not preview.lines:
            self._told.setText(self.tr("There are no rows to show yet."))
            return
        told = self.tr("{values} different values in the first {rows} rows").format(
            values=speech.number(preview.looked), rows=speech.number(preview.sampled)
        )
        if preview.bad:
            bad = self.tr("{bad} with a problem").format(bad=speech.number(preview.bad))
            told = f"{told} · {bad}"
        self._told.setText(told)

    def show_trouble(self, words: str) -> None:
        """Say why there is nothing to show."""
        self.model.show_lines(())
        self._size(0)
        self._told.setText(words)

    def _size(self, lines: int) -> None:
        self.view.setVisible(lines > 0)
        self.view.setFixedHeight(ROW * (lines + 1) + 2)
