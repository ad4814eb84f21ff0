"""A signature holds for exactly what was signed; what was edited since is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from migrator.contract import gate
from migrator.contract.signing import Mark, Standing, contents, edits, sign, standing, unsign
from migrator.contract.stamps import stamped
from migrator.errors import PlanError
from migrator.model.loading import LoadSettings
from migrator.model.mapping import Collision, Feed, FieldMapping, Filter, RowStatus, Step
from migrator.model.plan import Plan, SourceSpec, TableChoice, TargetSpec
from migrator.model.schema import Entity, Field, PicklistValue, Schema
from migrator.model.source import SourceColumn, SourceTable

AGREED = RowStatus.AGREED
NAME = FieldMapping("name", ("a",), (Step("trim"),), status=AGREED)
KIND = FieldMapping("kind", ("k",), status=AGREED)
FEED = Feed("f", 1, "s", "t", "account", ("id",), (NAME, KIND))
TABLE = TableChoice(1, SourceTable("t", tuple(SourceColumn(n) for n in ("id", "a", "b", "k"))))
PICKLIST = (PicklistValue("1", "One"), PicklistValue("2"))
ENTITY = Entity(
    "account",
    (Field("id"), Field("name", length=80, label="Name"), Field("kind", picklist=PICKLIST)),
    primary_key=("id",),
)
PLAN = Plan(
    "p",
    sources=(SourceSpec("s", "/x/t.csv", tables=(TABLE,)),),
    target=TargetSpec("crm.sqlite", schema=Schema((ENTITY,))),
    feeds=(FEED,),
    loading=LoadSettings(require_signature=True),
)
ALL = {"f": ["name", "kind"]}
MARK = Mark("Mina", "2026-01-01T10:00:00+00:00")
LATER = "2026-01-02T10:00:00+00:00"
SIGNED = sign(PLAN, ALL, MARK)


def row(plan: Plan, target: str = "name") -> FieldMapping:
    return next(r for r in plan.feeds[0].fields if r.target == target)


def feed(**changes: object) -> Callable[[Plan], Plan]:
    return lambda p: replace(p, feeds=(replace(p.feeds[0], **changes),))


def named(**changes: object) -> Callable[[Plan], Plan]:
    def change(plan: Plan) -> Plan:
        rows = tuple(
            replace(r, **changes) if r.target == "name" else r for r in plan.feeds[0].fields
        )
        return replace(plan, feeds=(replace(plan.feeds[0], fields=rows),))

    return change


def defined(target: str, **changes: object) -> Callable[[Plan], Plan]:
    def change(plan: Plan) -> Plan:
        fields = tuple(replace(f, **changes) if f.name == target else f for f in ENTITY.fields)
        schema = Schema((replace(ENTITY, fields=fields),))
        return replace(plan, target=replace(plan.target, schema=schema))

    return change


def moved(plan: Plan) -> Plan:
    table = replace(TABLE, table=replace(TABLE.table, name="u"))
    spec = SourceSpec("s", "/y/u.csv", tables=(table,))
    return replace(plan, sources=(spec,), feeds=(replace(plan.feeds[0], table="u"),))


EDITS = [
    ("sources", named(sources=("b",)), [("sources", "a", "b", "Ali")]),
    ("steps", named(steps=()), [("steps", "Trim spaces", "", "Ali")]),
    ("collision", named(collision=Collision.KEEP), [("collision", "overwrite", "keep", "Ali")]),
    ("the feed's key", feed(key=()), [("record_key", "id", "", "")]),
    ("a filter", feed(filters=(Filter("a", "r"),)), [("filter", "", "r", "")]),
    ("shortened", defined("name", length=40),
     [("definition", "text, up to 80 characters", "text, up to 40 characters", "")]),
    ("required", defined("name", required=True),
     [("definition", "text, up to 80 characters", "text, up to 80 characters, required", "")]),
    ("removed", lambda p: replace(p, target=TargetSpec(schema=Schema((replace(
        ENTITY, fields=ENTITY.fields[:1]),)))),
     [("definition", "text, up to 80 characters", "there is no such field", "")]),
    ("doubted", named(status=RowStatus.TO_DECIDE), [("status", "signed", "to decide", "Ali")]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), [e[1:] for e in EDITS], ids=[e[0] for e in EDITS])
def test_an_edit_after_signing_reopens_the_row_and_is_named(
    change: Callable[[Plan], Plan], expected: list[tuple[str, ...]]
) -> None:
    after = stamped(SIGNED, change(SIGNED), "Ali", LATER)
    recalled = contents(SIGNED, ALL)
    assert standing(after, after.feeds[0], row(after)) == Standing.REOPENED
    assert row(after).status != RowStatus.SIGNED
    found = edits(after, after.feeds[0], row(after), recalled)
    assert [(e.what, e.old.en, e.new.en, e.who) for e in found] == expected


HARMLESS = [
    ("owner", named(owner="x")),
    ("note", named(note="x")),
    ("label", defined("name", label="Firm")),
    ("longer list of another field", defined("kind", picklist=(*PICKLIST, PicklistValue("3")))),
    ("file moved and renamed", moved),
]


@pytest.mark.parametrize("change", [h[1] for h in HARMLESS], ids=[h[0] for h in HARMLESS])
def test_what_changes_no_value_keeps_the_signature(change: Callable[[Plan], Plan]) -> None:
    after = stamped(SIGNED, change(SIGNED), "Ali", LATER)
    assert standing(after, after.feeds[0], row(after)) == Standing.SIGNED


def test_an_edit_taken_back_is_signed_again() -> None:
    edited = named(sources=("b",), status=RowStatus.DRAFT)(SIGNED)
    back = named(sources=("a",), status=RowStatus.SIGNED)(edited)
    assert standing(back, back.feeds[0], row(back)) == Standing.SIGNED


def test_a_picklist_value_that_is_gone_reopens_its_row_alone() -> None:
    after = stamped(SIGNED, defined("kind", picklist=PICKLIST[:1])(SIGNED), "Ali", LATER)
    stands = {r.target: standing(after, after.feeds[0], r) for r in after.feeds[0].fields}
    assert stands == {"name": Standing.SIGNED, "kind": Standing.REOPENED}


def test_only_what_is_agreed_can_be_signed() -> None:
    draft = named(status=RowStatus.DRAFT)(PLAN)
    with pytest.raises(PlanError, match="Nobody has agreed to: account: Name"):
        sign(draft, ALL, MARK)


def test_a_signature_taken_back_leaves_the_row_agreed() -> None:
    bare = unsign(SIGNED, {"f": ["name"]})
    assert (row(bare).status, row(bare).signature) == (AGREED, None)
    assert row(bare, "kind").signature is not None


def test_every_edit_leaves_its_author_and_others_keep_theirs() -> None:
    first = stamped(PLAN, named(note="x")(PLAN), "Mina", "1")
    second = stamped(first, named(owner="Sara")(first), "Ali", "2")
    assert (row(second).changed_by, row(second).changed_at) == ("Ali", "2")
    assert row(second, "kind").changed_by == ""
    same = stamped(second, named(changed_by="", changed_at="")(second), "Eve", "3")
    assert row(same).changed_by == "Ali", "nothing was changed"
    named_itself = stamped(
        second, named(note="y", changed_by="Hoda", changed_at="9")(second), "E", "3"
    )
    assert row(named_itself).changed_by == "Hoda", "an import knows its editor"


class Nothing:
    """No row was ever signed."""

    def recalled(self, marks: object) -> dict[str, object]:
        return {}


def test_rows_that_wait_for_a_decision_shut_the_gate_by_themselves() -> None:
    free = replace(PLAN, loading=LoadSettings())
    gate.check(free, Nothing())  # type: ignore[arg-type]
    with pytest.raises(PlanError, match="1 row of the mapping waits for a decision: account: Name"):
        gate.check(named(status=RowStatus.TO_DECIDE)(free), Nothing())  # type: ignore[arg-type]
    with pytest.raises(PlanError, match="2 rows of the mapping are not signed"):
        gate.check(PLAN, Nothing())  # type: ignore[arg-type]
