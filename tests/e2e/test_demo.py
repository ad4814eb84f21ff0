"""The demo, as a person runs it: every account balances, on every database the same."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
import sqlalchemy as sa

from migrator.databases.url import parse
from migrator.store.staging import Staging
from migrator.workspace import Workspace


def kooch(*arguments: str) -> tuple[int, str]:
    """Run the command line in a process of its own; (exit code, standard output)."""
    done = subprocess.run(
        [sys.executable, "-m", "migrator", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    folder = tmp_path_factory.mktemp("demo") / "demo"
    code, out = kooch("demo", "--dir", str(folder), "--json")
    assert code == 0, out
    return folder, json.loads(out)


def golden(staging: Staging, entities: list[str]) -> dict[str, list[tuple]]:
    return {e: staging.rows(f'select * from "golden_{e}" order by _gid') for e in entities}


def test_every_account_balances_and_nothing_differs(demo: tuple[Path, dict]) -> None:
    _, told = demo
    account = told["full"]["account"]
    assert {t["table"] for t in account["tables"]} >= {"Customers", "Orders", "مشتريان"}
    for table in account["tables"]:
        assert table["read"] == table["used"] + table["excluded"] + table["unreadable"]
    for entity in account["entities"]:
        assert entity["mapped"] == entity["golden"] + entity["absorbed"]
        assert entity["golden"] == entity["ready"] + entity["quarantined"]
        assert entity["ready"] == entity["loaded"]
    found = told["full"]["reconciliation"]["facts"]["entities"]
    assert {
        name: (one["missing"], one["extra"], one["different"]) for name, one in found.items()
    } == dict.fromkeys(found, (0, 0, 0))


def test_the_lists_overlap_was_merged(demo: tuple[Path, dict]) -> None:
    folder, told = demo
    absorbed = {e["entity"]: e["absorbed"] for e in told["full"]["account"]["entities"]}
    assert absorbed["account"] >= 40
    assert absorbed["contact"] >= 40
    crm = sqlite3.connect(folder / "crm.sqlite")
    names = [row[0] for row in crm.execute("select name from account where name like 'Alfreds%'")]
    crm.close()
    assert len(names) == 1


def test_leading_zeros_survive_to_the_target(demo: tuple[Path, dict]) -> None:
    folder, _ = demo
    crm = sqlite3.connect(folder / "crm.sqlite")
    codes = [r[0] for r in crm.execute("select address1_postalcode from account")]
    crm.close()
    assert "05021" in codes  # Centro comercial Moctezuma keeps its zero: northwind's own spelling


def test_a_planted_change_is_found_and_named(demo: tuple[Path, dict]) -> None:
    folder, _ = demo
    crm = sqlite3.connect(folder / "crm.sqlite")
    crm.execute("update account set address1_city = 'Nowhere' where accountnumber = 'ALFKI'")
    crm.commit()
    code, out = kooch("reconcile", str(folder / "sample.kooch"), "--json")
    crm.execute("update account set address1_city = 'Berlin' where accountnumber = 'ALFKI'")
    crm.commit()
    crm.close()
    assert code == 3
    (found,) = json.loads(out)["differences"]
    assert (found["entity"], found["field"], found["expected"], found["found"]) == (
        "account",
        "address1_city",
        "Berlin",
        "Nowhere",
    )
    assert found["key"].endswith("|ALFKI")


def test_the_pack_is_whole_in_both_languages(demo: tuple[Path, dict], tmp_path: Path) -> None:
    folder, _ = demo
    for language, word in (("en", "Row account"), ("fa", "حساب ردیف")):
        code, _out = kooch(
            "report", str(folder / "sample.kooch"), "--out", str(tmp_path / language),
            "--language", language,
        )  # fmt: skip
        assert code == 0
        page = (tmp_path / language / "migration_report.html").read_text("utf-8")
        assert word in page
        book = openpyxl.load_workbook(tmp_path / language / "migration_report.xlsx", read_only=True)
        assert len(book.sheetnames) >= 10
        for sheet in book:
            assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]
        book.close()


def test_going_on_after_the_end_writes_nothing(demo: tuple[Path, dict]) -> None:
    folder, _ = demo
    code, out = kooch("run", str(folder / "sample.kooch"), "--full", "--json")
    assert code == 3  # some rows are in quarantine
    for one in json.loads(out)["load"]["facts"]["entities"].values():
        assert one["already_there"] == one["loaded"]


def test_a_second_demo_replaces_the_first_but_no_other_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    code, _out = kooch("demo", "--dir", str(tmp_path), "--json")
    assert code == 4
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.server
@pytest.mark.parametrize("kind", ["postgres_url", "mariadb_url"])
def test_other_databases_get_the_same_golden_records(
    demo: tuple[Path, dict], kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    url = request.getfixturevalue(kind)
    code, out = kooch("demo", "--dir", str(tmp_path / "d"), "--target", url, "--json")
    assert code == 0, out
    with Workspace.open(demo[0] / "sample.kooch") as first:
        entities = list(first.plan.entities())
        expected = golden(first.staging, entities)
    with Workspace.open(tmp_path / "d" / "sample.kooch") as second:
        assert golden(second.staging, entities) == expected
    engine = sa.create_engine(parse(url))
    with engine.connect() as connection:
        for entity in entities:
            ready = json.loads(out)["full"]["load"]["facts"]["entities"][entity]["loaded"]
            assert connection.scalar(sa.text(f"select count(*) from {entity}")) == ready
    engine.dispose()
