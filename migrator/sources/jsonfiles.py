"""JSON files: one object per line (JSON Lines), or arrays of objects."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from migrator.errors import SourceError
from migrator.model.source import SourceTable, TableKind
from migrator.sources.base import OpenOptions, ReadBatch
from migrator.sources.bytestream import read_blocks
from migrator.sources.encoding import (
    MARKS,
    Encoding,
    from_bom,
    from_zeros,
    show_marks,
    to_text,
    to_utf8,
)
from migrator.sources.guess import guess_type
from migrator.sources.headers import name_columns
from migrator.sources.isolate import digest
from migrator.sources.jsontext import DECODER, cell
from migrator.sources.records import RECORD_LIMIT
from migrator.sources.rows import Collector

WHOLE_LIMIT = 256 * 2**20
_SAMPLE = 1_000


@dataclass(frozen=True)
class _Item:
    """A record: its `value` (a dict), or why there is none."""

    line: int
    value: dict[str, Any] | None
    code: str = ""
    detail: str = ""
    text: str = ""


class _JsonSource(ABC):
    """What both kinds share: columns are all names that occur, in the order they first do."""

    def __init__(self, path: Path, options: OpenOptions) -> None:  # noqa: ARG002
        self.path = path
        self._names: dict[str, list[str]] = {}
        self._tables: tuple[SourceTable, ...] = ()

    def discover(self) -> tuple[SourceTable, ...]:
        """The tables, after one pass over all records: names may appear late."""
        if not self._tables:
            self._tables = tuple(self._describe(name) for name in self._table_names())
        return self._tables

    def read(self, table: str, limit: int | None = None) -> Iterator[ReadBatch]:
        """The records of one table."""
        self.discover()
        if table not in self._names:
            raise SourceError(
                f'"{self.path.name}" has no table called "{table}".',
                hint=f"It has {', '.join(self._names)}.",
            )
        names = self._names[table]
        collector = Collector(len(names))
        for item in self._items(table):
            if limit is not None and collector.ordinal >= limit:
                break
            if item.value is None:
                collector.refuse(item.line, item.code, item.detail, item.text)
            else:
                collector.row([cell(item.value.get(name)) for name in names])
            if collector.ready:
                yield from collector.flush()
        yield from collector.flush()

    def identity(self) -> str:
        """SHA-256 of the file's bytes, in hex."""
        return digest(self.path)

    def close(self) -> None:
        """Nothing stays open between calls; what was found is forgotten."""
        self._names.clear()
        self._tables = ()

    def _table_names(self) -> Iterable[str]:
        return (self.path.name.split(".")[0] or self.path.name,)

    @abstractmethod
    def _items(self, table: str) -> Iterator[_Item]:
        """The table's items in order, unreadable ones too."""

    def _describe(self, table: str) -> SourceTable:
        names: dict[str, list[str | None]] = {}
        count = bad = 0
        for item in self._items(table):
            count += 1
            bad += item.value is None
            for name, value in (item.value or {}).items():
                seen = names.setdefault(name, [])
                if len(seen) < _SAMPLE:
                    seen.append(cell(value))
        if not names:
            raise SourceError(
                f'"{self.path.name}" holds no objects: there are no columns in it.',
                hint="A table in JSON is an array of objects, or one object per line.",
                path=str(self.path),
            )
        self._names[table] = list(names)
        columns, warnings = name_columns(list(names), [guess_type(v) for v in names.values()])
        facts = {"encoding": _encoding(self.path).name}
        if bad:
            warnings = (*warnings, f"{bad} records cannot be read.")
        return SourceTable(table, columns, TableKind.FILE, count, facts=facts, warnings=warnings)


class JsonLinesSource(_JsonSource):
    """One JSON object per line, plain or gzip; a line that is none is an unreadable record."""

    def _items(self, table: str) -> Iterator[_Item]:  # noqa: ARG002
        encoding = _encoding(self.path)
        blocks = to_utf8(read_blocks(self.path, encoding.bom), encoding.name)
        for line, data in enumerate(_lines(blocks, self.path), 1):
            if data.strip():
                yield _line_item(line, to_text(data, encoding.name))


class JsonSource(_JsonSource):
    """A JSON array of objects, or an object whose values are such arrays: one table each."""

    def __init__(self, path: Path, options: OpenOptions) -> None:
        super().__init__(path, options)
        self._text = ""

    def _table_names(self) -> Iterable[str]:
        text = self._whole()
        if text.lstrip().startswith("["):
            return super()._table_names()
        found = self._decode(text)
        names = [name for name, value in found.items() if _is_table(value)]
        return names or super()._table_names()

    def _items(self, table: str) -> Iterator[_Item]:
        text = self._whole()
        if text.lstrip().startswith("["):
            yield from self._elements(text)
            return
        found = self._decode(text)
        values = found[table] if _is_table(found.get(table)) else [found]
        yield from (_item(0, value) for value in values)

    def _whole(self) -> str:
        if not self._text:
            size = self.path.stat().st_size
            if size > WHOLE_LIMIT:
                raise SourceError(
                    f'"{self.path.name}" was refused: it is larger than'
                    f" {WHOLE_LIMIT // 2**20} MiB and must be read as a whole.",
                    hint="Save it as JSON Lines (one object per line).",
                    path=str(self.path),
                )
            encoding = _encoding(self.path)
            data = b"".join(to_utf8(read_blocks(self.path, encoding.bom), encoding.name))
            self._text = to_text(data, encoding.name)
        return self._text

    def _decode(self, text: str) -> dict[str, Any]:
        try:
            value = DECODER.decode(text)
        except (ValueError, RecursionError) as error:
            raise self._not_json(error) from error
        return value if isinstance(value, dict) else {}

    def _elements(self, text: str) -> Iterator[_Item]:
        place = text.index("[") + 1
        try:
            while (place := _skip(text, place)) < len(text) and text[place] != "]":
                value, place = DECODER.raw_decode(text, place)
                yield _item(0, value)
                place = _skip(text, place)
                if text[place : place + 1] not in (",", "]"):
                    raise json.JSONDecodeError("expecting , or ]", text, place)
                place += text[place] == ","
            if place >= len(text):
                raise json.JSONDecodeError("the array is not closed", text, place)
        except (ValueError, RecursionError) as error:
            raise self._not_json(error) from error

    def _not_json(self, error: Exception) -> SourceError:
        place = ""
        if isinstance(error, json.JSONDecodeError):
            place = f" (line {error.lineno}, column {error.colno}: {error.msg})"
        return SourceError(
            f'"{self.path.name}" is not valid JSON{place}.',
            hint="Export it again, or mend it at that place.",
            path=str(self.path),
        )


def _encoding(path: Path) -> Encoding:
    head = next(read_blocks(path), b"")[:4096]
    if not head:
        raise SourceError(
            f'"{path.name}" is empty: it has no bytes at all.', path=str(path), reason="empty"
        )
    return from_bom(head) or from_zeros(head) or Encoding("utf-8")


def _lines(blocks: Iterator[bytes], path: Path) -> Iterator[bytes]:
    rest = b""
    for block in blocks:
        lines = (rest + block).split(b"\n")
        rest = lines.pop()
        if len(rest) > RECORD_LIMIT:
            raise SourceError(
                f'"{path.name}" was refused: a line is longer than {RECORD_LIMIT // 2**20} MiB.',
                hint="JSON Lines have one object per line; is it another kind of JSON?",
                path=str(path),
            )
        yield from lines
    if rest:
        yield rest


def _line_item(line: int, text: str) -> _Item:
    if found := MARKS.search(text):
        detail = f"byte {show_marks(found[0])} in line {line}"
        return _Item(line, None, "undecodable_bytes", detail, show_marks(text[:500]))
    try:
        value = DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        what = error.msg if isinstance(error, json.JSONDecodeError) else "too deep or ambiguous"
        return _Item(line, None, "unreadable_record", f"not valid JSON: {what}", text[:500])
    return _item(line, value)


def _item(line: int, value: Any) -> _Item:
    """A record of a decoded value; half characters (lone surrogates) are no text."""
    if not isinstance(value, dict):
        return _Item(line, None, "unreadable_record", "not an object", str(cell(value))[:500])
    try:
        "".join([*value, *(cell(part) or "" for part in value.values())]).encode()
    except UnicodeEncodeError:
        shown = str(cell(value)).encode("utf-8", "backslashreplace").decode()[:500]
        return _Item(line, None, "undecodable_bytes", "half of a character pair", shown)
    return _Item(line, value)


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in " \t\r\n":
        place += 1
    return place
