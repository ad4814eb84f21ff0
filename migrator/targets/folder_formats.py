"""Files for machines: CSV by RFC 4180 and workbooks of text cells, written and read as streams."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell

from migrator.errors import TargetError
from migrator.model.text import Text

Writer = Callable[[IO[bytes], str, Sequence[str], Iterable[pa.RecordBatch]], None]
Reader = Callable[[Path, Sequence[str]], Iterator[pa.RecordBatch]]
Refusals = dict[int, tuple[str, str]]  # row -> code, reason

SHEET_ROWS = 1_048_576
CELL_LETTERS = 32_767
_READ_ROWS = 8_192
_NOT_IN_XML = "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def write_csv(
    file: IO[bytes], _title: str, columns: Sequence[str], batches: Iterable[pa.RecordBatch]
) -> None:
    """UTF-8, comma, CRLF, quotes where needed; nothing between commas is no value, `""` is the
    empty text."""
    file.write((",".join(_quoted(pa.array(columns)).to_pylist()) + "\r\n").encode())
    for batch in batches:
        if batch.num_rows:
            cells = [_quoted(column) for column in batch.columns]
            lines = pc.binary_join_element_wise(*cells, ",")
            file.write(("\r\n".join(lines.to_pylist()) + "\r\n").encode())


def read_csv(path: Path, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """The file's rows as string columns; None and '' told apart."""
    convert = pyarrow.csv.ConvertOptions(
        column_types={name: pa.string() for name in columns},
        null_values=[""],
        strings_can_be_null=True,
        quoted_strings_can_be_null=False,
    )
    parse = pyarrow.csv.ParseOptions(newlines_in_values=True)
    if not path.stat().st_size:
        return
    try:
        with pyarrow.csv.open_csv(path, parse_options=parse, convert_options=convert) as reader:
            yield from reader
    except pa.ArrowInvalid as error:
        raise TargetError(
            Text(
                f"{path.name} is no longer as it was written: {error}.",
                f"پرونده‌ی «{path.name}» دیگر همان نیست که نوشته شد: {error}.",
            ),
            hint=Text(
                "Somebody changed the file. Put it back, or delete it and load again.",
                "کسی پرونده را تغییر داده است. آن را برگردانید، یا پاکش کنید و "
                "دوباره بارگذاری کنید.",
            ),
        ) from error


def _quoted(column: pa.Array) -> pa.Array:
    doubled = pc.replace_substring(column, '"', '""')
    in_quotes = pc.binary_join_element_wise('"', doubled, '"', "")
    needs = pc.or_(pc.match_substring_regex(column, '[",\r\n]'), pc.equal(column, ""))
    return pc.if_else(needs, in_quotes, column).fill_null("")


def write_xlsx(
    file: IO[bytes], title: str, columns: Sequence[str], batches: Iterable[pa.RecordBatch]
) -> None:
    """Sheets of text cells with a header row; a new sheet where one is full."""
    book = Workbook(write_only=True)
    sheet: Any = None
    rows, number = SHEET_ROWS, 0

    def next_sheet() -> Any:
        nonlocal number
        number += 1
        made = book.create_sheet(_sheet_title(title, number))
        made.append([_cell(made, name) for name in columns])
        return made

    for batch in batches:
        for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            if rows >= SHEET_ROWS:
                sheet, rows = next_sheet(), 1
            sheet.append([None if v is None else _cell(sheet, v) for v in values])
            rows += 1
    if sheet is None:
        next_sheet()
    book.save(file)


def read_xlsx(path: Path, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """All sheets in order, header rows left out."""
    book = load_workbook(path, read_only=True)
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows: list[list[str | None]] = []
            for values in sheet.iter_rows(min_row=2, max_col=len(columns), values_only=True):
                padded = [*values, *([None] * (len(columns) - len(values)))]
                rows.append([None if v is None else _unescaped(str(v)) for v in padded])
                if len(rows) == _READ_ROWS:
                    yield _batch(rows, columns)
                    rows = []
            if rows:
                yield _batch(rows, columns)
    finally:
        book.close()


def refused_by_csv(_rows: pa.RecordBatch) -> Refusals:
    """A CSV file takes anything."""
    return {}


def refused_by_xlsx(rows: pa.RecordBatch) -> Refusals:
    """Rows with a cell longer than Excel takes, or with control characters."""
    refused: Refusals = {}
    for name, column in zip(rows.schema.names, rows.columns, strict=True):
        long = pc.greater(pc.utf8_length(column), CELL_LETTERS // 2)
        for row in pc.indices_nonzero(long.fill_null(False)).to_pylist():
            if len(_escaped(column[row].as_py()).encode("utf-16-le")) // 2 > CELL_LETTERS:
                refused[row] = ("cell_too_long", f"{name} has more than {CELL_LETTERS} letters.")
        control = pc.match_substring_regex(column, _NOT_IN_XML)
        for row in pc.indices_nonzero(control.fill_null(False)).to_pylist():
            refused[row] = ("control_character", f"{name} has a control character.")
    return dict(sorted(refused.items()))


def _batch(rows: list[list[str | None]], columns: Sequence[str]) -> pa.RecordBatch:
    arrays = [pa.array(values, pa.string()) for values in zip(*rows, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, names=list(columns))


def _cell(sheet: Any, value: str) -> Any:
    cell = WriteOnlyCell(sheet, value="")
    cell.value = _escaped(value)
    cell.data_type = "s"  # "=1+1" and "#N/A" are text here, not a formula or an error
    return cell


def _escaped(value: str) -> str:
    """A workbook spells a carriage return `_x000D_`; text that looks so already is protected."""
    return _ESCAPED.sub(r"_x005F_x\1_", value).replace("\r", "_x000D_")


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), value)


def _sheet_title(title: str, number: int) -> str:
    safe = re.sub(r"[\\/*?:\[\]]", "_", title)
    return safe[:31] if number == 1 else f"{safe[:25]} ({number})"


WRITERS: dict[str, Writer] = {"csv": write_csv, "xlsx": write_xlsx}
READERS: dict[str, Reader] = {"csv": read_csv, "xlsx": read_xlsx}
REFUSALS: dict[str, Callable[[pa.RecordBatch], Refusals]] = {
    "csv": refused_by_csv,
    "xlsx": refused_by_xlsx,
}
