"""Job: one call of the engine that is under way."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ui import speech
from ui.messages import Answered, Call, Cancel, Failed

ASK_AGAIN_MS = 250
GRACE_SECONDS = 2.0
# A batch on its way to a target is worth waiting for: a kill loses nothing, but costs a reopening.
LOAD_GRACE_SECONDS = 10.0


class Line(Protocol):
    """The way to the engine process."""

    def send(self, message: object) -> None:
        """Hand a message over."""

    def kill(self) -> None:
        """End the process by force."""


class Job(QObject):
    """One call under way. Exactly one of `succeeded`, `failed`, `cancelled` comes, then
    `finished`; all on the main thread."""

    progressed = Signal(int, object, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, line: Line, call: Call, parent: QObject) -> None:
        super().__init__(parent)
        self.call = call
        self.done = False
        self.stopping = False
        self._line = line
        self._asked_at = 0.0
        self._again = QTimer(self, interval=ASK_AGAIN_MS)
        self._again.timeout.connect(self._ask)

    def then(
        self, callback: Callable[[Any], object], failed: Callable[[Any], object] | None = None
    ) -> Job:
        """Call `callback(result)` when it succeeds, `failed(failure)` when not."""
        self.succeeded.connect(callback)
        if failed is not None:
            self.failed.connect(failed)
        return self

    def cancel(self) -> None:
        """Stop it. What does not stop by itself within the grace time is ended with its process,
        which is then started again with the project as it stood."""
        if not self.done and not self.stopping:
            self.stopping = True
            self._asked_at = time.monotonic()
            self._again.start()
            self._ask()

    def _ask(self) -> None:
        loading = self.call.name.partition(".")[0] in {"pilot", "migration", "rejects", "delta"}
        grace = LOAD_GRACE_SECONDS if loading else GRACE_SECONDS
        if time.monotonic() - self._asked_at > grace:
            self._again.stop()
            self._line.kill()
        else:
            self._line.send(Cancel(self.call.id))

    def settle(self, message: object) -> None:
        """End with the message that answered it."""
        self.done = True
        self._again.stop()
        if isinstance(message, Answered):
            self.succeeded.emit(message.result)
        elif isinstance(message, Failed) and not self.stopping:
            self.failed.emit(message.failure.said_in(speech.language()))
        else:
            self.cancelled.emit()
        self.finished.emit()
        self.deleteLater()
