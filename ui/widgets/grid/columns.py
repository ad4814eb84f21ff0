"""Which columns the grid shows, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from migrator.model.views.tables import GridColumn


def arranged(
    columns: Sequence[GridColumn], hidden: Collection[str], beside: str = ""
) -> list[GridColumn]:
    """The columns that are not hidden; the one called `beside` stands next to the first, so that
    it is seen together with what the record is called."""
    shown = [one for one in columns if one.name not in hidden]
    named = [one for one in shown if one.name == beside]
    rest = [one for one in shown if one.name != beside]
    if not named or shown[:1] == named:
        return shown
    return [*rest[:1], *named, *rest[1:]]
