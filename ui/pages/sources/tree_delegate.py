"""How a source or table is painted in the tree: two lines, a tick, its state."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from migrator.model.source import TableKind
from migrator.model.views.sources import SourceCard, TableCard
from ui import icons, speech
from ui.pages.sources import words
from ui.pages.sources.tree_model import CARD, alone
from ui.theme import colour

Index = QModelIndex | QPersistentModelIndex
SOURCE_HEIGHT, TABLE_HEIGHT = 48, 42
PAD, ICON, BOX = 8, 18, 16
_KINDS = {
    TableKind.TABLE: "table-2",
    TableKind.VIEW: "eye",
    TableKind.SHEET: "table",
    TableKind.FILE: "file-text",
}


class TreeDelegate(QStyledItemDelegate):
    """Paints cards; a click on the box, or Space, sets the tick."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        table = isinstance(index.data(CARD), TableCard)
        return QSize(180, TABLE_HEIGHT if table else SOURCE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD)
        rect: QRect = option.rect
        state = option.state
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, rect, state)
        room = _Room(rect.adjusted(PAD, 0, -PAD, 0), rtl)
        font = QFont(option.font)
        if isinstance(card, TableCard):
            _paint_table(painter, room, card, font)
        elif isinstance(card, SourceCard):
            _paint_source(painter, room, card, font)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if index.data(Qt.ItemDataRole.CheckStateRole) is None:
            return False
        if not self._means_tick(event, option):
            return False
        now = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        wanted = Qt.CheckState.Unchecked if now == Qt.CheckState.Checked else Qt.CheckState.Checked
        return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    @staticmethod
    def _means_tick(event: QEvent, option: QStyleOptionViewItem) -> bool:
        if isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        room = _Room(option.rect.adjusted(PAD, 0, -PAD, 0), rtl)
        return room.lead(BOX).adjusted(-6, -8, 6, 8).contains(event.position().toPoint())


class _Room:
    """What is left of a row: squares are taken from its leading or its far end."""

    def __init__(self, rect: QRect, rtl: bool) -> None:
        self.rect = QRect(rect)
        self.rtl = rtl

    def lead(self, size: int) -> QRect:
        return self._take(size, self.rtl)

    def end(self, size: int) -> QRect:
        return self._take(size, not self.rtl)

    def _take(self, size: int, right: bool) -> QRect:
        top = self.rect.center().y() - size // 2 + 1
        if right:
            taken = QRect(self.rect.right() - size + 1, top, size, size)
            self.rect.setRight(taken.left() - PAD)
        else:
            taken = QRect(self.rect.left(), top, size, size)
            self.rect.setLeft(taken.right() + PAD)
        return taken


def _ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    over = bool(state & QStyle.StateFlag.State_MouseOver)
    if chosen or over:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("selected" if chosen else "hover"))
        painter.drawRoundedRect(rect.adjusted(0, 1, -1, -1), 7, 7)
    if chosen and state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(colour("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 2, -2, -2), 7, 7)


def _paint_source(painter: QPainter, room: _Room, card: SourceCard, font: QFont) -> None:
    only = card.tables[0] if alone(card) else None
    kept = only is None or only.keep
    if only is not None:
        _tick(painter, room.lead(BOX), only.keep)
    icons.icon(source_icon(card), "accent" if kept else "faint").paint(painter, room.lead(ICON))
    tones = {"missing": ("file-x", "error"), "changed": ("refresh-cw", "warn")}
    if card.state in tones:
        name, tone = tones[card.state]
        icons.icon(name, tone).paint(painter, room.end(ICON))
    elif only is not None:
        _paint_remark(painter, room, only)
    font.setWeight(QFont.Weight.DemiBold)
    name_tone = "text" if kept else "faint"
    _two_lines(painter, room, font, (card.name, name_tone), (_about(card), _tone(card)))


def _paint_table(painter: QPainter, room: _Room, card: TableCard, font: QFont) -> None:
    _tick(painter, room.lead(BOX), card.keep)
    icons.icon(_KINDS[card.kind], "muted" if card.keep else "faint").paint(painter, room.lead(16))
    _paint_remark(painter, room, card)
    below = words.rows_told(card)
    if not card.keep:
        below = words.said(card.reason) or words.left_out()
    tone = "text" if card.keep else "faint"
    _two_lines(painter, room, font, (card.name, tone), (below, "muted" if card.keep else "faint"))


def _paint_remark(painter: QPainter, room: _Room, card: TableCard) -> None:
    if card.unreadable:
        icons.icon("circle-alert", "error").paint(painter, room.end(16))
    elif card.warnings and card.keep:
        icons.icon("triangle-alert", "warn").paint(painter, room.end(16))


def _two_lines(
    painter: QPainter, room: _Room, font: QFont, name: tuple[str, str], below: tuple[str, str]
) -> None:
    middle = room.rect.center().y()
    upper = QRect(room.rect.left(), middle - 19, room.rect.width(), 20)
    lower = QRect(room.rect.left(), middle + 1, room.rect.width(), 18)
    small = QFont(font)
    small.setWeight(QFont.Weight.Normal)
    small.setPixelSize(max(10, QFontMetrics(font).height() * 11 // 20))
    _line(painter, upper, speech.isolate(name[0]), (font, name[1]), room.rtl)
    _line(painter, lower, below[0], (small, below[1]), room.rtl)


def _line(painter: QPainter, rect: QRect, text: str, look: tuple[QFont, str], rtl: bool) -> None:
    painter.setFont(look[0])
    painter.setPen(colour(look[1]))
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, flags | Qt.TextFlag.TextSingleLine, cut)


def _tick(painter: QPainter, box: QRect, ticked: bool) -> None:
    painter.setPen(QPen(colour("accent" if ticked else "control"), 1))
    painter.setBrush(colour("accent" if ticked else "card"))
    painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 4, 4)
    if ticked:
        icons.icon("check", "on_accent").paint(painter, box.adjusted(1, 1, -2, -2))


def source_icon(card: SourceCard) -> str:
    """The icon for a kind of source."""
    if card.kind == "folder":
        return "folder"
    if card.kind == "database" or card.form == "SQLite":
        return "database"
    return "file-spreadsheet" if card.form in {"XLSX", "XLS", "XLSB", "ODS"} else "file-text"


def _about(card: SourceCard) -> str:
    if card.state == "missing":
        return words.missing()
    if card.state == "changed":
        return words.changed()
    if not alone(card):
        return words.source_told(card)
    only = card.tables[0]
    told = words.rows_told(only) if only.keep else words.said(only.reason) or words.left_out()
    return f"{speech.ltr(card.form)}  ·  {told}"


def _tone(card: SourceCard) -> str:
    return {"missing": "error", "changed": "warn"}.get(card.state, "muted")
