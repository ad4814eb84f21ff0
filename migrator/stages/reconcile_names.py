"""What people call the records that segments stand for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from migrator.model.schema import Entity, Field, FieldType
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging

_WHOLE = ("person_name", "company_name", "product_name")
_PARTS = ("first_name", "last_name")


def named(
    staging: Staging, entities: Sequence[Entity], parents: Collection[str], ids: Sequence[str]
) -> dict[str, str]:
    """Names of loaded records of `parents` by their id in the target; those without are left
    out."""
    found: dict[str, str] = {}
    for entity in entities:
        ready, outcome = names.ready(entity.name), names.outcome(entity.name)
        if entity.name not in parents or not (staging.exists(ready) and staging.exists(outcome)):
            continue
        there = set(staging.columns(ready))
        columns = [f"nullif(r.{quote(name)}, '')" for name in _naming(entity, there)]
        if columns:
            sql = f"""select o.target_id, concat_ws(' ', {", ".join(columns)})
                from {quote(outcome)} o join {quote(ready)} r using (_gid)
                where o.target_id in (select unnest(?))"""
            found |= {key: words for key, words in staging.rows(sql, [list(ids)]) if words}
    return found


def _naming(entity: Entity, there: Collection[str]) -> list[str]:
    """The fields that name a record: its name, else the parts of one, else its first text."""
    fields = [one for one in entity.fields if one.name in there]
    whole = [f.name for f in fields if f.meaning in _WHOLE]
    parts = [f.name for f in fields if f.meaning in _PARTS]
    return whole[:1] or parts or [f.name for f in fields if _plain(f)][:1]


def _plain(field: Field) -> bool:
    return field.type == FieldType.TEXT and not field.picklist
