"""The reader of .ods: one streaming pass over content.xml per sheet, guard and reader in one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from migrator.errors import SourceError
from migrator.sources.workbooks.base import (
    MAX_SHEETS,
    Cells,
    SheetFacts,
    SheetInfo,
    damaged,
    hostile,
)
from migrator.sources.workbooks.ods_cells import ODF, TABLE, OdsCells
from migrator.sources.workbooks.safe_xml import SafeParser, parse_all
from migrator.sources.workbooks.zipguard import CountedPart, Package

CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_CHUNK = 256 << 10
_STYLE = f"{ODF}style:1.0 "
_LIMIT = 16 << 20


class OdsWorkbook:
    """An OpenDocument spreadsheet; SourceError if it is locked with a password."""

    kind = "ods"

    def __init__(self, file: BinaryIO, package: Package) -> None:
        self._file = file
        self._package = package
        _check_manifest(package)
        self.sheets = _list_sheets(package)
        self.facts: dict[str, str] = {}
        self.warnings: tuple[str, ...] = ()

    def cells(self, index: int, facts: SheetFacts) -> Iterator[Cells]:
        """The cells of a sheet; SourceError if content.xml is damaged or hostile."""
        events = _OneTable(index, facts)
        parser = SafeParser(CONTENT, events.start, events.end, events.text)
        with self._package.open(CONTENT) as part:
            for data in _pieces(part):
                parser.feed(data)
                if events.cells.gathered.full():
                    yield events.cells.gathered.take()
        parser.feed(b"", final=True)
        yield events.cells.gathered.take()

    def close(self) -> None:
        """Release the file; safe to call twice."""
        self._package.close()
        self._file.close()


class _OneTable:
    """Passes on what belongs to the table at one place of the document."""

    def __init__(self, index: int, facts: SheetFacts) -> None:
        self.cells = OdsCells(facts)
        self._wanted = index
        self._seen = -1
        self._depth = 0  # inside tables: a cell may hold another one

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == f"{TABLE}table":
            self._depth += 1
            if self._depth == 1:
                self._seen += 1
                return
        if self._depth and self._seen == self._wanted:
            self.cells.start(tag, attributes)

    def end(self, tag: str) -> None:
        if tag == f"{TABLE}table":
            self._depth -= 1
        if self._depth and self._seen == self._wanted:
            self.cells.end(tag)

    def text(self, data: str) -> None:
        if self._depth and self._seen == self._wanted:
            self.cells.text(data)


def _pieces(part: CountedPart) -> Iterator[bytes]:
    while data := part.read(_CHUNK):
        yield data


def _check_manifest(package: Package) -> None:
    locked = []

    def start(tag: str, _attributes: dict[str, str]) -> None:
        if tag.endswith(" encryption-data"):
            locked.append(tag)

    if package.has(_MANIFEST):
        parse_all(package.read(_MANIFEST, _LIMIT), _MANIFEST, start)
    if locked:
        raise SourceError(
            "The file is locked with a password, which cannot be undone here for this format.",
            hint="Open it in LibreOffice, save it without a password and read the new file.",
            reason="password",
        )


def _list_sheets(package: Package) -> tuple[SheetInfo, ...]:
    """Names and visibility of all tables, in document order."""
    listed = _Listed()
    parser = SafeParser(CONTENT, listed.start, listed.end)
    with package.open(CONTENT) as part:
        for data in _pieces(part):
            parser.feed(data)
    parser.feed(b"", final=True)
    if not listed.sheets:
        raise damaged("it lists no sheets")
    return tuple(listed.sheets)


class _Listed:
    """Gathers the outermost tables and the table styles that hide."""

    def __init__(self) -> None:
        self.sheets: list[SheetInfo] = []
        self._hidden: set[str] = set()
        self._style = ""
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == f"{_STYLE}style":
            self._style = attributes.get(f"{_STYLE}name", "")
        elif tag == f"{_STYLE}table-properties":
            if attributes.get(f"{TABLE}display") == "false":
                self._hidden.add(self._style)
        elif tag == f"{TABLE}table":
            self._depth += 1
            if self._depth == 1:
                hidden = attributes.get(f"{TABLE}style-name", "") in self._hidden
                name = attributes.get(f"{TABLE}name", "")
                self.sheets.append(SheetInfo(name, "hidden" if hidden else ""))
                if len(self.sheets) > MAX_SHEETS:
                    raise hostile(f"it lists more than {MAX_SHEETS:,} sheets")

    def end(self, tag: str) -> None:
        if tag == f"{TABLE}table":
            self._depth -= 1
