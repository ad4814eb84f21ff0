"""The card with the project's name, customer, legacy system, language, and where it is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from migrator.model.plan import Plan
from migrator.model.views.project import ProjectOverview
from ui import speech
from ui.widgets.basic import Card, button, label, line

MEGABYTE = 1_000_000


class FactsCard(Card):
    """`edited(what, value)` when a person left a field with another value: name, customer, system
    or language."""

    edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("This project"), parent)
        self.name = QLineEdit()
        self.customer = QLineEdit()
        self.customer.setPlaceholderText(self.tr("Whose data are moved"))
        self.system = QLineEdit()
        self.language = QComboBox()
        self.language.addItem("English", "en")
        self.language.addItem("فارسی", "fa")
        self._system_told = label("", "small", wrap=True)
        self._folder = label("", "small", wrap=True)
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sizes = label("", "small", wrap=True)
        self._open = button(self.tr("Open"), "folder-open", flat=True)
        self._open.setAccessibleName(self.tr("Open the folder"))
        self._open.clicked.connect(self._show_folder)
        self._path = ""
        self._shown: dict[str, str] = {}
        self._build()
        for what, field in self._lines().items():
            field.editingFinished.connect(lambda what=what: self._left(what))
        self.language.activated.connect(
            lambda _: self._changed("language", str(self.language.currentData()))
        )

    def show_plan(self, plan: Plan) -> None:
        """Show what the plan says. A field that a person is typing into keeps its text."""
        self._shown = {
            "name": plan.name,
            "customer": plan.customer,
            "system": plan.system,
            "language": plan.language,
        }
        for what, field in self._lines().items():
            if not (field.hasFocus() and field.isModified()):
                field.setText(self._shown[what])
        self.language.setCurrentIndex(self.language.findData(plan.language))

    def show_overview(self, found: ProjectOverview) -> None:
        """Show what is known beyond the plan."""
        self._path = found.folder
        self._folder.setText(speech.ltr(found.folder))
        made = self.tr("Made on {date} by {who}.").format(
            date=speech.date(found.created_at), who=speech.isolate(found.created_by)
        )
        sizes = self.tr("Decisions: {plan} MB, working data: {staging} MB.").format(
            plan=speech.number(found.plan_bytes / MEGABYTE, 1),
            staging=speech.number(found.staging_bytes / MEGABYTE, 1),
        )
        self._sizes.setText(f"{made} {sizes}")
        self.system.setReadOnly(found.system_locked)
        told = self.tr(
            "The ids of the records in the target are made of this name, so it can never change"
            " once rows were loaded."
        )
        if found.system_locked:
            told = self.tr(
                "Rows were loaded under this name: it stays, because their ids in the target are"
                " made of it."
            )
        self._system_told.setText(told)

    def take_back(self) -> None:
        """Show the plan's values again, after the engine refused another one."""
        for what, field in self._lines().items():
            field.setText(self._shown[what])
        self.language.setCurrentIndex(self.language.findData(self._shown["language"]))

    def _lines(self) -> dict[str, QLineEdit]:
        return {"name": self.name, "customer": self.customer, "system": self.system}

    def _left(self, what: str) -> None:
        self._changed(what, self._lines()[what].text().strip())

    def _changed(self, what: str, value: str) -> None:
        if value != self._shown.get(what, value):
            self.edited.emit(what, value)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._path))

    def _build(self) -> None:
        self.body.setSpacing(8)
        for told, field in (
            (self.tr("Name"), self.name),
            (self.tr("Customer"), self.customer),
            (self.tr("Legacy system"), self.system),
        ):
            self.body.addLayout(_named(told, field))
        self.body.addWidget(self._system_told)
        self.body.addLayout(_named(self.tr("Language of reports and documents"), self.language))
        self.body.addWidget(line())
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Where it is kept"), "h2"))
        head.addStretch(1)
        head.addWidget(self._open)
        self.body.addLayout(head)
        self.body.addWidget(self._folder)
        self.body.addWidget(self._sizes)
        told = self.tr(
            "Every change is saved at once. Passwords are never kept here, but in the keyring of"
            " this computer."
        )
        self.body.addWidget(label(told, "small", wrap=True))
        self.body.addStretch(1)


def _named(name: str, field: QWidget) -> QVBoxLayout:
    told: QLabel = label(name, "small")
    told.setBuddy(field)
    field.setAccessibleName(name)
    box = QVBoxLayout()
    box.setSpacing(3)
    box.addWidget(told)
    box.addWidget(field)
    return box
