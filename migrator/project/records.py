"""Decisions, stage outputs, runs and approvals of a project."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from migrator.model.codec import canonical, from_data
from migrator.model.loading import PilotApproval, RunKind
from migrator.model.matching import Verdict
from migrator.model.reports import StageReport


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Decisions:
    """Verdicts and overrides: append-only rows with a sequence number."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, verdict: Verdict) -> int:
        """Keep a verdict; returns its sequence number."""
        cursor = self._connection.execute(
            "insert into decision(at, who, kind, body) values (?, ?, 'verdict', ?)",
            (_now(), verdict.by, canonical(verdict)),
        )
        return int(cursor.lastrowid or 0)

    def verdicts(self) -> tuple[Verdict, ...]:
        """All verdicts in order; the last one on a pair counts."""
        rows = self._connection.execute(
            "select seq, body from decision where kind = 'verdict' order by seq"
        )
        return tuple(from_data(Verdict, {**json.loads(body), "seq": seq}) for seq, body in rows)

    def rows(self) -> list[tuple[int, str, str, str, str]]:
        """(seq, at, who, kind, body) of every decision."""
        return list(
            self._connection.execute("select seq, at, who, kind, body from decision order by seq")
        )


@dataclass(frozen=True)
class StageOutput:
    """What a stage made for one fingerprint. `digest` names the content for the stages after it;
    `tables` says which version each
    logical table it wrote has."""

    stage: str
    fingerprint: str
    digest: str
    at: str
    report: StageReport
    tables: dict[str, str]


class Outputs:
    """Which fingerprints have been worked out already: undo finds its old results here."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(
        self,
        stage: str,
        fingerprint: str,
        digest: str,
        report: StageReport,
        tables: Mapping[str, str],
    ) -> None:
        """Remember a finished stage."""
        self._connection.execute(
            "insert or replace into stage_output values (?, ?, ?, ?, ?, ?)",
            (stage, fingerprint, digest, _now(), canonical(report), json.dumps(dict(tables))),
        )

    def get(self, stage: str, fingerprint: str) -> StageOutput | None:
        """The output for this fingerprint, if it was ever made."""
        row = self._connection.execute(
            "select stage, fingerprint, digest, at, report, tables from stage_output"
            " where stage = ? and fingerprint = ?",
            (stage, fingerprint),
        ).fetchone()
        return _output(row) if row else None

    def latest(self, stage: str) -> StageOutput | None:
        """The output made last, fresh or stale."""
        row = self._connection.execute(
            "select stage, fingerprint, digest, at, report, tables from stage_output"
            " where stage = ? order by at desc, rowid desc limit 1",
            (stage,),
        ).fetchone()
        return _output(row) if row else None

    def forget(self, stage: str) -> None:
        """Drop all outputs of a stage: it must run again."""
        self._connection.execute("delete from stage_output where stage = ?", (stage,))


def _output(row: tuple[Any, ...]) -> StageOutput:
    report = from_data(StageReport, json.loads(row[4]))
    return StageOutput(row[0], row[1], row[2], row[3], report, json.loads(row[5]))


@dataclass(frozen=True)
class Run:
    """One load or rollback. `state`: running, done, attention, failed, cancelled, rolled_back."""

    no: int
    kind: RunKind
    state: str
    fingerprint: str
    started_at: str
    ended_at: str | None
    who: str
    facts: dict[str, Any]


class Runs:
    """The runs of a project and the approvals of its pilots."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def start(self, kind: RunKind, fingerprint: str, who: str) -> int:
        """Open a new run; returns its number."""
        cursor = self._connection.execute(
            "insert into run(kind, state, fingerprint, started_at, who)"
            " values (?, 'running', ?, ?, ?)",
            (kind.value, fingerprint, _now(), who),
        )
        return int(cursor.lastrowid or 0)

    def finish(self, no: int, state: str, facts: dict[str, Any]) -> None:
        """Close a run, or say that it stopped; a resumed run is finished again."""
        self._connection.execute(
            "update run set state = ?, ended_at = ?, facts = ? where no = ?",
            (state, _now(), json.dumps(facts, ensure_ascii=False), no),
        )

    def mark(self, no: int, state: str) -> None:
        """Change the state of a run alone."""
        self._connection.execute("update run set state = ? where no = ?", (state, no))

    def all(self) -> list[Run]:
        """Every run, oldest first."""
        rows = self._connection.execute(
            "select no, kind, state, fingerprint, started_at, ended_at, who, facts"
            " from run order by no"
        )
        return [
            Run(r[0], RunKind(r[1]), r[2], r[3], r[4], r[5], r[6], json.loads(r[7])) for r in rows
        ]

    def last(self, kind: RunKind) -> Run | None:
        """The newest run of a kind."""
        return next((run for run in reversed(self.all()) if run.kind == kind), None)

    def approve(self, approval: PilotApproval) -> None:
        """Keep a person's approval of a pilot."""
        self._connection.execute(
            "insert into approval(run, fingerprint, who, at, note) values (?, ?, ?, ?, ?)",
            (approval.run, approval.fingerprint, approval.by, approval.at, approval.note),
        )

    def approvals(self) -> tuple[PilotApproval, ...]:
        """All approvals, oldest first."""
        rows = self._connection.execute(
            "select run, fingerprint, who, at, note from approval order by seq"
        )
        return tuple(PilotApproval(*row) for row in rows)
