"""Which value wins inside a cluster."""

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
