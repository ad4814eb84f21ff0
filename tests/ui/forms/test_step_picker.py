"""Choosing a transform from all there are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from migrator.desks.catalog import CatalogDesk
from ui.forms.step_picker import StepPicker
from ui.models.catalog_list import ITEM, CatalogList
from ui.models.text_grid import TextGrid
from ui.session import Session

TRANSFORMS = CatalogDesk(None).transforms()  # type: ignore[arg-type]


def opened(session: Session, qtbot: QtBot, *, many: bool = False) -> StepPicker:
    picker = StepPicker(session, many=many)
    qtbot.addWidget(picker)
    picker.open()
    qtbot.waitUntil(lambda: picker.current() is not None, timeout=20_000)
    return picker


def test_searching_in_either_language_and_taking_with_enter(asker: Session, qtbot: QtBot) -> None:
    picker = opened(asker, qtbot)
    for words, found in (("جایگزینی الگو", "regex_replace"), ("E-MAIL address", "email")):
        picker._search.setText(words)
        assert picker.current().id == found
    with qtbot.waitSignal(picker.chosen) as taken:
        qtbot.keyClick(picker._search, Qt.Key.Key_Return)
    assert taken.args[0].id == "email"
    assert not picker.isVisible()


def test_arrow_keys_pass_over_the_shelves_titles(asker: Session, qtbot: QtBot) -> None:
    picker = opened(asker, qtbot)
    seen = [picker.current().id]
    for _ in range(len(TRANSFORMS)):
        qtbot.keyClick(picker._search, Qt.Key.Key_Down)
        seen.append(picker.current().id)
    assert seen[:-1] == [item.id for item in TRANSFORMS]


def test_nothing_fits(asker: Session, qtbot: QtBot) -> None:
    picker = opened(asker, qtbot)
    picker._search.setText("zzz")
    assert picker.current() is None
    assert not picker._add.isEnabled()


def test_several_columns_need_a_transform_that_takes_them(asker: Session, qtbot: QtBot) -> None:
    picker = opened(asker, qtbot, many=True)
    rows = range(picker.items.rowCount())
    found = [picker.items.index(r).data(ITEM) for r in rows]
    assert {i.id for i in found if i} == {i.id for i in TRANSFORMS if i.many}


def test_the_models_keep_qts_rules(qtmodeltester: ModelTester) -> None:
    shown = CatalogList()
    shown.set_items(TRANSFORMS)
    qtmodeltester.check(shown)
    shown.search("date")
    qtmodeltester.check(shown)
    grid = TextGrid(["a", "b"])
    qtmodeltester.check(grid)
    grid.set_rows([["1", "2"], ["3"]])
    qtmodeltester.check(grid)
    grid.remove([0])
    assert grid.rows() == [["3", ""]]
