"""The cleansing recipe of an entity: ordered steps, each saying what it reads and writes."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.mapping import OnError, Step

# What every mapped row has beside its fields: its row id and its source key. A step may read them.
ROW_COLUMNS = ("_rid", "_key")


@dataclass(frozen=True)
class RecipeStep:
    """Apply `step` to the fields `reads` and put the result into `writes`."""

    id: str
    reads: tuple[str, ...]
    writes: str
    step: Step
    enabled: bool = True
    note: str = ""

    @property
    def on_error(self) -> OnError:
        return self.step.on_error


@dataclass(frozen=True)
class Recipe:
    """All steps of one entity, in order."""

    entity: str
    steps: tuple[RecipeStep, ...] = ()
