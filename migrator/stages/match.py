"""The stage "match": finds rows of one entity that are the same person, company or thing.

Per entity: keys (match_fields) and blocks (match_table, which lists the derived blocking keys) ->
comparison levels (match_levels) with learned m and u (match_model) -> Splink scores every pair of
every block (match_splink) -> pairs worth keeping, with people's verdicts, and clusters
(match_clusters).

A pair's weight is the weight of its levels plus the prior: the report's facts and the columns
`agree_<field>` of pairs_<entity> explain every score (see advice.matching.explain).
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from migrator.errors import PlanError
from migrator.model.matching import MatchSettings, Verdict
from migrator.model.reports import StageReport
from migrator.model.text import Text
from migrator.progress import Progress
from migrator.stages import match_model, match_pairs, match_records, match_splink, match_table
from migrator.stages.match_clusters import Clusters, Edge, latest, write_clusters
from migrator.stages.match_fields import KeyedField
from migrator.stages.match_levels import FieldModel
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging

READS = ("clean",)
WRITES = ("pairs", "clusters")
VERSION = 1
SCORED = "match_scored"
BINS = 20
WORTH_KEEPING = -14.0


@dataclass(frozen=True)
class MatchSection:
    """What of the plan this stage follows: settings per entity, people's verdicts, all entities of
    the plan (those without settings get empty tables), and per entity the numbers of the feeds
    that give one record per key."""

    settings: tuple[MatchSettings, ...]
    verdicts: tuple[Verdict, ...]
    entities: tuple[str, ...]
    keyed: dict[str, tuple[int, ...]] = field(default_factory=dict)


def run(staging: Staging, section: MatchSection, progress: Progress) -> StageReport:
    """Write pairs_<entity> and clusters_<entity> of every entity.

    Raises PlanError naming every setting that does not fit the tables."""
    started = time.perf_counter()
    settings = {item.entity: item for item in section.settings if item.enabled}
    _check(staging, section, settings)
    rows: dict[str, int] = {}
    facts: dict[str, Any] = {}
    warnings: list[str] = []
    for place, entity in enumerate(section.entities):
        progress.update(place, len(section.entities), f"{entity}: match")
        verdicts = latest(item for item in section.verdicts if item.entity == entity)
        known, vanished = _known(staging, entity, verdicts)
        warnings += _vanished(entity, vanished)
        keyed = match_records.build(staging, entity, section.keyed.get(entity, ()), known.values())
        found = _match_entity(staging, entity, settings.get(entity), (known, keyed, progress))
        warnings += found.pop("warnings")
        facts[entity] = found | {"vanished_verdicts": len(vanished)}
        for table in (names.pairs(entity), names.clusters(entity)):
            rows[table] = staging.count(table)
    progress.update(len(section.entities), len(section.entities), "match")
    return StageReport(
        "match",
        rows,
        facts,
        tuple(warnings),
        sum(found["to_review"] for found in facts.values()),
        round(time.perf_counter() - started, 3),
    )


def _check(staging: Staging, section: MatchSection, settings: dict[str, MatchSettings]) -> None:
    problems = []
    for entity, item in settings.items():
        if entity not in section.entities:
            continue
        columns = set(staging.columns(names.clean(entity)))
        asked = {part.field for part in item.comparisons}
        asked |= {match_table.split_key(key)[0] for rule in item.blocking for key in rule.keys}
        missing = sorted(asked - columns)
        problems += [f"{entity}: field {name!r} is not mapped" for name in missing]
    if problems:
        raise PlanError(
            Text(
                "The match settings name fields that are not mapped.",
                "تنظیمات تکراری‌یابی از فیلدهایی نام می‌برد که نگاشت نشده‌اند.",
            ),
            hint=Text(
                "Map them or take them out of the settings: " + "; ".join(problems) + ".",
                f"آن‌ها را نگاشت کنید یا از تنظیمات بردارید: {'؛ '.join(problems)}.",
            ),
            problems=problems,
        )


def _known(
    staging: Staging, entity: str, verdicts: dict[Edge, Verdict]
) -> tuple[dict[Edge, Verdict], list[Edge]]:
    """Verdicts whose two rows exist, and the pairs of the others."""
    if not verdicts:
        return {}, []
    listed = ", ".join(str(rid) for rid in sorted({rid for pair in verdicts for rid in pair}))
    table = quote(names.clean(entity))
    there = {row[0] for row in staging.rows(f"select _rid from {table} where _rid in ({listed})")}
    known = {pair: found for pair, found in verdicts.items() if there.issuperset(pair)}
    return known, sorted(pair for pair in verdicts if pair not in known)


def _vanished(entity: str, pairs: Sequence[Edge]) -> list[str]:
    if not pairs:
        return []
    first = ", ".join(f"{left} and {right}" for left, right in pairs[:5])
    return [
        f"{entity}: {len(pairs)} verdicts are about rows that no longer exist"
        f" (row ids {first}{' ...' if len(pairs) > 5 else ''})."
    ]


def _match_entity(
    staging: Staging,
    entity: str,
    settings: MatchSettings | None,
    context: tuple[dict[Edge, Verdict], int, Progress],
) -> dict[str, Any]:
    """The facts of one entity; `context` is (verdicts, rows that KEYED takes away, progress)."""
    verdicts, keyed, progress = context
    started = time.perf_counter()
    fields = keyed_fields(settings) if settings else ()
    rules = settings.blocking if settings else ()
    # Scratch tables are written once, read a few times and dropped: packing them costs more.
    try:
        model: tuple[FieldModel, ...] = ()
        facts: dict[str, Any] = {"enabled": bool(settings), "blocking": [], "pairs_compared": 0}
        if settings and settings.comparisons and rules and _rows(staging, entity) > 1:
            model, found = _compare(staging, settings, fields, (bool(keyed), progress))
            facts |= found
        prior = float(facts.get("prior_weight", 0.0))
        facts |= _write_pairs(staging, entity, settings, (model, verdicts, prior))
        done = _cluster(staging, entity, settings, verdicts)
    finally:
        match_records.drop(staging)
        match_pairs.drop(staging, len(rules))
        match_table.drop(staging, len(fields), len(rules))
        staging.run(f"drop table if exists {SCORED}")
    facts |= {
        "clusters": done.clusters,
        "clustered_rows": done.rows,
        "absorbed": done.rows - done.clusters,
        "same_key_rows": keyed,
        "fields": match_model.facts(model),
        "fixed_parameters": bool(model) and not any(part.learned for part in model),
        "seconds": round(time.perf_counter() - started, 3),
        "warnings": _remarks(entity, model, facts, done),
    }
    return facts


def _rows(staging: Staging, entity: str) -> int:
    return staging.count(names.clean(entity))


def _compare(
    staging: Staging,
    settings: MatchSettings,
    fields: tuple[KeyedField, ...],
    context: tuple[bool, Progress],
) -> tuple[tuple[FieldModel, ...], dict[str, Any]]:
    """Make SCORED; returns the model and the facts of blocking and scoring."""
    keyed, progress = context
    entity, rules = settings.entity, settings.blocking
    source = match_records.rows_sql(entity, [part.field for part in fields], keyed=keyed)
    limits = (settings.max_block, progress)
    table = match_table.build(staging, entity, fields, rules, limits, source)
    progress.update(0, None, f"{entity}: learning")
    model = match_model.first_model(staging, fields[: len(settings.comparisons)])
    model = match_model.learn(staging, model, rules, table.blocks)
    progress.update(0, None, f"{entity}: comparing")
    compared = match_pairs.build(staging, table, rules, len(model))
    return model, _score(staging, model, table.rows, compared) | {
        "blocking": [asdict(block) for block in table.blocks],
        "skipped_rows": max((block.skipped_rows for block in table.blocks), default=0),
    }


def keyed_fields(settings: MatchSettings) -> tuple[KeyedField, ...]:
    """The fields of the match table: those compared, then those only blocked on."""
    meanings = {part.field: part.meaning for part in settings.comparisons}
    for rule in settings.blocking:
        for key in rule.keys:
            name, derived = match_table.split_key(key)
            meanings.setdefault(name, "text" if derived in ("rare", "code") else "")
    return tuple(
        KeyedField(no, name, meaning) for no, (name, meaning) in enumerate(meanings.items())
    )


def _score(
    staging: Staging, model: tuple[FieldModel, ...], rows: int, compared: int
) -> dict[str, Any]:
    """SCORED: compared pairs whose weight is not hopeless, and the prior that they show."""
    pairs = max(1.0, rows * (rows - 1) / 2)
    prior = min(0.5, 0.05 * rows / pairs)
    limits = (prior, WORTH_KEEPING)
    pairs_and_rows = (match_pairs.PAIRS, match_pairs.PAIRED)
    match_splink.score(staging, model, pairs_and_rows, limits, SCORED)
    learned = _prior(staging, prior, pairs)
    shift = _odds(learned) - _odds(prior)
    staging.run(f"update {SCORED} set weight = round(weight + ({shift!r}), 3)")
    return {"pairs_compared": compared, "prior": learned, "prior_weight": round(_odds(learned), 4)}


def _odds(probability: float) -> float:
    return math.log2(probability / (1 - probability))


def _prior(staging: Staging, start: float, pairs: float) -> float:
    """Share of true pairs among all pairs: the value at which the scores agree with it."""
    bins = staging.rows(
        f"select round(weight, 1)::double as w, count(*) from {SCORED} group by 1 order by 1"
    )
    prior = start
    for _ in range(20):
        shift = _odds(prior) - _odds(start)
        expected = sum(count / (1 + 2.0 ** -(weight + shift)) for weight, count in bins)
        prior = float(f"{min(0.5, max(expected, 0.5) / pairs):.4g}")
    return prior


def _write_pairs(
    staging: Staging,
    entity: str,
    settings: MatchSettings | None,
    context: tuple[tuple[FieldModel, ...], dict[Edge, Verdict], float],
) -> dict[str, Any]:
    """pairs_<entity>: pairs to merge or to review, and all pairs with a verdict (without settings
    these have no score)."""
    model, verdicts, prior = context
    if not model:
        staging.run(
            f'create or replace table {SCORED} ("left" bigint, "right" bigint, weight double)'
        )
    _add_judged(staging, model, sorted(verdicts), prior)
    answers = ", ".join(
        f"({left}, {right}, {literal(verdict.answer.value)})"
        for (left, right), verdict in sorted(verdicts.items())
    )
    judged = f"(values {answers or '(NULL, NULL, NULL)'}) v(a, b, answer)"
    agree = "".join(f", g{part.field.no} as {quote(f'agree_{part.field.field}')}" for part in model)
    chance = "round(1.0 / (1.0 + power(2.0, least(500, -weight))), 6)"
    probability = f"case when weight is not null then {chance} end"
    histogram = _histogram(staging, probability)
    review = settings.review_above if settings else 1.0
    kept = staging.create(
        names.pairs(entity),
        f'select "left"::bigint as "left", "right"::bigint as "right",'
        f" {probability} as probability, weight, answer::varchar as answer{agree}"
        f' from {SCORED} left join {judged} on "left" = v.a and "right" = v.b'
        f" where {probability} >= {review} or answer is not null"
        ' order by weight desc, "left", "right"',
    )
    merge = settings.merge_above if settings else 1.0
    to_review = staging.scalar(
        f"select count(*) from {quote(names.pairs(entity))}"
        f" where answer is null and probability < {merge}"
    )
    return {"pairs_kept": kept, "to_review": int(to_review), "histogram": histogram}


def _histogram(staging: Staging, probability: str) -> list[int]:
    """Scored pairs per twentieth of probability; hopeless pairs are not among them."""
    bins = [0] * BINS
    for place, count in staging.rows(
        f"select least({BINS - 1}, floor({probability} * {BINS}))::integer, count(*)"
        f" from {SCORED} where weight is not null group by 1"
    ):
        bins[place] = count
    return bins


def _add_judged(
    staging: Staging, model: tuple[FieldModel, ...], pairs: Sequence[Edge], prior: float
) -> None:
    """Pairs with a verdict that no block brought together join SCORED too."""
    if not pairs:
        return
    values = ", ".join(f"({left}, {right})" for left, right in pairs)
    missing = (
        f"select a, b from (values {values}) v(a, b) where not exists"
        f' (select 1 from {SCORED} where "left" = a and "right" = b)'
    )
    if model:
        select = match_model.score_sql(model, missing, prior)
    else:
        select = f"select a, b, NULL from ({missing})"
    staging.run(f"insert into {SCORED} {select}")
    if model:  # rows that stand behind the first one of their record have no score of their own
        nothing = "".join(", NULL" for _ in model)
        staging.run(f"insert into {SCORED} select a, b, NULL{nothing} from ({missing})")


def _cluster(
    staging: Staging,
    entity: str,
    settings: MatchSettings | None,
    verdicts: dict[Edge, Verdict],
) -> Clusters:
    merge = settings.merge_above if settings else 1.1
    edges = (
        f'select "left", "right", weight from {quote(names.pairs(entity))}'
        f" where probability >= {merge} and answer is null"
        f" union all {match_records.edges_sql()}"
    )
    return write_clusters(staging, names.clusters(entity), edges, verdicts)


def _remarks(
    entity: str, model: tuple[FieldModel, ...], facts: dict[str, Any], done: Clusters
) -> list[str]:
    remarks = [
        f"{entity}: {block['skipped_rows']} rows in {block['skipped_blocks']} blocks of"
        f" {block['rule']} were not compared by this rule: the blocks are too big."
        for block in facts["blocking"]
        if block["skipped_blocks"]
    ]
    if model and not any(part.learned for part in model):
        remarks.append(
            f"{entity}: too few rows to learn from; fields are weighed by fixed, general values."
        )
    remarks += [
        f"{entity}: rows {left} and {right} are called the same,"
        " but other verdicts keep them apart."
        for left, right in done.contradicted
    ]
    return remarks
