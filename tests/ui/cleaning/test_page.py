"""The Clean page on the sample project, with a real engine."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from ui.forms.step_picker import StepPicker
from ui.main_window import MainWindow
from ui.pages.cleaning.page import VALUES, CleaningPage
from ui.pages.cleaning.suggest_dialog import SuggestDialog

WAIT_MS = 40_000
Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    return lambda done: qtbot.waitUntil(done, timeout=WAIT_MS)


@pytest.fixture
def page(shell: MainWindow, until: Until) -> CleaningPage:
    shell.go("cleaning")
    until(lambda: isinstance(shell.visits.page, CleaningPage))
    found = shell.visits.page
    assert isinstance(found, CleaningPage)
    until(lambda: found.recipe.entity == "account" and not found.recipe.pane.isHidden())
    return found


def ids(page: CleaningPage) -> list[str]:
    model = page.recipe.recipe.model
    return [model.line(row).step.id for row in range(model.rowCount())]


def undo(page: CleaningPage) -> str:
    """What undo would take back."""
    assert page.session.state is not None
    return page.session.state.undo.en if page.session.state.undo else ""


def look_at(page: CleaningPage, step_id: str, until: Until) -> None:
    view = page.recipe.recipe
    view.list.setCurrentIndex(view.model.index(view.model.row_of(step_id)))
    until(lambda: page.recipe.pane.shows(step_id))


def test_a_step_is_seen_edited_and_taken_back(
    page: CleaningPage, until: Until, shell: MainWindow, qtbot: QtBot
) -> None:
    look_at(page, "name-persian_letters", until)
    changes = page.recipe.changes.model
    until(lambda: changes.rowCount() > 5)
    assert any("U+064A" in letters for letters in changes.letters())
    assert changes.index(0, 1).data()
    pane = page.recipe.pane
    assert not pane.dirty
    pane.form.editor("punctuation").findChild(QCheckBox).click()
    assert pane.dirty
    pane.save.click()
    until(lambda: shell.session.plan.recipes[1].steps[1].step.options == {"punctuation": True})
    until(lambda: undo(page) == "Changed the step “Persian letters” of Account name")
    until(lambda: not shell.session.busy)
    shell.session.undo()
    until(lambda: not pane.form.values())
    assert not pane.dirty


def test_options_show_their_effect_before_they_are_kept(page: CleaningPage, until: Until) -> None:
    look_at(page, "address1_city-blank_if", until)
    pane, changes = page.recipe.pane, page.recipe.changes.model
    before = page.session.plan
    lines = pane.form.editor("values")
    lines.set_value([*lines.value(), "London"])
    until(lambda: changes.rowCount() == 2)
    assert changes.index(0, 0).data() == "London"
    assert changes.index(0, 1).data() == "(empty)"
    assert page.session.plan == before
    pane.drop.click()
    until(lambda: not pane.dirty and changes.rowCount() == 0)
    assert page.session.plan == before


def test_a_new_step_is_picked_refused_and_added(
    page: CleaningPage, until: Until, qtbot: QtBot
) -> None:
    page.recipe.recipe.add.click()
    picker = page.recipe.findChild(StepPicker)
    until(lambda: picker.current() is not None)
    picker._search.setText("fill up on the left")
    qtbot.keyClick(picker._search, Qt.Key.Key_Return)
    pane = page.recipe.pane
    until(lambda: pane.making)
    pane.fields._one.setCurrentIndex(pane.fields._one.findData("accountnumber"))
    width = pane.form.editor("width").findChild(QLineEdit)
    width.setText("0")
    until(lambda: "between" in pane.form.problem)
    assert not pane.save.isEnabled()
    width.setText("12")
    until(lambda: page.recipe.changes.model.rowCount() > 3 and pane.save.isEnabled())
    assert page.recipe.changes.model.index(0, 1).data().startswith("0000")
    count = len(ids(page))
    pane.save.click()
    until(lambda: len(ids(page)) == count + 1)
    assert ids(page)[-1] == "accountnumber-pad_left"
    until(lambda: pane.shows("accountnumber-pad_left"))
    until(lambda: (page.recipe.recipe.current().changed or 0) > 50)


def test_the_keyboard_moves_switches_and_deletes(
    page: CleaningPage, until: Until, qtbot: QtBot
) -> None:
    view = page.recipe.recipe
    first, second, *_ = ids(page)
    look_at(page, first, until)
    qtbot.keyClick(view.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    until(lambda: ids(page)[:2] == [second, first])
    assert view.current().step.id == first
    qtbot.keyClick(view.list, Qt.Key.Key_Space)
    until(lambda: not view.current().step.enabled)
    count = len(ids(page))
    qtbot.keyClick(view.list, Qt.Key.Key_Delete)
    until(lambda: len(ids(page)) == count - 1)
    assert first not in ids(page)
    assert page.banner_text == ""


def test_choosing_another_step_keeps_what_was_typed(page: CleaningPage, until: Until) -> None:
    look_at(page, "name-persian_letters", until)
    page.recipe.pane.note.setText("from the old system")
    page.recipe.pane.note.textEdited.emit("from the old system")
    look_at(page, "name-blank_if", until)
    until(lambda: page.session.plan.recipes[1].steps[1].note == "from the old system")


def test_suggestions_fill_a_recipe(page: CleaningPage, until: Until) -> None:
    for step in list(ids(page)):
        page.recipe._remove(step)
    until(lambda: ids(page) == [])
    page.suggest.click()
    dialog = page.findChild(SuggestDialog)
    until(dialog.ok.isEnabled)
    offered = len(dialog.shown())
    assert offered == 3
    dialog.ok.click()
    until(lambda: len(ids(page)) == offered)
    until(lambda: undo(page) == "Added 3 cleansing steps")


def test_similar_values_are_made_alike(page: CleaningPage, until: Until) -> None:
    page.tabs.setCurrentIndex(VALUES)
    values = page.values
    values.field.setCurrentIndex(values.field.findData("address1_city"))
    groups = values.groups.model
    until(lambda: groups.rowCount() > 3)
    until(lambda: values.facet.model.rowCount() > 100)
    assert groups.index(0).data() == "México D.F."
    found = groups.rowCount()
    groups.setData(groups.index(0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    values.groups.unify.click()
    until(lambda: groups.rowCount() == found - 1)
    until(lambda: undo(page) == "Unified values of City")
    table = values.facet.table
    values.facet.search.setText("london")
    until(lambda: values.facet.model.rowCount() == 2)
    table.selectRow(1)
    assert values.facet.chosen() == ("LONDON",)
    values.facet.value.setText("London")
    values.facet.change.click()
    until(lambda: values.facet.model.rowCount() == 1)
    alike = {"MÉXICO D.F.": "México D.F.", "LONDON": "London"}
    until(lambda: page.session.plan.recipes[1].steps[-1].step.options["map"] == alike)
