"""The models of the page keep Qt's rules and tell what the person wants."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from migrator.model.mapping import Step
from migrator.model.recipe import RecipeStep
from migrator.model.text import Text
from migrator.model.views.cleaning import Change, StepLine, Unified, ValueCount, ValueGroup
from ui.pages.cleaning.changes_model import LETTERS, ChangesModel
from ui.pages.cleaning.groups_model import GroupsModel
from ui.pages.cleaning.recipe_model import RecipeModel
from ui.pages.cleaning.recipe_pane import RecipePane
from ui.pages.cleaning.values_model import ValuesModel

CHECK = Qt.ItemDataRole.CheckStateRole


def line(step_id: str, *, enabled: bool = True) -> StepLine:
    step = RecipeStep(step_id, ("name",), "name", Step("trim"), enabled=enabled)
    return StepLine(step, Text.of("Trim"), Text.of(""), Text.of("Name"), changed=3)


def recipe(*ids: str) -> RecipeModel:
    model = RecipeModel()
    model.set_lines([line(one) for one in ids])
    return model


def test_qts_rules(qtmodeltester: ModelTester) -> None:
    changes, values, groups = ChangesModel(), ValuesModel(), GroupsModel()
    changes.set_changes([Change("علي", "علی", 2), Change("x", None, 1, problem=Text.of("bad"))])
    values.set_values([ValueCount("a", 2), ValueCount("b", 1)])
    groups.set_groups([ValueGroup((ValueCount("a", 2), ValueCount("A", 1)), "a")])
    for model in (changes, values, groups):
        qtmodeltester.check(model)


def test_a_switch_is_asked_for(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = recipe("a", "b")
    with qtbot.waitSignal(model.switched) as told:
        model.setData(model.index(1), Qt.CheckState.Unchecked, CHECK)
    assert told.args == ["b", False]
    assert model.index(1).data(CHECK) == Qt.CheckState.Checked  # the plan decides


def test_a_drop_says_the_place_without_the_step(qtbot: QtBot) -> None:
    model = recipe("a", "b", "c")
    for moved, row, place in ((0, 3, 2), (2, 0, 0), (0, 2, 1), (0, -1, 2)):
        data = model.mimeData([model.index(moved)])
        with qtbot.waitSignal(model.dropped) as told:
            move = Qt.DropAction.MoveAction
            assert not model.dropMimeData(data, move, row, 0, QModelIndex())
        assert told.args == [model.line(moved).step.id, place]
    data = model.mimeData([model.index(1)])
    with qtbot.assertNotEmitted(model.dropped):
        for row in (1, 2):
            model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, QModelIndex())


def test_letters_are_told_once() -> None:
    model = ChangesModel()
    model.set_changes([Change("علي", "علی", 2), Change("ولي", "ولی", 1), Change("a", "b", 1)])
    assert len(model.letters()) == 1
    assert "U+064A" in model.index(0, LETTERS).data()
    assert model.index(2, LETTERS).data() == ""


def test_groups_are_ticked_and_named(qtbot: QtBot) -> None:
    model = GroupsModel()
    model.set_groups(
        [
            ValueGroup((ValueCount("a", 2), ValueCount("A", 1)), "a"),
            ValueGroup((ValueCount("b", 2), ValueCount("B", 1)), "b"),
        ]
    )
    assert model.unified() == ()
    model.setData(model.index(1), " Bee ", Qt.ItemDataRole.EditRole)
    assert model.unified() == (Unified("Bee", ("b", "B")),)
    model.tick_all(True)
    assert len(model.unified()) == 2
    model.setData(model.index(1), Qt.CheckState.Unchecked, CHECK)
    assert model.unified() == (Unified("a", ("a", "A")),)


def test_a_step_is_dragged_below_the_last(qtbot: QtBot) -> None:
    pane = RecipePane()
    qtbot.addWidget(pane)
    pane.resize(300, 400)
    pane.show_steps([line("a"), line("b"), line("c")])
    pane.show()
    # A drag that is made up has no source; the list takes only its own.
    pane.list.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
    view, model = pane.list.viewport(), pane.model
    data = model.mimeData([model.index(0)])
    spot = pane.list.visualRect(model.index(2)).bottomLeft() + QPoint(40, 30)
    move, left, none = (
        Qt.DropAction.MoveAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, QDragEnterEvent(spot, move, data, left, none))
    QApplication.sendEvent(view, QDragMoveEvent(spot, move, data, left, none))
    with qtbot.waitSignal(pane.moved) as told:
        QApplication.sendEvent(view, QDropEvent(QPointF(spot), move, data, left, none))
    assert told.args == ["a", 2]
    assert model.rowCount() == 3  # the row moves when the plan has changed


def test_clicking_the_box_switches_a_step(qtbot: QtBot) -> None:
    pane = RecipePane()
    qtbot.addWidget(pane)
    pane.resize(300, 400)
    pane.show_steps([line("a"), line("b", enabled=False)])
    pane.show()
    area = pane.list.visualRect(pane.model.index(1))
    with qtbot.waitSignal(pane.switched) as told:
        box = QPoint(area.left() + 18, area.center().y())
        qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert told.args == ["b", True]
    with qtbot.assertNotEmitted(pane.switched):
        qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert pane.current().step.id == "b"
