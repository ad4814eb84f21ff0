"""An edit while a task is under way: derived work makes room for it, a load does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.warm import Warm
from ui import translations
from ui.job import Job
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Settings

WAIT_MS = 60_000
Settle = Callable[[Job], object]


def test_an_edit_stops_derived_work_and_the_visit_starts_anew(
    unworked: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    window = MainWindow(unworked, Settings(tmp_path / "kooch.ini"))
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(unworked.running, timeout=WAIT_MS):
        window.go("cleaning")
    first, told = unworked.task, list[str]()
    assert first is not None
    first.cancelled.connect(lambda: told.append("stopped"))
    qtbot.waitUntil(lambda: unworked.task is not first or bool(window.run_bar._bar.maximum()))
    edit = unworked.edit("project.rename", name="meanwhile")
    edit.succeeded.connect(lambda _: told.append("renamed"))
    assert unworked.busy
    qtbot.waitUntil(lambda: "renamed" in told, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: unworked.task not in {None, first}, timeout=WAIT_MS)
    assert unworked.plan.name == "meanwhile"
    qtbot.waitUntil(lambda: not unworked.busy, timeout=WAIT_MS)
    assert told == ["stopped", "renamed"]
    assert unworked.state is not None
    assert unworked.state.stages["cleanse"] == "fresh"
    assert window.visits is not None
    assert window.visits.page is not None, "shown as if nothing had happened"
    assert not window.visits.page.findChild(type(window.banner)).isVisible()


def test_an_edit_outlives_the_work_that_had_to_be_killed(
    unworked: Session, warm: Warm, qtbot: QtBot, settle: Settle
) -> None:
    warm.spoil()
    unworked.run("stages.run", until="validate")
    unworked.engine.kill()  # the window has not heard of it yet
    first = unworked.edit("project.rename", name="lost")
    second = unworked.edit("project.rename", name="kept")
    after = unworked.run("stages.run", until="extract")
    made: list[str] = []
    for name, job in (("first", first), ("second", second), ("after", after)):
        job.succeeded.connect(lambda _, name=name: made.append(name))
    with qtbot.waitSignal(unworked.died, timeout=WAIT_MS):
        pass
    qtbot.waitUntil(lambda: not unworked.busy, timeout=WAIT_MS)
    assert made == ["first", "second", "after"]
    assert unworked.plan.name == "kept"
    settle(unworked.undo())
    assert unworked.plan.name == "lost"


def test_an_edit_during_a_load_is_refused_in_both_languages(
    session: Session, qapp: QApplication, qtbot: QtBot, settle: Settle
) -> None:
    run = session.run("pilot.run")
    told: list[str] = []
    for language in ("en", "fa"):
        translations.install(qapp, language)
        refused = session.edit("project.rename", name="no")
        refused.failed.connect(lambda failure: told.append(failure.message))
    qtbot.waitUntil(lambda: len(told) == 2, timeout=WAIT_MS)
    assert not run.done
    assert told == [
        "The plan cannot change while the target is written or compared.",
        "تا نوشتن در مقصد یا مقایسه با آن پایان نیابد، برنامه را نمی‌توان تغییر داد.",
    ]
    settle(run)
    assert session.plan.name == "sample"
    settle(session.edit("project.rename", name="yes"))
    assert session.plan.name == "yes"
