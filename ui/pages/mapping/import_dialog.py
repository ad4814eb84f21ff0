"""What came back in filled-in workbooks: accepted or rejected change by change."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.mapping_documents import CopyFacts, ImportReview
from ui import speech
from ui.latest import Latest
from ui.messages import Failure
from ui.models.small_table import Cell, Line, SmallTable
from ui.operations import documents
from ui.pages.mapping.import_choices import MARK, Choices, Kind
from ui.pages.mapping.import_clash import ClashPanel
from ui.session import Session
from ui.widgets.banner import Banner
from ui.widgets.basic import GAP, Card, SearchField, button, label
from ui.widgets.small_view import SmallView


class ImportDialog(QDialog):
    """Lists every change with old, new, who and cell. `taken` carries how many were taken. Open it
    with `open()`. Space accepts or rejects the current change."""

    taken = Signal(int)

    def __init__(
        self, session: Session, paths: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a mapping"))
        self.resize(980, 590)
        self._session = session
        self._paths = tuple(paths)
        self.choices = Choices(ImportReview())
        self.table = SmallTable(self._heads(), self)
        self.view = SmallView(self.table, (0, 5, 3, 3, 2, 2), self.tr("Changes"))
        self.search = SearchField(self.tr("Search changes"))
        self.kind = QComboBox()
        self.clash = ClashPanel()
        self.banner = Banner()
        self.told = label(self.tr("Reading the files…"), "muted", wrap=True)
        self.count = label("", "muted")
        self.every = button(self.tr("Accept all"), "check-check")
        self.none = button(self.tr("Reject all"), "x")
        self.ok = button(self.tr("Take"), "check", primary=True)
        self._build()
        self._connect()
        self._asked = Latest(self, self.show_review, self._failed)
        session.changed.connect(self._ask)
        self._ask()

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Accepted"),
            self.tr("Cell of the document"),
            self.tr("Now"),
            self.tr("New"),
            self.tr("Who"),
            self.tr("Place in the file"),
        )

    # -- building

    def _build(self) -> None:
        self._fill_kinds()
        card = Card()
        card.body.setContentsMargins(8, 8, 8, 8)
        card.body.addWidget(self.view)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.kind)
        top.addWidget(self.every)
        top.addWidget(self.none)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        for one in (cancel, self.every, self.none):
            one.setAutoDefault(False)
        foot.addWidget(self.count, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.ok)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(GAP)
        box.addWidget(label(self.tr("Changes that came back"), "h1"))
        box.addWidget(self.told)
        box.addWidget(self.banner)
        box.addLayout(top)
        box.addWidget(card, 1)
        box.addWidget(self.clash)
        box.addLayout(foot)
        self.ok.setEnabled(False)
        order = (self.search, self.kind, self.every, self.none, self.view, self.clash, cancel)
        for before, after in itertools.pairwise((*order, self.ok)):
            self.setTabOrder(before, after)

    def _fill_kinds(self) -> None:
        for kind, words in (
            (Kind.ALL, self.tr("All changes")),
            (Kind.CLASHES, self.tr("Only conflicts")),
            (Kind.ACCEPTED, self.tr("Only accepted")),
            (Kind.REJECTED, self.tr("Only rejected")),
        ):
            self.kind.addItem(words, kind)
        self.kind.setAccessibleName(self.tr("Which changes"))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._list)
        self.kind.currentIndexChanged.connect(self._list)
        self.every.clicked.connect(lambda: self._all(self.choices.accept_all))
        self.none.clicked.connect(lambda: self._all(self.choices.reject_all))
        self.view.clicked.connect(self._clicked)
        self.view.opened.connect(self.toggle)
        self.view.picked.connect(lambda name: self.clash.show_clash(self.choices, name))
        self.clash.chosen.connect(lambda name: self._set(name, True))
        self.clash.kept.connect(lambda name: self._set(name, False))
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.view)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(lambda: self.toggle(self.view.current))
        self.ok.clicked.connect(self.take)

    # -- showing

    def _ask(self, *_: object) -> None:
        self._asked.ask(documents.review(session=self._session, paths=self._paths))

    def show_review(self, review: ImportReview) -> None:
        """Show what came back; decisions about changes that are still there stay."""
        before = self.choices
        self.choices = Choices(review)
        for name in before.edits.keys() & self.choices.edits.keys():
            if (name in before.accepted) != (name in self.choices.accepted):
                self.choices.set_accepted(name, name in before.accepted)
        self.told.setText("\n".join(self._copy(one) for one in review.copies))
        refused = bool(review.refusals)
        for one in (self.search, self.kind, self.every, self.none):
            one.setVisible(not refused)
        if refused:
            self._show_refusals(review)
        else:
            self._list()
            if not self.choices.edits:
                self.banner.say(self.tr("Nothing was changed in these files."), "info")
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self, one: CopyFacts) -> str:
        words = self.tr("{file}, saved by {who}, exported {when}")
        if not one.exported:
            return speech.isolate(one.file)
        told = words.format(
            file=speech.isolate(one.file),
            who=speech.isolate(one.who or self.tr("somebody")),
            when=speech.moment(one.exported),
        )
        if one.current:
            return told
        return self.tr("{copy}. The mapping was changed since.").format(copy=told)

    def _show_refusals(self, review: ImportReview) -> None:
        count = speech.number(len(review.refusals))
        words = self.tr("{n} places cannot be taken, so nothing is. Correct them in the files.")
        self.banner.say(words.format(n=count), "error")
        heads = (self.tr("Place in the file"), self.tr("Why"), self.tr("File"))
        self.table.show(
            [
                Line(
                    (
                        Cell(speech.ltr(one.cell) if one.cell else "", strong=True),
                        Cell(speech.say(one.words), tip=speech.say(one.words)),
                        Cell(speech.isolate(one.file), "muted"),
                    ),
                    n,
                )
                for n, one in enumerate(review.refusals)
            ],
            heads,
        )
        self.count.setText("")
        self.ok.setEnabled(False)

    def _list(self, *_: object) -> None:
        current = self.view.current
        lines = self.choices.lines(Kind(self.kind.currentData()), self.search.text())
        self.table.show(lines, self._heads())
        if not self.view.select_key(current) and lines:
            self.view.select_key(lines[0].key)
        self.clash.show_clash(self.choices, self.view.current)
        self._judge()

    def _judge(self) -> None:
        count, open_ = len(self.choices.chosen), self.choices.undecided
        told = self.tr("{n} of {all} changes accepted").format(
            n=speech.number(count), all=speech.number(len(self.choices.edits))
        )
        if open_:
            more = self.tr("{n} conflicts undecided: the plan stays there")
            told = f"{told} · {more.format(n=speech.number(open_))}"
        self.count.setText(told)
        self.ok.setText(self.tr("Take {n} changes").format(n=speech.number(count)))
        self.ok.setEnabled(count > 0)

    # -- deciding

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == MARK:
            self.toggle(self.table.key(index.row()))

    def toggle(self, name: object) -> None:
        """Accept a change, or reject it."""
        if isinstance(name, str):
            self._set(name, name not in self.choices.accepted)

    def _set(self, name: str, accepted: bool) -> None:
        self.choices.set_accepted(name, accepted)
        self._list()

    def _all(self, deed: object) -> None:
        if callable(deed):
            deed()
        self._list()

    def take(self) -> None:
        """Take what is accepted, as one step of undo."""
        ids = self.choices.chosen
        self.ok.setEnabled(False)
        self._session.changed.disconnect(self._ask)
        job = documents.take(session=self._session, paths=self._paths, ids=ids)
        job.then(lambda _: self._done(len(ids)), self._refused)

    def _done(self, count: int) -> None:
        self.taken.emit(count)
        self.accept()

    def _refused(self, failure: Failure) -> None:
        self._session.changed.connect(self._ask)
        self._failed(failure)
        self._judge()

    def _failed(self, failure: Failure) -> None:
        self.told.setText("")
        self.banner.fail(failure)
