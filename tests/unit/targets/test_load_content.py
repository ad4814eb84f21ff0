"""Digests of batches and rows."""

from __future__ import annotations

import pyarrow as pa
import pytest

from migrator.model.schema import Entity, Field, FieldType
from migrator.targets.payload import digest
from migrator.targets.sql.content import comparable, row_shas

T = FieldType


@pytest.mark.parametrize(
    ("field", "sent", "read"),
    [
        (Field("f", T.DECIMAL), "1234.50", "1234.5"),
        (Field("f", T.DECIMAL), "5", "5.00"),
        (Field("f", T.DECIMAL), "-0.00", "0"),
        (Field("f", T.DECIMAL), "100", "100"),
        (Field("f", T.FLOAT), "1e3", "1000.0"),
        (Field("f", T.FLOAT), "-0.0", "0"),
        (Field("f", T.FLOAT, native_type="float"), "16777217", "16777216"),
        (Field("f", T.DATETIME), "2024-03-20T13:05:00.500", "2024-03-20 13:05:00.5"),
        (Field("f", T.DATETIME), "2024-03-20T13:05:00", "2024-03-20T13:05:00.000000"),
        (Field("f", T.DATETIME), "2024-03-20T13:05:00+03:30", "2024-03-20T13:05:00"),
        (
            Field("f", T.DATETIME, native_type="timestamp with time zone"),
            "2024-03-20T13:05:00+03:30",
            "2024-03-20T09:35:00+00:00",
        ),
        (Field("f", T.TIME), "13:05:00", "13:05:00.0"),
        (Field("f", T.TEXT, native_type="character(5)"), "ab", "ab   "),
    ],
    ids=str,
)
def test_what_a_database_writes_differently_is_the_same(field: Field, sent: str, read: str) -> None:
    column = pa.array([sent, read, None], pa.string())
    first, second, third = comparable(column, field).to_pylist()
    assert first == second
    assert third is None


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        (Field("f"), "a", "a "),
        (Field("f"), "", None),
        (Field("f"), "1.50", "1.5"),
        (Field("f", native_type="character varying(5)"), "a", "a "),
        (Field("f", T.DECIMAL), "1.5", "1.51"),
        (Field("f", T.DECIMAL), "10", "1"),
        (Field("f", T.FLOAT), "1.0000000001", "1.0000000002"),
        (Field("f", T.DATETIME), "2024-03-20T13:05:00", "2024-03-20T13:05:01"),
        (Field("f", T.BOOLEAN), "true", "false"),
    ],
    ids=str,
)
def test_what_differs_has_another_digest(field: Field, one: str, other: str | None) -> None:
    entity = Entity("e", (field,))
    rows = pa.table({"f": pa.array([one, other], pa.string())})
    first, second = row_shas(rows, entity, ["f"])
    assert first != second


def test_values_do_not_run_into_each_other() -> None:
    entity = Entity("e", (Field("a"), Field("b")))
    rows = pa.table({"a": ["ab", "a", None, ""], "b": ["c", "bc", "", None]})
    assert len(set(row_shas(rows, entity, ["a", "b"]))) == 4


def table(values: list[str | None], numbers: list[int]) -> pa.RecordBatch:
    return pa.record_batch({"n": pa.array(numbers, pa.int64()), "f": pa.array(values, pa.string())})


def test_digest_does_not_depend_on_how_the_rows_lie_in_memory() -> None:
    whole = table(["x", "é", None, "", "z"], [1, 2, 3, 4, 5])
    alone = table(["é", None, ""], [2, 3, 4])
    assert digest(whole.slice(1, 3)) == digest(alone)
    chunks = pa.Table.from_batches([whole.slice(1, 1), whole.slice(2, 2)])
    assert digest(chunks) == digest(alone)
    assert digest(whole.slice(0, 0)) == digest(table([], []))


@pytest.mark.parametrize(
    "other",
    [
        table(["b", "a"], [1, 2]),
        table(["a", ""], [1, 2]),
        table(["a", None], [1, 2]),
        table(["ab", ""], [1, 2]),
        table(["a", "b"], [1, 3]),
        table(["a", "b"], [1, 2]).rename_columns(["n", "g"]),
        table(["a"], [1]),
    ],
    ids=range(7),
)
def test_digest_sees_every_difference(other: pa.RecordBatch) -> None:
    assert digest(other) != digest(table(["a", "b"], [1, 2]))
