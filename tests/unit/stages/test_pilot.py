"""The choice of a pilot: closed under parents, children as deep as asked, every trait shown."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import polars as pl
import pytest

from migrator.errors import PlanError
from migrator.model.mapping import row_id
from migrator.model.piloting import Covered, PilotBy, PilotChoice, Trait
from migrator.stages.pilot import PilotSection, choice, choose, closure
from migrator.stages.pilot_closure import Reason
from migrator.stages.pilot_cover import EntityTraits
from migrator.store import names
from migrator.store.staging import Staging

# Accounts with parents among themselves, contacts of accounts, and back: a cycle of entities.
LOOKUPS = (
    ("account", "parentid", "account"),
    ("account", "primarycontactid", "contact"),
    ("contact", "accountid", "account"),
    ("contact", "managerid", "contact"),
    ("activity", "regardingid", "account"),
    ("activity", "whoid", "contact"),
    ("opportunity", "accountid", "account"),
)
ENTITIES = ("account", "contact", "opportunity", "activity")

Rows = dict[str, dict[int, dict[str, str | None]]]


def put(staging: Staging, entity: str, rows: Mapping[int, Mapping[str, str | None]]) -> None:
    fields = sorted({name for row in rows.values() for name in row})
    data = {
        "_gid": pl.Series(list(rows), dtype=pl.Int64),
        "_key": pl.Series([f"K{gid}" for gid in rows], dtype=pl.String),
        "_size": pl.Series([1] * len(rows), dtype=pl.Int32),
        **{f: pl.Series([row.get(f) for row in rows.values()], dtype=pl.String) for f in fields},
    }
    table = pl.DataFrame(data).to_arrow()
    staging.write(names.ready(entity), table.schema, table.to_batches())
    walk = pl.DataFrame(data).select(pl.col("_gid").alias("_rid"), "_gid", "_key").to_arrow()
    staging.write(names.crosswalk(entity), walk.schema, walk.to_batches())


def random_graph(seed: int, size: int = 60) -> Rows:
    """Records that point anywhere: to themselves, in circles, to what is not there."""
    rng = random.Random(seed)
    first = {entity: 1000 * (place + 1) for place, entity in enumerate(ENTITIES)}
    rows: Rows = {e: {first[e] + n: {} for n in range(size)} for e in ENTITIES}
    for child, field, parent in LOOKUPS:
        for record in rows[child].values():
            far = rng.random()
            gid = first[parent] + rng.randrange(size + 3)  # some are not ready
            record[field] = None if far < 0.5 else str(gid)
    return rows


def brute_force(
    rows: Rows, asked: Mapping[str, Sequence[int]], children: int
) -> dict[str, set[int]]:
    """The same closure, one record at a time."""
    taken = {entity: set(asked.get(entity, ())) for entity in ENTITIES}
    edge = {entity: set(gids) for entity, gids in taken.items()}
    for _ in range(children):
        below: dict[str, set[int]] = {entity: set() for entity in ENTITIES}
        for child, field, parent in LOOKUPS:
            for gid, record in rows[child].items():
                if record[field] and int(record[field] or 0) in edge[parent]:
                    below[child].add(gid)
        edge = {entity: gids - taken[entity] for entity, gids in below.items()}
        for entity in ENTITIES:
            taken[entity] |= edge[entity]
    grew = True
    while grew:
        grew = False
        for child, field, parent in LOOKUPS:
            for gid in list(taken[child]):
                up = int(rows[child][gid][field] or 0)
                if up in rows[parent] and up not in taken[parent]:
                    taken[parent].add(up)
                    grew = True
    return taken


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("children", [0, 1, 3])
def test_closure_is_that_of_brute_force(seed: int, children: int) -> None:
    rows = random_graph(seed)
    staging = Staging(None)
    for entity in ENTITIES:
        put(staging, entity, rows[entity])
    asked = {"contact": sorted(rows["contact"])[: 3 + seed], "activity": [4001, 4002]}
    keys = {entity: tuple(f"K{gid}" for gid in gids) for entity, gids in asked.items()}
    section = PilotSection(
        ENTITIES, LOOKUPS, 25, PilotChoice(PilotBy.KEYS, keys=keys, children=children)
    )
    found = choice(staging, section)
    assert {e: set(gids) for e, gids in found.chosen.items()} == brute_force(rows, asked, children)
    told = closure(found)
    for entity, chosen in found.chosen.items():
        assert (
            told.taken[entity]
            == (
                told.asked[entity]
                + sum(told.because[entity].values())
                + sum(told.below[entity].values())
            )
            == len(chosen)
        )
    staging.close()


def small() -> Staging:
    """Five accounts: picklist, a hierarchy of three, names from short to long, two feeds."""
    staging = Staging(None)
    a, b = row_id(1, 1), row_id(2, 1)
    rows: dict[int, dict[str, str | None]] = {
        a: {"name": "Ab", "kind": "1", "parentid": None},
        a + 1: {"name": "A longer name by far", "kind": "1", "parentid": str(a)},
        a + 2: {"name": "Middle", "kind": "2", "parentid": str(a + 1)},
        b: {"name": "Other", "kind": "1", "parentid": None},
        b + 1: {"name": "Another", "kind": None, "parentid": None},
    }
    put(staging, "account", rows)
    issues = pl.DataFrame({"row": [b + 1], "field": ["name"], "code": ["too_short"]}).to_arrow()
    staging.write(names.issues("validate", "account"), issues.schema, issues.to_batches())
    return staging


TRAITS = EntityTraits(
    picklists={"kind": ("1", "2", "3")},
    texts=("name",),
    self_lookups=("parentid",),
    feeds={1: "north", 2: "south", 3: "gone"},
)


def test_coverage_shows_every_trait_with_few_records_and_names_what_it_cannot() -> None:
    staging = small()
    section = PilotSection(
        ("account",),
        (("account", "parentid", "account"),),
        25,
        PilotChoice(PilotBy.COVERAGE),
        {"account": TRAITS},
    )
    told = choose(staging, section)
    a, b = row_id(1, 1), row_id(2, 1)
    chosen = choice(staging, section).chosen["account"]
    shown = {one for why in chosen.values() for one in why.covers}
    assert shown == {
        Covered(Trait.PICKLIST, "kind", "1"),
        Covered(Trait.PICKLIST, "kind", "2"),
        Covered(Trait.LONGEST, "name"),
        Covered(Trait.SHORTEST, "name"),
        Covered(Trait.FEED, detail="north"),
        Covered(Trait.FEED, detail="south"),
        Covered(Trait.ISSUE, "name", "too_short"),
        Covered(Trait.DEEPEST, "parentid"),
    }
    assert told.missed == {
        "account": (Covered(Trait.PICKLIST, "kind", "3"), Covered(Trait.FEED, detail="gone"))
    }
    assert set(chosen) == {a, a + 1, a + 2, b + 1}  # the one record that shows nothing stays out
    assert all(chosen[gid].reason is Reason.ASKED for gid in (a, a + 1, a + 2, b + 1))
    assert told.covered == {"account": 8}
    staging.close()


def test_coverage_without_room_says_what_is_left() -> None:
    staging = small()
    section = PilotSection(("account",), (), 1, PilotChoice(PilotBy.COVERAGE), {"account": TRAITS})
    told = choose(staging, section)
    assert told.taken == {"account": 1}
    assert told.covered["account"] + len(told.missed["account"]) == 8 + 2
    staging.close()


@pytest.mark.parametrize(
    ("wanted", "keys", "unknown"),
    [
        (PilotChoice(PilotBy.FILTER, entity="account", where="field('kind') == '2'"), 1, {}),
        (PilotChoice(PilotBy.FILTER, entity="account", where="field('name') == 'none'"), 0, {}),
        (PilotChoice(PilotBy.KEYS, keys={"account": ("x", " ", "x")}), 0, {"account": ("x",)}),
        (PilotChoice(PilotBy.COUNT), 3, {}),
    ],
)
def test_what_is_asked_for(wanted: PilotChoice, keys: int, unknown: dict[str, object]) -> None:
    staging = small()
    told = choose(staging, PilotSection(("account",), (), 3, wanted))
    assert (told.asked, told.unknown) == ({"account": keys}, unknown)
    assert staging.count(names.pilot("account")) == keys
    staging.close()


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (PilotChoice(PilotBy.FILTER, entity="nobody", where="true"), "No feed fills nobody"),
        (
            PilotChoice(PilotBy.FILTER, entity="account", where="field('x') == '1'"),
            "No mapped field is called x",
        ),
        (PilotChoice(PilotBy.FILTER, entity="account", where="field("), "cannot run"),
        (PilotChoice(PilotBy.KEYS, keys={"nobody": ("1",)}), "No feed fills nobody"),
    ],
)
def test_a_choice_that_cannot_be_made_says_why(wanted: PilotChoice, words: str) -> None:
    staging = small()
    with pytest.raises(PlanError, match=words):
        choose(staging, PilotSection(("account",), (), 3, wanted))
    staging.close()
