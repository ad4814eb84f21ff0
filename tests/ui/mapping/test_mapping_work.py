"""Working through a mapping document: marks, keys, blocks of cells, filters, one record."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from migrator.model.mapping import Collision, RowStatus
from migrator.model.text import Text
from migrator.model.views.mapping import FeedLine, Overview, TableLine
from tests.ui.mapping.mapping_world import WAIT_MS, document, pick, rows, spot, suggested
from ui.pages.mapping.canvas import Pane
from ui.pages.mapping.canvas_shown import TRANSFORM_MIME
from ui.pages.mapping.document import Asked, Chosen, Marked, Show
from ui.pages.mapping.feed_bar import FeedBar, feed_words
from ui.pages.mapping.figures import pills
from ui.pages.mapping.lines_list import LinesModel
from ui.pages.mapping.page import MappingPage
from ui.pages.mapping.rows_block import cells_of
from ui.pages.mapping.rows_model import RowsModel
from ui.pages.mapping.rows_words import Column

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def until(qtbot: QtBot, what: object) -> None:
    qtbot.waitUntil(what, timeout=WAIT_MS)


@pytest.fixture
def pane(qtbot: QtBot) -> Pane:
    """Four rows of which two wait, a required field and two columns that wait, in a pane."""
    made = Pane()
    qtbot.addWidget(made)
    made.resize(760, 500)
    made.show()
    fields = (
        suggested("t0", "s0"),
        suggested("t1", "s1", sure=0.5),
        replace(suggested("t2", "s2"), status=RowStatus.TO_DECIDE),
        replace(suggested("t3", "s3"), status=RowStatus.AGREED),
    )
    made.show_document(document(6, 6, fields, required=("t5",)))
    return made


# -- a large document


def test_an_edit_of_one_row_touches_a_handful_of_items(pane: Pane) -> None:
    """300 columns and 400 fields: what an edit, a click and a filter cost is counted, not timed."""
    fields = tuple(suggested(f"t{n}", f"s{n}") for n in range(250))
    pane.show_document(document(300, 400, fields))
    content = pane.canvas.content.content
    assert len(content.cards) == 700
    agreed = (replace(fields[0], status=RowStatus.AGREED), *fields[1:])
    pane.show_document(document(300, 400, agreed))
    assert 1 <= content.touched <= 6
    before = content.touched
    pane.choose(Chosen("s7", "t7"))
    assert content.touched - before == 3  # two cards and a line
    pane.show_document(document(300, 400, agreed[:-1]))
    assert content.touched <= 6, "the last line went, nothing moved"


# -- what waits for a person


def test_the_walk_through_what_waits_goes_round(pane: Pane) -> None:
    seen = []
    for _ in range(6):
        assert pane.turn_to_next()
        seen.append(pane.selected)
    waits = [Chosen("", "t5"), Chosen("s1", "t1"), Chosen("s2", "t2"), Chosen("s4"), Chosen("s5")]
    assert seen == [*waits, waits[0]]
    pane.turn_to_next(-1)
    assert pane.selected == Chosen("s5")


def test_only_what_needs_a_decision_is_shown(pane: Pane) -> None:
    pane.show_only.setCurrentIndex(pane.show_only.findData(Show.DECIDE))
    placement = pane.canvas.content.placement
    assert set(placement.targets) == {"t1", "t2", "t5"}
    assert set(placement.sources) == {"s1", "s2", "s4", "s5"}
    assert [one.target or one.source for one in pane.table.rows.lines] == [
        "t5", "t1", "t2", "s4", "s5",
    ]  # fmt: skip
    made = document(2, 2, (replace(suggested("t0", "s0"), status=RowStatus.SIGNED),))
    made.sheet = replace(made.sheet, reopened=frozenset({"t0"}))
    assert made.waits(made.rows["t0"]), "signed, then edited"


# -- marks


def test_ctrl_and_shift_mark_several(pane: Pane, qtbot: QtBot) -> None:
    scene = pane.canvas.content
    told: list[Marked] = []
    pane.marks_changed.connect(told.append)
    scene.pick(Chosen("s0", "t0"))
    scene.mark(Chosen("s1", "t1"), toggled=True)
    scene.mark(Chosen("s4"), toggled=True)
    assert told[-1] == Marked(("t0", "t1"), ("s4",))
    assert sorted(pane.table.chosen_targets()) == ["t0", "t1"], "the table shows the same marks"
    scene.mark(Chosen("s1", "t1"), toggled=True)
    assert told[-1] == Marked(("t0",), ("s4",))
    pane.canvas.setFocus()
    scene.pick(Chosen("s0", "t0"))
    for _ in range(2):
        qtbot.keyClick(pane.canvas, Qt.Key.Key_Down, SHIFT)
    assert told[-1] == Marked(("t0", "t1", "t2"))
    qtbot.keyClick(pane.canvas, Qt.Key.Key_A, CTRL)
    assert told[-1] == Marked(tuple(scene.placement.targets[n] for n in (1, 2, 3, 4)), ("s4", "s5"))
    with qtbot.waitSignal(scene.erased) as erased:
        qtbot.keyClick(pane.canvas, Qt.Key.Key_Delete)
    assert sorted(erased.args[0]) == ["t0", "t1", "t2", "t3"]


def test_what_is_selected_is_told_to_those_who_do_not_see(pane: Pane) -> None:
    pane.pick(Chosen("s1", "t1"))
    told = pane.canvas.accessibleDescription()
    assert "s1" in told
    assert "fills T1" in told
    assert "50%, Trim → Date" in told
    pane.foot.sentences.setChecked(True)
    assert pane.list.currentIndex().data() == told
    pane.pick(Chosen("s4"))
    assert "Not decided yet" in pane.canvas.accessibleDescription()


def test_the_list_of_sentences_holds_to_the_contract(qtmodeltester: ModelTester) -> None:
    model = LinesModel()
    model.show_document(document(2, 2, (suggested("t1", "s1"),), required=("t0",)), Asked())
    qtmodeltester.check(model)
    assert model.rowCount() == 3


def test_marked_rows_and_columns_change_at_once(page: MappingPage, qtbot: QtBot) -> None:
    scene = page.pane.canvas.content
    scene.pick(Chosen("نام شرکت", "name"))
    QTest.mouseClick(
        page.pane.canvas.viewport(), Qt.MouseButton.LeftButton, CTRL, spot(page, True, "ایمیل")
    )
    panel = page.inspector.many
    assert panel.isVisibleTo(page)
    assert panel.marked == Marked(("name", "emailaddress1"))
    panel.collision.setCurrentIndex(panel.collision.findData(Collision.FILL))
    panel.collision.activated.emit(panel.collision.currentIndex())
    found = ("name", "emailaddress1")
    until(qtbot, lambda: {rows(page)[name].collision for name in found} == {Collision.FILL})
    panel.owner.setText("Sara")
    panel.take_owner.click()
    until(qtbot, lambda: {rows(page)[name].owner for name in found} == {"Sara"})
    assert page.pane.marked == panel.marked, "the marks outlive the edit"
    assert rows(page)["telephone1"].collision == Collision.OVERWRITE


def test_columns_of_one_kind_become_a_record_each(page: MappingPage, qtbot: QtBot) -> None:
    scene = page.pane.canvas.content
    scene.pick(Chosen("سمت"))
    scene.mark(Chosen("موبایل"))
    panel = page.inspector.many
    assert panel.unpivot.isVisibleTo(page)
    panel.unpivot.field.setCurrentIndex(panel.unpivot.field.findData("address1_stateorprovince"))
    panel.unpivot.make.click()
    until(qtbot, lambda: len(page.overview.feeds) == 12)
    assert {line.mark for line in page.overview.feeds} == {"", "سمت", "موبایل"}


# -- the keyboard


def test_a_row_is_agreed_to_and_the_next_one_looked_at(page: MappingPage, qtbot: QtBot) -> None:
    page.deeds.status(["name", "telephone1"], RowStatus.TO_DECIDE)
    until(qtbot, lambda: rows(page)["telephone1"].status == RowStatus.TO_DECIDE)
    page.pane.canvas.setFocus()
    qtbot.keyClick(page.pane.canvas, Qt.Key.Key_F8)
    first = page.pane.selected.target
    assert first in {"name", "telephone1"}
    qtbot.keyClick(page.pane.canvas, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: rows(page)[first].status == RowStatus.AGREED)
    second = page.pane.selected.target
    assert second != first
    qtbot.keyClick(page.pane.canvas, Qt.Key.Key_Space)
    assert page.inspector.isAncestorOf(QApplication.focusWidget())


# -- comments and collisions


def test_a_comment_says_who_and_when(page: MappingPage, qtbot: QtBot) -> None:
    pick(page, "نام شرکت", "name")
    people = page.inspector.row.people
    people.comments.text.setText("Ask the client")
    people.comments.text.returnPressed.emit()
    until(qtbot, lambda: len(rows(page)["name"].comments) == 1)
    said = rows(page)["name"].comments[0]
    assert (said.text, bool(said.by), said.at[:2]) == ("Ask the client", True, "20")
    model = page.pane.table.rows
    cell = model.index(model.line_of(Chosen("", "name")), Column.COMMENTS).data()
    assert "Ask the client" in cell
    people.collision.setCurrentIndex(people.collision.findData(Collision.KEEP))
    people.collision.activated.emit(people.collision.currentIndex())
    until(qtbot, lambda: rows(page)["name"].collision == Collision.KEEP)


# -- blocks of cells


@pytest.mark.parametrize(
    ("text", "lines", "column", "cells", "wrong"),
    [
        ("Sara", [0], Column.OWNER, [("t0", "owner", "Sara")], []),
        ("Sara", [0, 1], Column.OWNER, [("t0", "owner", "Sara"), ("t1", "owner", "Sara")], []),
        ("Agreed\tSara\r\nDraft\tAli\r\n", [0], Column.STATUS,
         [("t0", "status", "agreed"), ("t0", "owner", "Sara"),
          ("t1", "status", "draft"), ("t1", "owner", "Ali")], []),
        ('"two\nlines"', [1], Column.NOTE, [("t1", "note", "two\nlines")], []),
        ("fill if empty", [0], Column.COLLISION, [("t0", "collision", "fill")], []),
        ("fine", [0], Column.STATUS, [], ["fine"]),
        ("x", [0], Column.TYPE, [], []),
        ("Suggested", [0], Column.STATUS, [], []),
    ],
)  # fmt: skip
def test_a_block_becomes_cells(
    text: str, lines: list[int], column: Column, cells: list[object], wrong: list[str]
) -> None:
    model = RowsModel()
    model.show_document(document(2, 2, (suggested("t0", "s0"), suggested("t1", "s1"))), Asked())
    columns = [one for one in Column if one >= column]
    assert cells_of(model, text, lines[0], lines, columns) == (cells, wrong)


def test_a_block_goes_out_and_comes_back_as_one_edit(page: MappingPage, qtbot: QtBot) -> None:
    page.as_table.setChecked(True)
    table = page.pane.table
    first = table.rows.line_of(Chosen("", "name"))
    table.setCurrentIndex(table.rows.index(first, Column.OWNER))
    table.paste("Sara\tasked\r\nAli\t")
    until(qtbot, lambda: rows(page)["name"].owner == "Sara")
    second = table.rows.lines[first + 1].target
    assert (rows(page)["name"].note, rows(page)[second].owner) == ("asked", "Ali")
    until(qtbot, lambda: not page.session.engine.waiting)  # shown anew, the marks too
    # Not selectRow: it toggles while the test before has left a Ctrl pressed.
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(table.rows.index(first, 0), flags.ClearAndSelect | flags.Rows)
    head, told = table.copied()
    assert told[head.index("Owner")] == "Sara"
    page.session.undo()
    until(qtbot, lambda: (rows(page)["name"].owner, rows(page)[second].owner) == ("", ""))
    table.setCurrentIndex(table.rows.index(first, Column.STATUS))
    table.paste("whatever")
    assert "whatever" in page.banner_text


def test_a_transform_falls_on_a_row_of_the_table(page: MappingPage, qtbot: QtBot) -> None:
    until(qtbot, lambda: "trim" in page.deeds.catalog)
    page.as_table.setChecked(True)
    table = page.pane.table
    at = table.visualRect(table.rows.index(table.rows.line_of(Chosen("", "name")), 0)).center()
    data = QMimeData()
    data.setData(TRANSFORM_MIME, b"persian_letters")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    told: list[tuple[str, str]] = []
    page.pane.dropped.disconnect(page.drawing.drop_transform)
    page.pane.dropped.connect(lambda one, target: told.append((one, target)))
    for event in (
        QDragEnterEvent(at, copy, data, left, none),
        QDragMoveEvent(at, copy, data, left, none),
        QDropEvent(QPointF(at), copy, data, left, none),
    ):
        QApplication.sendEvent(table.viewport(), event)
    assert told == [("persian_letters", "name")]


def test_columns_are_chosen(page: MappingPage) -> None:
    table = page.pane.table
    assert table.isColumnHidden(Column.PICKLIST)
    menu = table.columns_menu()
    next(one for one in menu.actions() if one.text() == "Picklist").trigger()
    assert not table.isColumnHidden(Column.PICKLIST)
    line = table.rows.line_of(Chosen("", "statuscode"))
    assert "Active" in table.rows.index(line, Column.PICKLIST).data()
    menu.close()


# -- one record, tables that feed nothing, feeds of one name


def test_one_row_is_followed_through_all_fields(page: MappingPage, qtbot: QtBot) -> None:
    page.as_record.setChecked(True)
    view = page.record
    until(qtbot, lambda: view.record.row == 1)
    assert view.rows.rowCount() == len(rows(page))
    view.next.click()
    until(qtbot, lambda: view.record.row == 2)
    view.key.setText(view.record.key)
    first = view.record.key
    view.previous.click()
    until(qtbot, lambda: view.record.row == 1)
    view.key.returnPressed.emit()
    until(qtbot, lambda: view.record.key == first)
    view.view.select_key("name")
    assert page.inspector.shows_row
    assert page.pane.selected.target == "name"


def test_a_table_that_feeds_nothing_is_named_and_left_out(page: MappingPage, qtbot: QtBot) -> None:
    table = next(line for line in page.overview.tables if not line.feeds)
    bar = page.bar.feeds
    at = next(n for n in range(bar.count()) if bar.itemData(n) == table)
    bar.setCurrentIndex(at)
    bar.activated.emit(at)
    assert page.idle.isVisibleTo(page)
    page.idle.reason.setEditText("only pictures")
    page.idle.leave.click()
    until(qtbot, lambda: table.table not in [line.table for line in page.overview.tables])
    assert not page.idle.isVisibleTo(page)


def test_feeds_of_one_name_are_told_apart(qtbot: QtBot) -> None:
    lines = tuple(
        FeedLine(f"e_{n}", n, "s", "people", "e", Text.of("Phone"), 1, 0, 0, 0, mark)
        for n, mark in ((1, "tel1"), (2, "tel2"))
    )
    bar = FeedBar()
    qtbot.addWidget(bar)
    idle = TableLine("s", "photos", 3, 2)
    overview = Overview(lines, (idle,))
    bar.show_overview(overview, "e_2")
    assert "tel2" in bar.feeds.currentText()
    assert feed_words(lines[0]) != feed_words(lines[1])
    assert pills(overview)[-1] == ("1 table feeds nothing", "warn")
