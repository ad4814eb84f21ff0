"""The newest question counts: answers to older ones are passed over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Slot

from ui.job import Job


class Latest(QObject):
    """Asks again and again, as while somebody types, and hears only the last answer. Dies with its
    owner: an answer that comes later is nobody's."""

    def __init__(
        self,
        owner: QObject,
        answered: Callable[[Any], object],
        failed: Callable[[Any], object] | None = None,
    ) -> None:
        super().__init__(owner)
        self._answered = answered
        self._failed = failed
        self._newest = 0

    @property
    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._newest != 0

    def ask(self, job: Job) -> None:
        """Hear this job's answer, and no earlier one's."""
        self._newest = job.call.id
        job.succeeded.connect(self._take)
        job.failed.connect(self._take_failure)

    def forget(self) -> None:
        """Hear nothing of what was asked so far."""
        self._newest = 0

    @Slot(object)
    def _take(self, result: Any) -> None:
        if self._is_newest():
            self._answered(result)

    @Slot(object)
    def _take_failure(self, failure: Any) -> None:
        if self._is_newest() and self._failed is not None:
            self._failed(failure)

    def _is_newest(self) -> bool:
        job = self.sender()
        newest = isinstance(job, Job) and job.call.id == self._newest
        if newest:
            self._newest = 0
        return newest
