"""What database errors mean: whose fault they are, and how to say them to people."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, NoReturn

import adbc_driver_manager
import psycopg
import pyarrow as pa
import pymysql
from sqlalchemy.engine import URL
from sqlalchemy.exc import NoSuchModuleError, SQLAlchemyError

from migrator.databases import codes
from migrator.databases.url import masked
from migrator.errors import MigratorError

Blame = Literal["infrastructure", "row", "conflict"]

# Everything a driver raises. ADBC streams fail as pyarrow errors or OSError.
DRIVER_ERRORS: tuple[type[Exception], ...] = (
    SQLAlchemyError,
    adbc_driver_manager.Error,
    psycopg.Error,
    pymysql.Error,
    sqlite3.Error,
    pa.ArrowException,
    OSError,
    ImportError,
)


@dataclass(frozen=True)
class Facts:
    """A driver's error, reduced: `code` is the SQLSTATE, the number or the SQLite name ("" if the
    driver gives none), `text` the first line of the driver's words."""

    dialect: str
    code: str
    text: str


def facts(error: BaseException) -> Facts:
    """What the driver said, whatever driver it was."""
    inner = getattr(error, "orig", None) or error
    text = _first_line(inner)
    if isinstance(inner, psycopg.Error):
        primary = inner.diag.message_primary
        return Facts("postgresql", inner.sqlstate or "", primary or text)
    if isinstance(inner, sqlite3.Error):
        return Facts("sqlite", getattr(inner, "sqlite_errorname", "") or "", text)
    if isinstance(inner, pymysql.Error):
        number = inner.args[0] if inner.args and isinstance(inner.args[0], int) else 0
        words = str(inner.args[1]) if len(inner.args) > 1 else text
        return Facts("mysql", str(number) if number else "", words)
    if type(inner).__module__.startswith("pymssql"):
        return _mssql_facts(inner, text)
    if isinstance(inner, adbc_driver_manager.Error):
        return _adbc_facts(inner, text)
    return Facts("", "", text)


def _adbc_facts(error: adbc_driver_manager.Error, text: str) -> Facts:
    if error.sqlstate:
        return Facts("postgresql", str(error.sqlstate), _after_state(text))
    if _of_trigger(error, text):
        return Facts("sqlite", "SQLITE_CONSTRAINT_TRIGGER", text)
    return Facts("", "", text)


def _of_trigger(error: adbc_driver_manager.Error, text: str) -> bool:
    """Whether a trigger of SQLite raised. ADBC hides the code: of the constraints only a trigger
    has words of its own (rescode.html#constraint_trigger), and what a failed step said is said
    again when its statement is reset (c3ref/reset.html), whatever it was."""
    _, again, words = text.partition("Failed to reset statement: ")
    if again:
        return codes.FIXED_WORDS.search(words) is None
    return isinstance(error, adbc_driver_manager.IntegrityError) and (
        codes.CONSTRAINT_WORDS.search(text) is None
    )


def classify(error: BaseException) -> Blame:
    """Who is to blame: the `row` that was written, a `conflict` with a unique key that is taken, or
    the `infrastructure` (connection, rights, space, locks, statement): the last is never a row's
    reject, and anything unknown counts as it."""
    found = facts(error)
    if found.dialect == "postgresql" and found.code:
        return codes.blame_sqlstate(found.code)
    if found.dialect in ("mysql", "mssql") and found.code:
        return codes.blame_number(found.dialect, int(found.code))
    return codes.blame_text(found.code, found.text)


def words(error: BaseException) -> tuple[str, str]:
    """The target's own code and words for a refused row, personal values left out."""
    found = facts(error)
    text = found.text
    for pattern, instead in codes.VALUES_IN_WORDS:
        text = pattern.sub(instead, text)
    return found.code or "error", text[:300]


def explain(error: BaseException, url: URL, kind: type[MigratorError]) -> MigratorError:
    """The error as one sentence and what to do, of class `kind`. `details` holds `code`,
    `sqlstate` or `errno`, and the scrubbed words of the driver."""
    if isinstance(error, MigratorError):
        return error
    found = facts(error)
    case = _driver_missing(error) or codes.case_of(found.dialect, found.code, found.text)
    place = where(url)
    code, text = words(error)
    message = case.message.format(place=place, user=url.username or "?", text=text)
    details = {"case": case.id, "code": code, "words": text, "url": masked(url)}
    if found.dialect == "postgresql" and found.code:
        details["sqlstate"] = found.code
    elif found.code:
        details["errno"] = found.code
    return kind(message, hint=case.hint, transient=case.transient, **details)


@contextmanager
def explained(url: URL, kind: type[MigratorError]) -> Iterator[None]:
    """Driver errors raised inside come out as `kind`; everything else passes untouched."""
    try:
        yield
    except DRIVER_ERRORS as error:
        fail(error, url, kind)


def fail(error: BaseException, url: URL, kind: type[MigratorError]) -> NoReturn:
    """Raise `error` as `explain` says it."""
    raise explain(error, url, kind) from error


def where(url: URL) -> str:
    """The database as people call it: its file, or its name and host."""
    if url.drivername.startswith("sqlite"):
        path = re.sub(r"^file:|\?.*$", "", url.database or "")
        return re.split(r"[\\/]", path)[-1] or "the database in memory"
    port = f":{url.port}" if url.port else ""
    return f"{url.database or 'the default database'} on {url.host or 'localhost'}{port}"


def _driver_missing(error: BaseException) -> codes.Case | None:
    missing = isinstance(error, (ImportError, NoSuchModuleError))
    return codes.CASES["no_driver"] if missing else None


def _mssql_facts(inner: BaseException, text: str) -> Facts:
    parts = inner.args[0] if inner.args and isinstance(inner.args[0], tuple) else inner.args
    number = parts[0] if parts and isinstance(parts[0], int) else 0
    said = parts[1] if len(parts) > 1 else text
    said = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return Facts("mssql", str(number) if number else "", said.splitlines()[0] if said else "")


def _first_line(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else type(error).__name__


def _after_state(text: str) -> str:
    """ADBC: `INVALID_ARGUMENT: [libpq] Failed ...: ERROR:  the words` -> the words."""
    return re.sub(r"^.*?(ERROR|FATAL):\s+", "", text)
