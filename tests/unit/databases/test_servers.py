"""The tests' own servers: fresh databases, and data that outlive a crash."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from migrator.databases.engine import open_engine
from migrator.databases.url import parse
from tests.servers import MariaServer, PostgresServer, Server

pytestmark = pytest.mark.server


def test_every_database_is_fresh(database_url: str) -> None:
    engine = open_engine(parse(database_url))
    with engine.begin() as connection:
        connection.execute(text("create table t (a int)"))
    engine.dispose()


@pytest.mark.parametrize("kind", ["postgres", "mariadb"])
def test_committed_rows_survive_a_crash(kind: str, request: pytest.FixtureRequest) -> None:
    server: Server = request.getfixturevalue(kind)
    assert isinstance(server, (PostgresServer, MariaServer))
    engine = open_engine(parse(request.getfixturevalue(f"{kind}_url")))
    with engine.begin() as connection:
        connection.execute(text("create table t (a int)"))
        connection.execute(text("insert into t values (7)"))
    engine.dispose()
    server.restart()
    with engine.connect() as connection:
        assert connection.execute(text("select a from t")).scalar() == 7
    engine.dispose()
