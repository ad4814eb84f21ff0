"""Issues of map and cleanse follow a value until the recipe corrects it."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pytest

from migrator.model.schema import Entity, Field
from migrator.progress import NULL_PROGRESS
from migrator.stages import validate
from migrator.stages.validate import ValidateSection
from migrator.store.staging import Staging
from tests.unit.stages.golden_tables import crosswalk, golden, write

ENTITY = Entity("account", (Field("accountid"), Field("iban")), primary_key=("accountid",))
_RECORD = {"_rid": pa.int64(), "_key": pa.string(), "iban": pa.string()}
_ISSUE = {"row": pa.int64()} | dict.fromkeys(
    ("field", "code", "severity", "value", "detail"), pa.string()
)


@pytest.fixture
def staging() -> Iterator[Staging]:
    opened = Staging(None, threads=1)
    yield opened
    opened.close()


def told(
    staging: Staging, stage: str, severity: str, values: tuple[str | None, str | None, str | None]
) -> list[tuple[str, str]]:
    """The issues that validate tells of one row: `values` are what was complained of, and what
    stands in mapped and in clean."""
    complained, mapped, clean = values
    issue = {"row": 1, "field": "iban", "code": "bad_iban", "severity": severity}
    write(staging, f"issues_{stage}_account", [issue | {"value": complained}], _ISSUE)
    for name, value in (("mapped", mapped), ("clean", clean)):
        write(staging, f"{name}_account", [{"_rid": 1, "_key": "k", "iban": value}], _RECORD)
    crosswalk(staging, "account", [(1, 1)])
    golden(staging, "account", ("iban",), [{"_gid": 1, "iban": clean}])
    validate.run(staging, ValidateSection((ENTITY,)), NULL_PROGRESS)
    return staging.rows("select code, severity from issues_validate_account")


@pytest.mark.parametrize(
    ("stage", "severity", "values", "holds"),
    [
        pytest.param("map", "error", ("IR0", "IR0", "IR0"), True, id="nothing was done"),
        pytest.param("map", "error", ("IR0", "IR0", "IR82"), False, id="corrected"),
        pytest.param("map", "error", ("IR0 ", "IR0 ", "IR0"), True, id="trimmed only"),
        pytest.param("map", "error", ("كي۱", "كي۱", "کی1"), True, id="other letters only"),
        pytest.param("map", "error", ("IR0", "IR0", None), False, id="blanked by the recipe"),
        pytest.param("map", "warning", ("IR0", None, None), True, id="blanked with a warning"),
        pytest.param("map", "warning", ("IR0", None, "IR82"), False, id="filled afterwards"),
        pytest.param("map", "warning", ("IR0", "IR0", "IR0"), True, id="kept with a warning"),
        pytest.param("map", "warning", ("IR0", "IR0", None), False, id="kept, then blanked"),
        pytest.param("cleanse", "error", ("IR0", "x", "IR0"), True, id="kept by a step"),
        pytest.param("cleanse", "error", ("IR0", "x", "IR82"), False, id="a later step corrects"),
        pytest.param("cleanse", "error", ("IR0", "x", None), False, id="a later step blanks"),
        pytest.param("cleanse", "warning", ("IR0", "IR0", None), True, id="a step blanked it"),
        pytest.param("cleanse", "error", ("IR0 | b", "x", "IR0"), True, id="two values went in"),
    ],
)
def test_a_complaint_follows_the_value(
    staging: Staging,
    stage: str,
    severity: str,
    values: tuple[str | None, str | None, str | None],
    holds: bool,
) -> None:
    expected = [("bad_iban", severity)] if holds else []
    assert told(staging, stage, severity, values) == expected
