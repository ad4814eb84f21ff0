"""Choosing a transform from all there are: a search, shelves, help and examples."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from migrator.model.views.catalog import CatalogExample, CatalogItem
from ui import speech
from ui.forms.shelf_delegate import ShelfDelegate
from ui.latest import Latest
from ui.models.catalog_list import ITEM, CatalogList
from ui.operations import catalog
from ui.session import Session
from ui.visible import visible
from ui.widgets.basic import Card, SearchField, button, label, set_tone

_EXAMPLES = 4


class StepPicker(QDialog):
    """Shows every transform; `chosen` carries the CatalogItem that was taken. With `many`, only
    those that take several values at once. Open it with `open()`."""

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None, *, many: bool = False):
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a transform"))
        self.resize(760, 500)
        self._many = many
        self.items = CatalogList()
        self._search = SearchField(self.tr("Search, such as spaces, phone, date"))
        self._search.textChanged.connect(self._searched)
        self._search.installEventFilter(self)
        self.list = QListView()
        self.list.setModel(self.items)
        self.list.setItemDelegate(ShelfDelegate(self.list))
        self.list.setAccessibleName(self.tr("Transforms"))
        self.list.setUniformItemSizes(False)
        self.list.selectionModel().currentChanged.connect(self._shown)
        self.list.doubleClicked.connect(self._take)
        self._detail = Card()
        self._words = QVBoxLayout()
        self._detail.body.addLayout(self._words)
        self._detail.body.addStretch(1)
        self._add = button(self.tr("Add"), "plus", primary=True)
        self._add.setDefault(True)
        self._add.setEnabled(False)
        self._add.clicked.connect(self._take)
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._lay_out(cancel)
        self._answer = Latest(self, self._filled)
        self._answer.ask(catalog.transforms(session=session))

    def _lay_out(self, cancel: QWidget) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list, 5)
        middle.addWidget(self._detail, 4)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self._add)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addWidget(self._search)
        box.addLayout(middle, 1)
        box.addLayout(foot)

    def current(self) -> CatalogItem | None:
        """The item that is looked at."""
        found = self.list.currentIndex().data(ITEM)
        return found if isinstance(found, CatalogItem) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys in the search line move through the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        while 0 <= row < self.items.rowCount():
            index = self.items.index(row)
            if index.data(ITEM) is not None:
                self.list.setCurrentIndex(index)
                return
            row += step

    def _filled(self, items: tuple[CatalogItem, ...]) -> None:
        self.items.set_items(items, lambda item: item.many if self._many else True)
        self.list.setCurrentIndex(self.items.first())

    def _searched(self, text: str) -> None:
        self.items.search(text)
        self.list.setCurrentIndex(self.items.first())
        self._shown()

    def _shown(self) -> None:
        item = self.current()
        self._add.setEnabled(item is not None)
        while taken := self._words.takeAt(0):
            if widget := taken.widget():
                widget.hide()
                widget.deleteLater()
        if item is None:
            self._say(self.tr("Nothing fits these words."), "muted")
            return
        self._say(speech.say(item.title), "h2")
        self._say(speech.say(item.help), "body")
        if item.many:
            self._say(self.tr("Takes several columns at once."), "small")
        if item.examples:
            self._say(self.tr("Examples"), "small")
            self._words.addWidget(_Examples(item.examples[:_EXAMPLES]))

    def _say(self, text: str, kind: str) -> None:
        self._words.addWidget(label(text, kind, wrap=True))

    def _take(self) -> None:
        item = self.current()
        if item is not None:
            self.chosen.emit(item)
            self.accept()


class _Examples(QWidget):
    """What goes in and what comes out, row by row."""

    def __init__(self, examples: tuple[CatalogExample, ...]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        for row, example in enumerate(examples):
            given = " + ".join(self._told(one) for one in example.given)
            fails = speech.say(example.fails)
            gives = fails or self._told(example.gives)
            arrow = label("←" if speech.language() == "fa" else "→", "muted")
            grid.addWidget(label(given, wrap=True), row, 0)
            grid.addWidget(arrow, row, 1)
            made = label(gives, wrap=True)
            set_tone(made, "warn" if fails else "ok")
            grid.addWidget(made, row, 2)

    def _told(self, value: str | None) -> str:
        return visible(value) if value else self.tr("(empty)")
