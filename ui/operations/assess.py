"""What the sources hold, how good it is, and what of it is left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ui.job import Job
from ui.session import Session


def overview(*, session: Session) -> Job:
    """Everything at a glance: Assessment."""
    return session.query("assess.overview")


def columns(*, session: Session, no: int) -> Job:
    """The columns of the table numbered `no`: tuple of ColumnLine."""
    return session.query("assess.columns", no=no)


def column(session: Session, *, table: str, column: str) -> Job:
    """One column in full: ColumnDetail. `table` is `<source>/<table>` or a staging table."""
    return session.query("assess.column", table=table, column=column)


def rows(*, session: Session, table: str, column: str, what: str, value: str = "") -> Job:
    """The rows behind a figure of a column: FoundRows. `what` is empty, misfit, value, or a code
    of ODDITIES."""
    return session.query("assess.rows", table=table, column=column, what=what, value=value)


def leave_tables(
    *, session: Session, numbers: Sequence[int], reason: str, initiator: Any = None
) -> Job:
    """Leave tables out, with a reason."""
    return session.edit(
        "assess.leave_tables", initiator=initiator, numbers=tuple(numbers), reason=reason
    )


def keep_tables(*, session: Session, numbers: Sequence[int], initiator: Any = None) -> Job:
    """Take tables back."""
    return session.edit("assess.keep_tables", initiator=initiator, numbers=tuple(numbers))


def leave_columns(
    *, session: Session, no: int, columns: Sequence[str], reason: str, initiator: Any = None
) -> Job:
    """Leave columns of a table out, with a reason."""
    return session.edit(
        "assess.leave_columns", initiator=initiator, no=no, columns=tuple(columns), reason=reason
    )


def keep_columns(
    *, session: Session, no: int, columns: Sequence[str], initiator: Any = None
) -> Job:
    """Take columns of a table back."""
    return session.edit("assess.keep_columns", initiator=initiator, no=no, columns=tuple(columns))


def export(*, session: Session, path: str, language: str) -> Job:
    """Write the assessment for a client to read; answers the file's path."""
    return session.run("assess.export", path=path, language=language)
