"""Copying a selection of any size, a slice at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from ui.models.arrow_table import ArrowTable
from ui.widgets.grid.clipboard import MOST_ROWS, Cell, mime

SLICE = 2_000  # rows, some 10 ms
WAIT_MS = 40


@dataclass(frozen=True)
class Block:
    """Runs of rows (first, after the last) and the columns that were chosen."""

    rows: tuple[tuple[int, int], ...]
    columns: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many rows."""
        return sum(last - first for first, last in self.rows)


def block_of(selection: QItemSelection) -> Block:
    """The rows and columns that a selection touches: a spreadsheet reads blocks only."""
    runs: list[tuple[int, int]] = []
    columns: set[int] = set()
    ranges = [selection.at(n) for n in range(selection.size())]
    for one in sorted(ranges, key=lambda r: r.top()):
        columns.update(range(one.left(), one.right() + 1))
        if runs and one.top() <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(runs[-1][1], one.bottom() + 1))
        else:
            runs.append((one.top(), one.bottom() + 1))
    return Block(tuple(runs), tuple(sorted(columns)))


class Copying(QObject):
    """Reads a block and puts it on the clipboard; `copied(rows)` when it is there."""

    copied = Signal(int)

    def __init__(self, model: ArrowTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        self._left: list[tuple[int, int]] = []
        self._columns: list[str] = []
        self._header: Sequence[str] = ()
        self._rows: list[list[Cell]] = []
        model.modelReset.connect(self.stop)

    def start(self, block: Block, header: Sequence[str] = ()) -> bool:
        """Begin; False when the block has more rows than a clipboard should hold."""
        self.stop()
        if not block.count or block.count > MOST_ROWS:
            return False
        self._left = [
            (at, min(at + SLICE, last))
            for first, last in block.rows
            for at in range(first, last, SLICE)
        ]
        self._columns = [self._model.columns[n].column for n in block.columns]
        self._header, self._rows = header, []
        self._step()
        return True

    def stop(self) -> None:
        """Forget what is under way."""
        self._timer.stop()
        self._left, self._rows = [], []

    def _step(self) -> None:
        if self._left:
            found = self._model.block(*self._left[0], self._columns)
            self._rows += found
            if found:
                del self._left[0]
            # Nothing came: the rows are still on their way.
            self._timer.setInterval(0 if found else WAIT_MS)
        if self._left:
            self._timer.start()
            return
        self._timer.stop()
        QGuiApplication.clipboard().setMimeData(mime(self._rows, self._header))
        count, self._rows = len(self._rows), []
        self.copied.emit(count)
