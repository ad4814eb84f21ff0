"""The folder target: values unchanged, batches written once."""

from __future__ import annotations

import csv
from pathlib import Path

import pyarrow as pa
import pytest
from openpyxl import load_workbook

from migrator.errors import TargetError
from migrator.model.schema import Entity, Field, FieldType, Schema
from migrator.targets.base import LoadBatch
from migrator.targets.folder import FolderTarget, Form

CONTACT = Entity(
    "contact",
    (Field("contactid", FieldType.UUID, required=True), Field("name"), Field("note")),
    primary_key=("contactid",),
)
HARD = ['a,"b"', "=1+1", "#N/A", "0012", "two\r\nlines", " سلام ", "_x0041_", "1e5", "😀;\t|"]


def batch(number: int, names: list[str | None], digest: str = "d1") -> LoadBatch:
    gids = list(range(number * 100, number * 100 + len(names)))
    rows = pa.RecordBatch.from_pydict(
        {
            "_gid": pa.array(gids, pa.int64()),
            "_key": pa.array([f"k{gid}" for gid in gids]),
            "target_id": pa.array([f"id{gid}" for gid in gids]),
            "name": pa.array(names, pa.string()),
        }
    )
    return LoadBatch(CONTACT, number, digest, rows)


def opened(folder: Path, form: Form) -> FolderTarget:
    target = FolderTarget(folder, form)
    target.create(Schema((CONTACT,)))
    return target


def names_of(target: FolderTarget) -> list[tuple[str, str | None]]:
    return [
        (row["target_id"], row["name"])
        for found in target.read_back(CONTACT, ["name"])
        for row in found.to_pylist()
    ]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_hard_values_come_back_unchanged(tmp_path: Path, form: Form) -> None:
    target = opened(tmp_path, form)
    outcome = target.append(batch(1, [*HARD, None]))
    assert outcome.ids == {100 + n: f"id{100 + n}" for n in range(len(HARD) + 1)}
    assert [name for _id, name in names_of(target)] == [*HARD, None]
    target.close()


def test_csv_is_read_alike_by_another_reader(tmp_path: Path) -> None:
    target = opened(tmp_path, "csv")
    target.append(batch(1, [*HARD, "", None]))
    target.close()
    with (tmp_path / "contact.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    assert rows[0] == ["contactid", "name", "note"]
    assert [row[1] for row in rows[1:]] == [*HARD, "", ""]
    lines = (tmp_path / "contact.csv").read_bytes().split(b"\r\n")
    assert lines[-3:] == [b'id109,"",', b"id110,,", b""]


def test_empty_text_and_no_value_stay_apart_in_csv(tmp_path: Path) -> None:
    target = opened(tmp_path, "csv")
    target.append(batch(1, ["", None]))
    assert [name for _id, name in names_of(target)] == ["", None]


def test_no_cell_of_a_workbook_is_a_formula_or_a_number(tmp_path: Path) -> None:
    target = opened(tmp_path, "xlsx")
    target.append(batch(1, [*HARD, "12", "2024-01-01"]))
    target.close()
    book = load_workbook(tmp_path / "contact.xlsx")
    kinds = {cell.data_type for row in book["contact"].iter_rows() for cell in row if cell.value}
    assert kinds == {"s"}


def test_a_batch_sent_twice_is_there_once(tmp_path: Path) -> None:
    target = opened(tmp_path, "csv")
    assert not target.append(batch(1, ["a", "b"])).already_there
    again = opened(tmp_path, "csv").append(batch(1, ["a", "b"]))
    assert again.already_there
    assert again.ids == {100: "id100", 101: "id101"}
    assert names_of(target) == [("id100", "a"), ("id101", "b")]


def test_a_batch_number_is_not_used_for_other_rows(tmp_path: Path) -> None:
    target = opened(tmp_path, "csv")
    target.append(batch(1, ["a"]))
    with pytest.raises(TargetError, match="Batch 1 of contact was written with other rows"):
        target.append(batch(1, ["x"], digest="d2"))


def test_a_crash_before_the_rename_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = opened(tmp_path, "csv")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", _no_space)
        with pytest.raises(TargetError, match="cannot be written or read: No space left"):
            target.append(batch(1, ["a"]))
    assert names_of(opened(tmp_path, "csv")) == []
    assert not target.append(batch(1, ["a"])).already_there
    assert names_of(target) == [("id100", "a")]


def _no_space(_self: Path, _target: Path) -> None:
    raise OSError(28, "No space left on device")


def test_a_crash_before_close_loses_no_batch(tmp_path: Path) -> None:
    opened(tmp_path, "csv").append(batch(2, ["b"]))
    opened(tmp_path, "csv").append(batch(1, ["a"]))
    FolderTarget(tmp_path, "csv").close()
    assert (tmp_path / "contact.csv").read_bytes().split(b"\r\n")[1:3] == [b"id100,a,", b"id200,b,"]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        pytest.param("x" * 32_768, "cell_too_long", id="one letter too long"),
        pytest.param("😀" * 16_384, "cell_too_long", id="letters of two units"),
        pytest.param("a\x07b", "control_character", id="bell"),
    ],
)
def test_a_workbook_refuses_what_it_cannot_hold(tmp_path: Path, value: str, code: str) -> None:
    target = opened(tmp_path, "xlsx")
    outcome = target.append(batch(1, ["good", value, "x" * 32_767]))
    assert [(reject.gid, reject.code) for reject in outcome.rejects] == [(101, code)]
    assert outcome.ids == {100: "id100", 102: "id102"}
    assert [row for row, _name in names_of(target)] == ["id100", "id102"]


def test_schema_is_kept_and_grows(tmp_path: Path) -> None:
    opened(tmp_path, "csv")
    task = Entity("task", (Field("id"),), primary_key=("id",))
    target = FolderTarget(tmp_path, "csv")
    target.create(Schema((CONTACT, task)))
    assert FolderTarget(tmp_path).schema().entities == (CONTACT, task)
    assert (tmp_path / "task.csv").read_bytes() == b"id\r\n"


def test_problems_are_all_told(tmp_path: Path) -> None:
    target = opened(tmp_path, "csv")
    loose = Entity("loose", (Field("a"),))
    assert target.problems([CONTACT]) == ()
    assert target.problems([CONTACT, loose]) == (
        "loose is not in the folder yet.",
        "loose has no primary key of one field.",
    )


def test_names_that_a_file_system_refuses(tmp_path: Path) -> None:
    odd = Entity("a/b:c", (Field("id"), Field("v")), primary_key=("id",))
    twin = Entity("a_b_c", (Field("id"), Field("v")), primary_key=("id",))
    target = FolderTarget(tmp_path)
    target.create(Schema((odd, twin)))
    assert len(list(tmp_path.glob("*.csv"))) == 2
