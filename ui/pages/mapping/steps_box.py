"""The pipeline of a row: its transforms in order, dragged, edited, added, removed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from migrator.model.mapping import Step
from migrator.model.text import Text
from migrator.model.views.mapping import Preview
from ui import icons, speech
from ui.pages.mapping.canvas_paint import font
from ui.pages.mapping.glyphs import shown
from ui.theme import colour
from ui.widgets.basic import button

Index = QModelIndex | QPersistentModelIndex
HEIGHT, GAP = 46, 6
STEP, TOLD = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_ICONS = {
    "date": "calendar",
    "date_auto": "calendar",
    "datetime": "calendar",
    "jalali_to_gregorian": "calendar",
    "year": "calendar",
    "phone": "phone",
    "mobile_iran": "phone",
    "email": "mail",
    "url": "globe",
    "money": "banknote",
    "number": "hash",
    "integer": "hash",
    "value_map": "list",
    "lookup_table": "list",
    "join": "merge",
    "coalesce": "merge",
    "constant": "equal",
    "split": "split",
    "split_name": "split",
    "digits": "languages",
    "persian_letters": "languages",
    "arabic_to_persian": "languages",
}


def step_icon(transform: str) -> str:
    """The icon of a transform."""
    return _ICONS.get(transform, "wand-sparkles")


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and a gap."""
        return QSize(super().sizeHint(option, index).width(), HEIGHT + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A soft box: icon, title, what the step does to a value, and a grip to drag it by."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect.adjusted(0, 0, 0, -GAP)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(colour("accent"), 1.2) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(colour("hover"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        step: Step = index.data(STEP)
        known = bool(index.data(Qt.ItemDataRole.UserRole + 2))
        rtl = option.direction == Qt.LayoutDirection.RightToLeft

        def side(left: int, top: int, width: int, height: int) -> QRect:
            x = box.right() - left - width + 1 if rtl else box.left() + left
            return QRect(x, box.top() + top, width, height)

        tone = "violet" if known else "error"
        icons.icon(step_icon(step.transform), tone).paint(painter, side(10, 14, 18, 18))
        icons.icon("grip-vertical", "faint").paint(painter, side(box.width() - 24, 15, 16, 16))
        room = box.width() - 40 - 28
        align = (
            (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
            | Qt.AlignmentFlag.AlignAbsolute
            | Qt.AlignmentFlag.AlignVCenter
        )
        for text, pixels, top, ink in (
            (str(index.data()), 13, 4, "text" if known else "error"),
            (str(index.data(TOLD) or ""), 11, 23, "muted"),
        ):
            painter.setFont(font(pixels))
            painter.setPen(colour(ink))
            shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(side(38, top, room, 19), align, shown)
        painter.restore()


class StepList(QListWidget):
    """Drag to reorder, Enter or a click to edit, Delete to remove, Alt with arrows to move."""

    moved = Signal()
    removed = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_Delegate(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Transforms in order"))
        self.itemActivated.connect(lambda item: self.opened.emit(self.row(item)))
        self.itemClicked.connect(lambda item: self.opened.emit(self.row(item)))

    def steps(self) -> list[Step]:
        """The steps as they stand in the list."""
        return [self.item(n).data(STEP) for n in range(self.count())]

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell that the order changed."""
        before = self.steps()
        super().dropEvent(event)
        if self.steps() != before:
            self.moved.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same with the mouse; a step that this version does not know can only go."""
        under = self.indexAt(event.pos())
        at = under.row() if under.isValid() else self.currentRow()
        if at < 0:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon("pencil"), self.tr("Edit…"), lambda: self.opened.emit(at))
        menu.addAction(
            icons.icon("trash-2", "error"), self.tr("Remove"), lambda: self.removed.emit(at)
        )
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, remove, open."""
        key, at = Qt.Key(event.key()), self.currentRow()
        if at < 0:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            to = at + {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
            if to != at and 0 <= to < self.count():
                self.insertItem(to, self.takeItem(at))
                self.setCurrentRow(to)
                self.moved.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(at)
        else:
            super().keyPressEvent(event)


class StepsBox(QWidget):
    """The list with its button. `changed` carries the new steps, `edit_asked` the place of the step
    that shall be edited, `add_asked` that one shall be added."""

    changed = Signal(list)
    edit_asked = Signal(int)
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = StepList()
        self.list.moved.connect(lambda: self.changed.emit(self.list.steps()))
        self.list.removed.connect(self.remove)
        self.list.opened.connect(self.edit_asked)
        self.add = button(self.tr("Add transform"), "plus")
        self.add.clicked.connect(self.add_asked)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.list)
        box.addWidget(self.add)

    def show_steps(self, steps: Sequence[Step], titles: dict[str, Text]) -> None:
        """Show the steps of another row, or other steps."""
        at = self.list.currentRow()
        self.list.clear()
        for step in steps:
            title = titles.get(step.transform)
            words = speech.say(title) if title else speech.ltr(step.transform)
            item = QListWidgetItem(words)
            item.setData(STEP, step)
            item.setData(Qt.ItemDataRole.UserRole + 2, title is not None)
            self.list.addItem(item)
        self.list.setVisible(bool(steps))
        self.list.setFixedHeight(len(steps) * (HEIGHT + GAP))
        if 0 <= at < len(steps):
            self.list.setCurrentRow(at)

    def show_preview(self, preview: Preview) -> None:
        """Show under each step what it does to a real value."""
        for n in range(self.list.count()):
            self.list.item(n).setData(TOLD, _told(preview, n))

    def remove(self, at: int) -> None:
        """Take a step away."""
        steps = self.list.steps()
        self.changed.emit(steps[:at] + steps[at + 1 :])


def _told(preview: Preview, n: int) -> str:
    """The first value that a step changes."""
    arrow = "←" if speech.language() == "fa" else "→"
    for line in preview.lines:
        if n >= len(line.stages) or line.failed == n:
            continue
        given = line.stages[n - 1] if n else " + ".join(text for text in line.before if text)
        made = line.stages[n]
        if made and made != given:
            before, after = (shown(text or "∅") for text in (given, made))
            return f"{before} {arrow} {after}"
    return ""
