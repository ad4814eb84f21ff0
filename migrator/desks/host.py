"""Host: at most one open project, and the desks' methods by name. What an engine process holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from migrator.desks import start
from migrator.desks.base import Desk, Kind
from migrator.desks.desks import DESKS
from migrator.desks.error_words import in_persian
from migrator.desks.state import project_state
from migrator.errors import MigratorError, PlanError, ProjectError
from migrator.model.changes import ChangeSet
from migrator.model.text import Text
from migrator.model.views.state import ProjectState
from migrator.progress import NULL_PROGRESS, Progress
from migrator.workspace import Workspace

# What works without an open project; those that return a Workspace open it.
STARTERS: dict[str, Callable[..., Any]] = {
    "start.open": start.open_project,
    "start.reopen": start.open_project,  # after the engine process was lost
    "start.create": start.create,
    "start.sample": start.sample,
}


@dataclass(frozen=True)
class Answer:
    """The result of a call; `changes` and `state` are set when the project may have moved."""

    result: Any
    changes: ChangeSet | None = None
    state: ProjectState | None = None


class Host:
    """Calls desk methods on the open project. One thread may call edits and tasks, another one
    queries."""

    def __init__(self) -> None:
        self.workspace: Workspace | None = None

    def kind(self, name: str) -> Kind:
        """How the method called `name` wants to be called; raises PlanError if there is none."""
        if name in STARTERS or name == "start.close":
            return Kind.TASK
        if name in {"history.undo", "history.redo"}:
            return Kind.EDIT
        desk, _, method = name.partition(".")
        found = getattr(DESKS.get(desk), method, None)
        if found is None or not hasattr(found, "kind"):
            raise PlanError(
                Text(
                    f"There is no desk method called {name!r}.",
                    f"کاری به نام «{name}» شناخته نیست.",
                )
            )
        return Kind(found.kind)

    def call(self, name: str, args: dict[str, Any], progress: Progress = NULL_PROGRESS) -> Answer:
        """Do what `name` says. Raises what the method raises."""
        if name in STARTERS:
            return self._start(name, args, progress)
        if name == "start.close":
            self.close()
            return Answer(None)
        kind = self.kind(name)
        result = self._method(name)(**args, **({"progress": progress} if kind is Kind.TASK else {}))
        if kind is Kind.QUERY:
            return Answer(result)
        changes = result if isinstance(result, ChangeSet) else None
        return Answer(result, changes, project_state(self._open()))

    def _method(self, name: str) -> Callable[..., Any]:
        workspace = self._open()
        if name == "history.undo":
            return workspace.undo
        if name == "history.redo":
            return workspace.redo
        desk, _, method = name.partition(".")
        made: Desk = DESKS[desk](workspace)
        return getattr(made, method)  # type: ignore[no-any-return]

    def _start(self, name: str, args: dict[str, Any], progress: Progress) -> Answer:
        self.close()
        if name == "start.sample":
            args = {**args, "progress": progress}
        self.workspace = STARTERS[name](**args)
        return Answer(str(self.workspace.project.folder), None, project_state(self.workspace))

    def _open(self) -> Workspace:
        if self.workspace is None:
            raise ProjectError(
                Text("No project is open.", "هیچ پروژه‌ای باز نیست."),
                hint=Text(
                    "Open a project or make a new one.", "پروژه‌ای باز کنید یا پروژه‌ی تازه‌ای بسازید."
                ),
            )
        return self.workspace

    def state(self) -> ProjectState | None:
        """How the open project stands; None when there is none."""
        return project_state(self.workspace) if self.workspace else None

    @staticmethod
    def in_persian(error: MigratorError) -> tuple[str, str]:
        """(what happened, what to do) in Persian; English words that no one knows stay."""
        return in_persian(error)

    def tidy(self, go_on: Callable[[], bool]) -> bool:
        """Remove what only far states of the plan need; False if `go_on` stopped it before the
        end. Called by the thread that calls edits and tasks, while it has nothing to do."""
        return self.workspace is None or self.workspace.tidy(go_on)

    def interrupt(self) -> None:
        """Stop the statement that a task waits for; called from another thread."""
        if self.workspace is not None:
            self.workspace.staging.interrupt()

    def close(self) -> None:
        """Close the project; safe to call twice."""
        if self.workspace is not None:
            self.workspace.close()
            self.workspace = None
