"""A check that a person adds: which, on which fields, how strict, and what it would find."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from migrator.model.checking import CheckRule
from migrator.model.dormant import mapped_fields
from migrator.model.issues import Severity
from migrator.model.views.catalog import CatalogItem
from migrator.model.views.validation import RuleLine, RuleTrial
from ui import speech
from ui.forms.options_form import OptionsForm
from ui.latest import Latest
from ui.messages import Failure
from ui.operations import catalog, validation
from ui.pages.validation.foot import foot
from ui.session import Session
from ui.visible import visible
from ui.widgets.basic import Card, button, label, set_kind, set_tone

SCHEMA = "schema"  # the shelf of checks that always run


class RuleDialog(QDialog):
    """Emits `chosen(entity, CheckRule)`; `line` is the check to change, None for a new one."""

    chosen = Signal(str, object)

    def __init__(self, session: Session, line: RuleLine | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._line = session, line
        self._items: list[CatalogItem] = []
        self.setWindowTitle(self.tr("Change a check") if line else self.tr("Add a check"))
        self.resize(720, 520)
        self.entity = QComboBox()
        self.check = QComboBox()
        self.severity = QComboBox()
        self.severity.addItem(self.tr("Error: the record goes into quarantine"), Severity.ERROR)
        self.severity.addItem(self.tr("Warning: the record travels"), Severity.WARNING)
        self.fields = QStandardItemModel(self)
        self.form = OptionsForm(session)
        self.help = label("", "muted", wrap=True)
        self.told = label("", wrap=True)
        self.save = button(self.tr("Save"), "check", primary=True)
        self._catalog = Latest(self, self._take_checks, self._fail)
        self._trials = Latest(self, self._show_trial, self._fail)
        self._lay_out()
        self._fill()
        self._catalog.ask(catalog.checks(session=session))

    def rule(self) -> CheckRule:
        """The check as it is set."""
        item = self._items[self.check.currentIndex()]
        return CheckRule(
            item.id,
            tuple(self._ticked()),
            self.form.values(),
            Severity(self.severity.currentData()),
            self._line.rule.enabled if self._line else True,
        )

    def _ticks(self) -> Card:
        ticks = QListView()
        ticks.setModel(self.fields)
        ticks.setAccessibleName(self.tr("Fields"))
        ticks.setFrameShape(QFrame.Shape.NoFrame)
        set_kind(ticks, "ticks")
        card = Card(self.tr("Fields it looks at"))
        card.body.addWidget(ticks, 1)
        return card

    def _choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        for words, one in (
            (self.tr("Entity"), self.entity),
            (self.tr("Check"), self.check),
            ("", self.help),
            (self.tr("When it fails"), self.severity),
        ):
            if words:
                one.setAccessibleName(words)
                column.addWidget(label(words, "muted"))
            column.addWidget(one)
        return column

    def _lay_out(self) -> None:
        options = QWidget()
        column = QVBoxLayout(options)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(options)
        first = QVBoxLayout()
        first.addLayout(self._choices())
        first.addWidget(scroll, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(first, 1)
        middle.addWidget(self._ticks(), 1)
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addLayout(middle, 1)
        box.addLayout(foot(self, self.save, self.told))

    def _fill(self) -> None:
        schema = self._session.plan.target.schema
        for name in self._session.plan.entities():
            found = schema.entity(name)
            words = found.label_fa if speech.language() == "fa" else found.label
            self.entity.addItem(words or found.label or name, name)
        if self._line:
            self.entity.setCurrentIndex(self.entity.findData(self._line.entity))
            self.entity.setEnabled(False)
            self.severity.setCurrentIndex(self.severity.findData(self._line.rule.severity))
        self._show_fields()
        self.entity.currentIndexChanged.connect(self._show_fields)
        self.severity.currentIndexChanged.connect(self._try)
        self.check.currentIndexChanged.connect(self._show_check)
        self.form.changed.connect(self._try)
        self.fields.itemChanged.connect(self._try)
        self.save.clicked.connect(self._save)

    def _show_fields(self) -> None:
        entity = str(self.entity.currentData())
        mapped = set(mapped_fields(self._session.plan, entity))
        chosen = set(self._line.rule.fields) if self._line else set()
        self.fields.blockSignals(True)
        self.fields.clear()
        for field in self._session.plan.target.schema.entity(entity).fields:
            if field.name in mapped:
                words = field.label_fa if speech.language() == "fa" else field.label
                item = QStandardItem(words or field.label or field.name)
                item.setData(field.name, Qt.ItemDataRole.UserRole)
                item.setCheckable(True)
                item.setEditable(False)
                ticked = Qt.CheckState.Checked if field.name in chosen else Qt.CheckState.Unchecked
                item.setCheckState(ticked)
                self.fields.appendRow(item)
        self.fields.blockSignals(False)
        self.fields.layoutChanged.emit()
        self._try()

    def _ticked(self) -> list[str]:
        items = [self.fields.item(row) for row in range(self.fields.rowCount())]
        return [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]

    def _take_checks(self, items: Sequence[CatalogItem]) -> None:
        now = self._line.rule.check if self._line else ""
        self._items = [item for item in items if item.group != SCHEMA or item.id == now]
        self.check.blockSignals(True)
        for item in self._items:
            self.check.addItem(speech.say(item.title), item.id)
        if self._line:
            self.check.setCurrentIndex(self.check.findData(now))
        self.check.blockSignals(False)
        self._show_check()

    def _show_check(self) -> None:
        item = self._items[self.check.currentIndex()]
        self.help.setText(speech.say(item.help))
        same = self._line is not None and self._line.rule.check == item.id
        self.form.set_item(item, self._line.rule.options if self._line and same else None)
        self._try()

    # -- what it would find

    def _try(self) -> None:
        ready = bool(self._items) and bool(self._ticked())
        self.save.setEnabled(False)
        if not ready:
            self._trials.forget()
            set_tone(self.told, "")
            self.told.setText(self.tr("Tick the fields that it looks at."))
            return
        entity = str(self.entity.currentData())
        self._trials.ask(
            validation.try_rule(session=self._session, entity=entity, rule=self.rule())
        )

    def _show_trial(self, found: RuleTrial) -> None:
        if found.problem is not None:
            set_tone(self.told, "error")
            self.told.setText(speech.say(found.problem))
            return
        self.save.setEnabled(True)
        set_tone(self.told, "warn" if found.rows else "ok")
        words = self.tr("It would find {n} records").format(n=speech.number(found.rows))
        values = [speech.isolate(visible(value)) for _, value in found.examples if value]
        if values:
            comma = self.tr(", ")
            words = self.tr("{found}: {values}").format(found=words, values=comma.join(values[:3]))
        self.told.setText(words)

    def _save(self) -> None:
        self.chosen.emit(str(self.entity.currentData()), self.rule())
        self.accept()

    def _fail(self, failure: Failure) -> None:
        set_tone(self.told, "error")
        self.told.setText(f"{failure.message} {failure.hint}".strip())
