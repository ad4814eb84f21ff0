"""What every page is: a heading, a banner, a body, and when it reads anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from migrator.model.changes import ChangeSet
from ui.messages import Failure
from ui.session import Session
from ui.widgets.banner import Banner
from ui.widgets.basic import GAP, Pill, button, label
from ui.widgets.flow import Flow


class PageHeader(QWidget):
    """The page's title, its figures as pills, and its actions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", "h1")
        self._pills = Flow()  # a second row where a language or a small window leaves no room
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._title)
        row.addLayout(self._pills, 1)
        row.addLayout(self._actions)

    def set_title(self, text: str) -> None:
        """Show the heading."""
        self._title.setText(text)

    def set_pills(self, pills: list[tuple[str, str]]) -> None:
        """Show figures as (text, tone): ok, warn, error, info, violet or plain."""
        while item := self._pills.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for text, tone in pills:
            self._pills.addWidget(Pill(text, tone))

    def add_action(
        self, text: str, icon: str, callback: Callable[[], object], primary: bool = False
    ) -> QPushButton:
        """Add a button at the end of the heading."""
        made = button(text, icon, primary=primary)
        made.clicked.connect(lambda: callback())
        self._actions.addWidget(made)
        return made


class Page(QWidget):
    """One step of the wizard.

    `needs` names the derived stage that must be fresh before `refresh` is called; the shell runs
    it when the page is entered and after edits that made it stale.
    """

    step = ""
    needs = ""
    go = Signal(str)
    blocker_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.active = False
        self.header = PageHeader()
        self.header.set_title(self.title())
        self._intro = label(self.intro(), "muted", wrap=True)
        self._intro.setVisible(bool(self.intro()))
        self._banner = Banner()
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 14, 20, 14)
        outer.setSpacing(10)
        outer.addWidget(self.header)
        outer.addWidget(self._intro)
        outer.addWidget(self._banner)
        outer.addLayout(self.body, 1)

    # -- what a page says

    def title(self) -> str:
        """The heading."""
        raise NotImplementedError

    def intro(self) -> str:
        """One line: what this is, and what to do next."""
        return ""

    def blocker(self) -> str:
        """What is missing before one may go on; "" if nothing."""
        return ""

    # -- what the shell tells a page

    def refresh(self) -> None:
        """Ask for what is shown, and show it."""

    def enter(self) -> None:
        """The page is looked at, and what it needs is fresh."""
        self.active = True
        self.refresh()

    def on_changed(self, changes: ChangeSet, initiator: Any) -> None:  # noqa: ARG002
        """The project moved while the page is looked at."""
        if initiator is not self:
            self.refresh()

    def leave(self) -> None:
        """Another page is looked at."""
        self.active = False

    # -- what a page says about itself

    def banner(
        self,
        text: str,
        tone: str = "info",
        action: str = "",
        callback: Callable[[], object] | None = None,
    ) -> None:
        """Show a sentence above the body; "" hides it."""
        if text:
            self._banner.say(text, tone, action, callback)
        else:
            self._banner.hide()

    def fail(self, failure: Failure) -> None:
        """Show why something failed."""
        self._banner.fail(failure)

    @property
    def banner_text(self) -> str:
        """The sentence that the banner shows; "" while hidden."""
        return self._banner.text if not self._banner.isHidden() else ""

    @property
    def banner_details(self) -> str:
        """What folds out below the sentence."""
        return self._banner.details if not self._banner.isHidden() else ""
