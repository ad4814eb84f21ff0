"""Which value wins inside a cluster: by rule, or because a person says so."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class SurvivorRule:
    """`rule` is the id of a survivorship rule; `field` "" makes it the entity's default."""

    field: str
    rule: str
    options: dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Survivorship:
    """All rules of one entity; fields without one follow the default, else `first`."""

    entity: str
    rules: tuple[SurvivorRule, ...] = ()


@dataclass(frozen=True)
class Override:
    """A person keeps the value that row `row` has in `field`, in whichever golden record the row
    ends; where several rows of one record are kept, the latest (`seq`) counts, and an empty value
    never does. `act` numbers what was decided in one go (0: this row alone)."""

    entity: str
    field: str
    row: int
    seq: int = 0
    by: str = ""
    note: str = ""
    act: int = 0
