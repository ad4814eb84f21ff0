"""Staging tables: opened, ordered, and what their marks say."""

from __future__ import annotations

from migrator.model.views.tables import Ask, TableHandle
from ui.job import Job
from ui.session import Session


def open_table(*, session: Session, name: str) -> Job:
    """The current version of a staging table: TableHandle."""
    return session.query("tables.open", name=name)


def part(*, session: Session, handle: TableHandle, number: int) -> Job:
    """The path of the file with one part of the rows."""
    return session.query("tables.part", table=handle.table, version=handle.version, number=number)


def index(*, session: Session, handle: TableHandle, ask: Ask) -> Job:
    """The rows that are wanted, in order: IndexHandle."""
    return session.query("tables.index", table=handle.table, version=handle.version, ask=ask)


def marks(
    *, session: Session, handle: TableHandle, issues: tuple[str, ...], positions: tuple[int, ...]
) -> Job:
    """What issue tables say of these rows: CellMarks."""
    return session.query(
        "tables.marks",
        table=handle.table,
        version=handle.version,
        issues=issues,
        positions=positions,
    )
