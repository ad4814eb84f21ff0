"""Where the primary keys of loaded records come from."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from migrator.errors import TargetError
from migrator.model.loading import IdStrategy
from migrator.model.schema import Entity, FieldType
from migrator.model.text import Text

_ROOT = uuid.uuid5(uuid.NAMESPACE_DNS, "kooch")


def namespace(project: str, system: str) -> uuid.UUID:
    """The UUID namespace of one legacy system in one project: ids are UUIDv5 (RFC 9562) of
    `entity|source key` in it, so the same row gets the same id in every run and every retry."""
    return uuid.uuid5(_ROOT, f"{project}|{system}")


def strategy_of(entity: Entity, fields: Collection[str]) -> IdStrategy:
    """How records of `entity` get their key when `fields` are loaded: mapped, by UUID, or counted
    by the target. Raises TargetError when none of them can be."""
    if len(entity.primary_key) != 1:
        raise TargetError(
            Text(
                f"{entity.name} has no primary key of one field.",
                f"موجودیت «{entity.name}» کلید اصلی تک‌فیلدی ندارد.",
            ),
            hint=Text(
                "Give it one: records are found again by it.",
                "چنین کلیدی به آن بدهید: رکوردها با آن بازیافته می‌شوند.",
            ),
            entity=entity.name,
        )
    key = entity.field(entity.primary_key[0])
    if key.name in fields:
        return IdStrategy.MAPPED
    if key.type is FieldType.UUID or (key.type is FieldType.TEXT and (key.length or 36) >= 36):
        return IdStrategy.UUID
    if key.type is FieldType.INTEGER and key.generated:
        return IdStrategy.IDENTITY
    raise TargetError(
        Text(
            f"The key {entity.name}.{key.name} is neither mapped nor filled by the target.",
            f"کلید «{entity.name}.{key.name}» نه نگاشت شده و نه مقصد آن را پر می‌کند.",
        ),
        hint=Text(f"Map a field to {key.name}.", f"فیلدی را به «{key.name}» نگاشت کنید."),
        entity=entity.name,
        field=key.name,
    )


def match_key(entity: Entity, fields: Collection[str], strategy: IdStrategy) -> tuple[str, ...]:
    """The fields by which update and upsert find a record that is there already: a mapped primary
    key, else the first unique key that is mapped whole, else the primary key. Raises TargetError
    when the target counts and no unique key is mapped."""
    if strategy is IdStrategy.MAPPED:
        return entity.primary_key
    for key in entity.unique_keys:
        if set(key) <= set(fields):
            return key
    if strategy is IdStrategy.UUID:
        return entity.primary_key
    raise TargetError(
        Text(
            f"{entity.name} has no mapped unique key by which records could be found and updated.",
            f"موجودیت «{entity.name}» کلید یکتای نگاشت‌شده‌ای ندارد که رکوردها "
            "با آن پیدا و به‌روز شوند.",
        ),
        hint=Text(
            "Map an external id that is unique in the target, or choose the write mode insert.",
            "شناسه‌ی بیرونی‌ای را که در مقصد یکتاست نگاشت کنید یا شیوه‌ی نوشتنِ insert را برگزینید.",
        ),
        entity=entity.name,
    )
