"""Running a pair of expressions over a column: the shape every kernel returns."""

from __future__ import annotations

import polars as pl

VALUE = pl.col("value")
ALL_DECIDED = pl.lit(False)


def run(values: pl.Series, result: pl.Expr, undecided: pl.Expr) -> tuple[pl.Series, pl.Series]:
    """(result, undecided) over `values`, to which the expressions refer as VALUE."""
    frame = values.alias("value").to_frame()
    out = frame.select(result.alias("result"), undecided.alias("undecided"))
    return out["result"], out["undecided"]


def only_where(values: pl.Series, touched: pl.Expr, result: pl.Expr) -> pl.Series:
    """`result` in the rows where `touched` is true, the value itself in all others: work is done
    on the few rows that need it."""
    frame = values.alias("value").to_frame()
    rows = frame.select(touched.fill_null(value=False).alias("touched"))["touched"].arg_true()
    if rows.is_empty():
        return values
    done = frame[rows].select(result.alias("result"))["result"]
    return values.clone().scatter(rows, done)


def undecided_where(values: pl.Series, condition: pl.Expr | None = None) -> pl.Series:
    """The second half of a kernel's answer; without a condition everything is decided."""
    if condition is None:
        return pl.repeat(False, len(values), dtype=pl.Boolean, eager=True)
    return values.alias("value").to_frame().select(condition.alias("undecided"))["undecided"]


def none_decided(values: pl.Series) -> tuple[pl.Series, pl.Series]:
    """The answer of a kernel that cannot help with these options."""
    return values, pl.repeat(True, len(values), dtype=pl.Boolean, eager=True)


def blank_to_null(value: pl.Expr) -> pl.Expr:
    """Empty texts become null."""
    return pl.when(value != "").then(value)
