"""A card with a short list: add, change, remove."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.models.small_table import Line, SmallTable
from ui.widgets.basic import Card, button, label
from ui.widgets.small_view import SmallView


class ListCard(Card):
    """`wanted(None)` asks for a new entry, `wanted(at)` to change the one at `at`; `removed(at)` to
    take it out. While the list is empty it shows `hint`."""

    wanted = Signal(object)
    removed = Signal(object)

    def __init__(
        self,
        title: str,
        hint: str,
        headers: Sequence[str],
        stretch: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.table = SmallTable(headers, self)
        self.view = SmallView(self.table, stretch, title)
        self.add = button(self.tr("Add"), "plus", flat=True)
        self.add.setAccessibleName(self.tr("Add: {what}").format(what=title))
        self.change = button("", "pencil", flat=True)
        self.drop = button("", "trash-2", flat=True)
        for one, told in (
            (self.change, self.tr("Change the chosen entry")),
            (self.drop, self.tr("Remove the chosen entry")),
        ):
            one.setToolTip(told)
            one.setAccessibleName(told)
        self._build(title, hint)
        self.add.clicked.connect(lambda: self.wanted.emit(None))
        self.change.clicked.connect(lambda: self._with_current(self.wanted))
        self.drop.clicked.connect(lambda: self._with_current(self.removed))
        self.view.opened.connect(self.wanted)
        self.view.removed.connect(self.removed)
        self.view.picked.connect(lambda _: self._allow())
        self.show_lines(())

    def _build(self, title: str, hint: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(label(title, "h2"))
        head.addStretch(1)
        for one in (self.change, self.drop, self.add):
            head.addWidget(one)
        empty = label(hint, "muted", wrap=True)
        empty.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        self.body.setSpacing(6)
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these entries; the key of each is its place in the plan."""
        at = self.view.current
        self.table.show(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        if lines and not self.view.select_key(at):
            self.view.clearSelection()
        self._allow()

    def _allow(self) -> None:
        for one in (self.change, self.drop):
            one.setVisible(self.table.rowCount() > 0)
            one.setEnabled(self.view.current is not None)

    def _with_current(self, signal: SignalInstance) -> None:
        at = self.view.current
        if isinstance(at, int):
            signal.emit(at)
