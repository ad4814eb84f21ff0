"""One engine process for many tests, one after another: starting it costs more than most tests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, QTimer

from ui.jobs import Engine

REST_MS = 2_000
CLOSE_MS = 10_000


class Warm:
    """Lends an engine that holds no project and has no call open. One that died, was started again,
    was spoiled by a test or does not come to rest is replaced."""

    def __init__(self) -> None:
        self._engine: Engine | None = None
        self._lent = False
        self._spoiled = False

    def lend(self) -> Engine:
        """The engine, for one session at a time."""
        assert not self._lent, "a test may hold one lent engine; let it start others itself"
        self._lent = True
        if self._engine is None:
            with _no_keyring():
                self._engine = Engine()
        return self._engine

    def spoil(self) -> None:
        """What the test does to the process must not reach the next one."""
        self._spoiled = True

    def take_back(self) -> None:
        """Close the project; the session that had the engine was shut down before."""
        self._lent = False
        if not self._good():
            self.end()

    def _good(self) -> bool:
        engine = self._engine
        if engine is None or self._spoiled or engine.generation > 1:
            return False
        if not wait(lambda: not engine.waiting, REST_MS):
            return False
        engine.call("start.close", {})
        return wait(lambda: not engine.waiting, CLOSE_MS) and engine.generation == 1

    def end(self) -> None:
        """End the process; the next test gets another one."""
        if self._engine is not None:
            self._engine.shutdown()
            self._engine.deleteLater()
        self._engine, self._spoiled = None, False


def wait(what: Callable[[], bool], most_ms: int) -> bool:
    """Let events pass until `what` holds; False if that takes too long."""
    loop, timer = QEventLoop(), QTimer(interval=2)
    timer.timeout.connect(lambda: loop.quit() if what() else None)
    timer.start()
    QTimer.singleShot(most_ms, loop, loop.quit)
    if not what():
        loop.exec()
    timer.stop()
    return what()


@contextmanager
def _no_keyring() -> Iterator[None]:
    """The person's own keyring is none of the tests' business: the process finds none."""
    name = "PYTHON_KEYRING_BACKEND"
    before = os.environ.get(name)
    os.environ[name] = "keyring.backends.fail.Keyring"
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
