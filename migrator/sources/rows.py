"""Python rows to batches of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pyarrow as pa

from migrator.sources.base import CellNote, ReadBatch, Unreadable, row_schema

BATCH_ROWS = 8_192


def make_batch(
    ordinals: Sequence[int],
    rows: Sequence[Sequence[str | None]],
    width: int,
    unreadable: Iterable[Unreadable] = (),
    notes: Iterable[CellNote] = (),
) -> ReadBatch:
    """A batch of `rows`, each of `width` cells; empty cells become NULL."""
    schema = row_schema(width)
    columns = zip(*rows, strict=True) if rows else ([] for _ in range(width))
    arrays = [pa.array(ordinals, pa.int64())]
    arrays += [pa.array([cell or None for cell in column], pa.string()) for column in columns]
    return ReadBatch(
        pa.RecordBatch.from_arrays(arrays, schema=schema), tuple(unreadable), tuple(notes)
    )


class Collector:
    """Gathers records into batches: `row` and `refuse` count them, `ready` says when to `flush`."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.ordinal = 0
        self._clear()

    def _clear(self) -> None:
        self._ordinals: list[int] = []
        self._rows: list[list[str | None]] = []
        self._unreadable: list[Unreadable] = []
        self._notes: list[CellNote] = []

    def row(self, cells: list[str | None]) -> None:
        """A record; NUL characters are taken out and noted."""
        self.ordinal += 1
        for at, cell in enumerate(cells):
            if cell and "\0" in cell:
                cells[at] = cell.replace("\0", "")
                note = CellNote(self.ordinal, at + 1, "nul_character", cells[at] or "")
                self._notes.append(note)
        self._ordinals.append(self.ordinal)
        self._rows.append(cells)

    def refuse(self, line: int, code: str, detail: str, text: str) -> None:
        """A record that cannot be read."""
        self.ordinal += 1
        self._unreadable.append(Unreadable(self.ordinal, line, code, detail, text[:500]))

    @property
    def ready(self) -> bool:
        """Whether enough is gathered for a batch."""
        return len(self._rows) + len(self._unreadable) >= BATCH_ROWS

    def flush(self) -> Iterator[ReadBatch]:
        """The batch of what was gathered, if anything was."""
        if self._rows or self._unreadable:
            yield make_batch(self._ordinals, self._rows, self.width, self._unreadable, self._notes)
            self._clear()
