"""The projects that were opened lately: a list with keys, those that are gone greyed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import icons, speech
from ui.theme import colour

Index = QModelIndex | QPersistentModelIndex
FOLDER = Qt.ItemDataRole.UserRole
NAME = Qt.ItemDataRole.UserRole + 1
OPENED = Qt.ItemDataRole.UserRole + 2
GONE = Qt.ItemDataRole.UserRole + 3
HEIGHT = 54
CROSS = 30


class RecentsModel(QAbstractListModel):
    """(folder, name, opened at), newest first; a folder without a project in it is gone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, str, str, bool]] = []

    def show(self, recents: list[tuple[str, str, str]]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = [
            (folder, name, at, not (Path(folder) / "project.db").is_file())
            for folder, name, at in recents
        ]
        self.endResetModel()

    def drop(self, folder: str) -> None:
        """Take a folder off the list."""
        for at, row in enumerate(self._rows):
            if row[0] == folder:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self._rows[at]
                self.endRemoveRows()
                return

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        folder, name, at, gone = self._rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("not there any more") if gone else speech.date(at)
            return f"{name}, {folder}, {state}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return speech.ltr(folder)
        found: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: name,
            FOLDER: folder,
            NAME: name,
            OPENED: at,
            GONE: gone,
        }
        return found.get(role)


class RecentsDelegate(QStyledItemDelegate):
    """Name and date above, folder below, a cross to take it off the list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        box = whole.adjusted(0, 2, 0, -2)
        if chosen or hover:
            painter.setPen(colour("accent") if state & QStyle.StateFlag.State_HasFocus else (
                Qt.PenStyle.NoPen
            ))  # fmt: skip
            painter.setBrush(colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 8, 8)
        self._words(painter, box, index, rtl)
        if hover or chosen or index.data(GONE):
            icons.icon("x", "muted").paint(painter, cross(whole, rtl).adjusted(8, 0, -8, 0))
        painter.restore()

    def _words(self, painter: QPainter, box: QRect, index: Index, rtl: bool) -> None:
        gone = bool(index.data(GONE))
        picture = QRect(box.right() - 30 if rtl else box.left() + 12, box.top() + 8, 18, 18)
        icons.icon("folder" if not gone else "file-x", "faint" if gone else "accent").paint(
            painter, picture
        )
        left, right = (CROSS + 6, -42) if rtl else (42, -CROSS - 6)
        words = box.adjusted(left, 6, right, -6)
        upper = QRect(words.left(), words.top(), words.width(), words.height() // 2)
        lower = upper.translated(0, upper.height())
        start = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        end = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        start, end = start | Qt.AlignmentFlag.AlignAbsolute, end | Qt.AlignmentFlag.AlignAbsolute
        font = QFont(painter.font())
        font.setPixelSize(11)
        painter.setFont(font)
        date = self.tr("not there any more") if gone else speech.date(str(index.data(OPENED)))
        painter.setPen(colour("warn" if gone else "muted"))
        painter.drawText(upper, end | Qt.AlignmentFlag.AlignVCenter, date)
        spared = painter.fontMetrics().horizontalAdvance(date) + 10
        path = painter.fontMetrics().elidedText(
            str(index.data(FOLDER)), Qt.TextElideMode.ElideMiddle, lower.width()
        )
        painter.setPen(colour("faint" if gone else "muted"))
        painter.drawText(lower, start | Qt.AlignmentFlag.AlignVCenter, speech.ltr(path))
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colour("faint" if gone else "text"))
        room = upper.adjusted(spared, 0, 0, 0) if rtl else upper.adjusted(0, 0, -spared, 0)
        name = painter.fontMetrics().elidedText(
            str(index.data(NAME)), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, start | Qt.AlignmentFlag.AlignVCenter, name)


def cross(row: QRect, rtl: bool) -> QRect:
    """Where the cross of a row is."""
    x = row.left() if rtl else row.right() - CROSS
    return QRect(x, row.top(), CROSS, row.height())


class Recents(QListView):
    """`opened(folder)` by click or Enter, `forgotten(folder)` by the cross or Delete."""

    opened = Signal(str)
    forgotten = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.projects = RecentsModel(self)
        self.setModel(self.projects)
        self.setItemDelegate(RecentsDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Recent projects"))
        self.clicked.connect(self._open)

    def _open(self, index: Index) -> None:
        if index.isValid() and not index.data(GONE):
            self.opened.emit(str(index.data(FOLDER)))

    def _forget(self, folder: str) -> None:
        self.projects.drop(folder)
        self.forgotten.emit(folder)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        # The cross belongs to the row, but a click on it must not open the project.
        index = self.indexAt(event.position().toPoint())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if index.isValid() and cross(self.visualRect(index), rtl).contains(
            event.position().toPoint()
        ):
            self._forget(str(index.data(FOLDER)))
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(index)
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self._forget(str(index.data(FOLDER)))
        else:
            super().keyPressEvent(event)
