"""Queue lines and groups written by hand, for models that show them."""

from __future__ import annotations

from collections.abc import Sequence

from migrator.model.text import Text
from migrator.model.views.duplicates import (
    Counts,
    FieldLine,
    QueueLine,
    QueuePage,
    Record,
    SideBySide,
    Stand,
)

OPEN, RULE, DECIDED = Stand.TO_DECIDE, Stand.BY_RULE, Stand.DECIDED


def line(first: int, stand: Stand = OPEN, score: float | None = 0.9) -> QueueLine:
    return QueueLine((first, first + 1), f"group {first}", score, stand)


def page(lines: Sequence[QueueLine], total: int = 0, as_of: int = 7) -> QueuePage:
    return QueuePage(total or len(lines), as_of, tuple(lines), Counts())


def field(name: str, values: Sequence[str], winner: int | None, *, kept: bool = False) -> FieldLine:
    result = "" if winner is None else values[winner]
    return FieldLine(
        name, Text.of(name), Text("", ""), True, tuple(values), winner, result,
        Text("First row", "نخستین سطر"), kept,
    )  # fmt: skip


def group(*fields: FieldLine, records: int = 3) -> SideBySide:
    found = tuple(Record(10 + n, f"name {n}", "crm", "people", 100 + n, n) for n in range(records))
    return SideBySide("contact", found, fields, (), OPEN)
