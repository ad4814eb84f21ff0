"""What a column is taken for: the types to choose among."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from migrator.model.schema import FieldType
from migrator.model.source import TYPE_OPTION
from migrator.model.views.sources import PreviewColumn
from ui.pages.sources import words

OFFERED = (
    FieldType.TEXT,
    FieldType.INTEGER,
    FieldType.DECIMAL,
    FieldType.BOOLEAN,
    FieldType.DATE,
    FieldType.DATETIME,
    FieldType.TIME,
)


def type_menu(
    parent: QWidget, column: PreviewColumn, choose: Callable[[dict[str, str]], object]
) -> QMenu:
    """A menu of types with the present one ticked; `choose` takes the reading option to set ("":
    as the reader finds it)."""
    menu = QMenu(parent)
    group = QActionGroup(menu)
    option = f"{TYPE_OPTION}{column.name}"

    def add(told: str, value: str, now: bool) -> None:
        action = menu.addAction(told, lambda: None if now else choose({option: value}))
        action.setCheckable(True)
        action.setChecked(now)
        group.addAction(action)

    add(words.automatic(), "", not column.chosen)
    menu.addSeparator()
    kinds = OFFERED if column.type in OFFERED else (*OFFERED, column.type)
    for kind in kinds:
        add(words.type_told(kind), kind.value, column.chosen and kind == column.type)
    return menu
