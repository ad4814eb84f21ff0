"""Small workbooks made on the spot, and how tests read them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from migrator.sources.base import CellNote, OpenOptions
from migrator.sources.spreadsheets import SpreadsheetSource

Rows = list[list[str | None]]
Make = Callable[..., Path]

PLAIN = OpenOptions()
_OPENED: list[SpreadsheetSource] = []


def spreadsheet(path: Path, options: OpenOptions = PLAIN) -> SpreadsheetSource:
    """An opened workbook, closed when the test ends."""
    _OPENED.append(SpreadsheetSource(path, options))
    return _OPENED[-1]


@pytest.fixture(autouse=True)
def close_all() -> Iterator[None]:
    yield
    while _OPENED:
        _OPENED.pop().close()


def rows_of(source: Any, table: str = "", limit: int | None = None) -> tuple[Rows, list[CellNote]]:
    """All rows and notes of a table (the first one by default), `_row` checked and left out."""
    name = table or source.discover()[0].name
    rows: Rows = []
    notes: list[CellNote] = []
    for batch in source.read(name, limit):
        ordinals = batch.rows.column(0).to_pylist()
        assert ordinals == list(range(len(rows) + 1, len(rows) + 1 + len(ordinals)))
        columns = [batch.rows.column(n).to_pylist() for n in range(1, batch.rows.num_columns)]
        rows += [list(row) for row in zip(*columns, strict=True)]
        notes += batch.notes
    return rows, notes


def names_of(source: SpreadsheetSource, table: int = 0) -> list[str]:
    return [column.name for column in source.discover()[table].columns]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A workbook of one sheet made by openpyxl; `change` may touch the workbook before saving."""

    def build(
        rows: Sequence[Sequence[object]], change: Callable[[Any], None] | None = None
    ) -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Data"
        for row in rows:
            sheet.append(list(row))
        if change is not None:
            change(book)
        path = tmp_path / "made.xlsx"
        book.save(path)
        return path

    return build


TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.fixture
def raw(tmp_path: Path) -> Make:
    """A workbook whose sheet XML is given: `cells` inside sheetData, `strings` shared ones."""

    def build(
        cells: str = "",
        *,
        strings: str = "",
        prefix: str = "",
        extra: str = "",
        sheet: bytes = b"",
    ) -> Path:
        declared = f'xmlns:{prefix}="{MAIN}"' if prefix else f'xmlns="{MAIN}"'
        colon = f"{prefix}:" if prefix else ""
        body = (
            sheet
            or (
                f"<{colon}worksheet {declared}><{colon}sheetData>{cells}</{colon}sheetData>{extra}"
                f"</{colon}worksheet>"
            ).encode()
        )
        styles = (
            f'<styleSheet xmlns="{MAIN}"><cellXfs count="3"><xf numFmtId="0"/>'
            '<xf numFmtId="14"/><xf numFmtId="21"/></cellXfs></styleSheet>'
        )
        parts = {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="a" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="Data" sheetId="1" r:id="a"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELS}">'
            f'<Relationship Id="a" Type="{OFFICE}/worksheet" Target="/xl/sheet.xml"/>'
            f'<Relationship Id="b" Type="{OFFICE}/sharedStrings" Target="strings.xml"/>'
            f'<Relationship Id="c" Type="{OFFICE}/styles" Target="styles.xml"/>'
            "</Relationships>",
            "xl/styles.xml": styles,
            "xl/strings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
            "xl/sheet.xml": body,
        }
        path = tmp_path / "raw.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            for name, text in parts.items():
                file.writestr(name, text)
        return path

    return build


NO_HEADER = OpenOptions(table={"Data": {"header_row": 0}})
