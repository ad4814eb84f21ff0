"""Choosing the target: what kind of place, where, and which tables."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from migrator.model.address import Address, DatabaseKind
from migrator.model.plan import TargetSpec
from migrator.model.views.target import TargetGlance, TargetKind
from ui.forms.connection_form import ConnectionForm, Test
from ui.forms.path_field import PathField
from ui.forms.path_field import Wanted as Path_
from ui.operations.target import Wanted
from ui.widgets.basic import GAP, Card, button, label, set_tone

KINDS = (DatabaseKind.POSTGRESQL, DatabaseKind.MYSQL, DatabaseKind.SQLITE)
FILE, DATABASE, FOLDER = range(3)


class TargetChooser(QWidget):
    """`chosen(Wanted)` when the form is filled in and a person wants to go on; `given_up` when
    they keep the target that there is."""

    chosen = Signal(object)
    given_up = Signal()

    def __init__(self, test: Test, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = QButtonGroup(self)
        self.file = PathField(
            self.tr("File of the new CRM"),
            Path_.NEW_FILE,
            self.tr("SQLite databases (*.sqlite);;All files (*)"),
        )
        self.database = ConnectionForm(KINDS, test)
        self.take = QRadioButton(self.tr("Take the tables that are there"))
        self.make = QRadioButton(self.tr("Make Kooch's CRM tables there"))
        self.take.setChecked(True)
        self.folder = PathField(self.tr("Folder for the files"), Path_.FOLDER)
        self.csv = QRadioButton(self.tr("CSV files (UTF-8)"))
        self.xlsx = QRadioButton(self.tr("Excel workbooks"))
        self.csv.setChecked(True)
        self.use = button(self.tr("Use this target"), "check", primary=True)
        self.cancel = button(self.tr("Keep the present one"))
        self._told = label("", "small", wrap=True)
        set_tone(self._told, "error")
        self._stack = QStackedWidget()
        self._build()
        self.kinds.idClicked.connect(self._stack.setCurrentIndex)
        self.kinds.idClicked.connect(lambda _: self._told.clear())
        self.use.clicked.connect(self._use)
        self.cancel.clicked.connect(self.given_up)
        self._suggest()

    def show_target(self, spec: TargetSpec, glance: TargetGlance | None) -> None:
        """Fill the form from the present target."""
        kind = glance.kind if glance else TargetKind.NONE
        self.cancel.setVisible(bool(spec.uri))
        self.make.setChecked(bool(spec.create))
        self.take.setChecked(not spec.create)
        if kind is TargetKind.DATABASE or (kind is TargetKind.SQLITE and not spec.create):
            self.choose_kind(DATABASE)
            url = spec.uri
            if kind is TargetKind.SQLITE and glance is not None:
                url = Address(DatabaseKind.SQLITE, glance.place).url()
            self.database.set_url(url, has_password=bool(glance and glance.has_password))
        elif kind is TargetKind.SQLITE and glance is not None:
            self.choose_kind(FILE)
            self.file.set_path(glance.place)
        elif kind is TargetKind.FOLDER and glance is not None:
            self.choose_kind(FOLDER)
            self.folder.set_path(glance.place)
            self.xlsx.setChecked(spec.options.get("form") == "xlsx")
        else:
            self.choose_kind(FILE)

    def choose_kind(self, kind: int) -> None:
        """Show the form of a kind of target: FILE, DATABASE or FOLDER."""
        self.kinds.button(kind).setChecked(True)
        self._stack.setCurrentIndex(kind)
        self._told.clear()

    def wanted(self) -> Wanted | None:
        """What is filled in; None where something is missing, which is then told."""
        kind = self.kinds.checkedId()
        problem = ""
        found: Wanted | None = None
        if kind == DATABASE:
            problem = self.database.problem()
            value = self.database.value()
            found = Wanted(value.url, value.password, create=self.make.isChecked())
        else:
            field = self.file if kind == FILE else self.folder
            path = Path(field.path()).expanduser()
            if not field.path() or not path.is_absolute():
                problem = self.tr("Choose where it shall be.")
            elif kind == FILE:
                found = Wanted(Address(DatabaseKind.SQLITE, str(path)).url(), create=True)
            else:
                form = "xlsx" if self.xlsx.isChecked() else "csv"
                found = Wanted(f"folder:{path}", create=True, form=form)
        self._told.setText(problem)
        return None if problem else found

    def set_busy(self, busy: bool) -> None:
        """Nothing can be chosen while a target is looked at."""
        self.use.setEnabled(not busy)

    def _use(self) -> None:
        found = self.wanted()
        if found is not None:
            self.chosen.emit(found)

    def _suggest(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        home = Path(QStandardPaths.writableLocation(documents))
        self.file.set_path(QDir.toNativeSeparators(str(home / "crm.sqlite")))
        self.choose_kind(FILE)

    # -- the look

    def _build(self) -> None:
        card = Card()
        card.setMaximumSize(760, 620)
        card.body.addWidget(label(self.tr("Where do the data go?"), "h2"))
        kinds = QHBoxLayout()
        kinds.setSpacing(10)
        for at, (text, icon) in enumerate(
            (
                (self.tr("A new CRM file"), "file-plus"),
                (self.tr("A database"), "database"),
                (self.tr("A folder of files"), "folder"),
            )
        ):
            one = button(text, icon)
            one.setCheckable(True)
            self.kinds.addButton(one, at)
            kinds.addWidget(one, 1)
        card.body.addLayout(kinds)
        for made in (self._file_page(), self._database_page(), self._folder_page()):
            self._stack.addWidget(made)
        card.body.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.use)
        card.body.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        column = QVBoxLayout()
        column.addWidget(card, 100)
        column.addStretch(1)
        row.addLayout(column, 100)
        row.addStretch(1)

    def _file_page(self) -> QWidget:
        told = self.tr(
            "Kooch makes a CRM in one SQLite file: accounts, contacts, leads, products, orders and"
            " more. Good for a trial, and for systems that take the file over."
        )
        return _page(label(told, "muted", wrap=True), label(self.tr("File"), "small"), self.file)

    def _database_page(self) -> QWidget:
        tables = QHBoxLayout()
        tables.setSpacing(24)
        tables.addWidget(self.take)
        tables.addWidget(self.make)
        tables.addStretch(1)
        group = QButtonGroup(self)
        group.addButton(self.take)
        group.addButton(self.make)
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(2, 4, 8, 0)
        box.setSpacing(GAP)
        box.addLayout(tables)
        box.addWidget(self.database)
        box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        return area

    def _folder_page(self) -> QWidget:
        told = self.tr("One file for each entity, for systems that import files.")
        group = QButtonGroup(self)
        group.addButton(self.csv)
        group.addButton(self.xlsx)
        return _page(
            label(told, "muted", wrap=True),
            label(self.tr("Folder"), "small"),
            self.folder,
            self.csv,
            self.xlsx,
        )


def _page(*widgets: QWidget) -> QWidget:
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 4, 0, 0)
    box.setSpacing(8)
    for one in widgets:
        box.addWidget(one)
    box.addStretch(1)
    return made
