"""Reviewing: queue, records side by side, why, verdicts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from migrator.model.views.duplicates import Decided, QueuePage, SideBySide, Stand
from ui.job import Job
from ui.latest import Latest
from ui.operations import duplicates
from ui.pages.duplicates.compare import CompareView
from ui.pages.duplicates.queue import QueueView
from ui.pages.duplicates.verdict_bar import VerdictBar
from ui.pages.duplicates.why import WhyPanel
from ui.session import Session
from ui.widgets.basic import Card, EmptyState

LEFT = 262
WIDE = 1240  # from this width on, queue and reasons stand beside each other


class ReviewView(QWidget):
    """`decided` follows every decision that was kept, `failed` carries why one was not."""

    deciding = Signal()
    decided = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, initiator: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._initiator = session, initiator
        self._entity = ""
        self._wanted: tuple[int, ...] = ()  # rows of the group to look at when the list comes
        self.shown: SideBySide | None = None
        self._lists = Latest(self, self._show_list, self.failed.emit)
        self._windows = Latest(self, lambda page: self.queue.queue.append(page), self.failed.emit)
        self._groups = Latest(self, self._show_group, self.failed.emit)
        self._reasons = Latest(self, lambda why: self.why.show_why(why), self.failed.emit)
        self.queue = QueueView()
        self.queue.asked.connect(self.reload)
        self.queue.picked.connect(self._pick)
        self.queue.queue.wanted.connect(self._more)
        self.compare = CompareView()
        self.compare.kept.connect(self._keep)
        self.compare.let_go.connect(self._let_go)
        self.compare.ticked.connect(self._ask_group)
        self.bar = VerdictBar()
        self.bar.merge.connect(self.merge)
        self.bar.apart.connect(self.apart)
        self.bar.skip.connect(self.skip)
        self.bar.back.connect(self.take_back)
        self.bar.why.connect(self._toggle_why)
        self.why = WhyPanel()
        self.why.asked.connect(self._ask_why)
        self._lay_out()

    def _lay_out(self) -> None:
        self._left = QStackedWidget()
        self._left.setFixedWidth(LEFT)
        self._left.addWidget(self.queue)
        card = Card()
        card.body.setContentsMargins(8, 8, 8, 8)
        card.body.setSpacing(4)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.compare)
        self._empty = EmptyState(
            "circle-check",
            self.tr("Nothing here"),
            self.tr("Choose another filter above the queue, or go on to the next step."),
        )
        self._middle.addWidget(self._empty)
        card.body.addWidget(self._middle, 1)
        card.body.addWidget(self.bar)
        middle = QVBoxLayout()
        middle.addWidget(card)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self._left)
        self._row.addLayout(middle, 1)
        self.why.setFixedWidth(LEFT)
        self.why.hide()

    # -- what is shown

    def show_entity(self, entity: str) -> None:
        """Review an entity; the group that was looked at stays, as far as it is still there."""
        if entity == self._entity:
            self._wanted = self.compare.rows
        else:
            self._entity, self._wanted = entity, ()
            self.queue.show_filter(Stand.TO_DECIDE.value)
        self.reload()

    def reload(self) -> None:
        """Ask for the queue anew."""
        if self._entity:
            which, search = self.queue.which, self.queue.search.text()
            self._windows.forget()  # of a list that will not be shown any more
            self._lists.ask(duplicates.queue(**self._of, show=which, search=search))

    @property
    def _of(self) -> dict[str, Any]:
        return {"session": self._session, "entity": self._entity}

    @property
    def _by(self) -> dict[str, Any]:
        return {**self._of, "initiator": self._initiator}

    def _show_list(self, page: QueuePage) -> None:
        self.queue.show_counts(page.counts)
        self.queue.queue.start(page)
        found = self.queue.queue.find(self._wanted) if self._wanted else -1
        self._wanted = ()
        self.queue.look_at(max(0, found))

    def _more(self, offset: int, as_of: int) -> None:
        which, search = self.queue.which, self.queue.search.text()
        self._windows.ask(
            duplicates.queue(**self._of, show=which, search=search, offset=offset, as_of=as_of)
        )

    def _pick(self, row: int) -> None:
        self.compare.forget()
        if row < 0:
            self._groups.forget()
            self._show_group(None)
        else:
            self._ask_group()

    def _ask_group(self) -> None:
        line = self.queue.queue.line(self.queue.row)
        if line is not None:
            without = tuple(self.compare.without)
            self._groups.ask(duplicates.side_by_side(**self._of, rows=line.rows, without=without))

    def _show_group(self, shown: SideBySide | None) -> None:
        other = [r.row for r in self.shown.records] if self.shown else []
        self.shown = shown
        self.compare.show_group(shown)
        self._middle.setCurrentWidget(self.compare if shown else self._empty)
        records = len(shown.records) if shown else 0
        chosen, more = len(self.compare.chosen), shown.more if shown else 0
        self.bar.show_group(shown.stand if shown else None, records, chosen, more)
        if shown is not None and self.bar.why_button.isChecked() and other != [*self.compare.rows]:
            self.why.show_pairs(shown.pairs, self.compare.rows)

    # -- why

    def _toggle_why(self, wanted: bool) -> None:
        self._place_why()
        if wanted and self.shown is not None:
            self.why.show_pairs(self.shown.pairs, self.compare.rows)

    def _place_why(self) -> None:
        """Beside the records where there is room, in the queue's place where there is not."""
        wanted, wide = self.bar.why_button.isChecked(), self.width() >= WIDE
        if wanted and wide:
            self._row.addWidget(self.why)
        elif wanted:
            self._left.addWidget(self.why)
            self._left.setCurrentWidget(self.why)
        if not wanted or wide:
            self._left.setCurrentWidget(self.queue)
        self.why.setVisible(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Find room for the reasons."""
        super().resizeEvent(event)
        self._place_why()

    def _ask_why(self, left: int, right: int) -> None:
        self._reasons.ask(duplicates.explain(**self._of, left=left, right=right))

    # -- deciding

    @property
    def _seen(self) -> tuple[int, ...]:
        """The ticked records; none while the group that was picked is still on its way: nobody
        decides what was not seen."""
        line = self.queue.queue.line(self.queue.row)
        shown = line is not None and set(self.compare.rows) <= set(line.rows)
        return self.compare.chosen if shown else ()

    def merge(self) -> None:
        """The ticked records are one and the same, the others are different from them."""
        rows, without = self._seen, tuple(self.compare.without)
        if len(rows) > 1:
            self._decide(duplicates.merge(**self._by, rows=rows, without=without))

    def apart(self) -> None:
        """The ticked records are not one and the same."""
        rows = self._seen
        if len(rows) > 1:
            self._decide(duplicates.separate(**self._by, rows=rows))

    def _decide(self, job: Job) -> None:
        """Show the verdict at once and go on; what the engine does not keep is shown again."""
        row = self.queue.row
        line = self.queue.queue.line(row)
        self.deciding.emit()
        if line is None:
            return
        self.queue.queue.settle(row, Stand.DECIDED)
        job.succeeded.connect(self.decided)
        job.failed.connect(lambda failure: self._not_kept(row, line.stand, failure))
        self.skip()

    def _not_kept(self, row: int, stand: Stand, failure: object) -> None:
        self.queue.queue.settle(row, stand)
        self.failed.emit(failure)

    def skip(self) -> None:
        """Go on to the next group that waits, else to the one below."""
        model, row = self.queue.queue, self.queue.row
        waiting = model.next_open(row)
        if waiting >= 0 and waiting != row:
            self.queue.look_at(waiting)
        elif row + 1 < model.rowCount():
            self.queue.look_at(row + 1)
        else:
            self._ask_group()

    def take_back(self) -> None:
        """Undo the last decision, and look at its group again."""
        self.deciding.emit()
        duplicates.take_back(**self._by).then(self._taken_back, self.failed.emit)

    def _taken_back(self, done: Decided) -> None:
        self.decided.emit()
        self._wanted = done.rows
        self.reload()

    def _keep(self, field: str, row: int) -> None:
        self._choose(duplicates.keep(**self._by, field=field, row=row))

    def _let_go(self, field: str) -> None:
        self._choose(duplicates.let_rule_decide(**self._by, field=field, rows=self.compare.rows))

    def _choose(self, job: Job) -> None:
        self.deciding.emit()
        job.then(self._chosen, self.failed.emit)

    def _chosen(self, _: Decided) -> None:
        self.decided.emit()
        self._ask_group()
