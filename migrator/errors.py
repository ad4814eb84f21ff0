"""The error tree.

Four kinds of trouble, kept apart: bad data is a value (`model.issues.Issue`), the world fails
(`MigratorError` and below), we fail (any other exception: a bug), the person stops it
(`Cancelled`, which no `except Exception` can swallow).
"""

from __future__ import annotations

from typing import Any


class MigratorError(Exception):
    """The world refused: one sentence of what happened, one of what to do.

    `message` and `hint` are shown to people; `details` keeps the facts (path, SQLSTATE, row ...)
    for the log and for tests. `transient` tells the caller that trying again later can help.
    """

    def __init__(
        self, message: str, *, hint: str = "", transient: bool = False, **details: Any
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.transient = transient
        self.details = details

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()

    def __reduce__(self) -> tuple[Any, ...]:
        # Errors cross process borders (guarded readers): keyword arguments must survive pickling.
        return _revive, (type(self), self.message, self.hint, self.transient, self.details)


def _revive(
    kind: type[MigratorError], message: str, hint: str, transient: bool, details: dict[str, Any]
) -> MigratorError:
    return kind(message, hint=hint, transient=transient, **details)


class SourceError(MigratorError):
    """A source cannot be opened or read."""


class TargetError(MigratorError):
    """The target cannot be reached, or refused something that is not a row's fault."""


class ProjectError(MigratorError):
    """The project folder cannot be opened, locked, upgraded or written."""


class PlanError(MigratorError):
    """The plan asks for something that cannot be done; `details["problems"]` lists all of it."""


class Cancelled(BaseException):
    """The person stopped the work; raised by `Progress.update`."""
