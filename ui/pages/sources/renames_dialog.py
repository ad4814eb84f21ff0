"""Columns that are missing: a person says which of the new ones they are, or that they are none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.sources import Rename, Reread
from ui import speech
from ui.widgets.basic import GAP, button, label


class RenamesDialog(QDialog):
    """`decided` with the renames that a person has taken. Open it with `open()`."""

    decided = Signal(object)

    def __init__(self, found: Reread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Renamed columns"))
        self.resize(620, 320)
        self._renames = found.renames
        self.choices: list[QComboBox] = []
        told = self.tr(
            "The mapping reads these columns, and they are not there any more. Names and values"
            " speak for the following; you decide."
        )
        lines = QGridLayout()
        lines.setHorizontalSpacing(GAP)
        lines.setVerticalSpacing(8)
        lines.setColumnStretch(2, 1)
        for row, one in enumerate(found.renames):
            self._add(lines, row, one)
        self.take = button(self.tr("Read it so"), "check", primary=True)
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.take)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(GAP)
        box.addWidget(label(self.tr("Renamed columns"), "h1"))
        box.addWidget(label(told, "muted", wrap=True))
        box.addLayout(lines)
        box.addStretch(1)
        box.addLayout(foot)

    def _add(self, lines: QGridLayout, row: int, one: Rename) -> None:
        words = self.tr("{column} in {table} is now").format(
            column=speech.isolate(one.old), table=speech.isolate(one.table)
        )
        choice = QComboBox()
        choice.setAccessibleName(words)
        choice.addItem(speech.isolate(one.new), one)
        choice.addItem(self.tr("none of them: wait for it"), None)
        share = self.tr("{share} alike").format(share=speech.percent(one.score))
        if one.values is not None:
            same = self.tr("{share} of the values are the same")
            share = f"{share} · {same.format(share=speech.percent(one.values))}"
        lines.addWidget(label(words), row, 0)
        lines.addWidget(choice, row, 1)
        lines.addWidget(label(share, "small", wrap=True), row, 2)
        self.choices.append(choice)

    def _take(self) -> None:
        taken = (choice.currentData() for choice in self.choices)
        self.decided.emit(tuple(one for one in taken if isinstance(one, Rename)))
        self.accept()
