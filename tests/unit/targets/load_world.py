"""A small CRM, rows for it, and ways to look into the target: for the tests of loading."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pyarrow as pa
from sqlalchemy import text

from migrator.model.loading import LoadSettings, RunKind
from migrator.model.mapping import Collision
from migrator.model.reports import StageReport
from migrator.model.schema import Entity, Field, FieldType, Relationship, Schema
from migrator.progress import NULL_PROGRESS, Progress
from migrator.project.journal import Journal
from migrator.stages import predict
from migrator.stages.load import LoadSection, entity_load, run
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging
from migrator.targets.sql.target import SqlTarget

T = FieldType
ID = Field("id", T.UUID, required=True)

ACCOUNT = Entity(
    "account",
    (
        ID,
        Field("name", T.TEXT, length=60, required=True),
        Field("revenue", T.DECIMAL, precision=12, scale=2),
        Field("active", T.BOOLEAN),
        Field("parent_id", T.UUID),
        Field("code", T.TEXT, length=40),
        Field("remark", T.TEXT, length=200),
    ),
    ("id",),
    unique_keys=(("code",),),
    relationships=(Relationship("parent_id", "account"),),
)
CONTACT = Entity(
    "contact",
    (
        ID,
        Field("name", T.TEXT, length=60, required=True),
        Field("born", T.DATE),
        Field("account_id", T.UUID),
    ),
    ("id",),
    relationships=(Relationship("account_id", "account"),),
)

Row = Mapping[str, Any]


def counted(entity: Entity) -> Entity:
    """The same entity with a key and lookups that the target counts."""
    lookups = {r.field for r in entity.relationships}
    fields = tuple(
        replace(f, type=T.INTEGER, generated=f.name == "id", required=f.name == "id")
        if f.name in {"id", *lookups}
        else f
        for f in entity.fields
    )
    return replace(entity, fields=fields)


def put_ready(staging: Staging, entity: Entity, fields: Sequence[str], rows: Sequence[Row]) -> None:
    """Write ready_<entity>; rows have `_gid`, fields, and lookups as golden ids."""
    lookups = [r.field for r in entity.relationships if r.field in fields]
    columns: dict[str, pa.Array] = {
        "_gid": pa.array([row["_gid"] for row in rows], pa.int64()),
        "_key": pa.array([row.get("_key", f"feed|{row['_gid']}") for row in rows], pa.string()),
        "_size": pa.array([1] * len(rows), pa.int32()),
    }
    for name in fields:
        values = [row.get(name) for row in rows]
        columns[name] = pa.array([None if v is None else str(v) for v in values], pa.string())
    for name in lookups:
        columns[f"_raw_{name}"] = columns[name]
    batch = pa.record_batch(columns)
    staging.write(names.ready(entity.name), batch.schema, [batch])


def new_journal() -> Journal:
    """A journal of its own."""
    journal = Journal(sqlite3.connect(":memory:", isolation_level=None))
    journal.create_tables()
    return journal


@dataclass
class World:
    """A target, staging and a journal. `load` is one life of the program."""

    url: str
    staging: Staging
    entities: dict[str, Entity] = field(default_factory=dict)
    fields: dict[str, tuple[str, ...]] = field(default_factory=dict)
    collisions: dict[str, Mapping[str, Collision]] = field(default_factory=dict)
    journal: Journal = field(default_factory=new_journal)

    def create(self, *entities: Entity) -> None:
        """Make the tables; from then on entities are as the target describes them."""
        with self.target() as target:
            target.create(Schema(entities))
            schema = target.schema()
        for entity in entities:
            self.entities[entity.name] = schema.entity(entity.name)

    def ready(self, name: str, fields: Sequence[str], rows: Sequence[Row]) -> None:
        """Rows to load."""
        self.fields[name] = tuple(fields)
        put_ready(self.staging, self.entities[name], fields, rows)

    @contextmanager
    def target(self) -> Iterator[SqlTarget]:
        """The target, opened and closed."""
        target = SqlTarget(self.url)
        try:
            yield target
        finally:
            target.close()

    def load(
        self,
        run_no: int = 1,
        *,
        settings: LoadSettings | None = None,
        only: Mapping[str, str] | None = None,
        progress: Progress = NULL_PROGRESS,
    ) -> StageReport:
        """Load all entities that have rows."""
        with self.target() as target:
            return run(
                self.staging, self.section(target, run_no, settings=settings, only=only), progress
            )

    def section(
        self,
        target: SqlTarget,
        run_no: int = 1,
        *,
        settings: LoadSettings | None = None,
        only: Mapping[str, str] | None = None,
    ) -> LoadSection:
        """What `load` runs."""
        return LoadSection(
            project="p1",
            system="legacy",
            run=run_no,
            kind=RunKind.PILOT if only else RunKind.FULL,
            entities=tuple(
                entity_load(self.entities[name], fields, None, self.collisions.get(name))
                for name, fields in self.fields.items()
            ),
            settings=settings or LoadSettings(batch_rows=50),
            target=target,
            journal=self.journal,
            only=only or {},
        )

    def predict(self, *, settings: LoadSettings | None = None) -> dict[str, Any]:
        """What a load would do, by entity."""
        with self.target() as target:
            section = self.section(target, 0, settings=settings)
            return dict(predict.run(self.staging, section, NULL_PROGRESS).facts["entities"])

    # -- looking

    def sql(self, statement: str) -> list[tuple[Any, ...]]:
        """Rows of a query in the target, or the effect of a statement."""
        with self.target() as target, target.engine.begin() as connection:
            result = connection.execute(text(statement))
            return [tuple(row) for row in result] if result.returns_rows else []

    def one(self, statement: str) -> Any:
        """The first value."""
        return self.sql(statement)[0][0]

    def outcome(self, name: str) -> dict[int, str]:
        """State by golden id."""
        return dict(
            self.staging.rows(f"select _gid, state from {quote(names.outcome(name))} order by _gid")
        )

    def issues(self, name: str) -> list[tuple[Any, ...]]:
        """(row, field, code, severity) in order."""
        return self.staging.rows(
            f"select row, field, code, severity from {quote(names.issues('load', name))} order by 1"
        )

    def contents(self, name: str) -> list[tuple[Any, ...]]:
        """All records, in order of key."""
        return self.sql(f"select * from {name} order by id")

    def account(self) -> None:
        """Assert that crosswalk and rows are one to one, and that every ready row has one state."""
        for name in self.fields:
            ready = self.staging.count(names.ready(name))
            assert self.staging.count(names.outcome(name)) == ready
            assert len(self.outcome(name)) == ready
