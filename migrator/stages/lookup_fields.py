"""Which fields of a golden table are lookups: those that keep what was looked up beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from migrator.model.schema import Entity, Relationship


def with_lookups(
    entity: Entity, columns: Collection[str], parents: Mapping[str, tuple[str, ...]]
) -> Entity:
    """`entity` with exactly the relationships that the plan fills by a lookup.

    `columns` are those of its golden or ready table: a lookup field `f` holds the parent's golden
    id there and has `_raw_f` beside it. Without that column the field holds a plain value (an id
    of the target, mapped as it is). `parents` maps `<entity>.<field>` to the parents of lookups
    that the target's schema does not declare, or declares otherwise: a lookup with several has a
    relationship to each. One whose parent nobody names gets the parent "".
    """
    found = []
    for field in entity.fields:
        if f"_raw_{field.name}" not in columns:
            continue
        declared = entity.relationship(field.name)
        fallback = (declared.parent if declared else "",)
        required = declared.required if declared else False
        found += [
            Relationship(field.name, parent, "", required)
            for parent in parents.get(f"{entity.name}.{field.name}", fallback)
        ]
    return replace(entity, relationships=tuple(found))
