"""Which checks run on an entity: those of the target's schema, then those people added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from migrator.checks import CHECKS, CheckContext
from migrator.errors import PlanError
from migrator.model.checking import CheckRule
from migrator.model.codec import from_data
from migrator.model.issues import Severity
from migrator.model.schema import Entity
from migrator.model.text import Text
from migrator.store import names
from migrator.store.names import literal, quote


@dataclass(frozen=True)
class Question:
    """One SELECT that yields failing rows (see checks.base.Check), and how bad a failure is."""

    check: str
    severity: Severity
    sql: str


def questions(
    entity: Entity, columns: Sequence[str], parents: dict[str, str], rules: Sequence[CheckRule]
) -> list[Question]:
    """Every question to the golden table of `entity` with these `columns`; `parents` maps entity
    names to quoted golden tables. Raises PlanError with all that is wrong with the rules."""
    asked = [
        Question(check, Severity.ERROR, _sql(check, entity, fields, parents, {}))
        for check, fields in _of_schema(entity, columns)
    ]
    asked += _unmapped(entity, columns)
    problems: list[str] = []
    for rule in rules:
        if not rule.enabled:
            continue
        try:
            fields = _fields(entity, columns, rule)
            asked.append(
                Question(
                    rule.check,
                    rule.severity,
                    _sql(rule.check, entity, fields, parents, rule.options),
                )
            )
        except (PlanError, ValueError) as error:
            problems.append(f"{entity.name}, check {rule.check}: {error}")
    if problems:
        raise PlanError(
            Text(
                f"Checks cannot run: {'; '.join(problems)}",
                f"وارسی‌ها اجرا نمی‌شوند: {'؛ '.join(problems)}",
            ),
            hint=Text("Correct or switch off these checks.", "این وارسی‌ها را درست یا خاموش کنید."),
            problems=problems,
        )
    return asked


def _of_schema(entity: Entity, columns: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    mapped = [field for field in entity.fields if field.name in columns]
    lookups = {r.field for r in entity.relationships if r.field in columns}
    must = {r.field for r in entity.relationships if r.required}
    required = [f.name for f in mapped if (f.required or f.name in must) and not f.generated]
    yield "required", tuple(required)
    yield "max_length", tuple(f.name for f in mapped if f.length)
    yield "field_type", tuple(f.name for f in mapped if f.name not in lookups)
    yield "picklist", tuple(f.name for f in mapped if f.picklist)
    yield "parent_exists", tuple(sorted(lookups))
    for key in dict.fromkeys([entity.primary_key, *entity.unique_keys]):
        if key and set(key) <= set(columns):
            yield "unique", key


def _unmapped(entity: Entity, columns: Sequence[str]) -> list[Question]:
    """Required fields that nothing fills: the target would refuse every row. Primary keys are
    filled by the load."""
    return [
        Question(
            "required",
            Severity.ERROR,
            f"""select _gid as row, {literal(field.name)} as field, 'required' as code,
                null::varchar as value, 'not mapped' as detail
                from {quote(names.golden(entity.name))}""",
        )
        for field in entity.fields
        if field.required
        and not field.generated
        and field.name not in columns
        and field.name not in entity.primary_key
    ]


def _fields(entity: Entity, columns: Sequence[str], rule: CheckRule) -> tuple[str, ...]:
    known = {field.name for field in entity.fields}
    unknown = [name for name in rule.fields if name not in known]
    if unknown:
        raise PlanError(
            Text(
                f"{entity.name} has no field {', '.join(map(repr, unknown))}.",
                f"موجودیت «{entity.name}» این فیلدها را ندارد: {'، '.join(unknown)}.",
            )
        )
    idle = [name for name in rule.fields if name not in columns]
    if idle:
        raise PlanError(
            Text(
                f"Nothing is mapped to {', '.join(map(repr, idle))}.",
                f"چیزی به این فیلدها نگاشت نشده است: {'، '.join(idle)}.",
            )
        )
    return rule.fields or tuple(f.name for f in entity.fields if f.name in columns)


def _sql(
    check_id: str,
    entity: Entity,
    fields: tuple[str, ...],
    parents: dict[str, str],
    options: dict[str, Any],
) -> str:
    check = CHECKS.get(check_id)
    context = CheckContext(
        table=quote(names.golden(entity.name)),
        entity=entity,
        fields=fields,
        options=from_data(check.options, options),
        parents=parents,
    )
    return check.select(context)
