"""Small parts that every page is built from."""

from ui.widgets.basic import (
    Card,
    EmptyState,
    Kpi,
    Pill,
    SearchField,
    button,
    label,
    line,
    set_kind,
    set_tone,
)

__all__ = [
    "Card",
    "EmptyState",
    "Kpi",
    "Pill",
    "SearchField",
    "button",
    "label",
    "line",
    "set_kind",
    "set_tone",
]
