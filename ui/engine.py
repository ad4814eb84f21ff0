"""The engine process, from its own side: it holds the project and does what the window asks.

Imported by that process alone: the window starts without loading the engine.
"""

from __future__ import annotations

import contextlib
import faulthandler
import importlib
import logging
import queue
import threading
import time
import traceback
from multiprocessing.connection import Connection
from typing import Any

from migrator.desks.base import Kind
from migrator.desks.host import Answer, Host
from migrator.errors import Cancelled, MigratorError
from ui.messages import Answered, Call, Cancel, Failed, Failure, Progressed, Quit, Stopped

REPORTS_A_SECOND = 10
PAPER = "paper.write"
IDLE_SECONDS = 3.0
MAKES_TABLES = {"start.open", "stages.run", "stages.refresh", "pilot.run", "migration.run",
               "rejects.replay", "delta.run", "delta.ahead"}  # fmt: skip

log = logging.getLogger(__name__)


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
        self._untidy = False
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
        while (call := self._next()) is not None:
            self._current = call.id
            self._do(call)
            self._current = None
            self._untidy = self._untidy or call.name in MAKES_TABLES
        answering.join(timeout=2)
        self._host.close()

    def _next(self) -> Call | None:
        """The next edit or task. While none comes, the room of old results is given back; a call
        that arrives meanwhile waits for one small step of that at most."""
        while self._untidy:
            try:
                return self._work.get(timeout=IDLE_SECONDS)
            except queue.Empty:
                self._untidy = not self._tidied()
        return self._work.get()

    def _tidied(self) -> bool:
        try:
            return self._host.tidy(self._work.empty)
        except Exception:
            log.exception("old results could not be removed")  # they take room and harm nothing
            return True

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
        if call.name == PAPER:
            self._work.put(call)
            return
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
            answer = self._call(call)
        except Cancelled:
            self.send(Stopped(call.id, self._state()))
        except Exception as error:  # noqa: BLE001 - whatever it is, the window must hear of it
            if call.id in self.stopped:
                self.send(Stopped(call.id, self._state()))
            else:
                self.send(Failed(call.id, _failure(error), self._state()))
        else:
            self._reply(call, answer)

    def _call(self, call: Call) -> Answer:
        if call.name == PAPER:  # Qt's own work, of seconds: it would hold the window up
            return Answer(importlib.import_module("ui.paper").print_report(**call.args))
        return self._host.call(call.name, call.args, _PipeProgress(self, call.id))

    def _reply(self, call: Call, answer: Answer) -> None:
        """Send the answer; one that cannot cross the border is a bug that the window must hear
        of, not a silence."""
        try:
            self.send(Answered(call.id, answer.result, answer.changes, answer.state))
        except Exception as error:  # noqa: BLE001 - see above
            self.send(Failed(call.id, _failure(error), answer.state))

    def _state(self) -> Any:
        with contextlib.suppress(Exception):
            return self._host.state()
        return None


def _failure(error: BaseException) -> Failure:
    if isinstance(error, MigratorError):
        facts = "\n".join(f"{name}: {value}" for name, value in error.details.items())
        return Failure(error.message, error.hint, facts, persian=Host.in_persian(error))
    told = "".join(traceback.format_exception(error))
    return Failure(f"{type(error).__name__}: {error}", details=told, bug=True)


def run(connection: Connection) -> None:
    """The engine process, from start to end."""
    faulthandler.enable()
    _Server(connection).serve()
