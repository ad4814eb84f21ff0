"""Agreeing to many suggestions at once: from which confidence on, and which rows that would be."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from migrator.model.mapping import RowStatus
from migrator.model.plan import Plan
from migrator.model.text import Text
from ui import speech
from ui.models.small_table import Cell, Line, SmallTable
from ui.pages.mapping.glyphs import shown
from ui.widgets.basic import button, label
from ui.widgets.small_view import SmallView

_USUAL = 90


@dataclass(frozen=True)
class Sure:
    """A suggested row: its feed, what it maps, and how sure it is."""

    feed: str
    source: str
    target: str
    confidence: float


def suggested(plan: Plan) -> list[Sure]:
    """Every row that is still a suggestion, the surest first."""
    found = [
        Sure(
            feed.id,
            " + ".join(row.sources),
            _named(plan, feed.entity, row.target),
            row.confidence or 0,
        )
        for feed in plan.feeds
        for row in feed.fields
        if row.status == RowStatus.SUGGESTED
    ]
    return sorted(found, key=lambda one: -one.confidence)


def _named(plan: Plan, entity: str, target: str) -> str:
    """A target field as the Target page calls it."""
    schema = plan.target.schema
    if not schema.has(entity):
        return speech.ltr(f"{entity} / {target}")
    found = schema.entity(entity)
    field = next((one for one in found.fields if one.name == target), None)
    names = []
    for name, one in ((entity, found), (target, field)):
        en = (one.label if one else "") or name
        names.append(shown(speech.say(Text(en, (one.label_fa if one else "") or en))))
    return " / ".join(names)


class AcceptDialog(QDialog):
    """`taken` carries the feed ("" for every one) and the lowest confidence. What would be accepted
    is shown before. Open it with `open()`."""

    taken = Signal(str, float)

    def __init__(self, plan: Plan, feed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = suggested(plan)
        self.setWindowTitle(self.tr("Accept suggestions"))
        self.resize(560, 480)
        self.where = QComboBox()
        self.where.setAccessibleName(self.tr("Where"))
        if feed:
            self.where.addItem(self.tr("In this feed"), feed)
        self.where.addItem(self.tr("In every feed"), "")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setAccessibleName(self.tr("Lowest confidence"))
        self.field = QSpinBox()
        self.field.setRange(0, 100)
        self.field.setSuffix("٪" if speech.language() == "fa" else " %")
        self.field.setAccessibleName(self.tr("Lowest confidence"))
        titles = (self.tr("Source column"), self.tr("Target field"), self.tr("Match"))
        self.rows = SmallTable(titles)
        self.view = SmallView(self.rows, (3, 4, 0), self.tr("Rows that would be accepted"))
        self._told = label("", "muted", wrap=True)
        self.ok = button(self.windowTitle(), "check-check", primary=True)
        self.ok.setDefault(True)
        self.ok.clicked.connect(self._take)
        self._lay_out()
        self.slider.valueChanged.connect(self.field.setValue)
        self.field.valueChanged.connect(self.slider.setValue)
        self.field.valueChanged.connect(self._count)
        self.where.currentIndexChanged.connect(self._count)
        self.field.setValue(_USUAL)

    def _lay_out(self) -> None:
        level = QHBoxLayout()
        level.setSpacing(12)
        level.addWidget(self.slider, 1)
        level.addWidget(self.field)
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.ok)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(10)
        box.addWidget(self.where)
        box.addWidget(label(self.tr("Accept suggestions that are at least this sure")))
        box.addLayout(level)
        box.addWidget(self.view, 1)
        box.addLayout(foot)

    @property
    def wanted(self) -> list[Sure]:
        """The suggestions that would be accepted."""
        feed, least = self.where.currentData(), self.field.value() / 100
        return [one for one in self._all if one.feed == (feed or one.feed)
                and one.confidence >= least]  # fmt: skip

    def _count(self) -> None:
        wanted = self.wanted
        lines = []
        for one in wanted:
            tone = "ok" if one.confidence >= 0.9 else "warn" if one.confidence >= 0.6 else "error"
            cells = (
                Cell(shown(one.source) if one.source else self.tr("Fixed value")),
                Cell(one.target),
                Cell(speech.percent(one.confidence), tone, number=True),
            )
            lines.append(Line(cells))
        self.rows.show(lines)
        count = speech.number(len(wanted))
        self.ok.setText(self.tr("Accept {count} rows").format(count=count))
        self.ok.setEnabled(bool(wanted))
        feed = self.where.currentData()
        rest = sum(one.feed == (feed or one.feed) for one in self._all) - len(wanted)
        words = self.tr("{count} less sure ones stay suggestions")
        self._told.setText(words.format(count=speech.number(rest)) if rest else "")

    def _take(self) -> None:
        self.taken.emit(self.where.currentData(), self.field.value() / 100)
        self.accept()
