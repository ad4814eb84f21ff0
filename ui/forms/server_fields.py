"""The fields of a database server: host, port, database, login, TLS."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from migrator.model.address import PORTS, TLS_MODES, Address, DatabaseKind, Tls
from ui import icons
from ui.forms.path_field import PathField, Wanted
from ui.widgets.basic import label

NEEDS_CA = {DatabaseKind.MYSQL: {Tls.CA, Tls.FULL}, DatabaseKind.POSTGRESQL: {Tls.CA, Tls.FULL}}


class ServerFields(QWidget):
    """Everything but the kind, which `set_address` brings in; `changed` follows typing."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = DatabaseKind.POSTGRESQL
        self._kept = False
        self._host = _line("localhost")
        self._port = _line()
        self._port.setValidator(QIntValidator(1, 65535, self))
        self._database = _line()
        self._user = _line()
        self._password = _line()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._tls = QComboBox()
        filters = self.tr("Certificates (*.pem *.crt *.cer);;All files (*)")
        self._ca = PathField(self.tr("Certificate file of the authority"), Wanted.FILE, filters)
        self._extra = _line("connect_timeout=20")
        self._build()
        self._offer_tls()
        for one in (self._host, self._port, self._database, self._user, self._password):
            one.textEdited.connect(lambda _: self.changed.emit())
        self._extra.textEdited.connect(lambda _: self.changed.emit())
        self._tls.currentIndexChanged.connect(self._tls_chosen)
        self._ca.changed.connect(self.changed)

    def address(self) -> Address:
        """What is filled in, without the password."""
        tls = Tls(self._tls.currentData() or Tls.DEFAULT)
        return Address(
            kind=self._kind,
            database=self._database.text().strip(),
            host=self._host.text().strip() or "localhost",
            port=int(self._port.text() or 0),
            user=self._user.text().strip(),
            tls=tls,
            ca=self._ca.path() if self._wants_ca() else "",
            extra=self._extra.text().strip().lstrip("?"),
        )

    def password(self) -> str:
        """The password as typed; "" keeps the one in the keyring."""
        return self._password.text()

    def set_address(self, told: Address, *, has_password: bool = False) -> None:
        """Show an address. The password is emptied when it belongs to a password that is kept."""
        with QSignalBlocker(self):
            self._kind = told.kind
            self._host.setText(told.host)
            self._port.setText(str(told.port) if told.port else "")
            self._port.setPlaceholderText(str(PORTS.get(told.kind, "")))
            self._database.setText(told.database)
            self._user.setText(told.user)
            self._extra.setText(told.extra)
            self._ca.set_path(told.ca)
            self._offer_tls()
            self._tls.setCurrentIndex(max(0, self._tls.findData(told.tls)))
            if has_password:
                self._password.clear()
            self._kept = has_password
            kept = self.tr("in the keyring; type to change it") if has_password else ""
            self._password.setPlaceholderText(kept)
        self._tls_chosen()

    def problem(self) -> str:
        """What is missing; "" if nothing."""
        if not self._database.text().strip():
            return self.tr("Name the database.")
        if self._wants_ca() and self._kind is DatabaseKind.MYSQL and not self._ca.path():
            return self.tr("Choose the certificate file by which the server is checked.")
        return ""

    def _wants_ca(self) -> bool:
        return self._tls.currentData() in NEEDS_CA.get(self._kind, set())

    def _offer_tls(self) -> None:
        told = {
            Tls.DEFAULT: self.tr("Encrypt where the server can"),
            Tls.OFF: self.tr("No encryption"),
            Tls.REQUIRE: self.tr("Encrypt, do not check the server"),
            Tls.CA: self.tr("Encrypt, check the certificate"),
            Tls.FULL: self.tr("Encrypt, check certificate and name"),
        }
        chosen = self._tls.currentData()
        with QSignalBlocker(self._tls):
            self._tls.clear()
            for mode in TLS_MODES[self._kind]:
                self._tls.addItem(told[mode], mode)
            self._tls.setCurrentIndex(max(0, self._tls.findData(chosen)))

    def _tls_chosen(self) -> None:
        self._ca_box.setVisible(self._wants_ca())
        self.changed.emit()

    def _show_password(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._password.setEchoMode(mode)
        self._eye.setIcon(icons.icon("eye-off" if shown else "eye"))

    def _build(self) -> None:
        self._eye = self._password.addAction(
            icons.icon("eye"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._eye.setCheckable(True)
        self._eye.setText(self.tr("Show or hide the password"))  # what screen readers say
        self._eye.toggled.connect(self._show_password)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        cells = (
            (self.tr("Host"), self._host, 0, 0, 2),
            (self.tr("Port"), self._port, 0, 2, 1),
            (self.tr("Database"), self._database, 1, 0, 1),
            (self.tr("User"), self._user, 1, 1, 1),
            (self.tr("Password"), self._password, 1, 2, 1),
            (self.tr("Protection (TLS)"), self._tls, 2, 0, 2),
            (self.tr("Further options"), self._extra, 2, 2, 1),
        )
        for name, field, row, column, span in cells:
            grid.addWidget(_named(name, field), row, column, 1, span)
        self._extra.setToolTip(self.tr("As they stand in a URL: name=value&name=value"))
        self._ca_box = _named(self.tr("Certificate file of the authority"), self._ca)
        grid.addWidget(self._ca_box, 3, 0, 1, 3)
        kept = self.tr(
            "The password is kept in the keyring of this computer, never in the project."
        )
        grid.addWidget(label(kept, "small", wrap=True), 4, 0, 1, 3)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(5, 1)


def _line(placeholder: str = "") -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(placeholder)
    made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return made


def _named(name: str, field: QWidget) -> QWidget:
    field.setAccessibleName(name)
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(3)
    told = label(name, "small")
    told.setBuddy(field)
    box.addWidget(told)
    box.addWidget(field)
    return made
