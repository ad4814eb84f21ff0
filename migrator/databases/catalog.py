"""What a database says about its tables, the same for every dialect."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from migrator.databases import (
    catalog_generic,
    catalog_mysql,
    catalog_postgresql,
    catalog_sqlite,
)
from migrator.databases.engine import dialect_of
from migrator.databases.tables import CatalogTable

_READERS: dict[str, Callable[[Connection], list[CatalogTable]]] = {
    "sqlite": catalog_sqlite.tables,
    "postgresql": catalog_postgresql.tables,
    "mysql": catalog_mysql.tables,
    "mssql": catalog_generic.tables,
}


def tables(connection: Connection) -> list[CatalogTable]:
    """All tables and views but the system's, in order of name. Driver errors come out as they
    are."""
    return _READERS[dialect_of(connection)](connection)
