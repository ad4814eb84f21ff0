"""Splink at work on the staging connection: training sessions and the scoring of all pairs."""

from __future__ import annotations

import contextlib
import logging
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from splink import DuckDBAPI, Linker, SettingsCreator

from migrator.stages.match_levels import FieldModel, null_sql
from migrator.stages.match_table import ROWS
from migrator.store.names import quote
from migrator.store.staging import Staging

TRAINING_PAIRS = 100_000
START = 0.2


@dataclass(frozen=True)
class Session:
    """What one training session found: m per level (strongest first) by field number, and how
    many true pairs it rests on."""

    matches: float
    m: dict[int, list[float]]


@contextlib.contextmanager
def _linker(staging: Staging, settings: SettingsCreator) -> Iterator[Any]:
    """A linker over the match table; silent, and its tables are gone afterwards."""
    logger = logging.getLogger("splink")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    api = DuckDBAPI(connection=staging.connection)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            table = api.register(ROWS, dataset_display_name="rows_to_match")
            yield Linker(table, settings, log_level=None, validate_settings=False)
    finally:
        api.delete_tables_created_by_splink_from_db()  # type: ignore[no-untyped-call]
        logger.setLevel(level)


def _comparison(part: FieldModel) -> dict[str, Any]:
    stated = [
        {
            "sql_condition": level.sql,
            "label_for_charts": level.label,
            "m_probability": m,
            "u_probability": u,
        }
        for level, m, u in zip(part.levels, part.m, part.u, strict=True)
    ]
    null = {"sql_condition": null_sql(part.field), "is_null_level": True}
    return {"output_column_name": f"f{part.field.no}", "comparison_levels": [null, *stated]}


def _settings(model: Sequence[FieldModel], rules: Sequence[str], prior: float) -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="rid",
        comparisons=[_comparison(part) for part in model],
        blocking_rules_to_generate_predictions=[{"blocking_rule": rule} for rule in rules],
        probability_two_random_records_match=prior,
        retain_matching_columns=True,
    )


def train(staging: Staging, free: Sequence[FieldModel], rule: int, pairs: int) -> Session:
    """m of the fields `free`, learned from the pairs of blocking rule number `rule`, which makes
    `pairs` of them (a fixed sample is taken where that is more than TRAINING_PAIRS)."""
    with _linker(staging, _settings(free, [], START)) as linker:
        session = linker.training.estimate_parameters_using_expectation_maximisation(
            f"l.b{rule} = r.b{rule}",
            estimate_without_term_frequencies=True,
            max_pairs=TRAINING_PAIRS,
            record_sample_proportion=1.0,
        )
        document = linker.misc.save_model_to_json()
        share = session.core_model_settings.probability_two_random_records_match
    found = {
        int(comparison["output_column_name"][1:]): [
            float(level.get("m_probability") or 0.0)
            for level in comparison["comparison_levels"]
            if not level.get("is_null_level")
        ]
        for comparison in document["comparisons"]
    }
    return Session(float(share) * min(pairs, TRAINING_PAIRS), found)


def score(
    staging: Staging,
    model: Sequence[FieldModel],
    rules: int,
    limits: tuple[float, float],
    into: str,
) -> int:
    """Score all pairs of all blocking rules; `limits` is (prior, least match weight): pairs of at
    least that weight go to the table `into` (left, right, weight, g<no> ...). Returns how many
    pairs were compared."""
    prior, least = limits
    blocking = [f"l.b{no} = r.b{no}" for no in range(rules)]
    with _linker(staging, _settings(model, blocking, prior)) as linker:
        blocked = linker.inference.compute_blocked_pairs_for_predict()
        compared = int(staging.scalar(f"select count(*) from {quote(blocked.physical_name)}"))
        found = linker.inference.predict(threshold_match_weight=least, warning_mode="never")
        levels = ", ".join(f"gamma_f{part.field.no}::tinyint as g{part.field.no}" for part in model)
        staging.run(
            f'create or replace table {into} as select rid_l as "left", rid_r as "right",'
            f" round(match_weight, 3) as weight, {levels} from {quote(found.physical_name)}"
        )
    return compared
