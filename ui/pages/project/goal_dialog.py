"""The dialog for a goal: what is measured, of what, and the bound."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QWidget

from migrator.model.plan import Goal
from migrator.model.schema import Entity, Field, Schema
from migrator.model.text import Text
from migrator.model.views.project import ALL_RECORDS, MEASURES
from ui import speech
from ui.job import Job
from ui.operations import project
from ui.pages.project.entry_dialog import EntryDialog
from ui.session import Session
from ui.widgets.basic import label

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
        self.entity.addItem(speech.say(ALL_RECORDS), "")
        for entity in _entities(session):
            self.entity.addItem(_label(entity.label, entity.label_fa, entity.name), entity.name)
        self.measure = QComboBox()
        self.which = QComboBox()
        self.which.setPlaceholderText(self.tr("Choose a field"))
        self.bound = QComboBox()
        self.bound.addItem(self.tr("at least"), LEAST)
        self.bound.addItem(self.tr("at most"), MOST)
        self.share = QDoubleSpinBox(decimals=1, minimum=0, maximum=100, value=95)
        self.share.setSuffix(" %" if speech.language() == "en" else "٪")
        self._build()
        self.entity.currentIndexChanged.connect(lambda _: self._entity_chosen())
        self.measure.currentIndexChanged.connect(lambda _: self._measure_chosen())
        self.entity.setCurrentIndex(min(1, self.entity.count() - 1))
        self._entity_chosen()
        if goal is not None:
            self._show(goal)

    def save(self) -> Job | None:
        if self._wants_field() and self.which.currentIndex() < 0:
            self.tell(self.tr("Choose the field that has to be filled."))
            return None
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

    def _entity_chosen(self) -> None:
        name = str(self.entity.currentData() or "")
        self._offer_measures(bool(name))
        self.which.clear()
        if name:
            for field in offered(self._schema.entity(name)):
                self.which.addItem(_label(field.label, field.label_fa, field.name), field.name)
        self.which.setCurrentIndex(-1)  # the person says which: no field is the likeliest
        self._later.setVisible(not self._schema.entities)

    def _offer_measures(self, of_one: bool) -> None:
        """Of all records together no field can be counted."""
        before = self.measure.currentData()
        self.measure.blockSignals(True)
        self.measure.clear()
        for name, told in MEASURES.items():
            if of_one or name != "filled":
                self.measure.addItem(speech.say(told), name)
        self.measure.setCurrentIndex(max(0, self.measure.findData(before)))
        self.measure.blockSignals(False)
        if self.measure.currentData() != before:
            self._measure_chosen()

    def _build(self) -> None:
        self.field(self.tr("Entity"), self.entity)
        self.field(self.tr("What is measured"), self.measure)
        self._which_box = self.field(self.tr("Field"), self.which)
        self._later = label(
            self.tr("Goals about an entity or a field can be added once the target is chosen."),
            "small",
            wrap=True,
        )
        bounds = QWidget()
        row = QHBoxLayout(bounds)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.bound, 1)
        row.addWidget(self.share, 1)
        self.bound.setAccessibleName(self.tr("Bound"))
        self.share.setAccessibleName(self.tr("Percent"))
        self.field(self.tr("Goal"), bounds)
        self.add(self._later)
        self.finish()


def _entities(session: Session) -> list[Entity]:
    """Those that are fed first: goals are about them."""
    plan = session.plan
    fed = set(plan.entities())
    listed = plan.target.schema.entities
    return [e for e in listed if e.name in fed] + [e for e in listed if e.name not in fed]


def offered(entity: Entity) -> list[Field]:
    """The fields that somebody could want filled: not the keys, which are given by the target."""
    keys = {*entity.primary_key, *(one.field for one in entity.relationships)}
    return [one for one in entity.fields if one.name not in keys and not one.generated]


def _label(en: str, fa: str, name: str) -> str:
    return speech.say(Text(en or name, fa or en or name))
