"""Where a database is, in the parts that people fill in, and the URL that says the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, quote, unquote, urlencode


class DatabaseKind(StrEnum):
    """The kinds of database that can be opened; MariaDB counts as MySQL."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"
    MYSQL = "mysql"
    MSSQL = "mssql"


class Tls(StrEnum):
    """How the connection is protected. `DEFAULT` leaves it to the driver (encrypted where the
    server can), `CA` checks who signed the server's certificate, `FULL` also its name."""

    DEFAULT = "default"
    OFF = "off"
    REQUIRE = "require"
    CA = "ca"
    FULL = "full"


PORTS = {DatabaseKind.POSTGRESQL: 5432, DatabaseKind.MYSQL: 3306, DatabaseKind.MSSQL: 1433}

# What each driver can be told by URL. PyMySQL cannot be told to encrypt without checking.
TLS_MODES: dict[DatabaseKind, tuple[Tls, ...]] = {
    DatabaseKind.SQLITE: (),
    DatabaseKind.POSTGRESQL: (Tls.DEFAULT, Tls.OFF, Tls.REQUIRE, Tls.CA, Tls.FULL),
    DatabaseKind.MYSQL: (Tls.DEFAULT, Tls.OFF, Tls.CA, Tls.FULL),
    DatabaseKind.MSSQL: (Tls.DEFAULT, Tls.OFF, Tls.REQUIRE),
}
_POSTGRESQL = {
    "disable": Tls.OFF,
    "require": Tls.REQUIRE,
    "verify-ca": Tls.CA,
    "verify-full": Tls.FULL,
}
_MSSQL = {"off": Tls.OFF, "require": Tls.REQUIRE}
_SCHEMES = {
    "postgresql": DatabaseKind.POSTGRESQL,
    "postgres": DatabaseKind.POSTGRESQL,
    "mysql": DatabaseKind.MYSQL,
    "mariadb": DatabaseKind.MYSQL,
    "mssql": DatabaseKind.MSSQL,
    "sqlite": DatabaseKind.SQLITE,
}


@dataclass(frozen=True)
class Address:
    """A database without its password. `database` is the path of the file for SQLite; `port` 0 is
    the usual one; `ca` the path of a certificate file; `extra` further options of the driver, as
    they stand after `?`."""

    kind: DatabaseKind
    database: str = ""
    host: str = ""
    port: int = 0
    user: str = ""
    tls: Tls = Tls.DEFAULT
    ca: str = ""
    extra: str = ""

    def url(self) -> str:
        """The URL as the engine takes it; it holds no password."""
        if self.kind == DatabaseKind.SQLITE:
            return "sqlite:///" + quote(self.database, safe="/\\: ", encoding="utf-8")
        user = quote(self.user, safe="") + "@" if self.user else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = f":{self.port}" if self.port else ""
        options = [*_tls_options(self), *parse_qsl(self.extra, keep_blank_values=True)]
        tail = "?" + urlencode(options, quote_via=quote) if options else ""
        return f"{self.kind}://{user}{host}{port}/{quote(self.database, safe='')}{tail}"

    @property
    def place(self) -> str:
        """The database as people call it: its file, or its name and host."""
        if self.kind == DatabaseKind.SQLITE:
            return self.database
        port = f":{self.port}" if self.port else ""
        return f"{self.database} @ {self.host or 'localhost'}{port}"


def address(url: str) -> Address | None:
    """The parts of `url`, a password in it left out; None when it names no database."""
    scheme, found, rest = url.partition("://")
    kind = _SCHEMES.get(scheme.partition("+")[0].lower()) if found else None
    if kind is None:
        return None
    rest, _, query = rest.partition("?")
    if kind == DatabaseKind.SQLITE:
        return Address(kind, unquote(rest.removeprefix("/")))
    server, _, database = rest.partition("/")
    login, _, place = server.rpartition("@")
    host, port = _split_port(place)
    tls, ca, extra = _tls_of(kind, parse_qsl(query, keep_blank_values=True))
    user = unquote(login.partition(":")[0])
    return Address(kind, unquote(database), host, port, user, tls, ca, urlencode(extra))


def _split_port(place: str) -> tuple[str, int]:
    if place.startswith("["):
        host, _, port = place[1:].partition("]")
        port = port.removeprefix(":")
    else:
        host, _, port = place.partition(":")
    return host, int(port) if port.isascii() and port.isdigit() else 0


def _tls_options(where: Address) -> list[tuple[str, str]]:
    if where.kind == DatabaseKind.POSTGRESQL:
        modes = [name for name, mode in _POSTGRESQL.items() if mode == where.tls]
        options = [("sslmode", name) for name in modes]
        return [*options, ("sslrootcert", where.ca)] if where.ca else options
    if where.kind == DatabaseKind.MYSQL:
        if where.tls == Tls.OFF:
            return [("ssl_disabled", "true")]
        if where.tls not in {Tls.CA, Tls.FULL}:
            return []
        # With a certificate file PyMySQL checks signature and name unless told not to.
        loose = [("ssl_check_hostname", "false")] if where.tls == Tls.CA else []
        return [("ssl_ca", where.ca), *loose]
    return [("encryption", name) for name, mode in _MSSQL.items() if mode == where.tls]


def _tls_of(
    kind: DatabaseKind, query: list[tuple[str, str]]
) -> tuple[Tls, str, list[tuple[str, str]]]:
    """(mode, certificate file, the options that say neither)."""
    told = dict(query)
    if kind == DatabaseKind.POSTGRESQL:
        rest = [(k, v) for k, v in query if k not in {"sslmode", "sslrootcert"}]
        mode = _POSTGRESQL.get(told.get("sslmode", ""), Tls.DEFAULT)
        return mode, told.get("sslrootcert", ""), rest
    if kind == DatabaseKind.MYSQL:
        rest = [
            (k, v) for k, v in query if k not in {"ssl_disabled", "ssl_ca", "ssl_check_hostname"}
        ]
        if told.get("ssl_disabled", "").lower() in {"true", "1"}:
            return Tls.OFF, "", rest
        if "ssl_ca" not in told:
            return Tls.DEFAULT, "", rest
        loose = told.get("ssl_check_hostname", "true").lower() in {"false", "0"}
        return (Tls.CA if loose else Tls.FULL), told["ssl_ca"], rest
    rest = [(k, v) for k, v in query if k != "encryption"]
    return _MSSQL.get(told.get("encryption", ""), Tls.DEFAULT), "", rest
