"""How a step of the recipe is painted: box, title, field, effect; a grip to drag it by."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from migrator.model.views.cleaning import StepLine
from ui import speech
from ui.pages.cleaning.painting import beside_box, box, box_rect, ground, is_rtl, write
from ui.pages.cleaning.recipe_model import LINE, Index
from ui.theme import colour

HEIGHT = 52


class RecipeDelegate(QStyledItemDelegate):
    """Paints StepLines and lets the box be clicked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(220, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: StepLine = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = ground(painter, option)
        box(painter, box_rect(option), line.step.enabled)
        area = self._effect(painter, beside_box(option), line, is_rtl(option))
        half = area.height() // 2
        tone = "text" if line.step.enabled else "faint"
        top, bottom = area.adjusted(0, 0, 0, -half), area.adjusted(0, half, 0, 0)
        write(painter, top, speech.say(line.title), "accent_ink" if chosen else tone, strong=True)
        under = [speech.say(line.label), speech.say(line.problem) or line.step.note]
        bad = bool(line.problem.en)
        write(painter, bottom, " · ".join(p for p in under if p), "error" if bad else "muted")
        painter.restore()

    def _effect(self, painter: QPainter, area: QRect, line: StepLine, rtl: bool) -> QRect:
        """The number of changed values as a pill at the far end; gives the room that is left."""
        if line.problem.en:
            text, tone, ground = "!", "error", "error_soft"
        elif line.changed is None or not line.step.enabled:
            return area
        elif line.changed:
            text, tone, ground = speech.number(line.changed), "violet", "violet_soft"
        else:
            text, tone, ground = speech.number(0), "muted", "hover"
        painter.setFont(_font(painter, 12))
        width = max(26, painter.fontMetrics().horizontalAdvance(text) + 14)
        left = area.left() if rtl else area.right() - width
        pill = QRect(left, area.center().y() - 9, width, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(pill, 10, 10)
        painter.setPen(colour(tone))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return area.adjusted(width + 8, 0, 0, 0) if rtl else area.adjusted(0, 0, -width - 8, 0)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click into the box, or the space key, switches the step."""
        switch = False
        if isinstance(event, QMouseEvent):
            inside = box_rect(option).adjusted(-6, -8, 6, 8).contains(event.position().toPoint())
            if not inside:
                return False
            switch = event.type() == QEvent.Type.MouseButtonRelease
            if not switch:
                return True  # no dragging that begins in the box
        elif event.type() == QEvent.Type.KeyPress:
            switch = event.key() == Qt.Key.Key_Space  # type: ignore[attr-defined]
        if not switch:
            return False
        on = index.data(LINE).step.enabled
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)


def _font(painter: QPainter, pixels: int) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(pixels)
    return font
