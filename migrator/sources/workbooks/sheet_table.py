"""A sheet as a table: where it begins, its columns, its records as batches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from migrator.model.source import SourceColumn
from migrator.sources.base import CellNote, ReadBatch, row_schema
from migrator.sources.guess import guess_type
from migrator.sources.headers import name_columns
from migrator.sources.workbooks.base import Cells, SheetFacts, check_grid, column_letters
from migrator.sources.workbooks.header_row import Row, find_header_row, starts_another_table

_SAMPLE_ROWS = 500
_BATCH_CELLS = 1_000_000


@dataclass
class SheetScan:
    """What one pass over all cells of a sheet tells.

    `sample` holds the first non-blank rows, `rows` counts the non-blank ones, `columns` the ones in
    use below the sample, `remarks` the remarks by code. `kept` holds all cells, so that reading
    need not pass again, or is None if they would have taken too much; `kept_bytes` is their size.
    """

    facts: SheetFacts = field(default_factory=SheetFacts)
    sample: list[Row] = field(default_factory=list)
    rows: int = 0
    columns: set[int] = field(default_factory=set)
    kept: list[Cells] | None = field(default_factory=list)
    kept_bytes: int = 0
    remarks: Counter[str] = field(default_factory=Counter)


def scan_cells(cells: Iterable[Cells], facts: SheetFacts, keep_bytes: int) -> SheetScan:
    """Pass over all cells and keep them if they are not larger than `keep_bytes`; SourceError if
    the sheet's grid is beyond reason."""
    scan = SheetScan(facts)
    for block in cells:
        if not len(block.rows):
            continue
        used = pc.unique(block.columns).to_pylist()
        check_grid(block.rows[len(block.rows) - 1].as_py(), max(*used, *scan.columns, 1))
        taken = _take_sample(scan.sample, block)
        scan.rows += _row_count(block.rows)
        if taken < len(block.rows):
            scan.columns.update(
                pc.unique(block.columns.slice(taken)).to_pylist() if taken else used
            )
        scan.remarks.update(remark.code for remark in block.remarks)
        if scan.kept is not None:
            scan.kept.append(block)
            scan.kept_bytes += block.rows.nbytes + block.columns.nbytes + block.texts.nbytes
            if scan.kept_bytes > keep_bytes:
                scan.kept, scan.kept_bytes = None, 0
    return scan


def _take_sample(sample: list[Row], block: Cells) -> int:
    """Move whole rows into the sample until it is full; how many cells were taken."""
    taken = 0
    while len(sample) < _SAMPLE_ROWS and taken < len(block.rows):
        part = block.rows.slice(taken, 20_000).to_pylist()
        columns = block.columns.slice(taken, 20_000).to_pylist()
        texts = block.texts.slice(taken, 20_000).to_pylist()
        for row, column, text in zip(part, columns, texts, strict=True):
            if not sample or sample[-1][0] != row:
                if len(sample) == _SAMPLE_ROWS:
                    return taken
                sample.append((row, {}))
            cells: Any = sample[-1][1]
            cells[column] = text or ""
            taken += 1
    return taken


def _row_count(rows: pa.Array) -> int:
    return len(rows) and 1 + int(
        pc.sum(pc.not_equal(rows.slice(1), rows.slice(0, len(rows) - 1))).as_py() or 0
    )


@dataclass(frozen=True)
class SheetTable:
    """Where the table of a sheet stands: headers in sheet row `header_row` (0: none), its columns
    from sheet column `first` on; `rows` counts its records (None if not known)."""

    header_row: int
    first: int
    columns: tuple[SourceColumn, ...]
    rows: int | None
    warnings: tuple[str, ...]


def plan_table(scan: SheetScan, header_row: int | None = None) -> SheetTable:
    """The table of a scanned sheet; `header_row` forces the header (0: there is none)."""
    header = find_header_row(scan.sample) if header_row is None else header_row
    if not scan.rows:
        return SheetTable(header, 1, (), 0, ("The sheet is empty.",))
    titles = dict(scan.sample).get(header, {})
    body = [(row, cells) for row, cells in scan.sample if row > header]
    used = scan.columns | set(titles) | {column for _, cells in body for column in cells}
    if not used:
        return SheetTable(header, 1, (), 0, ("The sheet has no rows below the header.",))
    first, last = min(used), max(used)
    headers = [titles.get(column, "") for column in range(first, last + 1)]
    types = [
        guess_type(cells.get(column) for _, cells in body) for column in range(first, last + 1)
    ]
    named, renamed = name_columns([" ".join(text.split()) for text in headers], types)
    columns = tuple(
        replace(column, header=text) for column, text in zip(named, headers, strict=True)
    )
    above = sum(1 for row, _ in scan.sample if row <= header)
    known = len(scan.sample) == scan.rows or not header or header < scan.sample[-1][0]
    rows = scan.rows - above if known else None
    warnings = [*renamed] if header else ["No header row was found: the columns are numbered."]
    if above > bool(titles):
        lines = above - bool(titles)
        warnings.append(f"{lines:,} filled rows above the header in row {header} are left out.")
    warnings += _shape_warnings(scan, body, used)
    if rows == 0:
        warnings.append("The sheet has a header but no rows.")
    return SheetTable(header, first, columns, rows, tuple(warnings))


def _shape_warnings(scan: SheetScan, body: list[Row], used: set[int]) -> list[str]:
    warnings = []
    facts = scan.facts
    if facts.merged_count:
        shown = ", ".join(facts.merged[:5]) + (" ..." if facts.merged_count > 5 else "")
        warnings.append(
            f"{facts.merged_count:,} merged ranges ({shown}): each value stays in its top left "
            "cell, the others are empty."
        )
    gaps = sorted(set(range(min(used), max(used))) - used)
    second = _second_table(body)
    if facts.tables > 1 or gaps or second:
        where = (
            f"column {column_letters(gaps[0])} is empty"
            if gaps
            else f"row {second} looks like another header"
            if second
            else f"the workbook declares {facts.tables} tables on it"
        )
        warnings.append(f"The sheet seems to hold several tables ({where}); it is read as one.")
    return warnings


def _second_table(body: list[Row]) -> int:
    """The first sheet row behind a blank one that looks like a header, after rows of data; 0."""
    for (before, above), (row, cells) in zip(body, body[1:], strict=False):
        data = not starts_another_table(above)
        if row > before + 1 and data and starts_another_table(cells):
            return row
    return 0


def table_batches(
    cells: Iterable[Cells], table: SheetTable, limit: int | None = None
) -> Iterator[ReadBatch]:
    """The records of the table; blank rows of the sheet are no records."""
    done = 0
    for block in cells:
        block = _below(block, table.header_row)  # noqa: PLW2901
        for rows in _slices(block, max(1, _BATCH_CELLS // max(len(table.columns), 1))):
            if limit is not None and done >= limit:
                return
            batch = _batch(rows, table, done, limit)
            done += batch.rows.num_rows
            yield batch


def _below(block: Cells, row: int) -> Cells:
    if not len(block.rows) or block.rows[0].as_py() > row:
        return block
    keep = pc.greater(block.rows, row)
    remarks = tuple(remark for remark in block.remarks if remark.row > row)
    return Cells(
        block.rows.filter(keep), block.columns.filter(keep), block.texts.filter(keep), remarks
    )


def _slices(block: Cells, size: int) -> Iterator[tuple[Cells, pa.Array, pa.Array]]:
    """(cells, place of each cell's row, sheet rows) for at most `size` rows at a time."""
    if not len(block.rows):
        return
    rows = pc.unique(block.rows)
    changes = pc.not_equal(block.rows.slice(1), block.rows.slice(0, len(block.rows) - 1))
    steps = pa.concat_arrays([pa.array([0], pa.int32()), changes.cast(pa.int32())])
    places = pc.cumulative_sum(steps)
    if len(rows) <= size:
        yield block, places, rows
        return
    numbers = places.to_pylist()
    begin = 0
    for start in range(0, len(rows), size):
        end = begin
        while end < len(numbers) and numbers[end] < start + size:
            end += 1
        part = slice(begin, end)
        chosen = rows.slice(start, size)
        low, high = chosen[0].as_py(), chosen[len(chosen) - 1].as_py()
        remarks = tuple(remark for remark in block.remarks if low <= remark.row <= high)
        piece = Cells(block.rows[part], block.columns[part], block.texts[part], remarks)
        yield piece, pc.subtract(places[part], start), chosen
        begin = end


def _batch(
    rows: tuple[Cells, pa.Array, pa.Array], table: SheetTable, done: int, limit: int | None
) -> ReadBatch:
    cells, places, numbers = rows
    count, width = len(numbers), len(table.columns)
    inside = pc.subtract(cells.columns, table.first)
    where = pc.add(pc.multiply(inside, count), places)
    texts = cells.texts.take(pc.inverse_permutation(where, max_index=count * width - 1))
    keep = count if limit is None else min(count, limit - done)
    columns = [texts.slice(place * count, keep) for place in range(width)]
    ordinals = pa.array(range(done + 1, done + keep + 1), pa.int64())
    record = pa.RecordBatch.from_arrays([ordinals, *columns], schema=row_schema(width))
    notes: tuple[CellNote, ...] = ()
    if cells.remarks:
        place_of = {row: place for place, row in enumerate(numbers.to_pylist())}
        notes = tuple(
            CellNote(
                done + 1 + place_of[remark.row],
                remark.column - table.first + 1,
                remark.code,
                remark.value,
                remark.detail,
            )
            for remark in cells.remarks
            if place_of[remark.row] < keep
        )
    return ReadBatch(record, notes=notes)
