"""How much of the way is done, at the foot of the rail."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from migrator.model.views.state import Mark, ProjectState
from ui import speech
from ui.widgets.basic import label

# What waits for a person is half done.
WEIGHTS = {Mark.DONE: 1.0, Mark.ATTENTION: 0.5}


class Overall(QWidget):
    """The share of steps that are done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = label("", "small")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Overall"))
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Overall"), "small"))
        row.addStretch(1)
        row.addWidget(self._share)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 8, 20, 14)
        box.setSpacing(6)
        box.addLayout(row)
        box.addWidget(self._bar)

    def show_state(self, state: ProjectState) -> None:
        """Show how the project stands."""
        share = sum(WEIGHTS.get(one.mark, 0.0) for one in state.steps) / len(state.steps)
        self._bar.setRange(0, 100)
        self._bar.setValue(int(share * 100))
        self._share.setText(speech.percent(share))
