"""Histograms of literal columns, and the rows behind figures of a mixture."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pytest

from migrator.model.views.assess import Histogram
from migrator.stages.profile import profile_relation
from migrator.stages.profile_rows import row_numbers
from migrator.stages.profile_spread import nice_step, spread
from migrator.store.staging import Staging


@pytest.fixture(scope="module")
def staging() -> Iterator[Staging]:
    opened = Staging(None, threads=1)
    yield opened
    opened.close()


def lay(staging: Staging, *cells: str | None) -> None:
    rows = pa.array(range(1, len(cells) + 1), pa.int64())
    table = pa.table({"_row": rows, "c1": pa.array(cells, pa.string())})
    staging.write("raw_1", table.schema, table.to_batches())


def drawn(staging: Staging, name: str, *cells: str | None) -> Histogram | None:
    lay(staging, *cells)
    profile = profile_relation(staging, "raw_1", [("c1", name)]).columns[0]
    return spread(staging, "raw_1", "c1", profile)


@pytest.mark.parametrize(
    ("rough", "whole", "step"),
    [(0.7, True, 1), (0.7, False, 1), (0.03, False, 0.05), (14, True, 20), (50, True, 50),
     (1.0, True, 1), (900, False, 1000)],
)  # fmt: skip
def test_steps_are_round_numbers(rough: float, whole: bool, step: float) -> None:
    assert nice_step(rough, whole=whole) == pytest.approx(step)


def test_numbers_in_every_digit(staging: Staging) -> None:
    found = drawn(staging, "amount", "1", "۲", "3.5", "1,000", "x", *["7"] * 20)
    assert found is not None
    assert (found.over, found.whole, found.beyond) == ("number", False, 1)
    assert sum(one.rows for one in found.bins) == 24
    assert found.bins[0].low <= 1
    assert found.bins[-1].high >= 1000


def test_dates_of_one_calendar_stay_in_it(staging: Staging) -> None:
    found = drawn(staging, "date", "1400/01/01", "1401/02/02", "1401/03/03", "9999/01/01")
    assert found is not None
    assert [(one.low, one.rows) for one in found.bins] == [(1400, 1), (1401, 2)]
    assert found.beyond == 1


def test_texts_by_length(staging: Staging) -> None:
    found = drawn(staging, "note", *["a" * n for n in range(1, 13)])
    assert found is not None
    assert found.over == "length"
    assert [one.rows for one in found.bins] == [1] * 12


@pytest.mark.parametrize("cells", [[None, ""], ["a", "b"], ["yes", "no", "yes"], ["5", "5", "5"]])
def test_what_tells_nothing_is_not_drawn(staging: Staging, cells: list[str | None]) -> None:
    assert drawn(staging, "c", *cells) is None


@pytest.mark.parametrize(
    ("what", "value", "cells", "rows"),
    [
        ("empty", "", ["a", None, "", "  ", "b"], [2, 3, 4]),
        ("blank", "", ["a", None, "", "  ", "b"], [4]),
        ("value", "it's", ["it's", "its", "it's"], [1, 3]),
        ("edge_space", "", ["a", " a", "a "], [2, 3]),
        ("case_variants", "", ["Ali", "ali", "Ali", "ALI "], [2, 4]),
        ("mixed_digits", "", ["a1", "a۲", "a3"], [2]),
        ("misfit", "", [*["5"] * 8, "five", None], [9]),
        ("misfit", "", ["a", "b"], []),
    ],
)
def test_rows_behind_a_figure(
    staging: Staging, what: str, value: str, cells: list[str | None], rows: list[int]
) -> None:
    lay(staging, *cells)
    profile = profile_relation(staging, "raw_1", [("c1", "c")]).columns[0]
    assert row_numbers(staging, "raw_1", "c1", (profile, what, value), 100) == (len(rows), rows)


def test_only_so_many_rows_are_listed(staging: Staging) -> None:
    lay(staging, *[None] * 30, "a")
    profile = profile_relation(staging, "raw_1", [("c1", "c")]).columns[0]
    total, listed = row_numbers(staging, "raw_1", "c1", (profile, "empty", ""), 7)
    assert (total, listed) == (30, [1, 2, 3, 4, 5, 6, 7])
