"""Things in a row that goes on in another one where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Items one after the other in reading direction, each as wide as it wants to be; `fill` gives
    the room that is left in a row to its first item."""

    def __init__(self, spacing: int = 8, *, fill: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._fill = fill
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    # -- what Qt asks

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        found = self._items.pop(index) if 0 <= index < len(self._items) else None
        self.invalidate()
        return found

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        return sum(height for _, height in rows) + self.spacing() * max(0, len(rows) - 1)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width + self.spacing() * max(0, len(shown) - 1), height)

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        rows = self._rows(rect.width())
        used = sum(height for _, height in rows) + self.spacing() * max(0, len(rows) - 1)
        top = rect.top() + max(0, (rect.height() - used) // 2)
        for items, height in rows:
            self._place(items, QRect(rect.left(), top, rect.width(), height))
            top += height + self.spacing()

    # -- inside

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[tuple[list[QLayoutItem], int]]:
        """The items of every row, and how high it is."""
        rows: list[tuple[list[QLayoutItem], int]] = []
        left = 0
        for item in self._shown():
            size = item.sizeHint()
            if not rows or size.width() > left:
                rows.append(([], 0))
                left = width
            items, height = rows[-1]
            items.append(item)
            rows[-1] = (items, max(height, size.height()))
            left -= size.width() + self.spacing()
        return rows

    def _place(self, items: list[QLayoutItem], room: QRect) -> None:
        widths = [min(item.sizeHint().width(), room.width()) for item in items]
        if self._fill:
            spare = room.width() - sum(widths) - self.spacing() * (len(widths) - 1)
            widths[0] += max(0, spare)
        parent = self.parentWidget()
        rtl = isinstance(parent, QWidget) and parent.isRightToLeft()
        x = room.right() + 1 if rtl else room.left()
        for item, width in zip(items, widths, strict=True):
            height = min(item.sizeHint().height(), room.height())
            left = x - width if rtl else x
            down = room.top() + (room.height() - height) // 2
            item.setGeometry(QRect(QPoint(left, down), QSize(width, height)))
            x += -(width + self.spacing()) if rtl else width + self.spacing()
