"""Runs a chain of transforms over columns, batch after batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from migrator.errors import PlanError
from migrator.model.issues import Severity
from migrator.model.mapping import OnError, Step
from migrator.model.text import Text
from migrator.registry import Registry
from migrator.transforms import TRANSFORMS
from migrator.transforms.base import Transform
from migrator.transforms.compiling import ReadyStep, ready_steps
from migrator.transforms.evaluating import evaluate
from migrator.transforms.memo import Memo

ISSUE_COLUMNS = pl.Schema(
    {
        "index": pl.Int64,
        "code": pl.String,
        "severity": pl.String,
        "value": pl.String,
        "detail": pl.String,
    }
)
# Between the values of one row when several went into a step that failed.
SEVERAL = " | "


@dataclass(frozen=True)
class Applied:
    """`values` has one text or null per row; `issues` the columns of ISSUE_COLUMNS: `index` counts
    rows from 0, `value` is what went into the step that failed."""

    values: pl.Series
    issues: pl.DataFrame


def compile_steps(
    steps: Sequence[Step],
    *,
    sources: int | None = None,
    memo: Memo | None = None,
    registry: Registry[Transform] = TRANSFORMS,
) -> Chain:
    """A chain ready to run. Give `sources`, the number of columns, to have it checked against the
    first step, and one `memo` to all chains of a job to bound what they remember together.
    PlanError lists every problem in `details["problems"]`."""
    return Chain(ready_steps(steps, registry, sources), memo or Memo())


class Chain:
    """Steps in order. Batches of a column may be handed in one after the other."""

    def __init__(self, steps: tuple[ReadyStep, ...], memo: Memo) -> None:
        self.steps = steps
        self._memo = memo

    @property
    def numbered(self) -> bool:
        """Whether it begins with a step that numbers rows, where it has no column to begin with."""
        return bool(self.steps) and self.steps[0].transform.numbered

    def apply(
        self,
        columns: Sequence[pl.Series],
        *,
        rows: int | None = None,
        places: pl.Series | None = None,
    ) -> Applied:
        """The values of one field. Several columns need a first step that takes many; none at all
        needs `rows`, the number of rows wanted, and for a step that numbers rows their `places` in
        the table (1, 2, ... by default).

        A null passes untouched by every step that takes one value. A value that a step cannot
        convert becomes what the step's error policy says: KEEP keeps it and goes on with the next
        step (warning), BLANK empties it (warning), ISSUE keeps it and ends its way here (error).
        """
        self._check_width(len(columns))
        if self.numbered and not columns:
            columns = [pl.int_range(1, (rows or 0) + 1, eager=True) if places is None else places]
        given = _frame(columns, rows)
        values = _first_value(given)
        issues = [ISSUE_COLUMNS.to_frame()]
        ended = _Ended()
        for step in self.steps:
            done = evaluate(step, given, self._memo)
            failed = ended.without(done.failed)
            rows_failed = failed["index"]
            issues.append(_issues(failed, given[rows_failed], step.on_error))
            kept = values.gather(rows_failed)
            values = done.results
            if step.on_error is OnError.KEEP:
                values = values.scatter(rows_failed, kept)
            elif step.on_error is OnError.ISSUE:
                ended.add(rows_failed, kept)
            given = values.alias("0").to_frame()
        values = ended.put_back(values)
        return Applied(values.alias("value"), pl.concat(issues).sort("index", maintain_order=True))

    def _check_width(self, width: int) -> None:
        takes_many = bool(self.steps) and self.steps[0].transform.many
        if width != 1 and not takes_many and (width or not self.numbered):
            raise PlanError(
                Text(
                    f"{width} columns were handed to steps that take one.",
                    f"به گام‌هایی که یک ستون می‌گیرند {width} ستون داده شده است.",
                ),
                hint=Text(
                    "Begin with a step that takes many, such as join.",
                    "با گامی آغاز کنید که چند ستون می‌گیرد، مانند join.",
                ),
            )


class _Ended:
    """Rows whose way through the chain is over, with the values they keep."""

    def __init__(self) -> None:
        self._rows = pl.Series(dtype=pl.UInt32)
        self._values = pl.Series(dtype=pl.String)

    def add(self, rows: pl.Series, values: pl.Series) -> None:
        self._rows = self._rows.append(rows)
        self._values = self._values.append(values)

    def without(self, failed: pl.DataFrame) -> pl.DataFrame:
        """Failures of rows that are still under way."""
        if self._rows.is_empty() or failed.is_empty():
            return failed
        return failed.filter(failed["index"].is_in(self._rows.implode()).not_())

    def put_back(self, values: pl.Series) -> pl.Series:
        """`values` with what the ended rows keep."""
        return values if self._rows.is_empty() else values.scatter(self._rows, self._values)


def _frame(columns: Sequence[pl.Series], rows: int | None) -> pl.DataFrame:
    if not columns:
        nothing = pl.repeat(None, rows or 0, dtype=pl.String, eager=True)
        return nothing.alias("0").to_frame()
    return pl.DataFrame([c.cast(pl.String).alias(str(i)) for i, c in enumerate(columns)])


def _first_value(given: pl.DataFrame) -> pl.Series:
    return given.select(pl.coalesce(pl.all()).alias("value"))["value"]


def _issues(failed: pl.DataFrame, given: pl.DataFrame, on_error: OnError) -> pl.DataFrame:
    severity = Severity.ERROR if on_error is OnError.ISSUE else Severity.WARNING
    shown = given.select(pl.concat_str(pl.all(), separator=SEVERAL, ignore_nulls=True).alias("v"))
    return failed.select(
        pl.col("index").cast(pl.Int64),
        "code",
        pl.lit(severity.value).alias("severity"),
        pl.lit(shown["v"]).alias("value"),
        "detail",
    )
