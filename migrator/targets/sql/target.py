"""A SQL database as a target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
from sqlalchemy import inspect

from migrator.databases.engine import close_engine, dialect_of, driver_sql, open_engine, quote
from migrator.databases.stream import stream
from migrator.databases.trouble import DRIVER_ERRORS, explained, fail
from migrator.databases.url import parse
from migrator.errors import TargetError
from migrator.model.loading import IdStrategy
from migrator.model.schema import Entity, Field, Schema
from migrator.targets.base import LEDGER, Capabilities
from migrator.targets.doors import BatchKind
from migrator.targets.sql import ddl, drift, readback, reflect
from migrator.targets.sql.collation import equal_keys
from migrator.targets.sql.door import SqlDoor
from migrator.targets.sql.ledger import scope_of


class SqlTarget:
    """PostgreSQL, MariaDB, MySQL or SQLite; `door` is the way in for the stage `load`."""

    capabilities = Capabilities(
        exactly_once=True,
        can_create=True,
        can_roll_back=True,
        ids=(IdStrategy.UUID, IdStrategy.IDENTITY, IdStrategy.MAPPED),
        enforces_types=True,
    )

    def __init__(self, uri: str, secret: str = "") -> None:
        self.url = parse(uri, secret, TargetError)
        self.engine = open_engine(self.url)
        self.door = SqlDoor(self.engine, self.url)
        if dialect_of(self.engine) == "sqlite":
            self.capabilities = Capabilities(True, True, True, self.capabilities.ids, False)

    def schema(self) -> Schema:
        """See Target."""
        self._aside()
        if self._absent():
            return Schema()
        with explained(self.url, TargetError), self.engine.connect() as connection:
            return reflect.reflect(connection, dialect_of(connection))

    def create(self, schema: Schema) -> None:
        """See Target."""
        self._aside()
        with explained(self.url, TargetError), self.engine.begin() as connection:
            ddl.create(connection, schema)

    def problems(self, entities: Sequence[Entity]) -> tuple[str, ...]:
        """See Target: drift against the given (the plan's) entities, rights, engine, strict
        mode."""
        now = self.schema()
        told = [sentence for entity in entities for sentence in drift.differences(entity, now)]
        there = [e for e in entities if now.has(e.name) and len(e.primary_key) == 1]
        told += [
            f"{entity.name} has no primary key of one field."
            for entity in entities
            if len(entity.primary_key) != 1
        ]
        if self._absent():
            return tuple(told)
        try:
            with self.engine.connect() as connection, connection.begin() as transaction:
                told += drift.engine_troubles(connection, there)
                if not told:
                    told += drift.rights(connection, there)
                transaction.rollback()
        except DRIVER_ERRORS as error:
            fail(error, self.url, TargetError)
        return tuple(told)

    def read_back(
        self, entity: Entity, fields: Sequence[str], only_ours: bool = True
    ) -> Iterator[pa.RecordBatch]:
        """See Target. Ours is what the ledger holds of the project of the last run; before any run,
        of all projects."""
        self._aside()
        ids = None
        if only_ours:
            name = entity.name.replace("'", "''")
            scopes = (
                str(scope_of(self.door.project, entity.name, BatchKind.LOAD))
                if self.door.project
                else f"select scope from kooch_batch where entity = '{name}' and kind = 'load'"
            )
            ids = f"select target_id from kooch_crosswalk where scope in ({scopes})"
        yield from readback.read_back(self.engine, entity, fields, ids)

    def count(self, entity: Entity) -> int:
        """See Target."""
        self._aside()
        with explained(self.url, TargetError), self.engine.connect() as connection:
            sql = f"select count(*) from {quote(connection, entity.name)}"
            return int(driver_sql(connection, sql).scalar_one())

    def ledger(self, project: str, entity: Entity) -> Iterator[pa.RecordBatch]:
        """See Target."""
        self._aside()
        if self._absent():
            return
        scope = scope_of(project, entity.name, BatchKind.LOAD)
        with explained(self.url, TargetError):
            with self.engine.connect() as connection:
                if not inspect(connection).has_table("kooch_crosswalk"):
                    return
            sql = (
                "select source_key, target_id, action, row_sha, before_image from kooch_crosswalk"
                f" where scope = {scope}"
            )
            yield from stream(self.engine, sql, [Field(name) for name in LEDGER.names])

    def equal_keys(self, entity: Entity, field: str, values: pa.Array) -> pa.Array:
        """See Target."""
        self._aside()
        with explained(self.url, TargetError), self.engine.connect() as connection:
            return equal_keys(connection, entity, entity.field(field), values)

    def _absent(self) -> bool:
        """Whether this is a SQLite file that is yet to be made: looking would make an empty one."""
        name = self.url.database or ""
        is_file = dialect_of(self.engine) == "sqlite" and name not in ("", ":memory:")
        return is_file and not Path(name).exists() and Path(name).absolute().parent.is_dir()

    def close(self) -> None:
        """See Target."""
        self.door.release()
        close_engine(self.engine)

    def _aside(self) -> None:
        """A SQLite file is opened by one library at a time (see sql.sqlite)."""
        if dialect_of(self.engine) == "sqlite":
            self.door.release()
