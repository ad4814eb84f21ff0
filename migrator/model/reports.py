"""What stages report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class TableAccount:
    """Where the records of one source table went: `read = used + excluded + unreadable`.

    `used` counts records that feed at least one entity."""

    source: str
    table: str
    read: int
    used: int
    excluded: int
    unreadable: int

    @property
    def balanced(self) -> bool:
        return self.read == self.used + self.excluded + self.unreadable


@dataclass(frozen=True)
class EntityAccount:
    """Where the rows of one entity went: `mapped = golden + absorbed`,
    `golden = ready + quarantined`, `ready = loaded + rejected + pending`."""

    entity: str
    mapped: int
    absorbed: int = 0
    golden: int = 0
    quarantined: int = 0
    ready: int = 0
    loaded: int = 0
    rejected: int = 0
    pending: int = 0

    @property
    def balanced(self) -> bool:
        return (
            self.mapped == self.golden + self.absorbed
            and self.golden == self.ready + self.quarantined
            and self.ready == self.loaded + self.rejected + self.pending
        )


@dataclass(frozen=True)
class RowAccount:
    """The whole account. A run that does not balance cannot be called complete."""

    tables: tuple[TableAccount, ...] = ()
    entities: tuple[EntityAccount, ...] = ()

    @property
    def balanced(self) -> bool:
        return all(t.balanced for t in self.tables) and all(e.balanced for e in self.entities)


@dataclass(frozen=True)
class StageReport:
    """What one stage did. `rows` counts its output rows per written table; `facts` are numbers and
    short texts that fit this stage, JSON-able; `attention` counts what people should look at;
    `seconds` is wall time."""

    stage: str
    rows: dict[str, int] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    attention: int = 0
    seconds: float = 0.0
