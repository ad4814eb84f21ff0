"""The first rows of files and sheets as they stand, and header rows chosen among them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from migrator.sources.base import HeadedSource, OpenOptions, TopRow
from migrator.sources.opening import open_source
from tests.unit.sources.reading import delimited, gather, read_all


def workbook(path: Path, rows: list[list[object]], at: str = "") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "S"
    for row in rows:
        sheet.append(row)
    if at:
        sheet.move_range(sheet.dimensions, cols=ord(at) - ord("A"))
    book.save(path)
    return path


def test_lines_of_the_file_count_line_breaks_inside_quotes(tmp_path: Path) -> None:
    source = delimited(tmp_path, b'"two\nlines"\n\nid,name\n1,a\n2,b\n')
    assert source.top("t", 3) == (
        TopRow(1, ("two\nlines",)),
        TopRow(4, ("id", "name")),
        TopRow(5, ("1", "a")),
    )


def test_a_second_table_counts_on_from_the_first(tmp_path: Path) -> None:
    source = delimited(tmp_path, b"id,name\n1,a\n2,b\n\nkey,city,zip\n7,Rome,001\n")
    assert [table.name for table in source.discover()] == ["t", "t (2)"]
    assert source.top("t (2)", 9) == (
        TopRow(5, ("key", "city", "zip")),
        TopRow(6, ("7", "Rome", "001")),
    )


@pytest.mark.parametrize("line", [1, 4, 5])
def test_every_line_shown_can_be_the_header(tmp_path: Path, line: int) -> None:
    data = b'"two\nlines"\n\nid,name\n1,a\n2,b\n'
    shown = {row.line: row.cells for row in delimited(tmp_path, data).top("t", 9)}
    chosen = delimited(tmp_path, data, header_row=str(line)).discover()[0]
    assert tuple(column.header for column in chosen.columns) == shown[line]


def test_sheet_rows_and_the_first_column_in_use(tmp_path: Path) -> None:
    path = workbook(tmp_path / "b.xlsx", [["list"], [], ["id", "name"], [1, "a"]], at="C")
    source = open_source(str(path))
    assert isinstance(source, HeadedSource)
    assert source.top("S", 9) == (
        TopRow(1, ("list", "")),
        TopRow(3, ("id", "name")),
        TopRow(4, ("1", "a")),
    )
    source.close()


def test_files_without_a_header_to_choose_have_no_top(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"a": 1}\n')
    source = open_source(str(tmp_path / "a.jsonl"))
    assert isinstance(source, HeadedSource)
    assert source.top("a", 5) == ()
    source.close()


def test_a_header_for_all_sheets(tmp_path: Path) -> None:
    path = workbook(tmp_path / "b.xlsx", [["x", "y"], ["id", "name"], [1, "a"]])
    source = open_source(str(path), OpenOptions(source={"header_row": "2"}))
    assert [column.name for column in source.discover()[0].columns] == ["id", "name"]
    source.close()


def test_the_only_sheet_of_a_workbook_in_a_folder_keeps_its_options(tmp_path: Path) -> None:
    workbook(tmp_path / "b.xlsx", [["x", "y"], ["id", "name"], [1, "a"]])
    (tmp_path / "c.csv").write_text("id;name\n1;a\n")
    plain = open_source(str(tmp_path))
    facts = {table.name: dict(table.facts) for table in plain.discover()}
    facts["b.xlsx"]["header_row"] = "2"
    source = open_source(str(tmp_path), OpenOptions(table=facts))
    names = [[column.name for column in table.columns] for table in source.discover()]
    assert names == [["id", "name"], ["id", "name"]]
    assert gather(source.read("b.xlsx")).rows == [("1", "a")]
    assert read_all(source, 1).rows == [("1", "a")]
    assert isinstance(source, HeadedSource)
    assert [row.line for row in source.top("b.xlsx", 9)] == [1, 2, 3]
