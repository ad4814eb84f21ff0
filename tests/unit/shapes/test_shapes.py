"""Every shape of a mapping from the source to the target: loaded, read back, and accounted for."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from migrator import starting
from migrator.databases.engine import open_engine
from migrator.databases.url import parse
from migrator.desks.mapping_shapes import columns_to_rows
from migrator.loading import RunResult, load
from migrator.model.loading import RunKind
from migrator.model.mapping import Feed, FieldMapping, Filter, Lookup, LookupWay, Step
from migrator.model.plan import Plan
from migrator.progress import NULL_PROGRESS
from migrator.store.names import quote
from migrator.workspace import Workspace
from tests.servers import PostgresServer

TABLES_BEFORE = {
    # One flat sheet: a person, the company, an address and up to three phones in a row.
    "flat": """pid,name,email,boss,company,street,phone1,phone2,phone3
1,Ali,a@x.ir,,شرکت الف,خیابان یک,021-1,,0912-1
2,Sara,s@x.ir,1,شركت  الف,,021-2,021-3,
3,Reza,r@x.ir,1,Beta,خیابان دو,,,
4,Nima,n@x.ir,3,,,,,
""",
    "extra": "code,full\nX1,Zed\nX2,Yas\n",
    "tickets": """no,title,who,kind
1,A,1,شخص
2,B,Beta,شركت
3,C,X1,
4,D,شركت الف,
5,E,Beta,شخص
6,F,,
7,G,Beta,چیز
""",
    "purchases": "branch,no,total\nT,1,10\nT,2,20\nK,1,30\n",
    "lines": "branch,no,item\nT,2,pen\nK,1,ink\nK,9,cap\n",
}
TABLES = (
    "account (id varchar(36) primary key, name varchar(100) not null, code varchar(20))",
    "contact (id varchar(36) primary key, name varchar(100) not null, email varchar(100),"
    " account_id varchar(36) references account(id), boss_id varchar(36) references contact(id))",
    "address (id varchar(36) primary key, street varchar(200) not null,"
    " account_id varchar(36) references account(id))",
    "phone (id varchar(36) primary key, number varchar(30) not null,"
    " contact_id varchar(36) references contact(id))",
    "ticket (id varchar(36) primary key, title varchar(100), customer_id varchar(36),"
    " customer_type varchar(20))",
    "purchase (id varchar(36) primary key, branch varchar(10), no varchar(10), total varchar(10))",
    "line (id varchar(36) primary key, item varchar(50) not null,"
    " purchase_id varchar(36) references purchase(id))",
)


def taken(target: str, *sources: str, steps: tuple[Step, ...] = (), **more: Any) -> FieldMapping:
    return FieldMapping(target, sources, steps, **more)


def feeds() -> tuple[Feed, ...]:
    by_name = Lookup("account", "name")
    key = Step("join", {"separator": "|", "skip_empty": False})
    customer = Lookup(
        "account",
        "name",
        when=("شرکت", "C"),
        others=(LookupWay("contact", when=("شخص",)),),
        type_field="customer_type",
    )
    no_company = Filter("not trim(field('company'))", "names no company")
    no_street = Filter("not trim(field('street'))", "has no street")
    return (
        Feed("account_1", 1, "old", "flat", "account", ("company",),
             (taken("name", "company", steps=(Step("trim"),)),
              taken("code", steps=(Step("sequence", {"prefix": "A-"}),))),
             (no_company,), one_per_key=True),
        Feed("contact_2", 2, "old", "flat", "contact", ("pid",),
             (taken("name", "name"), taken("email", "email"),
              taken("account_id", "company", lookup=by_name),
              taken("boss_id", "boss", lookup=Lookup("contact", feed="contact_2")))),
        Feed("contact_3", 3, "old", "extra", "contact", ("code",), (taken("name", "full"),)),
        Feed("address_4", 4, "old", "flat", "address", ("pid",),
             (taken("street", "street"),
              taken("account_id", "company", lookup=Lookup("account", feed="account_1"))),
             (no_street,)),
        Feed("phone_5", 5, "old", "flat", "phone", ("pid",),
             (taken("contact_id", "pid", lookup=Lookup("contact", feed="contact_2")),)),
        Feed("ticket_6", 6, "old", "tickets", "ticket", ("no",),
             (taken("id", "no", "title", steps=(key, Step("uuid5"))), taken("title", "title"),
              taken("customer_id", "who", lookup=customer), taken("customer_type", "kind"))),
        Feed("purchase_7", 7, "old", "purchases", "purchase", ("branch", "no"),
             (taken("branch", "branch"), taken("no", "no"), taken("total", "total"))),
        Feed("line_8", 8, "old", "lines", "line", (),
             (taken("item", "item"),
              taken("purchase_id", "branch", "no", steps=(key,), lookup=Lookup("purchase")))),
    )  # fmt: skip


def mapped(plan: Plan) -> Plan:
    whole = replace(
        plan, feeds=feeds(), feed_numbers=8, loading=replace(plan.loading, require_pilot=False)
    )
    return columns_to_rows(whole, "phone_5", "number", ("phone1", "phone2", "phone3"))


@dataclass
class World:
    """What one full run has made."""

    workspace: Workspace
    result: RunResult
    ask: Callable[[str], list[tuple[Any, ...]]]

    def entity(self, name: str) -> tuple[int, ...]:
        """(mapped, absorbed, golden, quarantined, loaded)."""
        found = next(e for e in self.result.account.entities if e.entity == name)
        return found.mapped, found.absorbed, found.golden, found.quarantined, found.loaded


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.server)]
)
def world(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    home = tmp_path_factory.mktemp("shapes")
    with ExitStack() as after:
        url = f"sqlite:///{home / 'crm.sqlite'}"
        if request.param == "postgresql":
            server: PostgresServer = request.getfixturevalue("postgres")
            name = server.create_database()
            after.callback(server.drop_database, name)
            url = server.url(name)
        engine = open_engine(parse(url))
        after.callback(engine.dispose)
        with engine.begin() as connection:
            for table in TABLES:
                connection.execute(text(f"create table {table}"))

        def ask(sql: str) -> list[tuple[Any, ...]]:
            with engine.connect() as connection:
                return sorted(tuple(row) for row in connection.execute(text(sql)))

        workspace = after.enter_context(starting.begin(home / "p.kooch", [_legacy(home)], url))
        workspace.edit("Mapped", mapped)
        yield World(workspace, load(workspace, RunKind.FULL, NULL_PROGRESS), ask)


def _legacy(home: Path) -> str:
    """The tables as a database of text columns."""
    path = home / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        for name, content in TABLES_BEFORE.items():
            header, *rows = csv.reader(StringIO(content))
            connection.execute(f"create table {name} ({', '.join(f'{c} text' for c in header)})")
            marks = ", ".join("?" * len(header))
            connection.executemany(f"insert into {name} values ({marks})", rows)
        connection.commit()
    return str(path)


def test_the_account_balances_and_the_target_is_what_the_plan_says(world: World) -> None:
    assert world.result.balanced
    assert world.result.reconciliation.attention == 0
    tables = {t.table: (t.read, t.used, t.excluded) for t in world.result.account.tables}
    assert tables["flat"] == (4, 4, 0)
    assert world.entity("account") == (3, 1, 2, 0, 2)
    assert world.entity("contact") == (6, 0, 6, 0, 6)
    assert world.entity("address") == (2, 0, 2, 0, 2)
    assert world.entity("phone") == (4, 0, 4, 0, 4)
    assert world.entity("ticket") == (7, 0, 7, 2, 5)
    assert world.entity("line") == (3, 0, 3, 1, 2)


def test_a_flat_sheet_makes_one_account_per_company(world: World) -> None:
    assert world.ask("select name, code from account") == [
        ("Beta", "A-00003"),
        ("شرکت الف", "A-00001"),
    ]
    assert world.ask(
        "select c.name, a.name from contact c join account a on a.id = c.account_id"
    ) == [("Ali", "شرکت الف"), ("Reza", "Beta"), ("Sara", "شرکت الف")]
    assert world.ask(
        "select d.street, a.name from address d join account a on a.id = d.account_id"
    ) == [("خیابان دو", "Beta"), ("خیابان یک", "شرکت الف")]
    absorbed = world.workspace.staging.rows(
        "select _rid & 255, _gid & 255 from crosswalk_account order by _rid"
    )
    assert absorbed == [(1, 1), (2, 1), (3, 3)]  # every row of the sheet leads to its record


def test_a_record_points_to_another_of_its_own_kind(world: World) -> None:
    sql = "select c.name, b.name from contact c join contact b on b.id = c.boss_id"
    assert world.ask(sql) == [("Nima", "Reza"), ("Reza", "Ali"), ("Sara", "Ali")]


def test_columns_of_one_kind_become_rows_and_empty_ones_none(world: World) -> None:
    sql = "select c.name, p.number from phone p join contact c on c.id = p.contact_id"
    assert world.ask(sql) == [
        ("Ali", "021-1"), ("Ali", "0912-1"), ("Sara", "021-2"), ("Sara", "021-3"),
    ]  # fmt: skip


def test_a_customer_is_an_account_or_a_contact(world: World) -> None:
    accounts = "select t.title, t.customer_type, a.name from ticket t join account a on"
    assert world.ask(f"{accounts} a.id = t.customer_id") == [
        ("B", "شركت", "Beta"), ("D", "شرکت", "شرکت الف"),
    ]  # fmt: skip
    contacts = "select t.title, t.customer_type, c.name from ticket t join contact c on"
    assert world.ask(f"{contacts} c.id = t.customer_id") == [
        ("A", "شخص", "Ali"), ("C", "شخص", "Zed"),
    ]  # fmt: skip
    assert world.ask("select title from ticket where customer_id is null") == [("F",)]
    held = world.workspace.staging.rows(
        "select r._key, i.code, i.value from issues_validate_ticket i join golden_ticket r"
        " on r._gid = i.row where i.severity = 'error' order by 1"
    )
    assert held == [
        ("ticket_6|5", "lookup_not_found", "Beta"),
        ("ticket_6|7", "lookup_not_found", "Beta"),
    ]


def test_a_key_of_several_columns_finds_its_parent(world: World) -> None:
    sql = "select l.item, p.total from line l join purchase p on p.id = l.purchase_id"
    assert world.ask(sql) == [("ink", "30"), ("pen", "20")]


def test_generated_keys_are_the_same_on_every_run_of_the_snapshot(world: World) -> None:
    fields = {"account": "code", "ticket": "id"}
    before = {
        entity: world.workspace.staging.rows(
            f"select _rid, {quote(field)} from mapped_{entity} order by _rid"
        )
        for entity, field in fields.items()
    }
    world.workspace.edit(
        "Filters first",
        lambda plan: replace(
            plan,
            feeds=tuple(
                replace(f, filters=(*f.filters, Filter("field('pid') == '3'", "tried")))
                if f.id == "account_1"
                else f
                for f in plan.feeds
            ),
        ),
    )
    world.workspace.run("map")
    staging = world.workspace.staging
    assert (
        staging.rows("select _rid, code from mapped_account order by _rid") == before["account"][:2]
    )
    assert staging.rows("select _rid, id from mapped_ticket order by _rid") == before["ticket"]
    world.workspace.undo()
    assert len({value for _, value in before["ticket"]}) == len(before["ticket"]) == 7
