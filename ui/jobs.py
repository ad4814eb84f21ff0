"""Jobs and the engine process: the only file of the window with processes or threads.

The window's process runs Qt and nothing else; an engine process (`spawn`) holds the project. A
native crash or a stuck job ends that process, never the window. Both ends of the pipe live here:
`serve` runs in the engine process, `Engine` in the window.
"""

from __future__ import annotations

import contextlib
import faulthandler
import itertools
import logging
import multiprocessing
import queue
import threading
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from migrator.desks.base import Kind
from migrator.desks.host import Answer, Host
from migrator.errors import Cancelled, MigratorError
from ui import speech
from ui.messages import Answered, Call, Cancel, Failed, Failure, Progressed, Quit, Stopped

REPORTS_A_SECOND = 10
ASK_AGAIN_MS = 250
GRACE_SECONDS = 2.0
# A batch on its way to a target is worth waiting for: a kill loses nothing, but costs a reopening.
LOAD_GRACE_SECONDS = 10.0

log = logging.getLogger(__name__)


# -- the engine process


class _PipeProgress:
    """Sends progress about ten times a second, and raises Cancelled when the person said stop."""

    def __init__(self, server: _Server, call: int) -> None:
        self._server = server
        self._call = call
        self._next = 0.0
        self._label = ""

    def update(self, done: int, total: int | None, label: str) -> None:
        if self._call in self._server.stopped:
            raise Cancelled
        now = time.monotonic()
        if now >= self._next or label != self._label:
            self._next, self._label = now + 1 / REPORTS_A_SECOND, label
            self._server.send(Progressed(self._call, done, total, label))


class _Server:
    """Three threads: one listens, one answers queries, the main one edits and runs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sending = threading.Lock()
        self._host = Host()
        self._work: queue.SimpleQueue[Call | None] = queue.SimpleQueue()
        self._questions: queue.SimpleQueue[Call | None] = queue.SimpleQueue()
        self._current: int | None = None
        self.stopped: set[int] = set()

    def send(self, message: object) -> None:
        """Hand a message to the window; a window that is gone needs none."""
        with self._sending, contextlib.suppress(OSError):
            self._connection.send(message)

    def serve(self) -> None:
        """Work until the window says quit or is gone."""
        threading.Thread(target=self._listen, name="listen", daemon=True).start()
        answering = threading.Thread(target=self._answer, name="answer", daemon=True)
        answering.start()
        while (call := self._work.get()) is not None:
            self._current = call.id
            self._do(call)
            self._current = None
        answering.join(timeout=2)
        self._host.close()

    def _listen(self) -> None:
        while True:
            try:
                message = self._connection.recv()
            except (EOFError, OSError):
                message = Quit()
            if isinstance(message, Quit):
                self._stop(self._current)
                self._work.put(None)
                self._questions.put(None)
                return
            if isinstance(message, Cancel):
                self._stop(message.id)
            elif isinstance(message, Call):
                self._sort(message)

    def _stop(self, call: int | None) -> None:
        if call is not None:
            self.stopped.add(call)
            if call == self._current:
                self._host.interrupt()

    def _sort(self, call: Call) -> None:
        try:
            kind = self._host.kind(call.name)
        except MigratorError as error:
            self.send(Failed(call.id, _failure(error)))
            return
        (self._questions if kind is Kind.QUERY else self._work).put(call)

    def _answer(self) -> None:
        while (call := self._questions.get()) is not None:
            self._do(call)

    def _do(self, call: Call) -> None:
        if call.id in self.stopped:
            self.send(Stopped(call.id))
            return
        try:
            answer: Answer = self._host.call(call.name, call.args, _PipeProgress(self, call.id))
        except Cancelled:
            self.send(Stopped(call.id, self._state()))
        except Exception as error:  # noqa: BLE001 - whatever it is, the window must hear of it
            if call.id in self.stopped:
                self.send(Stopped(call.id, self._state()))
            else:
                self.send(Failed(call.id, _failure(error), self._state()))
        else:
            self.send(Answered(call.id, answer.result, answer.changes, answer.state))

    def _state(self) -> Any:
        with contextlib.suppress(Exception):
            return self._host.state()
        return None


def _failure(error: BaseException) -> Failure:
    if isinstance(error, MigratorError):
        facts = "\n".join(f"{name}: {value}" for name, value in error.details.items())
        return Failure(error.message, error.hint, facts, persian=error.words("fa"))
    told = "".join(traceback.format_exception(error))
    return Failure(f"{type(error).__name__}: {error}", details=told, bug=True)


def serve(connection: Connection) -> None:
    """The engine process, from start to end."""
    faulthandler.enable()
    _Server(connection).serve()


# -- the window's process


class Job(QObject):
    """One call under way. Exactly one of `succeeded`, `failed`, `cancelled` comes, then
    `finished`; all on the main thread."""

    progressed = Signal(int, object, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, engine: Engine, call: Call) -> None:
        super().__init__(engine)
        self.call = call
        self.done = False
        self.stopping = False
        self._engine = engine
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
        loading = self.call.name.partition(".")[0] in {"pilot", "migration"}
        grace = LOAD_GRACE_SECONDS if loading else GRACE_SECONDS
        if time.monotonic() - self._asked_at > grace:
            self._again.stop()
            self._engine.kill()
        else:
            self._engine.send(Cancel(self.call.id))

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


class Engine(QObject):
    """The engine process seen from the window: started, called, ended, and started again when it
    dies. `settled` carries every answer before its job hears of it; `died` says what happened, as
    an exit code (negative: a signal), after all open jobs have failed."""

    settled = Signal(object, object)  # job, message
    died = Signal(int)
    _arrived = Signal(int, object)  # generation, message (None: the pipe is closed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._generation = 0
        self._jobs: dict[int, Job] = {}
        self._arrived.connect(self._take)
        self._closing = False
        self._start()

    @property
    def pid(self) -> int | None:
        """The process id of the engine."""
        return self._process.pid

    @property
    def waiting(self) -> int:
        """How many calls have no answer yet."""
        return len(self._jobs)

    def call(self, name: str, args: dict[str, Any]) -> Job:
        """Ask the engine to do what `name` says."""
        job = Job(self, Call(next(self._numbers), name, args))
        self._jobs[job.call.id] = job
        self.send(job.call)
        return job

    def send(self, message: object) -> None:
        """Hand a message to the engine; one that is gone is noticed by the reader."""
        with contextlib.suppress(OSError):
            self._connection.send(message)

    def kill(self) -> None:
        """End the process at once; it is started again."""
        log.warning("the engine process is ended by force")
        self._process.kill()

    def shutdown(self, seconds: float = 5.0) -> None:
        """Close the project and end the process; safe to call twice."""
        if self._closing:
            return
        self._closing = True
        self.send(Quit())
        self._process.join(seconds)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._reader.join(seconds)
        self._connection.close()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), name="kooch-engine")
        self._process.start()
        theirs.close()
        self._connection = ours
        self._generation += 1
        self._reader = threading.Thread(
            target=self._read, args=(ours, self._generation), name="engine-reader", daemon=True
        )
        self._reader.start()

    def _read(self, connection: Connection, generation: int) -> None:
        """Turn messages into queued signals; runs in the reader thread."""
        while True:
            try:
                message = connection.recv()
            except (EOFError, OSError):
                message = None
            with contextlib.suppress(RuntimeError):  # the window is being taken down
                self._arrived.emit(generation, message)
            if message is None:
                return

    def _take(self, generation: int, message: Any) -> None:
        if generation != self._generation or self._closing:
            return
        if message is None:
            self._mourn()
        elif isinstance(message, Progressed):
            if job := self._jobs.get(message.id):
                job.progressed.emit(message.done, message.total, message.label)
        else:
            self._settle(message)

    def _settle(self, message: Any) -> None:
        job = self._jobs.pop(message.id, None)
        if job is not None:
            self.settled.emit(job, message)
            job.settle(message)

    def _mourn(self) -> None:
        """The process is gone: its jobs fail, a new one starts."""
        self._process.join()
        code = self._process.exitcode or 0
        self._connection.close()
        lost = Failure(
            QCoreApplication.translate("Engine", "The engine stopped unexpectedly."),
            QCoreApplication.translate("Engine", "It was started again; nothing was lost."),
            f"exit code {code}",
            gone=True,
        )
        jobs, self._jobs = list(self._jobs.values()), {}
        self._start()
        for job in jobs:
            self.settled.emit(job, Failed(job.call.id, lost))
            job.settle(Failed(job.call.id, lost))
        self.died.emit(code)
