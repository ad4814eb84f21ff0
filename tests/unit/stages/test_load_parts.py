"""The parts of the load stage that need no target."""

from __future__ import annotations

import uuid
from typing import Any

import pyarrow as pa
import pytest

from migrator.errors import PlanError
from migrator.model.schema import Entity, Field, FieldType, Relationship
from migrator.stages.load_batches import pieces
from migrator.stages.load_order import EntityLoad, in_order
from migrator.stages.load_payload import folded_key, uuid5
from migrator.store.staging import Staging

KEYS = ["", "1", "feed|42", "é|کوچ", "x'y\"z", "k" * 1000, "🚚", "a\nb\\c"]


@pytest.mark.parametrize("key", KEYS, ids=range(len(KEYS)))
@pytest.mark.parametrize("entity", ["contact", "o'brien کوچ"])
def test_uuid5_in_sql_is_the_standard_one(entity: str, key: str) -> None:
    space = uuid.uuid4()
    staging = Staging(None)
    found = staging.scalar(f"select {uuid5(space, entity, '?::varchar')}", [key])
    staging.close()
    assert found == str(uuid.uuid5(space, f"{entity}|{key}"))


def test_uuid5_in_sql_has_every_variant_digit_right() -> None:
    space = uuid.UUID(int=7)
    staging = Staging(None)
    rows = staging.rows(
        f"select n::varchar, {uuid5(space, 'e', 'n::varchar')} from range(2000) t(n)"
    )
    staging.close()
    assert rows == [(key, str(uuid.uuid5(space, f"e|{key}"))) for key, _ in rows]


def test_long_keys_are_folded_and_stay_apart() -> None:
    keys = ["a" * 400, "a" * 401, "a" * 402, "short"]
    staging = Staging(None)
    folded = [staging.scalar(f"select {folded_key('$1::varchar')}", [key]) for key in keys]
    staging.close()
    assert folded[0] == keys[0]
    assert folded[3] == "short"
    assert len(set(folded)) == 4
    assert max(map(len, folded)) <= 400


@pytest.mark.parametrize(
    ("arrives", "sizes"),
    [
        ([5], [5]),
        ([1, 1, 1, 1, 1], [2, 2, 1]),
        ([7, 3], [4, 4, 2]),
        ([0, 3, 0], [1, 1, 1]),
        ([10], [3, 3, 3, 1]),
        ([], []),
    ],
    ids=str,
)
def test_pieces_have_exactly_the_planned_sizes(arrives: list[int], sizes: list[int]) -> None:
    count = iter(range(100))
    stream = [
        pa.record_batch({"n": pa.array([next(count) for _ in range(size)], pa.int64())})
        for size in arrives
    ]
    found = [piece.column("n").to_pylist() for piece in pieces(stream, sizes)]
    assert [len(piece) for piece in found] == sizes
    assert sum(found, []) == list(range(sum(arrives)))


def load(name: str, **lookups: Any) -> EntityLoad:
    """An entity; a lookup's parent with a `!` is required."""
    parents = {field: parent.rstrip("!") for field, parent in lookups.items()}
    fields = [Field("id", FieldType.UUID)]
    fields += [Field(f, FieldType.UUID, required=p.endswith("!")) for f, p in lookups.items()]
    relationships = tuple(Relationship(field, parent) for field, parent in parents.items())
    entity = Entity(name, tuple(fields), ("id",), relationships=relationships)
    return EntityLoad(entity, tuple(parents), {f: (p,) for f, p in parents.items()})


@pytest.mark.parametrize(
    ("loads", "order", "late"),
    [
        pytest.param([load("a"), load("b")], "ab", {}, id="as given"),
        pytest.param([load("b", x="a"), load("a")], "ab", {}, id="parents first"),
        pytest.param([load("c", x="b"), load("b", x="a"), load("a")], "abc", {}, id="chain"),
        pytest.param([load("a", x="a")], "a", {"a": ("x",)}, id="itself"),
        pytest.param([load("a", x="b"), load("b", x="a!")], "ab", {"a": ("x",)}, id="circle"),
        pytest.param(
            [load("a", x="b!", y="c"), load("b", x="c", y="b"), load("c", x="a")],
            "cba",
            {"c": ("x",), "b": ("y",)},
            id="circle of three",
        ),
    ],
)
def test_order(loads: list[EntityLoad], order: str, late: dict[str, tuple[str, ...]]) -> None:
    steps = in_order(loads)
    assert "".join(step.name for step in steps) == order
    assert {step.name: step.late for step in steps if step.late} == late


def test_a_circle_of_required_lookups_is_refused() -> None:
    with pytest.raises(PlanError, match=r"a\.x, b\.x"):
        in_order([load("a", x="b!"), load("b", x="a!")])


def test_a_lookup_to_an_entity_that_is_not_loaded_is_refused() -> None:
    with pytest.raises(PlanError, match="a.x looks up nowhere"):
        in_order([load("a", x="nowhere")])
