"""The row account of the entities: where every record has ended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from migrator.model.reports import EntityAccount, RowAccount
from migrator.model.text import Text
from ui import speech
from ui.models.sheet_model import Cell, SheetModel
from ui.widgets.sheet import Sheet

_COUNTS = ("mapped", "absorbed", "golden", "quarantined", "ready", "loaded", "rejected", "pending")
_TONES = {"quarantined": "warn", "rejected": "error", "pending": "warn", "absorbed": "muted"}


class AccountSheet(Sheet):
    """One line an entity: mapped = golden + merged, golden = ready + quarantine, ready = loaded +
    refused + waiting; the last column says whether that is so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SheetModel([]), "", stretch=0, parent=parent)
        titles = [
            self.tr("Entity"),
            self.tr("Rows"),
            self.tr("Merged away"),
            self.tr("Records"),
            self.tr("Quarantine"),
            self.tr("Ready"),
            self.tr("Loaded"),
            self.tr("Refused"),
            self.tr("Waiting"),
            self.tr("Balance"),
        ]
        self.setAccessibleName(self.tr("Row account"))
        self._model = SheetModel(titles, numbers=range(1, 9))
        self.setModel(self._model)
        self._model.modelReset.connect(self.measure)

    def show_account(self, account: RowAccount, entities: Sequence[tuple[str, Text]]) -> None:
        """Show an account; `entities` says how they are called."""
        labels = dict(entities)
        rows = [self._row(one, labels.get(one.entity)) for one in account.entities]
        self._model.set_rows(rows, account.entities)

    def _row(self, one: EntityAccount, label: Text | None) -> Sequence[Cell]:
        words = speech.say(label) if label else one.entity
        cells = [Cell(words, tip=speech.ltr(one.entity))]
        for name in _COUNTS:
            value = getattr(one, name)
            tone = _TONES.get(name, "") if value else "muted"
            cells.append(Cell(speech.number(value), tone=tone, number=True, bold=name == "loaded"))
        if one.balanced:
            cells.append(Cell(self.tr("balances"), tone="ok", icon="check"))
        else:
            cells.append(Cell(self.tr("does not balance"), tone="error", icon="circle-alert"))
        return cells
