"""Corrections that a person made to single rows, kept as a step like any other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from migrator.model.mapping import lineage
from migrator.model.text import Text
from migrator.transforms.base import Example, Transform, Value
from migrator.transforms.options import option

Values = tuple[Value, ...]


@dataclass(frozen=True)
class ByHandOptions:
    """`rows` are (number of the feed, source key, value before, value after); an empty text is no
    value. A row whose value is another one by now is left alone: what was corrected is gone."""

    rows: tuple[tuple[str, ...], ...] = option(
        (),
        Text("Corrections", "اصلاح‌ها"),
        help=Text(
            "Number of the feed, source key, value before, value after",
            "شماره‌ی ورودی، کلید مبدأ، مقدار پیش از اصلاح، مقدار پس از اصلاح",
        ),
    )

    def __post_init__(self) -> None:
        if any(len(row) != 4 for row in self.rows):
            raise ValueError("every correction must have four parts")

    @cached_property
    def found(self) -> dict[tuple[str, str, str], str]:
        """Value after by feed, key and value before; the last one counts."""
        return {(feed, key, before): after for feed, key, before, after in self.rows}

    @cached_property
    def keys(self) -> list[str]:
        """The source keys of corrected rows."""
        return sorted({row[1] for row in self.rows})


def by_hand(values: Values, options: ByHandOptions) -> Value:
    """Of (row id, source key, value): the corrected value, or the value as it is."""
    value = values[-1] if values else None
    if len(values) != 3 or not (values[0] or "").isdecimal():
        return value or None
    feed, _ = lineage(int(values[0] or 0))
    found = options.found.get((str(feed), values[1] or "", value or ""))
    return (value if found is None else found) or None


def _kernel(values: pl.Series, options: ByHandOptions) -> tuple[pl.Series, pl.Series]:
    """Only rows with a key of the list are looked at one by one."""
    frame = values.struct.unnest()
    last = pl.col(frame.columns[-1])
    results = frame.select(pl.when(last != "").then(last).alias("result"))["result"]
    if frame.width != 3:
        return results, pl.repeat(False, frame.height, dtype=pl.Boolean, eager=True)
    keys = frame[frame.columns[1]].fill_null("")
    return results, keys.is_in(options.keys)


BY_HAND = Transform(
    id="by_hand",
    title=Text("Corrected by hand", "اصلاح دستی"),
    help=Text(
        "Corrections of single records made at validation; added there, not here.",
        "اصلاح رکوردهای تکی در گام اعتبارسنجی؛ از همان‌جا افزوده می‌شود، نه از این‌جا.",
    ),
    options=ByHandOptions,
    function=by_hand,
    kernel=_kernel,
    examples=(
        Example(("1099511627783", "C-7", "bad"), "good", {"rows": [["1", "C-7", "bad", "good"]]}),
        Example(("1099511627783", "C-7", None), "علی", {"rows": [["1", "C-7", "", "علی"]]}),
        Example(("1099511627783", "C-7", "bad"), None, {"rows": [["1", "C-7", "bad", ""]]}),
        Example(("1099511627783", "C-7", "new"), "new", {"rows": [["1", "C-7", "bad", "good"]]}),
        Example(("2199023255559", "C-7", "bad"), "bad", {"rows": [["1", "C-7", "bad", "good"]]}),
    ),
    many=True,
    idempotent=False,
)
