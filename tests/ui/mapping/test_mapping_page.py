"""The mapping page on the sample project, with a real engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from migrator.model.mapping import Filter, Lookup, RowStatus
from migrator.model.schema import PicklistValue
from migrator.model.text import Text
from migrator.model.views.catalog import CatalogItem
from migrator.model.views.mapping import PreviewLine, ValueLine
from tests.ui.mapping.mapping_world import WAIT_MS, document, drag, opened, pick, rows, suggested
from ui.main_window import MainWindow
from ui.pages.mapping.accept_dialog import AcceptDialog
from ui.pages.mapping.add_feed_dialog import AddFeedDialog
from ui.pages.mapping.canvas_scene import TRANSFORM_MIME
from ui.pages.mapping.document import Asked, Chosen, Marked, Show
from ui.pages.mapping.page import MappingPage
from ui.pages.mapping.palette import PaletteModel
from ui.pages.mapping.preview_box import PreviewModel
from ui.pages.mapping.row_menu import menu_for
from ui.pages.mapping.rows_model import RowsModel
from ui.pages.mapping.rows_words import Column
from ui.pages.mapping.setup_dialog import SetupDialog
from ui.pages.mapping.step_dialog import StepDialog
from ui.pages.mapping.value_map_dialog import ValueMapDialog
from ui.pages.mapping.value_map_model import BECOMES, ValueMapModel


def until(qtbot: QtBot, what: object) -> None:
    qtbot.waitUntil(what, timeout=WAIT_MS)


# -- models


def test_the_table_of_rows_holds_to_the_contract(qtmodeltester: ModelTester) -> None:
    model = RowsModel()
    qtmodeltester.check(model)
    made = document(4, 4, (suggested("t1", "s1"),), required=("t3",))
    model.show_document(made, Asked())
    assert [one.target or one.source for one in model.lines] == ["t3", "t1", "s0", "s2", "s3"]
    qtmodeltester.check(model)
    model.show_document(made, Asked(Show.DECIDE))
    assert model.rowCount() == 4


def test_the_preview_holds_to_the_contract(qtmodeltester: ModelTester) -> None:
    model = PreviewModel()
    model.show_lines((PreviewLine(("a",), 2, ("b",), "b"), PreviewLine((None,), 1, (), None)))
    qtmodeltester.check(model)
    assert model.index(1, 0).data() == "(empty)"


def test_the_value_map_holds_to_the_contract(qtmodeltester: ModelTester) -> None:
    model = ValueMapModel(())
    sure, doubtful = ValueLine("a", 2, None, "1", 0.95), ValueLine("c", 1, None, "2", 0.7)
    model.show_lines((sure, ValueLine("b", 1, "2"), doubtful))
    qtmodeltester.check(model)
    assert model.unmapped() == 2
    model.take_proposals()
    assert model.to == {"a": "1", "b": "2", "c": None}


def test_the_palette_holds_to_the_contract(qtmodeltester: ModelTester) -> None:
    model = PaletteModel()
    model.set_items(
        [CatalogItem("transform", "trim", Text.of("Trim"), Text.of("?"), "", Text.of(""))]
    )
    qtmodeltester.check(model)


# -- looking


def test_the_page_shows_the_feed_in_numbers(page: MappingPage) -> None:
    assert len(page.pane.canvas.content.cards) == 16 + 29
    assert len(page.overview.feeds) == 11
    assert page.blocker() == ""
    assert page.overview.open == 7


def test_selection_is_shared_and_fills_the_inspector(page: MappingPage, qtbot: QtBot) -> None:
    pick(page, "تاریخ ثبت", "new_customersince")
    until(qtbot, lambda: page.inspector.row.preview.model.rowCount() == 8)
    table = page.pane.table
    line = table.rows.lines[table.currentIndex().row()]
    assert line.target == "new_customersince"
    page.as_table.setChecked(True)
    table.selectRow(table.rows.line_of(Chosen("", "name")))
    assert page.pane.canvas.content.selected.target == "name"
    assert page.inspector.row.status.currentData() == RowStatus.SUGGESTED


def test_a_preview_marks_values_in_trouble(page: MappingPage, qtbot: QtBot) -> None:
    pick(page, "تاریخ ثبت", "new_customersince")
    model = page.inspector.row.preview.model
    until(qtbot, lambda: model.rowCount() == 8)
    tips = [model.index(n, 1).data(Qt.ItemDataRole.ToolTipRole) for n in range(8)]
    bad = [tip for tip in tips if "Not a plausible date" in tip]
    assert bad
    assert "⚠" in model.index(7, 1).data()


# -- drawing


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_line_is_drawn_taken_back_and_drawn_again(page: MappingPage, qtbot: QtBot) -> None:
    drag(page, "سمت", "description")
    until(qtbot, lambda: page.drawing.menu is not None)  # توضیحات fills it already
    page.drawing.menu.actions()[1].trigger()
    until(qtbot, lambda: rows(page)["description"].sources == ("توضیحات", "سمت"))
    assert rows(page)["description"].steps[0].transform == "join"
    page.session.undo()
    until(qtbot, lambda: rows(page)["description"].sources == ("توضیحات",))
    drag(page, "موبایل", "address1_stateorprovince")
    until(qtbot, lambda: "address1_stateorprovince" in rows(page))
    assert rows(page)["address1_stateorprovince"].status == RowStatus.DRAFT
    page.pane.canvas.setFocus()
    qtbot.keyClick(page.pane.canvas, Qt.Key.Key_Delete)
    until(qtbot, lambda: "address1_stateorprovince" not in rows(page))


def test_a_required_field_that_nothing_fills_holds_people_back(
    page: MappingPage, qtbot: QtBot
) -> None:
    page.show_feed("salesorderdetail_4")
    until(qtbot, lambda: page.deeds.feed == "salesorderdetail_4")
    page.deeds.unmap(["quantity"])
    until(qtbot, lambda: page.blocker() != "")
    assert page.blocker() == "Nothing fills the required field Quantity of Order line"
    until(qtbot, lambda: page.pane.canvas.content.cards[False, "quantity"].look.missing)


def test_a_transform_falls_on_a_line(page: MappingPage, qtbot: QtBot) -> None:
    until(qtbot, lambda: "case" in page.deeds.catalog)
    scene = page.pane.canvas.content
    link = next(one for one in scene.links if one.target == "name")
    view = page.pane.canvas
    view.centerOn(link.strip)
    at = view.mapFromScene(link.strip.boundingRect().center())
    data = QMimeData()
    data.setData(TRANSFORM_MIME, b"case")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(at, copy, data, left, none),
        QDragMoveEvent(at, copy, data, left, none),
        QDropEvent(QPointF(at), copy, data, left, none),
    ):
        QApplication.sendEvent(view.viewport(), event)
    assert scene.selected.target == "name"
    dialog = page.inspector.findChild(StepDialog)
    assert dialog is not None
    dialog._save()
    until(qtbot, lambda: rows(page)["name"].steps[-1].transform == "case")


# -- the inspector


def test_status_owner_note_and_default(page: MappingPage, qtbot: QtBot) -> None:
    pick(page, "نام شرکت", "name")
    panel = page.inspector.row
    panel.status.setCurrentIndex(panel.status.findData(RowStatus.AGREED))
    panel.status.activated.emit(panel.status.currentIndex())
    until(qtbot, lambda: rows(page)["name"].status == RowStatus.AGREED)
    panel.people.owner.setText("Sara")
    panel.people.owner.editingFinished.emit()
    until(qtbot, lambda: rows(page)["name"].owner == "Sara")
    panel.people.note.setText("asked the client")
    panel.people.note.editingFinished.emit()
    until(qtbot, lambda: rows(page)["name"].note == "asked the client")
    panel.default.setText("?")
    panel.default.editingFinished.emit()
    until(qtbot, lambda: rows(page)["name"].steps[-1].transform == "constant")
    assert rows(page)["name"].status == RowStatus.DRAFT
    assert panel.default.text() == "?"


def test_steps_are_edited_with_a_live_preview(page: MappingPage, qtbot: QtBot) -> None:
    pick(page, "نام شرکت", "name")
    panel = page.inspector.row
    until(qtbot, lambda: "case" in page.deeds.catalog)
    panel.add_step(page.deeds.catalog["case"])
    dialog = panel.findChild(StepDialog)
    assert dialog is not None
    until(qtbot, lambda: dialog.preview.model.rowCount() > 0)
    dialog.form.editor("to").set_value("upper")
    dialog.form.changed.emit()
    shown = dialog.preview.model
    until(qtbot, lambda: any("QUEEN" in shown.index(n, 1).data() for n in range(shown.rowCount())))
    dialog._save()
    until(qtbot, lambda: rows(page)["name"].steps[-1].options == {"to": "upper"})
    panel.steps.list.setCurrentRow(1)
    qtbot.keyClick(panel.steps.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    until(qtbot, lambda: rows(page)["name"].steps[0].transform == "case")
    panel.steps.remove(0)
    until(qtbot, lambda: [s.transform for s in rows(page)["name"].steps] == ["trim"])


def test_the_value_map_lists_values_and_keeps_the_rest(page: MappingPage, qtbot: QtBot) -> None:
    pick(page, "active?", "statuscode")
    before = dict(rows(page)["statuscode"].steps[0].options["map"])
    page.inspector.row.open_value_map()
    dialog = page.inspector.row.findChild(ValueMapDialog)
    assert dialog is not None
    until(qtbot, lambda: dialog.model.rowCount() == 9)
    at = next(n for n, line in enumerate(dialog.model.lines) if line.value == "Y")
    dialog.model.setData(dialog.model.index(at, BECOMES), "2")
    dialog.default.setCurrentIndex(dialog.default.findData("blank"))
    dialog._save()
    until(qtbot, lambda: rows(page)["statuscode"].steps[0].options.get("default") == "blank")
    assert rows(page)["statuscode"].steps[0].options["map"] == {**before, "Y": "2"}


def test_a_lookup_is_found_by_another_field(page: MappingPage, qtbot: QtBot) -> None:
    page.show_feed("contact_11")
    until(qtbot, lambda: page.deeds.feed == "contact_11")
    pick(page, "کد", "parentcustomerid")
    box = page.inspector.row.lookup
    assert box.isVisibleTo(page)
    box.by.setCurrentIndex(box.by.findData("accountnumber"))
    box.by.activated.emit(box.by.currentIndex())
    wanted = Lookup("account", "accountnumber", "account_10")
    until(qtbot, lambda: rows(page)["parentcustomerid"].lookup == wanted)


def test_columns_are_left_out_and_taken_back(page: MappingPage, qtbot: QtBot) -> None:
    page.show_feed("systemuser_3")
    until(qtbot, lambda: page.deeds.feed == "systemuser_3")
    pick(page, "Photo", "")
    panel = page.inspector.source
    panel.reason.setEditText("pictures stay")
    panel.leave.click()
    until(qtbot, lambda: page.overview.open == 6)
    until(qtbot, lambda: page.pane.document.sources["Photo"].reason == "pictures stay")
    panel.back.click()
    until(qtbot, lambda: page.overview.open == 7)


def test_a_field_gets_one_value_everywhere(page: MappingPage, qtbot: QtBot) -> None:
    pick(page, "", "industrycode")
    panel = page.inspector.target
    if panel.values.count():
        panel.values.setCurrentIndex(0)
    wanted = panel.values.itemData(0)
    panel.fix.click()
    until(qtbot, lambda: "industrycode" in rows(page))
    assert rows(page)["industrycode"].steps[0].options == {"value": wanted}


# -- the table


def test_the_table_edits_status_owner_and_note_in_place(page: MappingPage, qtbot: QtBot) -> None:
    page.as_table.setChecked(True)
    model = page.pane.table.rows
    line = model.line_of(Chosen("", "name"))
    page.pane.table.edit(model.index(line, Column.STATUS))
    box = page.pane.table.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(box.findData(RowStatus.TO_DECIDE))
    box.activated.emit(box.currentIndex())
    until(qtbot, lambda: rows(page)["name"].status == RowStatus.TO_DECIDE)
    model.setData(model.index(line, Column.OWNER), "Ali")
    until(qtbot, lambda: rows(page)["name"].owner == "Ali")
    model.setData(model.index(line, Column.NOTE), "later")
    until(qtbot, lambda: rows(page)["name"].note == "later")
    assert model.index(line, Column.NOTE).data() == "later"
    page.pane.show_only.setCurrentIndex(page.pane.show_only.findData(Show.DECIDE))
    assert "name" in [one.target for one in model.lines]


def test_many_rows_get_a_status_at_once_and_are_copied(page: MappingPage, qtbot: QtBot) -> None:
    table = page.pane.table
    page.as_table.setChecked(True)
    table.selectAll()
    targets = table.chosen_targets()
    assert len(targets) == 14
    head, first = table.copied()[:2]
    assert (head[0], head[-1]) == ("Source column", "Note")
    assert {"Account name *", "نام شرکت"} <= set(first)
    menu = menu_for(page.deeds, Marked(tuple(targets)), page)
    agreed = next(action for action in menu.actions() if action.text() == "Agreed")
    agreed.trigger()
    until(qtbot, lambda: {r.status for r in rows(page).values()} == {RowStatus.AGREED})


# -- feeds


def test_a_feed_is_added_with_suggestions_and_removed(page: MappingPage, qtbot: QtBot) -> None:
    page.errands.open_add(page.overview)
    dialog = page.errands.dialog
    assert isinstance(dialog, AddFeedDialog)
    source, table = dialog.tables.itemData(0)
    assert not next(t for t in page.overview.tables if (t.source, t.table) == (source, table)).feeds
    dialog.tables.setCurrentIndex(dialog.tables.findText("Suppliers", Qt.MatchFlag.MatchContains))
    dialog.entities.setCurrentIndex(dialog.entities.findData("lead"))
    dialog.ok.click()
    until(qtbot, lambda: page.feed == "lead_12" and page.deeds.feed == "lead_12")
    until(qtbot, lambda: bool(rows(page)))
    assert rows(page)["companyname"].sources == ("CompanyName",)
    page.deeds.remove_feed()
    until(qtbot, lambda: len(page.overview.feeds) == 11)
    assert page.feed == "account_1"


def test_key_and_filters_are_set(page: MappingPage, qtbot: QtBot) -> None:
    page.errands.open_setup()
    dialog = page.errands.dialog
    assert isinstance(dialog, SetupDialog)
    line = dialog.add_line(Filter("field('شهرر') == 'x'", "no city"))
    until(qtbot, lambda: "no column" in line.told.text())
    dialog.ok.click()
    until(qtbot, lambda: dialog._told.isVisibleTo(dialog))
    line.expression.setText("field('شهر') == 'تهران'")
    until(qtbot, lambda: line.told.text().startswith("Leaves out"))
    dialog.keys.item(1).setCheckState(Qt.CheckState.Checked)
    dialog.ok.click()
    until(qtbot, lambda: page.pane.document.sheet.feed.key == ("کد", "نام شرکت"))
    assert page.pane.document.sheet.feed.filters[0].reason == "no city"


def test_suggestions_are_accepted_above_a_confidence(page: MappingPage, qtbot: QtBot) -> None:
    page.accept.click()
    dialog = page.errands.dialog
    assert isinstance(dialog, AcceptDialog)
    sure = [row for row in rows(page).values() if (row.confidence or 0) >= 0.98]
    assert 2 < len(sure) < len(rows(page))
    dialog.slider.setValue(98)
    assert len(dialog.wanted) == dialog.rows.rowCount() == len(sure)
    assert dialog.ok.text() == f"Accept {len(sure)} rows"
    before = page.overview.review
    dialog.ok.click()
    until(qtbot, lambda: page.overview.review == before - len(sure))
    agreed = [row for row in rows(page).values() if row.status == RowStatus.AGREED]
    assert {row.target for row in agreed} == {row.target for row in sure}


# -- the document as a file


def test_the_document_goes_out_to_a_file_and_comes_back(
    page: MappingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "نگاشت.json"
    page.errands.export_to(str(path))
    until(qtbot, lambda: "written" in page.banner_text)
    page.deeds.unmap(["name"])
    until(qtbot, lambda: "name" not in rows(page))
    assert page.banner_text == ""
    page.errands.import_from(str(path))
    until(qtbot, lambda: "name" in rows(page))
    assert "imported" in page.banner_text


def test_a_document_that_does_not_fit_is_refused_in_a_sentence(
    page: MappingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(b"\xff\xfe not text")
    page.errands.import_from(str(path))
    assert "cannot be read" in page.banner_text
    path.write_text("{}", "utf-8")
    page.errands.import_from(str(path))
    until(qtbot, lambda: "not a mapping document" in page.banner_text)
    path.write_text(json.dumps({"format": "kooch-mapping", "feeds": []}), "utf-8")
    page.errands.import_from(str(path))
    until(qtbot, lambda: not page.overview.feeds)
    assert page.blocker() == "Nothing is mapped yet"


def test_the_page_reads_from_right_to_left(persian: None, shell: MainWindow, qtbot: QtBot) -> None:
    shell.speak("fa")
    page = opened(shell, qtbot)
    scene = page.pane.canvas.content
    source, target = scene.cards[True, "کد"], scene.cards[False, "name"]
    assert source.pos().x() > target.pos().x()
    drag(page, "موبایل", "address1_stateorprovince")
    until(qtbot, lambda: "address1_stateorprovince" in rows(page))
    assert page.header.findChildren(type(page.suggest))[0].text() == "پیشنهاد…"


def test_picklist_values_are_told_with_their_code() -> None:
    model = ValueMapModel((PicklistValue("1", "Active", "فعال"),))
    assert model.words("1").startswith("Active (")
    assert model.words(None) == "not mapped"
