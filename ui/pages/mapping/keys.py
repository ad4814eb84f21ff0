"""The keys of the mapping page that work wherever the keyboard is on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from migrator.model.mapping import RowStatus

if TYPE_CHECKING:
    from ui.pages.mapping.page import MappingPage


def add_keys(page: MappingPage) -> None:
    """F8 and Shift+F8 walk through what waits for a person, Ctrl+Enter agrees and goes on, Ctrl+D
    leaves a row to be decided, Insert adds a transform, F6 goes between the lines and the
    inspector, Ctrl+F and Ctrl+Shift+F search the columns and the fields."""
    deeds: dict[str, Callable[[], object]] = {
        "F8": page.pane.turn_to_next,
        "Shift+F8": lambda: page.pane.turn_to_next(-1),
        "Ctrl+Return": lambda: _decide(page, RowStatus.AGREED),
        "Ctrl+D": lambda: _decide(page, RowStatus.TO_DECIDE),
        "Insert": lambda: _add_step(page),
        "F6": lambda: _cross(page),
        "Ctrl+F": page.pane.find_source.setFocus,
        "Ctrl+Shift+F": page.pane.find_target.setFocus,
    }
    for keys, deed in deeds.items():
        shortcut = QShortcut(QKeySequence(keys), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(deed)


def _decide(page: MappingPage, status: RowStatus) -> None:
    """Everything that is marked, or the row that is selected; then on to what waits next."""
    document, pane = page.pane.document, page.pane
    if document is None:
        return
    rows = pane.marked.rows if len(pane.marked) > 1 else document.marks(pane.selected).rows
    if rows:
        page.deeds.status(rows, status)
        if len(rows) == 1:
            pane.turn_to_next()


def _add_step(page: MappingPage) -> None:
    if page.inspector.shows_row:
        page.inspector.row.pick_step()


def _cross(page: MappingPage) -> None:
    if page.inspector.isAncestorOf(page.focusWidget() or page):
        page.pane.shown_view.setFocus()
    else:
        page.inspector.take_focus()
