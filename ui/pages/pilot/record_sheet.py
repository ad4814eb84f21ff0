"""One record: what its source held, what was sent, what the target holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.runs import FieldLine, RecordView, SourceRow
from ui import speech
from ui.models.sheet_model import Cell, SheetModel
from ui.visible import visible
from ui.widgets.basic import Pill, button, label, set_tone
from ui.widgets.run_words import difference_explained, difference_look, difference_told
from ui.widgets.sheet import Sheet

_STATES = {"loaded": "ok", "rejected": "error", "pending": "warn", "gone": "plain"}
SOURCES_NAMED = 3


class RecordSheet(QWidget):
    """Empty until `show_record`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "h2")
        self.state = Pill()
        self.origin = label("", "small", wrap=True)
        self.tell = button(self.tr("Story"), "workflow", flat=True)
        self.tell.setToolTip(self.tr("The whole way of this record"))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self.tell)
        titles = [
            self.tr("Field"),
            self.tr("Source column"),
            self.tr("In the source"),
            self.tr("Sent"),
            self.tr("In the target"),
        ]
        self.sheet = Sheet(SheetModel(titles), self.tr("Fields of the record"), stretch=(2, 3, 4))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self.origin)
        box.addWidget(self.sheet, 1)

    def show_record(self, record: RecordView | None) -> None:
        """Show a record; None: it is not ready any more."""
        if record is None:
            self.title.setText(self.tr("This record is not ready any more."))
            self.state.hide()
            self.tell.hide()
            self.origin.setText("")
            self.sheet.sheet.set_rows([])
            return
        self.title.setText(speech.isolate(record.title))
        self.state.show()
        self.tell.show()
        self.state.setText(self._state_told(record.state))
        set_tone(self.state, _STATES.get(record.state, "plain"))
        self.origin.setText(self._origin(record))
        self.sheet.sheet.set_rows([self._row(line) for line in record.fields], record.fields)

    # -- words

    def _state_told(self, state: str) -> str:
        return {
            "loaded": self.tr("in the target"),
            "rejected": self.tr("refused by the target"),
            "pending": self.tr("waits for its parent"),
            "gone": self.tr("removed again"),
        }.get(state, state)

    def _origin(self, record: RecordView) -> str:
        if record.reason:
            return speech.isolate(record.reason)
        comma = "، " if speech.language() == "fa" else ", "
        told = comma.join(self._row_told(row) for row in record.rows[:SOURCES_NAMED])
        more = len(record.rows) - SOURCES_NAMED
        if more > 0:
            told = self.tr("{rows} and {count} more").format(rows=told, count=speech.number(more))
        if not record.read_at:
            return self.tr("From {rows}").format(rows=told)
        return self.tr("From {rows} · read back {when}").format(
            rows=told, when=speech.moment(record.read_at)
        )

    def _row_told(self, row: SourceRow) -> str:
        return self.tr("{table} row {number}").format(
            table=speech.isolate(f"{row.source}/{row.table}"), number=speech.number(row.number)
        )

    # -- cells

    def _row(self, line: FieldLine) -> Sequence[Cell]:
        changed = line.source is not None and line.sent is not None and line.source != line.sent
        sent = line.parent or line.sent
        return (
            Cell(speech.say(line.label), tip=speech.ltr(line.field)),
            Cell(
                speech.isolate(line.columns) if line.columns else self.tr("none"),
                tone="muted",
                tip=line.columns,
            ),
            _value(line.source),
            _value(sent, tone="info" if changed and not line.parent else "", tip=line.sent or ""),
            self._held(line),
        )

    def _held(self, line: FieldLine) -> Cell:
        tone, icon = difference_look(line.kind)
        if line.kind == "missing" or (line.kind == "unknown" and line.held is None):
            return Cell(difference_told(line.kind), tone=tone, icon=icon)
        same = line.kind == "same"
        shown = line.parent if same and line.parent else line.held
        tip = "\n".join(
            part
            for part in (
                difference_explained(line.kind),
                self.tr("Sent: {value}").format(value=speech.isolate(line.sent or "—")),
                self.tr("Held: {value}").format(value=speech.isolate(line.held or "—")),
            )
            if part
        )
        words = speech.isolate(visible(shown)) if shown else "—"
        ground = "" if same or line.kind == "unknown" else "error"
        if line.kind == "normalised":
            ground = "warn"
        ink = "" if same else tone
        return Cell(
            words, tone=ink, icon=icon, icon_tone=tone, tip=tip, ground=ground, copy=line.held or ""
        )


def _value(value: str | None, tone: str = "", tip: str = "") -> Cell:
    if value is None or value == "":
        return Cell("—", tone="muted", copy=" ")
    return Cell(speech.isolate(visible(value)), tone=tone, tip=tip or value, copy=value)
