"""Brings a table to the window: its description, its parts, its order and its marks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from migrator.model.views.tables import Ask, IndexHandle, TableHandle
from ui.latest import Latest
from ui.messages import Failure
from ui.models.arrow_table import ArrowTable
from ui.operations import tables
from ui.session import Session

# Tables up to here are brought whole at once; of larger ones, the parts that are looked at.
EAGER_ROWS = 2_000_000


class TableLoader(QObject):
    """Fills an ArrowTable. One question of a kind is under way at a time; an answer to an older
    one is passed over."""

    opened = Signal(object)  # TableHandle
    ordered = Signal(int)  # rows that are shown
    progressed = Signal(int, int)  # parts that are here, parts; equal at the end
    failed = Signal(object)  # Failure

    def __init__(self, session: Session, model: ArrowTable, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._issues: tuple[str, ...] = ()
        self._name = ""
        self._ask = Ask()
        self._next: TableHandle | None = None  # described, its order is on its way
        self._part = -1  # the one that is on its way
        self._wanted: list[int] = []
        self._pages: list[int] = []
        self._page = -1
        self._opening = Latest(self, self._take_handle, self._fail)
        self._parts = Latest(self, self._take_part, self._fail)
        self._order = Latest(self, self._take_order, self._fail)
        self._marks = Latest(self, self._take_marks, self._fail_marks)
        model.part_wanted.connect(self._want_part)
        model.marks_wanted.connect(self._want_marks)

    @property
    def busy(self) -> bool:
        """Whether a description or an order is on its way."""
        return self._opening.waiting or self._order.waiting

    def open(self, name: str, ask: Ask, issues: tuple[str, ...] | None) -> None:
        """Bring the table `name`; `issues` None takes the table's own marks."""
        self._name, self._ask = name, ask
        self._own = issues is None
        self._issues = issues or ()
        for one in (self._parts, self._order, self._marks):
            one.forget()
        self._next = None
        self._part, self._wanted = -1, []
        self._opening.ask(tables.open_table(session=self._session, name=name))

    def ask(self, ask: Ask) -> None:
        """Show other rows, or another order."""
        self._ask = ask
        handle = self._next or self._model.handle
        if handle is not None and not self._opening.waiting:
            self._order.ask(tables.index(session=self._session, handle=handle, ask=ask))

    def _take_handle(self, handle: TableHandle) -> None:
        self._next = handle
        self._issues = handle.marks if self._own else self._issues
        if self._ask.chooses or self._ask.sort or not handle.ordered:
            # What is shown now stays until the rows that are wanted are known: nothing flashes.
            self.ask(self._ask)
        else:
            self._begin(handle)
            self.ordered.emit(handle.rows)

    def _begin(self, handle: TableHandle) -> None:
        self._next = None
        self.opened.emit(handle)
        self._forget_marks()
        self._part = -1
        self._wanted = self._model.lacking() if handle.rows <= EAGER_ROWS else []
        self.progressed.emit(0, max(1, self._model.part_count()))
        self._next_part()

    def _take_order(self, index: IndexHandle) -> None:
        if self._next is not None:
            self._begin(self._next)
        try:
            self._model.show_order(index.path)
        except OSError as error:
            self._fail(Failure(self.tr("The table cannot be read."), details=str(error)))
            return
        self._forget_marks()
        self.ordered.emit(index.rows)

    def _forget_marks(self) -> None:
        self._pages, self._page = [], -1
        self._marks.forget()
        self._model.marks.clear(bool(self._issues))

    # -- parts

    def _want_part(self, number: int) -> None:
        """What is looked at comes first."""
        if number == self._part or self._wanted[:1] == [number]:
            return
        self._wanted = [number, *(n for n in self._wanted if n != number)]
        self._next_part()

    def _next_part(self) -> None:
        handle = self._model.handle
        if self._part >= 0 or handle is None:
            return
        lacking = set(self._model.lacking())
        self._wanted = [n for n in self._wanted if n in lacking]
        if not self._wanted:
            count = self._model.part_count()
            self.progressed.emit(count, count)
            return
        self._part = self._wanted.pop(0)
        self._parts.ask(tables.part(session=self._session, handle=handle, number=self._part))

    def _take_part(self, path: str) -> None:
        number, self._part = self._part, -1
        try:
            self._model.add_part(number, path)
        except OSError as error:
            self._fail(Failure(self.tr("The table cannot be read."), details=str(error)))
            return
        count = self._model.part_count()
        self.progressed.emit(count - len(self._model.lacking()), count)
        self._next_part()

    # -- marks

    def _want_marks(self, page: int) -> None:
        self._pages = [page, *self._pages[:8]]
        self._next_marks()

    def _next_marks(self) -> None:
        handle = self._model.handle
        if self._page >= 0 or not self._pages or handle is None:
            return
        self._page = self._pages.pop(0)
        self._marks.ask(
            tables.marks(
                session=self._session,
                handle=handle,
                issues=self._issues,
                positions=self._model.positions(self._page),
            )
        )

    def _take_marks(self, marks: Any) -> None:
        page, self._page = self._page, -1
        self._model.add_marks(page, marks)
        self._next_marks()

    def _fail_marks(self, failure: Failure) -> None:
        self._page = -1
        self._fail(failure)

    def _fail(self, failure: Failure) -> None:
        self._part = -1
        if "gone: True" in failure.details:
            # The engine made the table anew meanwhile: what is shown is out of date.
            self.open(self._name, self._ask, None if self._own else self._issues)
            return
        self.failed.emit(failure)
