"""Reporting progress and asking "may I go on?" are one call."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Receives `done` of `total` units of the work named `label`; `total` is None if unknown.

    An implementation may raise `errors.Cancelled` from `update`: callers must leave their outputs
    as they were and let it pass.
    """

    def update(self, done: int, total: int | None, label: str) -> None: ...


class NullProgress:
    """Listens to nothing and never cancels."""

    def update(self, done: int, total: int | None, label: str) -> None:  # noqa: ARG002
        return None


NULL_PROGRESS: Progress = NullProgress()
