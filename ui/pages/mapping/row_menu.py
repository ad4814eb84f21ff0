"""What can be done with the selected rows and columns, as a menu under the pointer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from migrator.model.mapping import Collision, RowStatus
from ui import icons
from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.document import Marked
from ui.pages.mapping.glyphs import collision_words, status_words
from ui.pages.mapping.side_panels import reasons

_PICKED = (RowStatus.AGREED, RowStatus.TO_DECIDE, RowStatus.DRAFT)


def menu_for(
    deeds: Deeds, marked: Marked, parent: QWidget, sign: Callable[[], object] | None = None
) -> QMenu:
    """The menu; each entry is one edit of everything that is marked."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if marked.rows:
        for status in _PICKED:
            menu.addAction(status_words(status), _status(deeds, marked, status))
        if sign is not None:
            words = QCoreApplication.translate("Mapping", "Sign…")
            menu.addAction(icons.icon("shield-check"), words, sign)
        menu.addSeparator()
        words = QCoreApplication.translate("Mapping", "If the target has a value")
        rules = menu.addMenu(words)
        for rule in Collision:
            rules.addAction(collision_words(rule), _collision(deeds, marked, rule))
        menu.addSeparator()
        menu.addAction(
            icons.icon("unlink", "error"),
            QCoreApplication.translate("Mapping", "Unmap"),
            lambda: deeds.unmap(marked.rows),
        )
    if marked.columns:
        words = QCoreApplication.translate("Mapping", "Leave out, because")
        why = menu.addMenu(icons.icon("ban"), words)
        for reason in reasons():
            why.addAction(reason, _leave(deeds, marked, reason))
    return menu


def _status(deeds: Deeds, marked: Marked, status: RowStatus) -> Callable[[], object]:
    return lambda: deeds.status(marked.rows, status)


def _collision(deeds: Deeds, marked: Marked, rule: Collision) -> Callable[[], object]:
    return lambda: deeds.collision(marked.rows, rule)


def _leave(deeds: Deeds, marked: Marked, reason: str) -> Callable[[], object]:
    return lambda: deeds.leave_out(marked.columns, reason)
