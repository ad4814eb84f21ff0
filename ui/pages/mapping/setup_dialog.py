"""How a feed reads its table: the columns that identify a row, the rows that are left out."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from migrator.model.mapping import Filter
from migrator.model.views.mapping import FilterEffect
from ui import speech
from ui.latest import Latest
from ui.messages import Failure
from ui.operations import mapping
from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.glyphs import shown
from ui.widgets.basic import button, label, set_kind, set_tone

PAUSE_MS = 250


class FilterLine(QWidget):
    """One filter: its expression, its reason, and what it leaves out on the real rows."""

    def __init__(self, deeds: Deeds, one: Filter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.expression = QLineEdit(one.expression)
        self.expression.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.expression.setPlaceholderText("field('status') == 'deleted'")
        self.expression.setAccessibleName(self.tr("Leave rows out where"))
        self.reason = QLineEdit(one.reason)
        self.reason.setPlaceholderText(self.tr("Reason"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.told = label("", "small", wrap=True)
        self.remove = button("", "trash-2", flat=True)
        self.remove.setAccessibleName(self.tr("Remove this filter"))
        self.remove.setToolTip(self.tr("Remove this filter"))
        row = QHBoxLayout()
        row.addWidget(self.expression, 3)
        row.addWidget(self.reason, 2)
        row.addWidget(self.remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(row)
        box.addWidget(self.told)
        self._latest = Latest(self, self._counted, self._refused)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self.expression.textChanged.connect(lambda: self._timer.start())
        self._ask()

    def filter(self) -> Filter:
        """The filter as it is written now."""
        return Filter(self.expression.text().strip(), self.reason.text().strip())

    def _ask(self) -> None:
        if not self.expression.text().strip():
            self._say("", "plain")
            return
        self._latest.ask(
            mapping.filter_effect(
                session=self._deeds.session,
                feed=self._deeds.feed,
                expression=self.expression.text(),
            )
        )

    def _counted(self, effect: FilterEffect) -> None:
        words = self.tr("Leaves out {rows} of {total} rows").format(
            rows=speech.number(effect.rows), total=speech.number(effect.total)
        )
        self._say(words, "warn" if effect.rows else "plain")

    def _refused(self, failure: Failure) -> None:
        self._say(f"{failure.message} {failure.hint}".strip(), "error")

    def _say(self, words: str, tone: str) -> None:
        self.told.setText(words)
        set_tone(self.told, tone)


class SetupDialog(QDialog):
    """Changes key and filters of the feed that the deeds know. Open it with `open()`."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        assert deeds.document is not None
        self._feed = deeds.document.sheet.feed
        self.setWindowTitle(self.tr("Key and filters"))
        self.resize(680, 520)
        self.keys = QListWidget()
        self.keys.setAccessibleName(self.tr("Columns that identify a row"))
        set_kind(self.keys, "ticks")
        for card in deeds.document.sheet.sources:
            item = QListWidgetItem(shown(card.name))
            item.setData(Qt.ItemDataRole.UserRole, card.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            chosen = card.name in self._feed.key
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
            self.keys.addItem(item)
        self.one_per_key = self._tick()
        self.keys.itemChanged.connect(self._allow_one)
        self._allow_one()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.add = button(self.tr("Add a filter"), "plus")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(lambda: self.add_line(Filter("", "")))
        self._told = label("", wrap=True)
        set_tone(self._told, "error")
        self._told.hide()
        self.ok = button(self.tr("Save"), "check", primary=True)
        self.ok.setDefault(True)
        self.ok.clicked.connect(self._save)
        self._lay_out()
        for one in self._feed.filters:
            self.add_line(one)

    def _tick(self) -> QCheckBox:
        made = QCheckBox(self.tr("Rows with the same key are one record"))
        made.setToolTip(
            self.tr(
                "For a company that stands in the rows of all its people: the rows become one"
                " record, and every row stays traceable to it."
            )
        )
        made.setChecked(self._feed.one_per_key)
        return made

    def _lay_out(self) -> None:
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.ok)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        box.addWidget(label(self.tr("Columns that identify a row"), "h2"))
        told = self.tr("With none, a row is known by its position in the table.")
        box.addWidget(label(told, "muted", wrap=True))
        box.addWidget(self.keys, 1)
        box.addWidget(self.one_per_key)
        box.addWidget(label(self.tr("Rows that are left out"), "h2"))
        told = self.tr("A row is left out where an expression is true, for the reason you give.")
        box.addWidget(label(told, "muted", wrap=True))
        box.addLayout(self._lines)
        box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        box.addWidget(self._told)
        box.addLayout(foot)

    def add_line(self, one: Filter) -> FilterLine:
        """Add a filter to edit."""
        line = FilterLine(self._deeds, one)
        line.remove.clicked.connect(lambda: self._remove(line))
        self._lines.addWidget(line)
        return line

    def _remove(self, line: FilterLine) -> None:
        self._lines.removeWidget(line)
        line.hide()
        line.deleteLater()

    def filters(self) -> tuple[Filter, ...]:
        """The filters as they are written now; empty lines are none."""
        found = []
        for n in range(self._lines.count()):
            item = self._lines.itemAt(n)
            widget = item.widget() if item is not None else None
            if isinstance(widget, FilterLine) and widget.filter().expression:
                found.append(widget.filter())
        return tuple(found)

    def key(self) -> tuple[str, ...]:
        """The columns that are ticked; those of the present key keep their order."""
        items = (self.keys.item(n) for n in range(self.keys.count()))
        ticked = [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]
        kept = [name for name in self._feed.key if name in ticked]
        return (*kept, *(name for name in ticked if name not in kept))

    def _allow_one(self) -> None:
        """Without a key there is nothing that rows could share."""
        self.one_per_key.setEnabled(bool(self.key()))

    def _save(self) -> None:
        if self.filters() != self._feed.filters:
            job = self._deeds.filters(self.filters())
            job.failed.connect(self._refused)
            job.succeeded.connect(self._save_key)
        else:
            self._save_key()

    def _save_key(self) -> None:
        if self.key() != self._feed.key:
            job = self._deeds.key(self.key())
            job.failed.connect(self._refused)
            job.succeeded.connect(self._save_one)
        else:
            self._save_one()

    def _save_one(self) -> None:
        wanted = self.one_per_key.isChecked() and bool(self.key())
        if wanted != self._feed.one_per_key:
            self._deeds.one_per_key(wanted)
        self.accept()

    def _refused(self, failure: Failure) -> None:
        self._told.setText(f"{failure.message} {failure.hint}".strip())
        self._told.show()
