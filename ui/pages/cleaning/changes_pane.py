"""Before and after: what the step that is looked at does to real values, as one types."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QWidget,
)

from migrator.model.views.cleaning import Show, StepPreview
from ui import speech
from ui.pages.cleaning.changes_delegate import HEIGHT, ChangesDelegate
from ui.pages.cleaning.changes_model import LETTERS, ROWS, ChangesModel
from ui.pages.cleaning.hint import Hint
from ui.widgets.basic import Card, Pill, label
from ui.widgets.sheet import SheetHeader

ROOMY = 600  # the width from which there is a column for letters


class ChangesPane(Card):
    """Shows a StepPreview; `show_changed(show)` when other values are wanted."""

    show_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(12, 10, 12, 12)
        self.body.setSpacing(8)
        self.model = ChangesModel()
        self.table = self._table()
        self._show = QComboBox()
        self._show.setAccessibleName(self.tr("Values that are shown"))
        for title, show in (
            (self.tr("Changed values"), Show.CHANGED),
            (self.tr("Values that cannot be converted"), Show.FAILED),
            (self.tr("All values"), Show.ALL),
        ):
            self._show.addItem(title, show.value)
        self._show.currentIndexChanged.connect(lambda: self.show_changed.emit(self.show_what))
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Before and after"), "h2"))
        head.addStretch(1)
        head.addWidget(self._show)
        self._told = label("", "small", wrap=True)
        self._letters = QWidget()
        self._chips = QHBoxLayout(self._letters)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(6)
        self._hint = Hint("sparkles", "", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._hint)
        self.body.addLayout(head)
        self.body.addWidget(self._told)
        self.body.addWidget(self._letters)
        self.body.addWidget(self._stack, 1)
        self.show_nothing()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(ChangesDelegate(table))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setCornerButtonEnabled(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.tr("Values before and after the step"))
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(HEIGHT)
        head = SheetHeader(table)
        table.setHorizontalHeader(head)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(ROWS, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(ROWS, 72)
        return table

    @property
    def show_what(self) -> str:
        """Which values are wanted: a `Show`."""
        return str(self._show.currentData())

    def show_nothing(self) -> None:
        """No step is looked at."""
        self.model.set_changes(())
        self._told.setText("")
        self._hint.say(
            self.tr("No step is chosen"),
            self.tr("Choose a step of the recipe to see what it does to real values."),
        )
        self._stack.setCurrentIndex(1)

    def show_problem(self, problem: str) -> None:
        """The step cannot run as it stands."""
        self.model.set_changes(())
        self._told.setText("")
        self._hint.say(self.tr("The step cannot run yet"), problem)
        self._stack.setCurrentIndex(1)

    def show_preview(self, preview: StepPreview) -> None:
        """Show what the step does."""
        if preview.problem.en:
            self.show_problem(speech.say(preview.problem))
            return
        self.model.set_changes(preview.changes)
        self._told.setText(self._summary(preview))
        self._show_letters()
        if preview.changes:
            self._stack.setCurrentIndex(0)
            self.table.scrollToTop()
            return
        self._say_empty(preview)
        self._stack.setCurrentIndex(1)

    def _show_letters(self) -> None:
        """Letters that look alike are told by code point: above the table, and beside each value
        where there is room."""
        letters = self.model.letters()
        roomy = self.width() > ROOMY
        self.table.setColumnHidden(LETTERS, not letters or not roomy)
        self._letters.setVisible(bool(letters) and not roomy)
        while taken := self._chips.takeAt(0):
            if widget := taken.widget():
                widget.hide()
                widget.deleteLater()
        for chip in letters[: 2 if self.width() < ROOMY else 4]:
            self._chips.addWidget(Pill(chip, "violet"))
        if len(letters) > self._chips.count():
            more = Pill("…")
            more.setToolTip("\n".join(letters))
            self._chips.addWidget(more)
        self._chips.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room may show the letters beside the values."""
        super().resizeEvent(event)
        self._show_letters()

    def _say_empty(self, preview: StepPreview) -> None:
        if self.show_what == Show.FAILED:
            self._hint.say(
                self.tr("Every value can be converted"),
                self.tr("Nothing would go into quarantine or be emptied."),
            )
        elif preview.failed_values and self.show_what == Show.CHANGED:
            self._hint.say(
                self.tr("Nothing changes here"),
                self.tr("But some values cannot be converted: choose them above to see them."),
            )
        else:
            self._hint.say(
                self.tr("Nothing changes here"),
                self.tr(
                    "The values of this field are as this step would make them. It does no harm,"
                    " and it works again when new data comes."
                ),
            )

    def _summary(self, preview: StepPreview) -> str:
        parts = [self.tr("No value changes.")]
        if preview.changed_values:
            told = self.tr("{values} different values change, in {rows} rows.")
            values, rows = preview.changed_values, preview.changed_rows
            parts = [told.format(values=speech.number(values), rows=speech.number(rows))]
        if preview.emptied_rows:
            told = self.tr("{rows} rows become empty.")
            parts.append(told.format(rows=speech.number(preview.emptied_rows)))
        if preview.failed_rows:
            told = self.tr("{rows} rows hold a value that cannot be converted.")
            parts.append(told.format(rows=speech.number(preview.failed_rows)))
        if not preview.complete:
            told = self.tr("Looked at the {count} most frequent values.")
            parts.append(told.format(count=speech.number(preview.looked)))
        return " ".join(parts)
