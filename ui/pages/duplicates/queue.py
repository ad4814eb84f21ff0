"""The review queue: filter, search, and the list of groups."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from migrator.model.views.duplicates import Counts, QueueLine, QueuePage, Stand
from ui import icons, speech
from ui.models.queue import LINE, Index, QueueModel
from ui.pages.duplicates.words import line_told, records_told, score_told
from ui.theme import colour
from ui.widgets.basic import Card, SearchField, label
from ui.widgets.charts.base import sized, write

HEIGHT = 50
PILL = 58
ASK_AFTER_MS = 250
TONES = {Stand.TO_DECIDE: "warn", Stand.BY_RULE: "ok", Stand.DECIDED: "accent"}
INKS = {Stand.TO_DECIDE: "warn", Stand.BY_RULE: "ok", Stand.DECIDED: "accent_ink"}


class QueueDelegate(QStyledItemDelegate):
    """Name and number of records, and the score on the tone of how the group stands."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        """One height for all."""
        return QSize(160, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line of the queue."""
        line: QueueLine | None = index.data(LINE)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect.adjusted(2, 2, -2, -2)
        flags: QStyle.StateFlag = option.state
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        chosen = bool(flags & QStyle.StateFlag.State_Selected)
        if chosen or flags & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(box, 8, 8)
        if flags & QStyle.StateFlag.State_HasFocus and chosen:
            painter.setPen(QPen(colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        inner = QRectF(box).adjusted(10, 4, -10, -4)
        self._pill(painter, inner, line, rtl)
        words = inner.adjusted(PILL + 8, 0, 0, 0) if rtl else inner.adjusted(0, 0, -PILL - 8, 0)
        upper = QRectF(words.left(), words.top(), words.width(), words.height() / 2 + 2)
        lower = QRectF(words.left(), words.center().y() + 2, words.width(), words.height() / 2 - 2)
        painter.setPen(colour("text"))
        write(painter, upper, speech.isolate(str(index.data())), rtl=rtl, font=option.font)
        painter.setPen(colour("muted"))
        font = sized(option.font, 11)
        write(painter, lower, records_told(len(line.rows)), rtl=rtl, font=font)
        painter.restore()

    @staticmethod
    def _pill(painter: QPainter, inner: QRectF, line: QueueLine, rtl: bool) -> None:
        x = inner.left() if rtl else inner.right() - PILL
        box = QRectF(x, inner.center().y() - 13, PILL, 26)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(f"{TONES[line.stand]}_soft"))
        painter.drawRoundedRect(box, 7, 7)
        if line.stand is Stand.DECIDED:
            icon = icons.icon("check", INKS[line.stand])
            icon.paint(painter, box.toRect().adjusted(20, 4, -20, -4))
            return
        painter.setPen(colour(INKS[line.stand]))
        painter.setFont(sized(painter.font(), 12))
        told = "-" if line.score is None else score_told(line.score)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, told)


class QueueView(Card):
    """`picked` carries the row of the group that is looked at; `asked` wants the list anew."""

    picked = Signal(int)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.body.setContentsMargins(10, 10, 10, 8)
        self.body.setSpacing(8)
        self.queue = QueueModel(line_told, self)
        self.show_which = QComboBox()
        self.show_which.setAccessibleName(self.tr("Which groups"))
        self.search = SearchField(self.tr("Find a record"))
        self.list = QListView()
        self.list.setModel(self.queue)
        self.list.setItemDelegate(QueueDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Review queue"))
        self.list.selectionModel().currentChanged.connect(self._moved)
        self._foot = label("", "small")
        self._timer = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._timer.timeout.connect(self.asked)
        self.search.textChanged.connect(lambda _: self._timer.start())
        self.show_counts(Counts())
        self.show_which.currentIndexChanged.connect(lambda _: self.asked.emit())
        head = QHBoxLayout()
        head.addWidget(self.show_which, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._foot)

    @property
    def which(self) -> str:
        """The filter: a Stand, or "all"."""
        return str(self.show_which.currentData())

    @property
    def row(self) -> int:
        """The place of the group that is looked at; -1 for none."""
        return self.list.currentIndex().row()

    def show_counts(self, counts: Counts) -> None:
        """Say how many groups each filter holds."""
        offered = (
            (Stand.TO_DECIDE.value, self.tr("To decide ({count})"), counts.to_decide),
            (Stand.BY_RULE.value, self.tr("Merged by rule ({count})"), counts.by_rule),
            (Stand.DECIDED.value, self.tr("Decided ({count})"), counts.decided),
            ("all", self.tr("All ({count})"), counts.all),
        )
        self.show_which.blockSignals(True)
        for place, (value, words, count) in enumerate(offered):
            told = words.format(count=speech.number(count))
            if place < self.show_which.count():
                self.show_which.setItemText(place, told)
            else:
                self.show_which.addItem(told, value)
        self.show_which.blockSignals(False)

    def show_filter(self, which: str) -> None:
        """Choose a filter without asking."""
        self.show_which.blockSignals(True)
        self.show_which.setCurrentIndex(max(0, self.show_which.findData(which)))
        self.show_which.blockSignals(False)

    def start(self, page: QueuePage, row: int = 0) -> None:
        """Show the first window, and look at a group of it."""
        self.queue.start(page)
        self.look_at(row)

    def look_at(self, row: int) -> None:
        """Look at the group at a place, as far as there is one."""
        index = self.queue.index(min(max(row, 0), self.queue.rowCount() - 1))
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        else:
            self._say()
            self.picked.emit(-1)

    def step(self, by: int) -> None:
        """Look at the group before or after."""
        self.look_at(self.row + by)

    def _moved(self, current: QModelIndex) -> None:
        self._say()
        self.picked.emit(current.row())

    def _say(self) -> None:
        place, total = self.row + 1, self.queue.total
        words = self.tr("Group {place} of {total}")
        told = words.format(place=speech.number(place), total=speech.number(total))
        self._foot.setText(told if place else "")
