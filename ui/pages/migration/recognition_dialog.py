"""How records that are in the target already are recognised, entity by entity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.prediction import Recognition
from ui import speech
from ui.operations import migration as operations
from ui.session import Session
from ui.widgets.banner import Banner
from ui.widgets.basic import button, label

NOT_AT_ALL: tuple[tuple[str, ...], bool] = ((), False)
BY_RULES: tuple[tuple[str, ...], bool] = ((), True)


class RecognitionDialog(QDialog):
    """A choice per entity: not at all, by one of its fields or keys, by the duplicates rules. Each
    choice is an edit of its own."""

    def __init__(self, session: Session, found: Sequence[Recognition], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Existing records"))
        self.setMinimumWidth(620)
        self._session = session
        self.banner = Banner()
        self.choices: dict[str, QComboBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, one in enumerate(found):
            grid.addWidget(label(speech.say(one.label)), row, 0)
            grid.addWidget(self._choice(one), row, 1)
        close = button(self.tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addWidget(label(self.tr("Records that are in the target already"), "h1"))
        box.addWidget(
            label(
                self.tr(
                    "A record that is recognised is changed by the collision rule of each field,"
                    " instead of being made a second time. What fits several records is kept back"
                    " and told, never guessed."
                ),
                "muted",
                wrap=True,
            )
        )
        box.addWidget(self.banner)
        box.addLayout(grid)
        box.addLayout(foot)

    def _choice(self, one: Recognition) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(speech.say(one.label))
        combo.addItem(self.tr("Not looked for: made new"), NOT_AT_ALL)
        labels = {name: speech.say(told) for name, told in one.allowed}
        singles = [(name,) for name in labels]
        keys = [key for key in one.keys if len(key) > 1]
        chosen = [one.fields] if one.fields else []
        for fields in dict.fromkeys([*keys, *chosen, *singles]):
            told = speech.listed(labels.get(name, speech.ltr(name)) for name in fields)
            unique = fields in one.keys
            words = self.tr("By {fields} (unique there)") if unique else self.tr("By {fields}")
            combo.addItem(words.format(fields=told), (fields, False))
        if one.can_rules or one.rules:
            combo.addItem(self.tr("By the duplicates rules"), BY_RULES)
        now: Any = BY_RULES if one.rules else (one.fields, False)
        places = [n for n in range(combo.count()) if combo.itemData(n) == now]
        combo.setCurrentIndex(places[0] if places else 0)
        combo.activated.connect(lambda _, e=one.entity, c=combo: self._chose(e, c))
        self.choices[one.entity] = combo
        return combo

    def _chose(self, entity: str, combo: QComboBox) -> None:
        fields, rules = combo.currentData()
        self.banner.hide()
        job = operations.recognise(
            session=self._session, entity=entity, fields=list(fields), rules=rules
        )
        job.failed.connect(self.banner.fail)
