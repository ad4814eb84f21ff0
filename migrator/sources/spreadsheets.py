"""Spreadsheets as a source: every sheet is a table, every cell text."""

from __future__ import annotations

import difflib
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from migrator.errors import SourceError
from migrator.model.source import SourceTable, TableKind
from migrator.sources.base import OpenOptions, ReadBatch, TopRow
from migrator.sources.workbooks.base import Cells, SheetFacts, SheetInfo, Workbook, column_letters
from migrator.sources.workbooks.opener import open_workbook
from migrator.sources.workbooks.sheet_range import SheetRange
from migrator.sources.workbooks.sheet_table import (
    SheetScan,
    SheetTable,
    plan_table,
    scan_cells,
    table_batches,
)

_SKIPPED = {
    "chart": "holds a chart, not cells",
    "dialog": "holds a dialog, not cells",
    "macro": "holds macros of an old kind",
}
_MERGES_SHOWN = 20
# Cells kept between `discover` and `read`, of all sheets together: about 600,000 rows of 12.
_KEPT_BYTES = 256 << 20
_DEFAULTS = OpenOptions()


class SpreadsheetSource:
    """An .xlsx, .xlsm, .xlsb, .xls or .ods file, with a password if `options.secret` has one.

    Meant to run in a guarded child process: a file may still be too much for its memory.
    `options.table[sheet]["header_row"]` forces the header row (a sheet row; 0: there is none),
    `["range"]` leaves out what is not in it (A3:F120); `options.source` does so for every sheet.
    """

    def __init__(self, path: str | Path, options: OpenOptions = _DEFAULTS) -> None:
        self._path = Path(path)
        self._options = options
        self._workbook: Workbook | None = None
        self._scans: dict[int, SheetScan] = {}
        self._plans: dict[int, SheetTable] = {}

    def discover(self) -> tuple[SourceTable, ...]:
        """Every sheet with cells, hidden ones too; each is passed over once in full, so what comes
        out here can also be read. SourceError if the file is damaged, locked or hostile."""
        book = self._book()
        names = _table_names(book.sheets)
        self._check_options(names)
        tables = [self._table(index, name) for index, name in names.items()]
        if not tables:
            raise SourceError(
                f"{self._path.name!r} has no sheet with cells.",
                hint="Choose a file that holds a table.",
            )
        about = book.warnings + tuple(
            f'Sheet "{sheet.name}" {_SKIPPED[sheet.kind]}, and was skipped.'
            for sheet in book.sheets
            if sheet.kind in _SKIPPED
        )
        return (replace(tables[0], warnings=about + tables[0].warnings), *tables[1:])

    def read(self, table: str, limit: int | None = None) -> Iterator[ReadBatch]:
        """The records of a sheet in order; blank rows are no records."""
        index = self._index(table)
        plan = self._plan(index, table)
        if plan.columns:
            kept = self._scan(index, table).kept
            cells = self._cells(index, table, SheetFacts()) if kept is None else kept
            yield from table_batches(cells, plan, limit)

    def top(self, table: str, limit: int) -> tuple[TopRow, ...]:
        """The first filled rows of a sheet as they stand; `line` is the sheet row. The cells
        begin with the column where the table begins, or further left if they stand there."""
        index = self._index(table)
        rows = self._scan(index, table).sample[:limit]
        used = [column for _, cells in rows for column in cells]
        first = min([*used, self._plan(index, table).first])
        places = range(first, max(used, default=first) + 1)
        return tuple(TopRow(row, tuple(cells.get(at, "") for at in places)) for row, cells in rows)

    def identity(self) -> str:
        """SHA-256 of the file's bytes."""
        with self._path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def close(self) -> None:
        """Release the file; safe to call twice."""
        if self._workbook is not None:
            self._workbook.close()
            self._workbook = None
            self._scans.clear()
            self._plans.clear()

    def _book(self) -> Workbook:
        if self._workbook is None:
            self._workbook = open_workbook(self._path, self._options.secret)
        return self._workbook

    def _given(self, name: str) -> dict[str, Any]:
        return {**self._options.source, **self._options.table.get(name, {})}

    def _cells(self, index: int, name: str, facts: SheetFacts) -> Iterable[Cells]:
        cells = self._book().cells(index, facts)
        part = _range(self._given(name), name)
        return cells if part is None else part.of_cells(iter(cells))

    def _scan(self, index: int, name: str) -> SheetScan:
        if index not in self._scans:
            facts = SheetFacts()
            left = _KEPT_BYTES - sum(scan.kept_bytes for scan in self._scans.values())
            self._scans[index] = scan_cells(self._cells(index, name, facts), facts, left)
        return self._scans[index]

    def _plan(self, index: int, name: str) -> SheetTable:
        if index not in self._plans:
            header_row = _header_row(self._given(name), name)
            self._plans[index] = plan_table(self._scan(index, name), header_row)
        return self._plans[index]

    def _table(self, index: int, name: str) -> SourceTable:
        book = self._book()
        plan = self._plan(index, name)
        facts = self._scan(index, name).facts
        told = {"format": book.kind, **book.facts, "header_row": str(plan.header_row)}
        if part := str(self._given(name).get("range") or "").strip():
            told["range"] = part
        if plan.first > 1:
            told["first_column"] = column_letters(plan.first)
        warnings = list(plan.warnings)
        if book.sheets[index].hidden:
            told["hidden"] = book.sheets[index].hidden
            warnings.insert(0, f"The sheet is {book.sheets[index].hidden} in the workbook.")
        if facts.merged:
            more = facts.merged_count - _MERGES_SHOWN
            told["merged"] = ", ".join(facts.merged[:_MERGES_SHOWN])
            told["merged"] += f" and {more:,} more" if more > 0 else ""
        return SourceTable(
            name,
            plan.columns,
            TableKind.SHEET,
            rows=plan.rows,
            facts=told,
            warnings=tuple(warnings),
        )

    def _index(self, table: str) -> int:
        names = _table_names(self._book().sheets)
        for index, name in names.items():
            if name == table:
                return index
        raise _no_sheet(table, list(names.values()))

    def _check_options(self, names: dict[int, str]) -> None:
        for table in self._options.table:
            if table not in names.values():
                raise _no_sheet(table, list(names.values()))


def _table_names(sheets: tuple[SheetInfo, ...]) -> dict[int, str]:
    """Table names by place in the workbook, of sheets with cells; repeated ones are numbered."""
    seen: Counter[str] = Counter()
    names = {}
    for index, sheet in enumerate(sheets):
        if sheet.kind in _SKIPPED:
            continue
        name = sheet.name or f"Sheet {index + 1}"
        seen[name] += 1
        names[index] = name if seen[name] == 1 else f"{name} ({seen[name]})"
    return names


def _header_row(options: dict[str, Any], table: str) -> int | None:
    given = options.get("header_row")
    if given is None or given == "":
        return None
    text = str(given)
    if text.isascii() and text.isdigit():
        return int(text)
    raise SourceError(
        f"The header row of sheet {table!r} cannot be {given!r}.",
        hint="Give the number of a row, or 0 if there is none.",
    )


def _range(options: dict[str, Any], table: str) -> SheetRange | None:
    given = str(options.get("range") or "").strip()
    if not given:
        return None
    try:
        return SheetRange.of(given)
    except ValueError:
        raise SourceError(
            f"The range of sheet {table!r} cannot be {given!r}.",
            hint="Write it as a spreadsheet does: A3:F120, B:F or 3:120.",
        ) from None


def _no_sheet(table: str, names: list[str]) -> SourceError:
    near = difflib.get_close_matches(table, names, n=1)
    return SourceError(
        f"There is no sheet called {table!r}.",
        hint=f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(names[:20])}.",
    )
