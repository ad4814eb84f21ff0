"""Trouble on the way: it never loses, doubles or rejects a row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pymysql
import pytest

from migrator.errors import TargetError
from migrator.model.loading import LoadSettings
from migrator.model.schema import Entity, Field, FieldType, Relationship
from migrator.progress import NULL_PROGRESS
from migrator.store.staging import Staging
from migrator.targets.sql import door
from migrator.targets.sql.mysql import MysqlSession
from migrator.targets.sql.postgres import PostgresSession
from migrator.targets.sql.rollback import rollback
from tests.servers import MariaServer, PostgresServer
from tests.unit.targets.load_world import ACCOUNT, World

pytestmark = pytest.mark.timeout(120)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "WAITS", (0.01, 0.2, 0.5, 1.0, 2.0, 4.0, 8.0, 8.0))


def opened(url: str) -> Iterator[World]:
    staging = Staging(None)
    world = World(url, staging)
    world.create(ACCOUNT)
    rows = [
        {"_gid": n, "name": None if n == 30 else f"N{n}", "code": f"c{n}"} for n in range(1, 201)
    ]
    world.ready("account", ("name", "code"), rows)
    yield world
    staging.close()


@pytest.fixture
def in_postgres(postgres_url: str) -> Iterator[World]:
    yield from opened(postgres_url)


@pytest.fixture
def in_maria(mariadb_url: str) -> Iterator[World]:
    yield from opened(mariadb_url)


def all_is_well(world: World) -> None:
    assert world.one("select count(*) from account") == 199
    assert world.one("select count(distinct code) from account") == 199
    assert world.one("select count(*) from kooch_crosswalk") == 199
    assert world.one("select count(*) from kooch_reject") == 1


class Crash:
    """Restarts the server when the second batch is about to be sent."""

    def __init__(self, server: PostgresServer | MariaServer) -> None:
        self.server = server
        self.done = False

    def update(self, done: int, total: int | None, label: str) -> None:
        if done >= 50 and not self.done:
            self.done = True
            self.server.restart()


def test_postgres_crashes_between_batches(in_postgres: World, postgres: PostgresServer) -> None:
    report = in_postgres.load(progress=Crash(postgres))
    assert report.facts["retries"] >= 1
    all_is_well(in_postgres)


def test_maria_crashes_between_batches(in_maria: World, mariadb: MariaServer) -> None:
    report = in_maria.load(progress=Crash(mariadb))
    assert report.facts["retries"] >= 1
    all_is_well(in_maria)


def cutting(session: type, error: Exception, commits: list[int], *, delivered: bool) -> type:
    """A session class that loses its connection at some commits: before the server hears of it, or
    after (the reply is lost)."""

    class Cut(session):  # type: ignore[misc]
        def execute(self, sql: str, params: Any = ()) -> Any:
            if sql == "commit":
                commits[0] += 1
                if commits[0] in commits[1:]:
                    if delivered:
                        super().execute(sql, params)
                    self.close()
                    raise error
            return super().execute(sql, params)

    return Cut


@pytest.mark.parametrize("delivered", [True, False], ids=["reply lost", "commit lost"])
def test_postgres_loses_the_connection_at_commit(
    in_postgres: World, monkeypatch: pytest.MonkeyPatch, delivered: bool
) -> None:
    lost = psycopg.OperationalError("server closed the connection unexpectedly")
    session = cutting(PostgresSession, lost, [0, 3, 5, 6], delivered=delivered)
    monkeypatch.setitem(door._SESSIONS, "postgresql", session)
    report = in_postgres.load()
    assert report.facts["unknown_settled"] == 3
    all_is_well(in_postgres)


@pytest.mark.parametrize("delivered", [True, False], ids=["reply lost", "commit lost"])
def test_maria_loses_the_connection_at_commit(
    in_maria: World, monkeypatch: pytest.MonkeyPatch, delivered: bool
) -> None:
    lost = pymysql.err.OperationalError(2013, "Lost connection to MySQL server during query")
    session = cutting(MysqlSession, lost, [0, 2, 4, 5], delivered=delivered)
    monkeypatch.setitem(door._SESSIONS, "mysql", session)
    report = in_maria.load()
    assert report.facts["unknown_settled"] == 3
    all_is_well(in_maria)


def stumbling(session: type, error: Exception) -> type:
    """A session class whose second insertion of accounts fails once."""
    seen = [0]

    class Stumble(session):  # type: ignore[misc]
        def insert(self, table: str, fields: Any, rows: Any) -> None:
            if "account" in table:
                seen[0] += 1
                if seen[0] == 2:
                    raise error
            super().insert(table, fields, rows)

    return Stumble


def load_to_the_end(world: World) -> None:
    """What the person does: when the load stops, it is started again."""
    for _ in range(3):
        try:
            world.load()
        except TargetError:
            assert world.one("select count(*) from kooch_reject") <= 1
        else:
            return
    raise AssertionError("the load never came through")


@pytest.mark.parametrize(
    "state", ["08006", "40001", "40P01", "53100", "53200", "55P03", "57014", "57P01", "58030"]
)
def test_postgres_infrastructure_is_never_a_reject(
    in_postgres: World, monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    session = stumbling(PostgresSession, psycopg.errors.lookup(state)("trouble"))
    monkeypatch.setitem(door._SESSIONS, "postgresql", session)
    load_to_the_end(in_postgres)
    all_is_well(in_postgres)


@pytest.mark.parametrize("number", [1021, 1053, 1142, 1205, 1213, 2006, 2013])
def test_maria_infrastructure_is_never_a_reject(
    in_maria: World, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    session = stumbling(MysqlSession, pymysql.err.OperationalError(number, "trouble"))
    monkeypatch.setitem(door._SESSIONS, "mysql", session)
    load_to_the_end(in_maria)
    all_is_well(in_maria)


HOSTILE = Entity(
    "or%der \"?` '; x",
    (
        Field("i%s?", FieldType.UUID, required=True),
        Field('na"me`', FieldType.TEXT, length=30, required=True),
        Field("%(up)s :b", FieldType.UUID),
        Field("cod\\e", FieldType.TEXT, length=20),
    ),
    ("i%s?",),
    relationships=(Relationship("%(up)s :b", "or%der \"?` '; x"),),
)


def test_hostile_names_and_values(database_url: str) -> None:
    staging = Staging(None)
    world = World(database_url, staging)
    world.create(HOSTILE)
    values = [
        "\\N",
        "\\",
        '"',
        "a\r\nb",
        "",
        "NULL",
        "%s ? :x",
        "کوچ 🚚",
        "\\.",
        ",",
        "'; drop",
        " x ",
    ]
    rows = [
        {"_gid": n, 'na"me`': f"r{n}", "cod\\e": value, "%(up)s :b": 1 if n > 1 else None}
        for n, value in enumerate(values, 1)
    ]
    rows += [{"_gid": n, 'na"me`': f"r{n}", "cod\\e": None} for n in range(20, 90)]
    rows.append({"_gid": 99, 'na"me`': None, "cod\\e": "refused"})
    world.ready(HOSTILE.name, ('na"me`', "%(up)s :b", "cod\\e"), rows)
    world.load()
    entity = world.entities[HOSTILE.name]
    with world.target() as target:
        found = [r for b in target.read_back(entity, ('na"me`', "cod\\e", "%(up)s :b")) for r in
                 b.to_pylist()]  # fmt: skip
        codes = {row['na"me`']: row["cod\\e"] for row in found}
        assert codes == {row['na"me`']: row["cod\\e"] for row in rows if row["_gid"] != 99}
        assert sum(row["%(up)s :b"] is not None for row in found) == len(values) - 1
        told = rollback(target, "p1", 1, NULL_PROGRESS)
    assert (told["removed"], told["kept"]) == (len(rows) - 1, 0)
    staging.close()


def test_a_full_disk_of_sqlite_is_no_reject(tmp_path: Path) -> None:
    staging = Staging(None)
    world = World(f"sqlite:///{tmp_path / 'x.db'}", staging)
    world.create(ACCOUNT)
    rows = [{"_gid": n, "name": f"N{n} " + "x" * 50, "code": f"c{n}"} for n in range(1, 2001)]
    world.ready("account", ("name", "code"), rows)
    real = door._SESSIONS["sqlite"]

    def small(engine: Any) -> Any:
        session = real(engine)
        session.execute("pragma max_page_count = 60")
        return session

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(door._SESSIONS, "sqlite", small)
        with pytest.raises(TargetError, match="no room"):
            world.load(settings=LoadSettings(batch_rows=500))
    assert world.one("select count(*) from kooch_reject") == 0
    world.load(settings=LoadSettings(batch_rows=500))
    assert world.one("select count(*) from account") == 2000
    staging.close()
