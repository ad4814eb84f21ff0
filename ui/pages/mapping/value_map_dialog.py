"""The value map of a row: every distinct source value and what it becomes in the target."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from migrator.model.views.mapping import ValueSheet
from ui import speech
from ui.latest import Latest
from ui.messages import Failure
from ui.operations import mapping
from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.value_map_model import BECOMES, ROWS, BecomesDelegate, ValueMapModel
from ui.widgets.basic import button, label

ROW = 32


class ValueMapDialog(QDialog):
    """Edits the map; `taken` carries the whole map and (what becomes of other values, default).
    Entries for values that do not occur any more are kept. Open it with `open()`."""

    taken = Signal(dict, tuple)

    def __init__(self, deeds: Deeds, target: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        document = deeds.document
        assert document is not None
        card = document.targets[target]
        self.setWindowTitle(self.tr("Value map: {field}").format(field=speech.say(card.label)))
        self.resize(640, 520)
        steps = document.rows[target].steps
        maps = [step.options.get("map", {}) for step in steps if step.transform == "value_map"]
        self._kept: dict[str, str] = dict(maps[0]) if maps else {}
        self.model = ValueMapModel(card.picklist)
        self.model.touched.connect(self._count)
        self.table = self._table()
        self._told = label("", "muted", wrap=True)
        self.proposals = button(self.tr("Take suggestions"), "sparkles")
        self.proposals.clicked.connect(self.model.take_proposals)
        self.default = QComboBox()
        for how, words in (
            ("issue", self.tr("Report it, keep the row back")),
            ("keep", self.tr("Keep the value")),
            ("blank", self.tr("Leave the field empty")),
            ("value", self.tr("Take this value:")),
        ):
            self.default.addItem(words, how)
        self.default.setAccessibleName(self.tr("A value that is not listed"))
        self.default.currentIndexChanged.connect(self._show_default)
        self.default_value = QLineEdit()
        self.default_value.setAccessibleName(self.tr("Default value"))
        self._lay_out()
        self._latest = Latest(self, self._filled, self._failed)
        self._latest.ask(mapping.values(session=deeds.session, feed=deeds.feed, target=target))
        self._show_default()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegateForColumn(BECOMES, BecomesDelegate(table))
        table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setAccessibleName(self.tr("Values"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(ROWS, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._told, 1)
        top.addWidget(self.proposals)
        rest = QHBoxLayout()
        rest.addWidget(label(self.tr("A value that is not listed")))
        rest.addWidget(self.default, 1)
        rest.addWidget(self.default_value, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        cancel.setAutoDefault(False)
        self.ok = button(self.tr("Save"), "check", primary=True)
        self.ok.clicked.connect(self._save)
        foot.addWidget(cancel)
        foot.addWidget(self.ok)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addLayout(top)
        box.addWidget(self.table, 1)
        box.addLayout(rest)
        box.addLayout(foot)

    def _filled(self, sheet: ValueSheet) -> None:
        self.model.show_lines(sheet.lines)
        self.default.setCurrentIndex(max(0, self.default.findData(sheet.default)))
        self.default_value.setText(sheet.default_value)
        self._more = sheet.more
        self._count()

    _more = 0

    def _failed(self, failure: Failure) -> None:
        self._told.setText(failure.message)
        self.ok.setEnabled(False)

    def _count(self) -> None:
        lacking = self.model.unmapped()
        told = (
            self.tr("{count} values are not mapped.").format(count=speech.number(lacking))
            if lacking
            else self.tr("Every value is mapped.")
        )
        if self._more:
            more = self.tr("{count} rarer values are not shown.").format(
                count=speech.number(self._more)
            )
            told = f"{told} {more}"
        self._told.setText(told)
        open_ones = (line for line in self.model.lines if self.model.to[line.value] is None)
        self.proposals.setEnabled(any(line.sure for line in open_ones))

    def _show_default(self) -> None:
        self.default_value.setVisible(self.default.currentData() == "value")

    def values(self) -> dict[str, str]:
        """The map as it is set now."""
        listed = {value: to for value, to in self.model.to.items() if to is not None}
        gone = [value for value, to in self.model.to.items() if to is None]
        rest = {value: to for value, to in self._kept.items() if value not in gone}
        return {**rest, **listed}

    def _save(self) -> None:
        default = (str(self.default.currentData()), self.default_value.text())
        self.taken.emit(self.values(), default)
        self.accept()
