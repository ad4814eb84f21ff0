from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa
import pytest

from migrator.model.plan import TableChoice
from migrator.model.profile import ODDITIES, ColumnProfile, TableProfile, Tie
from migrator.model.schema import FieldType
from migrator.model.source import ForeignKey, SourceColumn, SourceTable
from migrator.progress import NULL_PROGRESS
from migrator.stages import profile, profile_columns
from migrator.stages.profile import ProfileSection, profile_relation
from migrator.store import names
from migrator.store.staging import Staging

Cells = Sequence[str | None]


@pytest.fixture(scope="module")
def staging() -> Iterator[Staging]:
    opened = Staging(None, threads=1)
    yield opened
    opened.close()


def lay(staging: Staging, no: int, columns: Sequence[Cells]) -> None:
    """raw_<no> with these columns c1, c2 ..."""
    fields = {f"c{n}": pa.array(cells, pa.string()) for n, cells in enumerate(columns, 1)}
    rows = pa.array(range(1, len(columns[0]) + 1), pa.int64())
    table = pa.table({"_row": rows} | fields)
    staging.write(names.raw(no), table.schema, table.to_batches())


def column(staging: Staging, *cells: str | None, name: str = "c") -> ColumnProfile:
    lay(staging, 1, [cells])
    return profile_relation(staging, "raw_1", [("c1", name)]).columns[0]


def test_counts_lengths_and_extremes(staging: Staging) -> None:
    found = column(staging, "b", "سلام", None, "", "  ", "b")
    assert (found.rows, found.filled, found.empty, found.distinct) == (6, 3, 3, 2)
    assert (found.shortest, found.longest) == (0, 4)
    assert (found.least, found.greatest) == ("b", "سلام")
    assert [(v.value, v.rows) for v in found.top] == [("b", 2), ("سلام", 1)]
    assert not found.unique


def test_only_the_ten_most_frequent_values_are_kept(staging: Staging) -> None:
    found = column(staging, *[f"v{n:02}" for n in range(15) for _ in range(n + 1)])
    assert [v.value for v in found.top] == [f"v{n:02}" for n in range(14, 4, -1)]
    assert found.distinct == 15


def test_patterns(staging: Staging) -> None:
    found = column(staging, "AB-12", "c-34", "علی‌رضا ۱۲", "Ärger!", "x-99")
    assert [(p.value, p.rows) for p in found.patterns] == [("A-99", 3), ("A!", 1), ("ا ۹۹", 1)]


@pytest.mark.parametrize(
    ("cells", "kind", "share"),
    [
        pytest.param(["1", "-20", "۳"], FieldType.INTEGER, 1.0, id="integers, Persian digits too"),
        pytest.param(["1.5", "2", "۱۲۳٬۴۵۶٫۵"], FieldType.DECIMAL, 1.0, id="decimals"),
        pytest.param(["1,234", "5,678,900"], FieldType.DECIMAL, 1.0, id="thousands"),
        pytest.param(["1399/1/2", "2024-03-20", "۱۴۰۰/۰۱/۰۲"], FieldType.DATE, 1.0, id="dates"),
        pytest.param(["4-Jul-96", "12 March 2020"], FieldType.DATE, 1.0, id="months by name"),
        pytest.param(["2024-03-20 10:11", "2024-03-20"], FieldType.DATETIME, 1.0, id="moments"),
        pytest.param(["yes", "No", "بله"], FieldType.BOOLEAN, 1.0, id="yes and no"),
        pytest.param(["0", "1", "1"], FieldType.BOOLEAN, 1.0, id="0 and 1"),
        pytest.param(["1", "2", "3", "4", "x"], FieldType.INTEGER, 0.8, id="four of five"),
        pytest.param(["1", "2", "x"], FieldType.TEXT, 0.3333, id="two of three"),
        pytest.param(["0912", "0913"], FieldType.TEXT, 1.0, id="leading zeros are text"),
        pytest.param(["12345678901234567890"], FieldType.TEXT, 1.0, id="twenty digits are text"),
        pytest.param(["021-8877", "1e5x"], FieldType.TEXT, 1.0, id="text"),
        pytest.param([None, ""], FieldType.TEXT, 0.0, id="nothing"),
    ],
)
def test_types(staging: Staging, cells: Cells, kind: FieldType, share: float) -> None:
    found = column(staging, *cells)
    assert (found.type, found.type_share) == (kind, share)


def test_numbers_compare_as_numbers(staging: Staging) -> None:
    found = column(staging, "9", "10", "۲٬۰۰۰", "-3.5")
    assert (found.least, found.greatest) == ("-3.5", "2000")


ODD = [
    ("edge_space", [" a", "b", "c\t"], 2),
    ("edge_space", ["\u00a0a", "b"], 1),
    ("double_space", ["a  b", "a b"], 1),
    ("blank", ["  ", "a", "", None], 1),
    ("nbsp", ["a\u00a0b", "a\u202fb", "a b"], 2),
    ("zero_width", ["a\u200bb", "\ufeffa", "می\u200cخواهم"], 2),
    ("zero_width", ["علی\u200c", "علی\u200c \u200cرضا", "نیم\u200cفاصله"], 2),
    ("bidi_control", ["\u200fسلام", "a\u202eb", "سلام"], 2),
    ("control", ["a\x07", "a\nb"], 1),
    ("arabic_letters", ["علي", "كتاب", "علی"], 2),
    ("mixed_digits", ["12", "۱۲", "34"], 1),
    ("homoglyphs", ["\u0410nn\u0430", "Anna", "Анна"], 1),
    ("placeholder", ["-", "N/A", "null", "نامشخص", "Ann"], 4),
    ("mixed_calendars", ["1399/01/01", "1398/05/01", "2020-01-01"], 1),
    ("impossible_date", ["0000-00-00", "00/00/0000", "2020-01-01"], 2),
    ("leading_zeros", ["0912", "۰۹۱۲", "0", "0.5", "912"], 2),
    ("case_variants", ["Tehran", "Tehran", "tehran", "TEHRAN ", "Qom"], 2),
    ("mojibake", ["JosÃ©", "Ø³Ù„Ø§Ù…", "José", "CAFÉ–BAR"], 2),
    ("lost_letters", ["??? ????", "a\ufffd", "why?"], 2),
    ("scientific", ["9.89E+11", "1.5"], 1),
    ("markup", ["a<br/>b", "Tom &amp; Co", "a < b & c"], 2),
]


@pytest.mark.parametrize(
    ("code", "cells", "rows"),
    [pytest.param(*one, id=f"{one[0]}-{n}") for n, one in enumerate(ODD)],
)
def test_odd_values_are_counted(staging: Staging, code: str, cells: Cells, rows: int) -> None:
    odd = {one.code: one for one in column(staging, *cells).odd}
    assert odd[code].rows == rows


def test_every_oddity_is_tried() -> None:
    assert {code for code, _, _ in ODD} == set(ODDITIES)


def test_tidy_values_are_not_odd(staging: Staging) -> None:
    tidy = ["Ann Lee", "علی‌رضا کریمی", "José", "Анна", "12.5%", "O'Neil & Sons", "two\nlines"]
    assert column(staging, *tidy).odd == ()


def test_a_big_column_is_looked_at_in_part(
    staging: Staging, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profile_columns, "MOST_BYTES", 4_000)
    found = column(staging, *[f"value {n:05}" for n in range(2_000)])
    assert not found.exact
    assert not found.unique
    assert found.filled == 2_000
    assert 1_700 < found.distinct < 2_300
    assert 1_000 < found.patterns[0].rows < 3_000


def table(staging: Staging, **columns: Cells) -> TableProfile:
    lay(staging, 2, list(columns.values()))
    return profile_relation(
        staging, "raw_2", [(f"c{n}", name) for n, name in enumerate(columns, 1)], name="t"
    )


def test_keys_are_unique_and_filled(staging: Staging) -> None:
    found = table(staging, id=["1", "2", "3"], gap=["a", "b", None], same=["x", "x", "y"])
    assert found.keys == (("id",),)


def test_two_columns_can_be_a_key(staging: Staging) -> None:
    found = table(staging, orderid=["1", "1", "2"], productid=["7", "8", "7"], n=["1", "1", "1"])
    assert found.keys == (("orderid", "productid"),)


def test_equal_rows_are_counted_and_null_is_not_empty(staging: Staging) -> None:
    found = table(staging, a=["x", "x", "x", "y"], b=[None, None, "", "z"])
    assert found.duplicate_rows == 1
    assert found.keys == ()


def test_a_missing_table_gives_an_empty_profile(staging: Staging) -> None:
    found = profile_relation(staging, "raw_77", [("c1", "a")])
    assert (found.rows, found.columns[0].rows) == (0, 0)


def test_hostile_names_and_values(staging: Staging) -> None:
    bad = "x\"'; drop table raw_1; --"
    staging.write(bad, pa.schema([(bad, pa.string())]), pa.table({bad: [bad, "a"]}).to_batches())
    found = profile_relation(staging, bad, [(bad, bad)])
    assert found.columns[0].greatest == bad
    assert found.keys == ((bad,),)


def choice(no: int, name: str, *columns: str, keys: Sequence[ForeignKey] = ()) -> TableChoice:
    listed = tuple(SourceColumn(column) for column in columns)
    return TableChoice(no, SourceTable(name, listed, foreign_keys=tuple(keys)))


def ties(staging: Staging, *choices: TableChoice) -> list[Tie]:
    section = ProfileSection(tuple(("s", one) for one in choices))
    return profile.ties(profile.run(staging, section, NULL_PROGRESS))


def test_declared_keys_are_measured(staging: Staging) -> None:
    lay(staging, 10, [["A", "B"]])
    lay(staging, 11, [["1", "2", "3", "4"], ["A", "Z", "Z", None]])
    key = ForeignKey(("cust",), "customers", ("code",))
    (tie,) = ties(
        staging,
        choice(10, "customers", "code"),
        choice(11, "orders", "no", "cust", keys=[key]),
    )
    assert (tie.table, tie.columns, tie.parent, tie.parent_columns) == (
        "s/orders",
        ("cust",),
        "s/customers",
        ("code",),
    )
    assert (tie.declared, tie.contained, tie.orphans, tie.examples) == (True, 0.5, 2, ("Z",))


def test_candidates_need_contained_values_and_a_likely_name(staging: Staging) -> None:
    ids = [str(n) for n in range(1, 41)]
    lay(staging, 20, [ids, [f"n{n}" for n in ids]])
    lay(staging, 21, [ids[:10], [*ids[:9], "1"], ["1"] * 5 + ["2"] * 5])
    found = ties(
        staging,
        choice(20, "Customers", "CustomerID", "name"),
        choice(21, "Orders", "OrderID", "CustomerID", "quantity"),
    )
    assert [(tie.table, tie.columns, tie.parent) for tie in found] == [
        ("s/Orders", ("CustomerID",), "s/Customers")
    ]
    assert not found[0].declared
    assert found[0].contained == 1.0
    assert 0.5 < found[0].confidence < 1


def test_text_codes_tie_by_their_values(staging: Staging) -> None:
    codes = [f"K{n}x" for n in range(30)]
    lay(staging, 30, [codes])
    lay(staging, 31, [[str(n) for n in range(40)], [*codes, *codes[:9], "K99x"]])
    found = ties(staging, choice(30, "moshtarian", "kod"), choice(31, "factor", "no", "belongs"))
    assert [(tie.columns, tie.orphans, tie.examples) for tie in found] == [
        (("belongs",), 1, ("K99x",))
    ]


def test_a_table_can_tie_to_itself(staging: Staging) -> None:
    lay(staging, 40, [["1", "2", "3", "4"], [None, "1", "1", "2"]])
    found = ties(staging, choice(40, "staff", "StaffID", "ManagerID"))
    assert [(tie.columns, tie.parent, tie.orphans) for tie in found] == [
        (("ManagerID",), "s/staff", 0)
    ]


def test_the_report_carries_everything(staging: Staging) -> None:
    lay(staging, 50, [["a@b.co", "c@d.org", " "]])
    section = ProfileSection((("s", choice(50, "people", "email")),))
    report = profile.run(staging, section, NULL_PROGRESS)
    found = profile.profiles(report)["s/people"].column("email")
    assert (found.meaning, found.filled) == ("email", 2)
    assert found.evidence
    assert report.attention == 1


def test_the_sample_database_is_tied_as_its_makers_meant(staging: Staging) -> None:
    """Northwind's relationships, found without its declared keys."""
    lay(staging, 60, [["ALFKI", "BONAP", "CHOPS", "DRACD", "EASTC", "FAMIA"]])
    lay(
        staging,
        61,
        [
            [str(n) for n in range(10248, 10258)],
            ["ALFKI", "BONAP", "CHOPS", "DRACD", "EASTC"] * 2,
            ["1", "2", "1", "2", "1", "2", "1", "2", "1", "2"],
        ],
    )
    lay(staging, 62, [["1", "2", "3"]])
    found = ties(
        staging,
        choice(60, "Customers", "CustomerID"),
        choice(61, "Orders", "OrderID", "CustomerID", "EmployeeID"),
        choice(62, "Employees", "EmployeeID"),
    )
    assert {(tie.columns[0], tie.parent) for tie in found} == {
        ("CustomerID", "s/Customers"),
        ("EmployeeID", "s/Employees"),
    }
