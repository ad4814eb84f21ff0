"""The page of the verification on the real sample, everything loaded."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.looking import Pseudo, cut_off, go, nameless, settle_shell, untranslated_buttons
from tests.ui.runs_help import Settle, approve, crm, press, texts
from ui.dialogs.story_dialog import StoryDialog
from ui.main_window import MainWindow
from ui.pages.verification.page import CAUSES, COMPARISON, DIFFERENCES, PACK, VerificationPage


@pytest.fixture
def loaded(shell: MainWindow, settle: Settle, qtbot: QtBot) -> MainWindow:
    """The window at the verification."""
    approve(shell.session, settle)
    settle(shell.session.run("migration.run"))
    go(shell, "verification", qtbot)
    return shell


def current(shell: MainWindow) -> VerificationPage:
    assert shell.visits is not None
    found = shell.visits.page
    assert isinstance(found, VerificationPage)
    return found


def test_everything_is_compared_and_the_account_balances(loaded: MainWindow, qtbot: QtBot) -> None:
    page = current(loaded)
    sheet = page.comparison.sheet
    assert texts(sheet, 0)[0] == "User"
    assert texts(sheet, 1) == texts(sheet, 3)
    assert set(texts(sheet, 8)) == {"equal"}
    assert page.comparison.equal.value.text() == "100%"
    assert set(texts(page.account, 9)) == {"balances"}
    page.tabs.show_part(DIFFERENCES)
    assert page.differences.model.rowCount() == 0
    assert not page.differences.view.isVisible()


def test_differences_are_found_paged_and_lead_to_the_story(
    loaded: MainWindow, qtbot: QtBot
) -> None:
    page = current(loaded)
    crm(loaded.session, "update salesorderdetail set quantity = quantity + 1")
    crm(loaded.session, "update contact set lastname = upper(lastname) || ' '")
    crm(loaded.session, "delete from product where productnumber = (select max(productnumber)"
                        " from product)")  # fmt: skip
    sums = page.comparison.sums
    assert set(texts(sums, 4)) == {"equal"}
    press(page.comparison.again, qtbot)
    assert page.progress.isVisible()
    settle_shell(loaded, qtbot)
    press(page.comparison.turn, qtbot)
    wrong = [field for field, told in zip(texts(sums, 1), texts(sums, 4), strict=True)
             if told == "look"]  # fmt: skip
    assert "Quantity" in wrong
    assert "differences" in page.tabs.bar.tabText(DIFFERENCES).lower()
    page.comparison.entity_wanted.emit("salesorderdetail")
    assert page.tabs.current == DIFFERENCES
    settle_shell(loaded, qtbot)
    model = page.differences.model
    assert model.rowCount() == 2153
    page.differences.view.scrollToBottom()
    settle_shell(loaded, qtbot)
    last = model.line(model.rowCount() - 1)
    assert last is not None
    assert (last.field, last.kind) == ("quantity", "differs")
    # Only what was cut to capitals and spaces.
    page.differences.entity.setCurrentIndex(0)
    page.differences.kind.setCurrentIndex(page.differences.kind.findData("normalised"))
    settle_shell(loaded, qtbot)
    assert model.rowCount() > 100
    assert texts(page.differences.view, 3)[0] == "written differently"
    page.differences.kind.setCurrentIndex(page.differences.kind.findData("missing"))
    settle_shell(loaded, qtbot)
    assert texts(page.differences.view, 2) == ["whole record"]
    page.differences.view.setCurrentIndex(model.index(0, 0))
    press(page.differences.tell, qtbot)
    qtbot.waitUntil(lambda: bool(page.findChildren(StoryDialog)))
    page.findChildren(StoryDialog)[0].close()


def test_the_difference_model_keeps_its_promises(
    loaded: MainWindow, qtbot: QtBot, qtmodeltester: object
) -> None:
    page = current(loaded)
    model = page.differences.model
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    crm(loaded.session, "update contact set jobtitle = 'Boss'")
    page.reconcile()
    settle_shell(loaded, qtbot)
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Entity"


def test_causes_are_listed_and_exported(loaded: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = current(loaded)
    page.tabs.show_part(CAUSES)
    assert page.tabs.bar.tabText(CAUSES) == "Not loaded (20)"
    assert texts(page.causes.sheet, 0)[0] == "8"
    assert set(texts(page.causes.sheet, 4)) == {"our checks"}
    assert page.causes.replay.isHidden()
    steps: list[str] = []
    page.go.connect(steps.append)
    page.causes.mend.click()
    assert steps == ["validation"]
    page.causes.export_wanted.emit(str(tmp_path / "why.xlsx"))
    settle_shell(loaded, qtbot)
    assert (tmp_path / "why.xlsx").is_file()
    assert "21 reasons" in page.banner_text
    page.causes.export_wanted.emit(str(tmp_path / "no" / "why.xlsx"))
    settle_shell(loaded, qtbot)
    assert "cannot be written" in page.banner_text


def test_the_pack_is_written_with_pdf_and_hashes(
    loaded: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = current(loaded)
    page.tabs.show_part(PACK)
    assert page.pack.folder.text().endswith("sign-off")
    page.pack.folder.setText("")
    assert not page.pack.write.isEnabled()
    page.pack.folder.setText(str(tmp_path / "بسته"))
    page.pack.language.setCurrentIndex(page.pack.language.findData("fa"))
    press(page.pack.write, qtbot)
    settle_shell(loaded, qtbot)
    sheet = page.pack.sheet
    assert texts(sheet, 0) == [
        "migration_report.xlsx",
        "migration_report.html",
        "migration_report.pdf",
    ]
    pdf = (tmp_path / "بسته" / "migration_report.pdf").read_bytes()
    assert pdf[:5] == b"%PDF-"
    assert len(pdf) > 50_000
    assert texts(sheet, 2)[2] == hashlib.sha256(pdf).hexdigest()
    (tmp_path / "file").write_text("in the way")
    page.pack.folder.setText(str(tmp_path / "file"))
    press(page.pack.write, qtbot)
    settle_shell(loaded, qtbot)
    assert "cannot be written" in page.banner_text


def test_it_fits_in_a_longer_language_and_everything_is_named(
    loaded: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    translator = Pseudo()
    qapp.installTranslator(translator)
    try:
        loaded.paint_in("light")
        settle_shell(loaded, qtbot)
        page = current(loaded)
        found = []
        for part in range(COMPARISON, PACK + 1):
            page.tabs.show_part(part)
            settle_shell(loaded, qtbot)
            found += cut_off(page) + untranslated_buttons(page) + nameless(page)
    finally:
        qapp.removeTranslator(translator)
    assert found == []
