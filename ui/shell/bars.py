"""The bars above and below the pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from migrator.model.views.state import ProjectState
from ui import icons, speech, theme
from ui.theme import Scheme
from ui.widgets.basic import button, label, set_kind

SCHEME_ICONS = {Scheme.SYSTEM: "monitor", Scheme.LIGHT: "sun", Scheme.DARK: "moon"}


class TopBar(QFrame):
    """Name of the project, undo and redo, history, language, theme."""

    home = Signal()
    undo = Signal()
    redo = Signal()
    history = Signal()
    account = Signal()
    language = Signal(str)
    scheme = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "topbar")
        self.setFixedHeight(52)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(4)
        logo = QLabel()
        logo.setPixmap(icons.pixmap("arrow-right-left", "accent", 20))
        row.addWidget(logo)
        row.addSpacing(6)
        row.addWidget(label(self.tr("Kooch"), "h2"))
        row.addSpacing(12)
        self._project = label("", "muted")
        row.addWidget(self._project)
        row.addStretch(1)
        self._home = self._add(row, self.tr("Projects"), "house", self.home.emit)
        self._account = self._add(row, self.tr("Row account"), "scale", self.account.emit)
        self._history = self._add(row, self.tr("History"), "history", self.history.emit)
        self._undo = self._add(row, "", "undo-2", self.undo.emit)
        self._undo.setShortcut(QKeySequence.StandardKey.Undo)
        self._redo = self._add(row, "", "redo-2", self.redo.emit)
        self._redo.setShortcut(QKeySequence.StandardKey.Redo)
        other = "en" if speech.language() == "fa" else "fa"
        name = "فارسی" if other == "fa" else "English"
        self._add(row, name, "languages", lambda: self.language.emit(other))
        self._add_scheme(row)
        self.show_state(None)

    def _add(
        self, row: QHBoxLayout, text: str, icon: str, callback: Callable[[], object]
    ) -> QPushButton:
        made = button(text, icon, flat=True)
        made.clicked.connect(lambda: callback())
        row.addWidget(made)
        return made

    def _add_scheme(self, row: QHBoxLayout) -> None:
        schemes = list(Scheme)
        now = theme.current()
        after = schemes[(schemes.index(now) + 1) % len(schemes)]
        made = self._add(row, "", SCHEME_ICONS[now], lambda: self.scheme.emit(after.value))
        told = {
            Scheme.SYSTEM: self.tr("Colours: as the system"),
            Scheme.LIGHT: self.tr("Colours: light"),
            Scheme.DARK: self.tr("Colours: dark"),
        }[now]
        made.setToolTip(told)
        made.setAccessibleName(told)

    def show_state(self, state: ProjectState | None) -> None:
        """Show how the project stands."""
        name = state.plan.name if state else ""
        customer = state.plan.customer if state else ""
        self._project.setText(" · ".join(p for p in (name, customer) if p))
        for one in (self._home, self._account, self._history, self._undo, self._redo):
            one.setVisible(state is not None)
        if state is None:
            return
        undo = speech.say(state.undo) if state.undo else ""
        redo = speech.say(state.redo) if state.redo else ""
        barrier = speech.say(state.barrier) if state.barrier else ""
        self._tell(self._undo, bool(undo), self._undo_told(undo, barrier))
        told = self.tr("Redo: {what}").format(what=redo) if redo else self.tr("Nothing to redo")
        self._tell(self._redo, bool(redo), told)

    def _undo_told(self, undo: str, barrier: str) -> str:
        if barrier:
            return self.tr(
                "Undo stops here: {what} wrote into the target. Take the load back first."
            ).format(what=barrier)
        return self.tr("Undo: {what}").format(what=undo) if undo else self.tr("Nothing to undo")

    @staticmethod
    def _tell(one: QPushButton, enabled: bool, told: str) -> None:
        one.setEnabled(enabled)
        one.setToolTip(told)
        one.setAccessibleName(told)


class BottomBar(QFrame):
    """Back, what is missing, Continue."""

    back = Signal()
    forward = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "bottombar")
        self.setFixedHeight(54)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._back = button(self.tr("Back"))
        self._back.setIcon(icons.icon("arrow-left", "muted", mirrored=rtl))
        self._back.clicked.connect(self.back)
        self._forward = button(self.tr("Continue"), primary=True)
        self._forward.setIcon(icons.icon("arrow-right", "on_accent", mirrored=rtl))
        self._forward.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight if rtl else Qt.LayoutDirection.RightToLeft
        )
        self._forward.clicked.connect(self.forward)
        self._reason = label("", "muted")
        self._reason.setAccessibleName(self.tr("What is missing"))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(16)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._reason)
        row.addWidget(self._forward)

    def tell(self, *, first: bool, last: bool, reason: str) -> None:
        """Say what is missing before one may go on ("" for nothing)."""
        self._back.setEnabled(not first)
        self._forward.setVisible(not last)
        self._forward.setEnabled(not reason)
        self._reason.setText(reason)
        self._forward.setToolTip(reason)
