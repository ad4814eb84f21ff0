"""Workbooks as a source: sheets as tables, passwords, real files of every format."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from pathlib import Path
from typing import Any

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from migrator.errors import SourceError
from migrator.model.schema import FieldType
from migrator.sources import spreadsheets
from migrator.sources.base import OpenOptions
from migrator.sources.isolate import Isolated, Readers
from migrator.sources.opening import open_source
from migrator.sources.spreadsheets import SpreadsheetSource
from migrator.sources.workbooks.header_row import find_header_row
from tests.unit.sources.workbook_making import (
    Make,
    Rows,
    close_all,
    make,
    names_of,
    rows_of,
    spreadsheet,
)

__all__ = ["close_all", "make"]


def test_header_below_a_preamble(make: Make) -> None:
    rows = [
        ["Customers of the year"],
        [None],
        ["Printed", dt.date(2024, 1, 1)],
        ["id", "name", "city", "phone"],
        [1, "Ann", "Paris", "0010"],
        [2, "Bob", None, "0011"],
    ]
    source = spreadsheet(make(rows))
    (table,) = source.discover()
    assert [column.name for column in table.columns] == ["id", "name", "city", "phone"]
    assert table.facts["header_row"] == "4"
    assert table.rows == 2
    assert "2 filled rows above the header in row 4 are left out." in table.warnings
    assert rows_of(source)[0] == [["1", "Ann", "Paris", "0010"], ["2", "Bob", None, "0011"]]


@pytest.mark.parametrize(
    ("given", "names", "count"),
    [(2, ["1", "Ann"], 1), (0, ["column_1", "column_2"], 3), ("1", ["id", "name"], 2)],
    ids=["forced", "none", "as-text"],
)
def test_header_row_by_option(make: Make, given: object, names: list[str], count: int) -> None:
    path = make([["id", "name"], [1, "Ann"], [2, "Bob"]])
    source = spreadsheet(path, OpenOptions(table={"Data": {"header_row": given}}))
    assert names_of(source) == names
    assert len(rows_of(source)[0]) == count


_HEADERS: list[tuple[str, list[list[str]], int]] = [
    ("words", [["id", "name"], ["1", "Ann"]], 1),
    ("numbers-only", [["1", "2"], ["3", "4"]], 0),
    ("title-above", [["Customers"], ["id", "name", "city"], ["1", "Ann", "Rome"]], 2),
    ("years", [["name", "2019", "2020"], ["Ann", "1", "2"]], 1),
    ("e-mail-is-data", [["a@x.org", "b@x.org"], ["c@x.org", "d@x.org"]], 0),
    ("nothing-below", [["1", "2"], ["a", ""]], 0),
    ("persian-digits", [["۱۲۳", "۴۵۶"], ["۱", "۲"]], 0),
    ("one-column", [["name"], ["Ann"]], 1),
    ("empty", [], 0),
]


@pytest.mark.parametrize(
    ("rows", "expected"), [row[1:] for row in _HEADERS], ids=[row[0] for row in _HEADERS]
)
def test_find_header_row(rows: list[list[str]], expected: int) -> None:
    numbered = [(n, dict(enumerate(texts, 1))) for n, texts in enumerate(rows, 1)]
    assert find_header_row(numbered) == expected


def test_blank_and_repeated_headers(make: Make) -> None:
    rows = [["email", " Email ", None, "first\nname"], ["a@x", "b@x", "c", "d"]]
    (table,) = spreadsheet(make(rows)).discover()
    assert [(column.name, column.header) for column in table.columns] == [
        ("email", "email"),
        ("Email_2", " Email "),
        ("column_3", ""),
        ("first name", "first\nname"),
    ]


def test_blank_edges_are_dropped_and_blank_rows_are_no_records(make: Make) -> None:
    rows = [
        [None, None],
        [None, "id", "name", None],
        [None, 1, "Ann", None],
        [],
        [None, 2, "Bob", None],
        [None, "", None, ""],
    ]
    source = spreadsheet(make(rows))
    (table,) = source.discover()
    assert [column.name for column in table.columns] == ["id", "name"]
    assert table.facts["first_column"] == "B"
    assert table.rows == 2
    assert rows_of(source)[0] == [["1", "Ann"], ["2", "Bob"]]


def test_column_that_begins_late_is_kept(make: Make) -> None:
    rows: list[list[object]] = [["id"], *[[f"k{n}"] for n in range(700)], ["last", None, "late"]]
    source = spreadsheet(make(rows))
    assert names_of(source) == ["id", "column_2", "column_3"]
    found, _ = rows_of(source)
    assert found[0] == ["k0", None, None]
    assert found[-1] == ["last", None, "late"]


def test_types_are_guessed(make: Make) -> None:
    rows = [["n", "d", "t"], [1, dt.date(2024, 1, 1), "x"], [2, dt.date(2024, 1, 2), "y"]]
    (table,) = spreadsheet(make(rows)).discover()
    assert [column.type for column in table.columns] == [
        FieldType.INTEGER,
        FieldType.DATE,
        FieldType.TEXT,
    ]


def test_merged_cells_are_told_and_not_filled(make: Make) -> None:
    def merge(book: Any) -> None:
        book.active.merge_cells("A2:A3")

    source = spreadsheet(make([["id", "n"], ["a", 1], ["b", 2], ["c", 3]], merge))
    (table,) = source.discover()
    assert table.facts["merged"] == "A2:A3"
    assert any("A2:A3" in warning for warning in table.warnings)
    assert rows_of(source)[0] == [["a", "1"], [None, "2"], ["c", "3"]]


_SEVERAL: list[tuple[str, list[list[object]], str]] = [
    ("side-by-side", [["id", "name", None, "k", "v"], [1, "a", None, 2, "b"]], "column C is empty"),
    ("below", [["id", "name"], [1, "a"], [], ["key", "word"], [2, "b"]], "row 4 looks like"),
]


@pytest.mark.parametrize(
    ("rows", "sentence"), [row[1:] for row in _SEVERAL], ids=[row[0] for row in _SEVERAL]
)
def test_several_tables_are_told(make: Make, rows: list[list[object]], sentence: str) -> None:
    (table,) = spreadsheet(make(rows)).discover()
    assert any(sentence in warning for warning in table.warnings)


def test_hidden_sheets_are_listed_and_charts_skipped(make: Make) -> None:
    def more(book: Any) -> None:
        for name, state in (("Old", "hidden"), ("Older", "veryHidden"), ("Bare", "visible")):
            sheet = book.create_sheet(name)
            sheet.sheet_state = state
            if name != "Bare":
                sheet.append(["id"])
                sheet.append([f"in {name}"])
        book.create_chartsheet("Chart")

    source = spreadsheet(make([["id"], ["x"]], more))
    tables = source.discover()
    assert [(table.name, table.facts.get("hidden", ""), table.rows) for table in tables] == [
        ("Data", "", 1),
        ("Old", "hidden", 1),
        ("Older", "very hidden", 1),
        ("Bare", "", 0),
    ]
    assert 'Sheet "Chart" holds a chart, not cells, and was skipped.' in tables[0].warnings
    assert tables[3].columns == ()
    assert rows_of(source, "Older")[0] == [["in Older"]]
    assert rows_of(source, "Bare")[0] == []


def test_unknown_sheet_suggests_the_near_one(make: Make) -> None:
    with pytest.raises(SourceError, match="Did you mean 'Data'"):
        list(spreadsheet(make([["id"]])).read("Date"))


@pytest.mark.parametrize("limit", [0, 1, 2, 3, 9])
def test_preview_is_a_prefix(make: Make, limit: int) -> None:
    source = spreadsheet(make([["id", "v"], [1, "#N/A"], [2, "b"], [3, "#REF!"]]))
    rows, notes = rows_of(source)
    some, some_notes = rows_of(source, limit=limit)
    assert some == rows[:limit]
    assert some_notes == [note for note in notes if note.ordinal <= limit]


def test_what_is_not_kept_is_read_again(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheets, "_KEPT_BYTES", 0)
    source = spreadsheet(make([["id", "v"], [1, "#N/A"], [2, "b"]]))
    assert rows_of(source) == rows_of(source)
    assert rows_of(source)[0] == [["1", None], ["2", "b"]]


def test_identity_and_close(make: Make) -> None:
    path = make([["id"], [1]])
    source = spreadsheet(path)
    assert source.identity() == hashlib.sha256(path.read_bytes()).hexdigest()
    source.close()
    source.close()
    assert rows_of(source)[0] == [["1"]]


def test_through_a_guarded_child(make: Make) -> None:
    readers = Readers()
    try:
        source = Isolated(SpreadsheetSource, make([["id"], [1]]), OpenOptions(), readers)
        assert rows_of(source)[0] == [["1"]]
        assert source.peak_bytes < 300 << 20
    finally:
        readers.close()


# Passwords


@pytest.fixture
def locked(make: Make, tmp_path: Path) -> Path:
    """A workbook locked with the password "pw" (more than 4,096 bytes, as real ones are)."""
    inner = make([["id", "name"], *[[n, hashlib.sha256(b"%d" % n).hexdigest()] for n in range(99)]])
    result = io.BytesIO()
    with inner.open("rb") as file:
        OOXMLFile(file).encrypt("pw", result)
    path = tmp_path / "locked.xlsx"
    path.write_bytes(result.getvalue())
    return path


def test_locked_workbook_opens_with_its_password(locked: Path) -> None:
    rows, _ = rows_of(spreadsheet(locked, OpenOptions(secret="pw")))
    assert len(rows) == 99
    assert rows[0][0] == "0"


@pytest.mark.parametrize(
    ("secret", "sentence", "reason"),
    [
        ("", "The workbook is locked with a password.", "password"),
        ("no", "The password is wrong.", "wrong_password"),
    ],
    ids=["needed", "wrong"],
)
def test_locked_workbook_without_it(locked: Path, secret: str, sentence: str, reason: str) -> None:
    with pytest.raises(SourceError) as caught:
        spreadsheet(locked, OpenOptions(secret=secret)).discover()
    assert caught.value.message == sentence
    assert caught.value.details["reason"] == reason
    assert secret == "" or secret not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "secret", "rows"),
    [
        ("encrypted/example_password.xlsx", "Password1234_", [["lorem", "ipsum"]]),
        ("encrypted/rc4cryptoapi_password.xls", "Password1234_", [["lorem ipsum", "3"]]),
        (
            "sheetjs/password_2002_128_strong.xls",
            "password",
            [["1", None], ["2", "10"], ["3", None], ["4", None]],
        ),
    ],
    ids=["xlsx-agile", "xls-cryptoapi", "xls-rc4"],
)
def test_real_locked_files(shared: Path, name: str, secret: str, rows: Rows) -> None:
    path = shared / "data" / "spreadsheets" / name
    source = spreadsheet(path, OpenOptions(secret=secret))
    plain = source.discover()[0].name
    source = spreadsheet(path, OpenOptions(secret=secret, table={plain: {"header_row": 0}}))
    assert rows_of(source)[0] == rows


# Real files


_DATES = [["2021-01-01", "15"], ["2021-01-02", "16"], ["255:10:10", "17"]]
_REAL: list[tuple[str, str, Rows]] = [
    ("calamine/tests/date.xls", "Sheet1", _DATES),
    ("calamine/tests/date.xlsx", "Sheet1", _DATES),
    ("calamine/tests/date.xlsb", "Sheet1", _DATES),
    ("calamine/tests/date_1904.xls", "Sheet1", _DATES),
    ("calamine/tests/date_1904.xlsx", "Sheet1", _DATES),
    (
        "calamine/tests/date.ods",
        "Sheet1",
        [
            ["2021-01-01", "15"],
            ["2021-01-01T10:10:10", "16"],
            ["10:10:10", "17"],
            ["10:10:10.123456", "18"],
        ],
    ),
    ("calamine/tests/issues.xlsb", "issue2", [["1", "a"], ["2", "b"], ["3", "c"]]),
    ("calamine/tests/issues.ods", "issue2", [["1", "a"], ["2", "b"], ["3", "c"]]),
    ("calamine/tests/richtext-namespaced.xlsx", "", []),
    (
        "calamine/tests/special_cells.ods",
        "sheet1",
        [
            ["Split\nLine"],
            ["Value  With spaces"],
            ["Value   With 3 spaces"],
            [" Value   With spaces before and after "],
            ["  Value   With 2 spaces before and after  "],
        ],
    ),
    (
        "calamine/tests/issue_271.xls",
        "sheet1",
        [["name", "yyy_name", None, "sex"]],
    ),
    ("sheetjs/merge_cells.xlsb", "Merge", [["A1:B2", None, "C1:C2", "Separate blocks"]]),
]


@pytest.mark.parametrize(
    ("name", "sheet", "rows"), _REAL, ids=[row[0].rsplit("/", 1)[1] for row in _REAL]
)
def test_real_file(shared: Path, name: str, sheet: str, rows: Rows) -> None:
    path = shared / "data" / "spreadsheets" / name
    sheet = sheet or spreadsheet(path).discover()[0].name
    source = spreadsheet(path, OpenOptions(table={sheet: {"header_row": 0}}))
    found, _ = rows_of(source, sheet)
    assert found[: len(rows)] == rows
    assert found


_ERROR_TYPES = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]


@pytest.mark.parametrize("ending", ["xls", "xlsb", "xlsx"])
def test_error_cells_are_found_in_every_excel_format(shared: Path, ending: str) -> None:
    path = shared / "data" / "spreadsheets" / "sheetjs" / f"ErrorTypes.{ending}"
    source = spreadsheet(path)
    rows, notes = rows_of(source, "RawErrors")
    first = [note for note in notes if note.column == 1]
    assert [note.value for note in first][: len(_ERROR_TYPES)] == _ERROR_TYPES
    assert {note.code for note in first} == {"error_cell"}
    assert all(rows[note.ordinal - 1][0] is None for note in first)


@pytest.mark.parametrize("ending", ["xls", "xlsb", "ods", "xlsm", "xlsx"])
def test_every_format_lists_hidden_sheets(shared: Path, ending: str) -> None:
    folder = shared / "data" / "spreadsheets"
    name = {"xlsm": "BlankSheetTypes.xlsm", "xlsx": "sheet_visibility_strict.xlsx"}.get(
        ending, f"sheet_visibility.{ending}"
    )
    source = open_source(str(folder / "sheetjs" / name))
    try:
        hidden = {table.name: table.facts.get("hidden", "") for table in source.discover()}
        rows = rows_of(source)[0]
    finally:
        source.close()
    if ending == "xlsm":
        assert rows == []
        return
    assert hidden["Visible"] == ""
    assert hidden["Hidden"] == "hidden"
    assert hidden["VeryHidden"] in ("very hidden", "hidden" if ending == "ods" else "")
    assert rows == [["118", "105", "115", "105", "98", "108", "101"]]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"<html><table></table></html>", "a web page, XML or text"),
        (b"\x09\x08\x08\x00\x00\x05", "made by Excel 4 or older"),
        (b"hello world", "not those of any workbook"),
        (b"PK\x03\x04" + b"x" * 99, "its zip directory cannot be read"),
    ],
    ids=["empty", "html", "old-excel", "text", "cut-zip"],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "book.xls"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=sentence):
        spreadsheet(path).discover()


SHEET = [
    [None, "title"],
    ["x", "code", "when", "n"],
    ["x", "007", "1402/01/05", 1],
    ["x", "008", "1402/02/05", 2],
    [None, None, None, None],
    ["x", "total", None, 3],
]


@pytest.mark.parametrize(
    ("part", "columns", "rows"),
    [
        ("B2:D4", ["code", "when", "n"], [["007", "1402/01/05", "1"], ["008", "1402/02/05", "2"]]),
        ("c:d", ["when", "n"], [["1402/01/05", "1"], ["1402/02/05", "2"], [None, "3"]]),
        ("$A$2:$B$3", ["x", "code"], [["x", "007"]]),
        (":۳", ["x", "code", "when", "n"], [["x", "007", "1402/01/05", "1"]]),
    ],
)
def test_only_a_part_of_a_sheet_is_read(
    make: Make, part: str, columns: list[str], rows: list[list[str | None]]
) -> None:
    source = spreadsheet(make(SHEET), OpenOptions(table={"Data": {"range": part}}))
    assert names_of(source) == columns
    assert rows_of(source)[0] == rows
    table = source.discover()[0]
    assert (table.rows, table.facts["range"]) == (len(rows), part)


@pytest.mark.parametrize("part", ["B2", "D4:B2", "B9:C3", "A1:", "x", ":", "ABCD:E", "A0:B3"])
def test_a_range_is_understood_or_refused(make: Make, part: str) -> None:
    source = spreadsheet(make(SHEET), OpenOptions(source={"range": part}))
    if part == "A1:":
        assert len(rows_of(source)[0]) == 3
        return
    with pytest.raises(SourceError, match="range of sheet 'Data' cannot be"):
        source.discover()


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        ({"Data": {"type:n": "text", "type:when": "date"}}, ["text", "text", "date", "text"]),
        ({"Data": {"type:gone": "date"}}, ["text", "text", "date", "integer"]),
    ],
)
def test_a_chosen_type_wins_over_the_guess_and_changes_no_value(
    make: Make, options: dict[str, dict[str, str]], kinds: list[str]
) -> None:
    source = open_source(str(make(SHEET)), OpenOptions(table=options))
    (table,) = source.discover()
    assert [str(column.type) for column in table.columns] == kinds
    assert {c.name for c in table.columns if c.chosen} == {
        name.removeprefix("type:") for name in options["Data"]
    } - {"gone"}
    assert rows_of(source)[0][0] == ["x", "007", "1402/01/05", "1"]
    source.close()


@pytest.mark.parametrize(
    ("options", "told"),
    [({"type:wen": "date"}, 'Did you mean "when"'), ({"type:when": "day"}, "cannot be taken for")],
)
def test_a_type_or_column_that_is_not_there_is_one_sentence(
    make: Make, options: dict[str, str], told: str
) -> None:
    source = open_source(str(make(SHEET)), OpenOptions(source=options))
    with pytest.raises(SourceError) as refused:
        source.discover()
    assert told in str(refused.value)
    source.close()
