"""One value of one record: what it is, who else has it, and the source rows it came from."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from migrator.desks.cleaning_edits import field_label
from migrator.desks.validation_edits import Correction
from migrator.desks.validation_trial import READERS
from migrator.errors import PlanError
from migrator.model.mapping import Step, lineage
from migrator.model.plan import Plan
from migrator.model.relations import lookups
from migrator.model.text import Text
from migrator.model.views.validation import CellValue
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging
from migrator.transforms.runner import compile_steps

CHOICES = 500


@dataclass(frozen=True)
class Target:
    """A field of a golden record."""

    entity: str
    gid: int
    field: str


def cell(staging: Staging, plan: Plan, entity: str, gid: int, field: str) -> CellValue:
    """The value as the recipe left it; PlanError if there is no such record or field."""
    column = _column(staging, entity, field)
    golden = quote(names.golden(entity))
    found = staging.rows(f"select _key, {column} from {golden} where _gid = {int(gid)}")
    if not found:
        raise PlanError(
            Text("This record is no longer there.", "این رکورد دیگر وجود ندارد."),
            hint=Text("Validate again.", "دوباره اعتبارسنجی کنید."),
        )
    key, value = found[0]
    issues = quote(names.issues("validate", entity))
    problems = staging.rows(
        f"select code, detail from {issues} where row = {int(gid)} and field = {literal(field)}"
    )
    known = next((f for f in plan.target.schema.entity(entity).fields if f.name == field), None)
    listed = known.picklist[:CHOICES] if known else ()
    return CellValue(
        entity,
        gid,
        key or "",
        field,
        field_label(plan, entity, field),
        value,
        len(_same(staging, Target(entity, gid, field))) - 1,
        tuple((code, detail or "") for code, detail in problems),
        tuple(
            (p.value, Text(p.label or p.value, p.label_fa or p.label or p.value)) for p in listed
        ),
    )


def corrections(
    staging: Staging, plan: Plan, target: Target, value: str, same: bool
) -> list[Correction]:
    """What must stand in the source rows so that the record (with `same`, every record like it)
    gets `value`: all rows of the record that have its value now."""
    if target.field not in {r.target for f in plan.feeds_of(target.entity) for r in f.fields}:
        raise PlanError(
            Text("Nothing is mapped to this field.", "چیزی به این فیلد نگاشت نشده است."),
            hint=Text(
                "Map it first, then its values can be given.",
                "نخست آن را نگاشت کنید تا بتوان به آن مقدار داد.",
            ),
        )
    value = _canonical(plan, target, value)
    gids = _same(staging, target) if same else [target.gid]
    column = _column(staging, target.entity, target.field)
    rows = staging.rows(
        f"""select c._rid, c._key, c.{quote(target.field)}
            from {quote(names.clean(target.entity))} c
            join {quote(names.crosswalk(target.entity))} x on x._rid = c._rid
            join {quote(names.golden(target.entity))} g on g._gid = x._gid
            where g._gid in ({", ".join(str(int(gid)) for gid in gids)})
            and coalesce(c.{quote(target.field)}, '') = coalesce(g.{column}, '')
            order by c._rid"""
    )
    if not rows:
        raise PlanError(
            Text(
                "No source row holds this value any more.",
                "دیگر هیچ ردیفی از مبدأ این مقدار را ندارد.",
            ),
            hint=Text(
                "Validate again, then correct what is shown then.",
                "دوباره اعتبارسنجی کنید و آنچه را نشان داده می‌شود اصلاح کنید.",
            ),
        )
    return [(str(lineage(rid)[0]), key or "", old or "", value) for rid, key, old in rows]


def _canonical(plan: Plan, target: Target, value: str) -> str:
    """The value as the field's type is written; PlanError when it is none of this type."""
    field = plan.target.schema.entity(target.entity).field(target.field)
    name = READERS.get(field.type)
    if not value or name is None or field.picklist or target.field in lookups(plan, target.entity):
        return value
    read = compile_steps((Step(name),)).apply([pl.Series([value])])
    if read.issues.height:
        told = read.issues["detail"][0] or name
        raise PlanError(
            Text(f"“{value}” cannot be taken: {told}.", f"مقدار «{value}» پذیرفتنی نیست: {told}."),
            hint=Text("Write it in another way.", "آن را به شکل دیگری بنویسید."),
        )
    return str(read.values[0] or "")


def _same(staging: Staging, target: Target) -> list[int]:
    """This record, and those with the same value and a reason that it has too."""
    golden = quote(names.golden(target.entity))
    issues = quote(names.issues("validate", target.entity))
    column = _column(staging, target.entity, target.field)
    field = literal(target.field)
    rows = staging.rows(
        f"""select distinct g._gid from {golden} g join {issues} i on i.row = g._gid
            where i.field = {field} and i.code in
                (select code from {issues} where row = {int(target.gid)} and field = {field})
            and coalesce(g.{column}, '') = (select coalesce({column}, '') from {golden}
                where _gid = {int(target.gid)})"""
    )
    return list(dict.fromkeys([target.gid, *(row[0] for row in rows)]))


def _column(staging: Staging, entity: str, field: str) -> str:
    """The column that people see and correct: of a lookup, what was looked up."""
    columns = set(staging.columns(names.golden(entity)))
    if f"_raw_{field}" in columns:
        return quote(f"_raw_{field}")
    if field not in columns:
        raise PlanError(
            Text("Nothing is mapped to this field.", "چیزی به این فیلد نگاشت نشده است."),
            hint=Text("Map it first.", "نخست آن را نگاشت کنید."),
        )
    return quote(field)
