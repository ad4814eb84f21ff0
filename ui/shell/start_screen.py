"""The start screen: a new project, one that exists, or the sample."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import icons, speech
from ui.forms.path_field import PathField, Wanted
from ui.shell.recents import Recents
from ui.widgets.basic import Card, EmptyState, button, label, set_kind, set_tone

SUFFIX = ".kooch"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class StartScreen(QWidget):
    """Shown while no project is open. `create_requested(folder, name, language)`: the folder is
    the project's own, not there yet. `sample_requested(folder)` likewise. `set_busy` while one of
    them is under way."""

    open_requested = Signal(str)
    create_requested = Signal(str, str, str)
    sample_requested = Signal(str)
    forget_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._home = Path(QStandardPaths.writableLocation(documents)) / "Kooch"
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("What is moved, and from where"))
        self.name.setAccessibleName(self.tr("Name of the project"))
        self.place = PathField(self.tr("Kept in the folder"), Wanted.FOLDER)
        self.place.set_path(str(self._home))
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language of the documents"))
        self.language.addItem("English", "en")
        self.language.addItem("فارسی", "fa")
        self.language.setCurrentIndex(self.language.findData(speech.language()))
        self.create_button = button(self.tr("Create the project"), "plus", primary=True)
        self.open_button = button(self.tr("Open…"), "folder-open")
        self.sample_button = button(self.tr("Try the sample"), "play")
        self.recents = Recents()
        self._told = label("", "small", wrap=True)
        self._build()
        self._connect()
        self._check()

    # -- what the window calls

    def set_recents(self, recents: list[tuple[str, str, str]]) -> None:
        """Show the projects that were opened lately: (folder, name, opened at as ISO text)."""
        self.recents.projects.show(recents)
        self._show_recents()

    def set_busy(self, busy: bool) -> None:
        """Nothing can be chosen while a project is being opened or made."""
        for one in (self.open_button, self.sample_button, self.recents):
            one.setEnabled(not busy)
        self.create_button.setEnabled(not busy)
        if not busy:
            self._check()

    # -- choosing

    def _connect(self) -> None:
        self.name.textChanged.connect(lambda _: self._check())
        self.name.returnPressed.connect(self._create)
        self.place.changed.connect(self._check)
        self.create_button.clicked.connect(self._create)
        self.open_button.clicked.connect(self._open)
        self.sample_button.clicked.connect(
            lambda: self.sample_requested.emit(str(self._sample_folder()))
        )
        self.recents.opened.connect(self.open_requested)
        self.recents.forgotten.connect(self.forget_requested)
        self.recents.forgotten.connect(lambda _: self._show_recents())

    def project_folder(self) -> Path:
        """Where the new project would be."""
        name = _FORBIDDEN.sub("_", self.name.text().strip()).strip(". ")
        return Path(self.place.path() or str(self._home)).expanduser() / f"{name}{SUFFIX}"

    def _problem(self) -> str:
        """Why the project cannot be made so; "" if it can."""
        if not _FORBIDDEN.sub("", self.name.text()).strip(". "):
            return self.tr("Give the project a name.") if self.name.text() else ""
        if not Path(self.place.path()).expanduser().is_absolute():
            return self.tr("Choose the folder to keep the project in.")
        folder = self.project_folder()
        if folder.exists():
            return self.tr("There is a project of this name already. Open it, or change the name.")
        return ""

    def _check(self) -> None:
        problem = self._problem()
        named = bool(self.name.text().strip())
        self.create_button.setEnabled(named and not problem)
        set_tone(self._told, "error" if problem else "plain")
        path = speech.ltr(QDir.toNativeSeparators(str(self.project_folder())))
        where = (
            self.tr("It will be kept in {path}").format(path=path)
            if named
            else self.tr("Sources are only read; every decision is kept in this one folder.")
        )
        self._told.setText(problem or where)

    def _create(self) -> None:
        self._check()
        if self.create_button.isEnabled():
            language = str(self.language.currentData())
            name = self.name.text().strip()
            self.create_requested.emit(str(self.project_folder()), name, language)

    def _open(self) -> None:
        home = str(self._home if self._home.is_dir() else QDir.homePath())
        dialog = QFileDialog(self, self.tr("Open a project"), home)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self.open_requested.emit(project_in(folder)))
        dialog.open()

    def _sample_folder(self) -> Path:
        """A folder of its own for each try: the sample's target lies beside the project."""
        number = 1
        while (home := self._home / f"sample-{number}").exists():
            number += 1
        return home / f"sample{SUFFIX}"

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        first = self.recents if self.recents.projects.rowCount() else self.name
        first.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        if folder := _dropped(event):
            event.acceptProposedAction()
            self.open_requested.emit(project_in(folder))

    # -- the look

    def _build(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(1060)
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(6)
        box.addWidget(label(self.tr("Move customer data into the new CRM"), "h1"))
        told = self.tr("Clean and complete, step by step, with a proof for every row.")
        box.addWidget(label(told, "muted", wrap=True))
        box.addSpacing(10)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self._new_card())
        others = QHBoxLayout()
        others.setSpacing(16)
        others.addWidget(self._open_card(), 1)
        others.addWidget(self._sample_card(), 1)
        left.addLayout(others)
        left.addStretch(1)
        columns.addLayout(left, 3)
        columns.addWidget(self._recents_card(), 2)
        box.addLayout(columns, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(inner, 100)
        outer.addStretch(1)

    def _new_card(self) -> Card:
        card = Card()
        card.body.addLayout(_heading("folder-plus", self.tr("New project")))
        card.body.addLayout(_field(self.tr("Name of the project"), self.name))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(_field(self.tr("Kept in the folder"), self.place), 3)
        row.addLayout(_field(self.tr("Language of the documents"), self.language), 1)
        card.body.addLayout(row)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        self._told.setMinimumHeight(34)
        foot.addWidget(self._told, 1)
        foot.addWidget(self.create_button)
        card.body.addLayout(foot)
        return card

    def _open_card(self) -> Card:
        card = Card()
        card.body.addLayout(_heading("folder-open", self.tr("Open a project")))
        told = self.tr("Choose a folder whose name ends in {suffix}, or drop it here.")
        words = told.format(suffix=speech.ltr(SUFFIX))
        card.body.addWidget(label(words, "muted", wrap=True), 1)
        card.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _sample_card(self) -> Card:
        card = Card()
        card.body.addLayout(_heading("flask-conical", self.tr("Look around first")))
        told = self.tr("A whole project on sample data, messy on purpose, ready for the pilot.")
        card.body.addWidget(label(told, "muted", wrap=True), 1)
        card.body.addWidget(self.sample_button, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _recents_card(self) -> Card:
        card = Card()
        card.body.addLayout(_heading("history", self.tr("Recent projects")))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.recents)
        told = self.tr("Projects that you open are listed here.")
        self._stack.addWidget(EmptyState("folder", self.tr("Nothing yet"), told))
        card.body.addWidget(self._stack, 1)
        return card

    def _show_recents(self) -> None:
        self._stack.setCurrentIndex(0 if self.recents.projects.rowCount() else 1)


def _heading(icon: str, text: str) -> QHBoxLayout:
    picture = QLabel()
    picture.setPixmap(icons.pixmap(icon, "accent", 20))
    picture.setFixedSize(34, 34)
    picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
    set_kind(picture, "pill")
    set_tone(picture, "info")
    picture.setStyleSheet("padding: 0; border-radius: 8px;")
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(picture)
    row.addWidget(label(text, "h2"), 1)
    return row


def _field(name: str, widget: QWidget) -> QVBoxLayout:
    told = label(name, "small")
    told.setBuddy(widget)
    box = QVBoxLayout()
    box.setSpacing(3)
    box.addWidget(told)
    box.addWidget(widget)
    return box


def project_in(folder: str) -> str:
    """The folder itself, or the one project that lies in it."""
    home = Path(folder)
    if home.suffix == SUFFIX or (home / "project.db").is_file():
        return folder
    inside = [one for one in home.glob(f"*{SUFFIX}") if (one / "project.db").is_file()]
    return str(inside[0]) if len(inside) == 1 else folder


def _dropped(event: QDropEvent) -> str:
    """The one folder that is dragged over the window; "" if it is something else."""
    urls = event.mimeData().urls()
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    return path if path and Path(path).is_dir() else ""
