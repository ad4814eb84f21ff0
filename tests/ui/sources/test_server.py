"""A server as source and as target, by the form, with its password in a keyring."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from migrator.model.address import DatabaseKind
from tests.servers import PASSWORD
from tests.ui.sources.hands import WAIT_MS, Hands, shown
from ui.forms.connection_form import ConnectionForm
from ui.pages.sources.connect_dialog import ConnectDialog
from ui.pages.target.chooser import DATABASE
from ui.pages.target.page import BROWSE, TargetPage
from ui.session import Session

pytestmark = pytest.mark.server

KEYRING = """
import json, os
from keyring.backend import KeyringBackend
class Keyring(KeyringBackend):
    priority = 1
    path = os.environ.get("KOOCH_TEST_KEYRING", "")
    def _read(self):
        return json.load(open(self.path)) if os.path.exists(self.path) else {}
    def get_password(self, service, name):
        return self._read().get(name)
    def set_password(self, service, name, password):
        known = self._read() | {name: password}
        json.dump(known, open(self.path, "w"))
    def delete_password(self, service, name):
        pass
"""


@pytest.fixture
def keyring_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A keyring of the engine process' own, that keeps everything in a file."""
    (tmp_path / "keyring_in_a_file.py").write_text(KEYRING, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring_in_a_file.Keyring")
    monkeypatch.setenv("KOOCH_TEST_KEYRING", str(tmp_path / "keyring.json"))
    return tmp_path / "keyring.json"


@pytest.fixture
def new_session(keyring_file: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    made = Session()
    with qtbot.waitSignal(made.opened, timeout=WAIT_MS):
        made.create(str(tmp_path / "p.kooch"), "p", "en")
    qtbot.waitUntil(lambda: not made.busy, timeout=WAIT_MS)
    yield made
    made.shutdown()


def fill(form: ConnectionForm, kind: DatabaseKind, url: str, qtbot: QtBot) -> None:
    """Type the parts of the URL into the form, as a person does."""
    parts = make_url(url)
    named = {w.accessibleName(): w for w in form.findChildren(QWidget) if w.accessibleName()}
    kinds, tls = named["Kind of database"], named["Protection (TLS)"]
    assert isinstance(kinds, QComboBox)
    kinds.setCurrentIndex(kinds.findData(kind))
    assert isinstance(tls, QComboBox)
    assert tls.isVisible()
    assert tls.count() >= 3
    for name, typed in (
        ("Host", parts.host),
        ("Port", str(parts.port)),
        ("Database", parts.database),
        ("User", parts.username),
        ("Password", PASSWORD if parts.password else ""),
    ):
        line = named[name]
        assert isinstance(line, QLineEdit)
        line.clear()
        qtbot.keyClicks(line, typed or "")


@pytest.mark.parametrize(
    ("server", "kind"),
    [("postgres_url", DatabaseKind.POSTGRESQL), ("mariadb_url", DatabaseKind.MYSQL)],
)
def test_a_server_is_read_from_and_becomes_the_target(
    server: str,
    kind: DatabaseKind,
    new_session: Session,
    keyring_file: Path,
    qtbot: QtBot,
    request: pytest.FixtureRequest,
) -> None:
    url = request.getfixturevalue(server)
    drivers = {"postgres_url": "postgresql+psycopg", "mariadb_url": "mysql+pymysql"}
    engine = create_engine(make_url(url).set(drivername=drivers[server]))
    with engine.begin() as connection:
        form = "character set utf8mb4" if kind is DatabaseKind.MYSQL else ""
        made = f"create table people (id int primary key, name varchar(40) {form})"
        connection.execute(text(made))
        connection.execute(text("insert into people values (1, 'علی'), (2, '007')"))
    engine.dispose()

    page = shown(new_session, qtbot)
    hands = Hands(page, qtbot)
    page.zone.database.click()
    dialog = page.findChild(ConnectDialog)
    assert dialog is not None
    fill(dialog.form, kind, url, qtbot)
    dialog.form.start_test()
    hands.until(lambda: "1 tables found" in dialog.form.told)
    dialog.add.click()
    hands.until(lambda: len(hands.sources) == 1)
    hands.rest()
    assert hands.rows == [("1", "علی"), ("2", "007")]
    assert PASSWORD not in repr(new_session.plan)
    assert list(json.loads(keyring_file.read_text("utf-8")).values()) == [PASSWORD]

    target = TargetPage(new_session)
    qtbot.addWidget(target)
    target.resize(1040, 600)
    target.show()
    target.enter()
    qtbot.waitUntil(lambda: not new_session.busy, timeout=WAIT_MS)
    target.chooser.choose_kind(DATABASE)
    fill(target.chooser.database, kind, url, qtbot)
    target.chooser.make.setChecked(True)
    target.chooser.use.click()
    qtbot.waitUntil(lambda: target.stack.currentIndex() == BROWSE, timeout=WAIT_MS)
    assert target.browser.entities.rowCount() == 13
    assert PASSWORD not in repr(new_session.plan)
