"""Workbooks built to harm their reader: what each one of the hostile corpus must give."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from migrator.errors import SourceError
from migrator.model.source import SourceTable
from migrator.sources.base import CellNote, OpenOptions
from migrator.sources.isolate import Isolated, Limits, Readers
from migrator.sources.opening import open_source
from migrator.sources.spreadsheets import SpreadsheetSource

_MIB = 1 << 20
_CANARY = "CANARY-SECRET-7781"
PLAIN = OpenOptions()


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    """One guarded child for all files: had one of them killed it, the next would show it."""
    lent = Readers(Limits(memory_mb=2048))
    yield lent
    lent.close()


@dataclass(frozen=True)
class Outcome:
    tables: tuple[SourceTable, ...]
    rows: list[list[str | None]]
    notes: list[CellNote]
    seconds: float
    peak_bytes: int


class Opened:
    """Opens a file of the corpus in the guarded child and reads its first table."""

    def __init__(self, folder: Path, readers: Readers) -> None:
        self.folder = folder
        self.readers = readers

    def __call__(self, name: str, options: OpenOptions = PLAIN) -> Outcome:
        source = Isolated(SpreadsheetSource, self.folder / name, options, self.readers)
        began = time.monotonic()
        tables = source.discover()
        rows: list[list[str | None]] = []
        notes: list[CellNote] = []
        for batch in source.read(tables[0].name):
            columns = [batch.rows.column(n).to_pylist() for n in range(1, batch.rows.num_columns)]
            rows += [list(row) for row in zip(*columns, strict=True)]
            notes += batch.notes
        return Outcome(tables, rows, notes, time.monotonic() - began, source.peak_bytes)

    def refusal(self, name: str, secret: str = "") -> tuple[SourceError, float, int]:
        options = OpenOptions(secret=secret)
        source = Isolated(SpreadsheetSource, self.folder / name, options, self.readers)
        began = time.monotonic()
        with pytest.raises(SourceError) as caught:
            source.discover()
        return caught.value, time.monotonic() - began, source.peak_bytes


@pytest.fixture
def opened(hostile: Path, readers: Readers) -> Opened:
    return Opened(hostile, readers)


NO_HEADER = {"header_row": 0}
BARE = OpenOptions(table={"Sheet1": NO_HEADER})

_REFUSED = [
    ("x01_zipbomb_rows.xlsx", "unpacks to more than 100 times its size", 5),
    ("x02_zipbomb_space.xlsx", "unpacks to more than 100 times its size", 5),
    ("x03_zipbomb_sst.xlsx", "unpacks to more than 100 times its size", 5),
    ("x04_billion_laughs_sst.xlsx", "declares a document type", 2),
    ("x05_billion_laughs_sheet.xlsx", "declares a document type", 2),
    ("x06_quadratic.xlsx", "declares a document type", 2),
    ("x07_xxe_file.xlsx", "declares a document type", 2),
    ("x08_xxe_http.xlsx", "declares a document type", 2),
    ("x10_sparse_far_cell.xlsx", "cell XFD1048576", 10),
    ("x11_ref_overflow.xlsx", "'ZZZZZZZ4294967297'", 10),
    ("x12_bad_sst_index.xlsx", "cell A1 refers to text number '999999'", 10),
    ("x16_nested_100k.xlsx", "nested more than 256 levels", 10),
    ("x17_surrogate_ref.xlsx", "is not valid XML", 10),
    ("x20_traversal.xlsx", "points outside the file", 10),
    ("x24_many_sheets.xlsx", "lists more than 1,000 sheets", 5),
    ("x26_fmt_redos.xlsx", "a number format is 200,001 characters long", 5),
    ("x28_missing_parts.xlsx", "the content of sheet 'Sheet1' is missing", 10),
    ("x30_truncated.xlsx", "it may have been cut off", 10),
    ("x31_bad_crc.xlsx", "'xl/worksheets/sheet1.xml' cannot be unpacked", 10),
    ("x32_dup_entry.xlsx", "two parts called 'xl/worksheets/sheet1.xml'", 10),
    ("x33_lying_size.xlsx", "'xl/worksheets/sheet1.xml' cannot be unpacked", 5),
    ("x34_encrypted.xlsx", "locked with a password", 10),
    ("x35_repeat_bomb.ods", "cell XFD1048576", 10),
    ("x36_repeat_i64.ods", "repeats a row up to row 9223372036854775807", 10),
    ("x37_random_ole.xls", "its OLE header makes no sense", 5),
    ("x38_ole_fat_loop.xls", "a chain of its OLE sectors loops", 5),
]


@pytest.mark.parametrize(
    ("name", "sentence", "seconds"), _REFUSED, ids=[row[0].split("_")[0] for row in _REFUSED]
)
def test_refused_with_a_sentence(opened: Opened, name: str, sentence: str, seconds: int) -> None:
    error, took, peak = opened.refusal(name)
    assert sentence in error.message
    assert error.hint
    assert _CANARY not in str(error)
    assert "reason" not in error.details or error.details["reason"] == "password"
    assert took < seconds
    assert peak < 500 * _MIB


_READ = [
    ("x00_good.xlsx", [["1", "Ann"]], ["id", "name"]),
    ("x09_dimension_lie.xlsx", [["1", "Ann"]], ["id", "name"]),
    ("x13_date1904.xlsx", [["1904-01-01"], ["2024-01-01"]], ["id"]),
    ("x14_merged.xlsx", [["Ann", "1"], [None, "2"]], ["id", "column_2"]),
    ("x15_merged_huge.xlsx", [["1", "Ann"]], ["id", "name"]),
    ("x18_escape_x000D.xlsx", [["1", "lit_x000D_"]], ["id", "a b"]),
    ("x19_bidi_sheet.xlsx", [["1", "Ann"]], ["id", "name"]),
    ("x25_style_bloat.xlsx", [["1", "Ann"]], ["id", "name"]),
    ("x27_external_link.xlsx", [["1", "Ann"]], ["id", "name"]),
    ("x29_dup_headers.xlsx", [["1", "2", "3", "4"]], ["email", "email_2", "column_3", "e mail"]),
]


@pytest.mark.parametrize(
    ("name", "rows", "columns"), _READ, ids=[row[0].split("_")[0] for row in _READ]
)
def test_read_as_it_is(
    opened: Opened, name: str, rows: list[list[str | None]], columns: list[str]
) -> None:
    found = opened(name)
    assert [column.name for column in found.tables[0].columns] == columns
    assert found.rows == rows
    assert found.tables[0].rows == len(rows)
    assert found.notes == []
    assert found.seconds < (60 if "x25" in name else 10)
    assert found.peak_bytes < 500 * _MIB


def test_x14_merges_are_told_and_never_filled(opened: Opened) -> None:
    table = opened("x14_merged.xlsx").tables[0]
    assert table.facts["merged"] == "A1:C1, A2:A3"
    assert any("A1:C1" in warning for warning in table.warnings)


def test_x15_a_huge_merge_is_only_told(opened: Opened) -> None:
    assert opened("x15_merged_huge.xlsx").tables[0].facts["merged"] == "A1:XFD1048576"


def test_x18_escapes_of_headers_stay_in_the_original(opened: Opened) -> None:
    assert opened("x18_escape_x000D.xlsx").tables[0].columns[1].header == "a\rb"


def test_x19_the_name_is_kept_and_asked_for_by_name(opened: Opened) -> None:
    assert opened("x19_bidi_sheet.xlsx").tables[0].name == 'Q1\u202exslx.exe"; DROP'


def test_x21_each_bad_date_is_told_by_cell(opened: Opened) -> None:
    found = opened("x21_bad_dates.xlsx")
    assert found.rows == [
        *[[None]] * 5,
        ["2021-01-01T18:00:00"],
        ["12:00:00"],
        ["1900-01-01"],
    ]
    assert [(note.ordinal, note.column, note.code, note.value) for note in found.notes] == [
        (1, 1, "bad_date_cell", "60"),
        (2, 1, "bad_date_cell", "-1"),
        (3, 1, "bad_date_cell", "2958466"),
        (4, 1, "bad_date_cell", "1e300"),
        (5, 1, "bad_date_cell", "NaN"),
    ]


def test_x22_cached_values_errors_and_formula_like_text(opened: Opened) -> None:
    found = opened("x22_formula_cells.xlsx", BARE)
    assert found.rows == [["2", None, None], ["=cmd|'/C calc'!A0", None, None]]
    assert [(note.ordinal, note.column, note.code, note.value) for note in found.notes] == [
        (1, 2, "formula_without_value", ""),
        (1, 3, "error_cell", "#N/A"),
    ]


def test_x23_digits_stay_as_stored_and_are_told(opened: Opened) -> None:
    found = opened("x23_precision.xlsx", BARE)
    assert found.rows == [["123456789012345678", "0.30000000000000004", "9007199254740993"]]
    assert [(note.column, note.code) for note in found.notes] == [
        (1, "digits_lost"),
        (2, "digits_lost"),
        (3, "digits_lost"),
    ]


def test_x27_links_to_other_files_are_told_and_not_followed(opened: Opened) -> None:
    # The workbook does not list the link: the part lies there unused, and nothing opens it.
    assert opened("x27_external_link.xlsx").tables[0].warnings == ()


def test_x29_renamed_headers_are_told(opened: Opened) -> None:
    table = opened("x29_dup_headers.xlsx").tables[0]
    assert [column.header for column in table.columns] == ["email", "email", "", "e\nmail"]
    assert any('"email_2"' in warning for warning in table.warnings)
    assert any("column_3" in warning for warning in table.warnings)


def test_x34_a_wrong_password_is_told_from_the_right_one(opened: Opened) -> None:
    wrong, *_ = opened.refusal("x34_encrypted.xlsx", secret="no")
    assert wrong.message == "The password is wrong."
    # The corpus file itself is broken: the library that made it laid one stream over the other
    # (they are below 4,096 bytes). The right password is accepted, and the damage is told.
    right, *_ = opened.refusal("x34_encrypted.xlsx", secret="pw")
    assert "'EncryptedPackage' is cut off" in right.message


def test_nothing_is_written_beside_the_files(opened: Opened, hostile: Path) -> None:
    before = sorted(hostile.parent.rglob("*"))
    opened.refusal("x20_traversal.xlsx")
    opened("x00_good.xlsx")
    assert sorted(hostile.parent.rglob("*")) == before
    assert not [path for folder in hostile.parents for path in folder.glob("EVIL*")]


def test_every_workbook_of_the_corpus_has_its_test(hostile: Path) -> None:
    tested = {name for name, *_ in _REFUSED} | {name for name, *_ in _READ}
    own = {"x21_bad_dates.xlsx", "x22_formula_cells.xlsx", "x23_precision.xlsx"}
    assert {path.name for path in hostile.glob("x*")} == tested | own


@pytest.mark.parametrize("name", ["x00_good.xlsx", "x37_random_ole.xls", "x35_repeat_bomb.ods"])
def test_the_same_through_the_front_door(hostile: Path, name: str) -> None:
    source = open_source(str(hostile / name))
    try:
        if name.startswith("x00"):
            assert [table.name for table in source.discover()] == ["Sheet1"]
        else:
            with pytest.raises(SourceError):
                source.discover()
    finally:
        source.close()
