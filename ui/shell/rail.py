"""The step rail: a list with model and delegate, so arrow keys and screen readers work."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from migrator.model.views.state import STEPS, Mark, ProjectState, StepState
from ui import icons, speech
from ui.theme import colour

HEIGHT = 48
Index = QModelIndex | QPersistentModelIndex
STATE = Qt.ItemDataRole.UserRole

ICONS = {
    "project": "flag",
    "sources": "database",
    "assess": "scan-search",
    "target": "target",
    "mapping": "git-compare-arrows",
    "cleaning": "sparkles",
    "duplicates": "copy",
    "validation": "shield-check",
    "pilot": "flask-conical",
    "migration": "rocket",
    "verification": "clipboard-check",
}


def step_title(step: str) -> str:
    """The name of a step as people read it."""
    return {
        "project": QCoreApplication.translate("Steps", "Project"),
        "sources": QCoreApplication.translate("Steps", "Sources"),
        "assess": QCoreApplication.translate("Steps", "Assess"),
        "target": QCoreApplication.translate("Steps", "Target"),
        "mapping": QCoreApplication.translate("Steps", "Map"),
        "cleaning": QCoreApplication.translate("Steps", "Clean"),
        "duplicates": QCoreApplication.translate("Steps", "Duplicates"),
        "validation": QCoreApplication.translate("Steps", "Validate"),
        "pilot": QCoreApplication.translate("Steps", "Pilot"),
        "migration": QCoreApplication.translate("Steps", "Migrate"),
        "verification": QCoreApplication.translate("Steps", "Verify"),
    }[step]


def mark_told(mark: Mark) -> str:
    """The state of a step in a word: colour is never the only signal."""
    return {
        Mark.OPEN: QCoreApplication.translate("Steps", "open"),
        Mark.DONE: QCoreApplication.translate("Steps", "done"),
        Mark.ATTENTION: QCoreApplication.translate("Steps", "needs attention"),
        Mark.STALE: QCoreApplication.translate("Steps", "out of date"),
        Mark.BLOCKED: QCoreApplication.translate("Steps", "not yet possible"),
    }[mark]


def fact_told(state: StepState) -> str:
    """The line of fact under a step."""
    return speech.say(state.fact, **dict(state.numbers)) if state.fact.en else ""


class RailModel(QAbstractListModel):
    """One row a step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ProjectState | None = None
        self._running = ""

    def show_state(self, state: ProjectState | None) -> None:
        """Show how the project stands."""
        self._state = state
        self._all_changed()

    def show_running(self, step: str) -> None:
        """Mark the step whose work is under way; "" for none."""
        self._running = step
        self._all_changed()

    def _all_changed(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(len(STEPS) - 1))

    @property
    def running(self) -> str:
        """The step whose work is under way."""
        return self._running

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(STEPS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(STEPS):
            return None
        step = STEPS[index.row()]
        state = self._state.step(step) if self._state else None
        if role == Qt.ItemDataRole.DisplayRole:
            return step_title(step)
        if role == STATE or state is None:
            return state if role == STATE else None
        told = [mark_told(state.mark), fact_told(state)]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([step_title(step), *told])
        if role == Qt.ItemDataRole.ToolTipRole:
            reason = speech.say(state.reason) if state.reason.en else ""
            return "\n".join(p for p in (*told, reason) if p)
        return None


_TONES = {
    Mark.DONE: ("ok", "check"),
    Mark.ATTENTION: ("warn", "triangle-alert"),
    Mark.STALE: ("warn", "history"),
    Mark.BLOCKED: ("faint", "lock"),
}


class RailDelegate(QStyledItemDelegate):
    """A circle with the state, the step's name and one line of fact."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect.adjusted(8, 2, -8, -2)
        flags: QStyle.StateFlag = option.state
        chosen = bool(flags & QStyle.StateFlag.State_Selected)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        if chosen or flags & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(rect, 8, 8)
        if flags & QStyle.StateFlag.State_HasFocus and chosen:
            painter.setPen(QPen(colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self._circle(painter, rect, index, chosen, rtl)
        self._words(painter, rect, index, chosen, rtl)
        painter.restore()

    def _circle(
        self, painter: QPainter, rect: QRect, index: Index, chosen: bool, rtl: bool
    ) -> None:
        state: StepState | None = index.data(STATE)
        mark = state.mark if state else Mark.BLOCKED
        tone, name = _TONES.get(mark, ("muted", ICONS[STEPS[index.row()]]))
        x = rect.right() - 36 if rtl else rect.left() + 10
        circle = QRectF(x, rect.center().y() - 12.5, 26, 26)
        model = index.model()
        running = isinstance(model, RailModel) and model.running == STEPS[index.row()]
        if running:
            tone, name = "accent", "loader"
        filled = mark is Mark.DONE and not running
        painter.setPen(QPen(colour(tone), 1.6))
        painter.setBrush(colour(tone) if filled else colour("card"))
        painter.drawEllipse(circle)
        ink = "card" if filled else ("accent" if chosen and mark is Mark.OPEN else tone)
        icons.icon(name, ink).paint(painter, circle.toRect().adjusted(6, 6, -6, -6))

    def _words(self, painter: QPainter, rect: QRect, index: Index, chosen: bool, rtl: bool) -> None:
        state: StepState | None = index.data(STATE)
        fact = fact_told(state) if state else ""
        box = rect.adjusted(10, 0, -46, 0) if rtl else rect.adjusted(46, 0, -10, 0)
        start = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        start |= Qt.AlignmentFlag.AlignAbsolute
        upper = box.adjusted(0, 4, 0, -box.height() // 2) if fact else box
        ink = "accent_ink" if chosen else "text"
        if state and state.mark is Mark.BLOCKED and not chosen:
            ink = "muted"
        self._line(painter, upper, str(index.data()), colour(ink), (13, True), start)
        if fact:
            lower = box.adjusted(0, box.height() // 2 - 1, 0, -3)
            warn = state is not None and state.mark in {Mark.ATTENTION, Mark.STALE}
            tone = colour("warn" if warn else "muted")
            self._line(painter, lower, fact, tone, (11, False), start)

    @staticmethod
    def _line(
        painter: QPainter,
        box: QRect,
        text: str,
        ink: QColor,
        size: tuple[int, bool],
        start: Qt.AlignmentFlag,
    ) -> None:
        font = QFont(painter.font())
        font.setPixelSize(size[0])
        font.setWeight(QFont.Weight.DemiBold if size[1] else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(ink)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, start | Qt.AlignmentFlag.AlignVCenter, shown)


class Rail(QListView):
    """The list of steps; `chosen` carries the step that a person picks."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = RailModel(self)
        self.setModel(self.steps)
        self.setItemDelegate(RailDelegate(self))
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Steps"))
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, colour("sunken"))
        self.setPalette(palette)
        self.selectionModel().currentChanged.connect(self._picked)

    def show_step(self, step: str) -> None:
        """Mark `step` as the one looked at, without asking for it."""
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self.steps.index(STEPS.index(step)))
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _picked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(STEPS[index.row()])
