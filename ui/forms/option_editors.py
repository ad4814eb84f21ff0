"""Editors of single options: one widget per kind, each with `value`, `set_value`, `changed`."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from migrator.model.views.catalog import OptionField, OptionKind
from ui import speech

_CODE = frozenset({"pattern", "expression"})


class OptionEditor(QWidget):
    """What every editor is. `names` are texts to offer where the option holds names.
    `complaint` is a sentence about what stands in it and is no value at all, or ""."""

    changed = Signal()

    def __init__(self, option: OptionField, names: Sequence[str] = ()) -> None:
        super().__init__()
        self.option = option
        self.names = tuple(names)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(4)

    def hold(self, widget: QWidget) -> None:
        """Show `widget`, named for screen readers as the option is."""
        widget.setAccessibleName(speech.say(self.option.title))
        widget.setAccessibleDescription(speech.say(self.option.help))
        self.setFocusProxy(widget)
        self.box.addWidget(widget)

    def touched(self, *_: object) -> None:
        """Tell that something was typed or chosen."""
        self.changed.emit()

    def value(self) -> Any:
        """The option's value as plain data."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def complaint(self) -> str:
        """What is wrong with what was typed, before anyone asks whether it may be used."""
        return ""


class TextEditor(OptionEditor):
    """One line. Patterns and expressions are code: left to right, letters of one width."""

    def __init__(self, option: OptionField, names: Sequence[str] = ()) -> None:
        super().__init__(option, names)
        self._line = QLineEdit()
        if option.of in _CODE:
            font = QFont(self._line.font())
            font.setFamilies(["DejaVu Sans Mono", "Consolas", "Menlo", "monospace"])
            self._line.setFont(font)
            self._line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._line.textChanged.connect(self.touched)
        self.hold(self._line)

    def value(self) -> str:
        return self._line.text()

    def set_value(self, value: Any) -> None:
        self._line.setText(str(value or ""))


class NameEditor(OptionEditor):
    """A name to be chosen from those that exist; another may be typed."""

    def __init__(self, option: OptionField, names: Sequence[str] = ()) -> None:
        super().__init__(option, names)
        self._combo = QComboBox(editable=True)
        self._combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._combo.addItems([*self.names])
        self._combo.currentTextChanged.connect(self.touched)
        self.hold(self._combo)

    def value(self) -> str:
        return self._combo.currentText()

    def set_value(self, value: Any) -> None:
        self._combo.setCurrentText(str(value or ""))


class NumberEditor(OptionEditor):
    """A number in Latin or Persian digits: a whole one, or one with a fraction where the option
    is such; empty where it may be left open. Arrow keys count."""

    def __init__(self, option: OptionField, names: Sequence[str] = ()) -> None:
        super().__init__(option, names)
        self._whole = option.kind == OptionKind.NUMBER
        self._line = QLineEdit()
        self._line.setMaximumWidth(160)
        self._line.textChanged.connect(self._typed)
        self._line.installEventFilter(self)
        self.hold(self._line)

    def value(self) -> float | None:
        number, fine = self._parsed()
        return number if fine else self.option.default

    def set_value(self, value: Any) -> None:
        locale = QLocale()
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        if value is None:
            self._line.clear()
        elif self._whole:
            self._line.setText(locale.toString(int(value)))
        else:
            self._line.setText(locale.toString(float(value), "g", 12))

    def complaint(self) -> str:
        if self._parsed()[1]:
            return ""
        if self._whole:
            return self.tr("This is not a whole number.")
        return self.tr("This is not a number.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down add and take one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
            number, fine = self._parsed()
            if step and fine:
                self.set_value((number or 0) + step)
                return True
        return super().eventFilter(watched, event)

    def _parsed(self) -> tuple[float | None, bool]:
        text = self._line.text().strip()
        if not text:
            return None, self.option.optional
        for locale in (QLocale(), QLocale.c(), QLocale("fa_IR")):
            if self._whole:
                whole, fine = locale.toInt(text)
                if fine:
                    return whole, True
            else:
                number, fine = locale.toDouble(text)
                if fine and math.isfinite(number):
                    return number, True
        return None, False

    def _typed(self) -> None:
        self._line.setProperty("wrong", "true" if self.complaint() else "false")
        self._line.style().unpolish(self._line)
        self._line.style().polish(self._line)
        self.changed.emit()


class BooleanEditor(OptionEditor):
    """A box to tick; it says the option's title itself."""

    def __init__(self, option: OptionField, names: Sequence[str] = ()) -> None:
        super().__init__(option, names)
        self._tick = QCheckBox(speech.say(option.title).replace("&", "&&"))
        self._tick.toggled.connect(self.touched)
        self.hold(self._tick)

    def value(self) -> bool:
        return self._tick.isChecked()

    def set_value(self, value: Any) -> None:
        self._tick.setChecked(bool(value))


class ChoiceEditor(OptionEditor):
    """One of a few values, by their labels."""

    def __init__(self, option: OptionField, names: Sequence[str] = ()) -> None:
        super().__init__(option, names)
        self._combo = QComboBox()
        for value, label in option.choices:
            self._combo.addItem(speech.say(label), value)
        self._combo.currentIndexChanged.connect(self.touched)
        self.hold(self._combo)

    def value(self) -> str:
        return str(self._combo.currentData())

    def set_value(self, value: Any) -> None:
        place = self._combo.findData(value)
        if place < 0:  # a value of another version: shown, and refused by the engine in words
            self._combo.addItem(str(value), value)
            place = self._combo.count() - 1
        self._combo.setCurrentIndex(place)


class LinesEditor(OptionEditor):
    """Texts in order, one a line: easy to paste into."""

    def __init__(self, option: OptionField, names: Sequence[str] = ()) -> None:
        super().__init__(option, names)
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(self.tr("One value a line"))
        self._text.setFixedHeight(112)
        self._text.textChanged.connect(self.touched)
        self.hold(self._text)

    def value(self) -> list[str]:
        return [line for line in self._text.toPlainText().split("\n") if line.strip()]

    def set_value(self, value: Any) -> None:
        self._text.setPlainText("\n".join(value or ()))
