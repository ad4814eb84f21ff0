"""What a desk is, and the three marks of its methods."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from migrator.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])


class Kind(StrEnum):
    """How a method may be called."""

    QUERY = "query"
    EDIT = "edit"
    TASK = "task"


def _marked(kind: Kind) -> Callable[[F], F]:
    def mark(method: F) -> F:
        method.kind = kind  # type: ignore[attr-defined]
        return method

    return mark


query = _marked(Kind.QUERY)  # reads; answered while a run goes on, from another thread
edit = _marked(Kind.EDIT)  # changes the plan or a decision; returns a ChangeSet
task = _marked(Kind.TASK)  # long; takes `progress`, raises Cancelled through it


class Desk:
    """What a client asks and does at one step. Cheap to make: it holds nothing but the
    workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
