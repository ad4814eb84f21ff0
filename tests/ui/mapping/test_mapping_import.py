"""Out as a workbook, back from two people: seen, decided and taken in the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.mapping.mapping_world import WAIT_MS, rows
from tests.unit.documents.small_document import Hands
from ui.pages.mapping import files
from ui.pages.mapping.import_choices import MARK, Kind
from ui.pages.mapping.import_dialog import ImportDialog
from ui.pages.mapping.page import MappingPage


def until(qtbot: QtBot, what: Callable[[], bool]) -> None:
    qtbot.waitUntil(what, timeout=WAIT_MS)


def exported(page: MappingPage, qtbot: QtBot, path: Path) -> Path:
    page.errands.export_to(str(path))
    until(qtbot, lambda: "written" in page.banner_text)
    return path


def opened(page: MappingPage, qtbot: QtBot, *paths: Path) -> ImportDialog:
    page.errands.import_files([str(path) for path in paths])
    dialog = page.errands.dialog
    assert isinstance(dialog, ImportDialog)
    until(qtbot, lambda: dialog.table.rowCount() > 0)
    return dialog


def test_copies_are_decided_and_taken(page: MappingPage, qtbot: QtBot, tmp_path: Path) -> None:
    first = Hands(exported(page, qtbot, tmp_path / "first.xlsx"))
    second = Hands(Path(shutil.copy(first.path, tmp_path / "second.xlsx")))
    first.write("note", "name", "first", "Account")
    first.write("owner", "name", "Sara", "Account")
    second.write("note", "name", "second", "Account")
    dialog = opened(page, qtbot, first.save("Maryam"), second.save("Reza"))
    assert dialog.count.text().startswith("1 of 3 changes accepted · 1 conflicts undecided")
    assert dialog.view.current in dialog.choices.clashes
    dialog.clash.buttons[2].click()
    assert dialog.ok.text() == "Take 2 changes"
    dialog.kind.setCurrentIndex(dialog.kind.findData(Kind.REJECTED))
    assert [dialog.table.index(0, 3).data(), dialog.table.rowCount()] == ["first", 1]
    dialog.kind.setCurrentIndex(dialog.kind.findData(Kind.ALL))
    dialog.search.setText("sara")
    assert dialog.table.rowCount() == 1
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.ok.text() == "Take 1 changes"
    dialog.view.clicked.emit(dialog.table.index(0, MARK))
    dialog.none.click()
    assert not dialog.ok.isEnabled()
    dialog.every.click()
    dialog.search.clear()
    reza = next(e for e in dialog.choices.edits.values() if e.change.who == "Reza")
    dialog.clash.chosen.emit(reza.id)
    dialog.ok.click()
    page.show_feed(reza.change.feed)
    until(qtbot, lambda: "2 changes were taken" in page.banner_text)
    until(qtbot, lambda: (rows(page)["name"].note, rows(page)["name"].owner) == ("second", "Sara"))
    assert rows(page)["name"].changed_by == "Reza"


def test_what_cannot_be_taken_is_listed(page: MappingPage, qtbot: QtBot, tmp_path: Path) -> None:
    hands = Hands(exported(page, qtbot, tmp_path / "copy.xlsx"))
    address = hands.write("status", "name", "fine", "Account")
    dialog = opened(page, qtbot, hands.save())
    assert address in dialog.table.index(0, 0).data()
    assert "no status" in dialog.table.index(0, 1).data()
    assert not dialog.ok.isEnabled()
    dialog.reject()


def test_the_menu_offers_every_form(page: MappingPage) -> None:
    for ending in files.endings():
        page.errands.export(ending)
        dialog = page.errands.dialog
        assert isinstance(dialog, QFileDialog)
        assert dialog.defaultSuffix() == ending
        dialog.reject()
