"""The small machines of the workbook readers, one by one."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrator.errors import SourceError
from migrator.sources.workbooks import xlsx_sheet
from migrator.sources.workbooks.base import SheetFacts, cell_name, cell_position
from migrator.sources.workbooks.ods_cells import OFFICE, TABLE, cell_value
from migrator.sources.workbooks.record_marks import rk_number, xlsb_records
from migrator.sources.workbooks.values import (
    NumberKind,
    built_in_format,
    format_kind,
    number_text,
    serial_text,
    unescape,
)
from migrator.sources.workbooks.xlsx_events import SheetEvents
from migrator.sources.workbooks.xlsx_tokens import NotPlain, RawCells, plain_rows
from migrator.sources.workbooks.zipguard import Package

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("General", "number"),
        ("0.00", "number"),
        ("0.00E+00", "number"),
        ("#,##0 [$ریال-429]", "number"),
        ('0 "days"', "number"),
        ("[Red]0;[Blue]-0", "number"),
        ("\\d0", "number"),
        ("_d0*y", "number"),
        ("yyyy-mm-dd", "date"),
        ("[$-F800]dddd, mmmm dd, yyyy", "date"),
        ("mmm", "date"),
        ("dd/mm/yyyy hh:mm", "date"),
        ("h:mm AM/PM", "time"),
        ("mm:ss.0", "time"),
        ("[h]:mm:ss", "duration"),
        ("[mm]:ss", "duration"),
        ('"' * 4000, "number"),
        ("[" * 4000, "number"),
    ],
)
def test_format_kind(code: str, kind: str) -> None:
    assert format_kind(code) == kind


@pytest.mark.parametrize(
    ("number", "kind"), [(0, "number"), (14, "date"), (20, "time"), (22, "date"), (46, "duration")]
)
def test_built_in_format(number: int, kind: str) -> None:
    assert built_in_format(number) == kind


@pytest.mark.parametrize(
    ("stored", "kind", "epoch_1904", "text"),
    [
        ("1", "date", False, "1900-01-01"),
        ("59", "date", False, "1900-02-28"),
        ("60", "date", False, None),
        ("60.5", "date", False, None),
        ("61", "date", False, "1900-03-01"),
        ("45371", "date", False, "2024-03-20"),
        ("45371.5451388889", "date", False, "2024-03-20T13:05:00"),
        ("45371.99999999", "date", False, "2024-03-20T23:59:59.999"),
        ("2958465", "date", False, "9999-12-31"),
        ("2958466", "date", False, None),
        ("2958465.9999999999", "date", False, None),
        ("0", "date", False, None),
        ("-1", "date", False, None),
        ("NaN", "date", False, None),
        ("1e300", "date", False, None),
        ("abc", "date", False, None),
        ("0", "time", False, "00:00:00"),
        ("0.5", "time", False, "12:00:00"),
        ("0.5", "date", False, "12:00:00"),
        ("1.5", "time", False, "1900-01-01T12:00:00"),
        ("1.5", "duration", False, "36:00:00"),
        ("0", "date", True, "1904-01-01"),
        ("0.5", "date", True, "1904-01-01T12:00:00"),
        ("60", "date", True, "1904-03-01"),
        ("2957003", "date", True, "9999-12-31"),
        ("2957004", "date", True, None),
    ],
)
def test_serial_text(stored: str, kind: str, epoch_1904: bool, text: str | None) -> None:
    assert serial_text(stored, NumberKind(kind), epoch_1904) == text


@pytest.mark.parametrize(
    ("stored", "text", "lost"),
    [
        ("0", "0", False),
        ("-0", "0", False),
        ("007", "7", False),
        ("1827579.00", "1827579", False),
        ("1E+17", "100000000000000000", False),
        ("1.5e-3", "0.0015", False),
        ("1e-9", "1e-9", False),
        ("123456789012345678", "123456789012345678", True),
        ("1.2345678901234567E+19", "12345678901234567000", True),
        ("9007199254740993", "9007199254740993", True),
        ("1000000000000000000", "1000000000000000000", False),
        ("0.30000000000000004", "0.30000000000000004", True),
        ("0.1234567890123456789", "0.1234567890123456789", True),
        ("19.989999999999998", "19.99", False),
        ("12345.678900000001", "12345.6789", False),
        ("n/a", "n/a", False),
    ],
)
def test_number_text(stored: str, text: str, lost: bool) -> None:
    assert number_text(stored) == (text, lost)


@settings(max_examples=200, deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_number_text_gives_the_same_number(value: float) -> None:
    for stored in (repr(value), f"{value:.17g}"):
        text, _ = number_text(stored)
        assert float(text) == value
        assert "e" not in text or not 1e-7 <= abs(value) < 1e21


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a_x000D_b", "a\rb"),
        ("a_x005F_x000D_b", "a_x000D_b"),
        ("_x0000_", "_x0000_"),
        ("_xD800_", "_xD800_"),
        ("_x00e9_", "é"),
        ("no_x_escape", "no_x_escape"),
    ],
)
def test_unescape(text: str, expected: str) -> None:
    assert unescape(text) == expected


@given(st.integers(1, 1_048_576), st.integers(1, 16_384))
def test_cell_names_round_trip(row: int, column: int) -> None:
    assert cell_position(cell_name(row, column)) == (row, column)


@pytest.mark.parametrize("name", ["", "A0", "A", "1", "XFE1", "A1048577", "a1", "A1B", "Ａ1"])
def test_cell_outside_the_grid(name: str) -> None:
    with pytest.raises(SourceError):
        cell_position(name)


_ATTRIBUTES = st.sampled_from(["", ' s="1"', ' t="str"', ' s="1" t="str"', ' t="n"', ' cm="1"'])
_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=8)


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")


@st.composite
def _cells(draw: st.DrawFn) -> str:
    attributes = draw(_ATTRIBUTES)
    text = _xml(draw(_TEXT))
    content = draw(
        st.sampled_from(
            [
                "/>",
                "></c>",
                f"><v>{text}</v></c>",
                "><v></v></c>",
                f"><f>{text}</f><v>{text}</v></c>",
                '><f t="shared" si="0"/><v>1</v></c>',
                f"><is><t>{text}</t></is></c>",
                f'><is><t xml:space="preserve">{text}</t></is></c>',
                "><is><t/></is></c>",
                "><is/></c>",
                "><v><!-- c -->1</v></c>",
                "><x/></c>",
            ]
        )
    )
    return f'<c r="@"{attributes}{content}'


@st.composite
def _rows(draw: st.DrawFn) -> str:
    pieces = []
    blank = draw(st.sampled_from(["", "\n  ", "\r\n"]))
    for row in sorted(draw(st.sets(st.integers(1, 40), min_size=1, max_size=6))):
        columns = sorted(draw(st.sets(st.sampled_from("ABCDEFGH"), max_size=4)))
        cells = [draw(_cells()).replace("@", f"{column}{row}") for column in columns]
        pieces.append(f'<row r="{row}" spans="1:8">{blank}{blank.join(cells)}</row>{blank}')
    return "".join(pieces)


def _listed(raw: RawCells) -> list[tuple[object, ...]]:
    styles = [raw.attributes[place] for place in raw.styles.to_pylist()]
    texts = [text or None for text in raw.texts.to_pylist()]
    return list(
        zip(
            raw.rows.to_pylist(),
            raw.columns.to_pylist(),
            styles,
            texts,
            raw.formulas.to_pylist(),
            strict=True,
        )
    )


@settings(max_examples=300, deadline=None)
@given(_rows())
def test_columns_and_events_agree(rows: str) -> None:
    events = SheetEvents("sheet", SheetFacts())
    frame = f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    events.feed(frame.encode(), final=True)
    try:
        plain = plain_rows(rows.encode(), "", "sheet")
    except NotPlain:
        return
    assert _listed(plain) == _listed(events.take())


_PLAIN_ROW = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>A1</f><v>x</v></c></row>'


@pytest.mark.parametrize(
    "rows",
    [
        _PLAIN_ROW.replace("</c></row>", "</row>"),
        _PLAIN_ROW.replace('"B1"', '"A1"'),
        _PLAIN_ROW.replace('"B1"', '"B2"'),
        _PLAIN_ROW.replace("<v>1</v>", "<v>1"),
        _PLAIN_ROW.replace("<v>1</v>", "<v><v>1</v></v>"),
        _PLAIN_ROW.replace("<v>1</v>", "1"),
        _PLAIN_ROW.replace("<v>1</v>", "<v>1</v><v>2</v>"),
        _PLAIN_ROW.replace("<v>1</v>", "<![CDATA[1]]>"),
        _PLAIN_ROW.replace("<v>1</v>", "<v a='1'>1</v>"),
        _PLAIN_ROW.replace("</row>", "</row>text"),
        _PLAIN_ROW.replace("</row>", ""),
        _PLAIN_ROW.replace('r="1"', 'r="0"'),
        _PLAIN_ROW + _PLAIN_ROW,
        "text" + _PLAIN_ROW,
        _PLAIN_ROW.replace("x", "\x02"),
    ],
    ids=lambda rows: None,
)
def test_what_is_not_plain_is_left_to_the_parser(rows: str) -> None:
    assert plain_rows(_PLAIN_ROW.encode(), "", "sheet").texts.to_pylist() == ["1", "x"]
    with pytest.raises(NotPlain):
        plain_rows(rows.encode(), "", "sheet")


def _package(parts: dict[str, str]) -> Package:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return Package(file)


@pytest.mark.parametrize("chunk", [64, 200, 1000, 1 << 20])
@pytest.mark.parametrize("odd_row", [0, 1, 30, 59])
def test_pieces_end_between_rows(monkeypatch: pytest.MonkeyPatch, chunk: int, odd_row: int) -> None:
    """However the part is cut, and wherever it stops being plain, each row comes out once."""
    monkeypatch.setattr(xlsx_sheet, "_CHUNK", chunk)
    monkeypatch.setattr(xlsx_sheet, "_FIRST_CHUNK", chunk)
    odd = "<!-- <row -->"
    rows = "".join(
        f'<row r="{n}"><c r="A{n}">{odd if n == odd_row else ""}<v>{n}</v></c></row>'
        for n in range(1, 61)
    )
    sheet = (
        f'<worksheet xmlns="{_MAIN}"><dimension ref="A1"/><sheetData>{rows}</sheetData>'
        '<mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>'
    )
    facts = SheetFacts()
    found = [
        text
        for raw in xlsx_sheet.raw_cells(_package({"sheet": sheet}), "sheet", facts)
        for text in raw.texts.to_pylist()
    ]
    assert found == [str(n) for n in range(1, 61)]
    assert facts.merged == ["A1:B2"]


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["a", "A"], "two parts called"),
        (["../a"], "points outside"),
        (["x/../../a"], "points outside"),
        (["..\\a"], "points outside"),
        (["C:/a"], "points outside"),
    ],
    ids=["case", "up", "inner", "backslash", "drive"],
)
def test_bad_part_names(names: list[str], sentence: str) -> None:
    with pytest.raises(SourceError, match=sentence):
        _package(dict.fromkeys(names, "x"))


@pytest.mark.parametrize(
    ("raw", "number"), [(0x3FF00000, 1.0), (0x3FF00001, 0.01), (42 << 2 | 2, 42.0)]
)
def test_rk_number(raw: int, number: float) -> None:
    assert rk_number(raw) == number


def test_rk_negative_integer() -> None:
    assert rk_number((-5 << 2 & 0xFFFFFFFF) | 2) == -5.0


@pytest.mark.parametrize("data", [b"\x80", b"\x01\xff\xff\xff\xff\xff", b"\x01\x05ab"])
def test_cut_records_are_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        list(xlsb_records(data))


@pytest.mark.parametrize(
    ("attributes", "shown", "expected"),
    [
        ({"value-type": "float", "value": "1.50"}, "1,5", ("1.5", "", "")),
        (
            {"value-type": "float", "value": "123456789012345678"},
            "1,2E+17",
            ("123456789012345678", "digits_lost", "123456789012345678"),
        ),
        ({"value-type": "date", "date-value": "2024-03-20"}, "", ("2024-03-20", "", "")),
        (
            {"value-type": "date", "date-value": "2024-03-20T13:05:00.500000000"},
            "",
            ("2024-03-20T13:05:00.5", "", ""),
        ),
        (
            {"value-type": "date", "date-value": "2024-13-20"},
            "",
            ("", "bad_date_cell", "2024-13-20"),
        ),
        ({"value-type": "time", "time-value": "PT36H00M05S"}, "", ("36:00:05", "", "")),
        ({"value-type": "boolean", "boolean-value": "true"}, "WAHR", ("true", "", "")),
        ({"value-type": "string"}, "0010", ("0010", "", "")),
        ({"formula": "=1/0", "value-type": "string"}, "#DIV/0!", ("", "error_cell", "#DIV/0!")),
        ({"formula": "=A1"}, "", ("", "formula_without_value", "")),
    ],
    ids=[
        "float",
        "digits",
        "date",
        "moment",
        "bad-date",
        "hours",
        "boolean",
        "text",
        "error",
        "bare",
    ],
)
def test_ods_cell(attributes: dict[str, str], shown: str, expected: tuple[str, str, str]) -> None:
    spaces = {"formula": TABLE}
    named = {spaces.get(name, OFFICE) + name: value for name, value in attributes.items()}
    assert cell_value(named, shown) == expected
