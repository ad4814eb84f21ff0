"""Session: the window's mirror of the open project, and the way to ask the engine for things."""

from __future__ import annotations

import logging
from typing import Any

from PySide6.QtCore import QObject, Signal

from migrator.model.changes import ChangeSet
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.model.views.state import ProjectState
from ui.job import Job
from ui.jobs import Engine
from ui.messages import Answered, Failed, Failure, Stopped

log = logging.getLogger(__name__)

# After a reopening nobody knows what moved: every view reads anew.
EVERYTHING = ChangeSet(Text("", ""), frozenset({"everything"}))


OPENING = {"start.open", "start.create", "start.sample"}


class Session(QObject):
    """Mirrors the Workspace that the engine process holds.

    `changed` follows every edit, undo and task, with who asked for it; `opened` and `closed` tell
    when another project, or none, is mirrored; `running` carries the task under way, or None;
    `died` says in one sentence that the engine process was lost (it comes back by itself, with the
    project).
    """

    changed = Signal(object, object)  # ChangeSet, initiator
    opened = Signal()
    closed = Signal()
    running = Signal(object)  # Job or None
    died = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: ProjectState | None = None
        self.task: Job | None = None
        self._initiators: dict[int, Any] = {}
        self.engine = Engine(self)
        self.engine.settled.connect(self._settled)
        self.engine.died.connect(self._reopen)

    @property
    def plan(self) -> Plan:
        """The plan of the open project; AttributeError where none is open is a bug of the page."""
        assert self.state is not None
        return self.state.plan

    @property
    def busy(self) -> bool:
        """Whether a task is under way: edits wait for its end."""
        return self.task is not None

    def query(self, name: str, /, **args: Any) -> Job:
        """Ask something; answered while a task goes on."""
        return self.engine.call(name, args)

    def edit(self, name: str, /, *, initiator: Any = None, **args: Any) -> Job:
        """Change the plan by one undoable step."""
        job = self.engine.call(name, args)
        self._initiators[job.call.id] = initiator
        return job

    def run(self, name: str, /, *, initiator: Any = None, **args: Any) -> Job:
        """Start long work, shown with progress and cancel by the shell."""
        job = self.engine.call(name, args)
        self._initiators[job.call.id] = initiator
        self.task = job
        job.finished.connect(lambda: self._ended(job))
        self.running.emit(job)
        return job

    def undo(self) -> Job:
        """Take the last change back."""
        return self.edit("history.undo")

    def redo(self) -> Job:
        """Make the change again that was taken back."""
        return self.edit("history.redo")

    def open(self, folder: str) -> Job:
        """Open a project; `opened` follows."""
        return self.run("start.open", folder=folder)

    def create(self, folder: str, name: str, language: str) -> Job:
        """Make an empty project; `opened` follows."""
        return self.run("start.create", folder=folder, name=name, language=language)

    def sample(self, folder: str, language: str) -> Job:
        """Make the bundled sample project; `opened` follows."""
        return self.run("start.sample", folder=folder, language=language)

    def close_project(self) -> Job:
        """Close the project; `closed` follows."""
        return self.run("start.close")

    def shutdown(self) -> None:
        """End the engine process; the session is of no use afterwards."""
        self.engine.shutdown()

    def _ended(self, job: Job) -> None:
        if self.task is job:
            self.task = None
            self.running.emit(None)

    def _settled(self, job: Job, message: Any) -> None:
        initiator = self._initiators.pop(job.call.id, None)
        if job.call.name == "start.close" and isinstance(message, Answered):
            self.state = None
            self.closed.emit()
            return
        if isinstance(message, Answered | Failed | Stopped) and message.state is not None:
            self._mirror(message.state, getattr(message, "changes", None), initiator, job)

    def _mirror(
        self, state: ProjectState, changes: ChangeSet | None, initiator: Any, job: Job
    ) -> None:
        before, self.state = self.state, state
        if before is None or job.call.name in OPENING:
            self.opened.emit()
        else:
            self.changed.emit(changes or EVERYTHING, initiator)

    def _reopen(self, code: int) -> None:
        """The engine process is new: give it the project, as the last edit left it."""
        self.task = None
        self.running.emit(None)
        self.died.emit(code)
        if self.state is not None:
            job = self.engine.call("start.reopen", {"folder": self.state.folder})
            job.failed.connect(self._lost)

    def _lost(self, failure: Failure) -> None:
        log.error("the project could not be opened again: %s", failure.message)
        self.state = None
        self.closed.emit()
