"""Paints a table of the sources, on a card or in two lines."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from migrator.model.views.assess import TableLine
from ui import icons, speech
from ui.pages.assess import words
from ui.theme import colour
from ui.widgets.charts.base import mirrored, paint_stack, sized, tabular, write
from ui.widgets.column_words import split_pieces

CARD, LINES = 76, 46
Index = QModelIndex | QPersistentModelIndex


class TableDelegate(QStyledItemDelegate):
    """A card has the completeness bar and facts; two lines have name and size."""

    def __init__(self, *, cards: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Every table takes the same height."""
        return QSize(120, CARD if self._cards else LINES)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the table's ground, then its figures."""
        line: TableLine = index.data(Qt.ItemDataRole.UserRole)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        state = option.state
        whole = QRectF(option.rect).adjusted(1, 2, -1, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, whole, state, border=self._cards)
        if self._cards:
            self._card(painter, whole.adjusted(14, 8, -14, -8), line, rtl)
        else:
            self._lines(painter, whole.adjusted(10, 3, -10, -3), line, rtl)
        painter.restore()

    def _card(self, painter: QPainter, box: QRectF, line: TableLine, rtl: bool) -> None:
        font = painter.font()
        top = QRectF(box.left(), box.top(), box.width(), 22)
        named = self._name(painter, top.adjusted(0, 0, -56, 0) if not rtl else
                           top.adjusted(56, 0, 0, 0), line, rtl)  # fmt: skip
        source = mirrored(
            QRectF(box.left() + named + 10, top.top(), box.width() - named - 70, 22), box, rtl
        )
        painter.setPen(colour("faint"))
        write(painter, source, speech.isolate(line.source), rtl=rtl, font=sized(font, 12))
        if line.profiled and line.split.rows:
            self._score(painter, top, line, rtl)
            bar = QRectF(box.left(), box.top() + 26, box.width(), 8)
            paint_stack(painter, bar, split_pieces(line.split), whole=line.split.rows, rtl=rtl)
        low = QRectF(box.left(), box.bottom() - 19, box.width(), 19)
        painter.setPen(colour("muted"))
        write(painter, low, facts(line), rtl=rtl, font=sized(font, 12))

    def _lines(self, painter: QPainter, box: QRectF, line: TableLine, rtl: bool) -> None:
        font = painter.font()
        top = QRectF(box.left(), box.top(), box.width(), box.height() / 2)
        room = top.adjusted(0, 0, -34, 0) if not rtl else top.adjusted(34, 0, 0, 0)
        self._name(painter, room, line, rtl)
        if line.profiled and line.split.rows:
            self._score(painter, top, line, rtl)
        painter.setPen(colour("muted"))
        below = QRectF(box.left(), top.bottom(), box.width(), box.height() / 2)
        write(painter, below, size_of(line), rtl=rtl, font=sized(font, 12))

    @staticmethod
    def _name(painter: QPainter, place: QRectF, line: TableLine, rtl: bool) -> float:
        font = sized(painter.font(), 13, QFont.Weight.DemiBold)
        painter.setPen(colour("text" if line.keep else "faint"))
        return write(painter, place, speech.isolate(line.name), rtl=rtl, font=font)

    @staticmethod
    def _score(painter: QPainter, place: QRectF, line: TableLine, rtl: bool) -> None:
        score = line.quality.score
        painter.setPen(colour("ok" if score >= 95 else "warn" if score >= 60 else "error"))
        font = tabular(sized(painter.font(), 14, QFont.Weight.Bold))
        write(painter, place, speech.number(score), rtl=rtl, end=True, font=font)


def ground(painter: QPainter, box: QRectF, state: QStyle.StateFlag, *, border: bool) -> None:
    """The ground of a row: chosen, under the pointer, or neither; a frame where the keyboard is."""
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    over = bool(state & QStyle.StateFlag.State_MouseOver)
    fill = colour("selected") if chosen else colour("hover") if over else colour("card")
    edge = "accent" if chosen or focused else "border"
    painter.setBrush(fill)
    painter.setPen(QPen(colour(edge), 1) if border or focused else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def lock(painter: QPainter, place: QRectF, name: str, tone: str) -> None:
    """A small icon in the middle of `place`."""
    size = 14
    picture = icons.pixmap(name, tone, size)
    painter.drawPixmap(
        round(place.center().x() - size / 2), round(place.center().y() - size / 2), picture
    )


def size_of(line: TableLine) -> str:
    """How large a table is, or why it is left out."""
    if not line.keep:
        return words.left_out(speech.say(line.reason))
    return " · ".join((words.rows(line.rows), words.columns(line.columns)))


def facts(line: TableLine) -> str:
    """What is worth knowing of a table, in one line; the most telling first."""
    if not line.keep or not line.profiled:
        return size_of(line)
    told = [size_of(line)]
    if line.keys:
        told.append(words.key(" + ".join(line.keys[0])))
    elif line.rows > 1:
        told.append(words.no_key())
    counts = (
        (line.duplicate_rows, words.copies),
        (line.orphans, words.orphans),
        (line.odd_columns, words.odd_columns),
        (line.personal, words.personal),
        (line.left_out, words.columns_left_out),
    )
    told += [said(count) for count, said in counts if count]
    return " · ".join(told)
