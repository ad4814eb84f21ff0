"""Lookups into several entities: which one a row means, and what its type field says after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
import pytest

from migrator.model.mapping import Lookup, LookupWay, row_id
from migrator.progress import NULL_PROGRESS
from migrator.stages import merge
from migrator.stages.merge_lookups import FieldLookup
from migrator.store import names
from migrator.store.staging import Staging

ACCOUNT, CONTACT, TICKET = 1, 2, 3  # feeds
TYPED = Lookup(
    "account",
    when=("company", "C"),
    others=(LookupWay("contact", "name"),),
    type_field="kind",
)
UNTYPED = Lookup("account", others=(LookupWay("contact", "name"),))


@pytest.fixture
def staging() -> Iterator[Staging]:
    opened = Staging(None, threads=2)
    opened.begin("cafe0001")
    put(opened, "account", ("name",), [(ACCOUNT, 1, "A1", "Acme"), (ACCOUNT, 2, "X", "Xenon")])
    put(opened, "contact", ("name",), [(CONTACT, 1, "P1", "Ali"), (CONTACT, 2, "P2", "X")])
    yield opened
    opened.close()


def put(
    staging: Staging, entity: str, fields: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """clean_<entity> from rows of (feed, ordinal, key, *values), and no clusters."""
    schema = pa.schema([("_rid", pa.int64()), *((n, pa.string()) for n in ("_key", *fields))])
    table = [[row_id(feed, ordinal), *rest] for feed, ordinal, *rest in rows]
    columns = [pa.array([row[n] for row in table], kind.type) for n, kind in enumerate(schema)]
    staging.write(names.clean(entity), schema, [pa.RecordBatch.from_arrays(columns, schema=schema)])
    staging.create(
        names.clusters(entity), "select 0::bigint as _rid, 0::bigint as _gid where false"
    )


def merged(staging: Staging, lookup: Lookup) -> list[tuple[Any, ...]]:
    """(what the lookup points to, what the type field says) of every ticket."""
    fields = ("who", "kind") if lookup.type_field else ("who",)
    items = (
        merge.EntityMerge("account", ("name",)),
        merge.EntityMerge("contact", ("name",)),
        merge.EntityMerge("ticket", fields, (FieldLookup("who", lookup, (TICKET,)),)),
    )
    feeds = {ACCOUNT: "a", CONTACT: "c", TICKET: "t"}
    section = merge.MergeSection(items, (), feeds, dict.fromkeys(feeds, "legacy"))
    merge.run(staging, section, NULL_PROGRESS)
    kind = "kind" if lookup.type_field else "NULL"
    return [
        (None if gid is None else (int(gid) >> 40, int(gid) & 255), said)
        for gid, said in staging.rows(f"select who, {kind} from golden_ticket order by _gid")
    ]


@pytest.mark.parametrize(
    ("who", "kind", "points", "says"),
    [
        ("A1", "company", (ACCOUNT, 1), "company"),
        ("A1", " c ", (ACCOUNT, 1), "c"),  # any of the words, spelt in any way, stays as it is
        (" A1 ", "C", (ACCOUNT, 1), "C"),
        ("ali", "contact", (CONTACT, 1), "contact"),  # without words an entity goes by its name
        ("X", None, (ACCOUNT, 2), "company"),  # both know an X: the first in order
        ("ALI", "", (CONTACT, 1), "contact"),  # an empty type says afterwards what was found
        ("X", "contact", (CONTACT, 2), "contact"),
        ("A1", "contact", None, "contact"),  # the type is believed, nothing else is tried
        ("A1", "supplier", None, "supplier"),  # a type that means none of them
        ("nobody", None, None, None),
        (None, "company", None, "company"),
    ],
)
def test_the_type_says_which_entity(
    staging: Staging, who: str | None, kind: str | None, points: object, says: str | None
) -> None:
    put(staging, "ticket", ("who", "kind"), [(TICKET, 1, "1", who, kind)])
    assert merged(staging, TYPED) == [(points, says)]
    issues = [code for (code,) in staging.rows("select code from issues_merge_ticket")]
    assert issues == (["lookup_not_found"] if who and points is None else [])


def test_without_type_the_entities_are_tried_in_order(staging: Staging) -> None:
    put(
        staging,
        "ticket",
        ("who",),
        [(TICKET, n, str(n), who) for n, who in enumerate(("X", "Ali", "Z"), 1)],
    )
    assert merged(staging, UNTYPED) == [((ACCOUNT, 2), None), ((CONTACT, 1), None), (None, None)]
    found = staging.rows("select value, detail from issues_merge_ticket")
    assert found == [("Z", "account / contact")]


def test_in_a_merged_record_the_type_is_that_of_the_row_that_gave_the_value(
    staging: Staging,
) -> None:
    rows = [(TICKET, 1, "1", None, "company"), (TICKET, 2, "2", "X", "contact")]
    put(staging, "ticket", ("who", "kind"), rows)
    first, second = row_id(TICKET, 1), row_id(TICKET, 2)
    staging.create(
        names.clusters("ticket"),
        f"select unnest([{first}, {second}])::bigint as _rid, {first}::bigint as _gid",
    )
    assert merged(staging, TYPED) == [((CONTACT, 2), "contact")]
