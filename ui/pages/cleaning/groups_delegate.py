"""How a group of values is painted: what they shall read, and what they read now."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from migrator.model.views.cleaning import ValueGroup
from ui import speech
from ui.pages.cleaning.groups_model import CHOSEN, GROUP, Index
from ui.pages.cleaning.painting import beside_box, box, box_rect, ground, write
from ui.pages.cleaning.words import empty_told
from ui.visible import visible

HEIGHT = 54


class GroupsDelegate(QStyledItemDelegate):
    """Paints a GroupsModel; the value is edited in a box that offers the group's own values."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group: ValueGroup = index.data(GROUP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, option)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        box(painter, box_rect(option), ticked)
        area = beside_box(option)
        half = area.height() // 2
        told = visible(index.data(CHOSEN)) or empty_told()
        top = area.adjusted(0, 0, 0, -half)
        write(painter, top, speech.isolate(told), "accent_ink" if ticked else "text", strong=True)
        members = " · ".join(
            f"{speech.isolate(visible(one.value))} ({speech.number(one.rows)})"
            for one in group.values
        )
        write(painter, area.adjusted(0, half, 0, 0), members, "muted")
        painter.restore()

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's own argument
        index: Index,
    ) -> QComboBox:
        """A box with the values of the group; another may be typed."""
        combo = QComboBox(parent, editable=True)
        combo.addItems([one.value for one in index.data(GROUP).values])
        combo.setAccessibleName(self.tr("What these values shall read"))
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(index.data(CHOSEN))
            line = editor.lineEdit()
            if line is not None:
                line.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002
    ) -> None:
        editor.setGeometry(beside_box(option).adjusted(-4, 2, 4, -2))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click into the box, or the space key, ticks the group."""
        switch = False
        if isinstance(event, QMouseEvent):
            near = box_rect(option).adjusted(-6, -12, 6, 12)
            inside = near.contains(event.position().toPoint())
            switch = inside and event.type() == QEvent.Type.MouseButtonRelease
        elif event.type() == QEvent.Type.KeyPress:
            switch = event.key() == Qt.Key.Key_Space  # type: ignore[attr-defined]
        if not switch:
            return False
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
