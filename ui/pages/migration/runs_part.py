"""Every load and rollback so far, and the way to take one back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.runs import Kept, MigrationView, RunView
from ui import speech
from ui.models.sheet_model import Cell, SheetModel
from ui.pages.migration import words
from ui.widgets.basic import Card, button, label
from ui.widgets.run_words import kind_told
from ui.widgets.sheet import Sheet


class RunsPart(QWidget):
    """`back_wanted(RunView)` when the person wants a run taken back."""

    back_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles = [
            self.tr("Run"),
            self.tr("Kind"),
            self.tr("State"),
            self.tr("Began"),
            self.tr("Took"),
            self.tr("Who"),
            self.tr("Records"),
        ]
        self.sheet = Sheet(
            SheetModel(titles, numbers=(6,)), self.tr("Runs"), stretch=2, choose=True
        )
        self.sheet.selectionModel().currentRowChanged.connect(lambda *_: self._picked())
        self.detail = label("", "muted", wrap=True)
        self.back = button(self.tr("Take this run back"), "undo-2", danger=True)
        self.back.clicked.connect(self._ask)
        titles = [self.tr("Entity"), self.tr("Key"), self.tr("Why it stays")]
        self.kept = Sheet(SheetModel(titles), self.tr("Records that stay"), stretch=2)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.detail, 1)
        foot.addWidget(self.back)
        card = Card()
        card.body.addWidget(self.sheet, 3)
        card.body.addLayout(foot)
        card.body.addWidget(self.kept, 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)
        self._can_roll_back = False
        self._busy = False
        self._newest = 0

    def show_view(self, view: MigrationView, working: bool) -> None:
        """Show the runs, newest first; `working` says that the newest one goes on now."""
        before = self._run()
        self._can_roll_back = view.can_roll_back
        rows = [self._row(run, working and place == 0) for place, run in enumerate(view.runs)]
        self.sheet.sheet.set_rows(rows, view.runs)
        numbers = [run.no for run in view.runs]
        if numbers:
            # A run that is new is looked at, not the one that was chosen before it.
            same = before is not None and before.no in numbers and numbers[0] == self._newest
            self.sheet.choose(numbers.index(before.no) if same and before else 0)
            self._newest = numbers[0]
        self._picked()

    def set_busy(self, busy: bool) -> None:
        """Nothing can be taken back while something runs."""
        self._busy = busy
        self._picked()

    def _run(self) -> RunView | None:
        row = self.sheet.chosen()
        return self.sheet.sheet.key(row) if row >= 0 else None

    def _row(self, run: RunView, working: bool) -> Sequence[Cell]:
        told, tone = words.state_of(run, working=working)
        return (
            Cell(speech.number(run.no), bold=True),
            Cell(kind_told(run.kind)),
            Cell(told, icon=words.icon_of(run, working=working), icon_tone=tone),
            Cell(speech.moment(run.started_at), tone="muted"),
            Cell(words.lasted(run), tone="muted"),
            Cell(speech.isolate(run.who), tone="muted"),
            Cell(words.moved(run), number=True),
        )

    def _picked(self) -> None:
        run = self._run()
        self.detail.setText(words.detail(run) if run else self.tr("Nothing ran yet."))
        self.back.setVisible(self._can_roll_back and words.can_be_taken_back(run))
        self.back.setEnabled(not self._busy)
        conflicts = run.conflicts if run else ()
        self.kept.setVisible(bool(conflicts))
        self.kept.sheet.set_rows([_kept(one) for one in conflicts], conflicts)

    def _ask(self) -> None:
        run = self._run()
        if run is not None:
            self.back_wanted.emit(run)


def _kept(one: Kept) -> Sequence[Cell]:
    return (
        Cell(speech.ltr(one.entity)),
        Cell(speech.ltr(one.key), tip=speech.ltr(one.target_id)),
        Cell(speech.isolate(one.reason), tip=one.reason),
    )
