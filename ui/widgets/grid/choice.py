"""What a person asked of a table: its order, its filters, the text that is searched for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from migrator.model.views.tables import Ask, Filter, Op, Rows, Sort


class Choice(QObject):
    """Holds an Ask; `changed(Ask)` when a person asked for something else."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ask = Ask()

    def begin(self, where: Rows) -> None:
        """Another table: nothing is asked of it yet."""
        self.ask = Ask(where=where)

    def look_at(self, where: Rows) -> None:
        """Other rows of the same table."""
        self.ask = replace(self.ask, where=where)

    def keep(self, columns: Iterable[str]) -> None:
        """Forget what was asked of columns that are not there any more."""
        known = set(columns)
        self.ask = replace(
            self.ask,
            sort=tuple(s for s in self.ask.sort if s.column in known),
            filters=tuple(f for f in self.ask.filters if f.column in known),
        )

    @property
    def narrowed(self) -> bool:
        """Whether search or filters leave rows out."""
        return bool(self.ask.search or self.ask.filters)

    def filter_of(self, column: str) -> Filter | None:
        """The filter on a column."""
        return next((one for one in self.ask.filters if one.column == column), None)

    def sort(self, column: str, descending: bool | None, further: bool = False) -> None:
        """Order by a column of the file; None takes it out of the order. `further` keeps the
        levels there are."""
        levels = [one for one in self.ask.sort if further and one.column != column]
        if descending is not None:
            levels.append(Sort(column, descending))
        self._change(replace(self.ask, sort=tuple(levels)))

    def cycle(self, column: str, further: bool) -> None:
        """Up, down, natural order, and round again."""
        now = next((one.descending for one in self.ask.sort if one.column == column), None)
        self.sort(column, {None: False, False: True, True: None}[now], further)

    def search(self, text: str) -> None:
        """Only rows with this text somewhere."""
        self._change(replace(self.ask, search=text.strip()))

    def set_filter(self, column: str, made: Filter | None) -> None:
        """Put a filter on a column in place of the one it has."""
        others = tuple(one for one in self.ask.filters if one.column != column)
        self._change(replace(self.ask, filters=(*others, made) if made else others))

    def only(self, column: str, value: object) -> None:
        """Only rows with this value in this column."""
        made = Filter(column, Op.EMPTY)
        if value not in (None, ""):
            made = Filter(column, Op.EQUALS, str(value))
        self.set_filter(column, made)

    def clear(self) -> None:
        """Take search and filters away."""
        self._change(replace(self.ask, search="", filters=()))

    def _change(self, ask: Ask) -> None:
        if ask != self.ask:
            self.ask = ask
            self.changed.emit(ask)
