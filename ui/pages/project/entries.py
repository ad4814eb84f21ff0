"""The dialogs for a person and for a date of the timetable."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from migrator.model.plan import Milestone, Person
from ui.forms.date_field import DateField
from ui.job import Job
from ui.operations import project
from ui.pages.project.entry_dialog import EntryDialog
from ui.session import Session


class PersonDialog(EntryDialog):
    """Adds someone who takes part, or changes the entry at `at`."""

    def __init__(
        self, session: Session, parent: QWidget, person: Person | None = None, at: int | None = None
    ) -> None:
        title = self.tr("Add a person") if at is None else self.tr("Change a person")
        super().__init__(title, parent)
        self._session, self._at = session, at
        person = person or Person("")
        self.name = QLineEdit(person.name)
        self.role = QComboBox(editable=True)
        self.role.addItems(
            [
                "",
                self.tr("Project lead"),
                self.tr("Owner of the data"),
                self.tr("Decides duplicates"),
                self.tr("CRM administrator"),
                self.tr("Approves the pilot"),
                self.tr("Signs off"),
            ]
        )
        self.role.setCurrentText(person.role)
        self.email = QLineEdit(person.email)
        self.email.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.field(self.tr("Name"), self.name)
        self.field(self.tr("Role"), self.role)
        self.field(self.tr("E-mail"), self.email)
        self.finish()

    def save(self) -> Job | None:
        if not self.name.text().strip():
            self.tell(self.tr("Write the person's name."))
            return None
        person = Person(self.name.text(), self.role.currentText(), self.email.text())
        return project.save_person(session=self._session, person=person, at=self._at)


class MilestoneDialog(EntryDialog):
    """Adds a date to the timetable, or changes the one at `at`."""

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        milestone: Milestone | None = None,
        at: int | None = None,
    ) -> None:
        title = self.tr("Add a date") if at is None else self.tr("Change a date")
        super().__init__(title, parent)
        self._session, self._at = session, at
        milestone = milestone or Milestone("")
        self.what = QComboBox(editable=True)
        self.what.addItems(
            [
                "",
                self.tr("Mapping signed"),
                self.tr("Pilot approved"),
                self.tr("Legacy system read-only"),
                self.tr("Full run"),
                self.tr("Go live"),
                self.tr("Sign-off"),
            ]
        )
        self.what.setCurrentText(milestone.what)
        self.due = DateField(self.tr("Due"))
        self.due.set_iso(milestone.due)
        self.field(self.tr("What is due"), self.what)
        self.field(self.tr("Due"), self.due)
        self.finish()

    def save(self) -> Job | None:
        if not self.what.currentText().strip():
            self.tell(self.tr("Write what is due."))
            return None
        milestone = Milestone(self.what.currentText(), self.due.iso())
        return project.save_milestone(session=self._session, milestone=milestone, at=self._at)
