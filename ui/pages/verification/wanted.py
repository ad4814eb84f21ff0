"""Which differences somebody wants to look at."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.segments import Part


@dataclass(frozen=True)
class Wanted:
    """Of an entity and a kind; with `field` those of that field and of whole records, with `part`
    those of a segment. `told` says field and part in words, as they are chosen elsewhere."""

    entity: str = ""
    kind: str = ""
    field: str = ""
    part: Part | None = None
    told: str = ""
