"""Records that are not in the target, by cause."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from migrator.model.views.runs import Cause, VerificationView
from ui import speech
from ui.models.sheet_model import Cell, SheetModel
from ui.visible import visible
from ui.widgets.basic import Card, EmptyState, button, label
from ui.widgets.sheet import Sheet


class CausesPart(QWidget):
    """`go(step)`, `export_wanted(path)`, `replay_wanted`: mend them, list them, send them
    again."""

    go = Signal(str)
    export_wanted = Signal(str)
    replay_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles = [
            self.tr("Records"),
            self.tr("Entity"),
            self.tr("Field"),
            self.tr("Cause"),
            self.tr("Who refused"),
            self.tr("For example"),
        ]
        self.sheet = Sheet(SheetModel(titles, numbers=(0,)), self.tr("Causes"), stretch=3)
        self.told = label("", "muted", wrap=True)
        self.mend = button(self.tr("Go to validation"), "shield-check")
        self.mend.clicked.connect(lambda: self.go.emit("validation"))
        self.export = button(self.tr("Export to Excel"), "file-spreadsheet")
        self.export.clicked.connect(self._ask_file)
        self.replay = button(self.tr("Send refused ones again"), "refresh-cw")
        self.replay.clicked.connect(self.replay_wanted)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.told, 1)
        for one in (self.mend, self.export, self.replay):
            foot.addWidget(one)
        card = Card()
        card.body.addWidget(self.sheet, 1)
        card.body.addLayout(foot)
        empty = EmptyState(
            "check-check",
            self.tr("Nothing was left behind"),
            self.tr("No record is in quarantine, and the target refused none."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(card)
        self._stack.addWidget(empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def show_view(self, view: VerificationView) -> None:
        """Show the causes, most records first."""
        self.sheet.sheet.set_rows([self._row(cause) for cause in view.causes], view.causes)
        self._stack.setCurrentIndex(0 if view.causes else 1)
        self.replay.setVisible(bool(view.refused))
        if view.refused:
            words = self.tr(
                "Mend the cause in the target or here, then send them again: what is there already"
                " is not written twice."
            )
        else:
            words = self.tr("In quarantine: the target never saw these records.")
        self.told.setText(words)

    def set_busy(self, busy: bool, open_gate: bool) -> None:
        """What cannot be done while something runs, or while the run is locked."""
        self.export.setEnabled(not busy)
        self.replay.setEnabled(not busy and open_gate)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Export to Excel"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.setNameFilter("Excel (*.xlsx)")
        dialog.selectFile("rejects.xlsx")
        dialog.fileSelected.connect(self.export_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _row(self, cause: Cause) -> Sequence[Cell]:
        refused = cause.kind == "reject"
        who = self.tr("the target") if refused else self.tr("our checks")
        told = speech.say(cause.told)
        example = visible(cause.example)
        return (
            Cell(speech.number(cause.rows), number=True, bold=True),
            Cell(speech.say(cause.label), tip=speech.ltr(cause.entity)),
            Cell(speech.say(cause.field_label), tip=speech.ltr(cause.field)),
            Cell(told, tip=told),
            Cell(who, tone="error" if refused else "warn", icon="ban" if refused else "filter"),
            Cell(speech.isolate(example) if example else "—", tone="muted", tip=example),
        )
