"""The history in plain words: what was changed, when, by whom; one click goes back or forward."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.state import HistoryLine
from ui import speech
from ui.messages import Failure
from ui.models.small_table import Cell, Line, SmallTable
from ui.session import Session
from ui.widgets.banner import Banner
from ui.widgets.basic import GAP, Card, button, label
from ui.widgets.small_view import SmallView


class HistoryDialog(QDialog):
    """Newest first. Going to an entry undoes or redoes step by step; a load bars the way back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("History"))
        self.resize(720, 560)
        self._session = session
        self._goal: int | None = None
        self.table = SmallTable(("", self.tr("Change"), self.tr("When"), self.tr("Who")), self)
        self.view = SmallView(self.table, (0, 1, 0, 0), self.tr("History"))
        self.go = button(self.tr("Go to this state"), "history", primary=True)
        self.go.setAutoDefault(False)
        self.banner = Banner()
        self._build()
        self.view.picked.connect(lambda _: self._judge())
        self.view.opened.connect(lambda _: self._start())
        self.go.clicked.connect(self._start)
        session.changed.connect(self.show_history)
        self.show_history()

    def show_history(self) -> None:
        """Show how the history stands."""
        chosen = self.view.current
        lines = self._lines()
        now = next((n for n, one in enumerate(lines) if one.current), 0)
        self.table.show([self._line(one, n > now) for n, one in reversed(list(enumerate(lines)))])
        here = lines[now].seq if lines else None
        if self._goal is None and not (chosen is not None and self.view.select_key(chosen)):
            self.view.select_key(here)
        self._judge()

    def _lines(self) -> list[HistoryLine]:
        return list(self._session.state.history) if self._session.state else []

    def _line(self, one: HistoryLine, undone: bool) -> Line:
        icon, tone = "circle", "faint" if undone else "muted"
        if one.barrier:
            icon, tone = "lock", "warn"
        if one.current:
            icon, tone = "map-pin", "accent_ink"
        text = "faint" if undone else ""
        told = speech.say(one.label)
        if one.current:
            told = self.tr("{change} (now)").format(change=told)
        elif undone:
            told = self.tr("{change} (taken back)").format(change=told)
        return Line(
            (
                Cell("", tone, icon, tip=self.tr("wrote into the target") if one.barrier else ""),
                Cell(told, text, strong=one.current, tip=told),
                Cell(speech.moment(one.at), "muted"),
                Cell(speech.isolate(one.who), "muted", plain=one.who),
            ),
            one.seq,
        )

    # -- going there

    def _steps(self, seq: object) -> tuple[int, HistoryLine | None]:
        """(how many steps forward, negative back; the load that bars the way or None)."""
        lines = self._lines()
        now = next((n for n, one in enumerate(lines) if one.current), 0)
        there = next((n for n, one in enumerate(lines) if one.seq == seq), now)
        barred = next((one for one in reversed(lines[there + 1 : now + 1]) if one.barrier), None)
        return there - now, barred

    def _judge(self) -> None:
        steps, barred = self._steps(self.view.current)
        self.go.setEnabled(steps != 0 and barred is None and self._goal is None)
        if barred is not None and self._goal is None:
            words = self.tr(
                "{load} wrote into the target, so undo stops there. Take that load back first (step"
                " “Pilot” or “Migrate”)."
            )
            load = speech.isolate(speech.say(barred.label))
            self.banner.say(words.format(load=load), "info")
        elif self._goal is None:
            self.banner.hide()

    def _start(self) -> None:
        if self.go.isEnabled() and isinstance(self.view.current, int):
            self._goal = self.view.current
            self.go.setEnabled(False)
            self._step()

    def _step(self, _: object = None) -> None:
        steps, barred = self._steps(self._goal)
        if not steps or barred is not None:
            self._goal = None
            self.show_history()
            return
        job = self._session.redo() if steps > 0 else self._session.undo()
        job.then(self._step, self._stopped)

    def _stopped(self, failure: Failure) -> None:
        self._goal = None
        self.show_history()
        self.banner.fail(failure)

    def _build(self) -> None:
        told = self.tr(
            "Every change is kept. Go to any state: what is worked out follows. A new change made"
            " there forgets the ones that were taken back."
        )
        card = Card()
        card.body.setContentsMargins(8, 8, 8, 8)
        card.body.addWidget(self.view)
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = button(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        foot.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(GAP)
        box.addWidget(label(self.tr("History"), "h1"))
        box.addWidget(label(told, "muted", wrap=True))
        box.addWidget(self.banner)
        box.addWidget(card, 1)
        box.addLayout(foot)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
