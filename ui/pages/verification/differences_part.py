"""Every place where the target does not hold what the plan says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from migrator.model.views.runs import DifferencePage, VerificationView
from ui import speech
from ui.job import Job
from ui.pages.verification.difference_model import DifferenceModel
from ui.pages.verification.wanted import Wanted
from ui.widgets.basic import Card, EmptyState, button, label
from ui.widgets.run_words import difference_told
from ui.widgets.sheet import ROW_HEIGHT, SheetDelegate, SheetHeader

KINDS = ("differs", "changed", "normalised", "truncated", "orphan", "missing", "extra")
_WIDTHS = (110, 190, 130, 160, 170)

Ask = Callable[[int, int, Wanted], Job]


class DifferencesPart(QWidget):
    """Asks with `ask(offset, limit, wanted)`; `story(entity, gid)` when somebody wants the
    whole story of a record."""

    story = Signal(str, object)
    failed = Signal(object)

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._open: dict[int, int] = {}  # question -> offset
        self.entity = QComboBox()
        self.entity.setAccessibleName(self.tr("Entity"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of difference"))
        self.kind.addItem(self.tr("Every kind"), "")
        for name in KINDS:
            self.kind.addItem(difference_told(name), name)
        self._more = Wanted()  # the field or segment that was chosen elsewhere
        self.only = button("", "x")
        self.only.setToolTip(self.tr("Show all again"))
        self.only.clicked.connect(lambda: self.look_at(Wanted()))
        self.only.hide()
        self.count = label("", "muted")
        self.tell = button(self.tr("Story of the record"), "workflow")
        self.tell.clicked.connect(self._tell)
        self.model = DifferenceModel()
        self.model.setParent(self)
        self.model.wanted.connect(self._want)
        self.view = self._table()
        self._build()
        self.entity.currentIndexChanged.connect(lambda _: self._elsewhere())
        self.kind.currentIndexChanged.connect(lambda _: self.reread())

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.entity)
        row.addWidget(self.kind)
        row.addWidget(self.only)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.tell)
        empty = EmptyState(
            "check-check",
            self.tr("No difference"),
            self.tr("Everything that was loaded is in the target, field by field as planned."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        card = Card()
        card.body.addLayout(row)
        card.body.addWidget(self._stack, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)

    def _table(self) -> QTableView:
        view = QTableView()
        view.setAccessibleName(self.tr("Differences"))
        view.setModel(self.model)
        view.setItemDelegate(SheetDelegate(view))
        view.setHorizontalHeader(SheetHeader(view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        for column, width in enumerate(_WIDTHS):
            view.setColumnWidth(column, width)
        view.horizontalHeader().setStretchLastSection(True)
        view.doubleClicked.connect(lambda _: self._tell())
        view.selectionModel().currentRowChanged.connect(lambda *_: self._weigh())
        return view

    # -- showing

    def show_view(self, view: VerificationView) -> None:
        """Offer the entities, and read the differences anew."""
        before = str(self.entity.currentData() or "")
        self.entity.blockSignals(True)
        self.entity.clear()
        self.entity.addItem(self.tr("Every entity"), "")
        for name, words in view.entities:
            self.entity.addItem(speech.say(words), name)
        self.entity.setCurrentIndex(max(0, self.entity.findData(before)))
        self.entity.blockSignals(False)
        self.reread()

    def look_at(self, wanted: Wanted) -> None:
        """Only the differences that are wanted."""
        for box, data in ((self.entity, wanted.entity), (self.kind, wanted.kind)):
            box.blockSignals(True)
            box.setCurrentIndex(max(0, box.findData(data)))
            box.blockSignals(False)
        self._narrow(wanted)
        self.reread()

    def _narrow(self, wanted: Wanted) -> None:
        self._more = wanted
        self.only.setText(wanted.told)
        self.only.setVisible(bool(wanted.told))

    def _elsewhere(self) -> None:
        """Another entity has other fields."""
        self._narrow(Wanted())
        self.reread()

    def reread(self) -> None:
        """Ask from the beginning."""
        self._open.clear()
        self.model.clear()

    def _want(self, offset: int, limit: int) -> None:
        wanted = replace(
            self._more,
            entity=str(self.entity.currentData() or ""),
            kind=str(self.kind.currentData() or ""),
        )
        job = self._ask(offset, limit, wanted)
        self._open[job.call.id] = offset
        job.succeeded.connect(self._take)
        job.failed.connect(self.failed)

    @Slot(object)
    def _take(self, page: DifferencePage) -> None:
        job = self.sender()
        offset = self._open.pop(job.call.id, None) if isinstance(job, Job) else None
        if offset is None:
            return  # the answer to an older question
        self.model.show_page(offset, page)
        told = self.tr("{count} differences").format(count=speech.number(page.total))
        self.count.setText(told)
        self._stack.setCurrentIndex(0 if page.total else 1)
        self._weigh()

    def _weigh(self) -> None:
        line = self.model.line(self.view.currentIndex().row())
        self.tell.setEnabled(line is not None and bool(line.gid))

    def _tell(self) -> None:
        line = self.model.line(self.view.currentIndex().row())
        if line is not None and line.gid:
            self.story.emit(line.entity, line.gid)
