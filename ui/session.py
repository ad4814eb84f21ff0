"""Session: the window's mirror of the open project, and the way to ask the engine for things."""

from __future__ import annotations

import logging
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

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
# Work on tables that an edit makes worthless: it is stopped, and worked out anew afterwards.
DERIVED = {"stages.run", "stages.refresh"}
# Work that reads the plan while it writes into the target or compares with it: no edit meanwhile.
AT_TARGET = {
    "pilot.run",
    "pilot.look",
    "pilot.take_back",
    "migration.run",
    "migration.take_back",
    "verification.reconcile",
    "rejects.replay",
    "delta.run",
}


class Session(QObject):
    """Mirrors the Workspace that the engine process holds.

    `changed` follows every edit, undo and task, with who asked for it; `opened` and `closed` tell
    when another project, or none, is mirrored; `running` carries the task under way, or None;
    `died` carries the exit code of an engine process that was lost (it comes back by itself, with
    the project).

    An edit stops derived work that is under way, and is made as soon as that has ended; while the
    target is written or compared it is refused.
    """

    changed = Signal(object, object)  # ChangeSet, initiator
    opened = Signal()
    closed = Signal()
    running = Signal(object)  # Job or None
    died = Signal(int)

    def __init__(self, parent: QObject | None = None, *, engine: Engine | None = None) -> None:
        """With an `engine` that somebody else keeps, the session ends without ending it."""
        super().__init__(parent)
        self.state: ProjectState | None = None
        self.task: Job | None = None
        self._initiators: dict[int, Any] = {}
        self._stopping: Job | None = None  # derived work that an edit stops
        self._waiting: list[Job] = []  # calls to be sent when that has ended
        self._held: list[Job] = []  # the edits among them, until they are made
        self._lent = engine is not None
        self._over = False
        self.engine = engine or Engine(self)
        self.engine.settled.connect(self._settled)
        self.engine.restarted.connect(self._reopen)
        self.engine.died.connect(self.died)

    @property
    def plan(self) -> Plan:
        """The plan of the open project; AttributeError where none is open is a bug of the page."""
        assert self.state is not None
        return self.state.plan

    @property
    def busy(self) -> bool:
        """Whether a task is under way, or an edit that stopped one is still to be made."""
        return self.task is not None or bool(self._held)

    def query(self, name: str, /, **args: Any) -> Job:
        """Ask something; answered while a task goes on."""
        return self.engine.call(name, args)

    def edit(self, name: str, /, *, initiator: Any = None, **args: Any) -> Job:
        """Change the plan by one undoable step."""
        job = self.engine.prepare(name, args)
        self._initiators[job.call.id] = initiator
        task = self.task if self.task is not None and not self.task.done else None
        if task is not None and task.call.name in AT_TARGET:
            self.engine.refuse(job, self._not_now())
        elif self._stopping is not None or (task is not None and task.call.name in DERIVED):
            self._overtake(job)
        else:
            self.engine.begin(job)
        return job

    @property
    def overtaken(self) -> bool:
        """Whether an edit that stopped derived work is still to be made."""
        return bool(self._held)

    def _overtake(self, job: Job) -> None:
        """Sent after the work has ended: should that have to be killed, the edit outlives it."""
        self._waiting.append(job)
        self._held.append(job)
        job.finished.connect(lambda: self._made(job))
        if self._stopping is None and self.task is not None:
            self._stopping = self.task
            self.task.cancel()

    def _made(self, job: Job) -> None:
        self._held.remove(job)
        if not self._held and self.task is None:
            self.running.emit(None)

    def _not_now(self) -> Failure:
        return Failure(
            QCoreApplication.translate(
                "Session", "The plan cannot change while the target is written or compared."
            ),
            QCoreApplication.translate("Session", "Wait for the end of the run, or stop it."),
        )

    def run(self, name: str, /, *, initiator: Any = None, **args: Any) -> Job:
        """Start long work, shown with progress and cancel by the shell."""
        job = self.engine.prepare(name, args)
        self._initiators[job.call.id] = initiator
        if self._stopping is None:
            self.engine.begin(job)
        else:
            self._waiting.append(job)
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
        """End the engine process, or give back the one that was lent; the session is of no use
        afterwards. Safe to call twice."""
        if not self._lent:
            self.engine.shutdown()
        elif not self._over:
            self.engine.disconnect(self)
            self.engine.let_go()
        self._over = True

    def _ended(self, job: Job) -> None:
        was_shown = self.task is job
        if was_shown:
            self.task = None
        if self._stopping is job:
            self._stopping, waiting, self._waiting = None, self._waiting, []
            for one in waiting:
                self.engine.begin(one)
        if was_shown and not self._held:
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

    def _reopen(self) -> None:
        """The engine process is new: before anyone asks it for more, give it the project, as the
        last edit left it."""
        if self.state is not None:
            job = self.engine.call("start.reopen", {"folder": self.state.folder})
            job.failed.connect(self._lost)

    def _lost(self, failure: Failure) -> None:
        log.error("the project could not be opened again: %s", failure.message)
        self.state = None
        self.closed.emit()
