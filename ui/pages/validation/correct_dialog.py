"""Correct one value: a record's field gets another one, or every record with the same."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from migrator.model.views.validation import CellValue
from ui import speech
from ui.issue_words import sentence
from ui.pages.validation.foot import foot
from ui.visible import visible
from ui.widgets.basic import button, label


class CorrectDialog(QDialog):
    """Emits `corrected(value, same)`."""

    corrected = Signal(str, bool)

    def __init__(self, cell: CellValue, parent: QWidget) -> None:
        super().__init__(parent)
        self._cell = cell
        self.setWindowTitle(self.tr("Correct a value"))
        self.setMinimumWidth(460)
        field = speech.say(cell.field_label)
        heading = self.tr("{field} of record {key}").format(
            field=field, key=speech.isolate(cell.key)
        )
        box = QVBoxLayout(self)
        box.setSpacing(10)
        box.addWidget(label(heading, "h2", wrap=True))
        for code, detail in dict.fromkeys(cell.problems):
            box.addWidget(label(sentence(code, field, cell.value, detail), "muted", wrap=True))
        old = speech.isolate(visible(cell.value)) if cell.value else self.tr("(empty)")
        box.addWidget(label(self.tr("Now: {value}").format(value=old), wrap=True))
        self.editor = self._editor()
        self.editor.setAccessibleName(self.tr("New value of {field}").format(field=field))
        box.addWidget(self.editor)
        words = self.tr("Also for the {n} other records with the same value and issue")
        self.same = QCheckBox(words.format(n=speech.number(cell.same)))
        self.same.setVisible(cell.same > 0)
        box.addWidget(self.same)
        box.addWidget(
            label(self.tr("It becomes a step of the cleaning recipe; undo takes it back."), "small")
        )
        self.save = button(self.tr("Save"), "check", primary=True)
        self.save.clicked.connect(self._save)
        box.addLayout(foot(self, self.save))
        self.editor.setFocus()

    def _editor(self) -> QWidget:
        value = self._cell.value or ""
        if self._cell.choices:
            choices = QComboBox()
            choices.addItem(self.tr("(empty)"), "")
            for stored, words in self._cell.choices:
                told = speech.say(words)
                choices.addItem(told if told == stored else f"{told} ({stored})", stored)
            choices.setCurrentIndex(max(choices.findData(value), 0))
            return choices
        if "\n" in value:
            several = QPlainTextEdit(value)
            several.setMaximumHeight(120)
            return several
        one = QLineEdit(value)
        one.selectAll()
        return one

    def value(self) -> str:
        """The value as it was given."""
        if isinstance(self.editor, QComboBox):
            return str(self.editor.currentData() or "")
        if isinstance(self.editor, QPlainTextEdit):
            return self.editor.toPlainText()
        assert isinstance(self.editor, QLineEdit)
        return self.editor.text()

    def _save(self) -> None:
        if self.value() != (self._cell.value or ""):
            self.corrected.emit(self.value(), self.same.isChecked())
        self.accept()
