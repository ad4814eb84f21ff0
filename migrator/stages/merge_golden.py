"""Survivorship: one record per cluster, each field from the row that its rule puts first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import re2

from migrator.model.codec import from_data
from migrator.model.survivorship import Override, SurvivorRule
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging
from migrator.survivors import SURVIVORS
from migrator.survivors.base import RankContext

MERGED = "merge_merged"
WINNERS = "merge_winners"
OVERRIDE = "override"


@dataclass(frozen=True)
class FieldRule:
    """The rule that holds for one field, and its order terms."""

    field: str
    rule: str
    order: tuple[str, ...]


def field_rules(
    fields: Sequence[str],
    rules: Sequence[SurvivorRule],
    columns: frozenset[str],
    feed_sources: Mapping[int, str],
) -> tuple[tuple[FieldRule, ...], tuple[str, ...]]:
    """(the rule of every field, what is wrong with the rules, as sentences): a field's own rule,
    else the entity's default (field ""), else `first`. The last rule stated for a field counts."""
    stated = {rule.field: rule for rule in rules}
    default = stated.get("", SurvivorRule("", "first"))
    problems = [
        f"{rule.rule!r} for {rule.field or 'the entity'}: there is no such rule"
        for rule in stated.values()
        if rule.rule not in SURVIVORS
    ]
    problems += [
        f"{rule.rule!r} for {name!r}: there is no such field"
        for name, rule in stated.items()
        if name and name not in columns
    ]
    if problems:
        return (), tuple(problems)
    found = []
    for name in fields:
        chosen = stated.get(name, default)
        item = SURVIVORS.get(chosen.rule)
        options, problem = _options(item.options, chosen, columns)
        problems += problem
        context = RankContext(quote(name), columns, options, dict(feed_sources))
        found.append(FieldRule(name, item.id, () if problem else tuple(item.order(context))))
    return tuple(found), tuple(dict.fromkeys(problems))


def _options(kind: type, rule: SurvivorRule, columns: frozenset[str]) -> tuple[Any, list[str]]:
    try:
        options: Any = from_data(kind, rule.options)
    except ValueError as error:
        return kind(), [f"{rule.rule!r} for {rule.field or 'the entity'}: {error}"]
    pattern = getattr(options, "pattern", "")
    try:
        re2.compile(pattern)
    except re2.error:
        return options, [f"{rule.rule!r} for {rule.field or 'the entity'}: bad pattern {pattern!r}"]
    by = getattr(options, "by", None)
    if by is not None and by not in columns:
        return options, [f"{rule.rule!r} for {rule.field or 'the entity'}: no field {by!r}"]
    return options, []


def write_merged(
    staging: Staging,
    entity: str,
    rules: Sequence[FieldRule],
    wanted: tuple[Sequence[str], Sequence[Override]],
) -> None:
    """Make MERGED, one row per golden record: `_gid`, `_size`, the fields, and `_from_<field>`
    (row that the value came from) for traced fields; write provenance_<entity>. `wanted` is
    (traced fields, the entity's overrides)."""
    traced, overrides = wanted
    clean, clusters = quote(names.clean(entity)), quote(names.clusters(entity))
    winners = winners_sql(clean, clusters, rules, overrides)
    staging.run(f"create or replace table {WINNERS} as {winners}")
    single = [quote(rule.field) for rule in rules]
    single += [f"_rid as {quote(f'_from_{name}')}" for name in traced]
    places = {rule.field: no for no, rule in enumerate(rules)}
    won = [f"w{no}.v" for no in range(len(rules))] + [f"w{places[name]}.r" for name in traced]
    # Most rows are single and pass straight through: a view spares writing them twice.
    alone = ", ".join(["_rid as _gid, 1 as _size", *single])
    staging.run(
        f"create or replace view {MERGED} as select {alone}"
        f" from {clean} where _rid not in (select _rid from {clusters})"
        f" union all select {', '.join(['_gid, _size', *won])} from {WINNERS}"
    )
    _write_provenance(staging, entity, rules)


def winners_sql(
    clean: str, clusters: str, rules: Sequence[FieldRule], overrides: Sequence[Override] = ()
) -> str:
    """SELECT of `_gid`, `_size` and, per rule, `w<no>`: a struct of the winning row `r`, its
    value `v`, and `h`: whether a person keeps it. Where every value of a cluster is empty, its
    lowest row gives what it has. `clusters` is a table or a subquery of `_rid`, `_gid`."""
    kept = _kept(overrides)
    terms, picks, columns, joins = (
        [],
        [],
        ["c.*", "g._gid"],
        ["join " + clusters + " g using (_rid)"],
    )
    for no, rule in enumerate(rules):
        order, held = [], "false"
        if rule.field in kept:
            columns.append(f"h{no}_.seq as _kept_{no}")
            joins.append(
                f"left join (values {kept[rule.field]}) h{no}_(rid, seq) on h{no}_.rid = c._rid"
            )
            order.append(f"_kept_{no} desc nulls last")
            held = f"_kept_{no} is not null"
        for place, term in enumerate(rule.order):
            name = f"o{no}_{place}"
            falling = term.endswith(" desc")
            terms.append(f"{term.removesuffix(' desc')} as {name}")
            order.append(f"{name} {'desc' if falling else 'asc'} nulls last")
        value = quote(rule.field)
        by = ", ".join([f"(coalesce({value}, '') = '') asc", *order, "_rid asc"])
        picks.append(f"first({{'r': _rid, 'v': {value}, 'h': {held}}} order by {by}) as w{no}")
    inner = f"select *{''.join(', ' + term for term in terms)} from"
    inner += f" (select {', '.join(columns)} from {clean} c {' '.join(joins)})"
    outer = "".join(", " + pick for pick in picks)
    return f"select _gid, count(*)::integer as _size{outer} from ({inner}) group by _gid"


def _kept(overrides: Sequence[Override]) -> dict[str, str]:
    """Per field the rows that people keep, as SQL VALUES of (row, number)."""
    found: dict[str, dict[int, int]] = {}
    for one in overrides:
        found.setdefault(one.field, {})[one.row] = one.seq
    return {
        name: ", ".join(f"({row}, {seq})" for row, seq in sorted(rows.items()))
        for name, rows in found.items()
    }


def _write_provenance(staging: Staging, entity: str, rules: Sequence[FieldRule]) -> None:
    parts = [
        f"select _gid, {literal(rule.field)} as field, w{no}.r as _rid,"
        f" case when w{no}.h then {literal(OVERRIDE)} else {literal(rule.rule)} end as rule"
        f" from {WINNERS} where coalesce(w{no}.v, '') <> ''"
        for no, rule in enumerate(rules)
    ]
    empty = "select NULL::bigint as _gid, NULL::varchar as field, NULL::bigint as _rid,"
    empty += " NULL::varchar as rule where false"
    staging.create(names.provenance(entity), " union all ".join([empty, *parts]))


def drop(staging: Staging) -> None:
    """Remove what is only needed while an entity is merged."""
    staging.run(f"drop view if exists {MERGED}")
    staging.run(f"drop table if exists {WINNERS}")
