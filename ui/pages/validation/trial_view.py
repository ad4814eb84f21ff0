"""What a step would do: one sentence, and the real values before and after."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from migrator.model.views.validation import Trial, TrialLine
from ui import speech
from ui.models.sheet_model import Cell, SheetModel
from ui.pages.validation.words import repairs
from ui.visible import visible
from ui.widgets.basic import label, set_tone
from ui.widgets.sheet import Sheet


class TrialView(QWidget):
    """Shows a Trial."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = label("", wrap=True)
        titles = (self.tr("Before"), self.tr("After"), self.tr("Records"))
        self.sheet = SheetModel(titles, numbers=(2,))
        self.view = Sheet(self.sheet, self.tr("Values before and after"), stretch=1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.told)
        box.addWidget(self.view, 1)

    def say(self, words: str, tone: str = "") -> None:
        """Say something instead of a trial."""
        set_tone(self.told, tone)
        self.told.setText(words)
        self.sheet.set_rows([])

    def show_trial(self, trial: Trial) -> None:
        """Show what a step would do."""
        if trial.problem is not None:
            self.say(speech.say(trial.problem), "error")
            return
        whole = trial.rows > 0 and trial.repaired == trial.rows
        set_tone(self.told, "ok" if whole and not trial.emptied else "")
        self.told.setText(repairs(trial))
        self.sheet.set_rows([self._row(line) for line in trial.lines])

    def _row(self, line: TrialLine) -> tuple[Cell, Cell, Cell]:
        changed = (line.before or "") != (line.after or "")
        after = self._value(line.after)
        if line.ok:
            after = Cell(after.text, "ok", "check", ground="ok" if line.after else "warn")
        elif changed:
            after = Cell(
                after.text, "warn", "triangle-alert", tip=self.tr("A check complains still")
            )
        else:
            tip = speech.say(line.problem) or self.tr("Stays as it is")
            after = Cell(after.text, "muted", tip=tip)
        return self._value(line.before), after, Cell(speech.number(line.rows), number=True)

    def _value(self, value: str | None) -> Cell:
        if not value:
            return Cell(self.tr("(empty)"), "muted", copy=" ")
        return Cell(speech.isolate(visible(value)), copy=value)
