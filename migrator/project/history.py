"""The plan's versions: one row an edit, a head that undo and redo move."""

from __future__ import annotations

import contextlib
import json
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime

from migrator.errors import ProjectError
from migrator.model.codec import canonical, from_data
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.project.connections import Connections


@dataclass(frozen=True)
class HistoryEntry:
    """One named change. `barrier` marks what undo cannot cross (a load)."""

    seq: int
    label: Text
    at: str
    who: str
    barrier: bool
    current: bool


class History:
    """Compressed snapshots of the whole plan; about 5 kB for 900 fields."""

    def __init__(self, connection: Connections) -> None:
        self._connection = connection
        self._parsed: tuple[int, Plan] | None = None  # plans are immutable: parse each once

    def record(self, plan: Plan, label: Text | str, who: str, *, barrier: bool = False) -> int:
        """Make `plan` the current version; what could have been redone is forgotten."""
        blob = zlib.compress(canonical(plan).encode("utf-8", "surrogatepass"))
        at = datetime.now(UTC).isoformat(timespec="seconds")
        with transaction(self._connection):
            self._connection.execute("delete from history where seq > ?", (self.head(),))
            cursor = self._connection.execute(
                "insert into history(label, at, who, barrier, plan) values (?, ?, ?, ?, ?)",
                (_stored(label), at, who, int(barrier), blob),
            )
            self._move(int(cursor.lastrowid or 0))
        self._parsed = None  # a number that was redone away may be given again
        return self.head()

    def head(self) -> int:
        """Number of the current version; 0 before the first."""
        row = self._connection.execute("select value from meta where key = 'head'").fetchone()
        return int(row[0]) if row else 0

    def plan(self) -> Plan:
        """The current version."""
        head = self.head()
        if self._parsed is None or self._parsed[0] != head:
            self._parsed = (head, self._read(head))
        return self._parsed[1]

    def _read(self, seq: int) -> Plan:
        row = self._connection.execute("select plan from history where seq = ?", (seq,)).fetchone()
        if row is None:
            raise ProjectError(
                Text("The project holds no plan.", "پروژه برنامه‌ای در خود ندارد."),
                hint=Text("Restore it from a backup.", "آن را از پشتیبان بازیابی کنید."),
            )
        return from_data(Plan, json.loads(zlib.decompress(row[0]).decode("utf-8", "surrogatepass")))

    def at(self, seq: int) -> Plan:
        """The version with this number; raises ProjectError if there is none."""
        return self._read(seq)

    def undo(self) -> Text:
        """Step back; returns the label of the change taken back, or raises ProjectError."""
        rows = self._connection.execute(
            "select seq, label, barrier from history where seq <= ? order by seq desc limit 2",
            (self.head(),),
        ).fetchall()
        if len(rows) < 2:
            raise ProjectError(Text("There is nothing to undo.", "چیزی برای واگرد نیست."))
        seq, label, barrier = rows[0]
        if barrier:
            raise ProjectError(
                Text(
                    f"Undo stops here: {_told(label).en} wrote into the target.",
                    f"واگرد این‌جا می‌ایستد: «{_told(label).fa}» در مقصد نوشته است.",
                ),
                hint=Text("Take the load back first.", "نخست بارگذاری را بازگردانید."),
                seq=seq,
            )
        self._move(rows[1][0])
        return _told(label)

    def redo(self) -> Text:
        """Step forward; returns the label of the change made again."""
        row = self._connection.execute(
            "select seq, label from history where seq > ? order by seq limit 1", (self.head(),)
        ).fetchone()
        if row is None:
            raise ProjectError(Text("There is nothing to redo.", "چیزی برای انجام دوباره نیست."))
        self._move(row[0])
        return _told(row[1])

    def entries(self) -> list[HistoryEntry]:
        """All changes, oldest first."""
        head = self.head()
        return [
            HistoryEntry(seq, _told(label), at, who, bool(barrier), seq == head)
            for seq, label, at, who, barrier in self._connection.execute(
                "select seq, label, at, who, barrier from history order by seq"
            )
        ]

    def _move(self, seq: int) -> None:
        self._connection.execute(
            "insert into meta values ('head', ?)"
            " on conflict(key) do update set value = excluded.value",
            (str(seq),),
        )


def _stored(label: Text | str) -> str:
    """Both languages as a JSON pair; a plain string stays as it is."""
    if isinstance(label, str):
        return label
    return json.dumps([label.en, label.fa], ensure_ascii=False)


def _told(stored: str) -> Text:
    if stored.startswith('["'):
        with contextlib.suppress(ValueError):
            en, fa = json.loads(stored)
            return Text(en, fa)
    return Text.of(stored)


class transaction:  # noqa: N801 - reads as a statement
    """BEGIN IMMEDIATE ... COMMIT, rolled back on any exception."""

    def __init__(self, connection: Connections) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("begin immediate")

    def __exit__(self, kind: object, *_: object) -> None:
        if not kind:
            self._connection.execute("commit")
        elif self._connection.in_transaction:  # SQLite ends it by itself where the disk is full
            self._connection.execute("rollback")
