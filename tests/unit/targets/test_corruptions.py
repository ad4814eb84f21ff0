"""Single values spoiled in a real target after a load, in twenty ways: every one is found with its
record and field, and a clean load raises no alarm.

KOOCH_CORRUPTIONS sets the faults per database (1,000 in the long run, in 100,000 records)."""

from __future__ import annotations

import math
import os
import random
import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from migrator.model.loading import LoadSettings
from migrator.model.schema import Entity, Field, FieldType, Relationship
from migrator.progress import NULL_PROGRESS
from migrator.stages import reconcile
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging
from tests.unit.targets.load_world import ACCOUNT, World

T = FieldType
FAULTS = int(os.environ.get("KOOCH_CORRUPTIONS", "40"))
RECORDS = max(200, 100 * FAULTS if FAULTS >= 1_000 else 5 * FAULTS)
PERSON = Entity(
    "person",
    (
        Field("id", T.UUID, required=True),
        Field("name", length=80),
        Field("remark", length=200),
        Field("nick", length=80),
        Field("credit", T.DECIMAL, precision=12, scale=2),
        Field("rate", T.FLOAT),
        Field("seen", T.DATETIME),
        Field("account_id", T.UUID),
    ),
    ("id",),
    relationships=(Relationship("account_id", "account"),),
)
FIELDS = ("name", "remark", "nick", "credit", "rate", "seen", "account_id")

pytestmark = pytest.mark.timeout(max(120, FAULTS))

Row = dict[str, Any]


@pytest.fixture
def world(database_url: str) -> Iterator[World]:
    staging = Staging(None)
    yield World(database_url, staging)
    staging.close()


def person(number: int) -> Row:
    return {
        "_gid": 1_000 + number,
        "name": f"José Ärger {number}",
        "remark": f"بی‌نام و نشان {number}  ",  # its spaces at the end are part of it
        "nick": "" if number % 2 else None,
        "credit": f"{number}.50",
        "rate": repr(number + 0.1),
        "seen": f"2024-03-{1 + number % 28:02}T13:05:{number % 60:02}",
        "account_id": 1 + number % 3,
    }


def moved(**by: float) -> Callable[[Row], str]:
    """The moment, shifted."""
    return lambda row: (datetime.fromisoformat(row["seen"]) + timedelta(**by)).isoformat(" ")


def decomposed(row: Row) -> str:
    return unicodedata.normalize("NFD", row["name"])


def unaccented(row: Row) -> str:
    return "".join(c for c in decomposed(row) if not unicodedata.combining(c))


# Kind -> (field, what stands there instead).
SPOILT: dict[str, tuple[str, Callable[[Row], str | None]]] = {
    "trimmed": ("remark", lambda row: row["remark"].rstrip()),
    "space before": ("name", lambda row: " " + row["name"]),
    "case": ("name", lambda row: row["name"].upper()),
    "accent": ("name", unaccented),
    "decomposed": ("name", decomposed),
    "cent more": ("credit", lambda row: f"{int(row['credit'][:-3])}.51"),
    "cent less": ("credit", lambda row: f"{int(row['credit'][:-3])}.49"),
    "second more": ("seen", moved(seconds=1)),
    "second less": ("seen", moved(seconds=-1)),
    "time zone": ("seen", moved(hours=-3.5)),
    "daylight saving": ("seen", moved(hours=1)),
    "empty to nothing": ("nick", lambda _: None),
    "nothing to empty": ("nick", lambda _: ""),
    "truncated": ("remark", lambda row: row["remark"][:6]),
    "float noise": ("rate", lambda row: repr(math.nextafter(float(row["rate"]), math.inf))),
}
KINDS = [*SPOILT, "wrong parent", "swapped", "duplicate", "missing", "extra"]


class Vandal:
    """Spoils records; `truth` is what has to be found: (golden id or target id, field)."""

    def __init__(self, world: World, rows: list[Row]) -> None:
        self.world, self.rows = world, rows
        outcome = quote(names.outcome("person"))
        self.ids = dict(world.staging.rows(f"select _gid, target_id from {outcome}"))
        accounts = quote(names.outcome("account"))
        self.accounts = dict(world.staging.rows(f"select _gid, target_id from {accounts}"))
        self.statements: list[str] = []
        self.truth: set[tuple[Any, str]] = set()
        self.chance = random.Random(24)
        self.free = self.chance.sample(rows, len(rows))

    def spoil(self, kind: str, number: int) -> None:
        wanted = {"empty to nothing": "", "nothing to empty": None}
        if kind in wanted:
            row = next(r for r in self.free if r["nick"] == wanted[kind])
            self.free.remove(row)
        else:
            row = self.free.pop()
        if kind in SPOILT:
            field, change = SPOILT[kind]
            self._set(row, field, change(row))
        elif kind == "wrong parent":
            self._set(row, "account_id", self.accounts[1 + row["account_id"] % 3])
        elif kind == "swapped":
            other = self.free.pop()
            self._set(row, "name", other["name"])
            self._set(other, "name", row["name"])
        elif kind == "missing":
            self.statements.append(f"delete from person where id = {self._id(row)}")
            self.truth.add((row["_gid"], ""))
        else:
            self._add(row if kind == "duplicate" else None, number)

    def _add(self, row: Row | None, number: int) -> None:
        key = f"00000000-0000-4000-8000-{number:012}"
        name = quoted(row["name"] if row else f"Nobody {number}")
        self.statements.append(f"insert into person (id, name) values ('{key}', {name})")
        self.truth.add((key, ""))

    def _set(self, row: Row, field: str, value: str | None) -> None:
        self.statements.append(
            f"update person set {field} = {quoted(value)} where id = {self._id(row)}"
        )
        self.truth.add((row["_gid"], field))

    def _id(self, row: Row) -> str:
        return quoted(self.ids[row["_gid"]])

    def strike(self) -> None:
        with self.world.target() as target, target.engine.begin() as connection:
            for statement in self.statements:
                done = connection.execute(text(statement.replace(":", r"\:")))
                assert done.rowcount == 1, statement


def quoted(value: str | None) -> str:
    return "null" if value is None else "'" + value.replace("'", "''") + "'"


def compared(world: World) -> list[tuple[Any, str]]:
    with world.target() as target:
        section = reconcile.ReconcileSection(target, tuple(world.entities.values()), strict=True)
        reconcile.run(world.staging, section, NULL_PROGRESS)
    return [
        (target_id if gid is None else gid, field)
        for name in world.fields
        for gid, target_id, field in world.staging.rows(
            f"select _gid, target_id, field from {quote(names.difference(name))}"
        )
    ]


def test_every_single_fault_is_found_and_a_clean_load_raises_no_alarm(world: World) -> None:
    world.create(ACCOUNT, PERSON)
    world.ready("account", ("name",), [{"_gid": n, "name": f"A{n}"} for n in (1, 2, 3)])
    rows = [person(number) for number in range(RECORDS)]
    world.ready("person", FIELDS, rows)
    world.load(settings=LoadSettings(batch_rows=10_000))
    assert compared(world) == []
    vandal = Vandal(world, rows)
    for number in range(FAULTS):
        vandal.spoil(KINDS[number % len(KINDS)], number)
    vandal.strike()
    found = compared(world)
    assert len(found) == len(vandal.truth)
    assert set(found) == vandal.truth
