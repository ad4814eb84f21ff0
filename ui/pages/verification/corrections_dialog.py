"""Corrections that came back in a workbook: taken or not, one by one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.rejects import Corrected, CorrectionReview
from ui import speech
from ui.latest import Latest
from ui.models.sheet_model import Cell, SheetModel
from ui.operations import rejects as operations
from ui.pages.validation.foot import foot
from ui.session import Session
from ui.visible import visible
from ui.widgets.banner import Banner
from ui.widgets.basic import button, label
from ui.widgets.sheet import Sheet


class CorrectionsDialog(QDialog):
    """Emits `wanted(ids)`. Space takes or leaves the current correction."""

    wanted = Signal(tuple)

    def __init__(self, session: Session, path: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._review = CorrectionReview("", (), ())
        self._left: set[str] = set()  # ids that are not taken
        self.setWindowTitle(self.tr("Corrections from Excel"))
        self.resize(940, 540)
        titles = [
            self.tr("Taken"), self.tr("Entity"), self.tr("Source key"), self.tr("Field"),
            self.tr("Old"), self.tr("New"), self.tr("Cell"),
        ]  # fmt: skip
        self.banner = Banner()
        self.head = label(self.tr("Reading the file…"), "h2", wrap=True)
        self.sheet = Sheet(SheetModel(titles), self.tr("Corrections"), stretch=(4, 5), choose=True)
        self.bad = Sheet(
            SheetModel([self.tr("Cell"), self.tr("Why it cannot be taken")]),
            self.tr("Cells that cannot be taken"), stretch=1,
        )  # fmt: skip
        self.bad.hide()
        self.every = button(self.tr("Take all"), "check-check")
        self.none = button(self.tr("Take none"), "x")
        for one in (self.every, self.none):
            one.setAutoDefault(False)
        self.ok = button(self.tr("Take"), "check", primary=True)
        self._build()
        self.sheet.clicked.connect(self._clicked)
        QShortcut(QKeySequence(Qt.Key.Key_Space), self.sheet, self._toggle_current)
        self.every.clicked.connect(lambda: self._all(taken=True))
        self.none.clicked.connect(lambda: self._all(taken=False))
        self.ok.clicked.connect(self._save)
        self.ok.setEnabled(False)
        self._asked = Latest(self, self.show_review, self.banner.fail)
        self._asked.ask(operations.review(session=session, path=path))

    def _build(self) -> None:
        choose = QHBoxLayout()
        choose.addStretch(1)
        choose.addWidget(self.every)
        choose.addWidget(self.none)
        box = QVBoxLayout(self)
        box.setSpacing(10)
        box.addWidget(self.head)
        box.addWidget(self.banner)
        box.addWidget(self.sheet, 3)
        box.addWidget(self.bad, 1)
        box.addLayout(choose)
        note = self.tr("All of them are one change; undo takes it back.")
        box.addLayout(foot(self, self.ok, label(note, "small")))

    def show_review(self, review: CorrectionReview) -> None:
        """Show what the workbook says."""
        self._review = review
        told = self.tr("{count} values were corrected")
        if review.who:
            told = self.tr("{count} values were corrected by {who}")
        count = speech.number(len(review.changes))
        self.head.setText(told.format(count=count, who=speech.isolate(review.who)))
        cells = [
            (Cell(speech.ltr(one.cell)), Cell(speech.say(one.told), tone="warn",
                                              tip=speech.say(one.told)))
            for one in review.refusals
        ]  # fmt: skip
        self.bad.sheet.set_rows(cells)
        self.bad.setVisible(bool(cells))
        self.sheet.setVisible(bool(review.changes) or not cells)
        self._fill()

    def _fill(self) -> None:
        row = max(self.sheet.chosen(), 0)
        self.sheet.sheet.set_rows([self._row(one) for one in self._review.changes])
        if self._review.changes:
            self.sheet.choose(min(row, len(self._review.changes) - 1))
        taken = len(self._review.changes) - len(self._left)
        self.ok.setText(self.tr("Take {count}").format(count=speech.number(taken)))
        self.ok.setEnabled(taken > 0)

    def _row(self, one: Corrected) -> tuple[Cell, ...]:
        taken = one.id not in self._left
        mark = self.tr("yes") if taken else self.tr("no")
        old, new = visible(one.old), visible(one.new)
        return (
            Cell(mark, tone="ok" if taken else "muted", icon="check" if taken else "x"),
            Cell(speech.say(one.label)),
            Cell(speech.ltr(one.key), copy=one.key),
            Cell(speech.say(one.field_label)),
            Cell(speech.isolate(old) if old else "—", tone="muted", tip=old),
            Cell(speech.isolate(new) if new else "—", bold=True, tip=new),
            Cell(speech.ltr(", ".join(one.cells)), tone="muted"),
        )

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self._toggle_current()

    def _toggle_current(self) -> None:
        row = self.sheet.chosen()
        if 0 <= row < len(self._review.changes):
            self._left ^= {self._review.changes[row].id}
            self._fill()

    def _all(self, *, taken: bool) -> None:
        self._left = set() if taken else {one.id for one in self._review.changes}
        self._fill()

    def _save(self) -> None:
        self.wanted.emit(tuple(c.id for c in self._review.changes if c.id not in self._left))
        self.accept()
