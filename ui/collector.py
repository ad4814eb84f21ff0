"""Python's cyclic garbage, collected on the main thread only.

Python collects in whatever thread happens to allocate. Were that the thread that reads from the
engine, Qt objects of the main thread would be destroyed there, and Qt's and Shiboken's tables with
them: a model then answers for another one, or the window dies.
"""

from __future__ import annotations

import atexit
import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 500
_collectors: list[Collector] = []


class Collector(QObject):
    """Switches the automatic collection off and does it from a timer instead."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        gc.collect()
        gc.freeze()  # what the imports made stays: later collections need not look at it
        atexit.register(_as_before)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    @staticmethod
    def _collect() -> None:
        """Collect the generations that Python itself would."""
        for generation, (count, limit) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        ):
            if count <= limit:
                break
            gc.collect(generation)


def _as_before() -> None:
    """At the end everything may go, in whatever order Python likes."""
    gc.unfreeze()
    gc.enable()


def install() -> None:
    """Collect on this thread from now on; it must run Qt's event loop. Safe to call twice."""
    if not _collectors:
        _collectors.append(Collector())
