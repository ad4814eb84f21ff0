"""The cells of a workbook that came back, read behind the guard and in a child process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from migrator.errors import SourceError
from migrator.model.source import SourceTable
from migrator.sources.base import OpenOptions, ReadBatch
from migrator.sources.isolate import Isolated
from migrator.sources.workbooks.base import SheetFacts, hostile
from migrator.sources.workbooks.opener import open_workbook
from migrator.sources.workbooks.safe_xml import SafeParser
from migrator.sources.workbooks.zipguard import Package

MOST_CELLS = 2_000_000
# Where a package names who saved it last, and how it calls them there.
_EDITORS = {"docprops/core.xml": "lastModifiedBy", "meta.xml": "creator"}
_MOST_BYTES = 1 << 20


@dataclass(frozen=True)
class Sheet:
    """A sheet: its texts by (row, column), 1-based, and the cells that hold no value that could be
    read (a formula without a result, an error)."""

    name: str
    texts: dict[tuple[int, int], str]
    unreadable: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class CopyCells:
    """A whole workbook, and who saved it last ("" where it does not say)."""

    sheets: tuple[Sheet, ...]
    who: str


def copy_cells(path: Path) -> CopyCells:
    """Read a workbook in a child process. Raises SourceError for what is none, is damaged or is
    built to harm."""
    reader = Isolated(CellsReader, path, OpenOptions())
    try:
        # The child hands over whatever `discover` returned.
        return cast("CopyCells", reader.discover())
    finally:
        reader.close()


class CellsReader:
    """The child's side: `discover` is the whole workbook."""

    def __init__(self, path: Path, options: OpenOptions) -> None:
        self._path = path
        self._secret = options.secret

    def discover(self) -> tuple[SourceTable, ...]:
        """CopyCells; the signature is that of every reader."""
        return cast("tuple[SourceTable, ...]", cells_of(self._path, self._secret))

    def read(self, table: str, limit: int | None = None) -> Iterator[ReadBatch]:
        """Nothing: a copy has no tables."""
        del table, limit
        yield from ()

    def identity(self) -> str:
        """Not asked for a copy."""
        return ""

    def close(self) -> None:
        """Nothing stays open."""


def cells_of(path: Path, secret: str = "") -> CopyCells:
    """Every cell of a workbook, read in this process."""
    book = open_workbook(path, secret)
    try:
        sheets, total = [], 0
        for index, info in enumerate(book.sheets):
            if info.kind != "sheet":
                continue
            texts: dict[tuple[int, int], str] = {}
            bad: set[tuple[int, int]] = set()
            for block in book.cells(index, SheetFacts()):
                places = zip(block.rows.to_pylist(), block.columns.to_pylist(), strict=True)
                found = zip(places, block.texts.to_pylist(), strict=True)
                texts |= {place: text for place, text in found if text is not None}
                bad |= {(one.row, one.column) for one in block.remarks} - texts.keys()
                if total + len(texts) > MOST_CELLS:
                    raise hostile(f"it has more than {MOST_CELLS:,} cells")
            total += len(texts)
            sheets.append(Sheet(info.name, texts, frozenset(bad)))
    finally:
        book.close()
    return CopyCells(tuple(sheets), _editor(path))


def _editor(path: Path) -> str:
    """Who saved the workbook last, as it says itself."""
    with path.open("rb") as file:
        try:
            package = Package(file)
            for part, name in _EDITORS.items():
                if package.has(part):
                    return _properties(package.read(part, _MOST_BYTES), part).get(name, "")
        except SourceError:
            pass  # the cells were read: who it was is only told, nothing hangs on it
    return ""


def _properties(data: bytes, part: str) -> dict[str, str]:
    found: dict[str, str] = {}
    now = ""

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal now
        now = name.rpartition(" ")[2]

    def text(content: str) -> None:
        found[now] = (found.get(now, "") + content).strip()[:200]

    def end(_: str) -> None:
        nonlocal now
        now = ""

    parser = SafeParser(part, start, end, text)
    parser.feed(data, final=True)
    return found
