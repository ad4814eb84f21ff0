"""A small real project that loads into a SQLite file of its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from migrator import starting
from migrator.desks.host import Host
from migrator.model.mapping import FieldMapping, Lookup
from migrator.model.plan import Plan
from migrator.progress import NULL_PROGRESS, Progress

CUSTOMERS = """code,company,phone,seller
C1,شرکت نمونه,021-88554433,1
C2,شرکت آزمون,021-88554434,2
C3,Acme,021-88554435,1
C4,,021-88554436,1
"""
PEOPLE = """id,first name,last name,email,company code
1,Ali,Rezaei,ali@example.com,C1
2,Maryam,Karimi,maryam@example.com,C2
3,John,Smith,john@example.com,C3
4,Ann,Lost,ann@example.com,C4
5,Sara,Noori,sara@example.com,C3
"""
# A target that refuses one record.
NO_JOHN = """create trigger no before insert on contact when new.firstname = 'John'
    begin select raise(abort, 'no John here'); end"""


def _belong(plan: Plan) -> Plan:
    row = FieldMapping(
        "parentcustomerid", ("company code",), lookup=Lookup("account", "accountnumber")
    )
    feeds = [
        replace(f, fields=(*f.fields, row)) if f.entity == "contact" else f for f in plan.feeds
    ]
    return replace(plan, feeds=tuple(feeds))


def make(home: Path) -> None:
    """The project in `home`, validated, nothing loaded."""
    files = home / "old"
    files.mkdir(parents=True)
    (files / "customers.csv").write_text(CUSTOMERS, "utf-8")
    (files / "people.csv").write_text(PEOPLE, "utf-8")
    workspace = starting.begin(
        home / "p.kooch",
        [str(files / "customers.csv"), str(files / "people.csv")],
        f"sqlite:///{home / 'crm.sqlite'}",
        create=starting.BUNDLED,
    )
    starting.propose_all(workspace)
    workspace.edit("People belong to companies", _belong)
    workspace.run("validate")
    workspace.close()


class Calls:
    """A host with the project of `home` open, called as a client calls it. `target` is the file
    of the target, not there before the first load."""

    def __init__(self, home: Path) -> None:
        self.target = home / "crm.sqlite"
        self.host = Host()
        self.host.call("start.open", {"folder": str(home / "p.kooch")})
        assert self.host.workspace is not None
        self.workspace = self.host.workspace
        uri = f"sqlite:///{self.target}"
        self.workspace.edit(
            "A target of its own", lambda p: replace(p, target=replace(p.target, uri=uri))
        )

    def __call__(self, name: str, /, progress: Progress = NULL_PROGRESS, **args: object) -> Any:
        return self.host.call(name, args, progress).result

    def crm(self, sql: str) -> list[tuple[object, ...]]:
        """Ask or change the target as somebody else would."""
        with closing(sqlite3.connect(self.target)) as connection:
            rows = connection.execute(sql).fetchall()
            connection.commit()
        return rows

    def close(self) -> None:
        self.host.close()
