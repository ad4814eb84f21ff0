"""Projects of every released format open forever; what is new in a format is there afterwards."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from migrator.model.mapping import RowStatus
from migrator.project import format as layout
from migrator.project.contracts import NamedVersion
from migrator.project.project import Project

SAMPLES = sorted((Path(__file__).parent / "samples").glob("format_*.sql"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.stem)
def test_a_frozen_project_opens(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "old.kooch"
    folder.mkdir()
    with sqlite3.connect(folder / "project.db") as connection:
        connection.executescript(sample.read_text("utf-8"))
    connection.close()
    with Project.open(folder) as project:
        plan = project.history.plan()
        assert (plan.customer, plan.feeds[0].fields[0].status) == ("آکمه", RowStatus.AGREED)
        version = NamedVersion(0, "v1", "Mina", "2026-01-01", "", "abc", 1)
        no = project.contracts.keep(version, plan.feeds)
        assert project.contracts.feeds(no) == plan.feeds
        project.contracts.remember({"abc": {"row": 1}})
        assert project.contracts.recalled(["abc", "unknown"]) == {"abc": {"row": 1}}
        found = project.connection.execute("pragma user_version").fetchone()[0]
        assert found == layout.USER_VERSION
    assert list((folder / "backups").glob("project-*.db")), "backed up before"
    with Project.open(folder) as again:
        assert [one.name for one in again.contracts.versions()] == ["v1"]


def test_every_older_format_has_a_frozen_sample() -> None:
    assert {path.stem for path in SAMPLES} >= {
        f"format_{version // 1000}_{version % 1000}" for version in layout.UPGRADES
    }
