"""The Validate page in the real window on the sample project."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from migrator.model.views.validation import IssueGroup, Remedy
from ui.main_window import MainWindow
from ui.models.arrow_table import RAW, WAITING
from ui.pages.validation.correct_dialog import CorrectDialog
from ui.pages.validation.fix_dialog import FixDialog
from ui.pages.validation.page import ValidationPage
from ui.pages.validation.rule_dialog import RuleDialog
from ui.pages.validation.waive_dialog import WaiveDialog

WAIT_MS = 90_000
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def page(shell: MainWindow, qtbot: QtBot) -> ValidationPage:
    shell.go("validation")
    qtbot.waitUntil(lambda: bool(shell.findChildren(ValidationPage)), timeout=WAIT_MS)
    found = shell.findChildren(ValidationPage)[0]
    qtbot.waitUntil(lambda: found.found is not None and found.rows.grid.ready, timeout=WAIT_MS)
    return found


def group(page: ValidationPage, code: str, entity: str = "account") -> IssueGroup:
    assert page.found is not None
    return next(g for g in page.found.groups if (g.code, g.entity) == (code, entity))


def records(page: ValidationPage, code: str, severity: str = "error") -> int:
    groups = page.found.groups if page.found else ()
    return sum(g.rows for g in groups if (g.code, g.severity) == (code, severity))


def dialog(page: ValidationPage, kind: type[QDialog]) -> QDialog:
    return page.findChildren(kind)[-1]


def look_at(page: ValidationPage, qtbot: QtBot, one: IssueGroup) -> None:
    """Look at a group until its rows are shown."""
    page.side.choose(one)
    grid = page.rows.grid
    qtbot.waitUntil(
        lambda: (
            grid.ready
            and grid.model.handle is not None
            and grid.model.handle.entity == one.entity
            and grid.rows == one.rows
            and grid.current() is not None
        ),
        timeout=WAIT_MS,
    )


def test_it_tells_what_is_wrong_and_shows_the_rows(page: ValidationPage, qtbot: QtBot) -> None:
    dates = group(page, "bad_date")
    look_at(page, qtbot, dates)
    assert page.blocker() == ""
    assert page.rows.title.text() == "Invalid date: Customer since · Account"
    assert page.side.remedy.text() == "Fix all like this…"
    cell = page.rows.grid.current()
    assert cell is not None
    assert cell.column.name == "new_customersince"
    cause = dates.causes[0]
    page.side.issues.choose(page.side.issues.lines.row_of((dates, cause)))
    qtbot.waitUntil(lambda: page.rows.grid.rows == cause.rows, timeout=WAIT_MS)
    parent = group(page, "parent_held_back", "contact")
    look_at(page, qtbot, parent)
    assert parent.remedy is Remedy.PARENT
    assert not page.side.waive.isEnabled()
    page.side.remedy.click()
    found = page.side.group()
    assert found is not None
    assert (found[0].entity, found[0].severity) == ("account", "error")


def test_fix_all_like_this_becomes_a_step_and_undo_takes_it_back(
    page: ValidationPage, qtbot: QtBot
) -> None:
    dates = group(page, "bad_date")
    look_at(page, qtbot, dates)
    page.side.remedy.click()
    box = dialog(page, FixDialog)
    assert isinstance(box, FixDialog)
    qtbot.waitUntil(lambda: box.ways.lines.rowCount() > 1, timeout=WAIT_MS)
    assert box.trial.told.text() == "repairs 5 of 8 records"
    assert box.trial.sheet.rowCount() == 8
    box.accept_button.click()
    qtbot.waitUntil(lambda: records(page, "bad_date") == 3, timeout=WAIT_MS)
    steps = next(r for r in page.session.plan.recipes if r.entity == "account").steps
    assert (steps[-1].writes, steps[-1].step.transform) == ("new_customersince", "value_map")
    page.session.undo()
    qtbot.waitUntil(lambda: records(page, "bad_date") == 8, timeout=WAIT_MS)


def test_one_value_is_corrected(page: ValidationPage, qtbot: QtBot) -> None:
    look_at(page, qtbot, group(page, "bad_date"))
    page.rows.correct.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(CorrectDialog)), timeout=WAIT_MS)
    box = dialog(page, CorrectDialog)
    assert isinstance(box, CorrectDialog)
    assert isinstance(box.editor, QLineEdit)
    box.editor.setText("no date at all")
    box.save.click()
    qtbot.waitUntil(lambda: "no date at all" in page.banner_text, timeout=WAIT_MS)
    page.rows.correct.click()
    qtbot.waitUntil(lambda: len(page.findChildren(CorrectDialog)) == 2, timeout=WAIT_MS)
    box = dialog(page, CorrectDialog)
    assert isinstance(box, CorrectDialog)
    assert isinstance(box.editor, QLineEdit)
    box.editor.setText("1388/03/22")
    box.save.click()
    qtbot.waitUntil(lambda: records(page, "bad_date") == 7, timeout=WAIT_MS)
    assert page.banner_text == ""


def test_an_issue_is_accepted_and_taken_back(page: ValidationPage, qtbot: QtBot) -> None:
    required = group(page, "required")
    look_at(page, qtbot, required)
    page.side.waive.click()
    box = dialog(page, WaiveDialog)
    assert isinstance(box, WaiveDialog)
    assert not box.save.isEnabled()
    qtbot.keyClicks(box.reason, "nameless in the source")
    box.save.click()
    qtbot.waitUntil(
        lambda: page.side.accepted.lines.rowCount() == 1 and records(page, "required") == 2,
        timeout=WAIT_MS,
    )
    page.side.tabs.show_part(1)
    qtbot.waitUntil(lambda: page.rows.grid.ready and page.rows.grid.rows == 2, timeout=WAIT_MS)
    page.side.unwaive.click()
    qtbot.waitUntil(lambda: page.side.accepted.lines.rowCount() == 0, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: records(page, "required") == 4, timeout=WAIT_MS)


def test_a_check_is_added_and_kept_back_records_are_written(
    page: ValidationPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.side.tabs.show_part(2)
    page.side.add_rule.click()
    box = dialog(page, RuleDialog)
    assert isinstance(box, RuleDialog)
    qtbot.waitUntil(lambda: box.check.count() > 3, timeout=WAIT_MS)
    box.entity.setCurrentIndex(box.entity.findData("account"))
    box.check.setCurrentIndex(box.check.findData("not_placeholder"))
    names = [
        box.fields.item(n).data(Qt.ItemDataRole.UserRole) for n in range(box.fields.rowCount())
    ]
    assert not box.save.isEnabled()
    box.fields.item(names.index("emailaddress1")).setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(box.save.isEnabled, timeout=WAIT_MS)
    box.save.click()
    qtbot.waitUntil(lambda: page.side.checks.lines.rowCount() == 1, timeout=WAIT_MS)
    path = tmp_path / "held.xlsx"
    page.write_export(str(path))
    qtbot.waitUntil(lambda: "held.xlsx" in page.banner_text, timeout=WAIT_MS)
    assert len(load_workbook(path).sheetnames) == 4
    which = page.rows.which
    which.setCurrentIndex(which.findData("quarantine"))
    qtbot.waitUntil(
        lambda: (
            page.rows.grid.model.handle is not None
            and page.rows.grid.model.handle.name.startswith("quarantine_")
            and page.rows.grid.ready
        ),
        timeout=WAIT_MS,
    )
    assert page.rows.grid.rows > 0
    assert page.rows.grid.model.index(0, 0).data(RAW) is not WAITING
