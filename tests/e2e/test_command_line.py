"""The command line on good and bad input: sentences, exit codes, nothing half-done."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from migrator.cli import main

LIST = (
    "id,name,email,city\r\n0010,Ann Smith,ann@x.ir,Tehran\r\n"
    "2,علي كريمي,ali@x.ir,Qom\r\n3,Bob,,\r\n"
)


@dataclass(frozen=True)
class Told:
    code: int
    out: str
    err: str

    @property
    def data(self):
        return json.loads(self.out)


def kooch(*arguments: object) -> Told:
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Told(result.exit_code, result.stdout, result.stderr)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_bytes(LIST.encode())
    return path


@pytest.fixture
def project(tmp_path: Path, source: Path) -> Path:
    folder = tmp_path / "acme.kooch"
    told = kooch("new", folder, "--source", source, "--target", tmp_path / "crm.sqlite",
                 "--create", "crm")  # fmt: skip
    assert told.code == 0, told.err
    return folder


# -- one source


def test_inspect_tells_how_a_file_is_read(source: Path) -> None:
    (found,) = kooch("inspect", source, "--json").data["tables"]
    assert [c["name"] for c in found["columns"]] == ["id", "name", "email", "city"]
    assert found["facts"]["delimiter"] == ","


def test_read_gives_the_values_back_unchanged(source: Path, tmp_path: Path) -> None:
    assert kooch("read", source, "--out", tmp_path / "out.csv").code == 0
    assert (tmp_path / "out.csv").read_bytes() == LIST.encode()


def test_read_with_a_limit_is_a_prefix(source: Path, tmp_path: Path) -> None:
    kooch("read", source, "--out", tmp_path / "out.csv", "--limit", "1")
    assert (tmp_path / "out.csv").read_text("utf-8").splitlines()[1:] == [
        "0010,Ann Smith,ann@x.ir,Tehran"
    ]


def test_profile_names_meanings(source: Path, tmp_path: Path) -> None:
    (found,) = kooch("profile", source, "--json").data["tables"]
    meanings = {c["name"]: c.get("meaning", "text") for c in found["columns"]}
    assert (meanings["email"], meanings["city"]) == ("email", "city")
    assert kooch("profile", source, "--html", tmp_path / "p.html").code == 0
    assert "email" in (tmp_path / "p.html").read_text("utf-8")


def test_match_writes_pairs_and_clusters(tmp_path: Path) -> None:
    people = tmp_path / "p.csv"
    rows = [f"{n},Person Number{n},p{n}@example.ir,0912{n:07}" for n in range(30)]
    rows += ["90,Person Number3,p3@example.ir,09120000003"]
    people.write_text("id,full name,email,mobile\n" + "\n".join(rows) + "\n", "utf-8")
    told = kooch("match", people, "--id", "id", "--pairs", tmp_path / "pairs.csv",
                 "--clusters", tmp_path / "clusters.csv", "--json")  # fmt: skip
    assert told.code == 0
    pairs = (tmp_path / "pairs.csv").read_text("utf-8").splitlines()
    assert [line.split(",")[:2] for line in pairs[1:]] == [["3", "90"]]
    clusters = dict(
        line.split(",") for line in (tmp_path / "clusters.csv").read_text("utf-8").splitlines()[1:]
    )
    assert len(clusters) == 31
    assert clusters["3"] == clusters["90"] != clusters["4"]


def test_suggest_proposes_a_mapping(source: Path) -> None:
    feeds = kooch("suggest", source, "crm", "--json").data["feeds"]
    assert {r["target"] for feed in feeds for r in feed["fields"]} >= {"emailaddress1"}


# -- a project


def test_a_whole_migration_by_commands(project: Path, tmp_path: Path) -> None:
    assert kooch("run", project, "--full").code == 4  # no pilot was approved
    pilot = kooch("run", project, "--pilot", "--json")
    assert pilot.code in {0, 3}
    assert kooch("approve", project, pilot.data["run"], "--by", "Mina").code == 0
    full = kooch("run", project, "--full", "--json")
    loaded = {e["entity"]: e["loaded"] for e in full.data["account"]["entities"]}
    assert loaded["contact"] == 2  # Bob has no last name, and the target requires one
    with sqlite3.connect(tmp_path / "crm.sqlite") as crm:
        mails = {row[0] for row in crm.execute("select emailaddress1 from contact")}
    crm.close()
    assert {"ann@x.ir", "ali@x.ir"} <= mails
    assert kooch("reconcile", project).code == 0
    assert kooch("report", project, "--out", tmp_path / "pack").code == 0
    back = kooch("rollback", project, full.data["run"], "--json")
    assert back.data["kept"] == 0
    assert kooch("rollback", project, pilot.data["run"]).code == 0
    with sqlite3.connect(tmp_path / "crm.sqlite") as crm:
        assert crm.execute("select count(*) from contact").fetchone() == (0,)
    crm.close()


def test_a_changed_plan_closes_the_gate(project: Path, tmp_path: Path) -> None:
    pilot = kooch("run", project, "--pilot", "--json")
    kooch("approve", project, pilot.data["run"])
    mapping = tmp_path / "map.json"
    kooch("map", "export", project, mapping)
    text = mapping.read_text("utf-8")
    mapping.write_text(text.replace('"transform": "trim"', '"transform": "unicode"'), "utf-8")
    assert kooch("map", "import", project, mapping).code == 0
    told = kooch("run", project, "--full")
    assert told.code == 4
    assert "changed since pilot" in told.err


def test_undo_and_redo_bring_results_back(project: Path) -> None:
    assert "Suggested duplicate rules" in kooch("undo", project).out
    assert "Suggested duplicate rules" in kooch("redo", project).out
    assert [e["label"] for e in kooch("history", project, "--json").data] == [
        "New project",
        "Suggested mapping",
        "Suggested cleansing",
        "Suggested duplicate rules",
    ]


def test_undo_stops_at_a_load(project: Path) -> None:
    kooch("run", project, "--pilot")
    told = kooch("undo", project)
    assert told.code == 4
    assert "wrote into the target" in told.err


def test_status_of_a_new_project(project: Path) -> None:
    told = kooch("status", project, "--json").data
    states = {s["name"]: s["freshness"] for s in told["stages"]}
    assert (states["extract"], states["validate"]) == ("fresh", "never")


# -- bad input


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        pytest.param(["inspect", "nowhere.csv"], 4, "nowhere.csv", id="missing file"),
        pytest.param(["inspect", "empty.csv"], 4, "empty", id="empty file"),
        pytest.param(["inspect", "picture.csv"], 4, "picture.csv", id="not a table"),
        pytest.param(["inspect", "."], 0, "", id="a folder is a source"),
        pytest.param(["inspect", "people.csv", "--option", "x"], 4, "key=value", id="option"),
        pytest.param(["read", "people.csv", "--table", "x"], 4, "Tables: people", id="table"),
        pytest.param(["suggest", "people.csv", "x.json"], 4, "x.json", id="schema file"),
        pytest.param(["status", "nowhere"], 4, "make a new project", id="no project"),
        pytest.param(["run"], 2, "Missing argument", id="usage"),
        pytest.param(["migrate"], 2, "No such command", id="unknown command"),
        pytest.param(
            ["inspect", "postgresql://me:secret@127.0.0.1:9/x"], 4, "127.0.0.1", id="no server"
        ),
        pytest.param(["inspect", "oracle://x/y"], 4, "oracle", id="unknown database"),
    ],
)
def test_bad_input_is_one_sentence(
    source: Path, arguments: list[str], code: int, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(source.parent)
    (source.parent / "empty.csv").write_bytes(b"")
    (source.parent / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    told = kooch(*arguments)
    assert told.code == code, told.out + told.err
    assert sentence in told.err
    assert "secret" not in told.out + told.err


def test_errors_are_json_for_machines(source: Path) -> None:
    told = kooch("inspect", source.parent / "nowhere.csv", "--json")
    assert told.code == 4
    assert set(told.data) == {"error", "hint", "details"}


def test_an_unknown_stage_and_a_wrong_pair_of_options(project: Path) -> None:
    assert "Stages: extract" in kooch("run", project, "--until", "mach").err
    assert kooch("run", project, "--until", "mach").code == 4
    assert kooch("run", project, "--pilot", "--full").code == 2


def test_a_source_that_is_gone_leaves_the_project_whole(project: Path, source: Path) -> None:
    source.rename(source.with_name("elsewhere.csv"))
    assert kooch("run", project).code in {0, 3}  # the snapshot is enough
    told = kooch("run", project, "--refresh")
    assert told.code == 4
    assert "people.csv" in told.err
    source.with_name("elsewhere.csv").rename(source)
    assert kooch("run", project).code in {0, 3}


def test_a_target_without_rights_is_said_before_anything_is_written(
    project: Path, tmp_path: Path
) -> None:
    (tmp_path / "crm.sqlite").mkdir()
    told = kooch("run", project, "--pilot")
    assert told.code == 4
    assert "crm.sqlite" in told.err
    assert kooch("status", project, "--json").data["runs"][0]["state"] == "failed"
    (tmp_path / "crm.sqlite").rmdir()
    assert kooch("run", project, "--pilot").code in {0, 3}


def test_a_new_project_is_not_called_out_of_balance(project: Path) -> None:
    told = kooch("status", project).out
    assert "not complete: match, merge, validate" in told
    assert "DOES NOT" not in told


def test_agreeing_from_a_confidence_on_leaves_rows_without_one(project: Path) -> None:
    assert kooch("map", "agree", project, "--at-least", "2").code == 2
    assert kooch("map", "agree", project, "--at-least", "1").out == "Agreed to 0 rows.\n"
    assert "Agreed" not in kooch("history", project).out
    assert kooch("map", "agree", project, "--at-least", "0.5").out != "Agreed to 0 rows.\n"


def test_a_source_that_is_gone_is_told_with_the_way_out(project: Path, source: Path) -> None:
    source.rename(source.with_name("elsewhere.csv"))
    told = kooch("source", "look", project)
    assert (told.code, "kooch source move" in told.out) == (4, True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MiB; only root may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)]
    if os.name != "posix" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_one_sentence_and_the_project_stays_whole(
    small_disk: Path, source: Path, tmp_path: Path
) -> None:
    folder = small_disk / "acme.kooch"
    told = kooch("new", folder, "--source", source, "--target", tmp_path / "crm.sqlite",
                 "--create", "crm")  # fmt: skip
    assert told.code == 0, told.err
    rows = "".join(f"{n},Person Number{n},p{n}@x.ir,{'x' * 200}\r\n" for n in range(200_000))
    source.write_text("id,name,email,city\r\n" + rows, "utf-8")
    full = kooch("run", folder, "--refresh")
    assert full.code == 4
    assert "Free some space" in full.err
    subprocess.run(["mount", "-o", "remount,size=96m", str(small_disk)], check=True)
    source.write_bytes(LIST.encode())
    assert kooch("status", folder).code == 0
    assert kooch("run", folder, "--refresh").code in {0, 3}
