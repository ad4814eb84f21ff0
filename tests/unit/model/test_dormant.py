"""Rules of fields that are not mapped sleep, and wake when the field is mapped again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from migrator.documents.lines import Document, Findings
from migrator.model.codec import from_data, to_data
from migrator.model.dormant import awake_matching, awake_recipes
from migrator.model.mapping import Feed, FieldMapping, LeftOut, Step
from migrator.model.matching import BlockingRule, Comparison, MatchSettings
from migrator.model.plan import Plan, SourceSpec, TableChoice
from migrator.model.recipe import Recipe, RecipeStep
from migrator.model.source import SourceColumn, SourceTable

TRIM = Step("trim")
NAME = RecipeStep("a", ("name",), "name", TRIM)
BOTH = RecipeStep("b", ("name", "mail"), "name", TRIM)
MATCHING = MatchSettings(
    "account",
    comparisons=(Comparison("name", "company_name"), Comparison("mail", "email")),
    blocking=(BlockingRule(("name:skeleton",)), BlockingRule(("mail", "name"))),
)


def plan(*mapped: str, left_out: tuple[LeftOut, ...] = ()) -> Plan:
    rows = tuple(FieldMapping(target=name, sources=(name,)) for name in mapped)
    table = SourceTable("t", (SourceColumn("name"), SourceColumn("mail")))
    return Plan(
        "p",
        sources=(SourceSpec("s", "u", tables=(TableChoice(1, table, left_out=left_out),)),),
        feeds=(Feed("account_1", 1, "s", "t", "account", fields=rows),),
        recipes=(Recipe("account", (NAME, BOTH)),),
        matching=(MATCHING,),
    )


def test_with_every_field_mapped_nothing_sleeps() -> None:
    whole = plan("name", "mail")
    assert awake_recipes(whole) == whole.recipes
    assert awake_matching(whole) == whole.matching


def test_steps_comparisons_and_blocks_of_an_unmapped_field_sleep() -> None:
    less = plan("name")
    assert awake_recipes(less) == (Recipe("account", (NAME,)),)
    assert awake_matching(less) == (
        replace(MATCHING, comparisons=MATCHING.comparisons[:1], blocking=MATCHING.blocking[:1]),
    )


def test_settings_that_lose_all_they_compare_are_switched_off() -> None:
    (found,) = awake_matching(plan("mail"))
    assert not found.enabled, "no block is left: every pair would be compared"


def test_what_is_set_aside_counts_until_it_is_mapped() -> None:
    gone = (LeftOut("mail", "private"), LeftOut("name", "old"))
    assert plan("name", left_out=gone).set_aside("s", "t") == {"mail": "private"}


def test_plans_without_the_field_open_and_stay_as_they_were() -> None:
    old = to_data(plan("name"))
    assert "left_out" not in old["sources"][0]["tables"][0]
    assert from_data(Plan, old) == plan("name")
    gone = plan("name", left_out=(LeftOut("mail", "private"),))
    assert from_data(Plan, to_data(gone)) == gone


def test_the_document_shows_what_a_table_leaves_out_once() -> None:
    gone = (LeftOut("mail", "private"), LeftOut("name", "old"))
    whole = plan("name", left_out=gone)
    second = replace(whole.feeds[0], id="contact_2", no=2, entity="contact", fields=())
    whole = replace(whole, feeds=(*whole.feeds, second))
    assert whole.left_out_of(whole.feeds[0]) == (LeftOut("mail", "private"),)
    assert whole.left_out_of(whole.feeds[1]) == ()


def test_a_mapped_column_is_not_shown_as_left_out() -> None:
    one = plan("name")
    gone = (LeftOut("mail", "private"), LeftOut("name", "old"))
    whole = replace(one, feeds=(replace(one.feeds[0], left_out=gone),))
    assert whole.left_out_of(whole.feeds[0]) == (LeftOut("mail", "private"),)


@pytest.mark.parametrize(
    ("key", "gone", "listed"),
    [((), (), ["mail"]), (("mail",), (), []), (("mail",), (LeftOut("mail", "x"),), ["mail"])],
)
def test_the_document_asks_about_no_key(
    key: tuple[str, ...], gone: tuple[LeftOut, ...], listed: list[str]
) -> None:
    one = plan("name", left_out=gone)
    whole = replace(one, feeds=(replace(one.feeds[0], key=key),))
    assert [
        line.column for line in Document(whole, Findings("p", "", ""), "en").columns()
    ] == listed
