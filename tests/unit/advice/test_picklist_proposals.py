"""What a legacy value may mean in a picklist, and how sure that is."""

from __future__ import annotations

import pytest

from migrator.advice.picklists import SURE, proposals
from migrator.model.schema import Field, PicklistValue
from migrator.model.views.mapping import ValueLine

STAGE = Field(
    "stage",
    picklist=(
        PicklistValue("1", "Active", "فعال"),
        PicklistValue("2", "Suspended", "معلق"),
        PicklistValue("3", "Won", "برنده"),
    ),
)


@pytest.mark.parametrize(
    ("value", "target", "sure"),
    [
        ("ACTIVE", "1", True),
        ("فعّال", "1", True),
        ("3", "3", True),
        ("Suspnded", "2", False),
        ("Activ", "1", False),
        ("Inactive", "1", False),  # nearly alike is not the same: that is why people decide
        ("Won?", "3", True),
        ("Wan", "", False),  # too short to be told from others
        ("Unknown", "", False),
    ],
)
def test_what_is_only_nearly_alike_is_never_sure(value: str, target: str, sure: bool) -> None:
    found, confidence = proposals("state", [value], STAGE).get(value, ("", 0.0))
    assert found == target
    assert (confidence >= SURE) is sure
    assert ValueLine(value, 1, None, found, confidence).sure is sure


@pytest.mark.parametrize(
    "value", ["غیر فعال", "غیر\N{ZERO WIDTH NON-JOINER}فعال", "غيرفعال", "in active"]
)
def test_compounds_are_known_however_they_are_spaced(value: str) -> None:
    told = (PicklistValue("1", "Active", "فعال"), PicklistValue("2", "Inactive", "غیرفعال"))
    field = Field("statuscode", meaning="status", picklist=told)
    assert proposals("وضعیت", [value], field) == {value: ("2", 1.0)}
