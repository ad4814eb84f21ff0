"""The sources page with a real engine and real files."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.sources.hands import Hands, put, workbook
from ui.pages.sources.connect_dialog import ConnectDialog
from ui.pages.sources.page import SourcesPage
from ui.pages.sources.preview_model import BELOW
from ui.pages.sources.refused import PasswordField

PEOPLE = "title\n\nکد;نام;شهر\n001;علی;تهران\n002;;شیراز\n003;مینا;یزد\n004;Ann;Rome;x\n"


def drop(page: SourcesPage, *paths: str) -> bool:
    """Drag files over the page and let them go; whether the page took them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(80, 80), Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(page, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(
        QPointF(80, 80), Qt.DropAction.CopyAction, mime, left, none, QEvent.Type.Drop
    )
    QApplication.sendEvent(page, event)
    return event.isAccepted()


def choose(combo: QComboBox, value: str) -> None:
    at = combo.findData(value)
    assert at >= 0, value
    combo.setCurrentIndex(at)
    combo.activated.emit(at)


# -- the empty page


def test_an_empty_project_shows_where_to_drop(page: SourcesPage) -> None:
    assert page.stack.currentWidget() is page.zone
    assert not page.read.isVisible()
    assert page.blocker() == "Add a file or database first."


def test_dropped_files_are_added_as_one_step(
    hands: Hands, page: SourcesPage, tmp_path: Path
) -> None:
    good = [put(tmp_path, f"part{n}.csv", PEOPLE) for n in range(3)]
    assert drop(page, *good, put(tmp_path, "empty.csv", ""))
    assert page.zone.property("active") is False
    hands.until(lambda: len(hands.sources) == 3)
    hands.rest()
    assert page.stack.currentWidget() is page.splitter
    assert page.blocker() == ""
    assert [one.name for one in page.refused.refused] == ["empty.csv"]
    assert page.refused.isVisible()
    page.session.undo()
    hands.until(lambda: page.stack.currentWidget() is page.zone)


def test_what_is_no_file_is_not_taken(page: SourcesPage) -> None:
    assert not drop(page)
    mime = QMimeData()
    mime.setText("hello")
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(page, enter)
    assert not enter.isAccepted()


def test_the_file_dialog_does_not_block(
    page: SourcesPage, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    path = put(tmp_path, "a.csv", PEOPLE)
    qtbot.mouseClick(page.zone.files, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([path])
    dialog.reject()
    hands.until(lambda: hands.sources == ["a"])


# -- the preview


def test_rows_types_and_remarks_are_shown(hands: Hands, page: SourcesPage, tmp_path: Path) -> None:
    hands.add(put(tmp_path, "مشتریان.csv", PEOPLE))
    assert hands.columns == ["کد", "نام", "شهر"]
    assert hands.rows == [("001", "علی", "تهران"), ("002", None, "شیراز"), ("003", "مینا", "یزد")]
    assert any("before the records" in line for line in page.table.remarks.lines)
    assert any(line.startswith("Line 7: More cells") for line in page.table.remarks.lines)
    assert page.table.reading.header.text() == "row 3"
    assert page.table.name.text().strip("\u2068\u2069") == "مشتریان.csv"


def test_cells_are_copied_for_a_spreadsheet(
    hands: Hands, page: SourcesPage, tmp_path: Path, qtbot: QtBot
) -> None:
    hands.add(put(tmp_path, "a.csv", PEOPLE))
    page.table.view.selectRow(0)
    qtbot.keyClick(page.table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "001\tعلی\tتهران"


def test_a_wrong_delimiter_is_corrected_by_clicking(
    hands: Hands, page: SourcesPage, tmp_path: Path
) -> None:
    hands.add(put(tmp_path, "a.csv", PEOPLE))
    choose(page.table.reading.delimiter, "|")
    hands.until(lambda: len(hands.columns) == 1)
    hands.rest()
    plan = page.session.plan
    assert plan.sources[0].tables[0].options == {"delimiter": "|"}
    page.table.reading.reset.click()
    hands.until(lambda: len(hands.columns) == 3)
    assert page.session.plan.sources[0].tables[0].options == {}


def test_the_header_is_chosen_among_the_rows(
    hands: Hands, page: SourcesPage, tmp_path: Path, qtbot: QtBot
) -> None:
    hands.add(workbook(tmp_path / "b.xlsx", S=[["Big report"], ["id", "name"], ["7", "x"]]))
    page.table.reading.header.click()
    hands.until(lambda: page.table.stack.currentWidget() is page.table.choice)
    choice = page.table.choice
    assert choice.model.is_header(1)
    row = choice.view.visualRect(choice.model.index(2, 0)).center()
    qtbot.mouseClick(choice.view.viewport(), Qt.MouseButton.LeftButton, pos=row)
    hands.until(lambda: hands.columns == ["7", "x"])
    assert page.table.stack.currentWidget() is page.table.view
    page.table.reading.header.click()
    hands.until(lambda: page.table.stack.currentWidget() is page.table.choice)
    choice.chosen.emit("0")
    hands.until(lambda: hands.columns == ["column_1", "column_2"])
    assert page.table.reading.header.text() == "no header"


def test_a_part_of_a_sheet_and_a_type_are_chosen(
    hands: Hands, page: SourcesPage, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = [["note", None, None], [None, "code", "n"], [None, "007", 1], [None, "total", 1]]
    hands.add(workbook(tmp_path / "b.xlsx", Sheet=rows))
    page.table.reading.range.setText("B2:C3")
    page.table.reading.range.editingFinished.emit()
    hands.until(lambda: hands.rows == [("007", "1")])
    hands.rest()
    page.table.view.setCurrentIndex(page.table.model.index(0, 1))
    qtbot.keyClick(page.table.view, Qt.Key.Key_F4)
    menu = next(m for m in page.table.findChildren(QMenu) if m.isVisible())
    next(a for a in menu.actions() if a.text() == "text").trigger()
    menu.close()
    hands.until(lambda: page.table.model.shown.columns[1].chosen)
    assert page.session.plan.sources[0].tables[0].options == {"range": "B2:C3", "type:n": "text"}
    assert page.table.model.headerData(1, Qt.Orientation.Horizontal, BELOW) == "text"


def test_what_a_reader_cannot_choose_is_not_offered(
    hands: Hands, page: SourcesPage, tmp_path: Path
) -> None:
    hands.add(put(tmp_path, "a.jsonl", '{"a": 1}\n'), workbook(tmp_path / "b.xlsx", S=[["a"], [1]]))
    assert page.table.reading.isHidden()
    hands.look_at("b", "S")
    assert not page.table.reading.header.isHidden()
    assert not page.table.reading.delimiter.isVisible()


# -- what cannot be read


def test_a_password_and_an_encoding_are_given_in_place(
    hands: Hands, page: SourcesPage, tmp_path: Path, shared: Path
) -> None:
    locked = str(shared / "data" / "spreadsheets" / "encrypted" / "example_password.xlsx")
    hands.add(locked, put(tmp_path, "x.csv", b"id,v\n1,\xc1\n2,\xe1\n"))
    assert len(page.refused.refused) == 2
    field = page.refused.findChild(PasswordField)
    assert field is not None
    field.edit.setText("wrong")
    field.button.click()
    hands.until(lambda: any(r.problem.reason == "wrong_password" for r in page.refused.refused))
    again = [f for f in page.refused.findChildren(PasswordField) if f.isVisible()]
    again[0].edit.setText("Password1234_")
    again[0].button.click()
    hands.until(lambda: "example_password" in hands.sources)
    hands.until(lambda: len(page.refused.refused) == 1)
    combo = next(c for c in page.refused.findChildren(QComboBox) if c.isVisible())
    choose(combo, "cp1256")
    hands.until(lambda: hands.sources == ["example_password", "x"])
    hands.until(page.refused.isHidden)


def test_broken_files_leave_the_page_alive(hands: Hands, page: SourcesPage, tmp_path: Path) -> None:
    bad = [
        put(tmp_path, "broken.xlsx", b"PK\x03\x04" + b"0" * 300),
        put(tmp_path, "noise.csv", bytes(range(256)) * 40),
        put(tmp_path, "scan.pdf", "%PDF-1.7"),
        str(tmp_path / "none.csv"),
    ]
    hands.add(*bad)
    assert [one.name for one in page.refused.refused] == [Path(path).name for path in bad]
    assert all(one.problem.message.fa != one.problem.message.en for one in page.refused.refused)
    hands.add(put(tmp_path, "good.csv", PEOPLE))
    assert hands.columns == ["کد", "نام", "شهر"]


# -- keeping and leaving out


def test_a_table_is_left_out_with_a_reason(
    hands: Hands, page: SourcesPage, tmp_path: Path, qtbot: QtBot
) -> None:
    hands.add(workbook(tmp_path / "b.xlsx", A=[["a"], [1]], B=[["b"], [2]]))
    view, model = page.list.view, page.list.model
    index = model.place("b", "B")
    page.list.look_at(index)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    hands.until(lambda: not page.session.plan.choice("b", "B").keep)
    hands.rest()
    assert page.table.reason.isVisible()
    page.table.reason.setText("an old list")
    page.table.reason.editingFinished.emit()
    hands.until(lambda: page.session.plan.choice("b", "B").reason == "an old list")
    hands.rest()
    page.table.keep.click()
    hands.until(lambda: page.session.plan.choice("b", "B").keep)
    hands.look_at("b")
    page.source.keep_none.click()
    hands.until(lambda: page.blocker() == "Keep at least one table.")
    hands.until(page.source.keep_all.isEnabled)


def test_losing_mapping_is_asked_about_first(sample: Hands) -> None:
    page = sample.page
    sample.look_at("northwind", "Customers")
    assert page.table.fed.isVisible()
    feeds = len(page.session.plan.feeds)
    page.table.keep.click()
    sample.until(lambda: "removes the mapping" in page.banner_text)
    sample.rest()
    assert page.table.keep.isChecked()
    assert len(page.session.plan.feeds) == feeds
    page._banner._action.click()
    sample.until(lambda: not page.session.plan.choice("northwind", "Customers").keep)
    assert len(page.session.plan.feeds) < feeds


def test_a_source_is_removed_and_comes_back(sample: Hands, qtbot: QtBot) -> None:
    page = sample.page
    sample.look_at("northwind")
    assert page.panes.currentWidget() is page.source
    qtbot.keyClick(page.list.view, Qt.Key.Key_Delete)
    sample.until(lambda: "removes its mapping" in page.banner_text)
    page._banner._action.click()
    sample.until(lambda: "northwind" not in sample.sources)
    page.session.undo()
    sample.until(lambda: "northwind" in sample.sources)


# -- reading all, changed and moved files


def test_everything_is_read_changed_and_found_again(
    hands: Hands, page: SourcesPage, tmp_path: Path
) -> None:
    path = put(tmp_path, "a.csv", PEOPLE)
    hands.add(path)
    page.read.click()
    hands.until(lambda: page.overview is not None and page.overview.snapshot == "fresh")
    assert not page.read.isVisible()
    hands.until(lambda: "were read" in page.banner_text)

    put(tmp_path, "a.csv", PEOPLE.replace("شهر", "شهر;تلفن"))
    later = time.time() + 10
    os.utime(path, (later, later))
    page.banner("")
    page.refresh()
    hands.until(lambda: page.banner_text.startswith("Changed since"))
    page._banner._action.click()
    hands.until(lambda: hands.columns == ["کد", "نام", "شهر", "تلفن"])

    moved = tmp_path / "b.csv"
    shutil.move(path, moved)
    page.banner("")
    page.refresh()
    hands.until(lambda: page.banner_text.startswith("Not found any more"))
    hands.until(lambda: page.table.stack.currentWidget() is page.table.trouble)
    assert page.table.trouble.locate.isVisible()
    page.acts.rereading.relocate("a", str(moved))
    hands.until(lambda: page.table.stack.currentWidget() is page.table.view)
    hands.until(lambda: not page.banner_text.startswith("Not found"))


# -- databases


def test_a_database_is_connected(
    page: SourcesPage, hands: Hands, tmp_path: Path, shared: Path
) -> None:
    shutil.copy(shared / "data" / "legacy_db" / "northwind.sqlite", tmp_path / "n.sqlite")
    page.zone.database.click()
    dialog = page.findChild(ConnectDialog)
    assert dialog is not None
    assert not dialog.add.isEnabled()
    dialog.form.set_url(f"sqlite:///{tmp_path / 'n.sqlite'}")
    dialog.form.changed.emit()
    dialog.form.start_test()
    hands.until(lambda: "tables found" in dialog.form.told)
    dialog.add.click()
    hands.until(lambda: hands.sources == ["n"])
    hands.rest()
    assert page.session.plan.choice("n", "Customers").keep
    hands.look_at("n", "Region" if "Region" in _tables(page) else "Regions")
    assert hands.rows


def _tables(page: SourcesPage) -> list[str]:
    return [table.name for table in page.list.model.cards[0].tables]


@pytest.mark.usefixtures("persian")
def test_persian_says_it_in_persian(hands: Hands, page: SourcesPage, tmp_path: Path) -> None:
    hands.add(put(tmp_path, "a.csv", PEOPLE), put(tmp_path, "empty.csv", ""))
    assert page.table.reading.header.text() == "ردیف ۳"
    assert any("کنار گذاشته شد" in line for line in page.table.remarks.lines)
    assert page.table.count.text() == "۴ ردیف، ۳ ستون"
