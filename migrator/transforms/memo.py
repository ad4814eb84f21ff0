"""What a function said about a value, remembered across batches within a bound."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from migrator.transforms.base import CannotTransform, Value


class Failure(NamedTuple):
    """A value that could not be converted: its issue code and a few words."""

    code: str
    detail: str


Outcome = Value | Failure
Given = Value | tuple[Value, ...]

LIMIT = 200_000


class Memo:
    """Outcomes by step and value. One memo may serve many chains: when `limit` outcomes are held
    it forgets all of them, so memory stays bounded whatever the columns hold."""

    def __init__(self, limit: int = LIMIT) -> None:
        self.limit = limit
        self._held = 0
        self._steps: dict[str, dict[Given, Outcome]] = {}

    def __len__(self) -> int:
        return self._held

    def outcomes(
        self, key: str, given: Iterable[Given], function: Callable[[Any], Value]
    ) -> list[Outcome]:
        """The outcome of every value, in order; `function` runs only for values not yet known."""
        known = self._steps.setdefault(key, {})
        found: list[Outcome] = []
        for value in given:
            outcome = known.get(value, _UNKNOWN)
            if outcome is _UNKNOWN:
                outcome = _attempt(function, value)
                if self._held >= self.limit:
                    self._forget()
                    known = self._steps.setdefault(key, {})
                known[value] = outcome
                self._held += 1
            found.append(outcome)
        return found

    def _forget(self) -> None:
        self._steps.clear()
        self._held = 0


_UNKNOWN = Failure("", "not known yet")


def _attempt(function: Callable[[Any], Value], value: Given) -> Outcome:
    try:
        return function(value)
    except CannotTransform as error:
        return Failure(error.code, error.detail)
