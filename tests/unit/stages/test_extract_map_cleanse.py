"""From source rows to clean rows of an entity: literal rows in, literal rows out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from migrator.errors import PlanError, SourceError
from migrator.model.mapping import (
    Feed,
    FieldMapping,
    Filter,
    OnError,
    Step,
    row_id,
)
from migrator.model.plan import TableChoice
from migrator.model.recipe import Recipe, RecipeStep
from migrator.progress import NULL_PROGRESS
from migrator.sources.base import CellNote, Unreadable
from migrator.stages import cleanse, extract
from migrator.stages import map as mapping
from migrator.store.staging import Staging
from tests.unit.stages.desk import LiteralSource, Row, spec, table

PEOPLE = table(1, "people", "id", "name", "mobile", "Email")
ROWS: list[Row] = [
    ("1", " علي كريمي ", "۰۹۱۲۳۴۵۶۷۸۹", "a@x.ir"),
    ("0010", "Ann", "not a phone", None),
    ("", "Bob", None, "b@x.ir"),
]


@pytest.fixture
def staging() -> Iterator[Staging]:
    made = Staging(None)
    made.begin("11111111")
    yield made
    made.close()


def snapshot(
    staging: Staging, rows: Sequence[Row | Exception] = ROWS, choice: TableChoice = PEOPLE
):
    source = LiteralSource(rows)
    section = extract.ExtractSection((spec(choice),), lambda _: source)
    return extract.run(staging, section, NULL_PROGRESS)


def feed(*rows: FieldMapping, **more: object) -> Feed:
    return Feed("f", 7, "legacy", "people", "contact", key=("id",), fields=rows, **more)  # type: ignore[arg-type]


def run_map(staging: Staging, *feeds: Feed):
    section = mapping.MapSection(feeds, {one.id: PEOPLE for one in feeds})
    return mapping.run(staging, section, NULL_PROGRESS)


NAME = FieldMapping("fullname", ("name",))
PHONE = FieldMapping("mobilephone", ("mobile",), (Step("phone"),))


# -- extract


def test_values_stay_text_and_rows_keep_their_ordinal(staging: Staging) -> None:
    report = snapshot(staging)
    assert report.rows == {"raw_1": 3}
    assert staging.rows("select _row, c1, c4 from raw_1 order by 1") == [
        (1, "1", "a@x.ir"),
        (2, "0010", None),
        (3, "", "b@x.ir"),
    ]
    assert report.facts["identities"] == {"legacy": "sha256:literal"}


def test_unreadable_records_and_notes_are_kept(staging: Staging) -> None:
    source = LiteralSource(
        ROWS,
        [Unreadable(2, 5, "undecodable_bytes", "offset 40", "\\xff")],
        [CellNote(3, 2, "nul_character", "B")],
    )
    section = extract.ExtractSection((spec(PEOPLE),), lambda _: source)
    report = extract.run(staging, section, NULL_PROGRESS)
    assert staging.rows("select * from unreadable_1") == [
        (2, 5, "undecodable_bytes", "offset 40", "\\xff")
    ]
    assert staging.rows("select * from notes_1") == [(3, 2, "nul_character", "B", "")]
    assert [row[0] for row in staging.rows("select _row from raw_1 order by 1")] == [1, 3, 4]
    assert (report.attention, source.closed) == (1, True)


def test_a_source_that_breaks_off_leaves_no_snapshot(staging: Staging) -> None:
    with pytest.raises(SourceError, match="gone"):
        snapshot(staging, [*ROWS, ROWS[0], SourceError("The table is gone.")])
    assert not staging.exists("raw_1")


def test_other_columns_than_chosen_are_refused(staging: Staging) -> None:
    with pytest.raises(SourceError, match="other columns"):
        snapshot(staging, [("1", "2")])


# -- map


def test_fields_are_mapped_through_their_steps(staging: Staging) -> None:
    snapshot(staging)
    run_map(staging, feed(NAME, PHONE))
    assert staging.rows("select * from mapped_contact order by 1") == [
        (row_id(7, 1), "1", " علي كريمي ", "+989123456789"),
        (row_id(7, 2), "0010", "Ann", "not a phone"),
        (row_id(7, 3), "#3", "Bob", None),
    ]
    assert staging.rows("select row, field, severity, value from issues_map_contact") == [
        (row_id(7, 2), "mobilephone", "error", "not a phone")
    ]


@pytest.mark.parametrize(
    ("policy", "value", "severity"),
    [
        pytest.param(OnError.KEEP, "not a phone", "warning", id="keep"),
        pytest.param(OnError.BLANK, None, "warning", id="blank"),
        pytest.param(OnError.ISSUE, "not a phone", "error", id="issue"),
    ],
)
def test_the_error_policy_decides(
    staging: Staging, policy: OnError, value: str | None, severity: str
) -> None:
    snapshot(staging)
    run_map(staging, feed(FieldMapping("p", ("mobile",), (Step("phone", on_error=policy),))))
    assert staging.scalar("select p from mapped_contact where _key = '0010'") == value
    assert staging.rows("select severity from issues_map_contact") == [(severity,)]


def test_a_constant_needs_no_source(staging: Staging) -> None:
    snapshot(staging)
    run_map(staging, feed(FieldMapping("kind", (), (Step("constant", {"value": "person"}),))))
    assert staging.rows("select distinct kind from mapped_contact") == [("person",)]


def test_two_feeds_fill_one_entity_side_by_side(staging: Staging) -> None:
    snapshot(staging)
    other = Feed("g", 8, "legacy", "people", "contact", fields=(FieldMapping("mail", ("Email",)),))
    run_map(staging, feed(NAME), other)
    assert staging.rows("select _key, fullname, mail from mapped_contact order by _rid") == [
        ("1", " علي كريمي ", None),
        ("0010", "Ann", None),
        ("#3", "Bob", None),
        ("#1", None, "a@x.ir"),
        ("#2", None, None),
        ("#3", None, "b@x.ir"),
    ]


def test_filtered_rows_are_left_out_with_their_reason(staging: Staging) -> None:
    snapshot(staging)
    run_map(staging, feed(NAME, filters=(Filter("name == 'Ann'", "a test entry"),)))
    assert staging.rows("select _key from mapped_contact order by _rid") == [("1",), ("#3",)]
    assert staging.rows("select * from excluded_contact") == [(row_id(7, 2), "a test entry")]


def test_a_filter_that_cannot_decide_leaves_nothing_out(staging: Staging) -> None:
    snapshot(staging)
    run_map(staging, feed(NAME, filters=(Filter("number(name) > 3", "too many"),)))
    assert staging.count("mapped_contact") == 3
    assert staging.count("excluded_contact") == 0


def test_every_problem_of_the_document_is_told_at_once(staging: Staging) -> None:
    snapshot(staging)
    with pytest.raises(PlanError) as error:
        run_map(
            staging,
            feed(
                FieldMapping("a", ("nmae",)),
                FieldMapping("b", ("name",), (Step("trimm"),)),
                filters=(Filter("name ===", "?"),),
            ),
        )
    problems = error.value.details["problems"]
    assert len(problems) == 3
    assert "no column 'nmae'" in " ".join(problems)
    assert "trim" in " ".join(problems)
    assert not staging.exists("mapped_contact")


# -- cleanse


def test_the_recipe_runs_in_order(staging: Staging) -> None:
    snapshot(staging)
    run_map(staging, feed(NAME))
    steps = (
        RecipeStep("1", ("fullname",), "fullname", Step("trim")),
        RecipeStep("2", ("fullname",), "fullname", Step("persian_letters")),
        RecipeStep("3", ("fullname",), "fullname", Step("case", {"to": "upper"}), enabled=False),
    )
    section = cleanse.CleanseSection(("contact",), (Recipe("contact", steps),))
    report = cleanse.run(staging, section, NULL_PROGRESS)
    assert staging.rows("select fullname from clean_contact order by _rid") == [
        ("علی کریمی",),
        ("Ann",),
        ("Bob",),
    ]
    assert report.facts["changed"] == {"contact": {"1": 1, "2": 1}}


def test_without_a_recipe_clean_is_mapped(staging: Staging) -> None:
    snapshot(staging)
    run_map(staging, feed(NAME))
    section = cleanse.CleanseSection(("contact",), ())
    cleanse.run(staging, section, NULL_PROGRESS)
    assert staging.physical("clean_contact") == staging.physical("mapped_contact")


def test_a_recipe_for_fields_that_are_not_mapped_is_refused(staging: Staging) -> None:
    snapshot(staging)
    run_map(staging, feed(NAME))
    steps = (RecipeStep("1", ("mobile",), "mobile", Step("trim")),)
    section = cleanse.CleanseSection(("contact",), (Recipe("contact", steps),))
    with pytest.raises(PlanError, match="no mapped field 'mobile'"):
        cleanse.run(staging, section, NULL_PROGRESS)
