"""One step over columns: the kernel where it can, the function per distinct value elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from migrator.transforms.base import Value
from migrator.transforms.compiling import ReadyStep
from migrator.transforms.memo import Failure, Memo

FAILED = pl.Schema({"index": pl.UInt32, "code": pl.String, "detail": pl.String})


@dataclass(frozen=True)
class Evaluated:
    """`results` of one step, null where it failed; `failed` has the columns of FAILED."""

    results: pl.Series
    failed: pl.DataFrame


def evaluate(step: ReadyStep, given: pl.DataFrame, memo: Memo) -> Evaluated:
    """The step over the text columns of `given` (one, or several when it takes many)."""
    values = given.to_struct() if step.transform.many else _not_empty(given.to_series())
    results, rows = _kernel(step, values)
    if rows.is_empty():
        return Evaluated(results, FAILED.to_frame())
    pending = given[rows]
    distinct = pending.unique()
    table = pl.concat([distinct, _outcomes(step, distinct, memo)], how="horizontal")
    found = pending.with_columns(index=rows).join(
        table, on=given.columns, how="left", nulls_equal=True, maintain_order="left"
    )
    failed = found.filter(pl.col("code").is_not_null()).select(FAILED.names())
    return Evaluated(results.scatter(rows, found["result"]), failed)


def _not_empty(values: pl.Series) -> pl.Series:
    """An empty text is the same as no value."""
    return values if (values != "").all() else values.set(values == "", None)


def _kernel(step: ReadyStep, values: pl.Series) -> tuple[pl.Series, pl.Series]:
    """(results so far, numbers of the rows that the function must decide)."""
    if step.transform.many:
        results = pl.repeat(None, len(values), dtype=pl.String, eager=True)
        undecided = pl.repeat(True, len(values), dtype=pl.Boolean, eager=True)
    else:
        results, undecided = values, values.is_not_null()
    if step.transform.kernel is not None:
        results, open_rows = step.transform.kernel(values, step.options)
        undecided = (undecided & open_rows).fill_null(value=False)
    return results, undecided.arg_true()


def _outcomes(step: ReadyStep, distinct: pl.DataFrame, memo: Memo) -> pl.DataFrame:
    function, options = step.transform.function, step.options
    given: Iterable[Value | tuple[Value, ...]] = (
        distinct.iter_rows() if step.transform.many else distinct.to_series()
    )
    outcomes = memo.outcomes(step.key, given, lambda value: function(value, options))
    return pl.DataFrame(
        {
            "result": [None if isinstance(o, Failure) else o for o in outcomes],
            "code": [o.code if isinstance(o, Failure) else None for o in outcomes],
            "detail": [o.detail if isinstance(o, Failure) else None for o in outcomes],
        },
        schema={"result": pl.String, "code": pl.String, "detail": pl.String},
    )
