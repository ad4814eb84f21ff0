"""The format of project.db: its marks, its tables, and how older ones are brought forward."""

from __future__ import annotations

import sqlite3

from migrator.errors import ProjectError
from migrator.model.text import Text
from migrator.project.connections import Connections

APPLICATION_ID = 0x4B4F4F43  # "KOOC", so that other programs can tell what the file is
MAJOR, MINOR = 1, 2
USER_VERSION = MAJOR * 1000 + MINOR

_TABLES = """
create table meta (key text primary key, value text not null);
create table history (
    seq integer primary key, label text not null, at text not null, who text not null,
    barrier integer not null default 0, plan blob not null);
create table decision (
    seq integer primary key, at text not null, who text not null, kind text not null,
    body text not null);
create table stage_output (
    stage text not null, fingerprint text not null, digest text not null, at text not null,
    report text not null, tables text not null, primary key (stage, fingerprint));
create table run (
    no integer primary key, kind text not null, state text not null, fingerprint text not null,
    started_at text not null, ended_at text, who text not null, facts text not null default '{}');
create table approval (
    seq integer primary key, run integer not null, fingerprint text not null, who text not null,
    at text not null, note text not null);
create table log (seq integer primary key, at text not null, who text not null, text text not null);
"""

_CONTRACTS = """
create table mapping_version (
    no integer primary key, name text not null, who text not null, at text not null,
    note text not null, fingerprint text not null, rows integer not null, feeds blob not null);
create table signed_row (fingerprint text primary key, content text not null);
"""

_CASES = """
create table reject_case (
    entity text not null, key text not null, field text not null, code text not null,
    words text not null, kind text not null, first_run integer not null,
    last_run integer not null, runs integer not null, at text not null,
    primary key (entity, key, field, code, words)) without rowid;
create table reject_acceptance (
    no integer primary key, entity text not null, field text not null, code text not null,
    words text not null, who text not null, at text not null, reason text not null,
    withdrawn text);
"""

# From version -> the statements that lead to the next one. Append only; a frozen sample of every
# released version is opened by a test.
UPGRADES: dict[int, str] = {1000: _CONTRACTS, 1001: _CASES}


def create(connection: Connections) -> None:
    """Write the tables and marks of the current version into an empty database."""
    connection.executescript(f"begin; {_TABLES} {_CONTRACTS} {_CASES} commit;")
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    connection.execute(f"pragma user_version = {USER_VERSION}")


def check(connection: Connections, name: str) -> int:
    """The file's version; raises ProjectError if it is not ours or comes from a later Kooch."""
    try:
        mark = connection.execute("pragma application_id").fetchone()[0]
        version = int(connection.execute("pragma user_version").fetchone()[0])
    except sqlite3.DatabaseError as error:
        raise ProjectError(
            Text(
                f"The project file of {name} is damaged.", f"پرونده‌ی پروژه‌ی «{name}» آسیب دیده است."
            ),
            hint=Text(
                "Restore it from the backups folder inside the project.",
                "آن را از پوشه‌ی backups درون پروژه بازیابی کنید.",
            ),
            reason=str(error),
        ) from error
    if mark != APPLICATION_ID:
        raise ProjectError(
            Text(f"{name} holds no Kooch project.", f"در «{name}» پروژه‌ی کوچ نیست."),
            hint=Text(
                "Choose a folder whose name ends in .kooch.",
                "پوشه‌ای را برگزینید که نامش به ‎.kooch پایان می‌یابد.",
            ),
        )
    if version // 1000 > MAJOR:
        raise ProjectError(
            Text(
                f"{name} was made by a newer Kooch (format {version // 1000}.{version % 1000}).",
                f"پروژه‌ی «{name}» با نسخه‌ی تازه‌تری از کوچ ساخته شده است (قالب "
                f"{version // 1000}.{version % 1000}).",
            ),
            hint=Text(
                "Open it with that version, or update this one.",
                "آن را با همان نسخه باز کنید یا این نسخه را به‌روز کنید.",
            ),
        )
    return version


def upgrade(connection: Connections, version: int) -> None:
    """Bring an older file forward, one step a transaction."""
    while version < USER_VERSION and version in UPGRADES:
        version += 1
        connection.executescript(
            f"begin; {UPGRADES[version - 1]} pragma user_version = {version}; commit;"
        )
