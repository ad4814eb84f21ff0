"""What an edit touched: views refresh from this, never from each other."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.text import Text


@dataclass(frozen=True)
class ChangeSet:
    """`sections` are names of `Plan` fields that differ; `stages` became stale."""

    label: Text
    sections: frozenset[str] = frozenset()
    stages: tuple[str, ...] = ()
