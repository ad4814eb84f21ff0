"""The tour: every step looked at in each language, theme and size, a picture of each, then the end.

It makes the pictures of the documents and is the smoke test of a frozen program.
"""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from migrator.model.views.state import STEPS
from ui.main_window import MainWindow

SETTLED_SECONDS = 0.8  # nothing ran for so long: what was asked for is shown
GIVE_UP_SECONDS = 120.0
LOOK_MS = 100


@dataclass(frozen=True)
class Stop:
    """One picture: a step in a language, a theme and a size."""

    step: str
    language: str
    scheme: str
    size: tuple[int, int]

    @property
    def name(self) -> str:
        """The picture's file name."""
        return f"{self.step}_{self.language}_{self.scheme}_{self.size[0]}.png"


def stops(languages: list[str], schemes: list[str], sizes: list[str]) -> Iterator[Stop]:
    """Every picture of a tour; a size is written 1280x720."""
    for language, scheme, size in itertools.product(languages, schemes, sizes):
        width, _, height = size.partition("x")
        for step in STEPS:
            yield Stop(step, language, scheme, (int(width), int(height)))


class Tour(QObject):
    """Walks a window through `plan`, saves pictures into `folder` and a list of them as tour.json,
    and ends the program: 0 if every page was there, 1 if one was not."""

    def __init__(self, window: MainWindow, folder: Path, plan: list[Stop]) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._plan = iter(plan)
        self._stop: Stop | None = None
        self._seen: list[dict[str, object]] = []
        self._quiet_since = self._began = time.monotonic()
        folder.mkdir(parents=True, exist_ok=True)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        now = time.monotonic()
        session = self._window.session
        if session.busy or session.engine.waiting or session.state is None:
            self._quiet_since = now
            if now - self._began > GIVE_UP_SECONDS:
                self._end(1)
            return
        if now - self._quiet_since < SETTLED_SECONDS:
            return
        if self._stop is not None:
            self._take(self._stop)
        self._next()

    def _next(self) -> None:
        stop = next(self._plan, None)
        if stop is None:
            self._end(0 if all(one["shown"] for one in self._seen) else 1)
            return
        before, self._stop = self._stop, stop
        window = self._window
        window.resize(*stop.size)
        if before is None or before.scheme != stop.scheme:
            window.paint_in(stop.scheme)
        if before is None or before.language != stop.language:
            window.speak(stop.language)
        window.go(stop.step)
        self._quiet_since = self._began = time.monotonic()

    def _take(self, stop: Stop) -> None:
        window = self._window
        window.grab().save(str(self._folder / stop.name))
        page = window.visits.page if window.visits is not None else None
        banner = page.banner_text if page is not None else ""
        self._seen.append({"picture": stop.name, "shown": page is not None, "banner": banner})

    def _end(self, code: int) -> None:
        self._timer.stop()
        told = json.dumps(self._seen, ensure_ascii=False, indent=1)
        (self._folder / "tour.json").write_text(told, "utf-8")
        self._window.close()
        QApplication.exit(code)
