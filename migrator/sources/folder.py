"""A folder of files as one source."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from migrator.errors import SourceError
from migrator.model.source import SourceTable
from migrator.sources.base import HeadedSource, OpenOptions, ReadBatch, Source, TopRow

OpenFile = Callable[[Path, OpenOptions], Source]


class FolderSource:
    """All readable files directly in a folder, in the order of their names.

    A file with one table gives a table of the file's name, one with several `file/table`. Files
    that cannot be read are named in a warning of the first table; SourceError only if all are.
    Files whose names begin with a dot or `~$` (locks, traces of systems) are passed over.
    """

    def __init__(self, path: Path, options: OpenOptions, open_file: OpenFile) -> None:
        self.path = path
        self._options = options
        self._open_file = open_file
        self._tables: dict[str, tuple[Path, str]] = {}
        self._found: tuple[SourceTable, ...] = ()
        self._files = sorted(
            file
            for file in path.iterdir()
            if file.is_file() and not file.name.startswith((".", "~$"))
        )
        if not self._files:
            raise self._nothing("it has no files in it")

    def discover(self) -> tuple[SourceTable, ...]:
        """The tables of all files."""
        if self._found:
            return self._found
        found: list[SourceTable] = []
        left_out = []
        for file in self._files:
            try:
                tables = self._discover_file(file)
            except SourceError as error:
                left_out.append(error.message)
                continue
            for table in tables:
                name = file.name if len(tables) == 1 else f"{file.name}/{table.name}"
                self._tables[name] = (file, table.name)
                found.append(replace(table, name=name))
        if not found:
            raise self._nothing(" ".join(["none of its files can be read.", *left_out]).rstrip("."))
        if left_out:
            warnings = (*found[0].warnings, *(f"Left out: {message}" for message in left_out))
            found[0] = replace(found[0], warnings=warnings)
        self._found = tuple(found)
        return self._found

    def _discover_file(self, file: Path) -> tuple[SourceTable, ...]:
        source = self._open(file)
        try:
            return source.discover()
        finally:
            source.close()

    def read(self, table: str, limit: int | None = None) -> Iterator[ReadBatch]:
        """The records of one table."""
        file, inner = self._find(table)
        source = self._open(file)
        try:
            yield from source.read(inner, limit)
        finally:
            source.close()

    def top(self, table: str, limit: int) -> tuple[TopRow, ...]:
        """The first rows of a table as they stand, where its header can be chosen."""
        file, inner = self._find(table)
        source = self._open(file)
        try:
            return source.top(inner, limit) if isinstance(source, HeadedSource) else ()
        finally:
            source.close()

    def _find(self, table: str) -> tuple[Path, str]:
        self.discover()
        if table not in self._tables:
            raise SourceError(
                f'The folder "{self.path.name}" has no table called "{table}".',
                hint=f"It has {', '.join(self._tables)}.",
            )
        return self._tables[table]

    def identity(self) -> str:
        """SHA-256 over names and contents of the files."""
        digest = hashlib.sha256()
        for file in self._files:
            try:
                source = self._open(file)
            except SourceError:
                continue
            digest.update(f"{file.name}\0{source.identity()}\n".encode())
            source.close()
        return digest.hexdigest()

    def close(self) -> None:
        """Nothing stays open between calls."""

    def _open(self, file: Path) -> Source:
        """One file, with the options of its tables under the names they have there. A file's
        only table is called after the file, so its options are those of the whole file."""
        tables: dict[str, dict[str, Any]] = {}
        whole = self._options.source
        for name, given in self._options.table.items():
            if name == file.name:
                whole = {**whole, **given}
            elif name.startswith(f"{file.name}/"):
                tables[name.removeprefix(f"{file.name}/")] = given
        try:
            return self._open_file(file, replace(self._options, table=tables, source=whole))
        except OSError as error:
            raise SourceError(
                f'"{file.name}" cannot be opened: {error.strerror or type(error).__name__}.',
                path=str(file),
            ) from error

    def _nothing(self, why: str) -> SourceError:
        return SourceError(
            f'The folder "{self.path.name}" cannot be read: {why}.',
            hint="Choose a folder that holds CSV files, workbooks, JSON, Parquet or SQLite files.",
            path=str(self.path),
            reason="folder",
        )
