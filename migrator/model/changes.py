"""What an edit touched: views refresh from this, never from each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ChangeSet:
    """`sections` are names of `Plan` fields that differ; `stages` became stale."""

    label: str
    sections: frozenset[str] = frozenset()
    stages: tuple[str, ...] = ()
