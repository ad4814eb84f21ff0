"""A target whose schema was read again: what changed, and which rows people must look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from migrator.contract import words
from migrator.contract.content import field_definition
from migrator.contract.signing import definition_words
from migrator.model.mapping import Comment, Feed, RowStatus
from migrator.model.plan import Plan
from migrator.model.schema import Entity, Field, Schema
from migrator.model.text import Text
from migrator.model.views.target import SchemaChange

BY = "Kooch"
_NUMBERS = ("length", "precision", "scale")
# What is one of these keeps values that fitted; it is told, and nobody has to decide.
_HARMLESS = frozenset({"added", "lengthened", "optional", "picklist_longer"})


@dataclass(frozen=True)
class _Told:
    kind: str
    told: Text


def schema_changes(plan: Plan, schema: Schema) -> tuple[SchemaChange, ...]:
    """What differs between the plan's copy of the schema and `schema`: what mapped rows are touched
    by first, as `blocking`."""
    rows = {(feed.entity, row.target) for feed in plan.feeds for row in feed.fields}
    found = [
        SchemaChange(entity, field, one.kind, one.told, _blocks(rows, entity, field, one.kind))
        for entity, field, one in _changes(plan, schema)
    ]
    return tuple(sorted(found, key=lambda one: not one.blocking))


def _blocks(rows: set[tuple[str, str]], entity: str, field: str, kind: str) -> bool:
    touched = (entity, field) in rows if field else any(e == entity for e, _ in rows)
    return touched and kind not in _HARMLESS


def _changes(plan: Plan, schema: Schema) -> Iterator[tuple[str, str, _Told]]:
    old_schema = plan.target.schema
    for old in old_schema.entities:
        if not schema.has(old.name):
            at = words.where(plan, old.name, "")
            told = Text(f"{at.en} is gone.", f"«{at.fa}» دیگر نیست.")
            yield old.name, "", _Told("removed", told)
            continue
        new = schema.entity(old.name)
        for name in dict.fromkeys([f.name for f in (*old.fields, *new.fields)]):
            for one in _of_field(plan, old, new, name):
                yield old.name, name, one
    for new in schema.entities:
        if not old_schema.has(new.name):
            yield new.name, "", _Told("added", Text(f"{new.name} is new.", f"{new.name} تازه است."))


def _of_field(plan: Plan, old: Entity, new: Entity, name: str) -> Iterator[_Told]:
    before = next((f for f in old.fields if f.name == name), None)
    now = next((f for f in new.fields if f.name == name), None)
    at = words.where(plan, old.name, name)
    if now is None or before is None:
        if now is None:
            yield _Told("removed", Text(f"{at.en} is gone.", f"«{at.fa}» دیگر نیست."))
        else:
            kind = "required" if field_definition(new, now)["required"] else "added"
            yield _Told(kind, Text(f"{at.en} is new.", f"«{at.fa}» تازه است."))
        return
    was, is_now = field_definition(old, before), field_definition(new, now)
    if was == is_now:
        return
    kind = _kind(was, is_now)
    gone = [value for value in was["picklist"] if value not in is_now["picklist"]]
    if kind == "picklist":
        listed = words.listed(gone[:6])
        yield _Told(
            kind,
            Text(
                f"{at.en} does not take {listed.en} any more.",
                f"«{at.fa}» دیگر مقدار {listed.fa} را نمی‌پذیرد.",
            ),
        )
        return
    told, now_told = definition_words(was), definition_words(is_now)
    yield _Told(
        kind,
        Text(
            f"{at.en} was “{told.en}” and is “{now_told.en}” now.",
            f"«{at.fa}» از «{told.fa}» به «{now_told.fa}» تغییر کرده است.",
        ),
    )


def _kind(was: dict[str, object], now: dict[str, object]) -> str:
    """What the change is called; the one that may hurt most where there are several."""
    if was["type"] != now["type"] or was["parent"] != now["parent"]:
        return "retyped"
    if any(_narrower(was[name], now[name]) for name in _NUMBERS):
        return "shortened"
    if now["required"] and not was["required"]:
        return "required"
    if _narrower_list(was["picklist"], now["picklist"]):
        return "picklist"
    if was["picklist"] != now["picklist"]:
        return "picklist_longer"
    return "optional" if was["required"] != now["required"] else "lengthened"


def _narrower(was: object, now: object) -> bool:
    return isinstance(now, int) and (not isinstance(was, int) or now < was)


def _narrower_list(was: object, now: object) -> bool:
    """Whether a value that was allowed is not any more; an empty list allows everything."""
    if not isinstance(was, list) or not isinstance(now, list) or not now:
        return False
    return not was or bool({*was} - {*now})


def reread(plan: Plan, schema: Schema, at: str) -> Plan:
    """The plan with `schema`, its mapping whole: rows that a change touches wait for a decision,
    with the change beside them as a comment."""
    touched: dict[tuple[str, str], list[str]] = {}
    for one in schema_changes(plan, schema):
        if one.blocking:
            touched.setdefault((one.entity, one.field), []).append(one.told.say(plan.language))
    feeds = tuple(_asked(feed, touched, at) for feed in plan.feeds)
    return replace(plan, feeds=feeds, target=replace(plan.target, schema=schema))


def standing(made: Schema, found: Schema) -> Schema:
    """The schema `made` as it stands in the target by now, in its own labels: a table that is not
    there is still to be made, and tables of others are no part of it."""
    there = {one.name: one for one in found.entities}
    entities = [_standing(one, there[one.name]) if one.name in there else one
                for one in made.entities]  # fmt: skip
    return replace(made, entities=tuple(entities))


def _standing(made: Entity, found: Entity) -> Entity:
    named = {one.name: one for one in made.fields}
    order = {name: at for at, name in enumerate(named)}
    fields = sorted(found.fields, key=lambda one: order.get(one.name, len(order)))
    return replace(
        found,
        label=made.label,
        label_fa=made.label_fa,
        fields=tuple(_labelled(one, named.get(one.name, one)) for one in fields),
    )


def _labelled(found: Field, made: Field) -> Field:
    values = {one.value: one for one in made.picklist}
    return replace(
        found,
        label=made.label,
        label_fa=made.label_fa,
        description=made.description,
        meaning=made.meaning,
        picklist=tuple(values.get(one.value, one) for one in found.picklist),
    )


def _asked(feed: Feed, touched: dict[tuple[str, str], list[str]], at: str) -> Feed:
    rows = []
    for row in feed.fields:
        told = touched.get((feed.entity, row.target), [])
        said = tuple(Comment(BY, at, text) for text in told)
        status = RowStatus.TO_DECIDE if told else row.status
        rows.append(replace(row, status=status, comments=(*row.comments, *said)))
    return replace(feed, fields=tuple(rows))
