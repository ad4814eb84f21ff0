"""The engine process dies in every way it can; the window and the plan live."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.warm import Warm
from ui.job import Job
from ui.messages import Failure
from ui.session import Session

WAIT_MS = 60_000
Settle = Callable[[Job], object]


def rename(session: Session, name: str) -> Job:
    return session.edit("project.rename", name=name)


def test_an_edit_comes_back_with_the_state(session: Session, qtbot: QtBot, settle: Settle) -> None:
    with qtbot.waitSignal(session.changed, timeout=WAIT_MS) as caught:
        settle(rename(session, "Nowruz"))
    assert caught.args is not None
    assert caught.args[0].sections == {"name"}
    assert session.plan.name == "Nowruz"
    settle(session.undo())
    assert session.plan.name == "sample"


def at_work(task: Job, qtbot: QtBot, word: str) -> None:
    """Wait until the task says that it works on something with `word` in its label."""
    heard: list[str] = []
    task.progressed.connect(lambda done, total, label: heard.append(label))
    qtbot.waitUntil(lambda: any(word in label for label in heard), timeout=WAIT_MS)


def test_a_question_is_answered_while_a_task_runs(unworked: Session, qtbot: QtBot) -> None:
    task = unworked.run("stages.run", until="validate")
    at_work(task, qtbot, "map")
    answered: list[dict[str, list[object]]] = []
    unworked.query("stages.page", table="raw_8", limit=3).then(answered.append)
    qtbot.waitUntil(lambda: bool(answered), timeout=WAIT_MS)
    assert not task.done
    assert len(answered[0]["rows"]) == 3
    with qtbot.waitSignal(task.finished, timeout=WAIT_MS):
        pass


def test_cancel_stops_soon_and_the_engine_lives(unworked: Session, qtbot: QtBot) -> None:
    pid = unworked.engine.pid
    task = unworked.run("stages.run", until="validate")
    at_work(task, qtbot, "extract")
    with qtbot.waitSignal(task.cancelled, timeout=5000):
        task.cancel()
    assert unworked.engine.pid == pid, "it stopped by itself"
    qtbot.waitUntil(lambda: not unworked.busy)


@pytest.mark.parametrize(
    ("how", "word"),
    [
        pytest.param(signal.SIGKILL, "extract", id="killed while reading"),
        pytest.param(signal.SIGSEGV, "learning", id="segfault while matching"),
        pytest.param(signal.SIGABRT, "validate", id="abort while validating"),
    ],
)
def test_killed_at_work_the_project_comes_back(
    unworked: Session, qtbot: QtBot, settle: Settle, how: signal.Signals, word: str
) -> None:
    settle(rename(unworked, "kept"))
    task = unworked.run("stages.run", until="validate")
    failures: list[Failure] = []
    task.failed.connect(failures.append)
    at_work(task, qtbot, word)
    old = unworked.engine.pid
    assert old is not None
    with qtbot.waitSignal(unworked.died, timeout=WAIT_MS) as died:
        os.kill(old, how)
    assert died.args == [-how]
    assert failures[0].gone
    assert unworked.engine.pid != old
    settle(unworked.run("stages.run", until="validate"))
    assert unworked.plan.name == "kept"
    assert unworked.state is not None
    assert unworked.state.stages["validate"] == "fresh"


@pytest.mark.skipif(sys.platform != "linux", reason="limits another process's memory")
def test_out_of_memory_the_project_comes_back(
    unworked: Session, warm: Warm, qtbot: QtBot, settle: Settle
) -> None:
    warm.spoil()
    resource = pytest.importorskip("resource")
    settle(rename(unworked, "kept"))
    task = unworked.run("stages.run", until="validate")
    at_work(task, qtbot, "extract")
    pid = unworked.engine.pid
    assert pid is not None
    pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[0])
    now = pages * resource.getpagesize()
    with qtbot.waitSignal(task.failed, timeout=WAIT_MS):
        resource.prlimit(pid, resource.RLIMIT_AS, (now, resource.RLIM_INFINITY))
    if unworked.engine.pid == pid:  # it was refused memory and said so; give it back
        resource.prlimit(pid, resource.RLIMIT_AS, (resource.RLIM_INFINITY,) * 2)
    settle(unworked.run("stages.run", until="validate"))
    assert unworked.plan.name == "kept"


def test_a_bug_is_told_as_one(session: Session, qtbot: QtBot) -> None:
    failures: list[Failure] = []
    session.query("stages.page", table="raw_8", limit="x").then(print, failures.append)
    qtbot.waitUntil(lambda: bool(failures), timeout=WAIT_MS)
    assert failures[0].details


def test_an_unknown_question_is_refused(session: Session, qtbot: QtBot) -> None:
    failures: list[Failure] = []
    session.query("nobody.knows").then(print, failures.append)
    qtbot.waitUntil(lambda: bool(failures), timeout=WAIT_MS)
    assert "nobody.knows" in failures[0].message


def test_a_project_in_use_says_who_has_it(
    session: Session, sample_folder: object, qtbot: QtBot
) -> None:
    second = Session()
    try:
        failures: list[Failure] = []
        second.open(str(sample_folder)).then(print, failures.append)
        qtbot.waitUntil(lambda: bool(failures), timeout=WAIT_MS)
        assert "open in another Kooch" in failures[0].message
        told = failures[0].said_in("fa")
        assert "در کوچ دیگری باز است" in told.message
        assert told.hint == "نخست آن‌جا ببندیدش."
    finally:
        second.shutdown()


def test_no_thread_and_no_process_is_left_behind(qtbot: QtBot) -> None:
    before = {thread.ident for thread in threading.enumerate()}
    made = Session()
    pid = made.engine.pid
    assert pid is not None
    made.shutdown()
    left = [t.name for t in threading.enumerate() if t.ident not in before]
    assert left == []
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
