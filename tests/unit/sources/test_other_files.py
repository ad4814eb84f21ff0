"""JSON, Parquet and HTML, the opening of files and folders, guesses and names of columns."""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from migrator.errors import SourceError
from migrator.model.schema import FieldType
from migrator.sources.base import OpenOptions
from migrator.sources.database import DatabaseSource
from migrator.sources.guess import guess_type
from migrator.sources.headers import name_columns
from migrator.sources.html import HtmlSource
from migrator.sources.jsonfiles import JsonLinesSource, JsonSource
from migrator.sources.kinds import kind_of
from migrator.sources.opening import open_source
from migrator.sources.parquet import ParquetSource
from tests.unit.sources.reading import read_all

NO_OPTIONS = OpenOptions()


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def columns(source: JsonSource | JsonLinesSource | HtmlSource, table: int = 0) -> list[str]:
    return [column.name for column in source.discover()[table].columns]


def test_json_lines_keep_every_digit(tmp_path: Path) -> None:
    text = (
        '{"id": 12345678901234567890, "n": 1.50, "ok": true, "none": null}\n\n'
        '{"id": 1e5, "late": {"a": [1, 2.0, "x"]}, "n": ""}\nnot json\n[1]\n'
        '{"id": 1, "id": 2}\n{"n": "\\ud800"}\n{"n": "a\\u0000b"}\n'
    )
    source = JsonLinesSource(put(tmp_path, "t.jsonl", text), NO_OPTIONS)
    assert columns(source) == ["id", "n", "ok", "none", "late"]
    content = read_all(source)
    assert content.rows == [
        ("12345678901234567890", "1.50", "true", None, None),
        ("1e5", None, None, None, '{"a":[1,2.0,"x"]}'),
        (None, "ab", None, None, None),
    ]
    assert content.codes == [
        (3, "unreadable_record"),
        (4, "unreadable_record"),
        (5, "unreadable_record"),
        (6, "undecodable_bytes"),
    ]
    assert [bad.line for bad in content.unreadable] == [4, 5, 6, 7]
    assert [(n.ordinal, n.column, n.code) for n in content.notes] == [(7, 2, "nul_character")]
    assert read_all(source, limit=3).ordinals == [1, 2]
    assert source.discover()[0].rows == 7


def test_json_array_and_object_of_arrays(tmp_path: Path) -> None:
    array = JsonSource(put(tmp_path, "a.json", '[{"x": 1}, {"y": 02}]'), NO_OPTIONS)
    with pytest.raises(SourceError, match="not valid JSON"):
        array.discover()
    array = JsonSource(
        put(tmp_path, "b.json", ' [ {"x": 01.5e3 } ]'.replace("01", "1")), NO_OPTIONS
    )
    assert read_all(array).rows == [("1.5e3",)]
    both = JsonSource(
        put(tmp_path, "c.json", '{"people": [{"n": "ann"}], "made": "x", "shops": [{"s": 1}]}'),
        NO_OPTIONS,
    )
    assert [table.name for table in both.discover()] == ["people", "shops"]
    assert read_all(both, 1).rows == [("1",)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[{"a": 1}', "not valid JSON"),
        ('[{"a": 1} {"a": 2}]', "expecting"),
        ("[1, 2]", "holds no objects"),
        ("[]", "holds no objects"),
        ("[" * 100_000, "not valid JSON"),
    ],
    ids=["open", "no comma", "no objects", "nothing", "deep"],
)
def test_json_that_is_no_table_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        JsonSource(put(tmp_path, "t.json", text), NO_OPTIONS).discover()


def test_parquet_types_become_canonical_text(tmp_path: Path) -> None:
    table = pa.table(
        {
            "i": pa.array([1, None], pa.int64()),
            "d": pa.array([Decimal("1.50"), None]),
            "b": [True, False],
            "t": [dt.datetime(2024, 3, 20, 13, 5), None],
            "day": [dt.date(2024, 3, 20), None],
            "s": ["", "x"],
            "raw": [b"\x00\x01", None],
            "list": [[1, 2], None],
        }
    )
    pq.write_table(table, tmp_path / "t.parquet")
    source = ParquetSource(tmp_path / "t.parquet", NO_OPTIONS)
    (found,) = source.discover()
    assert [c.type for c in found.columns] == [
        FieldType.INTEGER,
        FieldType.DECIMAL,
        FieldType.BOOLEAN,
        FieldType.DATETIME,
        FieldType.DATE,
        FieldType.TEXT,
        FieldType.BINARY,
        FieldType.TEXT,
    ]
    assert read_all(source).rows == [
        ("1", "1.50", "true", "2024-03-20T13:05:00", "2024-03-20", "", "AAE=", "[1, 2]"),
        (None, None, "false", None, None, "x", None, None),
    ]
    assert read_all(source, limit=1).ordinals == [1]
    with pytest.raises(SourceError, match="damaged Parquet"):
        ParquetSource(put(tmp_path, "bad.parquet", b"PAR1 nonsense PAR1"), NO_OPTIONS)


def test_html_tables(tmp_path: Path) -> None:
    page = (
        "<html><head><meta charset='windows-1256'><title>x</title></head><body>"
        "<table><tr><th>نام<th colspan=2>a&amp;b</tr><tr><td>علي<td>1<br>2<td> x  y </tr></table>"
        "<table></table><table><tr><td>1</td><td>2</td></tr></table>"
    )
    source = HtmlSource(put(tmp_path, "t.xls", page.encode("cp1256")), NO_OPTIONS)
    assert [table.name for table in source.discover()] == ["t", "t (2)"]
    assert columns(source) == ["نام", "a&b", "column_3"]
    assert read_all(source).rows == [("علي", "1\n2", "x y")]
    assert read_all(source, 1).rows == [("1", "2")]
    with pytest.raises(SourceError, match="no table in it"):
        HtmlSource(put(tmp_path, "n.html", "<html><p>hello"), NO_OPTIONS).discover()


KINDS = [
    ("a.csv", b"a,b\n", "delimited"),
    ("a.XLS", b"a\tb\n1\t2\n", "delimited"),
    ("a.csv", b"PK\x03\x04....[Content_Types].xml", "workbook"),
    ("a.xls", bytes.fromhex("d0cf11e0a1b11ae1"), "workbook"),
    ("a.xls", b"\t\x08\x08\x00\x00\x05", "workbook"),
    ("a.xls", b"\xef\xbb\xbf <!DOCTYPE HTML><table>", "html"),
    ("a.csv", b"PAR1", "parquet"),
    ("a.json", b'{"a": 1}\n{"a": 2}\n', "jsonl"),
    ("a.json", b'[{"a": 1}]', "json"),
    ("a.csv", b"MZ-code,b\n1,2\n", "delimited"),
]


@pytest.mark.parametrize(("name", "data", "kind"), KINDS)
def test_contents_tell_the_kind_before_the_name(
    tmp_path: Path, name: str, data: bytes, kind: str
) -> None:
    assert kind_of(put(tmp_path, name, data)).id == kind


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.csv", b"%PDF-1.4", "a PDF document"),
        ("a.csv", b"PK\x03\x04abc", "ZIP archive or a damaged Excel file"),
        ("a.mdb", b"\x00\x01\x00\x00Standard Jet DB\x00", "an Access database"),
        ("a.sql", b"select 1", 'files called ".sql"'),
        ("notes", b"hello", "files without a suffix"),
        ("a.csv", b"", "is empty"),
    ],
)
def test_what_cannot_be_read_says_so(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        open_source(str(put(tmp_path, name, data)))


def test_missing_and_unknown_places(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No such file"):
        open_source(str(tmp_path / "gone.csv"))
    with pytest.raises(SourceError, match="no files in it"):
        open_source(str(tmp_path))
    with pytest.raises(SourceError, match="gopher:// is not a kind of database"):
        open_source("gopher://host/x")
    put(tmp_path, "readme.md", "# hello")
    with pytest.raises(SourceError, match="none of its files can be read"):
        open_source(str(tmp_path)).discover()


def test_folder_is_one_source(tmp_path: Path) -> None:
    put(tmp_path, "b.csv", "id,x\n1,2\n")
    put(tmp_path, "a.csv", "id,name\n1,ann\n\nsku,price,stock\nA1,2.5,3\nB2,3.5,4\n")
    put(tmp_path, "~$lock.xlsx", "x")
    put(tmp_path, "notes.md", "# hello")
    with closing(sqlite3.connect(tmp_path / "old.db")) as connection:
        connection.execute("create table people (id integer primary key, name text)")
        connection.execute("insert into people values (1, 'zoe')")
        connection.commit()
    options = OpenOptions(table={"b.csv": {"header_row": "none"}})
    source = open_source(tmp_path.as_uri(), options)
    tables = source.discover()
    assert [t.name for t in tables] == ["a.csv/a", "a.csv/a (2)", "b.csv", "old.db"]
    assert any("notes.md" in warning for warning in tables[0].warnings)
    assert read_all(source, 1).rows == [("A1", "2.5", "3"), ("B2", "3.5", "4")]
    assert read_all(source, 2).rows == [("id", "x"), ("1", "2")]
    assert read_all(source, 3).rows == [("1", "zoe")]
    known = source.identity()
    assert known == open_source(str(tmp_path)).identity()
    put(tmp_path, "b.csv", "id,x\n1,3\n")
    assert open_source(str(tmp_path)).identity() != known
    source.close()


def test_file_and_sqlite_are_opened_by_content(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "data.csv")) as connection:
        connection.execute("create table t (id integer)")
        connection.commit()
    source = open_source(str(tmp_path / "data.csv"))
    assert isinstance(source, DatabaseSource)
    source.close()
    path = put(tmp_path, "plain.csv", "a,b\n1,2\n")
    source = open_source(str(path))
    assert source.identity() == hashlib.sha256(b"a,b\n1,2\n").hexdigest()
    assert read_all(source).rows == [("1", "2")]
    source.close()


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (["1", "20", "-3", None, ""], FieldType.INTEGER),
        (["۱۲", "۳۴"], FieldType.INTEGER),
        (["1", "2.5"], FieldType.DECIMAL),
        (["1.234,50", "7,00"], FieldType.DECIMAL),
        (["1,234,567"], FieldType.DECIMAL),
        (["1.5E+10", "2"], FieldType.FLOAT),
        (["1E5", "2e10"], FieldType.TEXT),
        (["0012", "13"], FieldType.TEXT),
        (["1234567890123456"], FieldType.TEXT),
        (["+4930"], FieldType.TEXT),
        (["2024-03-20", "2024/3/2"], FieldType.DATE),
        (["31/12/2020", "03.04.21"], FieldType.DATE),
        (["2024-03-20 10:00", "2024-03-20T10:00:00Z"], FieldType.DATETIME),
        (["10:00", "23:59:59"], FieldType.TIME),
        (["yes", "No"], FieldType.BOOLEAN),
        (["00000000-0000-0000-0000-00000000000A"], FieldType.UUID),
        (["1", "N/A"], FieldType.TEXT),
        (["1"] * 39 + ["N/A"], FieldType.INTEGER),
        (["1"] * 39 + ["0123"], FieldType.TEXT),
        ([None, ""], FieldType.TEXT),
    ],
)
def test_guess(values: list[str | None], kind: FieldType) -> None:
    assert guess_type(values) is kind


@pytest.mark.parametrize(
    ("headers", "names"),
    [
        (["email", "email", "Email", " email"], ["email", "email_2", "Email_3", "email_4"]),
        (["a", "a", "a_2"], ["a", "a_3", "a_2"]),
        (["", "x", " ", "column_1"], ["column_1_2", "x", "column_3", "column_1"]),
    ],
)
def test_names_are_unique_and_keep_their_headers(headers: list[str], names: list[str]) -> None:
    found, warnings = name_columns(headers)
    assert [column.name for column in found] == names
    assert [column.header for column in found] == headers
    assert warnings
