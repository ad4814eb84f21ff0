"""The form is made for every item there is, from its description alone."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from migrator.desks.catalog import CatalogDesk
from migrator.model.views.catalog import CatalogItem
from ui.forms.list_editors import OrderEditor, PairsEditor, TableEditor
from ui.forms.options_form import OptionsForm
from ui.session import Session

DESK = CatalogDesk(None)  # type: ignore[arg-type]  # the registries need no project
ITEMS = {f"{i.kind}-{i.id}": i for i in (*DESK.transforms(), *DESK.checks(), *DESK.survivors())}


@pytest.fixture
def form(asker: Session, qtbot: QtBot) -> OptionsForm:
    made = OptionsForm(asker)
    qtbot.addWidget(made)
    made.show()
    return made


def another(option: Any) -> Any:
    """A value that differs from the default."""
    return {
        "text": "x",
        "number": 7,
        "decimal": 2.5,
        "boolean": not option.default,
        "choice": option.choices[-1][0] if option.choices else "",
        "list": ["a", "b"],
        "mapping": {"a": "b"},
        "table": [["k", "v"], ["1", "یک"]],
    }[option.kind]


def test_a_form_for_every_item_holds_what_it_is_given(qtbot: QtBot, form: OptionsForm) -> None:
    for item in ITEMS.values():
        form.set_item(item)
        assert form.values() == {}, item.id
        given = {o.name: another(o) for o in item.options}
        form.set_item(item, given)
        expected = {n: v for n, v in given.items() if v != item.option(n).default}
        assert form.values() == expected, item.id


def test_every_editor_is_named_for_screen_readers(form: OptionsForm) -> None:
    for item in ITEMS.values():
        form.set_item(item)
        for option in item.options:
            widget = form.editor(option.name).focusProxy()
            assert widget is not None
            assert widget.accessibleName() == option.title.en


def show(form: OptionsForm, name: str, values: dict[str, Any], **names: list[str]) -> CatalogItem:
    form.set_item(ITEMS[name], values, names)
    return ITEMS[name]


def test_what_the_engine_refuses_is_told_under_the_fields(qtbot: QtBot, form: OptionsForm) -> None:
    show(form, "transform-regex_extract", {})
    line = form.editor("pattern").findChild(QLineEdit)
    with qtbot.waitSignal(form.checked, timeout=20_000):
        qtbot.keyClicks(line, "(")
    assert "is not RE2 syntax" in form.problem
    with qtbot.waitSignal(form.checked, timeout=20_000):
        qtbot.keyClicks(line, "a)")
    assert form.problem == ""
    assert form.values() == {"pattern": "(a)"}


def test_it_speaks_persian(qtbot: QtBot, form: OptionsForm, persian: None) -> None:
    show(form, "transform-pad_left", {})
    line = form.editor("width").findChild(QLineEdit)
    assert line.text() == "۱۰"
    with qtbot.waitSignal(form.checked, timeout=20_000):
        line.setText("۰")
    assert form.problem == "عدد باید از ۱ تا ۱۰۰۰ باشد، نه ۰."
    assert form.values() == {"width": 0}


def test_what_is_no_number_is_told_without_asking(qtbot: QtBot, form: OptionsForm) -> None:
    show(form, "check-range", {})
    line = form.editor("least").findChild(QLineEdit)
    with qtbot.waitSignal(form.checked, timeout=5_000):
        line.setText("12x")
    assert form.problem == "This is not a number."
    with qtbot.waitSignal(form.checked, timeout=20_000):
        line.setText("۱۲٫۵")
    assert form.problem == ""
    assert form.values() == {"least": 12.5}
    line.setText("")
    assert form.values() == {}


def test_arrow_keys_count(qtbot: QtBot, form: OptionsForm) -> None:
    show(form, "transform-split", {})
    line = form.editor("part").findChild(QLineEdit)
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert form.values() == {"part": 2}


def test_names_that_exist_are_offered(form: OptionsForm) -> None:
    show(form, "survivor-most_recent", {}, field=["a", "b"])
    combo = form.editor("by").findChild(QComboBox)
    assert [combo.itemText(n) for n in range(combo.count())] == ["a", "b"]
    combo.setCurrentText("b")
    assert form.values() == {"by": "b"}


def test_an_order_of_names(form: OptionsForm, qtbot: QtBot) -> None:
    show(form, "survivor-source_priority", {"sources": ["b", "gone"]}, source=["a", "b"])
    editor = form.editor("sources")
    assert isinstance(editor, OrderEditor)
    assert form.values() == {"sources": ["b", "gone"]}  # nothing that was chosen is lost
    editor._list.setCurrentRow(1)
    with qtbot.waitSignal(form.changed):
        editor._move(-1)
    assert form.values() == {"sources": ["gone", "b"]}


def test_pairs_are_typed_pasted_and_taken_out(form: OptionsForm, qtbot: QtBot) -> None:
    show(form, "transform-value_map", {"map": {"a": "1"}})
    editor = form.editor("map")
    assert isinstance(editor, PairsEditor)
    QGuiApplication.clipboard().setText("b\t2\r\nc\t3\r\n")
    editor.view.setCurrentIndex(editor.grid.index(1, 0))
    editor.view.paste()
    assert form.values() == {"map": {"a": "1", "b": "2", "c": "3"}}
    editor.view.setCurrentIndex(editor.grid.index(0, 0))
    qtbot.keyClick(editor.view, Qt.Key.Key_Delete)
    assert form.values() == {"map": {"b": "2", "c": "3"}}
    end = editor.grid.rowCount() - 1
    editor.grid.setData(editor.grid.index(end, 0), "b")
    with qtbot.waitSignal(form.checked, timeout=5_000):
        editor.grid.setData(editor.grid.index(end, 1), "9")
    assert "stands twice" in form.problem


def test_a_table_grows(form: OptionsForm) -> None:
    show(form, "transform-lookup_table", {"table": [["code", "city"], ["021", "تهران"]]})
    editor = form.editor("table")
    assert isinstance(editor, TableEditor)
    editor._add_column()
    assert form.values() == {"table": [["code", "city"], ["021", "تهران"]]}
    editor.grid.setData(editor.grid.index(0, 2), "zone")
    assert form.values() == {"table": [["code", "city", "zone"], ["021", "تهران", ""]]}


def test_lines_are_values(form: OptionsForm) -> None:
    show(form, "check-picklist", {"values": ["a", "b"]})
    text = form.editor("values").findChild(QPlainTextEdit)
    text.setPlainText("x\n\n y \n")
    assert form.values() == {"values": ["x", " y "]}


def test_a_choice_of_another_version_is_kept(form: OptionsForm) -> None:
    show(form, "transform-case", {"to": "spongebob"})
    assert form.values() == {"to": "spongebob"}


def test_filling_is_no_change(form: OptionsForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.changed, wait=300):
        show(form, "transform-trim", {"collapse": False})
    with qtbot.waitSignal(form.changed):
        form.editor("collapse").findChild(QCheckBox).click()
    assert form.values() == {}


def test_another_item_forgets_the_old_question(form: OptionsForm, qtbot: QtBot) -> None:
    show(form, "transform-regex_extract", {})
    form.editor("pattern").set_value("(")
    show(form, "transform-trim", {})
    qtbot.wait(600)
    assert form.problem == ""
