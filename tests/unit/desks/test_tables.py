"""Tables as a window gets them: parts, orders, searches and marks on literal rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from migrator.desks.tables import TablesDesk
from migrator.errors import PlanError, ProjectError
from migrator.model.plan import Plan, TargetSpec
from migrator.model.schema import Entity, Field, FieldType, Schema
from migrator.model.text import Text
from migrator.model.views.tables import Ask, CellMark, Filter, Op, Rows, Sort, TableHandle
from migrator.store import paging
from migrator.workspace import Workspace

NAMES = ("گلنار", "پریسا", "آرش", "Zed", None, "", "12", "9", "كاوه", "abe")
SCHEMA = Schema(
    (
        Entity(
            "contact",
            (
                Field("name", label="Name", label_fa="نام"),
                Field("age", FieldType.INTEGER, label="Age"),
                Field("parentid"),
            ),
        ),
    )
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    plan = Plan("t", target=TargetSpec(schema=SCHEMA))
    with Workspace.create(tmp_path / "p", plan) as opened:
        fill(opened, NAMES)
        yield opened


def fill(workspace: Workspace, values: tuple[str | None, ...], version: str = "aaaaaaaa") -> None:
    """clean_contact with one row per name, row ids counted down so that no order is natural."""
    workspace.staging.begin(version)
    count = len(values)
    data = {
        "_rid": pa.array([count - n for n in range(count)], pa.int64()),
        "_key": pa.array([f"k{n}" for n in range(count)], pa.string()),
        "name": pa.array(list(values), pa.string()),
        "age": pa.array([str(n % 30) for n in range(count)], pa.string()),
    }
    batch = pa.RecordBatch.from_pydict(data)
    workspace.staging.write("clean_contact", batch.schema, [batch])


def desk(workspace: Workspace) -> TablesDesk:
    return TablesDesk(workspace)


def opened(workspace: Workspace) -> TableHandle:
    return desk(workspace).open("clean_contact")


def part(workspace: Workspace, handle: TableHandle, number: int = 0) -> list[dict[str, object]]:
    """The rows of a part, in the order of their positions."""
    path = desk(workspace).part(handle.table, handle.version, number)
    with pa.memory_map(path) as file:
        table = pa.ipc.open_file(file).read_all()
        rows = table.to_pylist()
    return [rows[row[paging.AT]] for row in rows]


def names(workspace: Workspace, ask: Ask) -> list[object]:
    """The names that `ask` shows, in order."""
    handle = opened(workspace)
    index = desk(workspace).index(handle.table, handle.version, ask)
    with pa.memory_map(index.path) as file:
        positions = pa.ipc.open_file(file).read_all().column(0).to_pylist()
    assert index.rows == len(positions)
    rows = part(workspace, handle)
    return [rows[at]["name"] for at in positions]


def test_a_table_is_described(workspace: Workspace) -> None:
    handle = opened(workspace)
    assert (handle.rows, handle.key, handle.entity) == (10, "_rid", "contact")
    assert not handle.ordered
    shown = [(c.name, c.label, c.type, c.hidden) for c in handle.columns]
    assert shown == [
        ("_rid", Text("Row id", "شناسه‌ی ردیف"), "decimal", True),
        ("_key", Text("Source key", "کلید مبدأ"), "text", True),
        ("name", Text("Name", "نام"), "text", False),
        ("age", Text("Age", "Age"), "integer", False),
    ]


def test_the_natural_order_is_that_of_the_row_ids(workspace: Workspace) -> None:
    assert names(workspace, Ask()) == list(reversed(NAMES))


@pytest.mark.parametrize(
    ("descending", "expected"),
    [
        (False, ["9", "12", "آرش", "پریسا", "كاوه", "گلنار", "abe", "Zed", "", None]),
        (True, ["12", "9", "Zed", "abe", "گلنار", "كاوه", "پریسا", "آرش", "", None]),
    ],
)
def test_numbers_then_texts_in_the_alphabet_then_nothing(
    workspace: Workspace, descending: bool, expected: list[str | None]
) -> None:
    assert names(workspace, Ask(sort=(Sort("name", descending),))) == expected


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        (Filter("name", Op.CONTAINS, "E"), {"Zed", "abe"}),
        (Filter("name", Op.EQUALS, "zed"), {"Zed"}),
        (Filter("name", Op.STARTS, "کاو"), {"كاوه"}),  # Arabic kaf in the data
        (Filter("name", Op.EQUALS, "۱۲"), {"12"}),
        (Filter("name", Op.EMPTY), {None, ""}),
        (Filter("name", Op.NOT_EMPTY), set(NAMES) - {None, ""}),
        (Filter("name", Op.CONTAINS, "' or 1=1 --"), set()),
        (Filter("name", Op.CONTAINS, "%"), set()),
    ],
)
def test_filters(workspace: Workspace, filter_: Filter, expected: set[str | None]) -> None:
    found = names(workspace, Ask(filters=(filter_,)))
    assert set(found) == expected
    assert len(found) == len(expected)


def test_a_search_looks_into_every_column_that_people_see(workspace: Workspace) -> None:
    assert names(workspace, Ask(search=" ARA ")) == []
    assert names(workspace, Ask(search="2")) == ["12", "آرش"]  # a name, and an age
    assert names(workspace, Ask(search="k0")) == []  # the source key is hidden
    both = Ask(search="2", filters=(Filter("name", Op.STARTS, "آ"),))
    assert names(workspace, both) == ["آرش"]


def test_rows_by_id_and_by_issue(workspace: Workspace) -> None:
    rows = pa.table(
        {
            "row": pa.array([10, 9, 8], pa.int64()),
            "field": ["name", "name", "age"],
            "code": ["required", "pattern", "required"],
            "severity": ["error", "warning", "error"],
            "value": pa.array([None, "x", "y"], pa.string()),
            "detail": ["", "", "d"],
        }
    )
    workspace.staging.write("issues_cleanse_contact", rows.schema, rows.to_batches())
    assert names(workspace, Ask(where=Rows(ids=(10, 1)))) == ["abe", "گلنار"]
    assert names(workspace, Ask(where=Rows(ids=()))) == []
    issues = Rows(issues="issues_cleanse_contact", code="required")
    assert names(workspace, Ask(where=issues)) == ["آرش", "گلنار"]
    handle = opened(workspace)
    assert handle.marks == ("issues_cleanse_contact",)
    marks = desk(workspace).marks(handle.table, handle.version, handle.marks, (0, 1, 5))
    assert set(marks) == {
        CellMark(0, "name", "error", "required", None, ""),
        CellMark(1, "name", "warning", "pattern", "x", ""),
    }


def test_an_order_by_issues_follows_the_issues(workspace: Workspace) -> None:
    def write(*rows: int) -> None:
        table = pa.table(
            {
                "row": pa.array(rows, pa.int64()),
                "code": ["required"] * len(rows),
            }
        )
        workspace.staging.write("issues_cleanse_contact", table.schema, table.to_batches())

    where = Rows(issues="issues_cleanse_contact", code="required")
    write(10)
    assert names(workspace, Ask(where=where)) == ["گلنار"]
    write(9)
    assert names(workspace, Ask(where=where)) == ["پریسا"]


def test_parts_hold_consecutive_rows(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "PART_ROWS", 1_000)
    fill(workspace, tuple(f"n{i}" for i in range(2_500)))
    handle = opened(workspace)
    told = [row["name"] for n in range(3) for row in part(workspace, handle, n)]
    assert told == [f"n{i}" for i in range(2_500)]


def test_a_table_made_anew_under_its_name_is_another_version(workspace: Workspace) -> None:
    before = opened(workspace)
    desk(workspace).part(before.table, before.version, 0)
    fill(workspace, ("other",))
    after = opened(workspace)
    assert (after.table, after.version == before.version) == (before.table, False)
    assert [row["name"] for row in part(workspace, after)] == ["other"]
    with pytest.raises(ProjectError) as refused:
        desk(workspace).part(before.table, before.version, 0)
    assert refused.value.details["gone"] is True


def test_files_of_old_versions_are_removed(workspace: Workspace) -> None:
    old = opened(workspace)
    path = Path(desk(workspace).part(old.table, old.version, 0))
    fill(workspace, ("x",), version="bbbbbbbb")
    assert path.exists()
    opened(workspace)
    assert not path.exists()


def test_a_table_that_is_not_there(workspace: Workspace) -> None:
    with pytest.raises(ProjectError):
        desk(workspace).open("clean_nothing")
    handle = opened(workspace)
    with pytest.raises(PlanError):
        desk(workspace).index(handle.table, handle.version, Ask(sort=(Sort("nope"),)))


def test_a_lookup_is_shown_as_it_was_looked_up(workspace: Workspace) -> None:
    workspace.staging.create(
        "golden_contact", "select 1::bigint as _gid, 'a' as parentid, 'K-7' as _raw_parentid"
    )
    columns = {c.name: c.column for c in desk(workspace).open("golden_contact").columns}
    assert columns == {"_gid": "_gid", "parentid": "_raw_parentid"}
