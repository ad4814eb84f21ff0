"""Connecting a database as a source."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.sources import Place
from ui.forms.connection_form import ConnectionForm
from ui.operations import sources
from ui.session import Session
from ui.widgets import button, label


class ConnectDialog(QDialog):
    """Asks where a database is; `wanted` carries the Place to add."""

    wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Connect a database"))
        self.setMinimumWidth(520)
        self.form = ConnectionForm(
            test=lambda url, password: sources.test(session=session, url=url, password=password)
        )
        self.form.changed.connect(self._judge)
        promise = label(
            self.tr("It is opened for reading only: nothing in it is changed."),
            "muted",
            wrap=True,
        )
        self.add = button(self.tr("Add this database"), "plus", primary=True)
        self.add.clicked.connect(self._add)
        self.lack = label("", "small", wrap=True)
        no = button(self.tr("Cancel"))
        no.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.lack, 1)
        row.addWidget(no)
        row.addWidget(self.add)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 18)
        box.setSpacing(14)
        box.addWidget(promise)
        box.addWidget(self.form, 1)
        box.addLayout(row)
        self._judge()

    def _judge(self) -> None:
        lack = self.form.problem()
        self.add.setEnabled(not lack)
        self.lack.setText(lack)

    def _add(self) -> None:
        found = self.form.value()
        self.wanted.emit(Place(found.url, found.password))
        self.accept()
