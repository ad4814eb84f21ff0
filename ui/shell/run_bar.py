"""The bar that shows long work: what, how far, how long still, and the way to stop it."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from migrator.model.views.state import ProjectState
from ui import speech
from ui.job import Job
from ui.shell.work import call_told, entity_names, work_told
from ui.widgets.basic import button, label, set_kind

SHOW_AFTER_MS = 250  # work that is done at once would only flicker


class RunBar(QFrame):
    """Hidden while nothing runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "bottombar")
        self._job: Job | None = None
        self._names: dict[str, str] = {}
        self._began = 0.0
        self._phase = ("", 0.0, 0)  # label, when it began, how far it was then
        self._words = label()
        self._left = label("", "muted")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._stop = button(self.tr("Stop"), "square")
        self._stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(16)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self._left)
        row.addWidget(self._stop)
        self._delay = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._delay.timeout.connect(self.show)
        self.hide()

    def follow(self, job: Job | None, state: ProjectState | None = None) -> None:
        """Show this job until it ends; None hides the bar. `state` knows what entities are
        called."""
        self._job = job
        self._names = entity_names(state)
        self._delay.stop()
        if job is None:
            self.hide()
            return
        self._began = time.monotonic()
        self._phase = ("", self._began, 0)
        self._words.setText(call_told(job.call.name))
        self._left.setText("")
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        job.progressed.connect(self._progressed)
        self._delay.start()

    def _progressed(self, done: int, total: int | None, told: str) -> None:
        now = time.monotonic()
        if told != self._phase[0]:
            self._phase = (told, now, done)
        self._words.setText(work_told(told, self._names))
        if not total:
            self._bar.setRange(0, 0)
            self._left.setText(speech.number(done) if done else "")
            return
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total))
        self._left.setText(self._remaining(now, done, total))

    def _remaining(self, now: float, done: int, total: int) -> str:
        spent, gained = now - self._phase[1], done - self._phase[2]
        share = speech.percent(min(1.0, done / total))
        if spent < 1 or gained <= 0:
            return share
        left = speech.duration(spent * (total - done) / gained)
        return self.tr("{share}, {time} left").format(share=share, time=left)

    def _cancel(self) -> None:
        if self._job is not None and not self._job.done:
            self._stop.setEnabled(False)
            self._words.setText(self.tr("Stopping"))
            self._job.cancel()
