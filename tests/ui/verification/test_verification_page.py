"""The page of the verification on the real sample, everything loaded."""

from __future__ import annotations

import hashlib
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.looking import Pseudo, cut_off, go, nameless, settle_shell, untranslated_buttons
from tests.ui.runs_help import Settle, approve, crm, press, texts
from ui.dialogs.story_dialog import StoryDialog
from ui.main_window import MainWindow
from ui.pages.validation.correct_dialog import CorrectDialog
from ui.pages.verification.accept_dialog import AcceptDialog
from ui.pages.verification.corrections_dialog import CorrectionsDialog
from ui.pages.verification.page import CAUSES, COMPARISON, DIFFERENCES, PACK, VerificationPage
from ui.pages.verification.records_dialog import RecordsDialog
from ui.pages.verification.wanted import Wanted


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
    crm(loaded.session, "update account set address1_country = 'Utopia' where accountid in"
                        " (select accountid from account where address1_country is not null"
                        " order by accountid limit 3)")  # fmt: skip
    sums = page.comparison.sums
    assert set(texts(sums, 4)) == {"equal"}
    press(page.comparison.again, qtbot)
    assert page.progress.isVisible()
    settle_shell(loaded, qtbot)
    shown = page.comparison.shown
    shown.setCurrentIndex(shown.findData("sums"))
    wrong = [field for field, told in zip(texts(sums, 1), texts(sums, 4), strict=True)
             if told == "look"]  # fmt: skip
    assert "Quantity" in wrong
    assert "differences" in page.tabs.bar.tabText(DIFFERENCES).lower()
    page.comparison.rows_wanted.emit(Wanted("salesorderdetail"))
    assert page.tabs.current == DIFFERENCES
    settle_shell(loaded, qtbot)
    model = page.differences.model
    assert model.rowCount() == 2158  # five of them belong to the product that is gone
    page.differences.view.scrollToBottom()
    settle_shell(loaded, qtbot)
    last = model.line(model.rowCount() - 1)
    assert last is not None
    assert (last.field, last.kind) == ("quantity", "changed")
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
    look_into_a_country(loaded, qtbot)


def look_into_a_country(loaded: MainWindow, qtbot: QtBot) -> None:
    """From a country that is not as it was to its differences, and back to all."""
    page = current(loaded)
    model, shown = page.differences.model, page.comparison.shown
    page.tabs.show_part(COMPARISON)
    shown.setCurrentIndex(shown.findData("country"))
    parts = page.comparison.parts
    assert "Utopia" in texts(parts, 2)
    parts.choose(texts(parts, 2).index("Utopia"))
    press(page.comparison.rows, qtbot)
    settle_shell(loaded, qtbot)
    assert page.tabs.current == DIFFERENCES
    assert texts(page.differences.view, 5) == ["Utopia"] * 3
    assert "Utopia" in page.differences.only.text()
    press(page.differences.only, qtbot)
    settle_shell(loaded, qtbot)
    assert model.rowCount() > 2_000
    assert page.differences.only.isHidden()


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


def test_causes_are_looked_at_corrected_and_accepted(
    loaded: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = current(loaded)
    page.tabs.show_part(CAUSES)
    part = page.causes
    assert page.tabs.bar.tabText(CAUSES) == "Not loaded (20)"
    assert texts(part.sheet, 0)[0] == "8"
    assert set(texts(part.sheet, 3)) == {"our checks"}
    assert set(texts(part.sheet, 4)) == {"new"}
    assert part.replay.isEnabled()
    # A workbook goes out and comes back.
    part.write(str(tmp_path / "no" / "why.xlsx"))
    settle_shell(loaded, qtbot)
    assert "cannot be written" in page.banner_text
    path = tmp_path / "why.xlsx"
    part.write(str(path))
    settle_shell(loaded, qtbot)
    assert "lines were written" in page.banner_text
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet.cell(3, 4).value = "Mended"
    key = sheet.cell(3, 2).value
    book.save(path)
    part.open_copy(str(path))
    settle_shell(loaded, qtbot)
    dialog = part.findChildren(CorrectionsDialog)[-1]
    assert texts(dialog.sheet, 2) == [key]
    assert dialog.ok.text() == "Take 1"
    dialog.reject()
    # The very records; one value of them.
    press(part.look, qtbot)
    settle_shell(loaded, qtbot)
    records = part.findChildren(RecordsDialog)[-1]
    assert records.sheet.model().rowCount() == 8
    press(records.correct, qtbot)
    settle_shell(loaded, qtbot)
    correct = records.findChildren(CorrectDialog)[-1]
    correct.reject()
    records.reject()
    # Somebody accepts, with a reason.
    press(part.accept, qtbot)
    accept = part.findChildren(AcceptDialog)[-1]
    assert not accept.save.isEnabled()
    accept.reason.setText("They left long ago")
    accept.by.setCurrentText("Mina")
    press(accept.save, qtbot)
    settle_shell(loaded, qtbot)
    assert texts(part.sheet, 4)[0] == "accepted"
    assert "They left long ago" in part.told.text()
    press(part.accept, qtbot)
    settle_shell(loaded, qtbot)
    assert texts(part.sheet, 4)[0] == "new"


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
        "manifest.sha256",
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
