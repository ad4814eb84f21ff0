"""What people type as a database, and how it is shown."""

from __future__ import annotations

import pytest

from migrator.databases.url import is_database_url, masked, parse
from migrator.errors import MigratorError, SourceError


@pytest.mark.parametrize(
    ("uri", "driver", "database"),
    [
        ("postgresql://u@h/db", "postgresql+psycopg", "db"),
        ("postgres://u@h:5433/db", "postgresql+psycopg", "db"),
        ("mysql://u@h/db", "mysql+pymysql", "db"),
        ("mysql+pymysql://u@h/db", "mysql+pymysql", "db"),
        ("mariadb://u@h/db", "mysql+pymysql", "db"),
        ("mssql://u@h/db", "mssql+pymssql", "db"),
        ("mssql+pymssql://u@h/db", "mssql+pymssql", "db"),
        ("sqlite:///C:/old data/a.db", "sqlite", "C:/old data/a.db"),
        ("sqlite:////srv/a.db", "sqlite", "/srv/a.db"),
        ("a b/100%.sqlite", "sqlite", "a b/100%.sqlite"),
    ],
)
def test_drivers_are_filled_in(uri: str, driver: str, database: str) -> None:
    url = parse(uri)
    assert (url.drivername, url.database) == (driver, database)


def test_the_secret_is_used_only_where_the_url_has_none() -> None:
    assert parse("mysql://u@h/db", "p@ss").password == "p@ss"
    assert parse("mysql://u:own@h/db", "p@ss").password == "own"
    assert parse("sqlite:///a.db", "p@ss").password is None


@pytest.mark.parametrize("uri", ["oracle://u:hush@h/db", "postgresql://u:hush@h:port/db"])
def test_what_cannot_be_opened_is_refused_without_the_password(uri: str) -> None:
    with pytest.raises(SourceError) as raised:
        parse(uri, kind=SourceError)
    assert "hush" not in f"{raised.value}{raised.value.details}"


def test_a_plain_error_is_the_default() -> None:
    with pytest.raises(MigratorError, match="ftp://"):
        parse("ftp://x")


@pytest.mark.parametrize(
    ("uri", "shown"),
    [
        ("postgresql://u:hush@h:1/db?sslmode=require", "postgresql://u@h:1/db?sslmode=require"),
        ("mysql://u:hush@h/db?ssl_ca=a.pem", "mysql://u@h/db?ssl_ca=a.pem"),
        ("postgresql://h/db?password=hush&sslpassword=hush", "postgresql://h/db"),
        ("sqlite:///a.db", "sqlite:///a.db"),
    ],
)
def test_no_password_is_ever_shown(uri: str, shown: str) -> None:
    assert masked(parse(uri, "hush")) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("postgresql://x", True),
        ("MariaDB://x", True),
        ("https://x", False),
        ("C:\\data\\a.db", False),
        ("a.csv", False),
    ],
)
def test_database_urls_are_told_from_files(text: str, expected: bool) -> None:
    assert is_database_url(text) is expected
