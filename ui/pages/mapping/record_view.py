"""One row of the table through all fields of the feed; step from row to row."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from migrator.model.views.mapping import PreviewLine, RecordPreview
from ui import speech
from ui.latest import Latest
from ui.messages import Failure
from ui.models.small_table import Cell, Line, SmallTable
from ui.operations import mapping
from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.document import Chosen, Document
from ui.pages.mapping.glyphs import shown
from ui.widgets.basic import Card, Pill, SearchField, button, label, set_tone
from ui.widgets.small_view import SmallView

_MOST = 2_000_000_000


class RecordView(Card):
    """`chosen` tells the field that a person looks at."""

    chosen = Signal(object)

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._deeds = deeds
        self._document: Document | None = None
        self.record = RecordPreview()
        self.body.setContentsMargins(12, 10, 12, 10)
        self.body.setSpacing(8)
        self.previous = button("", "arrow-up")
        self.previous.setAccessibleName(self.tr("Previous row"))
        self.previous.setToolTip(self.tr("Previous row (Page up)"))
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next = button("", "arrow-down")
        self.next.setAccessibleName(self.tr("Next row"))
        self.next.setToolTip(self.tr("Next row (Page down)"))
        self.next.clicked.connect(lambda: self.step(1))
        self.place = QSpinBox()
        self.place.setRange(1, _MOST)
        self.place.setFixedWidth(110)
        self.place.setAccessibleName(self.tr("Row of the table"))
        self.place.setKeyboardTracking(False)
        self.place.valueChanged.connect(self._go)
        self.key = SearchField(self.tr("Find by key"))
        self.key.returnPressed.connect(self._seek)
        self._told = label("", "muted")
        self._out = Pill(tone="warn")
        self._trouble = label("", wrap=True)
        set_tone(self._trouble, "error")
        titles = (
            self.tr("Target field"),
            self.tr("Source column"),
            self.tr("Before"),
            self.tr("After"),
            self.tr("Problem"),
        )
        self.rows = SmallTable(titles)
        self.view = SmallView(self.rows, (3, 3, 4, 4, 3), self.tr("One row through all fields"))
        self.view.picked.connect(self._picked)
        self._latest = Latest(self, self._show, self._failed)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for widget in (self.previous, self.next, label(self.tr("Row")), self.place, self._told):
            top.addWidget(widget)
        top.addWidget(self._out)
        top.addStretch(1)
        self.key.setMaximumWidth(200)
        top.addWidget(self.key, 1)
        self.body.addLayout(top)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self.view, 1)
        self._out.hide()
        self._trouble.hide()

    def show_document(self, document: Document) -> None:
        """Show a document, new or changed; of another feed from its first row on."""
        before = self._document
        self._document = document
        same = before is not None and before.sheet.feed.id == document.sheet.feed.id
        self._ask(self.record.row if same else 1)

    def refresh(self) -> None:
        """Read the row anew, as after an edit."""
        if self._document is not None and self.isVisible():
            self._ask(self.record.row)

    def _ask(self, row: int, *, key: str = "", after: bool = True) -> None:
        if self._document is not None:
            feed = self._document.sheet.feed.id
            session = self._deeds.session
            self._latest.ask(
                mapping.record(session=session, feed=feed, row=max(1, row), key=key, after=after)
            )

    def step(self, by: int) -> None:
        """The next row that the feed takes, or the one before."""
        row = self.record.row + by
        if 1 <= row <= self.record.rows:
            self._ask(row, after=by > 0)

    def _go(self, row: int) -> None:
        if row != self.record.row:
            self._ask(row)

    def _seek(self) -> None:
        if self.key.text().strip():
            self._ask(1, key=self.key.text())

    def _show(self, record: RecordPreview) -> None:
        self.record = record
        self._trouble.hide()
        self.place.blockSignals(True)
        self.place.setMaximum(max(1, record.rows))
        self.place.setValue(record.row)
        self.place.blockSignals(False)
        told = self.tr("of {rows}").format(rows=speech.number(record.rows))
        self._told.setText(f"{told} · {shown(record.key)}" if record.key else told)
        self._out.setVisible(bool(record.left_out))
        words = self.tr("Left out: {reason}").format(reason=shown(record.left_out))
        self._out.setText(words)
        self.previous.setEnabled(record.row > 1)
        self.next.setEnabled(record.row < record.rows)
        at = self.view.verticalScrollBar().value()
        current = self.view.current
        self.rows.show([self._line(target, line) for target, line in record.fields])
        if current is not None:
            self.view.select_key(current)
        self.view.verticalScrollBar().setValue(at)

    def _line(self, target: str, line: PreviewLine) -> Line:
        document = self._document
        card = document.targets.get(target) if document is not None else None
        row = document.rows.get(target) if document is not None else None
        given = " + ".join(shown(text) for text in line.before if text)
        names = " + ".join(shown(name) for name in row.sources) if row is not None else ""
        tone = {"error": "error", "warning": "warn"}.get(line.severity, "")
        after = shown(line.after) if line.after else self.tr("(empty)")
        changed = not tone and line.after is not None and line.after not in line.before
        return Line(
            (
                Cell(speech.say(card.label) if card is not None else target, strong=True),
                Cell(names or self.tr("Fixed value"), "muted"),
                Cell(given or self.tr("(empty)"), "" if given else "muted"),
                Cell(after, tone or ("accent_ink" if changed else "" if line.after else "muted"),
                     strong=changed),
                Cell(speech.say(line.problem), tone, tip=speech.say(line.problem)),
            ),
            target,
        )  # fmt: skip

    def _picked(self, target: object) -> None:
        document = self._document
        if document is not None and isinstance(target, str) and target in document.rows:
            source = next(iter(document.rows[target].sources), "")
            self.chosen.emit(Chosen(source, target))

    def _failed(self, failure: Failure) -> None:
        self._trouble.setText(f"{failure.message} {failure.hint}".strip())
        self._trouble.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down step through the rows."""
        if event.matches(QKeySequence.StandardKey.MoveToNextPage):
            self.step(1)
        elif event.matches(QKeySequence.StandardKey.MoveToPreviousPage):
            self.step(-1)
        else:
            super().keyPressEvent(event)
