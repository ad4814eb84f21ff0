"""One table: its first rows, how it is read, whether it is kept."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from migrator.model.views.sources import Preview, TableCard, Top
from ui import speech
from ui.pages.sources import words
from ui.pages.sources.header_choice import HeaderChoice
from ui.pages.sources.parts import lead
from ui.pages.sources.preview_model import PreviewTable
from ui.pages.sources.preview_view import PreviewView
from ui.pages.sources.reading_bar import ReadingBar
from ui.pages.sources.remarks import Remarks
from ui.pages.sources.trouble import Trouble
from ui.pages.sources.type_menu import type_menu
from ui.widgets import Card, Pill, button, label


class TablePane(Card):
    """Shows what the page gives it and says what a person wants."""

    keep_wanted = Signal(bool)
    reason_given = Signal(str)
    top_wanted = Signal()
    menu_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._card: TableCard | None = None
        self._made_for: tuple[str, str] = ("", "")
        self.name = lead(label("", "h2"))
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.kind = Pill()
        self.count = Pill()
        self.keep = QCheckBox(self.tr("Bring this table over"))
        self.keep.clicked.connect(self.keep_wanted)
        self.more = button("", "ellipsis", flat=True)
        self.more.setAccessibleName(self.tr("More about the source"))
        self.more.setToolTip(self.more.accessibleName())
        self.more.clicked.connect(self.menu_wanted)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why is it left out? The report will say so."))
        self.reason.setAccessibleName(self.tr("Reason for leaving the table out"))
        self.reason.editingFinished.connect(self._reason_done)
        self.fed = label("", "small", wrap=True)
        self.reading = ReadingBar()
        self.reading.header_wanted.connect(self._choose_header)
        self.model = PreviewTable()
        self.view = PreviewView(self.model)
        self.view.setAccessibleName(self.tr("First rows"))
        self.view.type_wanted.connect(self.ask_type)
        self.choice = HeaderChoice()
        self.choice.closed.connect(self.show_rows)
        self.trouble = Trouble()
        self.remarks = Remarks()
        self.foot = label("", "small")
        self.facts = label("", "small")
        self.waiting = QProgressBar()
        self.waiting.setRange(0, 0)
        self.waiting.setTextVisible(False)
        self.waiting.setFixedWidth(90)
        self.waiting.setAccessibleName(self.tr("Reading the first rows"))
        self.stack = QStackedWidget()
        for one in (self.view, self.choice, self.trouble):
            self.stack.addWidget(one)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        for one in (self.kind, self.count, self.keep, self.more):
            head.addWidget(one, 0, Qt.AlignmentFlag.AlignVCenter)
        foot = QHBoxLayout()
        foot.addWidget(self.foot)
        foot.addWidget(self.waiting, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addStretch(1)
        foot.addWidget(self.facts)
        self.stack.setMinimumHeight(76)
        self.body.setSpacing(8)
        self.body.addLayout(head)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.fed)
        self.body.addWidget(self.reading)
        self.body.addWidget(self.remarks)
        self.body.addWidget(self.stack, 1)
        self.body.addLayout(foot)
        self.remarks.hide()
        self.waiting.hide()

    # -- what is shown

    def show_card(self, source: str, card: TableCard, name: str) -> None:
        """Show under `name` whether the table is kept, and what it feeds."""
        other = (source, card.name) != self._made_for
        was, self._card = self._card, card
        self._made_for = (source, card.name)
        self.name.setText(speech.isolate(name))
        self.name.setToolTip(speech.isolate(name))
        self.kind.setText(words.kind_told(card.kind))
        self.count.setText(words.rows_told(card))
        self.keep.setChecked(card.keep)
        self.reason.setVisible(not card.keep)
        if other or not self.reason.hasFocus():
            self.reason.setText(words.said(card.reason))
        if not other and was is not None and was.keep and not card.keep and not card.reason.en:
            self.reason.setFocus()  # a person has just left it out: why?
        fed = words.entities_told([(one.label, one.fields) for one in card.fed])
        self.fed.setText(self.tr("Feeds {entities}").format(entities=fed))
        self.fed.setVisible(bool(fed))
        if other:
            self.model.show_preview(None)
            self.remarks.hide()
            self.reading.hide()
            self.show_rows()

    def show_waiting(self, waiting: bool) -> None:
        """Show that the first rows are on their way."""
        self.waiting.setVisible(waiting)

    def show_preview(self, preview: Preview) -> None:
        """Show the first rows, or why there are none."""
        self.show_waiting(False)
        self.reading.show_reading(preview.reading)
        self.facts.setText(words.facts_told(preview.reading.facts))
        if preview.problem is not None:
            self.remarks.hide()
            self.trouble.show_problem(preview.problem)
            self.stack.setCurrentWidget(self.trouble)
            self.foot.setText("")
            return
        self.remarks.show_preview(preview)
        if preview != self.model.shown:
            self.model.show_preview(preview)
        if self.stack.currentWidget() is self.trouble:
            self.stack.setCurrentWidget(self.view)
        self.foot.setText(self._told(preview))

    def _told(self, preview: Preview) -> str:
        shown = len(preview.rows)
        total = self._card.rows if self._card else None
        if not preview.columns:
            return self.tr("There is nothing in it to show.")
        if not shown:
            return self.tr("The table has no rows.")
        if total is not None and total > shown + len(preview.unread):
            told = self.tr("First {shown} of {count} rows")
            if self._card and self._card.estimated:
                told = self.tr("First {shown} of about {count} rows")
            return told.format(shown=speech.number(shown), count=speech.number(total))
        return words.counted(shown, self.tr("Its only row"), self.tr("All {count} rows"))

    def ask_type(self, column: int) -> None:
        """Offer the types that a column of the preview can be taken for, below its heading."""
        shown = self.model.shown
        if shown is None or not 0 <= column < len(shown.columns):
            return
        menu = type_menu(self, shown.columns[column], self.reading.changed.emit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = self.view.heading
        at = QPoint(heading.sectionViewportPosition(column), heading.height())
        menu.popup(heading.viewport().mapToGlobal(at))

    def show_rows(self) -> None:
        """Show the records again after a header was chosen, or not."""
        self.stack.setCurrentWidget(self.view)
        self.reading.show_choosing(False)

    def show_top(self, top: Top) -> None:
        """Show the rows among which the header can be chosen."""
        self.show_waiting(False)
        if top.problem is not None:
            self.trouble.show_problem(top.problem)
            self.stack.setCurrentWidget(self.trouble)
            self.reading.show_choosing(False)
            return
        self.choice.show_top(top)
        self.stack.setCurrentWidget(self.choice)
        self.choice.view.setFocus()

    def _choose_header(self, wanted: bool) -> None:
        if wanted:
            self.show_waiting(True)
            self.top_wanted.emit()
        else:
            self.show_rows()

    def _reason_done(self) -> None:
        # Hiding the field ends its editing too: a table that is kept again needs no reason.
        card = self._card
        if card is not None and not card.keep and self.reason.text() != words.said(card.reason):
            self.reason_given.emit(self.reason.text())
