"""What a pilot would take, and why, before it runs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from migrator.model.views.runs import PilotShare, PilotView
from ui import speech
from ui.models.sheet_model import Cell, SheetModel
from ui.widgets.basic import Card, label
from ui.widgets.sheet import Sheet

TYPING_MS = 500
MOST_ROWS = 10_000


class ChoicePart(QWidget):
    """Size and shares; `rows_wanted(n)` when the person asks for another size."""

    rows_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = QSpinBox()
        self.count.setRange(1, MOST_ROWS)
        self.count.setAccessibleName(self.tr("Records of each entity"))
        self.count.setFixedWidth(100)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self.count.valueChanged.connect(lambda _: self._typing.start())
        self.count.editingFinished.connect(self._ask)
        self._shown = 0
        self._total = label("", "muted")
        titles = [
            self.tr("Entity"),
            self.tr("Ready"),
            self.tr("Asked for"),
            self.tr("Taken"),
            self.tr("Why"),
        ]
        self.sheet = Sheet(
            SheetModel(titles, numbers=(1, 2, 3)), self.tr("What the pilot takes"), stretch=4
        )
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label(self.tr("Records of each entity")))
        row.addWidget(self.count)
        row.addWidget(self._total)
        row.addStretch(1)
        note = label(
            self.tr(
                "Records are taken from the whole table, not from its beginning. Parents come along"
                " so that every record finds what it belongs to."
            ),
            "small",
            wrap=True,
        )
        card = Card()
        card.body.addLayout(row)
        card.body.addWidget(self.sheet, 1)
        card.body.addWidget(note)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)

    def show_view(self, view: PilotView) -> None:
        """Show the choice."""
        self._shown = view.rows
        if not self.count.hasFocus() or not self._typing.isActive():
            self.count.blockSignals(True)
            self.count.setValue(view.rows)
            self.count.blockSignals(False)
        taken = sum(share.taken for share in view.shares)
        words = self.tr("The pilot takes {count} records in all").format(count=speech.number(taken))
        self._total.setText(words)
        self.sheet.sheet.set_rows([self._row(share) for share in view.shares], view.shares)

    def _row(self, share: PilotShare) -> Sequence[Cell]:
        return (
            Cell(speech.say(share.label), tip=speech.ltr(share.entity)),
            Cell(speech.number(share.ready), tone="muted", number=True),
            Cell(speech.number(share.asked), number=True),
            Cell(speech.number(share.taken), number=True, bold=True),
            Cell(self._why(share), tone="muted", tip=self._why(share)),
        )

    def _why(self, share: PilotShare) -> str:
        if not share.ready:
            return self.tr("nothing is ready")
        if not share.parents_of:
            everything = share.taken == share.ready
            return self.tr("all there are") if everything else self.tr("chosen, no parent needed")
        comma = "، " if speech.language() == "fa" else ", "
        parents = comma.join(
            self.tr("{count} for {entity}").format(
                count=speech.number(count), entity=speech.say(child)
            )
            for child, count in share.parents_of
        )
        extra = speech.number(share.taken - share.asked)
        return self.tr("{count} as parents: {parents}").format(count=extra, parents=parents)

    def _ask(self) -> None:
        self._typing.stop()
        if self.count.value() != self._shown:
            self._shown = self.count.value()
            self.rows_wanted.emit(self.count.value())
