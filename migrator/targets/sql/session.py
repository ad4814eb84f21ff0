"""One connection to a target while it is written: statements, transactions, bulk rows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, ClassVar

import pyarrow as pa

from migrator.databases.engine import Dialect, quote_name
from migrator.databases.trouble import DRIVER_ERRORS, classify, words
from migrator.model.schema import Entity, Field

Refusal = tuple[int, str, str]  # row number, code, reason
_SAVEPOINT = "kooch_part"


class Session(ABC):
    """What the load protocol needs of a database, in its dialect.

    `execute` takes `?` for parameters; statements that name tables or fields of people take none,
    so that no letter of a name is ever special. Errors are the driver's.
    """

    dialect: ClassVar[Dialect]
    begin_sql: ClassVar[str] = "begin"
    share_lock: ClassVar[str] = ""
    update_lock: ClassVar[str] = ""
    temporary: ClassVar[str] = "create temporary table {name} as {select}"
    drop_temporary: ClassVar[str] = "drop table {exists} temp.{name}"
    committing = False
    while_busy: Callable[[], None] | None = None  # our work for the time that the server takes

    @abstractmethod
    def execute(self, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run a statement; its rows, if it has any."""

    @abstractmethod
    def insert(self, table: str, fields: Sequence[Field], rows: pa.Table) -> None:
        """Insert all rows at once or raise; a column per field, in order; text is canonical text.
        `table` is quoted."""

    @abstractmethod
    def select(self, sql: str, fields: Sequence[Field]) -> pa.Table:
        """A result of moderate size as canonical text, a column per field."""

    @abstractmethod
    def next_ids(self, entity: Entity, count: int) -> list[int]:
        """`count` values of the counted primary key that nobody else will get."""

    def advance_counter(self, entity: Entity) -> None:  # noqa: B027
        """Let the counter of the primary key go on behind keys that were sent: most databases do it
        by themselves."""

    @abstractmethod
    def close(self) -> None:
        """Drop the connection, whatever state it is in."""

    def use_the_wait(self) -> None:
        """Called by `insert` when all rows are sent and only the answer is missing: do, once, what
        was left in `while_busy`. Two processes then work at a time, without a thread."""
        work, self.while_busy = self.while_busy, None
        if work is not None:
            work()

    def words(self, error: BaseException) -> tuple[str, str]:
        """The database's own code and words for a refused row, without personal values."""
        return words(error)

    def prepare_ledger(self, statements: Sequence[str]) -> None:
        """Create the ledger; one program at a time."""
        with self.transaction():
            for statement in statements:
                self.execute(statement)

    def quote(self, name: str) -> str:
        """A name as it stands in SQL."""
        return quote_name(self.dialect, name)

    def join_update(self, table: str, other: str, on: str, sets: Sequence[tuple[str, str]]) -> str:
        """UPDATE `table` t from `other` n; `sets` are (column, expression), quoted."""
        assigned = ", ".join(f"{column} = {value}" for column, value in sets)
        return f"update {table} as t set {assigned} from {other} n where {on}"

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. While COMMIT is under way `committing` is true: an error then leaves the
        outcome unknown."""
        self.committing = False
        self.execute(self.begin_sql)
        try:
            yield
        except BaseException:
            with suppress(*DRIVER_ERRORS):
                self.execute("rollback")
            raise
        self.committing = True
        self.execute("commit")
        self.committing = False

    @contextmanager
    def temporary_table(self, name: str, select: str) -> Iterator[None]:
        """A table of this connection with the columns of `select`, without rows."""
        self.execute(self.drop_temporary.format(name=name, exists="if exists"))
        self.execute(self.temporary.format(name=name, select=select))
        yield
        # Not in a finally: after an error the transaction may take no more statements, and the
        # rollback to the savepoint before takes the table away.
        self.execute(self.drop_temporary.format(name=name, exists=""))

    def piecewise(
        self, rows: pa.Table, put: Callable[[pa.Table], None], near: str = ""
    ) -> list[Refusal]:
        """`put` all rows, inside the open transaction; what is refused is split until the bad rows
        stand alone. Returns those; all others are in. Infrastructure errors pass through.

        `near` names a column: rows that are put all at once go in its order, because neighbours in
        an index are cheaper one after the other (random UUIDs above all)."""
        refused: list[Refusal] = []
        todo = [(0, rows.num_rows)] if rows.num_rows else []
        while todo:
            start, count = todo.pop()
            self.execute(f"savepoint {_SAVEPOINT}")
            try:
                whole = near and count == rows.num_rows
                put(rows.sort_by(near) if whole else rows.slice(start, count))
            except DRIVER_ERRORS as error:
                if classify(error) == "infrastructure":
                    raise
                self.execute(f"rollback to savepoint {_SAVEPOINT}")
                if count == 1:
                    refused.append((start, *self.words(error)))
                else:
                    half = count // 2
                    # The first half is taken first: of two rows with one key the first one wins.
                    todo += [(start + half, count - half), (start, half)]
            self.execute(f"release savepoint {_SAVEPOINT}")
        return refused
