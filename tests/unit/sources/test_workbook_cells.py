"""Cells of a workbook: what stands there is what comes out, as text."""

from __future__ import annotations

import datetime as dt
from typing import Any

import openpyxl
import pytest

from migrator.errors import SourceError
from migrator.sources.base import CellNote
from tests.unit.sources.workbook_making import (
    MAIN,
    NO_HEADER,
    Make,
    close_all,
    make,
    names_of,
    raw,
    rows_of,
    spreadsheet,
)

__all__ = ["close_all", "make", "raw"]

_CELLS = [
    ("text", "Ann", "Ann"),
    ("leading-zeros", "0010", "0010"),
    ("formula-like-text", "'=1+1", "'=1+1"),
    ("line-break", "a\nb", "a\nb"),
    ("outer-blanks", " a ", " a "),
    ("persian", "یوسف ك", "یوسف ك"),
    ("integer", 42, "42"),
    ("whole-float", 42.0, "42"),
    ("negative", -7, "-7"),
    ("fraction", 0.1, "0.1"),
    ("binary-noise", 12345.6789, "12345.6789"),
    ("small", 1e-7, "0.0000001"),
    ("big", 1e17, "100000000000000000"),
    ("huge", 1e300, "1e+300"),
    ("true", True, "true"),
    ("false", False, "false"),
    ("date", dt.date(2024, 3, 20), "2024-03-20"),
    ("datetime", dt.datetime(2024, 3, 20, 13, 5), "2024-03-20T13:05:00"),
    ("milliseconds", dt.datetime(2024, 3, 20, 13, 5, 0, 250000), "2024-03-20T13:05:00.25"),
    ("midnight", dt.datetime(2024, 3, 20), "2024-03-20"),
    ("time", dt.time(13, 5, 9), "13:05:09"),
    ("duration", dt.timedelta(hours=30, minutes=1), "30:01:00"),
    ("empty", None, None),
]


@pytest.mark.parametrize(
    ("value", "text"), [row[1:] for row in _CELLS], ids=[row[0] for row in _CELLS]
)
def test_cell_as_text(make: Make, value: object, text: str | None) -> None:
    rows, notes = rows_of(spreadsheet(make([["id", "value"], ["k", value], ["l", "x"]])))
    assert rows == [["k", text], ["l", "x"]]
    assert notes == []


def test_formula_like_text_stays_text(make: Make) -> None:
    def as_text(book: Any) -> None:
        book.active["B2"].value = "=1+1"
        book.active["B2"].data_type = "s"

    rows, notes = rows_of(spreadsheet(make([["id", "value"], [1, "x"]], as_text)))
    assert rows == [["1", "=1+1"]]
    assert notes == []


def test_formula_without_stored_value_is_noted(make: Make) -> None:
    rows, notes = rows_of(spreadsheet(make([["id", "value"], [1, "=A2+1"], [2, "x"]])))
    assert rows == [["1", None], ["2", "x"]]
    assert notes == [CellNote(1, 2, "formula_without_value", "")]


def test_error_cell_is_null_and_noted(make: Make) -> None:
    rows, notes = rows_of(spreadsheet(make([["id", "value"], [1, "#N/A"], [2, "#REF!"]])))
    assert rows == [["1", None], ["2", None]]
    assert [(note.ordinal, note.column, note.code, note.value) for note in notes] == [
        (1, 2, "error_cell", "#N/A"),
        (2, 2, "error_cell", "#REF!"),
    ]


def test_row_of_errors_only_is_a_record(make: Make) -> None:
    rows, notes = rows_of(spreadsheet(make([["id"], ["a"], ["#N/A"], [None], ["b"]])))
    assert rows == [["a"], [None], ["b"]]
    assert [(note.ordinal, note.value) for note in notes] == [(2, "#N/A")]


def test_1904_dates(make: Make) -> None:
    def switch(book: Any) -> None:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904

    rows = [["day"], [dt.date(1904, 1, 1)], [dt.date(2024, 3, 20)]]
    source = spreadsheet(make(rows, switch))
    assert rows_of(source)[0] == [["1904-01-01"], ["2024-03-20"]]
    assert source.discover()[0].facts["date_system"] == "1904"


_RAW_CELLS = [
    ("number-of-16-digits", "<v>1234567890123456</v>", "1234567890123456", "digits_lost"),
    ("number-of-15-digits", "<v>123456789012345</v>", "123456789012345", ""),
    ("binary-tail", "<v>12345.678900000001</v>", "12345.6789", ""),
    ("exponent", "<v>1.5E+3</v>", "1500", ""),
    ("trailing-zeros", "<v>1827579.00</v>", "1827579", ""),
    ("no-number", "<v>abc</v>", "abc", ""),
    ("empty-value", "<v></v>", None, ""),
    ("formula-with-empty-value", "<f>A1</f><v></v>", None, "formula_without_value"),
    ("cached-value", "<f>1+1</f><v>2</v>", "2", ""),
    ("shared-formula", '<f t="shared" si="0"/><v>3</v>', "3", ""),
    ("formula-with-sign", "<f>A1&gt;B1</f><v>4</v>", "4", ""),
    ("cdata", "<v><![CDATA[5]]></v>", "5", ""),
    ("comment", "<!-- x --><v>6</v>", "6", ""),
    ("inner-extension", "<v>7</v><extLst><ext/></extLst>", "7", ""),
]


@pytest.mark.parametrize(
    ("content", "text", "code"), [row[1:] for row in _RAW_CELLS], ids=[row[0] for row in _RAW_CELLS]
)
def test_stored_number(raw: Make, content: str, text: str | None, code: str) -> None:
    path = raw(f'<row r="1"><c r="A1">{content}</c><c r="B1"><v>1</v></c></row>')
    rows, notes = rows_of(spreadsheet(path, NO_HEADER))
    assert rows == ([["1"]] if text is None and not code else [[text, "1"]])
    assert [note.code for note in notes] == ([code] if code else [])


_TEXTS = [
    ("plain", "<t>a</t>", "a"),
    ("blanks-dropped", "<t> a </t>", "a"),
    ("blanks-kept", '<t xml:space="preserve"> a </t>', " a "),
    ("references", "<t>a&amp;b&#10;&#x6CC;</t>", "a&b\nی"),
    ("escape", "<t>a_x000D_b_x005F_x000D_</t>", "a\rb_x000D_"),
    ("rich", "<r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r>", "ab"),
    ("phonetic", '<t>東</t><rPh sb="0" eb="1"><t>ひ</t></rPh>', "東"),
    ("cdata", "<t><![CDATA[<a>]]></t>", "<a>"),
    ("empty", "<t/>", None),
]


@pytest.mark.parametrize(("xml", "text"), [row[1:] for row in _TEXTS], ids=[r[0] for r in _TEXTS])
def test_shared_and_inline_text(raw: Make, xml: str, text: str | None) -> None:
    cells = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>1</v></c></row>'
        f'<row r="2"><c r="A2"><v>2</v></c><c r="B2" t="inlineStr"><is>{xml}</is></c></row>'
        '<row r="3"><c r="B3" t="s"><v>0</v></c></row>'
    )
    path = raw(cells, strings=f"<si><t>first</t></si><si>{xml}</si><si><t>last</t></si>")
    rows, _ = rows_of(spreadsheet(path, NO_HEADER))
    assert rows == [["1", text], ["2", text], [None, "first"]]


def test_prefixed_names_are_read_the_same(raw: Make) -> None:
    cells = (
        '<x:row r="1"><x:c r="A1" t="str"><x:v>id</x:v></x:c></x:row>'
        '<x:row r="2"><x:c r="A2"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row>'
        '<x:row r="3"><x:c r="A3" t="e"><x:v>#N/A</x:v></x:c></x:row>'
    )
    extra = '<x:mergeCells><x:mergeCell ref="A2:B2"/></x:mergeCells>'
    source = spreadsheet(raw(cells, prefix="x", extra=extra))
    rows, notes = rows_of(source)
    assert rows == [["2"], [None]]
    assert [note.code for note in notes] == ["error_cell"]
    assert source.discover()[0].facts["merged"] == "A2:B2"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings_of_xml(raw: Make, encoding: str) -> None:
    text = (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>نام</v></c></row>'
        '<row r="2"><c r="A2" t="str"><v>علی</v></c></row></sheetData></worksheet>'
    )
    rows, _ = rows_of(spreadsheet(raw(sheet=text.encode(encoding))))
    assert rows == [["علی"]]


def test_cells_without_references_follow_each_other(raw: Make) -> None:
    cells = (
        '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row><c/><c><v>2</v></c></row>'
    )
    source = spreadsheet(raw(cells))
    assert names_of(source) == ["a", "b"]
    assert rows_of(source)[0] == [[None, "2"]]


_BROKEN = [
    (
        "rows-out-of-order",
        '<row r="2"/><row r="1"><c r="A1"><v>1</v></c></row>',
        "row 1 comes after",
    ),
    (
        "cells-out-of-order",
        '<row r="1"><c r="B1"/><c r="A1"/></row>',
        "the cell A1 is out of order",
    ),
    ("cell-of-another-row", '<row r="1"><c r="A2"/></row>', "the cell A2 is out of order"),
    ("outside-the-grid", '<row r="1"><c r="XFE1"/></row>', "'XFE1'"),
    ("below-the-grid", '<row r="1048577"><c r="A1048577"/></row>', "'A1048577'"),
    ("unclosed", '<row r="1"><c r="A1"></row>', "is not valid XML"),
    ("text-number", '<row r="1"><c r="A1" t="s"><v>x</v></c></row>', "cell A1 refers to text"),
    ("control-character", '<row r="1"><c r="A1"><v>\x01</v></c></row>', "is not valid XML"),
    ("bad-reference", '<row r="1"><c r="A1"><v>&#0;</v></c></row>', "is not valid XML"),
]


@pytest.mark.parametrize(
    ("cells", "sentence"), [row[1:] for row in _BROKEN], ids=[row[0] for row in _BROKEN]
)
def test_broken_sheet_is_refused_naming_the_place(raw: Make, cells: str, sentence: str) -> None:
    with pytest.raises(SourceError) as caught:
        spreadsheet(raw(cells)).discover()
    assert sentence in caught.value.message
