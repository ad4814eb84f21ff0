"""The goals of the project: what was wanted, what was reached."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from migrator.model.views.runs import GoalLine, VerificationView
from ui import speech
from ui.models.sheet_model import Cell, SheetModel
from ui.widgets.basic import Card, EmptyState
from ui.widgets.sheet import Sheet


class GoalsPart(QWidget):
    """`go(step)` when goals should be set."""

    go = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles = [
            self.tr("Goal"),
            self.tr("Wanted"),
            self.tr("Reached"),
            self.tr("Result"),
        ]
        self.sheet = Sheet(SheetModel(titles, numbers=(1, 2)), self.tr("Goals"))
        card = Card()
        card.body.addWidget(self.sheet, 1)
        empty = EmptyState(
            "target",
            self.tr("No goals were set"),
            self.tr("Goals are set in the first step: then it stands here whether they are met."),
            self.tr("Set goals"),
            lambda: self.go.emit("project"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(card)
        self._stack.addWidget(empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def show_view(self, view: VerificationView) -> None:
        """Show every goal with what was reached."""
        self.sheet.sheet.set_rows([self._row(goal) for goal in view.goals], view.goals)
        self._stack.setCurrentIndex(0 if view.goals else 1)

    def _row(self, goal: GoalLine) -> Sequence[Cell]:
        reached = "—" if goal.reached is None else speech.percent(goal.reached, 1)
        if goal.reached is None:
            result = Cell(self.tr("cannot be measured"), tone="warn", icon="circle-help")
        elif goal.met:
            result = Cell(self.tr("met"), tone="ok", icon="circle-check")
        else:
            result = Cell(self.tr("not met"), tone="error", icon="circle-x")
        return (
            Cell(self._told(goal)),
            Cell(self._wanted(goal), number=True, tone="muted"),
            Cell(reached, number=True, bold=True),
            result,
        )

    def _told(self, goal: GoalLine) -> str:
        words = {
            "filled": self.tr("{entity}: {field} filled"),
            "duplicates": self.tr("{entity}: duplicates"),
            "valid": self.tr("{entity}: records valid"),
            "loaded": self.tr("{entity}: records loaded"),
        }.get(goal.measure, "{entity}")
        return words.format(entity=speech.say(goal.entity), field=speech.say(goal.field))

    def _wanted(self, goal: GoalLine) -> str:
        parts = []
        if goal.at_least is not None:
            share = speech.percent(goal.at_least, 1)
            parts.append(self.tr("at least {share}").format(share=share))
        if goal.at_most is not None:
            share = speech.percent(goal.at_most, 1)
            parts.append(self.tr("at most {share}").format(share=share))
        return " · ".join(parts)
