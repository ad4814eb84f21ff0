"""The verdicts as buttons and as keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from migrator.model.views.duplicates import Stand
from ui import speech
from ui.pages.duplicates.words import stand_told
from ui.widgets.basic import Pill, button, label, set_tone

# The key itself, and the letter that the same key writes on a Persian keyboard.
DIGITS = ("1۱", "2۲", "3۳", "4۴", "5۵", "6۶", "7۷", "8۸", "9۹")
KEYS = {"merge": "Mئ", "apart": "Nد", "skip": "Sس", "back": "Uع", "next": "Jت", "before": "Kن"}
_TONES = {Stand.TO_DECIDE: "warn", Stand.BY_RULE: "ok", Stand.DECIDED: "info"}


class VerdictBar(QWidget):
    """Below the records. Each signal is a button and a key."""

    merge = Signal()
    apart = Signal()
    skip = Signal()
    back = Signal()
    why = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.apart_button = self._made(self.tr("Not a duplicate"), "unlink", "N", self.apart)
        self.skip_button = self._made(self.tr("Skip"), "", "S", self.skip, flat=True)
        self.back_button = self._made(self.tr("Undo"), "corner-up-left", "U", self.back, flat=True)
        self.why_button = button(self.tr("Why?"), "circle-help", flat=True)
        self.why_button.setToolTip(self.tr("Why this score"))
        self.why_button.setCheckable(True)
        self.why_button.toggled.connect(self.why)
        self.merge_button = button("", "merge", primary=True)
        self.merge_button.clicked.connect(self.merge)
        self._stand = Pill("", "plain")
        self._more = label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 0)
        row.setSpacing(6)
        for one in (self.apart_button, self.skip_button, self.back_button, self.why_button):
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(self._more)
        row.addWidget(self._stand)
        row.addSpacing(6)
        row.addWidget(self.merge_button)
        self.show_group(None, 0, 0)

    def _made(
        self, text: str, icon: str, key: str, signal: object, *, flat: bool = False
    ) -> QPushButton:
        made = button(text, icon, flat=flat)
        told = self.tr("{what} (key {key})").format(what=text, key=speech.ltr(key))
        made.setToolTip(told)
        made.clicked.connect(signal)
        return made

    def show_group(self, stand: Stand | None, records: int, chosen: int, more: int = 0) -> None:
        """Fit the verdicts to a group: how it stands, its records, those ticked, and how many
        more there are than can be shown."""
        hidden = self.tr("{count} more not shown").format(count=speech.number(more))
        self._more.setText(hidden if more else "")
        there = stand is not None
        words = self.tr("Merge {count} records").format(count=speech.number(chosen))
        self.merge_button.setText(words if there and chosen < records else self.tr("Merge"))
        told = self.tr("{what} (key {key})").format(what=words, key=speech.ltr("M"))
        self.merge_button.setToolTip(told)
        self.merge_button.setEnabled(there and chosen > 1)
        self.apart_button.setEnabled(there and chosen > 1)
        self.skip_button.setEnabled(there)
        self._stand.setVisible(there)
        if stand is not None:
            self._stand.setText(stand_told(stand))
            set_tone(self._stand, _TONES[stand])


def bind(keys: str, page: QWidget, callback: Callable[[], object]) -> list[QShortcut]:
    """Let each of these keys work anywhere on the page."""
    made = []
    for letter in keys:
        shortcut = QShortcut(QKeySequence(letter), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(callback)
        made.append(shortcut)
    return made
