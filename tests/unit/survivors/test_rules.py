"""Each rule on literal rows: which value wins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest

from migrator.model.mapping import row_id
from migrator.model.survivorship import SurvivorRule
from migrator.stages.merge_golden import field_rules, winners_sql
from migrator.store.staging import Staging

SOURCES = {1: "crm", 2: "shop"}


@pytest.fixture(scope="module")
def staging() -> Iterator[Staging]:
    opened = Staging(None, threads=1)
    yield opened
    opened.close()


# rows: (feed, ordinal, value, at, other)
CASES = [
    ("first", {}, [(2, 1, "b", "", ""), (1, 9, "a", "", "")], "a"),
    ("last", {}, [(2, 1, "b", "", ""), (1, 9, "a", "", "")], "b"),
    ("longest", {}, [(1, 1, "abc", "", ""), (1, 2, "علی رضا", "", "")], "علی رضا"),
    ("longest counts letters, not bytes", {}, [(1, 1, "abcde", "", ""), (1, 2, "سارا", "", "")],
     "abcde"),
    ("shortest", {}, [(1, 1, "abc", "", ""), (1, 2, "b", "", ""), (1, 3, "", "", "")], "b"),
    ("most_frequent", {}, [(1, 1, "a", "", ""), (1, 2, "b", "", ""), (1, 3, "b", "", "")], "b"),
    ("most_frequent, a tie", {}, [(1, 1, "b", "", ""), (1, 2, "a", "", "")], "b"),
    ("most_recent", {"by": "at"}, [(1, 1, "a", "2023-12-31", ""), (1, 2, "b", "2024-01-01", "")],
     "b"),
    ("most_recent, no date is oldest", {"by": "at"},
     [(1, 1, "a", "", ""), (1, 2, "b", None, ""), (1, 3, "c", "1999-01-01", "")], "c"),
    ("most_recent skips empty values", {"by": "at"},
     [(1, 1, "a", "2020-01-01", ""), (1, 2, None, "2024-01-01", "")], "a"),
    ("source_priority", {"sources": ["shop", "crm"]}, [(1, 1, "a", "", ""), (2, 1, "b", "", "")],
     "b"),
    ("source_priority, not listed is last", {"sources": ["shop"]},
     [(1, 1, "a", "", ""), (2, 5, "b", "", "")], "b"),
    ("highest", {}, [(1, 1, "9", "", ""), (1, 2, "10.5", "", ""), (1, 3, "-20", "", "")], "10.5"),
    ("highest, dates", {}, [(1, 1, "2023-09-01", "", ""), (1, 2, "2023-10-01", "", "")],
     "2023-10-01"),
    ("highest, 20 digits", {},
     [(1, 1, "12345678901234567891", "", ""), (1, 2, "12345678901234567892", "", "")],
     "12345678901234567892"),
    ("lowest", {}, [(1, 1, "9", "", ""), (1, 2, "10", "", ""), (1, 3, "zero", "", "")], "9"),
    ("most_complete_row", {}, [(1, 1, "a", "", None), (1, 2, "b", "2024-01-01", "x")], "b"),
    ("valid_first", {}, [(1, 1, "ali@", "", ""), (1, 2, "ali@b.ir", "", "")], "ali@b.ir"),
    ("valid_first, phone", {"shape": "phone"},
     [(1, 1, "0912", "", ""), (1, 2, "+989121234567", "", "")], "+989121234567"),
    ("valid_first, pattern", {"pattern": "[0-9]{3}"}, [(1, 1, "12", "", ""), (1, 2, "123", "", "")],
     "123"),
    ("valid_first, none valid", {}, [(1, 1, "x", "", ""), (1, 2, "y", "", "")], "x"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "options", "rows", "wins"), [pytest.param(*case, id=case[0]) for case in CASES]
)
def test_winner(
    staging: Staging, rule: str, options: dict[str, Any], rows: list[Any], wins: str
) -> None:
    table = pa.table(
        {
            "_rid": pa.array([row_id(feed, n) for feed, n, *_ in rows], pa.int64()),
            "_key": pa.array([str(n) for _, n, *_ in rows], pa.string()),
            **{
                name: pa.array([row[place] for row in rows], pa.string())
                for place, name in enumerate(("value", "at", "other"), 2)
            },
        }
    )
    staging.write("clean_x", table.schema, table.to_batches())
    staging.create("clusters_x", "select _rid, min(_rid) over () as _gid from clean_x")
    stated = SurvivorRule("value", re.split("[, ]", rule, maxsplit=1)[0], options)
    rules, problems = field_rules(["value"], [stated], frozenset(table.schema.names), SOURCES)
    assert problems == ()
    assert staging.rows(winners_sql("clean_x", "clusters_x", rules))[0][2]["v"] == wins
