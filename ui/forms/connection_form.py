"""Where a database is: kind, host, login, TLS; with a test that says in one sentence what it found.

Used for sources and for the target. The password stays apart from the URL: the engine keeps it in
the keyring of the operating system, never in the project.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from migrator.model.address import Address, DatabaseKind, address
from migrator.model.views.connection import Reached
from ui import speech
from ui.forms.path_field import PathField, Wanted
from ui.forms.server_fields import ServerFields
from ui.job import Job
from ui.messages import Failure
from ui.widgets.basic import button, label, set_tone

Test = Callable[[str, str], Job]
EVERY_KIND = tuple(DatabaseKind)


@dataclass(frozen=True)
class Connection:
    """What was filled in. An empty password means: the one that is kept, if any."""

    url: str
    password: str


class ConnectionForm(QWidget):
    """`test(url, password)` returns a job that succeeds with a `Reached`; without it there is no
    Test button. `new_file` lets a SQLite file be named that does not exist yet. `changed` follows
    everything a person fills in; `tested` says how a test ended."""

    changed = Signal()
    tested = Signal(bool)

    def __init__(
        self,
        kinds: Sequence[DatabaseKind] = EVERY_KIND,
        test: Test | None = None,
        *,
        new_file: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._test = test
        self._job: Job | None = None
        self._new_file = new_file
        self._kind = QComboBox()
        self._kind.setAccessibleName(self.tr("Kind of database"))
        for kind in kinds:
            self._kind.addItem(kind_told(kind), kind)
        wanted = Wanted.NEW_FILE if new_file else Wanted.FILE
        filters = self.tr("SQLite databases (*.sqlite *.sqlite3 *.db *.db3);;All files (*)")
        self._file = PathField(self.tr("Database file"), wanted, filters)
        self._server = ServerFields()
        self._stack = QStackedWidget()
        self._build()
        self._kind.currentIndexChanged.connect(self._kind_chosen)
        self._file.changed.connect(self._edited)
        self._server.changed.connect(self._edited)
        self._kind_chosen()

    # -- what is filled in

    def value(self) -> Connection:
        """The URL without password, and the password."""
        if self._chosen() is DatabaseKind.SQLITE:
            path = self._file.path()
            return Connection(Address(DatabaseKind.SQLITE, path).url() if path else "", "")
        return Connection(self._server.address().url(), self._server.password())

    def set_url(self, url: str, *, has_password: bool = False) -> None:
        """Fill the form from a URL; `has_password` says that its password is in the keyring."""
        found = address(url)
        if found is None:
            return
        with QSignalBlocker(self):
            at = self._kind.findData(found.kind)
            if at >= 0:
                self._kind.setCurrentIndex(at)
            if found.kind is DatabaseKind.SQLITE:
                self._file.set_path(found.database)
            else:
                self._server.set_address(found, has_password=has_password)
        self._say("", "plain")

    def problem(self) -> str:
        """What is missing before the form can be used; "" if nothing."""
        if self._chosen() is DatabaseKind.SQLITE:
            return "" if self._file.path() else self.tr("Choose the database file.")
        return self._server.problem()

    @property
    def told(self) -> str:
        """What the last test said."""
        return self._result.text()

    # -- the test

    def start_test(self) -> None:
        """Try the connection; one test at a time."""
        if self._test is None or self._job is not None:
            return
        if self.problem():
            self._say(self.problem(), "error")
            return
        value = self.value()
        self._button.setEnabled(False)
        self._say(self.tr("Trying to connect…"), "plain")
        self._job = self._test(value.url, value.password)
        self._job.then(self._reached, self._failed)
        self._job.cancelled.connect(self._stopped)
        self._job.finished.connect(self._ended)

    def _reached(self, found: Reached) -> None:
        if not found.exists:
            told = self.tr("There is no such file yet; it will be made.")
            if not self._new_file:
                told = self.tr("There is no such file.")
            self._say(told, "ok" if self._new_file else "error")
            self.tested.emit(self._new_file)
            return
        told = self.tr("The connection works: {count} tables found.")
        self._say(told.format(count=speech.number(found.tables)), "ok")
        self.tested.emit(True)

    def _failed(self, failure: Failure) -> None:
        self._say(speech.isolate(failure.sentence()), "error")
        self.tested.emit(False)

    def _stopped(self) -> None:
        self._say("", "plain")

    def _ended(self) -> None:
        self._job = None
        self._button.setEnabled(True)

    def _say(self, told: str, tone: str) -> None:
        set_tone(self._result, tone)
        self._result.setText(told)
        self._result.setVisible(bool(told))

    # -- the look

    def _build(self) -> None:
        file_page = QWidget()
        box = QVBoxLayout(file_page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(label(self.tr("Database file"), "small"))
        box.addWidget(self._file)
        box.addStretch(1)
        self._stack.addWidget(file_page)
        self._stack.addWidget(self._server)
        self._button = button(self.tr("Test the connection"), "plug")
        self._button.clicked.connect(self.start_test)
        self._button.setVisible(self._test is not None)
        self._result = label("", "small", wrap=True)
        self._result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._kind, 1)
        row.addWidget(self._button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addLayout(row)
        outer.addWidget(self._result)
        outer.addWidget(self._stack)
        self._result.hide()

    def _chosen(self) -> DatabaseKind:
        return DatabaseKind(self._kind.currentData())

    def _kind_chosen(self) -> None:
        kind = self._chosen()
        self._stack.setCurrentIndex(0 if kind is DatabaseKind.SQLITE else 1)
        if kind is not DatabaseKind.SQLITE:
            self._server.set_address(replace(self._server.address(), kind=kind))
        self._edited()

    def _edited(self) -> None:
        self._say("", "plain")
        self.changed.emit()


def kind_told(kind: DatabaseKind) -> str:
    """The name of a kind of database."""
    names = {
        DatabaseKind.SQLITE: "SQLite",
        DatabaseKind.POSTGRESQL: "PostgreSQL",
        DatabaseKind.MYSQL: "MariaDB / MySQL",
        DatabaseKind.MSSQL: "SQL Server",
    }
    return names[kind]
