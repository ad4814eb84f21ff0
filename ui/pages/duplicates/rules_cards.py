"""The three cards of the rules panel: compared fields, blocking rules, survivorship."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.matching import BlockingRule, Comparison
from migrator.model.views.catalog import CatalogItem
from migrator.model.views.duplicates import FieldChoice, Rules, SurvivorLine
from ui import speech
from ui.pages.duplicates.rules_parts import BlockRow, ComparisonRow, Row, StillCombo, SurvivorRow
from ui.widgets.basic import Card, button, label


class RowsCard(Card):
    """A card with a sentence and rows that are made anew when the rules change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.body.setSpacing(8)
        self._title = label("", "h2")
        self._told = label("", "small", wrap=True)
        self.body.addWidget(self._title)
        self.body.addWidget(self._told)
        self.rows: list[Row] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(4)
        self.body.addLayout(self._box)

    def describe(self, title: str, told: str) -> None:
        """Name the card, and say what it decides."""
        self._title.setText(title)
        self._told.setText(told)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        for old in self.rows:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = list(rows)
        for row in self.rows:
            self._box.addWidget(row)


class ComparisonsCard(RowsCard):
    """`changed` carries the comparisons as they should be."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe(
            self.tr("What is compared"),
            self.tr("Agreement here is evidence for one and the same, difference against it."),
        )
        self._comparisons: tuple[Comparison, ...] = ()
        self._fields: tuple[FieldChoice, ...] = ()
        self.add = StillCombo(self.tr("Compare one more field"))
        self.add.activated.connect(self._add)
        self.body.addWidget(self.add)

    def show_rules(self, rules: Rules) -> None:
        """Show what is compared."""
        self._comparisons, self._fields = rules.settings.comparisons, rules.fields
        titles = {field.name: speech.say(field.label) for field in rules.fields}
        rows = []
        for place, one in enumerate(self._comparisons):
            row = ComparisonRow(one, titles.get(one.field, speech.ltr(one.field)), rules.meanings)
            row.changed.connect(lambda meaning, n=place: self._change(n, meaning))
            row.removed.connect(lambda n=place: self._remove(n))
            rows.append(row)
        self.show_rows(rows)
        taken = {one.field for one in self._comparisons}
        self.add.clear()
        self.add.addItem(self.tr("Compare one more field..."), "")
        for field in self._fields:
            if field.name not in taken:
                self.add.addItem(speech.say(field.label), field.name)

    def _change(self, place: int, meaning: str) -> None:
        changed = replace(self._comparisons[place], meaning=meaning)
        before, after = self._comparisons[:place], self._comparisons[place + 1 :]
        self.changed.emit((*before, changed, *after))

    def _remove(self, place: int) -> None:
        self.changed.emit((*self._comparisons[:place], *self._comparisons[place + 1 :]))

    def _add(self) -> None:
        name = self.add.currentData()
        field = next((one for one in self._fields if one.name == name), None)
        if field is not None:
            self.changed.emit((*self._comparisons, Comparison(field.name, field.meaning)))


class BlockingCard(RowsCard):
    """`changed` carries the blocking rules as they should be."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe(
            self.tr("Which records are compared at all"),
            self.tr("Two records are compared when they share one of these; all else is skipped."),
        )
        self._rules: tuple[BlockingRule, ...] = ()
        self._fields: tuple[FieldChoice, ...] = ()
        self._keys = [self._chooser(place) for place in range(2)]
        self.take = button(self.tr("Add"), "plus")
        self.take.clicked.connect(self._add)
        for field, key in self._keys:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(field, 1)
            row.addWidget(key, 1)
            self.body.addLayout(row)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.take)
        self.body.addLayout(last)

    def _chooser(self, place: int) -> tuple[StillCombo, StillCombo]:
        field = StillCombo(self.tr("Field of a new rule"))
        key = StillCombo(self.tr("Part of the field"))
        field.currentIndexChanged.connect(lambda _: self._offer_keys(place))
        return field, key

    @property
    def choosers(self) -> list[tuple[StillCombo, StillCombo]]:
        """(field, part) of a new rule, twice."""
        return self._keys

    def show_rules(self, rules: Rules) -> None:
        """Show which records are compared at all."""
        self._rules, self._fields = rules.settings.blocking, rules.fields
        rows = []
        for place, (rule, done) in enumerate(zip(self._rules, rules.blocks, strict=True)):
            row = BlockRow(rule, rules.fields, done)
            row.removed.connect(lambda n=place: self._remove(n))
            rows.append(row)
        self.show_rows(rows)
        for place, (field, _) in enumerate(self._keys):
            field.blockSignals(True)
            field.clear()
            empty = self.tr("New rule: same...") if not place else self.tr("and same... (optional)")
            field.addItem(empty, "")
            for one in self._fields:
                field.addItem(speech.say(one.label), one.name)
            field.blockSignals(False)
            self._offer_keys(place)

    def _offer_keys(self, place: int) -> None:
        field, key = self._keys[place]
        found = next((one for one in self._fields if one.name == field.currentData()), None)
        key.clear()
        for value, words in found.keys if found else ():
            key.addItem(speech.say(words), value)
        key.setEnabled(key.count() > 1)
        self.take.setEnabled(bool(self._keys[0][0].currentData()))

    def _remove(self, place: int) -> None:
        self.changed.emit((*self._rules[:place], *self._rules[place + 1 :]))

    def _add(self) -> None:
        keys = []
        for field, key in self._keys:
            name, derived = field.currentData(), key.currentData()
            if name:
                keys.append(f"{name}:{derived}" if derived else name)
        if keys:
            self.changed.emit((*self._rules, BlockingRule(tuple(keys))))


class SurvivorsCard(RowsCard):
    """`chosen` carries (field, rule), `opened` the field whose rule's options are wanted."""

    chosen = Signal(str, str)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe(
            self.tr("Which value survives"),
            self.tr("What goes into the golden record when the values of merged records differ."),
        )
        self._catalog: tuple[CatalogItem, ...] = ()

    def show_rules(self, survivors: Sequence[SurvivorLine], catalog: Sequence[CatalogItem]) -> None:
        """Show by which rule each field survives."""
        rows = []
        for one in survivors:
            row = SurvivorRow(one, catalog)
            row.chosen.connect(lambda rule, field=one.field: self.chosen.emit(field, rule))
            row.opened.connect(lambda survivor=one: self.opened.emit(survivor))
            rows.append(row)
        self.show_rows(rows)
