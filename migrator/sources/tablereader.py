"""The records of one delimited table as batches: fast on regular blocks, exact on all others."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from migrator.errors import SourceError
from migrator.sources.base import CellNote, ReadBatch, Unreadable, row_schema
from migrator.sources.blocks import complete, parse
from migrator.sources.encoding import MARKS, byte_length, show_marks, to_text
from migrator.sources.records import (
    FIELD_LIMIT,
    NO_DELIMITER,
    RECORD_LIMIT,
    Dialect,
    Record,
    is_blank,
    split_records,
)
from migrator.sources.rows import make_batch

SKIP_LIMIT = 2**26
WINDOW = 2**17
ARROW_BYTES = 2**28  # columns times block that Arrow may parse at once
NUL = "\0"
_SHOWN = 500


@dataclass
class _Place:
    """Where reading stands: records and lines before, and the byte of the file."""

    ordinal: int = 0
    line: int = 0
    offset: int = 0


class TableReader:
    """Reads one table of a text file.

    `blocks` given to `batches` are UTF-8 bytes that begin with the table's first record;
    `encoding` is the file's, for byte offsets; `line` and `offset` say where they begin.
    """

    def __init__(self, name: str, dialect: Dialect, width: int, encoding: str) -> None:
        self.name = name
        self.dialect = dialect
        self.width = width
        self.encoding = encoding
        self.schema = row_schema(width)
        self._place = _Place()
        self._skipped = 0
        self._inside = False
        plain = len(dialect.delimiter) == 1 and dialect.delimiter.isascii()
        self._fast = plain and dialect.quote.isascii() and not dialect.skip_space

    def batches(self, blocks: Iterable[bytes], line: int, offset: int) -> Iterator[ReadBatch]:
        """All batches; `line` is the 1-based line and `offset` the byte of the first record."""
        self._place = _Place(0, line - 1, offset)
        rest = b""
        for block, final in _with_last(blocks):
            data = self._skip(rest + block if rest else block)
            used = 0
            for batch, end in self._drain(data, final):
                used = end
                if batch is not None:
                    yield batch
            rest = data[used:]
            if len(rest) > RECORD_LIMIT:
                yield self._leave_out(rest)
                rest = b""

    def _leave_out(self, data: bytes) -> ReadBatch:
        """Count the record that `data` begins as too large and skip to its end from now on."""
        quote = self.dialect.quote.encode()
        self._skipped = len(data)
        self._inside = bool(quote) and data.count(quote) % 2 == 1
        self._place.ordinal += 1
        text = _shown(to_text(data[:_SHOWN], self.encoding))
        detail = f"more than {RECORD_LIMIT // 2**20} MiB"
        line = self._place.line + 1
        bad = Unreadable(self._place.ordinal, line, "field_too_large", detail, text)
        self._move(data, _line_ends(data))
        return make_batch([], [], self.width, [bad])

    def _skip(self, data: bytes) -> bytes:
        """What follows the record that is being skipped; all of `data` if none is."""
        if not self._skipped:
            return data
        end, self._inside = _record_end(data, self.dialect.quote.encode(), self._inside)
        self._skipped = 0 if end else self._skipped + len(data)
        if self._skipped > SKIP_LIMIT:
            raise self._endless()
        gone = data[: end or len(data)]
        self._move(gone, _line_ends(gone))
        return data[len(gone) :]

    def _endless(self) -> SourceError:
        return SourceError(
            f'"{self.name}" was refused: the record on line {self._place.line + 1} is longer than'
            f" {SKIP_LIMIT // 2**20} MiB.",
            hint="A quote that is never closed does that: mend the file, or set the option quote"
            " to none.",
            reason="record_limit",
        )

    def _drain(self, data: bytes, final: bool) -> Iterator[tuple[ReadBatch | None, int]]:
        """Batches of all complete records of `data`, each with the place where it ends.

        The whole block goes the fast way if it is regular; otherwise it is cut into windows, so
        that one bad record makes only its window slow. So is the block of a wide table: Arrow's
        reader sets aside as much memory for each column as the block has bytes.
        """
        whole = len(data) * len(self.schema) <= ARROW_BYTES
        batch, used = self._quickly(data, final) if whole else (None, 0)
        if batch is not None:
            yield batch, used
            return
        used = 0
        while used < len(data):
            window = data[used : used + WINDOW]
            last = final and used + len(window) == len(data)
            batch, taken = self._quickly(window, last)
            if batch is None:
                batch, taken = self._slowly(window, last)
            if not taken and len(window) < len(data) - used:
                batch, taken = self._slowly(data[used:], final)
            if not taken:
                return
            used += taken
            yield batch, used

    def _move(self, data: bytes, lines: int) -> None:
        self._place.line += lines
        if self.encoding == "utf-8":
            self._place.offset += len(data)
        else:
            self._place.offset += byte_length(to_text(data, self.encoding), self.encoding)

    def _quickly(self, data: bytes, final: bool) -> tuple[ReadBatch | None, int]:
        """The complete records of a regular block; None if it is not."""
        if not self._fast:
            return None, 0
        used = complete(data, self.dialect.quote.encode(), final=final)
        part = data[:used]
        table = parse(part, self.dialect, self.schema) if used else None
        if table is None:
            return None, 0
        first = self._place.ordinal + 1
        self._place.ordinal += table.num_rows
        ordinals = pa.array(range(first, self._place.ordinal + 1), pa.int64())
        columns = [column.combine_chunks() for column in table.columns]
        self._move(part, _line_ends(part))
        return ReadBatch(pa.RecordBatch.from_arrays([ordinals, *columns], schema=self.schema)), used

    # -- slow path

    def _slowly(self, data: bytes, final: bool) -> tuple[ReadBatch | None, int]:
        text = to_text(data, self.encoding)
        maker = _Maker(self, text)
        end = 0
        for record in split_records(text, self.dialect, final=final):
            maker.add(record)
            end = record.end
        if end == 0 and final:
            return None, len(data)
        if end == 0 and len(data) > RECORD_LIMIT:
            end = self._give_up(text, maker)
        if end == 0:
            return None, 0
        part = data[: len(text[:end].encode("utf-8", _errors(self.encoding)))]
        batch = maker.batch()
        self._move(part, _line_ends(part))
        return batch, len(part)

    def _give_up(self, text: str, maker: _Maker) -> int:
        """The end of a record beyond the limit that is now unreadable; 0 if it still goes on."""
        stop = next(split_records(text, Dialect(NO_DELIMITER, ""), final=False), None)
        if stop is not None:
            maker.refuse(stop, "unreadable_record", "a quote opens here that is never closed")
            return stop.end
        return 0


class _Maker:
    """Collects records of the slow path into one batch."""

    def __init__(self, reader: TableReader, text: str) -> None:
        self.reader = reader
        self.text = text
        self.marked = MARKS.search(text) is not None
        self.rows: list[list[str]] = []
        self.ordinals: list[int] = []
        self.unreadable: list[Unreadable] = []
        self.notes: list[CellNote] = []

    def add(self, record: Record) -> None:
        """Take a record as a row, an unreadable one, or not at all if it is blank."""
        reader = self.reader
        text = self.text[record.start : record.end]
        if is_blank(text, reader.width, reader.dialect.delimiter):
            return
        if self.marked and (found := MARKS.search(text)):
            place = record.start + found.start()
            offset = reader._place.offset + byte_length(self.text[:place], reader.encoding)
            detail = f"byte {show_marks(found[0])} at offset {offset}"
            self.refuse(record, "undecodable_bytes", detail)
        elif record.cells is None:
            self.refuse(record, "unreadable_record", record.problem)
        elif len(record.cells) > reader.width:
            detail = f"{len(record.cells)} cells, {reader.width} columns"
            self.refuse(record, "too_many_cells", detail)
        elif any(len(cell) > FIELD_LIMIT for cell in record.cells):
            detail = f"{max(map(len, record.cells))} characters, {FIELD_LIMIT} allowed"
            self.refuse(record, "field_too_large", detail)
        else:
            self._row(record.cells)

    def refuse(self, record: Record, code: str, detail: str) -> None:
        """Count the record as unreadable."""
        reader = self.reader
        reader._place.ordinal += 1
        text = _shown(self.text[record.start : record.end])
        line = reader._place.line + record.line + 1
        self.unreadable.append(Unreadable(reader._place.ordinal, line, code, detail, text))

    def _row(self, cells: list[str]) -> None:
        reader = self.reader
        reader._place.ordinal += 1
        ordinal = reader._place.ordinal
        for column, cell in enumerate(cells, 1):
            if NUL in cell:
                cells[column - 1] = cell.replace(NUL, "")
                detail = f"at character {cell.index(NUL) + 1}"
                note = CellNote(ordinal, column, "nul_character", cells[column - 1], detail)
                self.notes.append(note)
        if len(cells) < reader.width:
            self.notes.append(CellNote(ordinal, len(cells) + 1, "too_few_cells", ""))
            cells += [""] * (reader.width - len(cells))
        self.rows.append(cells)
        self.ordinals.append(ordinal)

    def batch(self) -> ReadBatch:
        """All that was collected."""
        width = self.reader.width
        return make_batch(self.ordinals, self.rows, width, self.unreadable, self.notes)


def _with_last(blocks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Blocks, each with whether it is the last."""
    held: bytes | None = None
    for block in blocks:
        if held is not None:
            yield held, False
        held = block
    if held is not None:
        yield held, True


def _record_end(data: bytes, quote: bytes, inside: bool) -> tuple[int, bool]:
    """Where a record that goes on in `data` ends (behind its LF or CR), 0 if it does not, and
    whether a quote is open there."""
    place = 0
    while True:
        mark = data.find(quote, place) if quote else -1
        if not inside:
            stops = [p for p in (data.find(b"\n", place), data.find(b"\r", place)) if p >= 0]
            if stops and (mark < 0 or min(stops) < mark):
                return min(stops) + 1, False
        if mark < 0:
            return 0, inside
        inside = not inside
        place = mark + 1


def _line_ends(data: bytes) -> int:
    lines = data.count(b"\n")
    return lines + data.count(b"\r") - data.count(b"\r\n") if b"\r" in data else lines


def _errors(encoding: str) -> str:
    return "surrogateescape" if encoding == "utf-8" else "surrogatepass"


def _shown(text: str) -> str:
    return show_marks(text.rstrip("\r\n")[:_SHOWN])[:_SHOWN]


def take(batches: Iterable[ReadBatch], limit: int | None) -> Iterator[ReadBatch]:
    """The first `limit` records of a stream of batches, unreadable ones counted."""
    if limit is None:
        yield from batches
        return
    for batch in batches:
        seen = _last(batch)
        if seen <= limit:
            yield batch
        else:
            count = pc.sum(pc.less_equal(batch.rows.column(0), limit)).as_py() or 0
            bad = tuple(itertools.takewhile(lambda u: u.ordinal <= limit, batch.unreadable))
            notes = tuple(itertools.takewhile(lambda n: n.ordinal <= limit, batch.notes))
            if count or bad:
                yield ReadBatch(batch.rows.slice(0, count), bad, notes)
        if seen >= limit:
            return


def _last(batch: ReadBatch) -> int:
    last_row = batch.rows.column(0)[-1].as_py() if batch.rows.num_rows else 0
    return max(int(last_row), batch.unreadable[-1].ordinal if batch.unreadable else 0)
