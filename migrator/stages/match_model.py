"""The match model of an entity: m and u of every level, learned without training data.

u (agreement by chance): equality levels are counted exactly over all rows, the others in all pairs
of a fixed sample of rows. m (agreement of true pairs): Splink's expectation maximisation, one
session per chosen blocking rule, in which the fields of that rule sit out; the result is drawn
towards the prior of match_levels by as much as the session saw few pairs. Tables too small to
learn from keep the priors. All numbers are rounded so that the order in which threads add up
cannot show in the result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from migrator.model.matching import BlockingRule
from migrator.stages.match_fields import KeyedField
from migrator.stages.match_levels import BANDS, FieldModel, Level, levels
from migrator.stages.match_splink import train
from migrator.stages.match_table import ROWS, BlockFacts, split_key
from migrator.store.staging import Staging

SAMPLE_ROWS = 900
TEXT_SAMPLE_ROWS = 300
LEARN_ROWS = 200
LEARN_PAIRS = 50
PRIOR_PAIRS = 60.0
MAX_SESSIONS = 3
M_FLOOR = 0.0005


def first_model(staging: Staging, fields: Sequence[KeyedField]) -> tuple[FieldModel, ...]:
    """Priors for m, and u counted in the match table."""
    return tuple(_counted(staging, field, levels(field)) for field in fields)


def learn(
    staging: Staging,
    model: tuple[FieldModel, ...],
    rules: Sequence[BlockingRule],
    blocks: Sequence[BlockFacts],
) -> tuple[FieldModel, ...]:
    """The model with m learned where the data allow it."""
    if staging.count(ROWS) < LEARN_ROWS:
        return model
    trained: dict[int, list[tuple[float, list[float]]]] = {}
    for no in _sessions(model, rules, blocks):
        used = {split_key(key)[0] for key in rules[no].keys}
        free = [part for part in model if part.field.field not in used]
        session = train(staging, free, no, blocks[no].pairs)
        if session.matches >= LEARN_PAIRS:
            for field_no, values in session.m.items():
                trained.setdefault(field_no, []).append((session.matches, values))
    return tuple(_learned(part, trained.get(part.field.no, [])) for part in model)


def _sessions(
    model: tuple[FieldModel, ...], rules: Sequence[BlockingRule], blocks: Sequence[BlockFacts]
) -> list[int]:
    """Rules to learn from: those that make few, likely pairs first, until every field has been
    free in two sessions."""
    free = {
        no: frozenset(
            part.field.no
            for part in model
            if part.field.field not in {split_key(key)[0] for key in rule.keys}
        )
        for no, rule in enumerate(rules)
    }
    order = sorted(
        (no for no in free if blocks[no].pairs >= LEARN_PAIRS and len(free[no]) >= 2),
        key=lambda no: (blocks[no].pairs, no),
    )
    seen = dict.fromkeys((part.field.no for part in model), 0)
    chosen: list[int] = []
    for no in order:
        if len(chosen) < MAX_SESSIONS and any(seen[field] < 2 for field in free[no]):
            chosen.append(no)
            for field in free[no]:
                seen[field] += 1
    return chosen


def _learned(part: FieldModel, sessions: list[tuple[float, list[float]]]) -> FieldModel:
    if not sessions:
        return part
    total = PRIOR_PAIRS + sum(matches for matches, _ in sessions)
    mixed = [
        (PRIOR_PAIRS * prior + sum(matches * values[index] for matches, values in sessions)) / total
        for index, prior in enumerate(part.m)
    ]
    return replace(part, m=_normal(mixed, M_FLOOR), learned=True)


def _normal(values: Sequence[float], floor: float) -> tuple[float, ...]:
    raised = [max(value, floor) for value in values]
    return tuple(_round(value / sum(raised)) for value in raised)


def _round(value: float) -> float:
    return float(f"{value:.4g}")


def score_sql(model: tuple[FieldModel, ...], pairs: str, prior: float) -> str:
    """SELECT of `a`, `b`, weight and levels, given the prior weight, for a SELECT of pairs (a, b)
    that no block brought together."""
    codes = ", ".join(f"{part.level_sql()} as g{part.field.no}" for part in model)
    weight = " + ".join(
        "CASE g{} {} ELSE 0 END".format(
            part.field.no,
            " ".join(
                f"WHEN {len(part.levels) - 1 - index} THEN {weight}"
                for index, weight in enumerate(part.weights)
            ),
        )
        for part in model
    )
    levels = ", ".join(f"g{part.field.no}" for part in model)
    source = (
        f"select a, b, {_sides([part.field for part in model])} from ({pairs})"
        f" join {ROWS} l on l.rid = a join {ROWS} r on r.rid = b"
    )
    return (
        f"select a, b, round({prior!r} + {weight}, 3), {levels}"
        f" from (select a, b, {codes} from ({source}))"
    )


def _sides(fields: Sequence[KeyedField]) -> str:
    return ", ".join(
        f"{side}.{name} as {name}_{side}"
        for field in fields
        for name in (*field.columns, f"n{field.no}")
        for side in "lr"
    )


# -- u


def _sample(staging: Staging, field: KeyedField, shape: tuple[Level, ...]) -> list[int]:
    """Pairs per level (strongest first) among all pairs of some fixed rows that hold the field."""
    code = FieldModel(field, shape, (), ()).level_sql()
    rows = TEXT_SAMPLE_ROWS if field.kind == "text" else SAMPLE_ROWS
    key = f"k{field.no}"
    found = dict(
        staging.rows(
            f"with s as materialized (select * from {ROWS} where {key} is not null"
            f" order by hash(rid), rid limit {rows}),"
            f" p as (select {_sides([field])} from s l join s r on l.rid < r.rid)"
            f" select {code} as level, count(*) from p group by 1"
        )
    )
    return [int(found.get(len(shape) - 1 - index, 0)) for index in range(len(shape))]


def _counted(staging: Staging, field: KeyedField, shape: tuple[Level, ...]) -> FieldModel:
    """u and prior m of a field. Equality levels that no two rows of the table reach are left out:
    nothing could be said about their chance agreement."""
    filled = int(staging.scalar(f"select count(k{field.no}) from {ROWS}"))
    pairs = max(1.0, filled * (filled - 1) / 2)
    exact = _bands(staging, field)
    equal = sum(found for _, found in exact.values())
    sampled = _sample(staging, field, shape)
    seen = max(1, sum(sampled))
    kept: list[tuple[Level, float, float]] = []
    for level, count in zip(shape[:-1], sampled, strict=False):
        m, u = level.m, max(count, 0.5) / seen
        if level.exact:
            rows, same = exact[level.band]
            m, u = level.m * rows / max(1, filled), same / pairs
        elif level.same:
            u = max(0.0, _same(staging, level.same) - equal) / pairs
            u = max(u, count / seen) if count >= 20 else u
        if filled < LEARN_ROWS or level.same:
            u = min(u, level.usual)
        if u > 0:
            kept.append((level, m, max(u, level.least_u)))
    other = max(1e-6, 1.0 - sum(u for _, _, u in kept))
    kept.append((shape[-1], shape[-1].m, other))
    return FieldModel(
        field,
        tuple(level for level, _, _ in kept),
        _normal([m for _, m, _ in kept], M_FLOOR),
        tuple(_round(u) for _, _, u in kept),
    )


def _bands(staging: Staging, field: KeyedField) -> dict[int | None, tuple[int, float]]:
    """Per band of row counts: (rows, equal pairs)."""
    key = f"n{field.no}"
    tops = " ".join(f"when n <= {bound} then {bound}" for bound in BANDS)
    found = {
        None if band < 0 else int(band): (int(rows), float(pairs))
        for band, rows, pairs in staging.rows(
            f"select case {tops} else -1 end, sum(n), sum(n * (n - 1) // 2) from"
            f" (select {key}::bigint as n from {ROWS} where k{field.no} is not null"
            f" group by k{field.no}, {key}) group by 1"
        )
    }
    return {band: found.get(band, (0, 0.0)) for band in (*BANDS, None)}


def _same(staging: Staging, key: str) -> float:
    return float(
        staging.scalar(
            f"select coalesce(sum(n * (n - 1) // 2), 0) from (select count(*) as n from {ROWS}"
            f" where {key} is not null group by {key})"
        )
    )


def facts(model: tuple[FieldModel, ...]) -> list[dict[str, Any]]:
    """The model as report facts: per field its levels by number, as `agree_<field>` holds them."""
    return [
        {
            "field": part.field.field,
            "meaning": part.field.meaning,
            "learned": part.learned,
            "levels": [
                {
                    "level": len(part.levels) - 1 - index,
                    "label": level.label,
                    "m": part.m[index],
                    "u": part.u[index],
                    "weight": part.weights[index],
                }
                for index, level in enumerate(part.levels)
            ],
        }
        for part in model
    ]
