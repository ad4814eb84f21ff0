"""Decisions, stage outputs, runs and approvals of a project."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from migrator.model.codec import canonical, from_data
from migrator.model.loading import PilotApproval, RunKind
from migrator.model.matching import Verdict
from migrator.model.reports import StageReport
from migrator.model.survivorship import Override
from migrator.project.connections import Connections
from migrator.project.history import transaction


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


Decision = Verdict | Override
_KINDS: dict[str, type[Decision]] = {"verdict": Verdict, "override": Override}


@dataclass(frozen=True)
class Act:
    """What a person decided in one go: `no` is the number of its first row, `rows` how many."""

    no: int
    kind: str
    entity: str
    rows: int
    at: str
    who: str


class Decisions:
    """Verdicts and overrides: append-only rows with a sequence number. What was decided in one go
    is an act; a row of the kind `withdrawal` names an act that counts no more."""

    def __init__(self, connection: Connections) -> None:
        self._connection = connection
        self._read: tuple[_Row, ...] = ()  # rows never change: each is read once

    def add(self, *decisions: Decision) -> int:
        """Keep what a person decided in one go, all of it or nothing; returns the act's number."""
        with transaction(self._connection):
            no = self.last() + 1
            for decision in decisions:
                kind = "verdict" if isinstance(decision, Verdict) else "override"
                together = replace(decision, act=no) if len(decisions) > 1 else decision
                self._insert(decision.by, kind, canonical(together))
        return no

    def withdraw(self, act: int, who: str) -> None:
        """Let an act count no more; its rows stay."""
        self._insert(who, "withdrawal", json.dumps({"act": act}))

    def _insert(self, who: str, kind: str, body: str) -> None:
        self._connection.execute(
            "insert into decision(at, who, kind, body) values (?, ?, ?, ?)",
            (_now(), who, kind, body),
        )

    def last(self) -> int:
        """Number of the newest row, 0 before the first."""
        found = self._connection.execute("select coalesce(max(seq), 0) from decision").fetchone()
        return int(found[0])

    def verdicts(self, until: int | None = None) -> tuple[Verdict, ...]:
        """The verdicts that count, in order; the last one on a pair decides. `until` looks back:
        as it stood after the row of that number."""
        return tuple(v for _, _, v in self._counting(until) if isinstance(v, Verdict))

    def overrides(self, until: int | None = None) -> tuple[Override, ...]:
        """The overrides that count, in order; `until` as for verdicts."""
        return tuple(o for _, _, o in self._counting(until) if isinstance(o, Override))

    def acts(self) -> tuple[Act, ...]:
        """The acts that count, oldest first."""
        found: dict[int, Act] = {}
        for at, kind, decision in self._counting():
            no = decision.act or decision.seq
            rows = found[no].rows if no in found else 0
            found[no] = Act(no, kind, decision.entity, rows + 1, at, decision.by)
        return tuple(found.values())

    def _counting(self, until: int | None = None) -> list[tuple[str, str, Decision]]:
        """(at, kind, decision) of every row whose act was not withdrawn."""
        rows = [row for row in self._rows() if until is None or row.seq <= until]
        gone = {row.withdraws for row in rows if row.withdraws}
        return [
            (row.at, row.kind, row.decision)
            for row in rows
            if row.decision is not None and (row.decision.act or row.seq) not in gone
        ]

    def _rows(self) -> tuple[_Row, ...]:
        known = self._read
        newer = self._connection.execute(
            "select seq, at, kind, body from decision where seq > ? order by seq",
            (known[-1].seq if known else 0,),
        ).fetchall()
        if newer and not self._connection.in_transaction:
            known = (*known, *(_row(*row) for row in newer))
            self._read = known
        return known

    def rows(self) -> list[tuple[int, str, str, str, str]]:
        """(seq, at, who, kind, body) of every decision."""
        return list(
            self._connection.execute("select seq, at, who, kind, body from decision order by seq")
        )


@dataclass(frozen=True)
class _Row:
    """A row of the decision table as read: a decision, or the number of an act that it takes
    back; a kind that this version does not know is neither."""

    seq: int
    at: str
    kind: str
    decision: Decision | None = None
    withdraws: int = 0


def _row(seq: int, at: str, kind: str, body: str) -> _Row:
    data = json.loads(body)
    if kind == "withdrawal":
        return _Row(seq, at, kind, withdraws=int(data["act"]))
    if kind in _KINDS:
        return _Row(seq, at, kind, from_data(_KINDS[kind], {**data, "seq": seq}))
    return _Row(seq, at, kind)


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

    def __init__(self, connection: Connections) -> None:
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

    def making(self, stage: str, physical: str) -> StageOutput | None:
        """The output that a table version belongs to."""
        row = self._connection.execute(
            "select stage, fingerprint, digest, at, report, tables from stage_output"
            " where stage = ? and instr(tables, ?) order by at desc, rowid desc limit 1",
            (stage, json.dumps(physical)),
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

    def __init__(self, connection: Connections) -> None:
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

    def note(self, no: int, state: str, facts: dict[str, Any]) -> None:
        """Change what is known of a finished run; when it ended stays as it was."""
        self._connection.execute(
            "update run set state = ?, facts = ? where no = ?",
            (state, json.dumps(facts, ensure_ascii=False), no),
        )

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
