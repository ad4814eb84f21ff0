"""What the command line prints: tables for people, one JSON document for machines."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars
from rich.table import Table

from migrator.contract.words import STATUSES
from migrator.errors import MigratorError
from migrator.loading import Difference, RunResult
from migrator.model.codec import to_data
from migrator.model.mapping import Feed, FieldMapping
from migrator.model.reports import RowAccount, StageReport

DONE, USAGE, ATTENTION, FAILED, CANCELLED = 0, 2, 3, 4, 130
REDRAW_SECONDS = 0.1

# Without a terminal there is no width to fit: tables stay whole, one row a line.
out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 200)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def say(text: str) -> None:
    """One line for people; markup is taken literally, so that data cannot colour or hide text."""
    out.print(text, markup=False)


def emit(data: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(
        json.dumps(to_data(data, whole=True), ensure_ascii=False, indent=2, default=str) + "\n"
    )


_SEGMENTS = 30  # segments that are listed


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A table for people; numbers are set right."""
    listed = [tuple(row) for row in rows]
    drawn = Table(title=title, title_justify="left", title_style="bold")
    for at, name in enumerate(columns):
        numeric = bool(listed) and all(isinstance(row[at], int | float) for row in listed)
        drawn.add_column(name, justify="right" if numeric else "left", overflow="fold")
    for row in listed:
        drawn.add_row(*(_cell(value) for value in row))
    out.print(drawn)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    text = "" if value is None else str(value)
    return text.replace("[", "\\[")


_COUNTED = ("mapped", "absorbed", "golden", "quarantined", "ready", "loaded", "rejected", "pending")


def account(found: RowAccount, waiting: Sequence[str] = ()) -> None:
    """The row account as two tables and a verdict; it cannot balance while stages are `waiting`."""
    table(
        "Row account: source tables",
        ["source", "table", "read", "used", "excluded", "unreadable", "balances"],
        [
            (t.source, t.table, t.read, t.used, t.excluded, t.unreadable, t.balanced)
            for t in found.tables
        ],
    )
    table(
        "Row account: entities",
        ["entity", *_COUNTED, "balances"],
        [(e.entity, *(getattr(e, name) for name in _COUNTED), e.balanced) for e in found.entities],
    )
    _verdict(found, waiting)


def _verdict(found: RowAccount, waiting: Sequence[str]) -> None:
    if waiting and not found.balanced:
        say(f"The account is not complete: {', '.join(waiting)} to be worked out.")
        return
    say("The account balances." if found.balanced else "THE ACCOUNT DOES NOT BALANCE.")


def complain(error: MigratorError, as_json: bool) -> None:
    """What happened and what to do, on standard error (or as JSON on standard output)."""
    if as_json:
        emit({"error": error.message, "hint": error.hint, "details": _plain(error.details)})
        return
    err.print(error.message, style="bold red", markup=False)
    for problem in error.details.get("problems", [])[:20]:
        err.print(f"  - {problem}", markup=False)
    if error.hint:
        err.print(error.hint, markup=False)


def _plain(details: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in details.items() if isinstance(value, str | int | list)}


class TerminalProgress:
    """A progress bar on a terminal; silent elsewhere. Use it in a `with` statement."""

    def __init__(self, enabled: bool = True) -> None:
        self._enabled = enabled and sys.stderr.isatty()
        self._bars = Bars(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=err,
            transient=True,
        )
        self._task: Any = None
        self._label = ""
        self._last = 0.0

    def __enter__(self) -> TerminalProgress:
        if self._enabled:
            self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._enabled:
            self._bars.stop()

    def update(self, done: int, total: int | None, label: str) -> None:
        """Show the newest state, about ten times a second."""
        moment = time.monotonic()
        if not self._enabled or (label == self._label and moment - self._last < REDRAW_SECONDS):
            return
        self._last = moment
        if label != self._label:
            if self._task is not None:
                self._bars.remove_task(self._task)
            self._task = self._bars.add_task(label, total=total)
            self._label = label
        self._bars.update(self._task, completed=done, total=total)


def code_of(found: RowAccount) -> int:
    """The exit code that fits an account: attention when rows were kept back or refused."""
    held = any(e.quarantined or e.rejected for e in found.entities)
    unread = any(t.unreadable for t in found.tables)
    return ATTENTION if held or unread or not found.balanced else DONE


def run_result(result: RunResult) -> None:
    """What a load did, its reconciliation and the account."""
    if result.closure:
        say(result.closure)
    entities = result.load.facts["entities"]
    table(
        f"Run {result.run}: {result.kind}, {result.load.facts['mode']}",
        ["entity", "loaded", "rejected", "pending", "already there", "rows/s"],
        [
            (
                name,
                f["loaded"],
                f["rejected"],
                f["pending"],
                f["already_there"],
                f["rows_per_second"],
            )
            for name, f in entities.items()
        ],
    )
    reconciliation(result.reconciliation, result.differences)
    account(result.account)


def reconciliation(report: StageReport, differences: Sequence[Difference]) -> None:
    """What reading the target back has shown."""
    table(
        "Reconciliation: the target read back and compared, every row and field",
        ["entity", "expected", "found", "equal", "missing", "extra", "different"],
        [
            (name, f["expected"], f["found"], f["equal"], f["missing"], f["extra"], f["different"])
            for name, f in report.facts["entities"].items()
        ],
    )
    _parts(report.facts["entities"])
    if differences:
        table(
            "Differences",
            ["entity", "key", "target id", "field", "kind", "expected", "found"],
            [
                (d.entity, d.key, d.target_id, d.field, d.kind, d.expected, d.found)
                for d in differences
            ],
        )
    elif not report.attention:
        say("Everything that was loaded is in the target, field by field as planned.")


def _parts(entities: Mapping[str, Any]) -> None:
    """How many segments agree, the ones that do not, and lookups that are not whole."""
    compared, wrong = 0, []
    for name, facts in entities.items():
        for one in facts["segments"]:
            compared += len(one["rows"]) + one["rest"]
            wrong += [
                (name, f"{one['field']} = {row.get('name') or row['value']}", *_sides(one, row))
                for row in one["rows"]
                if row["expected"] != row["found"]
            ]
    if compared:
        say(f"{compared:,} segments compared, {len(wrong):,} do not agree.")
    if wrong:
        heads = ["entity", "segment", "expected", "found"]
        table("Segments that do not agree", heads, wrong[:_SEGMENTS])
    broken = [
        (name, field, counts.get("orphan", 0), counts.get("lost", 0), counts.get("wrong", 0))
        for name, facts in entities.items()
        for field, counts in facts["links"].items()
    ]
    if broken:
        heads = ["entity", "lookup", "to nothing", "parent lost", "another parent"]
        table("Broken relationships", heads, broken)


def _sides(dimension: Mapping[str, Any], row: Mapping[str, Any]) -> list[str]:
    """Both sides of a segment: the count, and the sums that differ."""
    names = ["records", *dimension["measures"]]
    differ = [at for at, one in enumerate(row["expected"]) if row["found"][at] != one]
    return [
        ", ".join(f"{row[side][at]} {names[at]}" for at in differ) for side in ("expected", "found")
    ]


def rollback_result(told: Mapping[str, Any]) -> None:
    """What taking a run back did."""
    say(
        f"Removed {told['removed']:,} created records, restored {told['restored']:,} updated ones,"
        f" kept {told['kept']:,} that others have changed or refer to."
    )
    for one in told["conflicts"][:50]:
        say(f"  kept: {one['entity']} {one['key']} ({one['target_id']}): {one['reason']}")


def feed(found: Feed) -> None:
    """One feed of the mapping document."""
    key = ", ".join(found.key) or "position"
    table(
        f"{found.source}/{found.table} -> {found.entity}, key: {key}",
        ["field", "from", "through", "status", "owner", "confidence", "evidence"],
        [
            (
                r.target,
                ", ".join(r.sources),
                _through(r),
                STATUSES[r.status].en,
                r.owner,
                r.confidence,
                r.evidence,
            )
            for r in found.fields
        ],
    )
    for gone in found.left_out:
        say(f"  left out: {gone.column}  ({gone.reason})")


def _through(row: FieldMapping) -> str:
    steps = " > ".join(step.transform for step in row.steps)
    lookup = f"lookup {' or '.join(row.lookup.entities)}" if row.lookup else ""
    return " > ".join(part for part in (steps, lookup) if part)
