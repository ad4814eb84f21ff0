"""What the window's process and the engine process say to each other over their pipe."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from migrator.model.changes import ChangeSet
from migrator.model.views.state import ProjectState


@dataclass(frozen=True)
class Call:
    """Do what `name` says; answered by exactly one of Answered, Failed, Stopped with this id."""

    id: int
    name: str
    args: dict[str, Any]


@dataclass(frozen=True)
class Cancel:
    """Stop the call with this id; repeated by the window until an answer comes."""

    id: int


@dataclass(frozen=True)
class Quit:
    """Close the project and end the process."""


@dataclass(frozen=True)
class Progressed:
    """`done` of `total` (None: unknown) units of the work called `label`."""

    id: int
    done: int
    total: int | None
    label: str


@dataclass(frozen=True)
class Answered:
    """The result; `changes` and `state` when the project may have moved."""

    id: int
    result: Any
    changes: ChangeSet | None = None
    state: ProjectState | None = None


@dataclass(frozen=True)
class Failure:
    """Why a call failed: `message` and `hint` are for people, `details` folds out. `bug` means the
    fault is ours (details hold the traceback), `gone` that the engine process ended. `persian` is
    (message, hint) in Persian as the engine gave it; the window's side puts it in place."""

    message: str
    hint: str = ""
    details: str = ""
    bug: bool = False
    gone: bool = False
    persian: tuple[str, str] | None = None

    def said_in(self, language: str) -> Failure:
        """The failure in the language of the window."""
        if language != "fa" or self.persian is None:
            return self
        return replace(self, message=self.persian[0], hint=self.persian[1])

    def sentence(self) -> str:
        """What happened and what to do, in one line."""
        return f"{self.message} {self.hint}".strip()


@dataclass(frozen=True)
class Failed:
    """The call failed; a failed task may have moved the project too."""

    id: int
    failure: Failure
    state: ProjectState | None = None


@dataclass(frozen=True)
class Stopped:
    """The person stopped the call."""

    id: int
    state: ProjectState | None = None
