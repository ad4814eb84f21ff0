"""One sentence across the page, with what to do and details that fold out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ui import icons
from ui.messages import Failure
from ui.widgets.basic import button, label, set_kind, set_tone

_ICONS = {"info": "info", "ok": "circle-check", "warn": "triangle-alert", "error": "circle-alert"}


class Banner(QFrame):
    """Hidden until there is something to say; the close button hides it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "banner")
        self._callback: Callable[[], object] | None = None
        self._picture = QLabel()
        self._words = label(wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = button("", flat=True)
        self._action.clicked.connect(self._act)
        self._fold = button(self.tr("Details"), "chevron-down", flat=True)
        self._fold.setCheckable(True)
        self._close = button("", "x", flat=True)
        self._close.setAccessibleName(self.tr("Hide this message"))
        self._close.clicked.connect(self.hide)
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setMaximumHeight(140)
        self._details.setVisible(False)
        self._details.setAccessibleName(self.tr("Details"))
        self._fold.toggled.connect(self._unfold)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        for one in (self._action, self._fold, self._close):
            row.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 6, 6)
        box.addLayout(row)
        box.addWidget(self._details)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return self._words.text()

    @property
    def details(self) -> str:
        """What folds out."""
        return self._details.toPlainText()

    def say(
        self,
        text: str,
        tone: str = "info",
        action: str = "",
        callback: Callable[[], object] | None = None,
        details: str = "",
    ) -> None:
        """Show a sentence in a tone: info, ok, warn or error."""
        set_tone(self, tone)
        accent = "accent" if tone == "info" else tone
        self._picture.setPixmap(icons.pixmap(_ICONS[tone], accent, 18))
        self._picture.setContentsMargins(0, 6, 0, 0)
        self._words.setText(text)
        self._words.setContentsMargins(0, 6, 0, 6)
        self._callback = callback
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._fold.setVisible(bool(details))
        self._fold.setChecked(False)
        self._details.setPlainText(details)
        self.setAccessibleName(text)
        self.show()

    def fail(self, failure: Failure) -> None:
        """Show why a call failed. Hints that name a command are for the command line."""
        hint = "" if "kooch " in failure.hint else failure.hint
        words = f"{failure.message} {hint}".strip()
        if failure.bug:
            words = self.tr("Something went wrong inside Kooch. Your work is kept.")
            self.say(words, "error", details=f"{failure.message}\n{failure.details}")
            return
        self.say(words, "error", details=failure.details)

    def _unfold(self, out: bool) -> None:
        self._details.setVisible(out)
        self._fold.setIcon(icons.beside_words("chevron-up" if out else "chevron-down"))

    def _act(self) -> None:
        if self._callback is not None:
            self._callback()
