"""What earlier stages said about the values of golden records, and whether it still holds."""

from __future__ import annotations

from migrator.model.issues import Severity
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging

COLUMNS = "field, code, severity, value, detail"
_SEVERAL = " | "  # between the values that went into a step together
# Spelling habits: a value that changed in nothing else still is the value that was complained of.
_FROM = "يىكةأإٱ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩"
_TO = "ییکهااا" + "0123456789" * 2
_SPACE = r"[\s\p{Cf}\p{Zs}]+"


def earlier(staging: Staging, entity: str) -> list[str]:
    """SELECTs of row (golden id), field, code, severity, value, detail: errors and warnings of
    map, cleanse and merge that still matter.

    One of a source row counts for its golden record, unless the record was merged and the field's
    value came from another row, or the recipe gave the field another value since (a correction;
    other spaces, keyboard or digits alone are none). A value that a transform emptied
    with a warning is still worth the warning.
    """
    crosswalk, provenance = names.crosswalk(entity), names.provenance(entity)
    overruled = ""
    if staging.exists(provenance):
        overruled = f"""and not exists (select 1 from {quote(provenance)} p
            where p._gid = x._gid and p.field = i.field and p._rid <> i.row)"""
    selects = []
    for stage in ("map", "cleanse"):
        table = names.issues(stage, entity)
        if staging.exists(table) and staging.exists(crosswalk):
            selects.append(
                f"""select distinct x._gid as row, {COLUMNS} from {quote(table)} i
                    join {quote(crosswalk)} x on x._rid = i.row
                    where true {overruled} {_unsettled(staging, entity, stage)}"""
            )
    merged = names.issues("merge", entity)
    if staging.exists(merged):
        info = literal(Severity.INFO.value)
        selects.append(
            f"select distinct row, {COLUMNS} from {quote(merged)} where severity <> {info}"
        )
    return selects


def _unsettled(staging: Staging, entity: str, stage: str) -> str:
    """SQL that is true while the value of issue `i` is still the one that was complained of."""
    clean, mapped = names.clean(entity), names.mapped(entity)
    if not (staging.exists(clean) and staging.exists(mapped)):
        return ""
    columns = set(staging.columns(clean))
    table = quote(names.issues(stage, entity))
    fields = [row[0] for row in staging.rows(f"select distinct field from {table}")]
    changed = []
    for field in fields:
        if field not in columns:
            continue
        now = _bare(f"c.{quote(field)}")
        before, emptied = _bare(f"m.{quote(field)}"), ""
        if stage == "cleanse":
            # What a step leaves is not kept: a warning of an empty field may be of its emptying.
            before = _bare(f"split_part(o.value, {literal(_SEVERAL)}, 1)")
            emptied = f"and not ({now} = '' and o.severity = {literal(Severity.WARNING.value)})"
        changed.append(
            f"""select o.row, o.field, o.code, o.value from {table} o
                join {quote(clean)} c on c._rid = o.row join {quote(mapped)} m on m._rid = o.row
                where o.field = {literal(field)} and {now} <> {before} {emptied}"""
        )
    if not changed:
        return ""
    return f"""and not exists (select 1 from ({" union all ".join(changed)}) s
        where s.row = i.row and s.field = i.field and s.code = i.code
        and s.value is not distinct from i.value)"""


def _bare(value: str) -> str:
    plain = f"translate(coalesce({value}, ''), {literal(_FROM)}, {literal(_TO)})"
    return f"lower(regexp_replace({plain}, {literal(_SPACE)}, '', 'g'))"
