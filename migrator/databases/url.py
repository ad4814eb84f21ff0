"""Where a database is: what people type, as a SQLAlchemy URL, and how it may be shown."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from migrator.errors import MigratorError

# What people type before "://" -> the driver that we ship (SQL Server: an optional extra).
DRIVERS = {
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
    "mysql": "mysql+pymysql",
    "mysql+pymysql": "mysql+pymysql",
    "mariadb": "mysql+pymysql",
    "mariadb+pymysql": "mysql+pymysql",
    "mssql": "mssql+pymssql",
    "mssql+pymssql": "mssql+pymssql",
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
}
_SECRET_OPTION = re.compile(r"passw|pwd|secret|token", re.IGNORECASE)


def is_database_url(text: str) -> bool:
    """Whether `text` names a database by URL: any known scheme followed by `://`."""
    return text.partition("://")[1] != "" and text.partition("://")[0].lower() in DRIVERS


def parse(uri: str, secret: str = "", kind: type[MigratorError] = MigratorError) -> URL:
    """The URL that `uri` means, driver filled in; a plain path is a SQLite file.

    `secret` is the password when `uri` has none. Options after `?` (TLS ones above all) are kept.
    Raises `kind` when the text is no database URL.
    """
    if "://" not in uri:
        return URL.create("sqlite", database=str(Path(uri).expanduser()))
    scheme, _, rest = uri.partition("://")
    driver = DRIVERS.get(scheme.lower())
    if driver is None:
        raise kind(
            f"{scheme}:// is not a kind of database that can be opened.",
            hint="Use postgresql://, mysql://, mariadb://, mssql:// or sqlite:///path.",
        )
    try:
        url = make_url(f"{driver}://{rest}")
    except (ArgumentError, ValueError):  # its own text may repeat the password
        raise kind(
            "The database URL cannot be understood.",
            hint="Write it as kind://user@host:port/database, special characters as %XX.",
        ) from None
    return url.set(password=secret) if secret and not url.password and driver != "sqlite" else url


def masked(url: URL) -> str:
    """The URL as it may be shown and stored: no password in any place."""
    query = {key: value for key, value in url.query.items() if not _SECRET_OPTION.search(key)}
    kind = url.drivername.partition("+")[0]
    return URL.create(
        kind, url.username, None, url.host, url.port, url.database, query
    ).render_as_string(hide_password=True)
