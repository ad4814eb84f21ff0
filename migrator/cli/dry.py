"""What a dry run tells on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from migrator import delta
from migrator.cli.output import ATTENTION, DONE, emit, say, table
from migrator.model.loading import RunKind
from migrator.prediction import CLASSES, Foreseen, predict
from migrator.progress import Progress
from migrator.workspace import Workspace

LISTED = 50
_LISTED = {
    delta.VANISHED: "In the target, no longer in the sources: left as they are",
    delta.HELD: "In the target, now in quarantine or merged into another: left as they are",
    delta.REGROUPED: "Loaded under another row's key: not sent, decide by a full run",
}
_EFFECTS = ("overwrite", "clear", "fill", "append", "keep")


def dry_run(workspace: Workspace, progress: Progress, as_json: bool, kind: RunKind) -> int:
    """Predict a full run or a delta, show it, return the exit code."""
    found = predict(workspace, progress, kind)
    held = {one.entity: one.quarantined for one in workspace.account().entities}
    if as_json:
        emit({
            "at": found.at,
            "entities": {
                name: {**facts, "merge": found.merged.get(name, 0), "held": held.get(name, 0)}
                for name, facts in found.entities.items()
            },
            "makes": found.makes,
            "problems": found.problems,
            **({"delta": delta.counts(workspace)} if kind is RunKind.DELTA else {}),
        })  # fmt: skip
    else:
        if kind is RunKind.DELTA:
            tell_delta(workspace)
        _tell(found, held)
    missed = any(one["reject"] + one["wait"] for one in found.entities.values())
    return ATTENTION if found.problems or missed or any(held.values()) else DONE


def tell_delta(workspace: Workspace) -> None:
    """How the newer data stand to what was loaded."""
    counts = delta.counts(workspace)
    table(
        "Newer data beside what was loaded",
        ["entity", *delta.KINDS],
        [(name, *(one[kind] for kind in delta.KINDS)) for name, one in counts.items()],
    )
    for what, told in _LISTED.items():
        rows = [
            (name, *row) for name in counts for row in delta.lines(workspace, name, what, LISTED)
        ]
        if rows:
            table(told, ["entity", "key", "target id"], rows)


def _tell(found: Foreseen, held: dict[str, int]) -> None:
    for problem in found.problems:
        say(problem)
    if found.report is None:
        say("Nothing was written. These problems come first; then run it dry again.")
        return
    table(
        "Dry run: what a full run would do; nothing was written",
        ["entity", *CLASSES, "merge", "kept back before"],
        [
            (name, *(one[kind] for kind in CLASSES), found.merged.get(name, 0), held.get(name, 0))
            for name, one in found.entities.items()
        ],
    )
    if found.makes:
        say(f"The run would make these first: {', '.join(found.makes)}.")
    effects = list(_effects(found.entities))
    if effects:
        table(
            "Values that the target's records hold",
            ["entity", "field", "overwritten", "emptied", "filled", "appended to", "kept"],
            effects,
        )
    causes = [
        (name, kind, field, code, rows)
        for name, one in found.entities.items()
        for kind, code, field, rows in one["causes"]
    ]
    if causes:
        table("Why records would not arrive", ["entity", "class", "field", "cause", "rows"], causes)


def _effects(entities: dict[str, dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    for name, one in entities.items():
        for field, counts in one["fields"].items():
            yield (name, field, *(counts.get(what, 0) for what in _EFFECTS))


def scored(prediction: dict[str, Any]) -> None:
    """How right the dry run was that went before a run."""
    if not prediction:
        return
    rows = [(e, *row) for e, listed in prediction["entities"].items() for row in listed]
    wrong = [row for row in rows if row[1] != row[2]]
    right = sum(row[3] for row in rows if row[1] == row[2])
    total = sum(row[3] for row in rows)
    say(f"The dry run foretold {right:,} of {total:,} records rightly.")
    if wrong:
        table("Foretold wrongly", ["entity", "foretold", "done", "rows"], wrong)
