"""The Qt that is installed does not lose references, and the one that does is refused."""

from __future__ import annotations

import subprocess
import sys

import pytest

from migrator.errors import MigratorError
from ui import app

CALLS = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication, QLabel
made = QApplication([])
label = QLabel()
before = sys.getrefcount(None)
for _ in range(20_000):
    label.setText("x")
lost = before - sys.getrefcount(None)
assert abs(lost) < 1000, lost
"""


def test_twenty_thousand_calls_keep_their_references() -> None:
    done = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr[-500:]


START = """
import sys
import ui.app, ui.shell.pages
heavy = {"pyarrow", "duckdb", "migrator.workspace"} & set(sys.modules)
assert not heavy, heavy
pages = [name for name in sys.modules if name.startswith("ui.pages.") and name.endswith(".page")]
assert pages == ["ui.pages.page"], pages  # what every page is, and none of them
for step in ui.shell.pages.PAGES:
    assert ui.shell.pages.page_class(step).__module__ == f"ui.pages.{step}.page"
"""


def test_the_window_starts_without_the_pages_and_every_page_is_found() -> None:
    done = subprocess.run([sys.executable, "-c", START], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr[-500:]


@pytest.mark.parametrize(
    ("qt", "python", "refused"),
    [
        ("6.11.3", (3, 11), False),
        ("6.12.0", (3, 11), True),
        ("6.12.0", (3, 12), False),
        ("6.9.1", (3, 11), False),
    ],
)
def test_the_qt_that_loses_references_is_refused(
    monkeypatch: pytest.MonkeyPatch, qt: str, python: tuple[int, int], refused: bool
) -> None:
    monkeypatch.setattr(app, "qt_version", qt)
    monkeypatch.setattr(app.sys, "version_info", type("V", (tuple,), {
        "major": property(lambda v: v[0]), "minor": property(lambda v: v[1])})(python))  # fmt: skip
    if refused:
        with pytest.raises(MigratorError, match=r"6\.12\.0 does not work"):
            app.check_qt()
    else:
        app.check_qt()
