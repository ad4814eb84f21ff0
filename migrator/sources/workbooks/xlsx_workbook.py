"""The reader of .xlsx and .xlsm: its own scan is guard and reader in one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import BinaryIO

import pyarrow as pa

from migrator.sources.workbooks.base import Cells, SheetFacts, SheetInfo, damaged
from migrator.sources.workbooks.xlsx_parts import WorkbookParts, cell_styles, workbook_parts
from migrator.sources.workbooks.xlsx_sheet import raw_cells
from migrator.sources.workbooks.xlsx_strings import shared_strings
from migrator.sources.workbooks.xlsx_text import CellTexts
from migrator.sources.workbooks.zipguard import Package


class XlsxWorkbook:
    """A workbook of OOXML parts; `part` is its workbook.xml."""

    kind = "xlsx"

    def __init__(self, file: BinaryIO, package: Package, part: str) -> None:
        self._file = file
        self._package = package
        self._parts: WorkbookParts = workbook_parts(package, part)
        self._styles = cell_styles(package, self._parts.styles)
        self._strings: pa.Array | None = None
        self.sheets: tuple[SheetInfo, ...] = tuple(sheet.info for sheet in self._parts.sheets)
        self.facts = {"date_system": "1904" if self._parts.epoch_1904 else "1900"}
        self.warnings = self._warnings(posixpath.dirname(part))

    def _warnings(self, folder: str) -> tuple[str, ...]:
        found = []
        if self._parts.external:
            found.append("The workbook links to other files; the links are not followed.")
        if self._package.has(posixpath.join(folder, "vbaProject.bin")):
            found.append("The workbook holds macros; they are not run.")
        return tuple(found)

    def cells(self, index: int, facts: SheetFacts) -> Iterator[Cells]:
        """The cells of a sheet; SourceError if its part is missing, damaged or hostile."""
        sheet = self._parts.sheets[index]
        if not sheet.part:
            raise damaged(f"the content of sheet {sheet.info.name!r} is missing from it")
        if self._strings is None:
            self._strings = shared_strings(self._package, self._parts.strings)
        texts = CellTexts(self._strings, self._styles, self._parts.epoch_1904)
        for raw in raw_cells(self._package, sheet.part, facts):
            yield texts.convert(raw)

    def close(self) -> None:
        """Release the file; safe to call twice."""
        self._package.close()
        self._file.close()
