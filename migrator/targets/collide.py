"""A mapped value meets the value that a record of the target holds already: what comes of it.

Columns in, columns out; the prediction and the load decide by this same code.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import pyarrow as pa
import pyarrow.compute as pc

from migrator.model.mapping import Collision
from migrator.model.schema import Entity, Field, FieldType
from migrator.targets.sql.content import comparable

_SHORT = 255  # longer texts are put on lines of their own


class Happens(StrEnum):
    """What becomes of a value in the target. NOTHING: it is what the mapping says, or the mapping
    says nothing; KEEP: another one stays."""

    NOTHING = ""
    OVERWRITE = "overwrite"
    CLEAR = "clear"
    FILL = "fill"
    APPEND = "append"
    KEEP = "keep"


def result(
    entity: Entity, name: str, rule: Collision, mapped: pa.Array, held: pa.Array
) -> pa.Array:
    """What the record should hold in the field `name` afterwards. Only text can be appended to:
    other fields, and lookups, are filled where they are empty."""
    if rule is Collision.OVERWRITE:
        return mapped
    if rule is Collision.KEEP:
        return held
    field = entity.field(name)
    if rule is Collision.APPEND and field.type is FieldType.TEXT and not entity.relationship(name):
        glue = "; " if field.length and field.length <= _SHORT else "\n"
        pairs = zip(mapped.to_pylist(), held.to_pylist(), strict=True)
        return pa.array([_appended(ours, theirs, glue) for ours, theirs in pairs], pa.string())
    return pc.if_else(is_empty(held), mapped, held)


def _appended(ours: str | None, theirs: str | None, glue: str) -> str | None:
    if not ours:
        return theirs
    if not theirs:
        return ours
    return theirs if ours in theirs else f"{theirs}{glue}{ours}"


def results(
    entity: Entity,
    rules: Mapping[str, Collision],
    mapped: Mapping[str, pa.Array],
    held: Mapping[str, pa.Array],
) -> dict[str, pa.Array]:
    """`result` of every field of `mapped`; a field without a rule is overwritten."""
    return {
        name: result(entity, name, rules.get(name, Collision.OVERWRITE), values, held[name])
        for name, values in mapped.items()
    }


def happens(field: Field, mapped: pa.Array, held: pa.Array, after: pa.Array) -> pa.Array:
    """`Happens` of every value, as text."""
    changed = differ(field, after, held)
    was_empty, is_now = is_empty(held), is_empty(after)
    ours = differ(field, after, mapped)  # something else than what was mapped
    stays = pc.and_(pc.and_(pc.invert(changed), ours), pc.invert(is_empty(mapped)))
    cases = [
        (pc.and_(changed, was_empty), Happens.FILL),
        (pc.and_(changed, is_now), Happens.CLEAR),
        (pc.and_(changed, ours), Happens.APPEND),
        (changed, Happens.OVERWRITE),
        (stays, Happens.KEEP),
    ]
    told = pa.array([""] * len(mapped), pa.string())
    for where, what in reversed(cases):
        told = pc.if_else(where, what.value, told)
    return told


def differ(field: Field, left: pa.Array, right: pa.Array) -> pa.Array:
    """Where two columns are not the same value: NULL is only NULL, and a number or a moment is
    the same however it is written."""
    one, other = comparable(left, field), comparable(right, field)
    unequal = pc.fill_null(pc.not_equal(one, other), False)
    return pc.or_(unequal, pc.xor(pc.is_null(one), pc.is_null(other)))


def is_empty(column: pa.Array) -> pa.Array:
    """Where there is no value: NULL, or a text of no letters."""
    return pc.fill_null(pc.equal(column, ""), True)
