"""How long the window's main thread stands still while the engine works and a big table scrolls.

    python -m tests.bench.stalls [ROWS [BIG]]       (200,000 and 1,000,000 if not given)

A timer asks every 5 ms to be called; what it is late is a stall. Meanwhile the window repaints a
table ten times a second. Needs the shared folder beside the repository.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QTimer

from migrator import starting
from migrator.advice.matching import propose
from migrator.workspace import Workspace
from tests.bench.__main__ import GENERATOR
from tests.bench.job import CUSTOMER, plan
from ui.app import make_app
from ui.job import Job
from ui.session import Session
from ui.settings import Settings
from ui.widgets.data_grid import DataGrid

TICK_MS, PAINT_MS = 5, 100


class Watchdog:
    """Measures how late a timer comes."""

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._timer = QTimer(interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.late: list[float] = []

    def _tick(self) -> None:
        self.late.append(self._clock.nsecsElapsed() / 1e6 - TICK_MS)
        self._clock.restart()

    def watch(self, work: Callable[[], object]) -> dict[str, float]:
        """Do `work`, which lets events run; returns milliseconds."""
        self.late = []
        self._clock.start()
        self._timer.start()
        began = time.monotonic()
        work()
        self._timer.stop()
        late = sorted(self.late)
        return {
            "longest_ms": round(late[-1], 1),
            "p99_ms": round(late[int(len(late) * 0.99)], 1),
            "over_50": sum(ms > 50 for ms in late),
            "over_100": sum(ms > 100 for ms in late),
            "seconds": round(time.monotonic() - began, 1),
        }


def until(done: Callable[[], bool], seconds: float = 600) -> None:
    """Let events run until `done()`."""
    end = time.monotonic() + seconds
    while not done():
        QCoreApplication.processEvents()
        time.sleep(0.0005)
        if time.monotonic() > end:
            sys.exit("gave up waiting")


def finish(job: Job) -> None:
    """Let events run until the job has ended well."""
    ended: list[str] = []
    job.succeeded.connect(lambda _: ended.append("done"))
    job.failed.connect(lambda failure: ended.append(failure.message))
    until(lambda: bool(ended))
    if ended != ["done"]:
        sys.exit(f"failed: {ended}")


def prepare(folder: Path, rows: int, target: str) -> Path:
    """A project whose plan is made and whose stages have still to run."""
    subprocess.run([sys.executable, GENERATOR, str(rows), folder], check=True)
    source = str(folder / f"cust_{rows}.csv")
    with starting.begin(folder / "bench", [source], target, create="crm") as made:
        made.edit("Bench", plan)
        made.run("cleanse")
        counts = starting.field_counts(made.staging, "customer")
        settings = propose(CUSTOMER, list(counts), counts)
        made.edit("Duplicates", lambda before: replace(before, matching=(settings,)))
        project = made.project.folder
    (project / "staging.duckdb").unlink()
    return project


def big_table(project: Path, rows: int) -> None:
    """A table of `rows` rows and 12 columns beside the others."""
    with Workspace.open(project) as made:
        columns = ", ".join(f"'value ' || (i * {n + 3} % 9973) as c{n}" for n in range(12))
        made.staging.create("raw_99", f"select i + 1 as _row, {columns} from range({rows}) t(i)")


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    big = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    found: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory(prefix="kooch-stalls-") as name:
        folder = Path(name)
        project = prepare(folder, rows, f"sqlite:///{folder / 'crm.sqlite'}")
        settings = Settings(folder / "kooch.ini")
        app = make_app(settings)
        session = Session()
        finish(session.open(str(project)))
        grid = DataGrid(session)
        grid.resize(1100, 700)
        grid.show()
        paint = QTimer(interval=PAINT_MS)
        paint.timeout.connect(grid.view.viewport().update)
        paint.start()
        dog = Watchdog()
        found["extract"] = dog.watch(lambda: finish(session.run("stages.run", until="extract")))
        grid.show_table("raw_1")
        until(lambda: grid.model.rowCount() == rows)
        for stage in ("cleanse", "match", "validate"):
            work = lambda stage=stage: finish(session.run("stages.run", until=stage))  # noqa: E731
            found[stage] = dog.watch(work)
        found["load"] = dog.watch(lambda: finish(session.run("migration.run")))
        session.shutdown()
        big_table(project, big)
        session = Session()
        finish(session.open(str(project)))
        grid = DataGrid(session)
        grid.resize(1100, 700)
        grid.show()
        found["open big"] = dog.watch(
            lambda: (grid.show_table("raw_99"), until(lambda: grid.model.rowCount() == big))
        )
        found["scroll big"] = dog.watch(lambda: scroll(grid))
        session.shutdown()
        app.processEvents()
    print(json.dumps(found, indent=1))


def scroll(grid: DataGrid) -> None:
    """Wheel steps, pages and jumps over the whole table."""
    bar = grid.view.verticalScrollBar()
    for n in range(300):
        step = 3 if n % 3 == 0 else bar.pageStep() if n % 3 == 1 else bar.maximum() // 50
        bar.setValue((bar.value() + step) % bar.maximum())
        end = time.monotonic() + 0.02
        until(lambda end=end: time.monotonic() > end)


if __name__ == "__main__":
    main()
