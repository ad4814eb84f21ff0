"""A schema that was read again: what is named, what blocks, what is only listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from migrator.contract.fit import broken
from migrator.contract.gate import undecided
from migrator.contract.target_changes import reread, schema_changes
from migrator.model.mapping import Feed, FieldMapping, RowStatus
from migrator.model.plan import Plan, SourceSpec, TableChoice, TargetSpec
from migrator.model.schema import Entity, Field, FieldType, PicklistValue, Relationship, Schema
from migrator.model.source import SourceColumn, SourceTable

LIST = (PicklistValue("1"), PicklistValue("2"))
FIELDS = (
    Field("id"),
    Field("name", length=80),
    Field("kind", picklist=LIST),
    Field("free", length=10),
    Field("amount", FieldType.DECIMAL, precision=10, scale=2),
)
ENTITY = Entity("account", FIELDS, primary_key=("id",))
TABLE = TableChoice(1, SourceTable("t", (SourceColumn("a"),)))
ROWS = tuple(
    FieldMapping(name, ("a",), status=RowStatus.AGREED) for name in ("name", "kind", "amount")
)
PLAN = Plan(
    "p",
    sources=(SourceSpec("s", "t.csv", tables=(TABLE,)),),
    target=TargetSpec("crm", schema=Schema((ENTITY,))),
    feeds=(Feed("f", 1, "s", "t", "account", fields=ROWS),),
)


def but(name: str, **changes: object) -> Schema:
    fields = tuple(replace(f, **changes) if f.name == name else f for f in FIELDS)  # type: ignore[arg-type]
    return Schema((replace(ENTITY, fields=fields),))


def without(name: str) -> Schema:
    return Schema((replace(ENTITY, fields=tuple(f for f in FIELDS if f.name != name)),))


def plus(field: Field) -> Schema:
    return Schema((replace(ENTITY, fields=(*FIELDS, field)),))


CASES: list[tuple[str, Schema, list[tuple[str, str, bool]]]] = [
    ("removed", without("name"), [("name", "removed", True)]),
    ("removed, not mapped", without("free"), [("free", "removed", False)]),
    ("shortened", but("name", length=40), [("name", "shortened", True)]),
    ("a first length", but("kind", length=3), [("kind", "shortened", True)]),
    ("shortened, not mapped", but("free", length=5), [("free", "shortened", False)]),
    ("lengthened", but("name", length=90), [("name", "lengthened", False)]),
    ("retyped", but("name", type=FieldType.INTEGER, length=None), [("name", "retyped", True)]),
    ("fewer decimals", but("amount", scale=0), [("amount", "shortened", True)]),
    ("made required", but("name", required=True), [("name", "required", True)]),
    ("picklist value gone", but("kind", picklist=LIST[:1]), [("kind", "picklist", True)]),
    ("picklist longer", but("kind", picklist=(*LIST, PicklistValue("3"))),
     [("kind", "picklist_longer", False)]),
    ("a picklist where there was none", but("name", picklist=LIST), [("name", "picklist", True)]),
    ("added", plus(Field("x")), [("x", "added", False)]),
    ("added and required", plus(Field("x", required=True)), [("x", "required", False)]),
    ("a lookup", Schema((replace(ENTITY, relationships=(Relationship("name", "user"),)),)),
     [("name", "retyped", True)]),
    ("label only", but("name", label="Firm"), []),
    ("entity gone", Schema(), [("", "removed", True)]),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_change_is_named_and_blocks_where_it_touches_a_mapped_row(
    schema: Schema, expected: list[tuple[str, str, bool]]
) -> None:
    found = schema_changes(PLAN, schema)
    assert [(one.field, one.kind, one.blocking) for one in found] == expected
    after = reread(PLAN, schema, "2026")
    assert [r.target for r in after.feeds[0].fields] == [r.target for r in ROWS], "nothing is lost"
    blocks = any(one.blocking for one in found)
    assert (undecided(after) is not None or bool(broken(after))) is blocks


def test_a_row_that_waits_says_why() -> None:
    row = reread(PLAN, but("name", length=40), "2026").feeds[0].fields[0]
    assert row.status == RowStatus.TO_DECIDE
    assert [(c.by, c.text) for c in row.comments] == [
        ("Kooch", "account: name was “text, up to 80 characters” and is “text, up to 40"
         " characters” now.")
    ]  # fmt: skip


FITS: list[tuple[str, Callable[[Plan], Plan], str]] = [
    ("column gone", lambda p: replace(p, sources=(replace(p.sources[0], tables=(replace(
        TABLE, table=SourceTable("t", (SourceColumn("b"),))),)),)),
     "t has no column a any more: account: name waits for another."),
    ("field gone", lambda p: reread(p, without("name"), ""),
     "account has no field name any more, but it is mapped."),
    ("table left out", lambda p: replace(p, sources=(replace(
        p.sources[0], tables=(replace(TABLE, keep=False),)),)),
     "The table t of s is not there any more."),
]  # fmt: skip


@pytest.mark.parametrize(("change", "told"), [f[1:] for f in FITS], ids=[f[0] for f in FITS])
def test_what_is_not_there_any_more_is_a_sentence(
    change: Callable[[Plan], Plan], told: str
) -> None:
    assert broken(PLAN) == ()
    assert broken(change(PLAN))[0].en == told
