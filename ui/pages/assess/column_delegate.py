"""Paints a column: its name and marks, what it is, and the bar of its rows."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from migrator.model.profile import ODDITIES
from migrator.model.views.assess import ColumnLine
from ui import speech
from ui.pages.assess import words
from ui.pages.assess.table_delegate import ground, lock
from ui.theme import colour
from ui.widgets.charts.base import mirrored, paint_stack, sized, tabular, write
from ui.widgets.column_words import filled_share, kind_words, split_pieces

HEIGHT = 48
_SHARE = 46.0  # width of the share of filled rows
Index = QModelIndex | QPersistentModelIndex


class ColumnDelegate(QStyledItemDelegate):
    """Name and marks over what it is; beside them the bar over what is odd."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Every column takes the same height."""
        return QSize(160, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the column's ground, then its figures."""
        line: ColumnLine = index.data(Qt.ItemDataRole.UserRole)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        whole = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, whole, option.state, border=False)
        box = whole.adjusted(10, 4, -10, -4)
        if line.left_out:
            painter.setOpacity(0.6)
        self._words(painter, box, line, rtl)
        self._bar(painter, box, line, rtl)
        painter.restore()

    def _words(self, painter: QPainter, box: QRectF, line: ColumnLine, rtl: bool) -> None:
        font = painter.font()
        room = box.width() * 0.46
        marks = _marks(line)
        top = QRectF(box.left(), box.top(), room - 20 * len(marks), box.height() / 2)
        painter.setPen(colour("text"))
        bold = sized(font, 13, QFont.Weight.Medium)
        named = write(
            painter, mirrored(top, box, rtl), speech.isolate(line.name), rtl=rtl, font=bold
        )
        at = box.left() + named + 5
        for name, tone in marks:
            lock(painter, mirrored(QRectF(at, top.top(), 16, top.height()), box, rtl), name, tone)
            at += 19
        painter.setPen(colour("muted"))
        below = QRectF(box.left(), top.bottom(), room, box.height() / 2)
        said = _what(line)
        write(painter, mirrored(below, box, rtl), said, rtl=rtl, font=sized(font, 12))

    def _bar(self, painter: QPainter, box: QRectF, line: ColumnLine, rtl: bool) -> None:
        font = painter.font()
        start = box.left() + box.width() * 0.49
        half = box.height() / 2
        track = QRectF(start, box.top() + half / 2 - 4, box.right() - start - _SHARE - 8, 9)
        paint_stack(
            painter,
            mirrored(track, box, rtl),
            split_pieces(line.split),
            whole=line.split.rows,
            rtl=rtl,
        )
        share = QRectF(box.right() - _SHARE, box.top(), _SHARE, half)
        painter.setPen(colour("muted"))
        figures = tabular(sized(font, 12))
        said = filled_share(line.split)
        write(painter, mirrored(share, box, rtl), said, rtl=rtl, end=True, font=figures)
        trouble, tone = _trouble(line)
        painter.setPen(colour(tone))
        below = QRectF(start, box.top() + half, box.right() - start, half)
        write(painter, mirrored(below, box, rtl), trouble, rtl=rtl, font=sized(font, 12))


def _marks(line: ColumnLine) -> list[tuple[str, str]]:
    """Icons after the name: key, personal data, left out."""
    marks = []
    if line.key:
        marks.append(("key", "accent"))
    if line.personal:
        marks.append(("user-lock", "violet"))
    if line.left_out:
        marks.append(("eye-off", "muted"))
    return marks


def _what(line: ColumnLine) -> str:
    if line.left_out:
        return words.left_out(line.reason)
    return kind_words(line.meaning, line.type)


def _trouble(line: ColumnLine) -> tuple[str, str]:
    """The worst of what is odd, and its tone."""
    translate = QCoreApplication.translate
    if not line.split.filled:
        return translate("Assess", "empty in every row"), "muted"
    if line.odd:
        told = f"{speech.say(ODDITIES[line.odd[0].code])}: {speech.number(line.odd[0].rows)}"
        if len(line.odd) > 1:
            told += f" +{speech.number(len(line.odd) - 1)}"
        quiet = not line.split.odd and not line.split.unfit
        return told, "muted" if quiet else "error" if line.split.unfit else "warn"
    if line.split.unfit:
        told = translate("Assess", "values that do not fit: {count}")
        return told.format(count=speech.number(line.split.unfit)), "error"
    return "", "muted"
