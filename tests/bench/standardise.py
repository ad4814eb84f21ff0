"""Standardising five columns: the transforms of the house against hand-written Polars.

    python tests/bench/standardise.py CUSTOMERS.csv [REPEATS]

The file has the columns of the generated customers (full_name, mobile, email, birth_date,
national_id). Both sides get the same columns in memory and do the same rules; the hand-written
side decides no hard case (its leftovers are counted), the transforms decide all and report issues.
Prints the best of REPEATS (default 5) of each and their ratio.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import polars as pl

from migrator.model.mapping import Step
from migrator.transforms.calendar_text import day_table
from migrator.transforms.runner import Chain, compile_steps

CHAINS = {
    "full_name": [Step("trim"), Step("persian_letters")],
    "mobile": [Step("blank_if"), Step("phone")],
    "email": [Step("email")],
    "birth_date": [Step("date_auto")],
    "national_id": [Step("national_id_iran")],
}
DIGITS = dict(zip("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2, strict=True))
ODD_SPACES = dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\t\n\r", " ")
HIDDEN = dict.fromkeys(
    "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2069\ufeff", ""
)
LETTERS = {"ي": "ی", "ى": "ی", "ك": "ک", "ہ": "ه", "ھ": "ه", "ە": "ه", "ـ": ""}
MOBILE = r"^(?:\+98|0098|98|0)?(9(?:0[0-5]|[13][0-9]|2[0-3]|9[0-9])[0-9]{7})$"
EMAIL = (
    "^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$"
)
DATE = (
    "^(?:([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})|([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}))"
    "(?:[T ][0-9]{2}:[0-9]{2}:[0-9]{2})?$"
)


def many(value: pl.Expr, *tables: dict[str, str]) -> pl.Expr:
    table = {key: to for one in tables for key, to in one.items()}
    return value.str.replace_many(list(table), list(table.values()))


def hand_written(frame: pl.DataFrame) -> pl.DataFrame:
    """The five columns as a careful person would write them: shared parts worked out once, all
    columns of a stage in one select (which Polars runs in parallel)."""
    name = many(pl.col("full_name"), LETTERS, HIDDEN, ODD_SPACES).str.replace_all(" {2,}", " ")
    name = name.str.replace_all("\u200c{2,}", "\u200c")
    name = name.str.replace_all("\u200c*( )\u200c*", " ")
    name = name.str.replace_all("([اآأإدذرزژوؤء])\u200c", "${1}").str.strip_chars(" \u200c")
    filling = dict.fromkeys(" -()", "")
    mobile = many(pl.col("mobile"), DIGITS, HIDDEN, filling).str.extract(MOBILE)
    address = many(pl.col("email"), HIDDEN, ODD_SPACES).str.strip_chars(" ").str.to_lowercase()
    born = many(pl.col("birth_date"), DIGITS, HIDDEN, ODD_SPACES).str.strip_chars(" ")
    code = many(pl.col("national_id"), DIGITS, HIDDEN, filling).str.extract("^([0-9]{8,10})$")
    read = frame.select(
        name,
        (pl.lit("+98") + mobile).alias("mobile"),
        address.str.replace_all(" *@ *", "@"),
        born.str.extract_groups(DATE),
        code,
    )
    groups = read.select("birth_date").unnest("birth_date").cast(pl.Int32)
    read = read.with_columns(
        pl.col("national_id").cast(pl.Int64).alias("n"),
        pl.Series(day_table().gather(groups.select(day_cell()).to_series())).alias("birth_date"),
    )
    number = pl.col("n")
    total = sum((number // 10 ** (9 - n) % 10 * (10 - n) for n in range(9)), pl.lit(0))
    read = read.with_columns((total % 11).alias("rest"))
    rest = pl.col("rest")
    good = number % 10 == pl.when(rest < 2).then(rest).otherwise(11 - rest)
    zeros = pl.col("national_id").str.zfill(10)
    return read.select(
        pl.when(pl.col("full_name") != "").then("full_name"),
        "mobile",
        pl.when(pl.col("email").str.contains(EMAIL)).then("email"),
        "birth_date",
        pl.when(good & (number % 1_111_111_111 != 0)).then(zeros),
    )


def day_cell() -> pl.Expr:
    """Place of a day in the table of days, from the groups of DATE."""
    year, month, day = pl.coalesce("1", "6"), pl.coalesce("2", "5"), pl.coalesce("3", "4")
    inside = year.is_between(1200, 2199) & month.is_between(1, 12) & day.is_between(1, 31)
    return pl.when(inside).then(((year - 1200) * 12 + month - 1) * 31 + day - 1)


def best(repeats: int, run: Callable[[], object]) -> tuple[float, float]:
    """(wall, processor) seconds, each the least of the repeats: the second hardly depends on what
    else the machine does."""
    walls, cpus = [], []
    for _ in range(repeats):
        wall, cpu = time.perf_counter(), time.process_time()
        run()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return min(walls), min(cpus)


def main(path: str, repeats: int) -> None:
    frame = pl.read_csv(path, columns=list(CHAINS), infer_schema=False).rechunk()
    day_table()

    def compiled() -> dict[str, Chain]:
        return {name: compile_steps(steps, sources=1) for name, steps in CHAINS.items()}

    def run(name: str, chain: Chain) -> pl.DataFrame:
        return chain.apply([frame[name]]).issues

    hand = best(repeats, lambda: hand_written(frame))
    house = best(repeats, lambda: [run(name, chain) for name, chain in compiled().items()])
    print(f"{frame.height} rows, {len(CHAINS)} columns, best of {repeats}")
    for name, one, two in zip(("wall", "processor"), hand, house, strict=True):
        print(f"{name:9} s: hand-written {one:.3f}, transforms {two:.3f}, ratio {two / one:.2f}")
    theirs = hand_written(frame)
    for name, chain in compiled().items():
        ours = chain.apply([frame[name]])
        left = theirs.filter(theirs[name].is_null() & ours.values.is_not_null()).height
        unlike = (theirs[name] != ours.values).sum()
        took = best(repeats, lambda name=name, chain=chain: run(name, chain))
        print(
            f"  {name:12} {took[0]:.3f} s, {took[1]:.3f} processor s, issues {ours.issues.height}, "
            f"left over by hand {left}, unlike {unlike}"
        )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5)
