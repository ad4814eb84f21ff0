"""A small window over the header in which a person says which rows a column lets through."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from migrator.model.views.tables import Filter, Op
from ui.widgets.basic import button, label, set_kind

_WITHOUT_TEXT = {Op.EMPTY, Op.NOT_EMPTY}


class FilterPopup(QFrame):
    """Emits `chosen(column, Filter or None)` and closes."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        set_kind(self, "card")
        self._column = ""
        self._title = label("", "h2")
        self._op = QComboBox()
        self._op.setAccessibleName(self.tr("How to compare"))
        for op, words in self._words().items():
            self._op.addItem(words, op)
        self._text = QLineEdit()
        self._text.setAccessibleName(self.tr("Text to look for"))
        self._text.setPlaceholderText(self.tr("Text"))
        self._text.returnPressed.connect(self._accept)
        self._op.currentIndexChanged.connect(self._needs_text)
        apply = button(self.tr("Show these rows"), primary=True)
        apply.clicked.connect(self._accept)
        self._clear = button(self.tr("Remove filter"), flat=True)
        self._clear.clicked.connect(lambda: self._close(None))
        buttons = QHBoxLayout()
        buttons.addWidget(self._clear)
        buttons.addStretch(1)
        buttons.addWidget(apply)
        box = QVBoxLayout(self)
        box.setSpacing(10)
        for one in (self._title, self._op, self._text):
            box.addWidget(one)
        box.addLayout(buttons)
        self.setMinimumWidth(300)

    def _words(self) -> dict[Op, str]:
        return {
            Op.CONTAINS: self.tr("contains"),
            Op.EQUALS: self.tr("is"),
            Op.STARTS: self.tr("starts with"),
            Op.EMPTY: self.tr("is empty"),
            Op.NOT_EMPTY: self.tr("is not empty"),
        }

    def told(self, one: Filter, column: str) -> str:
        """A filter in words, for a chip: `City contains te`."""
        words = self._words()[one.op]
        if one.op in _WITHOUT_TEXT:
            return self.tr("{column} {condition}").format(column=column, condition=words)
        return self.tr("{column} {condition} “{text}”").format(
            column=column, condition=words, text=one.text
        )

    def ask(self, column: str, title: str, current: Filter | None, at: QPoint) -> None:
        """Open at a place on the screen for a column that may have a filter."""
        self._column = column
        self._title.setText(title)
        op = current.op if current else Op.CONTAINS
        self._op.setCurrentIndex(list(self._words()).index(op))
        self._text.setText(current.text if current else "")
        self._clear.setVisible(current is not None)
        self._needs_text()
        self.adjustSize()
        left = (
            at.x() - self.width()
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            else at.x()
        )
        room = self.screen().availableGeometry()
        left = max(room.left(), min(left, room.right() - self.width()))
        self.move(left, min(at.y(), room.bottom() - self.height()))
        self.show()
        self._text.setFocus()

    def _needs_text(self) -> None:
        self._text.setVisible(Op(self._op.currentData()) not in _WITHOUT_TEXT)

    def _accept(self) -> None:
        op = Op(self._op.currentData())
        if op in _WITHOUT_TEXT:
            self._close(Filter(self._column, op))
        elif self._text.text():
            self._close(Filter(self._column, op, self._text.text()))
        else:
            self._close(None)

    def _close(self, made: Filter | None) -> None:
        self.hide()
        self.chosen.emit(self._column, made)
