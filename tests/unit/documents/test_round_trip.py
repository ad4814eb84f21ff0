"""Out as a workbook, filled in, and back: exactly what people wrote, or a refusal that names it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from migrator.desks.mapping_import import chosen, taken
from migrator.documents.copy_cells import copy_cells
from migrator.errors import PlanError, SourceError
from migrator.model.mapping import Collision, LeftOut, RowStatus
from migrator.model.plan import Plan
from migrator.model.views.mapping_documents import ImportReview
from tests.unit.documents.small_document import Hands, exported, look, plan


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(tmp_path_factory.mktemp("made") / "copy.xlsx", plan())


@pytest.fixture
def hands(_made: Path, tmp_path: Path) -> Hands:
    """A copy of the workbook in Persian, for somebody to fill in."""
    return Hands(Path(shutil.copy(_made, tmp_path / "copy.xlsx")))


def said(found: ImportReview) -> dict[tuple[str, str, str], str]:
    assert found.refusals == ()
    return {(e.change.target, e.change.what, e.change.key): e.new.en for e in found.edits}


def accepted(made: Plan, found: ImportReview, *ids: str) -> Plan:
    wanted = ids or tuple(edit.id for edit in found.edits)
    return taken(made, chosen(found, wanted), lambda _: None)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_what_nobody_touched_changes_nothing(tmp_path: Path, language: str) -> None:
    path = exported(tmp_path / "copy.xlsx", plan(), language)
    found = look(plan(), path)
    assert (found.edits, found.clashes, found.refusals) == ((), (), ())
    assert found.copies[0].current
    assert copy_cells(path).sheets == copy_cells(Hands(path).save()).sheets


def test_the_workbook_is_guarded_and_guides(hands: Hands) -> None:
    sheet, status = hands.place("status", "نام", "شرکت")
    field = hands.place("field", "نام", "شرکت")[1]
    assert sheet.protection.sheet
    assert sheet[field].protection.locked
    assert not sheet[status].protection.locked
    assert sheet.sheet_view.rightToLeft
    lists = [rule for rule in sheet.data_validations.dataValidation if status in rule.sqref]
    assert [rule.errorStyle for rule in lists] == ["stop"]
    assert [one.sheet_state for one in hands.book.worksheets[-2:]] == ["veryHidden"] * 2
    note, address = hands.place("note", "code", "شرکت")
    assert (note[address].value, note[address].data_type) == ("=1+1", "s")


EDITS = [
    ("sources", "name", "نام + نام خانوادگی", ("name", "sources", ""), "نام + نام خانوادگی"),
    ("sources", "city", "first + last", ("city", "sources", ""), "first + last"),
    ("sources", "city", "first + last ; CITY", ("city", "sources", ""), "first + last + city"),
    ("sources", "city", "كد", ("city", "sources", ""), "کد"),
    ("default", "kind", "Same (b)", ("kind", "default", ""), "Same (b)"),
    ("default", "state", "غير فعّال", ("state", "default", ""), "Inactive"),
    ("collision", "name", "اگر خالي است پر شود", ("name", "collision", ""), "fill if empty"),
    ("status", "name", "agreed", ("name", "status", ""), "agreed"),
    ("owner", "name", "علي كريمي", ("name", "owner", ""), "علی کریمی"),
    ("note", "name", "=SUM(x)", ("name", "note", ""), "=SUM(x)"),
    ("note", "code", None, ("code", "note", ""), "(nothing)"),
    ("value", "?", "غیرفعال", ("state", "value", "?"), "Inactive"),
    ("value", "?", "(خالی)", ("state", "value", "?"), "(empty)"),
    ("value", "غير فعال", "۰", ("state", "value", "غير فعال"), "Active"),
    ("left_out", "city", "not needed", ("", "left_out", "city"), "not needed"),
]


@pytest.mark.parametrize(
    ("what", "line", "text", "place", "new"), EDITS, ids=[f"{e[0]}-{e[2]}" for e in EDITS]
)
def test_one_edit_arrives_as_it_was_meant(
    hands: Hands, what: str, line: str, text: str, place: tuple[str, str, str], new: str
) -> None:
    sheet = "ستون" if what == "left_out" else ""
    address = hands.write(what, line, text, sheet)
    if text and text.startswith("="):
        hands.book[address.split("!")[0]][address.split("!")[1]].data_type = "s"
    found = look(plan(), hands.save())
    assert said(found) == {place: new}
    assert (found.edits[0].cells, found.edits[0].change.who) == ((address,), "Maryam")


REFUSALS: list[tuple[str, str, object, str]] = [
    ("sources", "name", "نام + fax", "no column “fax”"),
    ("default", "state", "perhaps", "not in the picklist"),
    ("default", "kind", "same", "label of 2 values"),
    ("value", "?", "perhaps", "not in the picklist"),
    ("status", "name", "fine", "no status “fine”"),
    ("status", "name", "امضاشده", "signed in Kooch"),
    ("collision", "name", "replace", "no rule “replace”"),
    ("owner", "city", "Sara", "Nothing fills this field"),
    ("note", "name", "=1/0", "formula or an error"),
    ("field", "name", "other", "locked"),
    ("legacy", "?", "!", "locked"),
    ("table", "name", "old / others", "locked"),
]


@pytest.mark.parametrize(
    ("what", "line", "text", "words"), REFUSALS, ids=[f"{r[0]}-{r[2]}" for r in REFUSALS]
)
def test_what_is_not_valid_is_refused_with_its_cell(
    hands: Hands, what: str, line: str, text: object, words: str
) -> None:
    good = hands.write("note", "code", "fine", "شرکت")
    address = hands.write(what, line, text)
    found = look(plan(), hands.save())
    assert [(one.cell, words in one.words.en) for one in found.refusals] == [(address, True)]
    assert found.edits == (), f"{good} is not taken while something is refused"
    with pytest.raises(PlanError, match="nothing was"):
        chosen(found, ["x"])


def test_lines_cannot_come_or_go(hands: Hands) -> None:
    sheet, address = hands.place("note", "name", "شرکت")
    sheet.delete_rows(sheet[address].row)
    sheet.append(["F2", "city"])
    sheet.append([None, "new", "line"])
    found = look(plan(), hands.save())
    told = " ".join(one.words.en for one in found.refusals)
    for words in ("was deleted", "stands here twice", "was added"):
        assert words in told


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (lambda book: book.remove(book["kooch"]), "hidden sheet is gone"),
        (lambda book: book["kooch"].cell(3, 2, "abc"), "hidden sheet of the workbook was changed"),
    ],
    ids=["gone", "changed"],
)
def test_a_workbook_without_its_memory_is_refused(
    hands: Hands, break_it: Callable[[object], object], words: str
) -> None:
    break_it(hands.book)
    assert [words in one.words.en for one in look(plan(), hands.save()).refusals] == [True]


def test_another_projects_workbook_and_no_workbook(hands: Hands, tmp_path: Path) -> None:
    found = look(plan(), hands.save(), project="p2")
    assert ["another project" in one.words.en for one in found.refusals] == [True]
    (tmp_path / "x.xlsx").write_text("no workbook")
    with pytest.raises(SourceError, match="not a workbook"):
        copy_cells(tmp_path / "x.xlsx")


def test_sorted_lines_new_columns_and_renamed_sheets_do_no_harm(hands: Hands) -> None:
    sheet, _ = hands.place("note", "name", "شرکت")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    for number, row in enumerate(reversed(rows), 3):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = value
            cell.data_type = "s"
        sheet.cell(number, len(row) + 2, "my own remark")
    sheet.cell(2, len(rows[0]) + 2, "Remarks")
    sheet.insert_cols(3)
    sheet.title = "Customers"
    address = hands.write("note", "name", "here", "Customers")
    found = look(plan(), hands.save())
    assert said(found) == {("name", "note", ""): "here"}
    assert found.edits[0].cells == (address,)


# -- several copies, and a plan that moved on


def test_two_copies_are_told_apart_cell_by_cell(hands: Hands, tmp_path: Path) -> None:
    other = Hands(Path(shutil.copy(hands.path, tmp_path / "second.xlsx")))
    hands.write("owner", "name", "Sara", "شرکت")
    hands.write("note", "code", "first", "شرکت")
    hands.write("status", "code", "پیش‌نویس", "شرکت")
    other.write("note", "code", "second", "شرکت")
    other.write("status", "code", "draft", "شرکت")
    other.write("value", "?", "فعال")
    found = look(plan(), hands.save("Maryam"), other.save("Reza"))
    assert said(found) == {
        ("name", "owner", ""): "Sara",
        ("code", "status", ""): "draft",
        ("state", "value", "?"): "Active",
    }
    same = next(e for e in found.edits if e.change.what == "status")
    assert (same.change.who, len(same.cells)) == ("Maryam, Reza", 2)
    (clash,) = found.clashes
    assert (clash.base.en, clash.now.en, clash.plan_moved) == ("=1+1", "=1+1", False)
    assert [(e.new.en, e.change.who) for e in clash.edits] == [
        ("first", "Maryam"),
        ("second", "Reza"),
    ]
    after = accepted(plan(), found, clash.edits[1].id)
    assert after.feeds[0].fields[1].note == "second"
    with pytest.raises(PlanError, match="Two answers"):
        chosen(found, [edit.id for edit in clash.edits])


def test_a_copy_and_a_plan_edited_since(hands: Hands) -> None:
    hands.write("note", "code", "from the copy", "شرکت")
    hands.write("owner", "code", "Ali", "شرکت")
    path = hands.save()
    base = plan()
    rows = base.feeds[0].fields
    moved = plan((rows[0], replace(rows[1], note="since then", owner="Ali"), rows[2]))
    found = look(moved, path)
    assert found.edits == (), "the owner says already what the copy wants"
    (clash,) = found.clashes
    assert (clash.base.en, clash.now.en, clash.plan_moved) == ("=1+1", "since then", True)
    assert accepted(moved, found, clash.edits[0].id).feeds[0].fields[1].note == "from the copy"
    gone = replace(base, feeds=base.feeds[1:])
    assert ["not in the project" in one.words.en for one in look(gone, path).refusals] == [True] * 2


# -- taking


def test_everything_is_taken_at_once(hands: Hands) -> None:
    hands.write("sources", "name", "نام + نام خانوادگی", "شرکت")
    hands.write("status", "name", "توافق‌شده", "شرکت")
    hands.write("collision", "name", "همان بماند", "شرکت")
    hands.write("default", "city", "تهران", "شرکت")
    hands.write("owner", "city", "Sara", "شرکت")
    hands.write("sources", "code", None, "شرکت")
    hands.write("default", "code", None, "شرکت")
    hands.write("owner", "code", None, "شرکت")
    hands.write("note", "code", None, "شرکت")
    hands.write("status", "code", None, "شرکت")
    hands.write("value", "?", "فعال")
    hands.write("value", "غير فعال", None)
    hands.write("left_out", "first + last", "said twice")
    found = look(plan(), hands.save())
    after = accepted(plan(), found)
    rows = {row.target: row for row in after.feeds[0].fields}
    assert set(rows) == {"name", "state", "city"}
    assert rows["name"].sources == ("نام", "نام خانوادگی")
    assert [step.transform for step in rows["name"].steps] == ["join", "trim"]
    assert (rows["name"].status, rows["name"].collision) == (RowStatus.AGREED, Collision.KEEP)
    assert rows["city"].steps[0].options == {"value": "تهران"}
    assert rows["city"].owner == "Sara"
    assert rows["state"].steps[0].options["map"] == {"فعال": "0", "?": "0"}
    assert after.feeds[0].left_out == (LeftOut("first + last", "said twice"),)
    again = look(after, hands.path)
    assert (again.edits, again.clashes, again.refusals) == ((), (), ())


def test_a_column_is_not_mapped_and_left_out_at_once(hands: Hands) -> None:
    hands.write("sources", "city", "city", "شرکت")
    address = hands.write("left_out", "city", "not needed", "ستون")
    found = look(plan(), hands.save())
    assert [(r.cell, "is left out here" in r.words.en) for r in found.refusals] == [(address, True)]


def test_values_that_begin_like_a_formula_stay_text(tmp_path: Path) -> None:
    path = exported(tmp_path / "copy.xlsx", plan())
    cells = [c for s in load_workbook(path).worksheets for r in s.iter_rows() for c in r]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert any(str(cell.value).startswith("=") for cell in cells)
