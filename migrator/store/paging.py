"""Staging tables for windows: immutable Arrow files that are written once and read by page.

A version of a table is cut into parts of PART_ROWS consecutive rows, one file a part, so that the
first page can be looked at while the rest is still being written. Sorting, filtering and searching
answer another file: the positions of the rows, in order.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from migrator.errors import ProjectError
from migrator.model.text import Text
from migrator.store.names import quote
from migrator.store.staging import Staging

PART_ROWS = 131_072
AT = "_at"  # where in the file the rows of a part stand: row `i` of the part is row `_at[i]`
POSITION = "position"
INDEXES_KEPT = 40
_KEYS = ("_row", "_rid", "_gid", "row", "left")
_KEPT_TYPES = {"BIGINT", "INTEGER", "SMALLINT", "TINYINT", "DOUBLE", "FLOAT", "VARCHAR"}


class ArrowCache:
    """The files of one project. `folder` is made when it is needed and may be thrown away."""

    def __init__(self, staging: Staging, folder: Path) -> None:
        self._staging = staging
        self._folder = folder

    def version(self, table: str) -> str:
        """Names the content of a physical table; ProjectError if it was thrown away."""
        if not self._staging.exists(table):
            raise ProjectError(
                Text("The table is no longer there.", "این جدول دیگر وجود ندارد."),
                hint=Text("Open it again.", "دوباره بازش کنید."),
                table=table,
                gone=True,
            )
        made = f"{table} {self._staging.made(table)}"
        return hashlib.sha256(made.encode()).hexdigest()[:20]

    def types(self, table: str) -> dict[str, str]:
        """The columns of a table with their SQL types, in order."""
        listed = self._staging.rows(
            "select column_name, data_type from duckdb_columns() where table_name = ?"
            " order by column_index",
            [table],
        )
        return dict(listed)

    def part(self, table: str, number: int) -> Path:
        """The file with rows number * PART_ROWS onwards; written now unless it is there."""
        path = self._folder / f"{self.version(table)}-{number}.part"
        if not path.exists():
            first = number * PART_ROWS
            columns = ", ".join(_shown(name, kind) for name, kind in self.types(table).items())
            rows = self._staging.table(
                f"select {columns}, rowid as {AT} from {quote(table)}"
                f" where rowid between {first} and {first + PART_ROWS - 1}"
            )
            # The rows come in no order, and ordering all columns costs twice as much as reading
            # them: the file says instead where each row stands.
            at = pc.sort_indices(rows.column(AT)).cast(pa.int32())
            _write(path, rows.set_column(rows.num_columns - 1, AT, at))
        return path

    def index(self, table: str, select: str, stamp: str = "") -> Path:
        """The file with the positions that `select` answers in its one column. `stamp` names the
        content of what else it looks into."""
        asked = hashlib.sha256(f"{stamp} {select}".encode()).hexdigest()[:16]
        path = self._folder / f"{self.version(table)}-{asked}.index"
        if path.exists():
            os.utime(path)
        else:
            _write(path, self._staging.table(select).rename_columns([POSITION]))
        return path

    def rows_of(self, path: Path) -> int:
        """Rows of a file that was written here."""
        with pa.memory_map(str(path)) as file:
            return int(pa.ipc.open_file(file).read_all().num_rows)

    def tidy(self, tables: Iterable[str]) -> None:
        """Remove the files of every version but those of `tables`, and indexes long unused."""
        if not self._folder.is_dir():
            return
        live = {self.version(name) for name in tables if self._staging.exists(name)}
        files = [p for p in self._folder.iterdir() if p.suffix in {".part", ".index", ".new"}]
        gone = [p for p in files if p.name.split("-")[0] not in live]
        indexes = sorted(
            (p for p in files if p.suffix == ".index"), key=lambda p: p.stat().st_mtime
        )
        for path in {*gone, *indexes[:-INDEXES_KEPT]}:
            # Windows refuses while a window still maps the file: the next time, then.
            _try_remove(path)


def natural_key(columns: Iterable[str]) -> str:
    """The column that numbers the rows of a table; "" if it has none."""
    listed = set(columns)
    return next((name for name in _KEYS if name in listed), "")


def is_in_order(staging: Staging, table: str, key: str) -> bool:
    """Whether the rows stand in the order of `key` already."""
    if not key:
        return True
    return not staging.scalar(
        f"select count(*) from (select {quote(key)} < lag({quote(key)}) over (order by rowid) as b"
        f" from {quote(table)}) where b"
    )


def _shown(name: str, kind: str) -> str:
    return quote(name) if kind in _KEPT_TYPES else f"{quote(name)}::varchar as {quote(name)}"


def _write(path: Path, table: pa.Table) -> None:
    """Write whole or not at all: a reader never sees half a file."""
    table = table.combine_chunks()
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with pa.OSFile(str(fresh), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
            writer.write_table(table)
        fresh.replace(path)
    except OSError as error:
        _try_remove(fresh)
        raise ProjectError(
            Text(
                f"The table cannot be shown: {error.strerror or error}.",
                f"جدول نمایش داده نمی‌شود: {error.strerror or error}.",
            ),
            hint=Text(
                "Free some space where the project lies, then try again.",
                "در دیسکی که پروژه در آن است جا باز کنید و دوباره بکوشید.",
            ),
        ) from error


def _try_remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
