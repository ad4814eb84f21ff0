"""How values before and after are painted: changed letters on a soft ground, code points as
chips."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from migrator.model.views.cleaning import Change
from ui import icons, speech
from ui.pages.cleaning.changes_model import (
    AFTER,
    BEFORE,
    CHANGE,
    DIFFERENCE,
    LETTERS,
    ROWS,
    Index,
)
from ui.pages.cleaning.letters import Difference, Shown
from ui.pages.cleaning.words import empty_told
from ui.theme import colour

HEIGHT = 32
_PAD = 9
_ICON = 15
_ENDLESS = 100_000.0


class ChangesDelegate(QStyledItemDelegate):
    """Paints a ChangesModel."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(100, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        change: Change = index.data(CHANGE)
        told: Difference = index.data(DIFFERENCE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour("selected"))
        painter.setClipRect(option.rect)
        area = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        column = index.column()
        if column == BEFORE:
            _value(painter, area, told.before, "error", rtl)
        elif column == AFTER:
            self._after(painter, area, change, told, rtl)
        elif column == LETTERS:
            _chips(painter, area, told.chips, rtl)
        elif column == ROWS:
            _rows(painter, area, change.rows)
        painter.setPen(colour("border"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _after(
        self, painter: QPainter, area: QRect, change: Change, told: Difference, rtl: bool
    ) -> None:
        if not change.problem.en:
            _value(painter, area, told.after, "ok", rtl)
            return
        left = area.right() - _ICON if rtl else area.left()
        picture = icons.pixmap("triangle-alert", "warn", _ICON)
        painter.drawPixmap(left, area.center().y() - _ICON // 2, picture)
        step = _ICON + 6
        rest = area.adjusted(0, 0, -step, 0) if rtl else area.adjusted(step, 0, 0, 0)
        _value(painter, rest, told.after, "warn", rtl, "warn")


def _value(
    painter: QPainter, area: QRect, shown: Shown, tone: str, rtl: bool, ink: str = "text"
) -> None:
    """A value in its own direction, beginning at the leading edge of the column."""
    if not shown.text:
        _quiet(painter, area, empty_told(), "faint")
        return
    layout = QTextLayout(shown.text, painter.font())
    option = QTextOption()
    own = speech.is_rtl(shown.text)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if own else Qt.LayoutDirection.LeftToRight
    )
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_marked(start, length, tone) for start, length in shown.ranges])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    width = line.naturalTextWidth()
    fits = width <= area.width()
    # A value that is too long shows its own beginning; otherwise it stands at the leading edge.
    at_right = rtl if fits else own
    left = area.right() + 1 - width if at_right else float(area.left())
    painter.setPen(colour(ink))
    painter.setClipRect(area)
    layout.draw(painter, QPointF(left, area.top() + (area.height() - line.height()) / 2))
    painter.setClipping(False)


def _marked(start: int, length: int, tone: str) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = start
    found.length = length
    look = QTextCharFormat()
    look.setBackground(colour(f"{tone}_soft"))
    look.setForeground(colour(tone))
    found.format = look
    return found


def _quiet(painter: QPainter, area: QRect, text: str, tone: str) -> None:
    painter.setPen(colour(tone))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, shown)


def _rows(painter: QPainter, area: QRect, rows: int) -> None:
    font = QFont(painter.font())
    font.setFeature(QFont.Tag("tnum"), 1)
    painter.setFont(font)
    painter.setPen(colour("muted"))
    align = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(area, align, speech.number(rows))


def _chips(painter: QPainter, area: QRect, chips: tuple[str, ...], rtl: bool) -> None:
    font = QFont(painter.font())
    font.setPixelSize(11)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    edge = area.right() if rtl else area.left()
    for chip in chips:
        width = metrics.horizontalAdvance(chip) + 12
        left = edge - width if rtl else edge
        if left < area.left() or left + width > area.right() + 1:
            return
        box = QRect(left, area.center().y() - 9, width, 19)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("violet_soft"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(colour("violet"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, chip)
        edge = left - 4 if rtl else left + width + 4
