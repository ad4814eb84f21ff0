"""The loaded records: pick one, see it beside its source row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.runs import PilotRecord, PilotView, RecordView
from ui import speech
from ui.models.sheet_model import Cell, SheetModel
from ui.pages.pilot.record_sheet import RecordSheet
from ui.widgets.basic import Card, Pill, button, label, set_tone
from ui.widgets.sheet import Sheet

LIST_WIDTH = 270
_LOOKS = {
    "loaded": ("ok", "check"),
    "rejected": ("error", "circle-x"),
    "pending": ("warn", "clock"),
    "gone": ("muted", "undo-2"),
}


class RecordsPart(QWidget):
    """`entity_wanted(name)` and `record_wanted(name, gid)` when other records are looked at;
    `look_wanted` when the target should be read again; `story(entity, gid)` when somebody wants the
    whole way of a record."""

    entity_wanted = Signal(str)
    record_wanted = Signal(str, object)
    look_wanted = Signal()
    story = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entities = QComboBox()
        self.entities.setAccessibleName(self.tr("Entity"))
        self.entities.currentIndexChanged.connect(lambda _: self._pick_entity())
        titles = [self.tr("Record")]
        self.list = Sheet(SheetModel(titles), self.tr("Records of the pilot"), choose=True)
        self.list.horizontalHeader().hide()
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._pick_record())
        self.list.doubleClicked.connect(lambda _: self._pick_record())
        self.summary = Pill()
        self.note = label("", "small")
        self.again = button(self.tr("Read the target again"), "refresh-cw")
        self.again.clicked.connect(self.look_wanted)
        self.record = RecordSheet()
        self.record.tell.clicked.connect(lambda: self.story.emit(self.entity, self._gid()))
        self._build()

    def _build(self) -> None:
        left = Card()
        left.setFixedWidth(LIST_WIDTH)
        left.body.setContentsMargins(10, 10, 10, 10)
        left.body.addWidget(self.entities)
        left.body.addWidget(self.list, 1)
        right = Card()
        right.body.setContentsMargins(14, 12, 14, 10)
        right.body.addWidget(self.record, 1)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.summary)
        top.addWidget(self.note)
        top.addStretch(1)
        top.addWidget(self.again)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(left)
        row.addWidget(right, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(top)
        box.addLayout(row, 1)

    @property
    def entity(self) -> str:
        """The entity that is looked at."""
        return str(self.entities.currentData() or "")

    def show_view(self, view: PilotView) -> None:
        """Offer the entities of the pilot, and say how it compares."""
        before = self.entity
        self.entities.blockSignals(True)
        self.entities.clear()
        for share in view.shares:
            self.entities.addItem(speech.say(share.label), share.entity)
        self.entities.setCurrentIndex(max(0, self.entities.findData(before)))
        self.entities.blockSignals(False)
        self._show_summary(view)
        self._pick_entity()

    def _show_summary(self, view: PilotView) -> None:
        expected = sum(one.expected for one in view.compared)
        bad = sum(one.differs + one.missing + one.extra for one in view.compared)
        harmless = sum(one.normalised for one in view.compared)
        gone = view.run is not None and view.run.state == "rolled_back"
        self.summary.setVisible(bool(view.compared) or gone)
        if gone:
            self.summary.setText(self.tr("Removed from the target again"))
            set_tone(self.summary, "plain")
        elif bad:
            words = self.tr("{bad} of {count} records differ")
            self.summary.setText(
                words.format(bad=speech.number(bad), count=speech.number(expected))
            )
            set_tone(self.summary, "error")
        else:
            words = self.tr("{count} records read back and equal")
            self.summary.setText(words.format(count=speech.number(expected - harmless)))
            set_tone(self.summary, "ok")
        words = self.tr("{count} differ only in capitals or spaces")
        self.note.setText(words.format(count=speech.number(harmless)) if harmless else "")

    def show_records(self, records: Sequence[PilotRecord]) -> None:
        """Offer the records of the entity, and look at the first."""
        kept = self._gid()
        rows = [[self._cell(record)] for record in records]
        self.list.sheet.set_rows(rows, records)
        gids = [record.gid for record in records]
        place = gids.index(kept) if kept in gids else 0
        if records:
            self.list.choose(place)
        else:
            self.record.show_record(None)
            self.record.title.setText(self.tr("No record of this entity was taken."))

    def show_record(self, record: RecordView | None) -> None:
        """Show the record that was asked for."""
        self.record.show_record(record)

    def _cell(self, record: PilotRecord) -> Cell:
        tone, icon = _LOOKS.get(record.state, ("muted", "circle"))
        tip = [speech.ltr(record.key)]
        if record.parent_of is not None:
            told = self.tr("Came along as a parent of {entity}")
            tip.append(told.format(entity=speech.say(record.parent_of)))
        if record.child_of is not None:
            told = self.tr("Came along as a child of {entity}")
            tip.append(told.format(entity=speech.say(record.child_of)))
        if record.covers:
            told = self.tr("Chosen to show: {what}")
            shown = speech.listed(speech.say(one) for one in record.covers)
            tip.append(told.format(what=shown))
        if record.differences:
            tone, icon = "error", "circle-alert"
            told = self.tr("{count} fields differ")
            tip.append(told.format(count=speech.number(record.differences)))
        ink = tone if tone == "error" else ""
        return Cell(
            speech.isolate(record.title), tone=ink, icon=icon, icon_tone=tone, tip="\n".join(tip)
        )

    def _gid(self) -> int:
        row = self.list.chosen()
        return self.list.sheet.key(row).gid if row >= 0 else 0

    def _pick_entity(self) -> None:
        if self.entity:
            self.entity_wanted.emit(self.entity)

    def _pick_record(self) -> None:
        if gid := self._gid():
            self.record_wanted.emit(self.entity, gid)
