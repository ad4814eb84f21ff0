"""How the full run ended: the row account, and where to go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from migrator.model.views.runs import MigrationView, RunView
from ui import speech
from ui.pages.migration import words
from ui.pages.migration.score_part import ScorePart
from ui.widgets.account_sheet import AccountSheet
from ui.widgets.basic import Card, EmptyState, Pill, button, label, set_tone


class ResultPart(QWidget):
    """`go(step)` when the person wants to verify, `rejects_wanted` to see why records are not
    there."""

    go = Signal(str)
    rejects_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "h2")
        self.state = Pill()
        self.balance = Pill()
        self.note = label("", "muted", wrap=True)
        self.sheet = AccountSheet()
        self.score = ScorePart()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.state)
        head.addWidget(self.balance)
        head.addStretch(1)
        why = button(self.tr("What was left behind…"), "list-checks")
        why.clicked.connect(self.rejects_wanted)
        verify = button(self.tr("Verify"), "clipboard-check", primary=True)
        verify.clicked.connect(lambda: self.go.emit("verification"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.note, 1)
        foot.addWidget(why)
        foot.addWidget(verify)
        card = Card()
        card.body.addLayout(head)
        card.body.addWidget(self.sheet, 2)
        card.body.addWidget(self.score)
        card.body.addLayout(foot)
        empty = EmptyState(
            "rocket",
            self.tr("Nothing was migrated yet"),
            self.tr("When a full run has ended, every record is accounted for here."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(card)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def show_view(self, view: MigrationView) -> None:
        """Show how the newest full run ended."""
        run = words.newest_full(view)
        self._stack.setCurrentIndex(0 if run is None else 1)
        if run is not None:
            self._show_run(view, run)

    def _show_run(self, view: MigrationView, run: RunView) -> None:
        self.title.setText(self.tr("Run {run}").format(run=speech.number(run.no)))
        told, tone = words.state_of(run, working=False)
        self.state.setText(told)
        set_tone(self.state, "plain" if tone == "muted" else tone)
        balanced = view.account.balanced
        self.balance.setText(
            self.tr("The account balances") if balanced else self.tr("The account does not balance")
        )
        set_tone(self.balance, "ok" if balanced else "error")
        self.sheet.show_account(view.account, view.entities)
        self.score.show_score(run.score)
        self.note.setText(self._said(view, run))

    def _said(self, view: MigrationView, run: RunView) -> str:
        if not run.fits:
            return self.tr(
                "The plan or its data changed since this run: what is ready and what was loaded"
                " belong to different plans until it runs again."
            )
        held = sum(one.quarantined for one in view.account.entities)
        refused = sum(one.rejected for one in view.account.entities)
        if not held and not refused:
            return self.tr("Every record that was planned is in the target.")
        return self.tr(
            "{held} records are in quarantine, {refused} were refused by the target."
        ).format(held=speech.number(held), refused=speech.number(refused))
