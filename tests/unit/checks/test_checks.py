from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from migrator.checks import CHECKS, CheckContext
from migrator.errors import PlanError
from migrator.model.codec import from_data
from migrator.model.schema import Entity, Field, FieldType
from migrator.store.names import golden, quote
from migrator.store.staging import Staging
from tests.unit.stages.golden_tables import golden as write_golden

Values = list[str | None]


@pytest.fixture(scope="module")
def staging() -> Iterator[Staging]:
    opened = Staging(None, threads=1)
    yield opened
    opened.close()


def failing(
    staging: Staging, check: str, values: Values, field: Field | None = None, /, **options: Any
) -> Values:
    """The values among `values` that fail the check on one field."""
    one = field or Field("f")
    write_golden(
        staging, "e", (one.name,), [{"_gid": n, one.name: v} for n, v in enumerate(values)]
    )
    item = CHECKS.get(check)
    context = CheckContext(
        quote(golden("e")), Entity("e", (one,)), (one.name,), from_data(item.options, options), {}
    )
    rows = staging.rows(f"select distinct row from ({item.select(context)}) order by 1")
    return [values[row] for (row,) in rows]


# A natural person's national id: weights 10 to 2, modulo 11; made-up numbers.
GOOD_IDS = ["4394232899", "0636989501", "9447930441", "6650898031"]

FORMS: list[tuple[str, Values, Values]] = [
    (
        "email",
        ["a@b.co", "first.last+tag@sub.example.org", "o'neil@x.ir", "x@مثال.ایران", None, ""],
        [
            "a@b",
            "a b@c.de",
            "a@@b.co",
            ".a@b.co",
            "a.@b.co",
            "a..b@c.de",
            "a@-b.co",
            "a@b.co ",
            "a@b.1",
            "@b.co",
            "a" * 65 + "@b.co",
            "a@" + "b" * 64 + ".co",
            "a@" + "b." * 130 + "co",
        ],
    ),
    (
        "phone",
        ["+989121234567", "+14155550100", "+4930123456", None, ""],
        ["09121234567", "+0989121234567", "+98 912 123 4567", "+98912", "+1234567890123456", "x"],
    ),
    (
        "url",
        [
            "https://example.com",
            "http://a.b.ir/x?y=1#z",
            "HTTPS://EXAMPLE.COM:8443/",
            "https://دامنه.ایران/",
        ],
        [
            "example.com",
            "ftp://example.com",
            "http://localhost",
            "http://a b.com",
            "https://.com",
            "https://" + "b" * 64 + ".ir/",
        ],
    ),
    (
        "national_id_iran",
        [*GOOD_IDS, None, ""],
        [
            "4394232890",
            "1111111111",
            "0000000000",
            "499370899",
            "04993708990",
            "۰۴۹۹۳۷۰۸۹۹",
            "abcdefghij",
        ],
    ),
    (
        "no_control_characters",
        ["plain", "می‌خواهم", "two\nlines\tand tab", None],
        [
            "a\x00b".replace("\x00", "\x01"),
            "\u202eabc",
            "a\u200bb",
            "\ufeffa",
            "a\u00adb",
            "a\ufffdb",
        ],
    ),
    (
        "not_placeholder",
        ["Ann", "0", "ندارد خانم", None, ""],
        ["-", " N/A ", "NULL", "نامشخص", "0000-00-00"],
    ),
    (
        "date_plausible",
        ["1900-01-01", "2024-02-29", "2024-03-20T13:05:00", "2100-12-31", None],
        ["1899-12-31", "2101-01-01", "2023-02-29", "20 March", "1403-01-01"],
    ),
]


@pytest.mark.parametrize(("check", "good", "bad"), [pytest.param(*row, id=row[0]) for row in FORMS])
def test_forms(staging: Staging, check: str, good: Values, bad: Values) -> None:
    assert failing(staging, check, [*good, *bad]) == bad


TYPES: list[tuple[FieldType, Values, Values]] = [
    (FieldType.INTEGER, ["0", "-12", "9223372036854775807"], ["1.0", "٣", "1e3", "007", "+5", "-"]),
    (FieldType.INTEGER, ["1"], ["9223372036854775808", "1" * 40]),
    (FieldType.DECIMAL, ["0", "-1.50", "1234567890.5"], ["1,5", "1.", ".5", "1e3", "12 ", "NaN"]),
    (FieldType.FLOAT, ["1.5e-10", "3", "-0.5"], ["inf", "nan", "1e1000", "x"]),
    (FieldType.BOOLEAN, ["true", "false"], ["True", "1", "yes"]),
    (
        FieldType.DATE,
        ["2024-02-29"],
        ["2023-02-29", "2024-2-9", "2024-02-29T00:00:00", "1403/01/01"],
    ),
    (FieldType.TIME, ["23:59:59", "00:00:00.5"], ["24:30:00", "9:00", "23:60:00"]),
    (
        FieldType.DATETIME,
        ["2024-03-20T13:05:00", "2024-03-20T13:05:00.123456+03:30", "2024-03-20T13:05:00Z"],
        ["2024-03-20 13:05:00", "2024-03-20", "2024-03-32T13:05:00", "2024-03-20T25:05:00"],
    ),
    (
        FieldType.UUID,
        ["123e4567-e89b-12d3-a456-426614174000"],
        ["123E4567-E89B-12D3-A456-426614174000", "123e4567e89b12d3a456426614174000", "x"],
    ),
    (FieldType.BINARY, ["AAEC", "AA==", "AAE="], ["AAE", "@@@@", "A==="]),
]


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [pytest.param(*row, id=f"{row[0].value}-{n}") for n, row in enumerate(TYPES)],
)
def test_field_type(staging: Staging, kind: FieldType, good: Values, bad: Values) -> None:
    values: Values = [*good, None, "", *bad]
    assert failing(staging, "field_type", values, Field("f", kind)) == bad
    assert failing(staging, "field_type", values, type=kind.value) == bad


@pytest.mark.parametrize(
    ("native", "good", "bad"),
    [
        ("smallint", ["32767", "-32768"], ["32768"]),
        ("int4", ["2147483647"], ["2147483648"]),
        ("TINYINT(4) UNSIGNED", ["0", "255"], ["-1", "256"]),
        ("bigint unsigned", ["18446744073709551615"], ["18446744073709551616"]),
        ("INTEGER", ["3000000000"], []),  # SQLite's holds 64 bits
    ],
)
def test_integers_fit_the_targets_own_type(
    staging: Staging, native: str, good: Values, bad: Values
) -> None:
    field = Field("f", FieldType.INTEGER, native_type=native)
    assert failing(staging, "field_type", [*good, *bad], field) == bad


def test_decimal_digits(staging: Staging) -> None:
    field = Field("f", FieldType.DECIMAL, precision=5, scale=2)
    good: Values = ["999.99", "-999.99", "999.9900", "1.5"]
    bad: Values = ["1000", "0.001", "-1234.5"]
    assert failing(staging, "field_type", [*good, *bad], field) == bad


@pytest.mark.parametrize(
    ("check", "options", "good", "bad"),
    [
        pytest.param(
            "range",
            {"least": 0, "most": 10},
            ["0", "10", "", None],
            ["-0.1", "11", "x", "nan"],
            id="range",
        ),
        pytest.param("range", {"least": 5}, ["5", "1e9"], ["4"], id="range, open above"),
        pytest.param("max_length", {"length": 3}, ["سلا", "abc", None], ["abcd"], id="max_length"),
        pytest.param(
            "picklist", {"values": ["a", "it's"]}, ["a", "it's", ""], ["A", "b"], id="picklist"
        ),
        pytest.param(
            "pattern", {"pattern": r"[A-Z]\d+"}, ["A1", None], ["a1", "A1 "], id="pattern"
        ),
        pytest.param(
            "pattern", {"pattern": ".*x.*", "forbid": True}, ["a"], ["axb"], id="pattern forbidden"
        ),
        pytest.param(
            "date_plausible", {"latest": ""}, ["2500-01-01"], ["1800-01-01"], id="dates, open above"
        ),
        pytest.param(
            "not_placeholder", {"words": ["ندارم"]}, ["-"], [" ندارم "], id="own placeholders"
        ),
        pytest.param("required", {}, ["0", " "], [None, ""], id="required"),
        pytest.param("unique", {}, ["a", "b", "", "", None, None], ["c", "c"], id="unique"),
    ],
)
def test_options(
    staging: Staging, check: str, options: dict[str, Any], good: Values, bad: Values
) -> None:
    assert failing(staging, check, [*good, *bad], **options) == bad


def rows_failing(
    staging: Staging, check: str, rows: list[dict[str, str | None]], **options: Any
) -> list[int]:
    names = tuple(rows[0])
    entity = Entity("e", tuple(Field(name) for name in names))
    write_golden(staging, "e", names, [{"_gid": n, **row} for n, row in enumerate(rows)])
    item = CHECKS.get(check)
    made = from_data(item.options, options)
    context = CheckContext(quote(golden("e")), entity, names, made, {})
    return [r for (r,) in staging.rows(f"select row from ({item.select(context)}) order by 1")]


def test_unique_over_two_fields(staging: Staging) -> None:
    rows: list[dict[str, str | None]] = [
        {"a": "1", "b": "x"},
        {"a": "1", "b": "y"},
        {"a": "1", "b": "x"},
        {"a": "1", "b": None},
        {"a": "1", "b": None},
    ]
    assert rows_failing(staging, "unique", rows) == [0, 2]


def test_date_order(staging: Staging) -> None:
    rows: list[dict[str, str | None]] = [
        {"from": "2024-01-01", "to": "2024-01-01"},
        {"from": "2024-01-02", "to": "2024-01-01"},
        {"from": "2024-01-02", "to": None},
        {"from": "2024-01-02T10:00:00", "to": "2024-01-02"},
        {"from": "2024-01-02T10:00:00", "to": "2024-01-02T09:00:00"},
    ]
    assert rows_failing(staging, "date_order", rows) == [1, 4]


@pytest.mark.parametrize(
    ("options", "failed"),
    [
        pytest.param({}, [1, 2], id="total is the sum"),
        pytest.param({"tolerance": 0.01}, [2], id="within a cent"),
        pytest.param({"operator": ">="}, [2], id="at least"),
        pytest.param({"operator": "<>"}, [0, 4], id="other than"),
    ],
)
def test_compare_fields(staging: Staging, options: dict[str, Any], failed: list[int]) -> None:
    rows: list[dict[str, str | None]] = [
        {"total": "0.3", "net": "0.1", "tax": "0.2"},
        {"total": "0.31", "net": "0.1", "tax": "0.2"},
        {"total": "0", "net": "1", "tax": "1"},
        {"total": "5", "net": None, "tax": "1"},
        {"total": "100.00", "net": "50", "tax": "50"},
    ]
    assert rows_failing(staging, "compare_fields", rows, **options) == failed


def test_compare_fields_by_product_and_ratio(staging: Staging) -> None:
    rows: list[dict[str, str | None]] = [
        {"x": "6", "a": "2", "b": "3"},
        {"x": "7", "a": "2", "b": "3"},
        {"x": "1", "a": "1", "b": "0"},
    ]
    assert rows_failing(staging, "compare_fields", rows, combine="product") == [1, 2]
    rows = [
        {"x": "2", "a": "6", "b": "3"},
        {"x": "3", "a": "6", "b": "3"},
        {"x": "1", "a": "1", "b": "0"},
    ]
    assert rows_failing(staging, "compare_fields", rows, combine="ratio") == [1]


@pytest.mark.parametrize(
    ("check", "options", "said"),
    [
        ("pattern", {"pattern": "(?=a)"}, "cannot be read"),
        ("compare_fields", {"operator": "like"}, "cannot use"),
        ("compare_fields", {}, "at least two fields"),
    ],
)
def test_bad_options_are_a_sentence(
    staging: Staging, check: str, options: dict[str, Any], said: str
) -> None:
    with pytest.raises(PlanError, match=said):
        failing(staging, check, ["x"], **options)
