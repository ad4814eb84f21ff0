"""The classic fault of MySQL: UTF-8 text that was written into a latin1 column byte by byte."""

from __future__ import annotations

from sqlalchemy import Connection

from migrator.databases.engine import driver_rows, quote
from migrator.databases.tables import CatalogTable

SAMPLE = 200
LOOKED_AT = 10_000


def warnings(connection: Connection, table: CatalogTable) -> list[str]:
    """One sentence per latin1 column in which most non-ASCII values read as UTF-8."""
    found = []
    for column in table.columns:
        if column.charset == "latin1" and _is_mojibake(_sample(connection, table, column.name)):
            found.append(
                f"Column {column.name} holds UTF-8 text as latin1 (Ø´Ø±Ú©Øª instead of شرکت):"
                " the transform that repairs encodings brings it back."
            )
    return found


def repaired(value: str) -> str | None:
    """What `value` says when its latin1 (really Windows-1252) bytes are read as UTF-8; None when
    they are no UTF-8 or nothing changes."""
    try:
        raw = b"".join(_byte(letter) for letter in value)
        text = raw.decode("utf-8")
    except UnicodeError:
        return None
    return text if text != value else None


def _byte(letter: str) -> bytes:
    # MySQL's latin1 is Windows-1252, whose five empty places stand for themselves.
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def _is_mojibake(sample: list[str]) -> bool:
    return bool(sample) and sum(repaired(v) is not None for v in sample) >= 0.8 * len(sample)


def _sample(connection: Connection, table: CatalogTable, column: str) -> list[str]:
    name = quote(connection, column)
    sql = (
        f"select v from (select {name} as v from {quote(connection, table.name)}"
        f" limit {LOOKED_AT}) s"
        f" where length(convert(v using utf8mb4)) <> char_length(v) limit {SAMPLE}"
    )
    return [str(row[0]) for row in driver_rows(connection, sql)]
