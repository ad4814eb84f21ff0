"""Loading into a folder of files."""

from __future__ import annotations

from pathlib import Path

import pytest

from migrator.errors import Cancelled, TargetError
from migrator.model.loading import LoadSettings, RunKind
from migrator.model.reports import StageReport
from migrator.model.schema import Schema
from migrator.progress import NULL_PROGRESS, Progress
from migrator.stages.load import LoadSection, entity_load, run
from migrator.store.names import outcome, quote
from migrator.store.staging import Staging
from migrator.targets.opening import open_target
from tests.unit.targets.load_world import ACCOUNT, CONTACT, new_journal, put_ready

ACCOUNT_FIELDS, CONTACT_FIELDS = ("name", "code", "parent_id"), ("name", "account_id")


def fill(staging: Staging) -> None:
    accounts = [
        {"_gid": n, "name": f"N{n}", "code": f"c{n}", "parent_id": n % 25 + 1} for n in range(1, 26)
    ]
    contacts = [{"_gid": 100 + n, "name": f"P{n}", "account_id": n} for n in range(1, 26)]
    put_ready(staging, ACCOUNT, ACCOUNT_FIELDS, accounts)
    put_ready(staging, CONTACT, CONTACT_FIELDS, contacts)


def load(
    staging: Staging,
    folder: Path,
    run_no: int = 1,
    progress: Progress = NULL_PROGRESS,
    only: dict[str, str] | None = None,
) -> StageReport:
    target = open_target(f"folder:{folder}")
    target.create(Schema((ACCOUNT, CONTACT)))
    section = LoadSection(
        "p1",
        "legacy",
        run_no,
        RunKind.FULL,
        (entity_load(ACCOUNT, ACCOUNT_FIELDS), entity_load(CONTACT, CONTACT_FIELDS)),
        LoadSettings(batch_rows=10),
        target,
        new_journal(),
        only or {},
    )
    try:
        return run(staging, section, progress)
    finally:
        target.close()


def ids(folder: Path, name: str) -> list[dict[str, str]]:
    target = open_target(f"folder:{folder}")
    entity, fields = (ACCOUNT, ACCOUNT_FIELDS) if name == "account" else (CONTACT, CONTACT_FIELDS)
    rows = [row for batch in target.read_back(entity, fields) for row in batch.to_pylist()]
    target.close()
    return rows


def test_everything_once_with_lookups(tmp_path: Path) -> None:
    staging = Staging(None)
    fill(staging)
    report = load(staging, tmp_path)
    assert report.facts["entities"]["account"]["loaded"] == 25
    accounts, contacts = ids(tmp_path, "account"), ids(tmp_path, "contact")
    by_name = {row["name"]: row for row in accounts}
    assert len(by_name) == len(accounts) == len(contacts) == 25
    # Without a second pass: the parent's id is known before the parent is written.
    assert by_name["N3"]["parent_id"] == by_name["N4"]["target_id"]
    assert all(by_name["N" + row["name"][1:]]["target_id"] == row["account_id"] for row in contacts)
    staging.close()


def test_stop_resume_again_and_another_run(tmp_path: Path) -> None:
    staging = Staging(None)
    fill(staging)

    class Stop:
        left = 2

        def update(self, done: int, total: int | None, label: str) -> None:
            self.left -= 1
            if self.left < 0:
                raise Cancelled

    with pytest.raises(Cancelled):
        load(staging, tmp_path, progress=Stop())
    load(staging, tmp_path)
    load(staging, tmp_path)
    load(staging, tmp_path, run_no=2)
    assert len(ids(tmp_path, "account")) == len(ids(tmp_path, "contact")) == 25
    states = staging.rows(f"select distinct state from {quote(outcome('contact'))}")
    assert states == [("loaded",)]
    staging.close()


def test_pilot_then_full(tmp_path: Path) -> None:
    staging = Staging(None)
    fill(staging)
    staging.create("pilot_account", "select _gid from ready_account where _gid < 4")
    staging.create("pilot_contact", "select _gid from ready_contact where _gid < 102")
    load(staging, tmp_path, 1, only={"account": "pilot_account", "contact": "pilot_contact"})
    assert len(ids(tmp_path, "account")) == 3
    report = load(staging, tmp_path, 2)
    assert report.facts["entities"]["account"]["already_there"] == 3
    assert len(ids(tmp_path, "account")) == len(ids(tmp_path, "contact")) == 25
    staging.close()


@pytest.mark.parametrize(
    ("uri", "words"), [("", "No target"), ("ftp://x/y", "ftp://"), ("  ", "No target")]
)
def test_what_is_no_target(uri: str, words: str) -> None:
    with pytest.raises(TargetError, match=words):
        open_target(uri)
