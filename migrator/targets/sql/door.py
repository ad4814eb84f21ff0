"""The way into a SQL database during a run: sessions, retries, and what the ledger tells."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TypeVar

import pyarrow as pa
from sqlalchemy import Engine
from sqlalchemy.engine import URL

from migrator.databases.engine import dialect_of
from migrator.databases.stream import stream
from migrator.databases.trouble import DRIVER_ERRORS, explain, explained
from migrator.errors import TargetError
from migrator.model.loading import BatchState, IdStrategy, RunKind
from migrator.model.schema import Field, FieldType
from migrator.model.text import Text
from migrator.targets.base import BatchOutcome, LoadBatch
from migrator.targets.doors import LOADED, REFUSED, Counters, Order
from migrator.targets.sql import ledger
from migrator.targets.sql.batch import write_batch
from migrator.targets.sql.ledger import Ticket, scope_of
from migrator.targets.sql.mysql import MysqlSession
from migrator.targets.sql.postgres import PostgresSession
from migrator.targets.sql.session import Session
from migrator.targets.sql.sqlite import SqliteSession

T = TypeVar("T")

# Seconds to wait before each next attempt, at most (full jitter).
WAITS = (0.2, 0.5, 1.0, 2.0, 4.0, 8.0)
_SESSIONS: dict[str, Callable[[Engine], Session]] = {
    "postgresql": PostgresSession,
    "sqlite": SqliteSession,
    "mysql": MysqlSession,
}


class SqlDoor:
    """See `targets.doors.Door`."""

    links = True

    def __init__(self, engine: Engine, url: URL) -> None:
        self.counters = Counters()
        self.project = ""
        self.run = 0
        self.fence = 0
        self._engine = engine
        self._url = url
        self._session: Session | None = None
        self._prepared = False
        self._looks: dict[int, bool] = {}

    # -- sessions

    def attempt(
        self, work: Callable[[Session], T], unknown: Callable[[], None] = lambda: None
    ) -> T:
        """Do `work` with a session; after trouble that may pass, again with a new one. `work` must
        be harmless to repeat. `unknown` is told when COMMIT was under way."""
        for wait in (*WAITS, None):
            try:
                return work(self._open())
            except DRIVER_ERRORS as error:
                undecided = self._session is not None and self._session.committing
                self.release()
                told = explain(error, self._url, TargetError)
                if undecided:
                    self.counters.unknown += 1
                    unknown()
                lost = type(getattr(error, "orig", error)).__name__ == "InterfaceError"
                if wait is None or not (told.transient or undecided or lost):
                    raise told from error
                self.counters.retries += 1
                time.sleep(random.uniform(0, wait))
        raise AssertionError("unreachable")

    def _open(self) -> Session:
        if self._session is None:
            dialect = dialect_of(self._engine)
            if dialect not in _SESSIONS:
                raise TargetError(
                    Text(
                        f"{dialect} can be read, but not loaded yet.",
                        f"از {dialect} می‌شود خواند، ولی هنوز نمی‌شود در آن بارگذاری کرد.",
                    ),
                    hint=Text(
                        "Choose PostgreSQL, MariaDB, MySQL or SQLite.",
                        "PostgreSQL، MariaDB، MySQL یا SQLite را برگزینید.",
                    ),
                )
            self._session = _SESSIONS[dialect](self._engine)
        return self._session

    def release(self) -> None:
        """Drop the session: others may open the file now."""
        session, self._session = self._session, None
        if session is not None:
            with suppress(*DRIVER_ERRORS):
                session.close()

    # -- the door

    def begin_run(self, project: str, run: int, kind: RunKind) -> int:  # noqa: ARG002
        """See Door. Creates the ledger if it is missing."""

        def work(session: Session) -> int:
            if not self._prepared:
                session.prepare_ledger(ledger.statements(session.dialect))
                self._prepared = True
            return ledger.take_lease(session, project)

        self.project, self.run = project, run
        self._looks.clear()
        self.counters = Counters()
        self.fence = self.attempt(work)
        return self.fence

    def ticket(self, entity: str, kind: str) -> Ticket:
        """This run's right to one scope."""
        return Ticket(self.project, self.run, self.fence, scope_of(self.project, entity, kind))

    def done(self, order: Order) -> dict[int, str]:
        """See Door."""
        ticket = self.ticket(order.entity.name, order.kind)
        return self.attempt(lambda session: ledger.digests(session, ticket.scope, ticket.run))

    def write(
        self,
        batch: LoadBatch,
        order: Order,
        trace: Callable[[BatchState], None],
        meanwhile: Callable[[], None],
    ) -> BatchOutcome:
        """See Door."""
        ticket = self.ticket(order.entity.name, order.kind)

        def work(session: Session) -> tuple[BatchOutcome, Counters]:
            if ticket.scope not in self._looks:
                self._looks[ticket.scope] = ledger.has_others(session, ticket.scope, ticket.run)
            return write_batch(session, ticket, order, batch, self._looks[ticket.scope], meanwhile)

        outcome, counted = self.attempt(work, lambda: trace(BatchState.UNKNOWN))
        self.counters.skipped += counted.skipped
        self.counters.rewritten += counted.rewritten
        return outcome

    def finish(self, order: Order) -> None:
        """See Door."""
        key = order.entity.field(order.entity.primary_key[0])
        if order.ids is IdStrategy.MAPPED and key.type is FieldType.INTEGER:
            self.attempt(lambda session: session.advance_counter(order.entity))

    def loaded(self, order: Order) -> Iterator[pa.RecordBatch]:
        """See Door."""
        scope = self.ticket(order.entity.name, order.kind).scope
        yield from self._told(
            "select source_key, target_id, action, batch_no, run, before_image from kooch_crosswalk"
            f" where scope = {scope}",
            LOADED,
        )

    def refused(self, order: Order) -> Iterator[pa.RecordBatch]:
        """See Door."""
        ticket = self.ticket(order.entity.name, order.kind)
        yield from self._told(
            "select source_key, code, reason, batch_no from kooch_reject"
            f" where scope = {ticket.scope} and run = {ticket.run}",
            REFUSED,
        )

    def _told(self, sql: str, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
        if dialect_of(self._engine) == "sqlite":
            self.release()
        with explained(self._url, TargetError):
            for batch in stream(self._engine, sql, [Field(name) for name in schema.names]):
                yield pa.RecordBatch.from_arrays(batch.columns, schema=schema)
