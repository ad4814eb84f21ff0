"""Plans survive JSON, whole and exactly."""

from __future__ import annotations

import json

import pytest

from migrator.model.codec import canonical, fingerprint, from_data, to_data
from migrator.model.mapping import Feed, FieldMapping, Lookup, OnError, Step, lineage, row_id
from migrator.model.plan import Plan, SourceSpec, TableChoice, TargetSpec
from migrator.model.schema import Entity, Field, FieldType, PicklistValue, Schema
from migrator.model.source import SourceColumn, SourceTable

PLAN = Plan(
    name="کوچ",
    sources=(
        SourceSpec(
            "legacy",
            "a.xlsx",
            tables=(TableChoice(1, SourceTable("مشتری", (SourceColumn("کد"),), facts={"k": "v"})),),
        ),
    ),
    target=TargetSpec(
        schema=Schema(
            (
                Entity(
                    "account", (Field("name", FieldType.TEXT, 160, picklist=(PicklistValue("a"),)),)
                ),
            )
        )
    ),
    feeds=(
        Feed(
            "f",
            1,
            "legacy",
            "مشتری",
            "account",
            fields=(
                FieldMapping(
                    "name", ("کد",), (Step("trim", {"n": 1}, OnError.BLANK),), confidence=0.5
                ),
                FieldMapping("parent", ("کد",), lookup=Lookup("account")),
            ),
        ),
    ),
)


def test_round_trip_through_json_text() -> None:
    assert from_data(Plan, json.loads(canonical(PLAN))) == PLAN


def test_defaults_are_not_written() -> None:
    assert to_data(Step("trim")) == {"transform": "trim"}


def test_a_field_from_the_future_does_not_stop_opening() -> None:
    assert from_data(Step, {"transform": "trim", "colour": "red"}) == Step("trim")


@pytest.mark.parametrize(
    ("data", "path"),
    [
        pytest.param({"name": 3}, r"\$\.name: str is expected, not int", id="wrong type"),
        pytest.param({"name": "x", "feeds": {}}, r"\$\.feeds: a list", id="not a list"),
        pytest.param({"name": "x", "feeds": [7]}, r"\$\.feeds\[0\]: an object", id="not an object"),
        pytest.param({}, r"\$: .*name", id="missing"),
        pytest.param(
            {"name": "x", "loading": {"mode": "often"}}, r"\$\.loading\.mode: 'often'", id="enum"
        ),
    ],
)
def test_what_does_not_fit_is_named_by_its_path(data: object, path: str) -> None:
    with pytest.raises(ValueError, match=path):
        from_data(Plan, data)


def test_fingerprints_depend_on_every_part() -> None:
    assert fingerprint("a", PLAN) == fingerprint("a", PLAN)
    assert fingerprint("a", PLAN) != fingerprint("b", PLAN)
    assert fingerprint(("a", "b")) != fingerprint(("ab",))


@pytest.mark.parametrize(("feed", "ordinal"), [(1, 1), (7, 1_000_000), (2**20, 2**40 - 1)])
def test_row_ids_carry_their_lineage(feed: int, ordinal: int) -> None:
    assert lineage(row_id(feed, ordinal)) == (feed, ordinal)
