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

TRAINING = "match_training"
TRAINING_PAIRS = 100_000
START = 0.2


@dataclass(frozen=True)
class Session:
    """What one training session found: m per level (strongest first) by field number, and how
    many true pairs it rests on."""

    matches: float
    m: dict[int, list[float]]


@contextlib.contextmanager
def _linker(
    staging: Staging, settings: SettingsCreator, rows: str
) -> Iterator[tuple[DuckDBAPI, Any]]:
    """A linker over the table `rows`; silent, and its tables are gone afterwards."""
    logger = logging.getLogger("splink")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    api = DuckDBAPI(connection=staging.connection)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            table = api.register(rows, dataset_display_name="rows_to_match")
            yield api, Linker(table, settings, log_level=None, validate_settings=False)
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


def _settings(model: Sequence[FieldModel], prior: float) -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="rid",
        comparisons=[_comparison(part) for part in model],
        blocking_rules_to_generate_predictions=[],
        probability_two_random_records_match=prior,
        retain_matching_columns=True,
    )


def train(staging: Staging, free: Sequence[FieldModel], rule: int, pairs: int) -> Session:
    """m of the fields `free`, learned from the pairs of blocking rule number `rule`, which makes
    `pairs` of them (a fixed sample of the blocks is taken where that is more than
    TRAINING_PAIRS)."""
    _sample(staging, free, rule, pairs)
    with _linker(staging, _settings(free, START), TRAINING) as (_, linker):
        session = linker.training.estimate_parameters_using_expectation_maximisation(
            f"l.b{rule} = r.b{rule}",
            estimate_without_term_frequencies=True,
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
    staging.run(f"drop table {TRAINING}")
    return Session(float(share) * min(pairs, TRAINING_PAIRS), found)


def _sample(staging: Staging, free: Sequence[FieldModel], rule: int, pairs: int) -> None:
    """Table TRAINING: what is compared of the rows of rule `rule`, some blocks of it only."""
    fields = [part.field for part in free]
    columns = ", ".join(name for field in fields for name in (*field.columns, f"n{field.no}"))
    # Block keys are hashes: taking every so many thousandth of them is taking blocks at random.
    share = min(1000, max(1, 1000 * TRAINING_PAIRS // max(1, pairs)))
    staging.run(
        f"create or replace table {TRAINING} as select rid, b{rule}, {columns} from {ROWS}"
        f" where b{rule} is not null and b{rule} % 1000 < {share}"
    )


def score(
    staging: Staging,
    model: Sequence[FieldModel],
    pairs: tuple[str, str],
    limits: tuple[float, float],
    into: str,
) -> None:
    """Score `pairs`, a table (join_key_l, join_key_r, match_key) and the table of their rows;
    `limits` is (prior, least match weight): pairs of at least that weight go to the table `into`
    (left, right, weight, g<no> ...)."""
    listed, rows = pairs
    prior, least = limits
    with _linker(staging, _settings(model, prior), rows) as (api, linker):
        blocked = linker.table_management.register_blocked_pairs_for_predict(api.register(listed))
        # Splink would copy the rows of both sides first; `rows` holds no others.
        blocked.metadata["registered_for_predict"] = False
        found = linker.inference.predict(threshold_match_weight=least, warning_mode="never")
        levels = ", ".join(f"gamma_f{part.field.no}::tinyint as g{part.field.no}" for part in model)
        staging.run(
            f'create or replace table {into} as select rid_l as "left", rid_r as "right",'
            f" round(match_weight, 3) as weight, {levels} from {quote(found.physical_name)}"
        )
