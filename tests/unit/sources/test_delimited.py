"""Delimited text: dialects, encodings, headers, several tables, options, real files."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from migrator.errors import SourceError
from migrator.sources.base import OpenOptions
from migrator.sources.delimited import DelimitedSource
from tests.unit.sources.reading import delimited, gather, read_all

PERSIAN = "نام,شهر\r\nعلي رضايي,تهران\r\nمريم كريمي,اصفهان\r\n"

SHAPES = [
    ("semicolon", b"id;sum\n1;2,5\n2;3,75\n", ";", ["id", "sum"], [("1", "2,5"), ("2", "3,75")]),
    (
        "decimal comma without header",
        b"1;2,5\n2;3,75\n",
        ";",
        ["column_1", "column_2"],
        [("1", "2,5"), ("2", "3,75")],
    ),
    ("tab", b"a\tb\nx y\t1\n", "tab", ["a", "b"], [("x y", "1")]),
    ("pipe", b"a|b\nx,y|1\nz,w|2\n", "|", ["a", "b"], [("x,y", "1"), ("z,w", "2")]),
    ("caret", b"a^b\nx^1\ny^2\n", "^", ["a", "b"], [("x", "1"), ("y", "2")]),
    (
        "arabic comma",
        "نام،شهر\nعلی،قم\nرضا،یزد\n".encode(),
        "،",
        ["نام", "شهر"],
        [("علی", "قم"), ("رضا", "یزد")],
    ),
    ("one column", b"name\nann\nbob\n", "none", ["name"], [("ann",), ("bob",)]),
    (
        "single quotes",
        b"'a','b'\n'x,1','it''s'\n'y','z'\n",
        ",",
        ["a", "b"],
        [("x,1", "it's"), ("y", "z")],
    ),
    (
        "backslash",
        b'a,b\n1,"say \\"hi\\", ok"\n2,"x"\n',
        ",",
        ["a", "b"],
        [("1", 'say "hi", ok'), ("2", "x")],
    ),
    (
        "blanks before quotes",
        b'a, b\n1, "x, y"\n2, "z"\n',
        ",",
        ["a", "b"],
        [("1", "x, y"), ("2", "z")],
    ),
    (
        "inner quotes are letters",
        b'a,b\n1,5" pipe\n2,6" pipe\n',
        ",",
        ["a", "b"],
        [("1", '5" pipe'), ("2", '6" pipe')],
    ),
    (
        "preamble",
        b"Report\nMade: today\n\nid,name,sum\n1,ann,5\n2,bob,6\n",
        ",",
        ["id", "name", "sum"],
        [("1", "ann", "5"), ("2", "bob", "6")],
    ),
    (
        "padded preamble",
        b"Report,,\nid,name,sum\n1,ann,5\n2,bob,6\n",
        ",",
        ["id", "name", "sum"],
        [("1", "ann", "5"), ("2", "bob", "6")],
    ),
    ("no header", b"1,ann\n2,bob\n", ",", ["column_1", "column_2"], [("1", "ann"), ("2", "bob")]),
    (
        "row of delimiters is a record",
        b"a,b\n,\n1,2\n",
        ",",
        ["a", "b"],
        [(None, None), ("1", "2")],
    ),
    ("old Mac line ends", b"a,b\r1,x\r2,y\r", ",", ["a", "b"], [("1", "x"), ("2", "y")]),
]


@pytest.mark.parametrize(
    ("data", "delimiter", "columns", "rows"),
    [case[1:] for case in SHAPES],
    ids=[case[0] for case in SHAPES],
)
def test_shape_is_found(
    tmp_path: Path,
    data: bytes,
    delimiter: str,
    columns: list[str],
    rows: list[tuple[str | None, ...]],
) -> None:
    source = delimited(tmp_path, data)
    (table,) = source.discover()
    assert table.facts["delimiter"] == delimiter
    assert [column.name for column in table.columns] == columns
    content = read_all(source)
    assert content.rows == rows
    assert not content.unreadable
    assert table.rows == len(rows)


ENCODINGS = [
    ("utf-8", PERSIAN, b""),
    ("utf-8", PERSIAN, b"\xef\xbb\xbf"),
    ("utf-16-le", PERSIAN, b"\xff\xfe"),
    ("utf-16-be", PERSIAN, b"\xfe\xff"),
    ("utf-16-le", PERSIAN, b""),
    ("utf-16-be", PERSIAN, b""),
    ("utf-32-le", PERSIAN, b"\xff\xfe\x00\x00"),
    ("utf-32-be", PERSIAN, b""),
    ("cp1256", PERSIAN, b""),
    ("cp1252", "name,city\nRené,Orléans\nJürgen,Köln\n", b""),
    ("cp1251", "имя,город\nанна,москва\nиван,тверь\n", b""),
]


@pytest.mark.parametrize(
    ("encoding", "text", "mark"),
    ENCODINGS,
    ids=[f"{e[0]}{'-mark' * bool(e[2])}" for e in ENCODINGS],
)
def test_encoding_is_found(tmp_path: Path, encoding: str, text: str, mark: bytes) -> None:
    source = delimited(tmp_path, mark + text.encode(encoding))
    (table,) = source.discover()
    assert table.facts["encoding"] == encoding
    header, *rows = [tuple(line.split(",")) for line in text.splitlines()]
    assert tuple(column.name for column in table.columns) == header
    assert read_all(source).rows == rows


def test_undecidable_encoding_is_asked_for(tmp_path: Path) -> None:
    data = b"id,code\n1,\xe1\xe2 \xf8\xf9\n2,ok\n"
    with pytest.raises(SourceError, match="cp1256") as caught:
        delimited(tmp_path, data).discover()
    assert "option encoding" in caught.value.hint
    source = delimited(tmp_path, data, encoding="cp1252")
    assert read_all(source).rows == [("1", "áâ øù"), ("2", "ok")]


def test_unknown_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match='no encoding called "klingon"'):
        delimited(tmp_path, b"a,b\n", encoding="klingon").discover()


def test_bad_bytes_of_wide_encodings_are_found_at_their_place(tmp_path: Path) -> None:
    text = "\ufeffa,b\n1,x\n2,".encode("utf-16-le") + b"\x00\xd8" + ",y\n3,z\n".encode("utf-16-le")
    source = delimited(tmp_path, text)
    content = read_all(source)
    assert content.rows == [("1", "x"), ("3", "z")]
    assert content.codes == [(2, "undecodable_bytes")]
    assert f"offset {text.index(bytes([0, 0xD8]))}" in content.unreadable[0].detail


def test_several_tables_are_told_apart(tmp_path: Path) -> None:
    data = (
        b"id,name\n1,ann\n2,bob\n\nsku,price,stock\nA1,2.50,3\nB2,3.75,9\n\nid,name\n7,zoe\n8,max\n"
    )
    source = delimited(tmp_path, data, "shop.csv")
    tables = source.discover()
    assert [(t.name, t.rows, t.facts["header_row"]) for t in tables] == [
        ("shop", 2, "1"),
        ("shop (2)", 2, "5"),
        ("shop (3)", 2, "9"),
    ]
    assert read_all(source, 1).rows == [("A1", "2.50", "3"), ("B2", "3.75", "9")]
    assert read_all(source, 2).rows == [("7", "zoe"), ("8", "max")]


def test_blank_lines_inside_quotes_start_no_table(tmp_path: Path) -> None:
    data = b'id,note\n1,"see\n\nsku,price,stock\nA1,2.50,3\nB2,3.75,9\n"\n2,x\n'
    source = delimited(tmp_path, data)
    assert len(source.discover()) == 1
    assert read_all(source).rows[1] == ("2", "x")


OPTIONS = [
    ("delimiter", {"delimiter": ";"}, ["a,b", "c"], [("1,2", "3"), ("4,5", "6")]),
    ("no delimiter", {"delimiter": "none"}, ["a,b;c"], [("1,2;3",), ("4,5;6",)]),
    (
        "no header",
        {"header_row": "none", "delimiter": "comma"},
        ["column_1", "column_2"],
        [("a", "b;c"), ("1", "2;3"), ("4", "5;6")],
    ),
    ("header on line 2", {"header_row": "2", "delimiter": ","}, ["1", "2;3"], [("4", "5;6")]),
]


@pytest.mark.parametrize(
    ("options", "columns", "rows"), [c[1:] for c in OPTIONS], ids=[c[0] for c in OPTIONS]
)
def test_options_are_obeyed(
    tmp_path: Path, options: dict[str, str], columns: list[str], rows: list[tuple[str, ...]]
) -> None:
    source = delimited(tmp_path, b"a,b;c\n1,2;3\n4,5;6\n", **options)
    assert [column.name for column in source.discover()[0].columns] == columns
    assert read_all(source).rows == rows


@pytest.mark.parametrize("case", SHAPES, ids=[case[0] for case in SHAPES])
def test_facts_handed_back_read_the_same(tmp_path: Path, case: tuple[str, bytes]) -> None:
    first = delimited(tmp_path, case[1])
    (table,) = first.discover()
    again = DelimitedSource(first.path, OpenOptions(table={table.name: dict(table.facts)}))
    assert again.discover() == (table,)
    assert read_all(again).rows == read_all(first).rows


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"delimiter": "ab"}, "must be one character"),
        ({"header_row": "9"}, "line 9 is not the beginning"),
        ({"header_row": "top"}, "line number"),
        ({"delimiter": "'", "quote": "'"}, "cannot be the same"),
    ],
)
def test_wrong_options_are_one_sentence(
    tmp_path: Path, options: dict[str, str], words: str
) -> None:
    with pytest.raises(SourceError, match=words):
        delimited(tmp_path, b"a,b\n1,2\n", **options).discover()


def test_gzip_members_and_limits(tmp_path: Path) -> None:
    data = gzip.compress(b"id,name\n1,ann\n") + gzip.compress(b"2,bob\n")
    source = delimited(tmp_path, data, "t.csv.gz")
    assert source.discover()[0].name == "t"
    assert read_all(source).rows == [("1", "ann"), ("2", "bob")]
    with pytest.raises(SourceError, match="damaged gzip"):
        delimited(tmp_path, data[:-5], "cut.csv.gz").discover()


def test_large_file_in_many_blocks(tmp_path: Path) -> None:
    lines = [f'{n},"name ""{n}""",{"x" * (n % 50)}\n' for n in range(120_000)]
    lines[60_000] = "60000,a,b,c\n"
    lines[90_000] = "90000,a\n"
    source = delimited(tmp_path, ("id,name,note\n" + "".join(lines)).encode())
    (table,) = source.discover()
    content = gather(source.read(table.name))
    assert content.ordinals == [n for n in range(1, 120_001) if n != 60_001]
    assert content.codes == [(60_001, "too_many_cells")]
    assert content.unreadable[0].line == 60_002
    assert [(n.ordinal, n.code) for n in content.notes] == [(90_001, "too_few_cells")]
    assert content.rows[-1] == ("119999", 'name "119999"', "x" * 49)
    assert abs(int(table.facts["rows_estimate"]) - 120_000) < 12_000
    part = gather(source.read(table.name, 60_050))
    assert part.rows == content.rows[:60_049]


def test_spectrum_equals_its_truth(shared: Path, tmp_path: Path) -> None:
    folder = shared / "data" / "csv" / "csv_spectrum"
    files = sorted((folder / "csvs").glob("*.csv"))
    assert len(files) == 12
    for file in files:
        truth = json.loads((folder / "json" / f"{file.stem}.json").read_text(encoding="utf-8"))
        records = truth if isinstance(truth, list) else [truth]
        data = file.read_bytes()
        if file.stem.endswith("_crlf") and b"\r" not in data:  # the copy lost what its name says
            data = data.replace(b"\n", b"\r\n")
        source = delimited(tmp_path, data, file.name)
        names = [column.name for column in source.discover()[0].columns]
        rows = [dict(zip(names, row, strict=True)) for row in read_all(source).rows]
        expected = [{k: v or None for k, v in record.items()} for record in records]
        if file.stem == "location_coordinates":  # its truth tells another telephone number
            expected[0]["Contact Phone Number"] = "2095257564"
        assert rows == expected, file.name


def test_real_files_open_or_say_why(shared: Path) -> None:
    folder = shared / "data" / "csv"
    files = [f for f in sorted(folder.rglob("*")) if f.suffix in (".csv", ".tsv", ".txt")]
    refused = {}
    for file in files:
        source = DelimitedSource(file, OpenOptions())
        try:
            tables = source.discover()
        except SourceError as error:
            refused[file.name] = error.details.get("reason")
            continue
        for at, table in enumerate(tables):
            content = read_all(source, at)
            if table.rows is not None:
                assert table.rows == len(content.ordinals) + len(content.unreadable), file.name
            assert len(content.unreadable) <= max(2, len(content.rows) * 0.1), file.name
    assert len(files) > 150
    assert refused == {"empty.csv": "empty", "implicit-zip.csv": "not_text"}
