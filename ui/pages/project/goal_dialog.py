"""The dialog for a goal: what is measured, of what, and the bound."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QWidget

from migrator.model.plan import Goal
from migrator.model.schema import Entity, Schema
from migrator.model.text import Text
from migrator.model.views.project import MEASURES
from ui import speech
from ui.job import Job
from ui.operations import project
from ui.pages.project.entry_dialog import EntryDialog
from ui.session import Session

LEAST, MOST = "at_least", "at_most"


class GoalDialog(EntryDialog):
    """Adds a goal, or changes the one at `at`."""

    def __init__(
        self, session: Session, parent: QWidget, goal: Goal | None = None, at: int | None = None
    ) -> None:
        title = self.tr("Add a goal") if at is None else self.tr("Change a goal")
        super().__init__(title, parent)
        self._session, self._at = session, at
        self._schema: Schema = session.plan.target.schema
        self.entity = QComboBox()
        for entity in _entities(session):
            self.entity.addItem(_label(entity.label, entity.label_fa, entity.name), entity.name)
        self.measure = QComboBox()
        for name, told in MEASURES.items():
            self.measure.addItem(speech.say(told), name)
        self.which = QComboBox()
        self.bound = QComboBox()
        self.bound.addItem(self.tr("at least"), LEAST)
        self.bound.addItem(self.tr("at most"), MOST)
        self.share = QDoubleSpinBox(decimals=1, minimum=0, maximum=100, value=95)
        self.share.setSuffix(" %" if speech.language() == "en" else "٪")
        self._build()
        self.entity.currentIndexChanged.connect(lambda _: self._offer_fields())
        self.measure.currentIndexChanged.connect(lambda _: self._measure_chosen())
        self._offer_fields()
        self._measure_chosen()
        if goal is not None:
            self._show(goal)

    def save(self) -> Job | None:
        share = round(self.share.value() / 100, 4)
        least = self.bound.currentData() == LEAST
        goal = Goal(
            entity=str(self.entity.currentData() or ""),
            measure=str(self.measure.currentData()),
            field=str(self.which.currentData() or "") if self._wants_field() else "",
            at_least=share if least else None,
            at_most=None if least else share,
        )
        return project.save_goal(session=self._session, goal=goal, at=self._at)

    def _show(self, goal: Goal) -> None:
        self.entity.setCurrentIndex(self.entity.findData(goal.entity))
        self.measure.setCurrentIndex(self.measure.findData(goal.measure))
        self.which.setCurrentIndex(self.which.findData(goal.field))
        least = goal.at_least is not None
        self.bound.setCurrentIndex(0 if least else 1)
        share = goal.at_least if goal.at_least is not None else goal.at_most or 0
        self.share.setValue(share * 100)

    def _wants_field(self) -> bool:
        return bool(self.measure.currentData() == "filled")

    def _measure_chosen(self) -> None:
        self._which_box.setVisible(self._wants_field())
        fewer = self.measure.currentData() == "duplicates"
        self.bound.setCurrentIndex(1 if fewer else 0)
        self.share.setValue(1 if fewer else 95)

    def _offer_fields(self) -> None:
        name = str(self.entity.currentData() or "")
        self.which.clear()
        if self._schema.has(name):
            for field in self._schema.entity(name).fields:
                self.which.addItem(_label(field.label, field.label_fa, field.name), field.name)

    def _build(self) -> None:
        self.field(self.tr("Entity"), self.entity)
        self.field(self.tr("What is measured"), self.measure)
        self._which_box = self.field(self.tr("Field"), self.which)
        bounds = QWidget()
        row = QHBoxLayout(bounds)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.bound, 1)
        row.addWidget(self.share, 1)
        self.bound.setAccessibleName(self.tr("Bound"))
        self.share.setAccessibleName(self.tr("Percent"))
        self.field(self.tr("Goal"), bounds)
        self.finish()


def _entities(session: Session) -> list[Entity]:
    """Those that are fed first: goals are about them."""
    plan = session.plan
    fed = set(plan.entities())
    listed = plan.target.schema.entities
    return [e for e in listed if e.name in fed] + [e for e in listed if e.name not in fed]


def _label(en: str, fa: str, name: str) -> str:
    return speech.say(Text(en or name, fa or en or name))
