"""Rows of the rules panel: a comparison, a blocking rule, a survivorship rule."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from migrator.model.matching import BlockingRule, Comparison
from migrator.model.text import Text
from migrator.model.views.catalog import CatalogItem
from migrator.model.views.duplicates import BlockLine, FieldChoice, SurvivorLine
from ui import speech
from ui.pages.duplicates.words import pairs_told
from ui.widgets.basic import button, label


class StillCombo(QComboBox):
    """A choice that the wheel scrolls past: a page full of them would change by itself."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()

    def choose(self, value: object) -> None:
        """Show a value without saying so."""
        self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(value)))
        self.blockSignals(False)


class Row(QWidget):
    """Things beside each other, a button to remove them last."""

    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(8)

    def add_remove(self, told: str) -> QPushButton:
        """The button at the end."""
        made = button("", "x", flat=True)
        made.setAccessibleName(told)
        made.setToolTip(told)
        made.clicked.connect(self.removed)
        self.line.addWidget(made)
        return made


class ComparisonRow(Row):
    """A field, and what its values mean: that says how they are compared."""

    changed = Signal(str)  # another meaning

    def __init__(
        self, comparison: Comparison, title: str, meanings: Sequence[tuple[str, Text]]
    ) -> None:
        super().__init__()
        self.field = comparison.field
        self.line.addWidget(label(title), 1)
        self.meaning = StillCombo(self.tr("What {field} means").format(field=title))
        for value, words in meanings:
            self.meaning.addItem(speech.say(words), value)
        self.meaning.choose(comparison.meaning)
        self.meaning.currentIndexChanged.connect(
            lambda _: self.changed.emit(self.meaning.currentData())
        )
        self.line.addWidget(self.meaning, 1)
        self.add_remove(self.tr("Do not compare {field}").format(field=title))


class BlockRow(Row):
    """A blocking rule in words, and what it did the last time."""

    def __init__(
        self, rule: BlockingRule, fields: Sequence[FieldChoice], done: BlockLine | None
    ) -> None:
        super().__init__()
        told = rule_told(rule, fields)
        self.line.addWidget(label(told, wrap=True), 1)
        if done is not None:
            pairs = pairs_told(done.pairs)
            facts = label(pairs, "small")
            if done.skipped_rows:
                words = self.tr("{count} records in blocks that are too big were not compared")
                facts.setToolTip(words.format(count=speech.number(done.skipped_rows)))
                facts.setText(f"{pairs} (!)")
            self.line.addWidget(facts)
        self.add_remove(self.tr("Remove this rule: {rule}").format(rule=told))


class SurvivorRow(Row):
    """A field and the rule by which it survives; "" is the common rule."""

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, survivor: SurvivorLine, catalog: Sequence[CatalogItem]) -> None:
        super().__init__()
        self.survivor = survivor
        title = speech.say(survivor.label)
        self.line.addWidget(label(title), 1)
        self.rule = StillCombo(self.tr("Which value of {field} survives").format(field=title))
        if survivor.field:
            self.rule.addItem(self.tr("like all others"), "")
        for item in catalog:
            self.rule.addItem(speech.say(item.title), item.id)
            self.rule.setItemData(
                self.rule.count() - 1, speech.say(item.help), Qt.ItemDataRole.ToolTipRole
            )
        self.rule.choose(survivor.rule if survivor.own else "")
        self.rule.activated.connect(lambda _: self.chosen.emit(self.rule.currentData()))
        self.line.addWidget(self.rule, 1)
        rule = next((one for one in catalog if one.id == survivor.rule), None)
        self.options = button("", "settings", flat=True)
        told = self.tr("Options of the rule for {field}").format(field=title)
        self.options.setAccessibleName(told)
        self.options.setToolTip(told)
        policy = self.options.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.options.setSizePolicy(policy)
        self.options.setVisible(bool(survivor.own and rule and rule.options))
        self.options.clicked.connect(self.opened)
        self.line.addWidget(self.options)


def rule_told(rule: BlockingRule, fields: Sequence[FieldChoice]) -> str:
    """A blocking rule as people read it: Mobile phone (last seven digits) + City."""
    by_name = {field.name: field for field in fields}
    parts = []
    for key in rule.keys:
        name, _, derived = key.rpartition(":") if key not in by_name else (key, "", "")
        field = by_name.get(name)
        if field is None:
            parts.append(speech.ltr(key))
            continue
        words = dict(field.keys).get(derived)
        told = speech.say(field.label)
        parts.append(f"{told} ({speech.say(words)})" if derived and words else told)
    return " + ".join(parts)
