"""The parts of a database's address and its URL say the same, to us and to the driver."""

from __future__ import annotations

import pytest

from migrator.databases.url import masked, parse
from migrator.model.address import Address, DatabaseKind, Tls, address

CASES = [
    Address(DatabaseKind.SQLITE, "/data/my crm 100%?#é.sqlite"),
    Address(DatabaseKind.POSTGRESQL, "crm", "db.example.com", 5433, "mover"),
    Address(DatabaseKind.POSTGRESQL, "my db/é", "::1", 0, "a b@c:d"),
    Address(DatabaseKind.POSTGRESQL, "crm", "h", 0, "u", Tls.OFF),
    Address(DatabaseKind.POSTGRESQL, "crm", "h", 0, "u", Tls.FULL, "/etc/ca file.pem"),
    Address(DatabaseKind.POSTGRESQL, "crm", "h", 0, "u", Tls.CA, "/ca.pem", "connect_timeout=3"),
    Address(DatabaseKind.MYSQL, "crm", "h", 3307, "u", Tls.OFF),
    Address(DatabaseKind.MYSQL, "crm", "h", 0, "u", Tls.CA, "/ca.pem"),
    Address(DatabaseKind.MYSQL, "crm", "h", 0, "u", Tls.FULL, "/ca.pem", "charset=utf8mb4"),
    Address(DatabaseKind.MSSQL, "crm", "h", 0, "u", Tls.REQUIRE),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.url())
def test_there_and_back(case: Address) -> None:
    assert address(case.url()) == case


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.url())
def test_the_engine_reads_the_same(case: Address) -> None:
    url = parse(case.url())
    assert (url.database, url.host or "", url.port or 0, url.username or "") == (
        case.database,
        case.host,
        case.port,
        case.user,
    )
    assert address(masked(url)) == case


def test_a_password_never_gets_into_the_parts() -> None:
    found = address("postgresql://u:hu%40sh@h/db")
    assert found is not None
    assert "hu" not in repr(found)
    assert found.user == "u"


@pytest.mark.parametrize("text", ["", "plain.sqlite", "folder:/x", "ftp://h/x", "http://h"])
def test_what_is_no_database_has_no_address(text: str) -> None:
    assert address(text) is None


def test_mariadb_is_mysql_and_drivers_are_passed_over() -> None:
    kinds = {address(f"{s}://h/d").kind for s in ("mariadb", "mysql", "mysql+pymysql")}  # type: ignore[union-attr]
    assert kinds == {DatabaseKind.MYSQL}


def test_a_place_is_told_without_login() -> None:
    assert CASES[1].place == "crm @ db.example.com:5433"
    assert CASES[0].place == "/data/my crm 100%?#é.sqlite"
