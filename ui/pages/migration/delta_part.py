"""When the data are newer than what was loaded: see what changed, load only that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.delta import DeltaLine, DeltaOffer, DeltaRecord, DeltaView
from ui import speech
from ui.latest import Latest
from ui.models.sheet_model import Cell, SheetModel
from ui.operations import delta as operations
from ui.session import Session
from ui.widgets.banner import Banner
from ui.widgets.basic import Card, button, label
from ui.widgets.sheet import Sheet

KINDS = ("new", "changed", "same", "vanished", "held", "regrouped")
_TONES = {"vanished": "warn", "held": "warn", "regrouped": "warn"}


class DeltaPart(Card):
    """Hidden unless a delta run is to be offered. `load_wanted` when only what changed should be
    loaded; `failed(failure)`."""

    load_wanted = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._offer = DeltaOffer(newer=False)
        self.told = label("", wrap=True)
        self.look = button(self.tr("See what changed"), "search")
        self.look.clicked.connect(self._compare)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.told, 1)
        row.addWidget(self.look)
        self.body.addLayout(row)
        self.hide()
        self._asked = Latest(self, self.show_offer, self.failed.emit)
        session.running.connect(self._weigh)

    def ask(self) -> None:
        """Look whether the data are newer."""
        self._asked.ask(operations.overview(session=self._session))

    def show_offer(self, offer: DeltaOffer) -> None:
        """Show the offer, or what bars it."""
        self._offer = offer
        told = self.tr(
            "The data are newer than what was loaded. You may load only what changed: new records"
            " are made, changed ones updated, the others are not touched."
        )
        self.told.setText(speech.say(offer.why) if offer.why.en else told)
        self.setVisible(offer.newer)
        self._weigh()

    def _weigh(self, _: object = None) -> None:
        self.look.setEnabled(not self._session.busy and not self._offer.why.en)

    def _compare(self) -> None:
        operations.ahead(session=self._session).then(self._open, self.failed.emit)

    def _open(self, view: DeltaView) -> None:
        dialog = DeltaDialog(self._session, view, self)
        dialog.load_wanted.connect(self.load_wanted)
        dialog.open()


class DeltaDialog(QDialog):
    """The comparison, the records behind each number; emits `load_wanted`."""

    load_wanted = Signal()

    def __init__(self, session: Session, view: DeltaView, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._view = session, view
        self.setWindowTitle(self.tr("Newer data beside what was loaded"))
        self.resize(880, 540)
        told = self._titles()
        self.banner = Banner()
        titles = [self.tr("Entity"), *(told[kind] for kind in KINDS)]
        numbers = range(1, len(titles))
        self.sheet = Sheet(SheetModel(titles, numbers), self.tr("Comparison"), stretch=0)
        self.sheet.sheet.set_rows([self._row(one) for one in view.lines], view.lines)
        self.sheet.setSelectionBehavior(self.sheet.SelectionBehavior.SelectItems)
        self.sheet.setSelectionMode(self.sheet.SelectionMode.SingleSelection)
        self.which = label(self.tr("Choose a number to see its records."), "muted", wrap=True)
        records = SheetModel([self.tr("Source key"), self.tr("Id in the target")])
        self.records = Sheet(records, self.tr("Records"), stretch=(0, 1))
        self.load = button(self.tr("Load only what changed"), "rocket", primary=True)
        self.load.setEnabled(not view.problems and any(o.new or o.changed for o in view.lines))
        self._build()
        self._asked = Latest(self, self._show_records, self.banner.fail)
        self.sheet.selectionModel().currentChanged.connect(lambda *_: self._look())
        self.load.clicked.connect(self._load)
        if view.problems:
            self.banner.say("\n".join(speech.say(one) for one in view.problems), "error")

    def _build(self) -> None:
        close = button(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(label(self._said(), "muted", wrap=True), 1)
        foot.addWidget(close)
        foot.addWidget(self.load)
        box = QVBoxLayout(self)
        box.setSpacing(10)
        box.addWidget(self.banner)
        box.addWidget(self.sheet, 2)
        box.addWidget(self.which)
        box.addWidget(self.records, 3)
        box.addLayout(foot)

    def _titles(self) -> dict[str, str]:
        return {
            "new": self.tr("New"),
            "changed": self.tr("Changed"),
            "same": self.tr("As loaded"),
            "vanished": self.tr("Vanished"),
            "held": self.tr("Held back now"),
            "regrouped": self.tr("Regrouped"),
        }

    def _meaning(self, kind: str) -> str:
        return {
            "new": self.tr("These records will be made."),
            "changed": self.tr("These records will be updated by the rules of the mapping."),
            "same": self.tr("These records are not sent."),
            "vanished": self.tr("In the target, no longer in the sources: they are left there."),
            "held": self.tr(
                "In the target, but in quarantine or merged into another now: they are left there."
            ),
            "regrouped": self.tr(
                "Loaded under the key of another row of the same record: not sent, so that nothing"
                " is doubled."
            ),
        }[kind]

    def _said(self) -> str:
        missing = self._view.refused + self._view.waiting
        if not missing:
            return self.tr("Nothing was written yet. The run can be taken back exactly.")
        told = self.tr("Nothing was written yet. {count} records would not arrive.")
        return told.format(count=speech.number(missing))

    def _row(self, line: DeltaLine) -> tuple[Cell, ...]:
        counts = [(kind, int(getattr(line, kind))) for kind in KINDS]
        return (
            Cell(speech.say(line.label), tip=speech.ltr(line.entity)),
            *(
                Cell(speech.number(n), number=True, bold=kind in ("new", "changed") and n > 0,
                     tone=_TONES.get(kind, "") if n else "muted")
                for kind, n in counts
            ),
        )  # fmt: skip

    def _look(self) -> None:
        index = self.sheet.currentIndex()
        if index.isValid() and index.column() > 0:
            line, kind = self._view.lines[index.row()], KINDS[index.column() - 1]
            self.which.setText(self._meaning(kind))
            self._asked.ask(
                operations.records(session=self._session, entity=line.entity, what=kind)
            )

    def _show_records(self, found: tuple[DeltaRecord, ...]) -> None:
        self.records.sheet.set_rows([
            (Cell(speech.ltr(one.key), copy=one.key),
             Cell(speech.ltr(one.target_id) if one.target_id else "—", copy=one.target_id))
            for one in found
        ])  # fmt: skip

    def _load(self) -> None:
        self.load_wanted.emit()
        self.accept()
