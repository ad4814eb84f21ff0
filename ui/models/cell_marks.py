"""The marks on the cells of a table: asked for page by page, and kept."""

from __future__ import annotations

from collections.abc import Iterable

from migrator.model.views.tables import CellMark
from ui.issue_words import sentence

_RANK = {"error": 0, "warning": 1, "info": 2}
_PAGES_KEPT = 200


class Marks:
    """Marks by place in the table and column name."""

    def __init__(self) -> None:
        self.wanted = False
        self._asked: set[int] = set()
        self._cells: dict[tuple[int, str], list[CellMark]] = {}

    @property
    def any(self) -> bool:
        """Whether some cell has a mark."""
        return bool(self._cells)

    def clear(self, wanted: bool) -> None:
        """Forget all; `wanted` tells whether there is anything to ask for."""
        self.wanted = wanted
        self._asked.clear()
        self._cells.clear()

    def ask(self, page: int) -> bool:
        """Whether this page must be asked for now: true once."""
        if not self.wanted or page in self._asked:
            return False
        if len(self._asked) >= _PAGES_KEPT:
            self.clear(self.wanted)
        self._asked.add(page)
        return True

    def add(self, page: int, marks: Iterable[CellMark]) -> None:
        """Keep the marks of a page, unless it was forgotten in the meantime."""
        if page in self._asked:
            for mark in marks:
                kept = self._cells.setdefault((mark.position, mark.column), [])
                if mark not in kept:
                    kept.append(mark)

    def severity(self, position: int, column: str) -> str:
        """The worst severity on a cell; "" if it has no mark."""
        found = self._cells.get((position, column), ())
        return min((m.severity for m in found), key=lambda s: _RANK.get(s, 3), default="")

    def sentences(self, position: int, column: str, label: str) -> str:
        """What the marks of a cell say, a line each; `label` is the column's."""
        found = self._cells.get((position, column), ())
        return "\n".join(dict.fromkeys(sentence(m.code, label, m.value, m.detail) for m in found))
