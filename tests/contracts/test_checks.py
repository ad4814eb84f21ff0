"""What every check promises, whatever it looks for."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import pytest

from migrator.checks import CHECKS, Check, CheckContext
from migrator.model.codec import from_data, to_data
from migrator.model.issues import ISSUE_CODES
from migrator.model.schema import Entity, Field, FieldType, PicklistValue, Relationship
from migrator.store.names import golden, quote
from migrator.store.staging import Staging
from tests.unit.stages.golden_tables import golden as write_golden

HOSTILE = "f\"'; drop table x; --"
ENTITY = Entity(
    "thing",
    (
        Field("a", FieldType.DECIMAL, precision=4, scale=1),
        Field(HOSTILE, length=2, picklist=(PicklistValue("it's"),)),
        Field("p", FieldType.UUID),
    ),
    relationships=(Relationship("p", "thing"),),
)
VALUES = (
    None,
    "",
    " ",
    "-",
    "1.55",
    "12345",
    "a@b",
    "+98 21",
    "x'; --",
    "\u200b\x07",
    "2024-02-30",
)
ALL = [pytest.param(check, id=check.id) for check in CHECKS]


@pytest.fixture
def staging() -> Iterator[Staging]:
    opened = Staging(None, threads=1)
    rows = [
        {"_gid": n, "a": value, HOSTILE: value, "p": value, "_raw_p": value}
        for n, value in enumerate(VALUES)
    ]
    write_golden(opened, "thing", ("a", HOSTILE, "p", "_raw_p"), rows)
    yield opened
    opened.close()


def ask(staging: Staging, check: Check) -> list[tuple[int, str, str, str | None, str]]:
    table = quote(golden("thing"))
    fields = ("a", HOSTILE, "p")
    context = CheckContext(table, ENTITY, fields, check.options(), {"thing": table})
    return staging.rows(f"select row, field, code, value, detail from ({check.select(context)})")


@pytest.mark.parametrize("check", ALL)
def test_a_check_never_changes_data(staging: Staging, check: Check) -> None:
    before = staging.rows("select * from golden_thing order by _gid")
    tables = staging.rows("select table_name from duckdb_tables() order by 1")
    ask(staging, check)
    assert staging.rows("select * from golden_thing order by _gid") == before
    assert staging.rows("select table_name from duckdb_tables() order by 1") == tables


@pytest.mark.parametrize("check", ALL)
def test_its_codes_are_listed_and_it_yields_no_other(staging: Staging, check: Check) -> None:
    assert check.codes
    assert set(check.codes) <= set(ISSUE_CODES)
    found = ask(staging, check)
    assert {code for _, _, code, _, _ in found} <= set(check.codes)
    assert all(0 <= row < len(VALUES) and field for row, field, *_ in found)


@pytest.mark.parametrize("check", ALL)
def test_its_options_are_frozen_and_have_defaults(check: Check) -> None:
    options = check.options()
    assert dataclasses.is_dataclass(check.options)
    assert check.options.__doc__
    for item in dataclasses.fields(check.options):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(options, item.name, None)
    assert from_data(check.options, to_data(options)) == options


@pytest.mark.parametrize("check", ALL)
def test_it_speaks_both_languages(check: Check) -> None:
    for text in (check.title, check.help):
        assert re.search("[A-Za-z]", text.en)
        assert re.search("[\u0600-\u06ff]", text.fa)


@pytest.mark.parametrize("check", ALL)
def test_it_gives_the_same_answer_twice(staging: Staging, check: Check) -> None:
    assert sorted(ask(staging, check), key=str) == sorted(ask(staging, check), key=str)


@pytest.mark.parametrize("check", ALL)
def test_an_empty_table_has_no_issue(staging: Staging, check: Check) -> None:
    staging.run(f"delete from {quote(staging.physical(golden('thing')))}")
    assert ask(staging, check) == []


def test_there_are_enough_checks() -> None:
    assert len(CHECKS) >= 14
