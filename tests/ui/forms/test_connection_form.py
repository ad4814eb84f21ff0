"""The connection form: parts to URL and back, what is missing, and a real test of a connection."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit
from pytestqt.qtbot import QtBot

from migrator.model.address import DatabaseKind
from tests.servers import PASSWORD, QUOTED
from ui.forms.connection_form import Connection, ConnectionForm
from ui.forms.date_field import DateField
from ui.operations import target
from ui.session import Session


def field(form: ConnectionForm, name: str) -> QLineEdit:
    return next(w for w in form.findChildren(QLineEdit) if w.accessibleName() == name)


def choose(form: ConnectionForm, kind: DatabaseKind) -> None:
    combo = next(
        w for w in form.findChildren(QComboBox) if w.accessibleName() == "Kind of database"
    )
    combo.setCurrentIndex(combo.findData(kind))


@pytest.fixture
def form(qtbot: QtBot) -> ConnectionForm:
    made = ConnectionForm()
    qtbot.addWidget(made)
    return made


def test_what_is_typed_becomes_a_url_without_the_password(
    form: ConnectionForm, qtbot: QtBot
) -> None:
    choose(form, DatabaseKind.POSTGRESQL)
    assert form.problem()
    for name, text in (
        ("Host", "db.example.com"),
        ("Port", "5433"),
        ("Database", "crm"),
        ("User", "mover"),
    ):
        field(form, name).clear()
        qtbot.keyClicks(field(form, name), text)
    with qtbot.waitSignal(form.changed):
        qtbot.keyClicks(field(form, "Password"), "hush")
    assert form.value() == Connection("postgresql://mover@db.example.com:5433/crm", "hush")
    assert form.problem() == ""


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////data/old crm.sqlite",
        "postgresql://u@h:5433/crm?sslmode=verify-full&sslrootcert=/ca.pem",
        "mysql://u@h/crm?ssl_ca=/ca.pem&ssl_check_hostname=false",
        "mssql://u@h/crm?encryption=require",
        "postgresql://u%20x@h/crm?connect_timeout=5",
    ],
)
def test_a_url_is_shown_and_comes_back(form: ConnectionForm, url: str) -> None:
    form.set_url(url.replace("/ca.pem", "%2Fca.pem"), has_password=True)
    assert form.value().url.replace("%2F", "/") == url
    assert form.value().password == ""
    assert form.problem() == ""


def test_mysql_needs_the_certificate_it_is_checked_by(form: ConnectionForm) -> None:
    form.set_url("mysql://u@h/crm?ssl_ca=%2Fca.pem")
    assert form.problem() == ""
    field(form, "Certificate file of the authority").clear()
    assert "certificate" in form.problem()


def test_the_password_can_be_seen_and_hidden(form: ConnectionForm) -> None:
    password = field(form, "Password")
    (eye,) = [a for a in password.actions() if a.isCheckable()]
    assert password.echoMode() == QLineEdit.EchoMode.Password
    eye.setChecked(True)
    assert password.echoMode() == QLineEdit.EchoMode.Normal
    eye.setChecked(False)
    assert password.echoMode() == QLineEdit.EchoMode.Password


def test_without_a_test_there_is_no_button(form: ConnectionForm) -> None:
    form.start_test()
    assert form.told == ""


def with_test(session: Session, qtbot: QtBot, *, new_file: bool = False) -> ConnectionForm:
    made = ConnectionForm(
        test=lambda url, password: target.reach(session=session, url=url, password=password),
        new_file=new_file,
    )
    qtbot.addWidget(made)
    return made


def test_the_test_says_what_it_found(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as connection:
        connection.execute("create table t (id integer primary key)")
    form = with_test(session, qtbot)
    form.start_test()
    assert "Choose" in form.told
    form.set_url(f"sqlite:///{tmp_path / 'a.sqlite'}")
    with qtbot.waitSignal(form.tested, timeout=20_000, check_params_cb=lambda ok: ok):
        form.start_test()
    assert "1 tables" in form.told
    form.set_url(f"sqlite:///{tmp_path / 'none.sqlite'}")
    with qtbot.waitSignal(form.tested, timeout=20_000, check_params_cb=lambda ok: not ok):
        form.start_test()
    assert "no such file" in form.told


def test_what_cannot_be_reached_is_told_in_one_sentence(session: Session, qtbot: QtBot) -> None:
    form = with_test(session, qtbot)
    form.set_url("postgresql://nobody@127.0.0.1:1/crm")
    with qtbot.waitSignal(form.tested, timeout=30_000, check_params_cb=lambda ok: not ok):
        form.start_test()
    assert "no connection" in form.told
    field(form, "Host").setText("elsewhere")
    qtbot.keyClicks(field(form, "Host"), "x")
    assert form.told == ""  # it was said about another place


@pytest.mark.server
def test_a_server_is_reached_with_its_password(
    session: Session, qtbot: QtBot, postgres_url: str
) -> None:
    form = with_test(session, qtbot)
    form.set_url(postgres_url.replace(f":{QUOTED}@", "@"))
    field(form, "Password").setText(PASSWORD)
    with qtbot.waitSignal(form.tested, timeout=30_000, check_params_cb=lambda ok: ok):
        form.start_test()


def test_a_day_is_kept_as_iso_text(qtbot: QtBot) -> None:
    day = DateField("Due")
    qtbot.addWidget(day)
    assert day.iso() == ""
    day.set_iso("2026-11-22")
    assert day.iso() == "2026-11-22"
    day.set_iso("")
    assert day.iso() == ""


def test_a_day_is_shown_in_the_jalali_calendar(persian: None, qtbot: QtBot) -> None:
    day = DateField("Due")
    qtbot.addWidget(day)
    day.set_iso("2026-11-22")
    assert day.findChild(QDateEdit).text() == "۱۴۰۵/۰۹/۰۱"
    assert day.iso() == "2026-11-22"
