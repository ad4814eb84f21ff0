"""A form made from a catalog item: a new transform, check or rule needs no code here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from migrator.model.text import Text
from migrator.model.views.catalog import CatalogItem, OptionField, OptionKind
from ui import speech
from ui.forms.list_editors import OrderEditor, PairsEditor, TableEditor
from ui.forms.option_editors import (
    BooleanEditor,
    ChoiceEditor,
    LinesEditor,
    NameEditor,
    NumberEditor,
    OptionEditor,
    TextEditor,
)
from ui.latest import Latest
from ui.operations import catalog
from ui.session import Session
from ui.widgets.basic import label, set_tone

ASK_AFTER_MS = 180
_TICK_WIDTH = 18
_EDITORS: dict[OptionKind, type[OptionEditor]] = {
    OptionKind.TEXT: TextEditor,
    OptionKind.NUMBER: NumberEditor,
    OptionKind.DECIMAL: NumberEditor,
    OptionKind.BOOLEAN: BooleanEditor,
    OptionKind.CHOICE: ChoiceEditor,
    OptionKind.LIST: LinesEditor,
}
_WIDE: dict[OptionKind, type[OptionEditor]] = {
    OptionKind.MAPPING: PairsEditor,
    OptionKind.TABLE: TableEditor,
}


class OptionsForm(QWidget):
    """Edits the options of one item.

    `changed` comes with every change by the person, never from `set_item`. Shortly after it the
    engine is asked whether the options can be used; `checked(problem)` tells, and the sentence
    stands under the fields. `problem` is the sentence that stands there now, "" if none.
    """

    changed = Signal()
    checked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._item: CatalogItem | None = None
        self._editors: dict[str, OptionEditor] = {}
        self._filling = False
        self._latest = Latest(self, self._answered, lambda failure: self._say(failure.message))
        self.problem = ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)
        self._fields = QWidget()
        self._box.addWidget(self._fields)
        self._told = label("", "small", wrap=True)
        set_tone(self._told, "error")
        self._told.hide()
        self._box.addWidget(self._told)
        self._timer = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._timer.timeout.connect(self._ask)

    @property
    def item(self) -> CatalogItem | None:
        """What is edited."""
        return self._item

    def set_item(
        self,
        item: CatalogItem | None,
        values: Mapping[str, Any] | None = None,
        names: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Edit the options of `item`, beginning with `values` (what is left out has its default).
        `names` are offered where an option holds such: by "field" and "source"."""
        self._item = item
        self._latest.forget()
        self._timer.stop()
        self._filling = True
        self._rebuild(item, names or {})
        for option in item.options if item else ():
            value = (values or {}).get(option.name, option.default)
            self._editors[option.name].set_value(value)
        self._filling = False
        self._tell("")
        if values:
            self._ask()

    def values(self) -> dict[str, Any]:
        """The options that differ from their defaults, as plain data."""
        if self._item is None:
            return {}
        found = {name: editor.value() for name, editor in self._editors.items()}
        defaults = self._item.defaults()
        return {name: value for name, value in found.items() if value != defaults[name]}

    def editor(self, name: str) -> OptionEditor:
        """The editor of one option; KeyError if there is none."""
        return self._editors[name]

    def _rebuild(self, item: CatalogItem | None, names: Mapping[str, Sequence[str]]) -> None:
        old = self._fields
        self._fields = QWidget()
        self._editors = {}
        box = QVBoxLayout(self._fields)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        for option in item.options if item else ():
            editor = self._editor(option, names.get(option.of, ()))
            editor.changed.connect(self._edited)
            self._editors[option.name] = editor
            box.addLayout(_described(option, editor))
        if item and not item.options:
            box.addWidget(label(self.tr("There is nothing to set here."), "muted", wrap=True))
        self._box.replaceWidget(old, self._fields)
        old.hide()
        old.deleteLater()

    @staticmethod
    def _editor(option: OptionField, names: Sequence[str]) -> OptionEditor:
        if option.kind == OptionKind.LIST and names:
            return OrderEditor(option, names)
        if option.kind == OptionKind.TEXT and names:
            return NameEditor(option, names)
        return {**_EDITORS, **_WIDE}[option.kind](option, names)

    def _edited(self) -> None:
        if not self._filling:
            self._latest.forget()
            self._timer.start()
            self.changed.emit()

    def _ask(self) -> None:
        complaint = next((told for e in self._editors.values() if (told := e.complaint())), "")
        if complaint or self._item is None:
            self._latest.forget()
            self._say(complaint)
            return
        item, kind = self._item.id, self._item.kind
        options = self.values()
        self._latest.ask(
            catalog.problem(session=self._session, kind=kind, item=item, options=options)
        )

    def _answered(self, told: Text | None) -> None:
        self._say(speech.say(told) if told else "")

    def _say(self, problem: str) -> None:
        self._tell(problem)
        self.checked.emit(problem)

    def _tell(self, problem: str) -> None:
        self.problem = problem
        self._told.setText(problem)
        self._told.setVisible(bool(problem))


def _described(option: OptionField, editor: OptionEditor) -> QVBoxLayout:
    """The option's title, its editor and its help above each other."""
    box = QVBoxLayout()
    box.setSpacing(3)
    if option.kind != OptionKind.BOOLEAN:
        title: QLabel = label(speech.say(option.title))
        title.setBuddy(editor)
        box.addWidget(title)
    box.addWidget(editor)
    if option.help.en:
        row = QHBoxLayout()
        row.addSpacing(_TICK_WIDTH if option.kind == OptionKind.BOOLEAN else 0)
        row.addWidget(label(_led(option.help), "small", wrap=True), 1)
        box.addLayout(row)
    box.setAlignment(Qt.AlignmentFlag.AlignTop)
    return box


def _led(words: Text) -> str:
    """Words that begin with a letter of the other direction, led by a mark of their own: a label
    takes its direction from the first strong character."""
    mark = "\u200f" if speech.language() == "fa" else "\u200e"
    return mark + speech.say(words)
