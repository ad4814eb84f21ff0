"""Jobs and the engine process: the only file of the window with a process or a thread.

The window's process runs Qt and nothing else; an engine process (`spawn`) holds the project. A
native crash or a stuck job ends that process, never the window. `Engine` is the window's end of
the pipe, `ui.engine` the other one.
"""

from __future__ import annotations

import contextlib
import importlib
import itertools
import logging
import multiprocessing
import threading
from multiprocessing.connection import Connection
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from ui import collector
from ui.job import Job
from ui.messages import Call, Failed, Failure, Progressed, Quit

# So many engines may end without a word before no further one is started.
MOST_SILENT = 3

log = logging.getLogger(__name__)


def serve(connection: Connection) -> None:
    """The engine process, from start to end. Its side is loaded there, not here: the window would
    carry the whole engine."""
    importlib.import_module("ui.engine").run(connection)


class Engine(QObject):
    """The engine process seen from the window: started, called, ended, and started again when it
    dies. `settled` carries every answer before its job hears of it; `restarted` says that another
    process was started for one that died; `died` what happened, as an exit code (negative: a
    signal), after all open jobs have failed."""

    settled = Signal(object, object)  # job, message
    restarted = Signal()
    died = Signal(int)
    _arrived = Signal(int, object)  # generation, message (None: the pipe is closed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        collector.install()  # the reader thread must never collect what is Qt's
        self._numbers = itertools.count(1)
        self._generation = 0
        self._jobs: dict[int, Job] = {}
        self._unheard: set[int] = set()  # calls whose caller is gone
        self._arrived.connect(self._take)
        self._closing = False
        self._silent = 0  # engines in a row that ended before they said anything
        self._start()

    @property
    def pid(self) -> int | None:
        """The process id of the engine."""
        return self._process.pid

    @property
    def generation(self) -> int:
        """1 for the first process; each one that is started after a death counts one more."""
        return self._generation

    @property
    def waiting(self) -> int:
        """How many calls have no answer yet."""
        return len(self._jobs)

    @property
    def open_calls(self) -> list[str]:
        """The names of calls that have no answer yet."""
        return [job.call.name for job in self._jobs.values()]

    def call(self, name: str, args: dict[str, Any]) -> Job:
        """Ask the engine to do what `name` says."""
        job = self.prepare(name, args)
        self.begin(job)
        return job

    def prepare(self, name: str, args: dict[str, Any]) -> Job:
        """A call that waits until it is begun or refused."""
        return Job(self, Call(next(self._numbers), name, args), self)

    def begin(self, job: Job) -> None:
        """Send a prepared call."""
        if self._silent > MOST_SILENT:
            self.refuse(job, self._never_started())
            return
        self._jobs[job.call.id] = job
        self.send(job.call)

    def refuse(self, job: Job, why: Failure) -> None:
        """Let a prepared call fail without asking the engine, once its caller listens."""
        self._jobs[job.call.id] = job
        QTimer.singleShot(0, self, lambda: self._settle(Failed(job.call.id, why)))

    def let_go(self) -> None:
        """Who asked so far is gone: the answers of all open calls are taken and told to nobody."""
        self._unheard |= set(self._jobs)

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
            return
        self._silent = 0
        if isinstance(message, Progressed):
            job = self._jobs.get(message.id)
            if job is not None and message.id not in self._unheard:
                job.progressed.emit(message.done, message.total, message.label)
        else:
            self._settle(message)

    def _settle(self, message: Any) -> None:
        self._tell(self._jobs.pop(message.id, None), message)

    def _tell(self, job: Job | None, message: Any) -> None:
        if job is None:
            return
        if job.call.id in self._unheard:
            self._unheard.discard(job.call.id)
            job.deleteLater()
            return
        self.settled.emit(job, message)
        job.settle(message)

    def _never_started(self) -> Failure:
        return Failure(
            QCoreApplication.translate("Engine", "The engine cannot be started."),
            QCoreApplication.translate("Engine", "Close Kooch and start it again."),
            gone=True,
        )

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
        self._silent += 1
        if self._silent <= MOST_SILENT:
            self._start()
            self.restarted.emit()
        for job in jobs:
            self._tell(job, Failed(job.call.id, lost))
        self.died.emit(code)
