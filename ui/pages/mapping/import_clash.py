"""The sides of one conflict beside each other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from migrator.model.text import Text
from migrator.model.views.mapping_documents import CellEdit
from ui import speech
from ui.pages.mapping.import_choices import Choices
from ui.widgets.basic import button, label, set_kind

LONGEST = 160  # characters of a value


class ClashPanel(QFrame):
    """What stood at the export, what the plan has, what each copy wants; `chosen` carries the id
    of the side that was taken, `kept` that of a change when the plan shall stay as it is."""

    chosen = Signal(str)
    kept = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "card")
        self._title = label("", "h2")
        self._why = label("", "muted", wrap=True)
        self._sides = QHBoxLayout()
        self._sides.setSpacing(8)
        self.buttons: list[QPushButton] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._title)
        top.addWidget(self._why, 1)
        box.addLayout(top)
        box.addLayout(self._sides)
        self.hide()

    def show_clash(self, choices: Choices, name: object) -> None:
        """Show the conflict that a change belongs to; nothing for a change without one."""
        clash = choices.clash(name)
        self.setVisible(clash is not None)
        self._clear()
        if clash is None:
            return
        self._title.setText(speech.say(clash.place))
        self._why.setText(
            self.tr("The plan was changed after the export.")
            if clash.plan_moved
            else self.tr("The copies say different things.")
        )
        first = clash.edits[0].id
        open_ = not any(edit.id in choices.accepted for edit in clash.edits)
        self._side(self.tr("At the export"), clash.base, None)
        keep = self._button(self.tr("The plan stays"), open_)
        keep.clicked.connect(lambda: self.kept.emit(first))
        self._side(self.tr("In the plan now"), clash.now, keep)
        for edit in clash.edits:
            take = self._button(self.tr("Take this"), edit.id in choices.accepted)
            take.clicked.connect(self._taking(edit))
            self._side(speech.isolate(edit.change.who), edit.new, take)

    def _taking(self, edit: CellEdit) -> object:
        return lambda: self.chosen.emit(edit.id)

    def _button(self, words: str, on: bool) -> QPushButton:
        made = button(words, "check" if on else "", primary=on)
        made.setAutoDefault(False)
        self.buttons.append(made)
        return made

    def _side(self, title: str, value: Text, action: QPushButton | None) -> None:
        side = QWidget()
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(4)
        told = speech.say(value)
        shown = told if len(told) <= LONGEST else told[: LONGEST - 1] + "…"
        box.addWidget(label(title, "small"))
        words = label(shown, wrap=True)
        words.setToolTip(told)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        words.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        box.addWidget(words)
        box.addStretch(1)
        if action is not None:
            action.setAccessibleName(f"{action.text()}: {title}, {told}")
            box.addWidget(action)
        self._sides.addWidget(side, 1)

    def _clear(self) -> None:
        self.buttons.clear()
        while (item := self._sides.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
