"""Named versions of the mapping document, and the rows as they were when people signed them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from migrator.errors import ProjectError
from migrator.model.codec import canonical, from_data
from migrator.model.mapping import Feed
from migrator.model.text import Text
from migrator.project.connections import Connections
from migrator.project.history import transaction


@dataclass(frozen=True)
class NamedVersion:
    """One kept state of the mapping document. `at` is an ISO moment in UTC, `fingerprint` that of
    the document, `rows` how many fields its feeds map."""

    no: int
    name: str
    who: str
    at: str
    note: str
    fingerprint: str
    rows: int


class Contracts:
    """What is kept of mapping documents for good: nothing here is ever changed or undone."""

    def __init__(self, connection: Connections) -> None:
        self._connection = connection

    def keep(self, version: NamedVersion, feeds: tuple[Feed, ...]) -> int:
        """Keep a state of the document under its name (`no` is given here); returns its number."""
        blob = zlib.compress(canonical(feeds).encode("utf-8", "surrogatepass"))
        cursor = self._connection.execute(
            "insert into mapping_version(name, who, at, note, fingerprint, rows, feeds)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            (version.name, version.who, version.at, version.note, version.fingerprint,
             version.rows, blob),
        )  # fmt: skip
        return int(cursor.lastrowid or 0)

    def versions(self) -> tuple[NamedVersion, ...]:
        """All of them, oldest first."""
        rows = self._connection.execute(
            "select no, name, who, at, note, fingerprint, rows from mapping_version order by no"
        )
        return tuple(NamedVersion(*row) for row in rows)

    def feeds(self, no: int) -> tuple[Feed, ...]:
        """The whole document of a version; raises ProjectError if there is none."""
        row = self._connection.execute(
            "select feeds from mapping_version where no = ?", (no,)
        ).fetchone()
        if row is None:
            raise ProjectError(
                Text(f"There is no version {no}.", f"نسخه‌ای با شماره‌ی {no} نیست."),
                hint=Text("Look at the list of versions.", "فهرست نسخه‌ها را ببینید."),
            )
        data = json.loads(zlib.decompress(row[0]).decode("utf-8", "surrogatepass"))
        return tuple(from_data(Feed, one, f"feeds[{n}]") for n, one in enumerate(data))

    def remember(self, contents: Mapping[str, Any]) -> None:
        """Keep what rows said when they were signed, by fingerprint."""
        with transaction(self._connection):
            self._connection.executemany(
                "insert or ignore into signed_row(fingerprint, content) values (?, ?)",
                [(mark, canonical(content)) for mark, content in contents.items()],
            )

    def recalled(self, fingerprints: Iterable[str]) -> dict[str, Any]:
        """What the rows of these fingerprints said; unknown ones are passed over."""
        found: dict[str, Any] = {}
        for mark in dict.fromkeys(fingerprints):
            row = self._connection.execute(
                "select content from signed_row where fingerprint = ?", (mark,)
            ).fetchone()
            if row is not None:
                found[mark] = json.loads(row[0])
        return found
