"""The desk of step 2 on real files."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import keyring
import openpyxl
import pytest
from keyring.errors import NoKeyringError

from migrator.contract.fit import broken
from migrator.desks.source_words import said
from migrator.desks.sources import SourcesDesk
from migrator.errors import PlanError, SourceError
from migrator.model.mapping import Feed, FieldMapping, Filter, LeftOut, Lookup
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.model.views.connection import Reached
from migrator.model.views.sources import Added, Place, Preview
from migrator.progress import NULL_PROGRESS
from migrator.workspace import Workspace

PASSWORD = "Password1234_"
PEOPLE = "id,نام,شهر\n1,علی,تهران\n2,,شیراز\n3,مینا,\n"


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """The person's own keyring is none of our business: passwords live as long as a test."""
    monkeypatch.setattr(keyring, "get_password", lambda *_: None)
    monkeypatch.setattr(keyring, "set_password", _refuse)


def _refuse(*_: str) -> None:
    raise NoKeyringError


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SourcesDesk]:
    with Workspace.create(tmp_path / "p.kooch", Plan("p")) as workspace:
        yield SourcesDesk(workspace)


def put(folder: Path, name: str, data: str | bytes = PEOPLE) -> str:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


def workbook(path: Path, sheets: dict[str, list[list[object]]]) -> str:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return str(path)


def add(desk: SourcesDesk, *uris: str) -> Added:
    return desk.add(places=tuple(Place(uri) for uri in uris), progress=NULL_PROGRESS)


def names(desk: SourcesDesk, source: str) -> list[str]:
    return [column.name for column in desk.workspace.plan.source(source).tables[0].table.columns]


def undo_labels(desk: SourcesDesk) -> list[str]:
    return [entry.label.en for entry in desk.workspace.history()]


# -- adding


def test_many_places_are_one_step_and_each_failure_has_its_name(
    desk: SourcesDesk, tmp_path: Path
) -> None:
    good = [put(tmp_path, f"part{n}.csv") for n in range(4)]
    bad = [put(tmp_path, "empty.csv", ""), put(tmp_path, "scan.pdf", "%PDF-1.7 x")]
    added = add(desk, good[0], bad[0], good[1], str(tmp_path / "none.csv"), bad[1], *good[2:])
    assert added.sources == ("part0", "part1", "part2", "part3")
    assert added.tables == 4
    assert [(r.name, r.problem.reason) for r in added.refused] == [
        ("empty.csv", "empty"),
        ("none.csv", "missing"),
        ("scan.pdf", "kind"),
    ]
    assert undo_labels(desk) == ["New project", "Added 4 sources"]
    numbers = [c.no for spec in desk.workspace.plan.sources for c in spec.tables]
    assert numbers == [1, 2, 3, 4]
    desk.workspace.undo()
    assert desk.workspace.plan.sources == ()


def test_nothing_readable_changes_nothing(desk: SourcesDesk, tmp_path: Path) -> None:
    assert add(desk, put(tmp_path, "empty.csv", "")).sources == ()
    assert undo_labels(desk) == ["New project"]


def test_a_place_is_added_once_and_a_project_never(desk: SourcesDesk, tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv")
    refused = add(desk, path, path, str(tmp_path / "p.kooch")).refused
    assert [r.problem.reason for r in refused] == ["already", "project"]


def test_folder_and_database_and_persian_names(desk: SourcesDesk, tmp_path: Path) -> None:
    folder = tmp_path / "خروجی"
    folder.mkdir()
    put(folder, "مشتریان.csv")
    workbook(folder / "one.xlsx", {"سفارش‌ها": [["no", "amount"], [1, 2.5]]})
    with closing(sqlite3.connect(tmp_path / "old.db")) as db:
        db.execute("create table t(id integer primary key, x text)")
        db.execute("create view v as select * from t")
        db.executemany("insert into t(x) values (?)", [("",), (None,), ("y",)])
        db.commit()
    added = add(desk, str(folder), str(tmp_path / "old.db"))
    assert added.sources == ("خروجی", "old")
    cards = {card.id: card for card in desk.overview().sources}
    assert [(t.name, t.rows, t.keep) for t in cards["خروجی"].tables] == [
        ("one.xlsx", 1, True),
        ("مشتریان.csv", 3, True),
    ]
    assert (cards["خروجی"].kind, cards["old"].kind, cards["old"].form) == (
        "folder",
        "file",
        "SQLite",
    )
    view = cards["old"].tables[1]
    assert not view.keep
    assert "نما" in view.reason.fa
    assert desk.preview(source="خروجی", table="one.xlsx").rows == (("1", "2.5"),)
    # A database tells NULL and '' apart.
    assert [row[1] for row in desk.preview(source="old", table="t").rows] == ["", None, "y"]


# -- passwords and encodings


def test_a_locked_workbook_opens_with_its_password(
    desk: SourcesDesk, shared: Path, tmp_path: Path
) -> None:
    path = str(shared / "data" / "spreadsheets" / "encrypted" / "example_password.xlsx")
    problem = add(desk, path).refused[0].problem
    assert (problem.reason, problem.hint.en) == ("password", "Type its password.")
    wrong = desk.add(places=(Place(path, "nonsense"),), progress=NULL_PROGRESS)
    assert wrong.refused[0].problem.reason == "wrong_password"
    right = desk.add(places=(Place(path, PASSWORD),), progress=NULL_PROGRESS)
    assert right.sources == ("example_password",)
    table = desk.overview().sources[0].tables[0].name
    columns = desk.preview(source="example_password", table=table).columns
    assert [column.name for column in columns] == ["lorem", "ipsum"]
    assert PASSWORD not in repr(desk.workspace.plan)

    desk.workspace.secrets.put("example_password", "")
    locked = desk.preview(source="example_password", table=table, limit=7)
    assert locked.problem is not None
    assert locked.problem.reason == "password"
    assert desk.unlock("example_password", "no", NULL_PROGRESS).problem is not None
    assert desk.unlock("example_password", PASSWORD, NULL_PROGRESS).problem is None
    assert desk.preview(source="example_password", table=table, limit=7).problem is None


def test_an_encoding_that_cannot_be_told_is_asked_for(desk: SourcesDesk, tmp_path: Path) -> None:
    path = put(tmp_path, "x.csv", b"id,v\n1,\xc1\n2,\xe1\n")
    problem = add(desk, path).refused[0].problem
    assert problem.reason == "encoding"
    assert "cp1256" in problem.choices
    added = desk.add(places=(Place(path, options={"encoding": "cp1256"}),), progress=NULL_PROGRESS)
    assert added.sources == ("x",)
    assert desk.preview(source="x", table="x").rows == (("1", "ء"), ("2", "ل"))


# -- reading otherwise


def read_as(desk: SourcesDesk, agreed: bool = False, **options: str) -> Preview:
    source = desk.workspace.plan.sources[0]
    table = source.tables[0].table.name
    result = desk.read_as(source.id, table, options, agreed, NULL_PROGRESS)
    assert result.problem is None, result.problem
    return desk.preview(source=source.id, table=source.tables[0].table.name)


def test_wrong_guesses_are_corrected_and_given_back(desk: SourcesDesk, tmp_path: Path) -> None:
    add(desk, put(tmp_path, "t.csv", "report\na;b\n1,5;x\n2,5;'y;z'\n"))
    found = read_as(desk, delimiter=",")
    assert found.width == 2
    assert found.reading.chosen == ("delimiter",)
    found = read_as(desk, delimiter="semicolon", header_row="2", quote="'")
    assert [c.name for c in found.columns] == ["a", "b"]
    assert found.rows == (("1,5", "x"), ("2,5", "y;z"))
    assert set(found.reading.chosen) == {"delimiter", "quote", "header_row"}
    found = read_as(desk, delimiter="", quote="", header_row="")
    assert found.reading.chosen == ()
    desk.workspace.undo()
    assert desk.workspace.plan.sources[0].tables[0].options["quote"] == "'"


def test_one_encoding_for_all_tables_of_a_file(desk: SourcesDesk, tmp_path: Path) -> None:
    text = "id,نام\n1,علي\n\nkey,شهر,x\n1,تهران,2\n".encode("cp1256")
    desk.add(
        places=(Place(put(tmp_path, "t.csv", text), options={"encoding": "cp1252"}),),
        progress=NULL_PROGRESS,
    )
    tables = [c.table.name for c in desk.workspace.plan.sources[0].tables]
    assert tables == ["t", "t (2)"]
    desk.read_as("t", "t (2)", {"encoding": "cp1256"}, False, NULL_PROGRESS)
    for table in tables:
        assert desk.preview(source="t", table=table).reading.facts["encoding"] == "cp1256"
    assert desk.preview(source="t", table="t").rows == (("1", "علي"),)


def test_a_reading_that_makes_no_sense_says_so(desk: SourcesDesk, tmp_path: Path) -> None:
    add(desk, put(tmp_path, "t.csv"))
    result = desk.read_as("t", "t", {"delimiter": "ab"}, False, NULL_PROGRESS)
    assert result.problem is not None
    assert "must be one character" in result.problem.message.en
    assert "یک نویسه" in result.problem.message.fa
    assert desk.workspace.plan.sources[0].tables[0].options == {}


def test_header_among_the_first_rows(desk: SourcesDesk, tmp_path: Path) -> None:
    text = 'title\n"two\nlines"\n\nid,name\n1,x\n'
    add(desk, put(tmp_path, "t.csv", text))
    top = desk.top(source="t", table="t")
    assert top.header == "5"
    assert list(zip(top.lines, top.rows, strict=True)) == [
        (1, ("title",)),
        (2, ("two\nlines",)),
        (5, ("id", "name")),
        (6, ("1", "x")),
    ]
    rows = [["list", None], [], ["id", "name"], [1, "x"], [2, "y"]]
    add(desk, workbook(tmp_path / "b.xlsx", {"S": rows}))
    top = desk.top(source="b", table="S")
    assert (top.header, top.lines) == ("3", (1, 3, 4, 5))
    desk.read_as("b", "S", {"header_row": "4"}, False, NULL_PROGRESS)
    assert names(desk, "b") == ["1", "x"]
    desk.read_as("b", "S", {"header_row": "0"}, False, NULL_PROGRESS)
    assert desk.top(source="b", table="S").header == "0"


def test_header_of_a_sheet_in_a_folder(desk: SourcesDesk, tmp_path: Path) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    workbook(folder / "b.xlsx", {"S": [["a", "b"], ["id", "name"], [1, "x"]]})
    put(folder, "t.csv")
    add(desk, str(folder))
    desk.read_as("f", "b.xlsx", {"header_row": "2"}, False, NULL_PROGRESS)
    assert names(desk, "f") == ["id", "name"]
    assert desk.top(source="f", table="b.xlsx").lines == (1, 2, 3)
    desk.workspace.run("extract")
    assert desk.overview().rows == 4


def test_notes_and_unreadable_records_reach_the_preview(desk: SourcesDesk, tmp_path: Path) -> None:
    add(desk, put(tmp_path, "t.csv", b"id,a\n1,x\x00y\n2,b,c\n3\n" + b"4,ok\n" * 30))
    found = desk.preview(source="t", table="t")
    assert found.ordinals[:3] == (1, 3, 4)
    told = {(n.row, n.column): n.text.fa for n in found.notes}
    assert told[0, 1] == "نویسه‌ی NUL حذف شد"
    assert (1, 1) in told
    assert [(u.ordinal, u.line, u.text) for u in found.unread] == [(2, 3, "2,b,c")]
    assert "۳" in found.unread[0].reason.fa


# -- what goes with it


@pytest.fixture
def mapped(desk: SourcesDesk, tmp_path: Path) -> SourcesDesk:
    """Two sources; the second one's lookup points at the first one's feed."""
    add(desk, put(tmp_path, "people.csv"), put(tmp_path, "orders.csv", "no,who,sum\n1,2,3\n"))
    people = Feed(
        "people",
        1,
        "people",
        "people",
        "contact",
        key=("id",),
        fields=(FieldMapping("lastname", ("نام",)), FieldMapping("city", ("شهر",))),
        filters=(Filter("field('شهر') == 'x'", "test"),),
        left_out=(LeftOut("id", "key only"),),
    )
    orders = Feed(
        "orders",
        2,
        "orders",
        "orders",
        "salesorder",
        fields=(FieldMapping("customerid", ("who",), lookup=Lookup("contact", feed="people")),),
    )
    desk.workspace.edit(
        Text("m", "m"),
        lambda plan: Plan("p", sources=plan.sources, feeds=(people, orders)),
    )
    return desk


def test_removing_a_source_takes_its_feeds_along(mapped: SourcesDesk) -> None:
    losses = mapped.losses(source="people")
    assert [(one.entity, one.fields) for one in losses] == [("contact", ("lastname", "city"))]
    assert mapped.remove(source="people").sections == {"sources", "feeds", "feed_numbers"}
    plan = mapped.workspace.plan
    assert [feed.id for feed in plan.feeds] == ["orders"]
    lookup = plan.feeds[0].fields[0].lookup
    assert lookup is not None
    assert lookup.feed == ""
    assert plan.feed_numbers == 1
    mapped.workspace.undo()
    assert len(mapped.workspace.plan.feeds) == 2


def test_leaving_a_table_out_takes_its_feed_along(mapped: SourcesDesk) -> None:
    assert mapped.losses(source="orders", tables=("orders",))[0].entity == "salesorder"
    mapped.keep(source="orders", tables=("orders",), keep=False, reason=" archive ")
    card = mapped.overview().sources[1].tables[0]
    assert (card.keep, card.reason.en, card.fed) == (False, "archive", ())
    mapped.workspace.status()  # a plan that no stage could read would raise here


def test_lost_columns_are_asked_about_first(mapped: SourcesDesk) -> None:
    plan = mapped.workspace.plan
    result = mapped.read_as("people", "people", {"header_row": "2"}, False, NULL_PROGRESS)
    assert not result.done
    assert {(one.entity, one.fields) for one in result.losses} == {
        ("contact", ("lastname", "city"))
    }
    assert mapped.workspace.plan == plan
    assert mapped.read_as("people", "people", {"header_row": "2"}, True, NULL_PROGRESS).done
    assert [feed.id for feed in mapped.workspace.plan.feeds] == ["orders"]


def test_rows_wait_for_a_column_that_is_gone(mapped: SourcesDesk, tmp_path: Path) -> None:
    mapped.workspace.run("extract")
    feeds = mapped.workspace.plan.feeds
    put(tmp_path, "people.csv", PEOPLE.replace("شهر", "City").replace("id,", "new,id,", 1))
    result = mapped.look_again(("people",), False, NULL_PROGRESS)
    assert [(one.fields, one.waiting) for one in result.losses] == [(("city",), ("شهر",))]
    assert [(one.old, one.new) for one in result.renames] == [("شهر", "City")]
    assert not result.done
    assert mapped.workspace.plan.feeds == feeds
    assert mapped.look_again(("people",), True, NULL_PROGRESS).done
    assert mapped.workspace.plan.feeds == feeds, "nothing is lost"
    status = {one.name: one for one in mapped.workspace.status()}
    assert status["map"].freshness == "blocked"
    assert status["map"].reason.startswith("people has no column شهر any more: contact.city")
    with pytest.raises(PlanError, match="has no column شهر any more"):
        mapped.workspace.run("map")
    mapped.workspace.undo()
    mapped.look_again(("people",), True, NULL_PROGRESS, result.renames)
    feed = mapped.workspace.plan.feeds[0]
    assert {row.target: row.sources for row in feed.fields}["city"] == ("City",)
    assert [one.expression for one in feed.filters] == ["field('City') == 'x'"]
    assert broken(replace(mapped.workspace.plan, feeds=(feed,)))[0].en.startswith("The target has")


# -- changed, moved, gone


def test_a_changed_file_is_noticed_and_read_anew(desk: SourcesDesk, tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv")
    add(desk, path)
    desk.workspace.run("extract")
    card = desk.overview()
    assert (card.snapshot, card.rows, card.sources[0].state) == ("fresh", 3, "ok")
    later = time.time() + 10
    fresh = put(tmp_path, "new.csv")
    os.utime(fresh, (later, later))
    add(desk, fresh)
    assert [card.state for card in desk.overview().sources] == ["ok", "ok"]  # never read yet
    desk.workspace.undo()
    put(tmp_path, "a.csv", PEOPLE.replace("شهر", "شهر,تلفن") + "4,x,y,z\n")
    os.utime(path, (later, later))
    assert desk.overview().sources[0].state == "changed"
    assert desk.look_again((), False, NULL_PROGRESS).done
    assert names(desk, "a") == ["id", "نام", "شهر", "تلفن"]
    assert desk.overview().rows == 4


def test_a_folder_with_a_new_file_is_changed(desk: SourcesDesk, tmp_path: Path) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    put(folder, "a.csv")
    add(desk, str(folder))
    desk.workspace.run("extract")
    assert desk.overview().sources[0].state == "ok"
    later = time.time() + 10
    os.utime(put(folder, "b.csv"), (later, later))
    assert desk.overview().sources[0].state == "changed"
    assert desk.look_again(("f",), False, NULL_PROGRESS).new == ("b.csv",)
    assert [c.no for c in desk.workspace.plan.sources[0].tables] == [1, 2]


def test_a_file_that_moved_is_found_again(desk: SourcesDesk, tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv")
    other = put(tmp_path, "other.csv")
    add(desk, path, other)
    moved = tmp_path / "archive.csv"
    shutil.move(path, moved)
    assert desk.overview().sources[0].state == "missing"
    problem = desk.preview(source="a", table="a").problem
    assert problem is not None
    assert problem.reason == "missing"
    assert desk.relocate("a", other, False, NULL_PROGRESS).problem is not None
    assert desk.relocate("a", str(tmp_path / "no.csv"), False, NULL_PROGRESS).problem is not None
    result = desk.relocate("a", str(moved), False, NULL_PROGRESS)
    assert (result.done, result.gone, result.new) == (True, (), ())
    assert result.moved == (("a", "archive"),)
    assert desk.overview().sources[0].state == "ok"


def test_a_database_file_that_moved_says_so(desk: SourcesDesk, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.db")) as db:
        db.execute("create table t(a)")
        db.commit()
    add(desk, f"sqlite:///{tmp_path / 'x.db'}")
    (tmp_path / "x.db").rename(tmp_path / "y.db")
    problem = desk.preview(source="x", table="t").problem
    assert problem is not None
    assert problem.reason == "missing"
    assert desk.overview().sources[0].state == "missing"


def test_a_sheet_with_options_that_is_gone_stands_in_nobodys_way(
    desk: SourcesDesk, tmp_path: Path
) -> None:
    rows: list[list[object]] = [["x", "y"], ["id", "name"], [1, "a"]]
    path = tmp_path / "b.xlsx"
    add(desk, workbook(path, {"A": rows, "B": rows}))
    desk.read_as("b", "A", {"header_row": "2"}, False, NULL_PROGRESS)
    desk.read_as("b", "B", {"header_row": "2"}, False, NULL_PROGRESS)
    workbook(path, {"B": rows, "C": rows})
    result = desk.look_again(("b",), False, NULL_PROGRESS)
    assert (result.gone, result.new) == (("A",), ("C",))
    assert names(desk, "b") == ["id", "name"]


# -- small things


def test_an_unknown_table_is_one_sentence(desk: SourcesDesk) -> None:
    with pytest.raises(PlanError, match="no source or table called 'x'"):
        desk.preview(source="y", table="x")


def test_a_connection_is_tried(desk: SourcesDesk, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.db")) as db:
        db.execute("create table t(a)")
        db.commit()
    assert desk.test(f"sqlite:///{tmp_path / 'x.db'}") == Reached(1)
    assert desk.test(f"sqlite:///{tmp_path / 'y.db'}") == Reached(0, exists=False)
    with pytest.raises(SourceError, match="not a kind of database"):
        desk.test("oracle://x/y")


def test_wide_and_long_is_cut_for_looking(desk: SourcesDesk, tmp_path: Path) -> None:
    header = ",".join(f"c{n}" for n in range(500))
    row = ",".join("x" * 800 if n == 0 else "y" for n in range(500))
    add(desk, put(tmp_path, "w.csv", f"{header}\n{row}\n"))
    found = desk.preview(source="w", table="w")
    assert (found.width, len(found.columns), len(found.rows[0])) == (500, 200, 200)
    assert found.rows[0][0] == "x" * 499 + "…"


@pytest.mark.parametrize(
    ("english", "persian"),
    [
        ("3 lines before the records were left out.", "۳ سطر پیش از رکوردها کنار گذاشته شد."),
        (
            'Left out: "a.csv" is empty: it has no bytes at all.',
            "کنار گذاشته شد: «\u2068a.csv\u2069» خالی است: حتی یک بایت ندارد.",
        ),
        (
            "crm on db:5432 refused user ali: the password or the user name is wrong.",
            "\u2068crm\u2069 در \u2068db:5432\u2069 کاربر \u2068ali\u2069 را نپذیرفت:"
            " رمز عبور یا نام کاربر نادرست است.",
        ),
        (
            'Repeated column headers were renamed: "a" is now "a_2", "b" is now "b_2".',
            "نام سرستون‌های تکراری عوض شد: «\u2068a\u2069» شد «\u2068a_2\u2069»،"
            " «\u2068b\u2069» شد «\u2068b_2\u2069».",
        ),
        ("Something new.", "Something new."),
    ],
)
def test_readers_words_in_persian(english: str, persian: str) -> None:
    assert said(english) == Text(english, persian)
