"""Which checks run on which field."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from migrator.model.issues import Severity


@dataclass(frozen=True)
class CheckRule:
    """`check` is the id of a check; `fields` what it looks at (none: the whole entity)."""

    check: str
    fields: tuple[str, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    enabled: bool = True


@dataclass(frozen=True)
class Checking:
    """The checks a person added for one entity. Those that follow from the target's schema
    (required, length, type, picklist, unique, parents) always run and are not listed here."""

    entity: str
    rules: tuple[CheckRule, ...] = ()


@dataclass(frozen=True)
class Waiver:
    """A person accepts an issue: ERROR becomes WARNING for this row (None: for all rows)."""

    entity: str
    field: str
    code: str
    reason: str
    row: int | None = None
    by: str = ""
