"""One record per key: which rows become one, what people can take out again, what is compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa
import pytest

from migrator.model.mapping import row_id
from migrator.model.matching import Answer, BlockingRule, Comparison, MatchSettings, Verdict
from migrator.progress import NULL_PROGRESS
from migrator.stages import merge
from migrator.stages.match import MatchSection, run
from migrator.stages.match_records import folded_key
from migrator.store import names
from migrator.store.staging import Staging

SETTINGS = MatchSettings(
    "account",
    comparisons=(Comparison("name", "company_name"), Comparison("phone", "phone")),
    blocking=(BlockingRule(("name:skeleton",)),),
)
FLAT = 1  # a feed whose key names a company, in the rows of its people
OTHER = 2  # a feed of the same entity with a record per row


@pytest.fixture
def staging() -> Iterator[Staging]:
    opened = Staging(None, threads=2)
    opened.begin("cafe0001")
    yield opened
    opened.close()


def put(staging: Staging, rows: Sequence[tuple[int, str, str | None, str | None]]) -> list[int]:
    """clean_account of (feed, key, name, phone); returns the row ids."""
    places: dict[int, int] = {}
    rids = []
    for feed, *_ in rows:
        places[feed] = places.get(feed, 0) + 1
        rids.append(row_id(feed, places[feed]))
    schema = pa.schema(
        [("_rid", pa.int64()), *((n, pa.string()) for n in ("_key", "name", "phone"))]
    )
    columns = [pa.array(rids, pa.int64())]
    columns += [pa.array([row[n] for row in rows], pa.string()) for n in (1, 2, 3)]
    staging.write(
        names.clean("account"), schema, [pa.RecordBatch.from_arrays(columns, schema=schema)]
    )
    return rids


def groups(
    staging: Staging, *verdicts: Verdict, settings: MatchSettings | None = None
) -> list[list[int]]:
    section = MatchSection(
        (settings,) if settings else (), verdicts, ("account",), {"account": (FLAT,)}
    )
    run(staging, section, NULL_PROGRESS)
    found: dict[int, list[int]] = {}
    for rid, gid in staging.rows("select _rid, _gid from clusters_account order by _rid"):
        found.setdefault(gid, []).append(rid)
    return sorted(found.values())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("شرکت الف", "شركت  الف", True),
        ("Acme", "ACME ", True),
        ("۱۲۳", "123", True),
        ("12/3", "12-3", False),
        ("a|b c", "a b|c", False),
        ("C-1", "C1", False),
        ("!!", "??", False),
    ],
)
def test_which_keys_are_the_same(staging: Staging, one: str, other: str, same: bool) -> None:
    rids = put(staging, [(FLAT, one, "x", None), (FLAT, other, "y", None)])
    assert groups(staging) == ([rids] if same else [])
    assert (folded_key(one) == folded_key(other)) is same


def test_only_feeds_with_one_record_per_key_and_filled_keys_are_drawn_together(
    staging: Staging,
) -> None:
    rids = put(
        staging,
        [(FLAT, "A", "x", None), (OTHER, "A", "x", None), (OTHER, "A", "x", None),
         (FLAT, "#2", None, None), (FLAT, "A", "x", None), (FLAT, "#2", None, None)],
    )  # fmt: skip
    # The fourth row is the second of its table: `#2` is its place, not a key. The last is the
    # fourth, so that its key was written by somebody.
    assert groups(staging) == [[rids[0], rids[4]]]


def test_a_verdict_takes_a_row_out_of_its_record_and_the_account_balances(
    staging: Staging,
) -> None:
    a, b, c = put(
        staging, [(FLAT, "A", "Acme", None), (FLAT, "a", None, "021"), (FLAT, "A", "", "7")]
    )
    assert groups(staging) == [[a, b, c]]
    assert groups(staging, Verdict("account", b, c, Answer.DIFFERENT, 1)) == [[a, b]]
    item = merge.EntityMerge("account", ("name", "phone"))
    report = merge.run(
        staging, merge.MergeSection((item,), (), {FLAT: "f"}, {FLAT: "s"}), NULL_PROGRESS
    )
    assert staging.rows("select _key, _size, name, phone from golden_account order by _gid") == [
        ("f|A", 2, "Acme", "021"),
        ("f|A#2", 1, "", "7"),
    ]
    facts = report.facts["account"]
    assert (facts["mapped"], facts["golden"], facts["absorbed"], facts["same_key"]) == (3, 2, 1, 1)


def test_a_record_of_many_rows_is_compared_once_with_what_all_of_them_know(
    staging: Staging,
) -> None:
    many = [(FLAT, "Nik", "Nik Trading", None)] * 30 + [(FLAT, "Nik", None, "02188554433")]
    rids = put(
        staging, [*many, (OTHER, "9", "Nik Tradin", "02188554433"), (OTHER, "8", "Zal", "1")]
    )
    found = groups(staging, settings=SETTINGS)
    assert found in ([rids[:31]], [rids[:32]])
    pairs = staging.rows('select "left", "right" from pairs_account')
    assert set(pairs) <= {(rids[0], rids[31])}
    judged = Verdict("account", rids[5], rids[31], Answer.SAME, 1)
    assert groups(staging, judged, settings=SETTINGS) == [rids[:32]]
    assert (rids[5], rids[31], "same") in staging.rows(
        'select "left", "right", answer from pairs_account'
    )
