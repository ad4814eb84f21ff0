"""What fits, what a rule cures and what a person must decide, from literal profiles."""

from __future__ import annotations

import pytest

from migrator.advice.findings import findings_of
from migrator.advice.quality import date_styles, misfits, quality_of, split_of
from migrator.model.profile import ColumnProfile, Oddity, TableProfile, Tie, ValueCount
from migrator.model.schema import FieldType
from migrator.model.views.assess import Quality, Split

T = FieldType


def column(
    filled: int = 10,
    empty: int = 0,
    kind: FieldType = T.TEXT,
    types: dict[str, int] | None = None,
    odd: dict[str, int] | None = None,
    **more: object,
) -> ColumnProfile:
    counted = tuple(ValueCount(name, n) for name, n in (types or {}).items())
    share = sum(n for name, n in (types or {}).items() if name == kind) / filled if filled else 0
    found = tuple(Oddity(code, n, "x") for code, n in (odd or {}).items())
    facts = {"distinct": filled, "type_share": share, "name": "c", **more}
    return ColumnProfile(
        rows=filled + empty, filled=filled, empty=empty, type=kind, types=counted, odd=found,
        **facts,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("profile", "split"),
    [
        pytest.param(column(10, 5), Split(10, 0, 0, 5), id="text takes all"),
        pytest.param(column(0, 7), Split(0, 0, 0, 7), id="empty"),
        pytest.param(column(kind=T.INTEGER, types={"integer": 9}), Split(9, 0, 1, 0), id="misfit"),
        pytest.param(
            column(kind=T.DECIMAL, types={"integer": 4, "decimal": 6}),
            Split(10, 0, 0, 0),
            id="whole numbers are numbers",
        ),
        pytest.param(
            column(kind=T.BOOLEAN, types={"integer": 10}, type_share=1.0),
            Split(10, 0, 0, 0),
            id="0 and 1 are yes and no",
        ),
        pytest.param(
            column(odd={"edge_space": 3, "nbsp": 2}), Split(7, 3, 0, 0), id="the most frequent"
        ),
        pytest.param(
            column(odd={"lost_letters": 2, "edge_space": 9}), Split(0, 8, 2, 0), id="never above"
        ),
        pytest.param(column(odd={"leading_zeros": 10}), Split(10, 0, 0, 0), id="harmless"),
        pytest.param(column(8, 2, odd={"blank": 2}), Split(8, 0, 0, 2), id="blanks are empty"),
    ],
)
def test_split(profile: ColumnProfile, split: Split) -> None:
    assert split_of(profile) == split
    assert split.rows == profile.rows


def test_orphans_do_not_fit() -> None:
    assert split_of(column(), orphans=4) == Split(6, 0, 4, 0)
    assert split_of(column(3), orphans=4) == Split(0, 0, 3, 0)


def test_misfits_are_no_matter_of_rounding() -> None:
    big = column(1_000_000, kind=T.INTEGER, types={"integer": 999_999}, type_share=0.9999)
    assert misfits(big) == 1


@pytest.mark.parametrize(
    ("splits", "quality", "score"),
    [
        ([], Quality(), 0),
        ([Split(empty=9)], Quality(), 0),
        ([Split(5), Split(50)], Quality(1.0, 0.0, 0.0, 2), 100),
        ([Split(1, 1), Split(1000)], Quality(0.75, 0.25, 0.0, 2), 75),
        ([Split(999, 1)], Quality(0.999, 0.001, 0.0, 1), 99),
    ],
)
def test_the_score_is_the_mean_over_columns(
    splits: list[Split], quality: Quality, score: int
) -> None:
    found = quality_of(splits)
    assert (found.ready, found.curable, found.undecided) == pytest.approx(
        (quality.ready, quality.curable, quality.undecided)
    )
    assert (found.columns, found.score) == (quality.columns, score)


@pytest.mark.parametrize(
    ("patterns", "kind", "meaning", "styles"),
    [
        (["9999-99-99"], T.DATE, "date", 1),
        (["9999-99-99", "9999-9-9"], T.DATE, "date", 1),
        (["9999-99-99", "9999/99/99", "۹۹۹۹/۹۹/۹۹"], T.DATE, "date", 3),
        (["9999-99-99", "99/99/9999"], T.TEXT, "birth_date", 2),
        (["9999-99-99", "A"], T.DATE, "date", 1),
        (["99-99", "99/99"], T.TEXT, "code", 0),
    ],
)
def test_date_styles(patterns: list[str], kind: FieldType, meaning: str, styles: int) -> None:
    counted = tuple(ValueCount(p, 1) for p in patterns)
    assert len(date_styles(column(kind=kind, meaning=meaning, patterns=counted))) == styles


def codes(*columns: ColumnProfile, rows: int = 10, **table: object) -> list[str]:
    made = TableProfile("s/t", rows, columns, **table)  # type: ignore[arg-type]
    return [one.code for one in findings_of([(made, ())], ())]


KEY = (("id",),)


@pytest.mark.parametrize(
    ("columns", "table", "found"),
    [
        ([column()], {"keys": KEY}, []),
        ([column()], {}, ["no_key"]),
        ([column(1)], {"rows": 1}, []),
        ([], {"rows": 0}, ["empty_table"]),
        ([column()], {"keys": KEY, "duplicate_rows": 2}, ["copies"]),
        ([column(0, 10)], {"keys": KEY}, ["empty"]),
        ([column(distinct=1)], {"keys": KEY}, ["same"]),
        ([column(kind=T.DATE, types={"date": 9})], {"keys": KEY}, ["misfit"]),
        ([column(odd={"mojibake": 1})], {"keys": KEY}, ["mojibake"]),
    ],
)
def test_findings(columns: list[ColumnProfile], table: dict[str, object], found: list[str]) -> None:
    assert codes(*columns, **table) == found


def test_an_oddity_of_several_columns_is_one_finding() -> None:
    first = column(name="a", odd={"nbsp": 2})
    second = column(name="b", odd={"nbsp": 5})
    table = TableProfile("s/t", 10, (first, second), KEY)
    (one,) = findings_of([(table, ())], ())
    assert (one.columns, one.rows, one.count) == (("b", "a"), 7, 2)


def test_what_is_left_out_is_no_finding() -> None:
    table = TableProfile("s/t", 10, (column(name="a", odd={"nbsp": 2}),), KEY)
    assert findings_of([(table, {"a"})], ()) == ()


def test_orphans_come_with_their_parent_and_an_example() -> None:
    tie = Tie("s/o", ("c",), "s/k", ("id",), True, 0.5, 3, ("C9",))
    (one,) = findings_of([], [tie])
    assert (one.tone, one.step, one.parent, one.example) == ("error", "validation", "s/k", "C9")


@pytest.mark.parametrize(("rows", "words"), [(1, "{rows} value "), (2, "{rows} values ")])
def test_english_knows_one_and_many(rows: int, words: str) -> None:
    table = TableProfile("s/t", 10, (column(odd={"nbsp": rows}),), KEY)
    (one,) = findings_of([(table, ())], ())
    assert one.words.en.startswith(words)
    assert "{rows}" in one.words.fa


def test_the_ways_of_writing_dates_come_with_an_example_of_each() -> None:
    values = ("1389/03/16", "1390/07/08", "2014-05-06", "۹۸/۳/۱۵")
    patterns = ("9999/99/99", "9999-99-99", "۹۹/۹/۹۹")
    dates = column(
        kind=T.DATE,
        types={"date": 10},
        meaning="date",
        top=tuple(ValueCount(v, 1) for v in values),
        patterns=tuple(ValueCount(p, 1) for p in patterns),
    )
    (one,) = findings_of([(TableProfile("s/t", 10, (dates,), KEY), ())], ())
    assert (one.code, one.count) == ("date_styles", 3)
    assert one.example == "1389/03/16 · 2014-05-06 · ۹۸/۳/۱۵"
