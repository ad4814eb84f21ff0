"""What a recipe step would do to the values that have an issue, checked as validation would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from migrator.checks import CHECKS, CheckContext
from migrator.desks.cleaning_preview import step_problem
from migrator.model.codec import from_data
from migrator.model.issues import ISSUE_CODES
from migrator.model.mapping import Lookup, LookupWay, Step
from migrator.model.plan import Plan
from migrator.model.recipe import RecipeStep
from migrator.model.relations import lookups
from migrator.model.schema import Entity, FieldType
from migrator.model.text import Text
from migrator.model.views.validation import Trial, TrialLine
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging
from migrator.transforms.runner import Applied, compile_steps

LOOKED = 5_000
LISTED = 300
ROWS = "_rows"
# The transform that knows what a valid value is, by the reason it gives.
KNOWERS = {
    "bad_email": "email",
    "bad_phone": "phone",
    "bad_url": "url",
    "bad_national_id": "national_id_iran",
    "bad_company_id": "company_id_iran",
    "bad_postal_code": "postal_code_iran",
    "bad_iban": "iban",
}
# The transform that reads a type however it is written.
READERS: dict[FieldType, str] = {
    FieldType.DATE: "date_auto",
    FieldType.DATETIME: "datetime",
    FieldType.DECIMAL: "number",
    FieldType.FLOAT: "number",
    FieldType.INTEGER: "integer",
    FieldType.BOOLEAN: "boolean",
}
_SCHEMA_CHECKS = ("required", "max_length", "field_type", "picklist")
_PROBE = "probe"


@dataclass(frozen=True)
class Group:
    """Issues of one entity, field and reason; `detail` None takes every cause. `gids` (a SELECT)
    names the records instead, where no issue of ours does."""

    entity: str
    field: str
    code: str
    severity: str = ""
    detail: str | None = None
    gids: str = ""

    def where(self) -> str:
        """SQL over an issues table."""
        parts = [f"field = {literal(self.field)}", f"code = {literal(self.code)}"]
        if self.severity:
            parts.append(f"severity = {literal(self.severity)}")
        if self.detail is not None:
            parts.append(f"coalesce(detail, '') = {literal(self.detail)}")
        return " and ".join(parts)


def values_of(
    staging: Staging,
    group: Group,
    reads: Sequence[str],
    limit: int = LOOKED,
    *,
    others: bool = False,
) -> tuple[pl.DataFrame, bool]:
    """The combinations of the fields `reads` in the records of a group (`others`: in all records
    but those), most frequent first, with the number of records as `_rows`; and whether these are
    all."""
    golden = names.golden(group.entity)
    columns = set(staging.columns(golden))
    wanted = {name: _column(name, columns) for name in reads}
    listed = ", ".join(f"{column} as {quote(name)}" for name, column in wanted.items())
    issues, member = quote(names.issues("validate", group.entity)), "not in" if others else "in"
    listed_gids = group.gids or f"select row from {issues} where {group.where()}"
    found = staging.table(
        f"""select {listed}, count(*) as {ROWS} from {quote(golden)}
            where _gid {member} ({listed_gids})
            group by all order by {ROWS} desc, {", ".join(wanted.values())} limit {limit + 1}"""
    )
    frame = pl.DataFrame(pl.from_arrow(found))
    return frame.head(limit), frame.height <= limit


def _column(name: str, columns: set[str]) -> str:
    """A lookup is corrected where it was looked up."""
    return quote(f"_raw_{name}") if f"_raw_{name}" in columns else quote(name)


def trial(
    staging: Staging, plan: Plan, group: Group, step: RecipeStep, limit: int = LOOKED
) -> Trial:
    """Try `step` on the records of a group. Raises PlanError for fields that are not there."""
    problem = step_problem(step)
    if problem is not None:
        return Trial(problem=problem)
    wanted = tuple(dict.fromkeys((*step.reads, step.writes)))
    frame, complete = values_of(staging, group, wanted, limit)
    applied = compile_steps((step.step,), sources=len(step.reads)).apply(
        [frame[name] for name in step.reads]
    )
    bad = _still_bad(staging, plan, group, applied.values)
    told = _told(frame, group.field, applied, bad, complete)
    return replace(told, others=_others(staging, group, step, limit))


def _others(staging: Staging, group: Group, step: RecipeStep, limit: int) -> int:
    """Records without the issue that the step would change, or complain of."""
    wanted = tuple(dict.fromkeys((*step.reads, step.writes)))
    frame, _ = values_of(staging, group, wanted, limit, others=True)
    applied = compile_steps((step.step,), sources=len(step.reads)).apply(
        [frame[name] for name in step.reads]
    )
    now, then = frame[step.writes].fill_null(""), applied.values.fill_null("")
    touched = set((now != then).arg_true().to_list()) | set(applied.issues["index"].to_list())
    return sum(frame[ROWS][n] for n in touched)


def _told(
    frame: pl.DataFrame, field: str, applied: Applied, bad: set[int], complete: bool
) -> Trial:
    failed = {row["index"]: row for row in applied.issues.iter_rows(named=True)}
    before, after, rows = frame[field].to_list(), applied.values.to_list(), frame[ROWS].to_list()
    lines = []
    for n, (old, new, count) in enumerate(zip(before, after, rows, strict=True)):
        kept = n in failed and new == old
        ok = (new or None) != (old or None) and not kept and n not in bad
        lines.append(
            TrialLine(old, new, count, ok, _words(failed.get(n)) if kept else Text("", ""))
        )
    return Trial(
        lines=tuple(sorted(lines, key=lambda line: -line.rows)[:LISTED]),
        rows=sum(rows),
        repaired=sum(line.rows for line in lines if line.ok),
        emptied=sum(line.rows for line in lines if line.before and not line.after),
        complete=complete,
    )


def _words(issue: dict[str, str] | None) -> Text:
    if issue is None:
        return Text("", "")
    words = ISSUE_CODES[issue["code"]].text
    told = {"value": issue["value"] or "", "detail": issue["detail"] or "", "field": ""}
    return Text(words.en.format(**told), words.fa.format(**told))


def _still_bad(staging: Staging, plan: Plan, group: Group, values: pl.Series) -> set[int]:
    """Numbers of the values that a check would complain of."""
    entity = plan.target.schema.entity(group.entity)
    lookup = lookups(plan, group.entity).get(group.field)
    if lookup is not None and lookup.lookup is not None:
        return _not_found(staging, lookup.lookup, values)
    bad = _failing(staging, plan, entity, group.field, values)
    knower = KNOWERS.get(group.code)
    if knower:
        known = compile_steps((Step(knower),)).apply([values])
        bad |= set(known.issues["index"].to_list())
    return bad


def _failing(
    staging: Staging, plan: Plan, entity: Entity, field: str, values: pl.Series
) -> set[int]:
    rules = [
        (rule.check, rule.options)
        for one in plan.checking
        for rule in one.rules
        if one.entity == entity.name and rule.enabled and rule.fields == (field,)
    ]
    must = next((f for f in entity.fields if f.name == field), None)
    schema = [c for c in _SCHEMA_CHECKS if c != "required" or (must and must.required)]
    bad: set[int] = set()
    probe = f"select unnest(?) as _gid, unnest(?) as {quote(field)}"
    given = [list(range(len(values))), values.cast(pl.String).to_list()]
    for check_id, options in [*((name, {}) for name in schema), *rules]:
        if check_id not in CHECKS:
            continue
        check = CHECKS.get(check_id)
        context = CheckContext(_PROBE, entity, (field,), from_data(check.options, options), {})
        sql = f"with {_PROBE} as ({probe}) select row from ({check.select(context)})"
        bad |= {row[0] for row in staging.rows(sql, given)} if given[0] else set()
    return bad


def _not_found(staging: Staging, lookup: Lookup, values: pl.Series) -> set[int]:
    """Values that lead to no parent record, whatever it may be."""
    gone = [_lost(staging, way, values) for way in lookup.ways]
    return set.intersection(*gone)


def _lost(staging: Staging, lookup: LookupWay, values: pl.Series) -> set[int]:
    table = names.clean(lookup.entity)
    if not staging.exists(table):
        return set(range(len(values)))
    # By another field than the key, spellings are compared loosely.
    key = f"lower(trim({quote(lookup.by)}))" if lookup.by else "_key"
    asked = "lower(trim(unnest(?)))" if lookup.by else "unnest(?)"
    given = values.cast(pl.String).to_list()
    known = staging.rows(
        f"select distinct {key} from {quote(table)} where {key} in (select {asked})", [given]
    )
    found = {row[0] for row in known}
    alike = [(v or "").strip().lower() if lookup.by else v for v in given]
    return {n for n, value in enumerate(alike) if value and value not in found}
