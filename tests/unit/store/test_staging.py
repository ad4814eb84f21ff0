"""Versions behind views: nothing half-made is ever shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from migrator.errors import Cancelled, ProjectError
from migrator.store.staging import Staging

SCHEMA = pa.schema([("n", pa.int64())])


def batches(*values: int) -> Iterator[pa.RecordBatch]:
    for value in values:
        yield pa.record_batch([pa.array([value])], schema=SCHEMA)


@pytest.fixture
def staging() -> Iterator[Staging]:
    made = Staging(None)
    made.begin("aaaaaaaa11")
    yield made
    made.close()


def shown(staging: Staging, name: str = "t") -> list[int]:
    return [row[0] for row in staging.rows(f"select n from {name} order by n")]


def test_a_new_version_replaces_what_is_shown(staging: Staging) -> None:
    assert staging.write("t", SCHEMA, batches(1, 2)) == 2
    staging.begin("bbbbbbbb22")
    assert staging.create("t", "select 7::bigint as n") == 1
    assert shown(staging) == [7]


def test_an_older_version_can_be_shown_again(staging: Staging) -> None:
    staging.write("t", SCHEMA, batches(1, 2))
    old = staging.physical("t")
    staging.begin("bbbbbbbb22")
    staging.write("t", SCHEMA, batches(3))
    assert staging.point("t", old)
    assert shown(staging) == [1, 2]
    assert not staging.point("t", "t__cccccccc")


@pytest.mark.parametrize("error", [KeyError("boom"), Cancelled()], ids=["bug", "cancel"])
def test_a_stream_that_stops_leaves_the_old_output(staging: Staging, error: BaseException) -> None:
    staging.write("t", SCHEMA, batches(1, 2))

    def broken() -> Iterator[pa.RecordBatch]:
        yield from batches(8, 9)
        raise error

    staging.begin("bbbbbbbb22")
    with pytest.raises(type(error)):
        staging.write("t", SCHEMA, broken())
    assert shown(staging) == [1, 2]


def test_a_stream_may_read_the_same_database(staging: Staging) -> None:
    staging.create("t", "select range as n from range(200000)")
    doubled = (
        pa.record_batch([pc.multiply(b.column(0), 2)], schema=SCHEMA)
        for b in staging.arrow("select n from t")
    )
    assert staging.write("u", SCHEMA, doubled) == 200_000
    assert staging.scalar("select sum(n) from u") == 199_999 * 200_000


def test_old_versions_are_those_neither_shown_nor_named(staging: Staging) -> None:
    for version in ("aaaaaaaa", "bbbbbbbb", "cccccccc"):
        staging.begin(version)
        staging.write("t", SCHEMA, batches(1))
    assert staging.old_versions({"t__aaaaaaaa"}) == ["t__bbbbbbbb"]
    assert staging.cells()["t__bbbbbbbb"] == 1
    staging.drop("t__bbbbbbbb")
    staging.checkpoint()
    assert [staging.exists(f"t__{v * 8}") for v in "abc"] == [True, False, True]
    assert [bool(staging.made(f"t__{v * 8}")) for v in "abc"] == [True, False, True]


def test_hostile_names_are_only_names(staging: Staging) -> None:
    name = 'x"; drop table t; --'
    staging.write(name, SCHEMA, batches(5))
    assert staging.count(name) == 1
    assert staging.columns(name) == ["n"]


def test_a_file_in_use_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "s.duckdb").write_bytes(b"something else" * 1000)
    with pytest.raises(ProjectError, match=r"staging database s\.duckdb cannot be opened"):
        Staging(tmp_path / "s.duckdb")
