"""The error tree.

Four kinds of trouble, kept apart: bad data is a value (`model.issues.Issue`), the world fails
(`MigratorError` and below), we fail (any other exception: a bug), the person stops it
(`Cancelled`, which no `except Exception` can swallow).
"""

from __future__ import annotations

from typing import Any, Protocol


class Words(Protocol):
    """A sentence in English and Persian: `model.text.Text`, which lies above this file."""

    @property
    def en(self) -> str: ...

    @property
    def fa(self) -> str: ...


class MigratorError(Exception):
    """The world refused: one sentence of what happened, one of what to do.

    `message` and `hint` are shown to people, in English; `words("fa")` gives both in Persian where
    they were given in both languages. `details` keeps the facts (path, SQLSTATE, row ...) for the
    log and for tests. `transient` tells the caller that trying again later can help.
    """

    def __init__(
        self,
        message: str | Words,
        *,
        hint: str | Words = "",
        transient: bool = False,
        **details: Any,
    ) -> None:
        self._given = (message, hint)
        self.message, self.hint = self.words("en")
        super().__init__(self.message)
        self.transient = transient
        self.details = details

    def words(self, language: str) -> tuple[str, str]:
        """(what happened, what to do) in "fa" or English."""
        message, hint = self._given
        return _in(message, language), _in(hint, language)

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()

    def __reduce__(self) -> tuple[Any, ...]:
        # Errors cross process borders (guarded readers): keyword arguments must survive pickling.
        return _revive, (type(self), self._given, self.transient, self.details)


def _revive(
    kind: type[MigratorError],
    given: tuple[str | Words, str | Words],
    transient: bool,
    details: dict[str, Any],
) -> MigratorError:
    return kind(given[0], hint=given[1], transient=transient, **details)


def _in(given: str | Words, language: str) -> str:
    if isinstance(given, str):
        return given
    return given.fa if language == "fa" else given.en


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
