"""Rows left out by plan: boolean expressions, worked out once per distinct combination."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from migrator.errors import PlanError
from migrator.model.mapping import Filter
from migrator.model.text import Text
from migrator.transforms.base import CannotTransform
from migrator.transforms.expression import compile_expression


class RowFilters:
    """Compiled filters of one feed. Raises PlanError with `details["problems"]`."""

    def __init__(self, filters: tuple[Filter, ...]) -> None:
        self._tests: list[
            tuple[Callable[[Mapping[str, str | None]], Any], frozenset[str], str]
        ] = []
        problems = []
        for one in filters:
            try:
                test = compile_expression(one.expression)
            except PlanError as error:
                problems.append(str(error))
            else:
                self._tests.append((test, frozenset(test.names), one.reason))
        if problems:
            raise PlanError(
                Text("A filter cannot run.", "یک فیلتر اجرا نمی‌شود."), problems=problems
            )

    @property
    def names(self) -> set[str]:
        """Source columns that the filters read."""
        return {name for _, used, _ in self._tests for name in used}

    def split(self, frame: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
        """(rows that stay, rows left out with a column `reason`); columns are named `_<source>`."""
        reason = pl.Series("reason", [None], dtype=pl.String).new_from_index(0, frame.height)
        for test, used, why in self._tests:
            reason = _first(reason, self._hits(frame, test, sorted(used)), why)
        marked = frame.with_columns(reason.alias("reason"))
        gone = marked.filter(pl.col("reason").is_not_null())
        return marked.filter(pl.col("reason").is_null()).drop("reason"), gone

    @staticmethod
    def _hits(frame: pl.DataFrame, test: Callable[..., Any], used: list[str]) -> pl.Series:
        if not used:
            return pl.Series([_answer(test, {})]).new_from_index(0, frame.height)
        columns = [f"_{name}" for name in used]
        distinct = frame.select(columns).unique()
        answers = [
            _answer(test, dict(zip(used, values, strict=True))) for values in distinct.iter_rows()
        ]
        told = distinct.with_columns(pl.Series("_hit", answers, dtype=pl.Boolean))
        return frame.select(columns).join(
            told, on=columns, how="left", nulls_equal=True, maintain_order="left"
        )["_hit"]


def _answer(test: Callable[[Mapping[str, str | None]], Any], row: dict[str, str | None]) -> bool:
    """Whether the row is left out. A filter that cannot be worked out for a row (arithmetic on a
    text, say) leaves nothing out: a row is only ever dropped for a reason."""
    try:
        return bool(test(row))
    except CannotTransform:
        return False


def _first(reason: pl.Series, hits: pl.Series, why: str) -> pl.Series:
    frame = pl.DataFrame({"reason": reason, "hit": hits})
    chosen = pl.when(pl.col("reason").is_null() & pl.col("hit")).then(pl.lit(why))
    return frame.select(chosen.otherwise(pl.col("reason")).alias("reason"))["reason"]
