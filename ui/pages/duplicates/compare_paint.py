"""How the side by side looks: cells as boxes, headers without lines."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from migrator.model.views.duplicates import FieldLine
from ui import icons, speech
from ui.pages.duplicates.compare_model import CELL, HEAD, Cell, Head, Index
from ui.theme import colour
from ui.visible import visible
from ui.widgets.charts.base import sized, write

ROW = 40
HEAD_HEIGHT = 44
LABELS = 128
TICK = 16


class CellDelegate(QStyledItemDelegate):
    """A box per value: what wins is framed and ticked, what differs is marked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        """One height for all."""
        return QSize(150, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One value."""
        cell: Cell | None = index.data(CELL)
        if cell is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell.out:
            painter.setOpacity(0.5)
        box = QRectF(option.rect).adjusted(4, 3, -4, -3)
        self._ground(painter, box, cell)
        flags: QStyle.StateFlag = option.state
        if flags & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 8, 8)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        self._content(painter, box.adjusted(9, 0, -9, 0), cell, option.font, rtl)
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, box: QRectF, cell: Cell) -> None:
        if cell.rule:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("ok_soft"))
        elif cell.wins and not cell.out:
            painter.setPen(QPen(colour("accent"), 1.6))
            painter.setBrush(colour("accent_soft"))
        elif cell.text and not cell.agrees and not cell.out:
            painter.setPen(QPen(colour("warn"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(QPen(colour("border"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 7, 7)

    def _content(self, painter: QPainter, box: QRectF, cell: Cell, font: QFont, rtl: bool) -> None:
        name, tone = _sign(cell)
        if name:
            x = box.right() - TICK if rtl else box.left()
            place = QRect(round(x), round(box.center().y()) - TICK // 2, TICK, TICK)
            icons.icon(name, tone).paint(painter, place)
            box = box.adjusted(0, 0, -TICK - 6, 0) if rtl else box.adjusted(TICK + 6, 0, 0, 0)
        bold = cell.wins or bool(cell.rule)
        weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
        painter.setPen(colour("ok" if cell.rule else "text" if cell.text else "faint"))
        text = speech.isolate(visible(cell.text)) if cell.text else "—"
        written = sized(font, 13, weight)
        if not cell.rule:
            write(painter, box, text, rtl=rtl, font=written)
            return
        upper = QRectF(box.left(), box.top() + 1, box.width(), box.height() * 0.58)
        lower = QRectF(box.left(), upper.bottom() - 1, box.width(), box.height() * 0.4)
        write(painter, upper, text, rtl=rtl, font=written)
        painter.setPen(colour("muted"))
        write(painter, lower, cell.rule, rtl=rtl, font=sized(font, 10))


def _sign(cell: Cell) -> tuple[str, str]:
    """(icon, tone) that says without colour how a value stands."""
    if cell.out or not cell.text:
        return "", ""
    if cell.rule:
        return ("pin", "ok") if cell.kept else ("", "")
    if cell.kept:
        return "pin", "accent"
    if cell.wins:
        return "check", "accent"
    return ("equal", "faint") if cell.agrees else ("equal-not", "warn")


class RecordHeader(QHeaderView):
    """Who each column is, with a box to tick; a click says `ticked`."""

    ticked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(60)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two lines high."""
        return QSize(super().sizeHint().width(), HEAD_HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tick or untick the record under the mouse."""
        section = self.logicalIndexAt(event.position().toPoint())
        if section >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.ticked.emit(section)
        event.accept()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Box, name, place."""
        model = self.model()
        head: Head | None = model.headerData(section, Qt.Orientation.Horizontal, HEAD)
        painter.fillRect(rect, colour("card"))
        if head is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = QRectF(rect).adjusted(6, 2, -6, -4)
        if head.chosen is not None:
            x = box.right() - TICK if rtl else box.left()
            self._tick(painter, QPoint(round(x), round(box.top()) + 4), head.chosen)
            side = TICK + 8
            box = box.adjusted(0, 0, -side, 0) if rtl else box.adjusted(side, 0, 0, 0)
        upper = QRectF(box.left(), box.top(), box.width(), 22)
        lower = QRectF(box.left(), box.top() + 21, box.width(), 16)
        painter.setPen(colour("text" if head.chosen is not False else "muted"))
        write(painter, upper, head.title, rtl=rtl, font=sized(self.font(), 13, _BOLD))
        painter.setPen(colour("muted"))
        write(painter, lower, head.below, rtl=rtl, font=sized(self.font(), 11))
        painter.restore()

    @staticmethod
    def _tick(painter: QPainter, at: QPoint, chosen: bool) -> None:
        box = QRectF(at.x() + 0.5, at.y() + 0.5, TICK - 1, TICK - 1)
        painter.setPen(QPen(colour("accent" if chosen else "control"), 1))
        painter.setBrush(colour("accent" if chosen else "card"))
        painter.drawRoundedRect(box, 4, 4)
        if chosen:
            icons.icon("check", "on_accent").paint(painter, box.toRect().adjusted(2, 2, -1, -1))


class FieldHeader(QHeaderView):
    """The fields at the side; those that are compared stand out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(ROW)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One width for all."""
        return QSize(LABELS, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """The field's name."""
        model = self.model()
        line: FieldLine | None = model.headerData(section, Qt.Orientation.Vertical, HEAD)
        painter.fillRect(rect, colour("card"))
        if line is None:
            return
        painter.save()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setPen(colour("text" if line.compared else "muted"))
        box = QRectF(rect).adjusted(6, 0, -6, 0)
        write(painter, box, speech.say(line.label), rtl=rtl, font=sized(self.font(), 12))
        painter.restore()


_BOLD = QFont.Weight.DemiBold
