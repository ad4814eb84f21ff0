"""The lines of the canvas as a list of sentences: for screen readers, and to look over quickly."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from ui import icons
from ui.pages.mapping import rows_words
from ui.pages.mapping.document import DECIDED, Asked, Chosen, Document
from ui.pages.mapping.rows_words import Line
from ui.theme import colour
from ui.widgets.small_delegate import SmallDelegate

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 32


class LinesModel(QAbstractListModel):
    """One sentence a line."""

    def __init__(self) -> None:
        super().__init__()
        self.document: Document | None = None
        self.lines: list[Line] = []

    def show_document(self, document: Document, asked: Asked) -> None:
        """Show a document as the filter leaves it."""
        self.beginResetModel()
        self.document = document
        self.lines = rows_words.lines(document, asked)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a line."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sentence, an icon for where it stands."""
        if not index.isValid() or self.document is None:
            return None
        line = self.lines[index.row()]
        found: object = None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                found = rows_words.sentence(self.document, line)
            case Qt.ItemDataRole.DecorationRole:
                found = icons.icon(*self._mark(self.document, line))
            case Qt.ItemDataRole.TextAlignmentRole:
                found = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.SizeHintRole:
                found = QSize(0, _HEIGHT)
            case Qt.ItemDataRole.ForegroundRole if line.row is None:
                found = QBrush(colour("muted"))
        return found

    @staticmethod
    def _mark(document: Document, line: Line) -> tuple[str, str]:
        if line.row is None:
            return "circle-alert", "error" if line.target else "warn"
        if line.row.status in DECIDED:
            return "circle-check", "ok"
        return ("circle-alert", "warn") if document.waits(line.row) else ("circle", "muted")


class LinesList(QListView):
    """`chosen` tells what was selected by hand, `opened` that the inspector is wanted."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines = LinesModel()
        self.setModel(self.lines)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(SmallDelegate(self))
        self.setUniformItemSizes(True)
        self.setFixedWidth(220)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Lines of the mapping, as sentences"))
        self._telling = True
        self.selectionModel().currentChanged.connect(self._moved)

    def show_document(self, document: Document, asked: Asked, chosen: Chosen) -> None:
        """Show a document as the filter leaves it, with the same selection."""
        self._telling = False
        self.lines.show_document(document, asked)
        self._telling = True
        self.choose(chosen)

    def choose(self, chosen: Chosen) -> None:
        """Select without telling."""
        self._telling = False
        for n, line in enumerate(self.lines.lines):
            of_target = chosen.target and line.target == chosen.target
            if of_target or (not chosen.target and chosen.source and line.source == chosen.source):
                self.setCurrentIndex(self.lines.index(n))
                break
        else:
            self.clearSelection()
        self._telling = True

    def _moved(self, current: QModelIndex) -> None:
        if self._telling and current.isValid():
            line = self.lines.lines[current.row()]
            self.chosen.emit(Chosen(line.source, line.target))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the inspector."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)
