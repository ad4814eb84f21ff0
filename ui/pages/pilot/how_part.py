"""How the records of a pilot are chosen."""

from __future__ import annotations

import re

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from migrator.model.piloting import PilotBy, PilotChoice
from migrator.model.views.runs import PilotEntity, PilotView
from ui import speech
from ui.widgets.basic import button, label

TYPING_MS = 500
MOST_ROWS = 10_000
MOST_LEVELS = 10


class HowPart(QWidget):
    """The choice as a person makes it; `rows_wanted(n)` and `choice_wanted(PilotChoice)`."""

    rows_wanted = Signal(int)
    choice_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = PilotChoice()
        self._rows = 0
        self._entities: tuple[PilotEntity, ...] = ()
        self.by = QComboBox()
        self.by.setAccessibleName(self.tr("How records are chosen"))
        for by, words in (
            (PilotBy.COUNT, self.tr("So many of each entity, spread over the table")),
            (PilotBy.COVERAGE, self.tr("As few as show everything that occurs")),
            (PilotBy.FILTER, self.tr("Records for which a condition holds")),
            (PilotBy.KEYS, self.tr("Records that I name")),
        ):
            self.by.addItem(words, by)
        self.count = QSpinBox()
        self.count.setRange(1, MOST_ROWS)
        self.count.setAccessibleName(self.tr("Records of each entity"))
        self.count.setFixedWidth(100)
        self._count_label = label("")
        self.levels = QSpinBox()
        self.levels.setRange(0, MOST_LEVELS)
        self.levels.setAccessibleName(self.tr("Levels of children that come along"))
        self.masks = QCheckBox(self.tr("Mask personal data"))
        self.masks.setToolTip(
            self.tr(
                "Names, phones, e-mails and numbers are replaced by made-up ones of the same shape."
                " A masked pilot has to be removed before the full run."
            )
        )
        self.entity = QComboBox()
        self.entity.setAccessibleName(self.tr("Entity"))
        self.entity.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.words = QLineEdit()
        self.insert = button(self.tr("Field"), "plus")
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._ask_rows)
        self._build()
        self._connect()

    def _build(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(10)
        for part in (self.by, self._count_label, self.count):
            first.addWidget(part)
        first.addStretch(1)
        first.addWidget(label(self.tr("Levels of children")))
        first.addWidget(self.levels)
        first.addWidget(self.masks)
        self._second = QWidget()
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(10)
        second.addWidget(self.entity)
        second.addWidget(self.words, 1)
        second.addWidget(self.insert)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(first)
        box.addWidget(self._second)

    def _connect(self) -> None:
        self.count.valueChanged.connect(lambda _: self._typing.start())
        self.count.editingFinished.connect(self._ask_rows)
        self.by.activated.connect(self._turn)
        self.levels.valueChanged.connect(lambda _: self._ask())
        self.masks.clicked.connect(self._ask)
        self.entity.activated.connect(self._turn_entity)
        self.words.editingFinished.connect(self._ask)
        self.insert.clicked.connect(self._offer_fields)

    # -- showing

    def show_view(self, view: PilotView) -> None:
        """Show the choice as it stands; what is being typed stays."""
        self._rows, self._entities = view.rows, view.entities
        if not self.count.hasFocus() or not self._typing.isActive():
            self._quietly(self.count, view.rows)
        if view.choice == self._shown and self.entity.count() == len(view.entities):
            self._fit()
            return
        self._shown = view.choice
        self.by.setCurrentIndex(self.by.findData(view.choice.by))
        self._quietly(self.levels, view.choice.children)
        self.masks.setChecked(view.choice.mask)
        chosen = self.entity.currentData()
        self.entity.clear()
        for one in view.entities:
            self.entity.addItem(speech.say(one.label), one.name)
        wanted = view.choice.entity or next(iter(view.choice.keys), "") or chosen
        self.entity.setCurrentIndex(max(0, self.entity.findData(wanted)))
        if not self.words.hasFocus():
            self._show_words()
        self._fit()

    def _show_words(self) -> None:
        if self._by() is PilotBy.FILTER:
            self.words.setText(self._shown.where)
        else:
            self.words.setText(" ".join(self._shown.keys.get(self.entity.currentData() or "", ())))

    @staticmethod
    def _quietly(spin: QSpinBox, value: int) -> None:
        spin.blockSignals(True)
        spin.setValue(value)
        spin.blockSignals(False)

    def _fit(self) -> None:
        """Only what belongs to the way of choosing is shown."""
        by = self._by()
        self._second.setVisible(by in {PilotBy.FILTER, PilotBy.KEYS})
        self.insert.setVisible(by is PilotBy.FILTER)
        counted = by is not PilotBy.KEYS
        self.count.setVisible(counted)
        self._count_label.setVisible(counted)
        most = by in {PilotBy.COVERAGE, PilotBy.FILTER}
        self._count_label.setText(self.tr("at most") if most else self.tr("Records of each entity"))
        if by is PilotBy.FILTER:
            example = speech.ltr("field('city') == 'Tehran'")
            self.words.setPlaceholderText(
                self.tr("Condition, such as {example}").format(example=example)
            )
            self.words.setAccessibleName(self.tr("Condition"))
        else:
            self.words.setPlaceholderText(self.tr("Source keys, with a space or comma between"))
            self.words.setAccessibleName(self.tr("Source keys"))

    def _by(self) -> PilotBy:
        return PilotBy(self.by.currentData())

    # -- asking

    def _turn(self) -> None:
        self._show_words()
        self._fit()
        if self._by() in {PilotBy.FILTER, PilotBy.KEYS} and not self.words.text().strip():
            self.words.setFocus()
            return
        self._ask()

    def _turn_entity(self) -> None:
        if self._by() is PilotBy.KEYS:
            self._show_words()
        elif self.words.text().strip():
            self._ask()

    def _ask(self) -> None:
        wanted = self._wanted()
        empty = wanted.by is PilotBy.FILTER and not wanted.where
        if wanted != self._shown and not empty:
            self._shown = wanted
            self.choice_wanted.emit(wanted)

    def _wanted(self) -> PilotChoice:
        by, entity = self._by(), str(self.entity.currentData() or "")
        keys, where, of = dict(self._shown.keys), self._shown.where, self._shown.entity
        if by is PilotBy.KEYS:
            named = tuple(k for k in re.split(r"[\s,،;؛]+", self.words.text()) if k)
            keys[entity] = named
            keys = {name: found for name, found in keys.items() if found}
        elif by is PilotBy.FILTER:
            where, of = self.words.text().strip(), entity
        return PilotChoice(by, keys, of, where, self.levels.value(), self.masks.isChecked())

    def _ask_rows(self) -> None:
        self._typing.stop()
        if self.count.value() != self._rows:
            self._rows = self.count.value()
            self.rows_wanted.emit(self._rows)

    def _offer_fields(self) -> None:
        """The mapped fields; the chosen one is put where the cursor stands."""
        menu = QMenu(self)
        found = next((e for e in self._entities if e.name == self.entity.currentData()), None)
        for name, told in found.fields if found else ():
            action = menu.addAction(speech.say(told).replace("&", "&&"))
            action.triggered.connect(lambda _=False, name=name: self._put(f"field({name!r})"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.insert.mapToGlobal(self.insert.rect().bottomLeft()))

    def _put(self, text: str) -> None:
        self.words.insert(text)
        self.words.setFocus()
