"""Fixed values that the name of a table gives away: rows of Suppliers are suppliers."""

from __future__ import annotations

from collections.abc import Iterator

from migrator.advice.tables import Role, Table
from migrator.advice.words import canonical
from migrator.model.mapping import FieldMapping, OnError, RowStatus, Step

_SURE = 0.7


def constants(table: Table, role: Role) -> Iterator[FieldMapping]:
    """Rows for category picklists of which exactly one value is called like the table."""
    said = set(canonical(table.name))
    for field in role.entity.fields:
        if field.meaning != "category" or role.kind != table.kind:
            continue
        same = [p for p in field.picklist if p.label and said >= set(canonical(p.label))]
        if len(same) == 1:
            yield FieldMapping(
                target=field.name,
                steps=(Step("constant", {"value": same[0].value}, OnError.ISSUE),),
                status=RowStatus.SUGGESTED,
                confidence=_SURE,
                evidence=f"the table is called {table.name}",
            )
