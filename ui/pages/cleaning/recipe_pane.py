"""The recipe of an entity: its steps in order, and what one does to them as a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedWidget,
)

from migrator.model.views.cleaning import StepLine
from ui.pages.cleaning.hint import Hint
from ui.pages.cleaning.recipe_delegate import RecipeDelegate
from ui.pages.cleaning.recipe_model import LINE, RecipeModel
from ui.widgets.basic import Card, button


class RecipeList(QListView):
    """The steps. Alt with up and down moves one, Delete takes it out, Space switches it."""

    moved = Signal(int)  # -1 up, 1 down
    deleted = Signal()

    def __init__(self, model: RecipeModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(RecipeDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Steps of the recipe, in order"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if alt and step:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class RecipePane(Card):
    """Tells what the person wants: nothing is changed here. `chosen` carries a StepLine or None,
    `moved(id, position)`, `switched(id, on)` and `removed(id)` name the step by its id."""

    chosen = Signal(object)
    add_wanted = Signal()
    moved = Signal(str, int)
    switched = Signal(str, bool)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Recipe"))
        self.model = RecipeModel()
        self.list = RecipeList(self.model)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(
            Hint(
                "sparkles",
                self.tr("No steps yet"),
                self.tr(
                    "Rows of this entity go on as they were mapped. Add a step, or let Kooch"
                    " suggest the usual housekeeping."
                ),
            )
        )
        self.body.setContentsMargins(12, 12, 12, 10)
        self.body.setSpacing(8)
        self.body.addWidget(self._stack, 1)
        self._add_buttons()
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.moved.connect(self._move)
        self.list.deleted.connect(self._remove)
        self.model.switched.connect(self.switched)
        self.model.dropped.connect(self.moved)
        self._enable()

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        self.add = button(self.tr("Add a step"), "plus")
        self.add.clicked.connect(self.add_wanted)
        self.up = self._tool("chevron-up", self.tr("Move up (Alt+Up)"))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down = self._tool("chevron-down", self.tr("Move down (Alt+Down)"))
        self.down.clicked.connect(lambda: self._move(1))
        self.delete = self._tool("trash-2", self.tr("Take this step out (Delete)"))
        self.delete.clicked.connect(self._remove)
        row.addWidget(self.add)
        row.addStretch(1)
        for one in (self.up, self.down, self.delete):
            row.addWidget(one)
        self.body.addLayout(row)

    @staticmethod
    def _tool(icon: str, name: str) -> QPushButton:
        made = button("", icon, flat=True)
        made.setToolTip(name)
        made.setAccessibleName(name)
        return made

    def current(self) -> StepLine | None:
        """The step that is looked at."""
        found = self.list.currentIndex().data(LINE)
        return found if isinstance(found, StepLine) else None

    def show_steps(self, lines: Sequence[StepLine], look_at: str = "") -> None:
        """Show a recipe and look at the step `look_at`, else at the one looked at before, else at
        the first."""
        before = self.current()
        row = self.list.currentIndex().row()
        wanted = look_at or (before.step.id if before else "")
        self.model.set_lines(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        place = self.model.row_of(wanted)
        if place < 0 and lines:
            place = max(0, min(row, len(lines) - 1))
        index = self.model.index(place) if place >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        self._choose()

    def look_at_none(self) -> None:
        """Look at no step, as while a new one is made."""
        self.list.setCurrentIndex(QModelIndex())

    def _choose(self) -> None:
        self._enable()
        self.chosen.emit(self.current())

    def _enable(self) -> None:
        row = self.list.currentIndex().row()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.model.rowCount() - 1)
        self.delete.setEnabled(row >= 0)

    def _move(self, step: int) -> None:
        line, row = self.current(), self.list.currentIndex().row()
        if line is not None and 0 <= row + step < self.model.rowCount():
            self.moved.emit(line.step.id, row + step)

    def _remove(self) -> None:
        line = self.current()
        if line is not None:
            self.removed.emit(line.step.id)
