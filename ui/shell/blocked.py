"""What stands in a page's place while it cannot be worked on, or is being worked out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from migrator.model.views.state import Mark, ProjectState
from ui import speech
from ui.shell.rail import step_title
from ui.widgets.basic import EmptyState


class Blocked(QWidget):
    """Says which step must come first, with the way there."""

    go = Signal(str)

    def __init__(self, state: ProjectState, step: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        first = self.first_open(state, step)
        reason = state.step(step).reason
        empty = EmptyState(
            "lock",
            self.tr("{step} comes later").format(step=step_title(step)),
            speech.say(reason) if reason.en else "",
            self.tr("Go to {step}").format(step=step_title(first)),
            lambda: self.go.emit(first),
        )
        QVBoxLayout(self).addWidget(empty)

    @staticmethod
    def first_open(state: ProjectState, step: str) -> str:
        """The first step before `step` that is not done."""
        for one in state.steps:
            if one.step == step:
                break
            if one.mark not in {Mark.DONE, Mark.ATTENTION}:
                return one.step
        return "sources"


class Working(QWidget):
    """Shown while the page's stage is worked out for the first time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        empty = EmptyState(
            "loader",
            self.tr("Working it out"),
            self.tr("The bar below shows how far it is; you may stop it at any time."),
        )
        QVBoxLayout(self).addWidget(empty)
