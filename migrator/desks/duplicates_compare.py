"""Records side by side, what merging them would keep, and why a pair has its score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from migrator.advice.matching import explain as evidence_of
from migrator.advice.meaning import meaning_of
from migrator.desks import duplicates_words as words
from migrator.desks.duplicates_groups import Answers, in_question
from migrator.model.dormant import mapped_fields
from migrator.model.mapping import lineage
from migrator.model.matching import MatchSettings
from migrator.model.meanings import MEANINGS
from migrator.model.plan import Plan
from migrator.model.schema import Entity
from migrator.model.survivorship import Override
from migrator.model.text import Text
from migrator.model.views.duplicates import (
    EvidenceLine,
    Explanation,
    FieldLine,
    PairLine,
    Record,
)
from migrator.stages.merge_golden import OVERRIDE, field_rules, winners_sql
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging
from migrator.survivors import SURVIVORS

SHOWN = 24  # records beside each other; more cannot be taken in
NAMED_BY = ("person_name", "company_name", "product_name")
ELSE_NAMED_BY = ("email", "mobile", "phone", "code", "reference", "text", "id")
BY_HAND = Text("kept by a person", "انتخاب کاربر")


def field_text(entity: Entity, name: str) -> Text:
    """What people call a field."""
    found = next((f for f in entity.fields if f.name == name), None)
    if found is None:
        return Text.of(name)
    return Text(found.label or name, found.label_fa or found.label or name)


def entity_text(entity: Entity) -> Text:
    """What people call an entity."""
    return Text(entity.label or entity.name, entity.label_fa or entity.label or entity.name)


def meaning(entity: Entity, name: str) -> str:
    """What a field is about; "text" where nothing tells."""
    found = next((f.meaning for f in entity.fields if f.name == name), "")
    return found or meaning_of(name).meaning or "text"


# -- names of records


def title_sql(entity: Entity, fields: Sequence[str]) -> str:
    """SQL of a name for a row: its name, else its first and last name, else what else tells rows
    apart; NULL where all of it is empty."""
    by_meaning: dict[str, list[str]] = {}
    for name in fields:
        by_meaning.setdefault(meaning(entity, name), []).append(name)

    def of(listed: Iterable[str]) -> list[str]:
        return [
            f"nullif(trim({quote(name)}), '')" for one in listed for name in by_meaning.get(one, ())
        ]

    both = [f"coalesce({part}, '')" for part in of(("first_name", "last_name"))[:2]]
    joined = [f"nullif(trim({' || chr(32) || '.join(both)}), '')"] if both else []
    parts = [*of(NAMED_BY), *joined, *of(ELSE_NAMED_BY)]
    parts = parts or [f"nullif(trim({quote(name)}), '')" for name in fields[:3]]
    return f"coalesce({', '.join(parts)})" if parts else "NULL"


def titles(staging: Staging, plan: Plan, entity: str, rows: Iterable[int]) -> dict[int, str]:
    """A name for each of these rows that has one."""
    listed = ", ".join(str(row) for row in rows)
    if not listed or not staging.exists(names.clean(entity)):
        return {}
    title = title_sql(plan.target.schema.entity(entity), mapped_fields(plan, entity))
    found = staging.rows(
        f"select _rid, {title} from {quote(names.clean(entity))} where _rid in ({listed})"
    )
    return {row: text for row, text in found if text}


# -- side by side


def records(
    staging: Staging, plan: Plan, entity: str, rows: Sequence[int], clusters: Mapping[int, int]
) -> tuple[Record, ...]:
    """Who the rows are: name, source, place in the table, and the cluster they stand in now."""
    told = titles(staging, plan, entity, rows)
    feeds = {feed.no: feed for feed in plan.feeds}
    parts: dict[int, int] = {}
    found = []
    for row in rows:
        number, ordinal = lineage(row)
        feed = feeds.get(number)
        part = parts.setdefault(clusters.get(row, row), len(parts))
        source, table = (feed.source, feed.table) if feed else ("", "")
        found.append(Record(row, told.get(row, ""), source, table, ordinal, part))
    return tuple(found)


def existing(staging: Staging, entity: str, rows: Sequence[int]) -> list[int]:
    """Those of the rows that the last result knows, in the given order."""
    if not rows or not staging.exists(names.clean(entity)):
        return []
    listed = ", ".join(str(int(row)) for row in rows)
    sql = f"select _rid from {quote(names.clean(entity))} where _rid in ({listed})"
    known = {row for (row,) in staging.rows(sql)}
    return [row for row in dict.fromkeys(rows) if row in known]


def field_lines(
    staging: Staging,
    plan: Plan,
    entity: str,
    rows: tuple[Sequence[int], Sequence[int]],
    overrides: Sequence[Override],
) -> tuple[FieldLine, ...]:
    """The fields that some record fills, in the order of the schema; `rows` is (those shown,
    those that would be merged)."""
    shown, chosen = rows
    schema = plan.target.schema.entity(entity)
    mapped = set(mapped_fields(plan, entity))
    fields = [f.name for f in schema.fields if f.name in mapped]
    if not fields or not shown:
        return ()
    by_row = _values(staging, entity, fields, shown)
    won = _winners(staging, plan, entity, (fields, chosen), overrides)
    compared = {c.field for s in plan.matching if s.entity == entity for c in s.comparisons}
    places = {row: place for place, row in enumerate(shown)}
    lines = []
    for no, name in enumerate(fields):
        values = tuple(by_row[row][no] or "" for row in shown)
        if not any(values):
            continue
        row, value, rule = won.get(name, (None, "", "first"))
        lines.append(
            FieldLine(
                name,
                field_text(schema, name),
                MEANINGS.get(meaning(schema, name), Text("", "")),
                name in compared,
                values,
                places.get(row) if row is not None and value else None,
                value,
                BY_HAND if rule == OVERRIDE else SURVIVORS.get(rule).title,
                rule == OVERRIDE,
            )
        )
    return tuple(lines)


def _values(
    staging: Staging, entity: str, fields: Sequence[str], rows: Sequence[int]
) -> dict[int, list[str | None]]:
    columns = ", ".join(quote(name) for name in fields)
    listed = ", ".join(str(row) for row in rows)
    clean = quote(names.clean(entity))
    found = staging.rows(f"select _rid, {columns} from {clean} where _rid in ({listed})")
    return {row: values for row, *values in found}


def _winners(
    staging: Staging,
    plan: Plan,
    entity: str,
    wanted: tuple[Sequence[str], Sequence[int]],
    overrides: Sequence[Override],
) -> dict[str, tuple[int, str, str]]:
    """Per field (row, value, rule) of the golden record that merging the chosen rows would make:
    the very statement that the merge stage runs, over these rows alone."""
    fields, chosen = wanted
    clean = names.clean(entity)
    stated = next((s.rules for s in plan.survivorship if s.entity == entity), ())
    columns = frozenset(staging.columns(clean))
    sources = {feed.no: feed.source for feed in plan.feeds}
    rules, _ = field_rules(fields, stated, columns, sources)
    if not rules or not chosen:
        return {}
    one = f"(select unnest([{', '.join(str(row) for row in chosen)}])::bigint as _rid, 0 as _gid)"
    own = [o for o in overrides if o.entity == entity and o.row in set(chosen)]
    found = staging.rows(winners_sql(quote(clean), one, rules, own))
    if not found:
        return {}
    return {
        rule.field: (won["r"], won["v"] or "", OVERRIDE if won["h"] and won["v"] else rule.rule)
        for rule, won in zip(rules, found[0][2:], strict=True)
    }


def pair_lines(
    staging: Staging,
    settings: MatchSettings,
    rows: Sequence[int],
    context: tuple[Mapping[int, int], Answers],
) -> tuple[PairLine, ...]:
    """Kept pairs among the rows, the likeliest first, then judged ones that have no score;
    `context` is (clusters of the last result, verdicts that count)."""
    clusters, answers = context
    table, inside = names.pairs(settings.entity), set(rows)
    known: dict[tuple[int, int], float | None] = {}
    asked: set[tuple[int, int]] = set()
    if rows and staging.exists(table):
        listed = ", ".join(str(row) for row in rows)
        sql = (
            f'select "left", "right", probability, answer from {quote(table)}'
            f' where "left" in ({listed}) and "right" in ({listed})'
            ' order by probability desc nulls last, "left", "right"'
        )
        for pair in staging.rows(sql):
            known[pair[0], pair[1]] = pair[2]
            if in_question(pair, clusters, (settings.review_above, settings.merge_above)):
                asked.add((pair[0], pair[1]))
    judged = {p for p in answers if p[0] in inside and p[1] in inside}
    return tuple(
        PairLine(
            *pair,
            known.get(pair),
            str(answers[pair]) if pair in answers else "",
            pair in asked and pair not in answers,
        )
        for pair in (*known, *sorted(judged - known.keys()))
    )


# -- why


def explanation(
    staging: Staging, schema: Entity, facts: Mapping[str, Any], pair: tuple[int, int]
) -> Explanation:
    """Why a pair has its score; `facts` are those of the result that holds it."""
    left, right = min(pair), max(pair)
    table = names.pairs(schema.name)
    columns = staging.columns(table) if staging.exists(table) else []
    agree = [name for name in columns if name.startswith("agree_")]
    if not agree or not facts.get("fields"):
        return Explanation(left, right)
    listed = "".join(", " + quote(name) for name in agree)
    sql = f'select probability, weight{listed} from {quote(table)} where "left" = ? and "right" = ?'
    rows = staging.rows(sql, [left, right])
    if not rows or rows[0][0] is None:
        return Explanation(left, right)
    chance, weight, *levels = rows[0]
    named = {name.removeprefix("agree_"): level for name, level in zip(agree, levels, strict=True)}
    lines = tuple(
        EvidenceLine(e.field, field_text(schema, e.field), words.level(e.label), e.weight)
        for e in evidence_of(facts, named)
    )
    start = float(facts.get("prior_weight", 0.0))
    return Explanation(left, right, float(chance), float(weight), start, lines)
