"""The rejects workbench in a dialog, for other steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.job import Job
from ui.operations import rejects as operations
from ui.pages.verification.rejects_part import RejectsPart
from ui.session import Session
from ui.widgets.banner import Banner
from ui.widgets.basic import button


class RejectsDialog(QDialog):
    """Emits `replaying(job)` when they are sent again, and closes."""

    replaying = Signal(object)

    def __init__(
        self, session: Session, parent: QWidget, replaying: Callable[[Job], object]
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("What was left behind"))
        self.resize(980, 560)
        self.banner = Banner()
        self.part = RejectsPart(session)
        close = button(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setSpacing(10)
        box.addWidget(self.banner)
        box.addWidget(self.part, 1)
        box.addLayout(foot)
        self.part.said.connect(self.banner.say)
        self.part.failed.connect(self.banner.fail)
        self.part.replay_wanted.connect(self._replay)
        self.replaying.connect(replaying)
        session.running.connect(self._running)
        self.part.set_busy(session.busy)
        self.part.ask()

    def _running(self, job: Job | None) -> None:
        self.part.set_busy(job is not None)

    def _replay(self) -> None:
        if not self._session.busy:
            self.accept()
            self.replaying.emit(operations.replay(session=self._session))
