"""Named versions of the mapping document: kept, compared, put back."""

from __future__ import annotations

from dataclasses import replace

from migrator.contract import words
from migrator.contract.content import SHOWN, document_fingerprint
from migrator.contract.diff import Difference, differing
from migrator.errors import PlanError
from migrator.mapping_names import numbered
from migrator.model.changes import ChangeSet
from migrator.model.mapping import Feed
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.model.views.contract import DiffLine, VersionLine
from migrator.project.contracts import NamedVersion
from migrator.project.project import now
from migrator.workspace import Workspace

CURRENT = 0  # stands for the document as it is now
_AGAIN = Text("Choose another name.", "نام دیگری برگزینید.")


def versions(workspace: Workspace) -> tuple[VersionLine, ...]:
    """All named versions, newest first."""
    here = document_fingerprint(workspace.plan.feeds)
    return tuple(
        VersionLine(
            one.no,
            one.name,
            one.who,
            one.at,
            one.note,
            one.fingerprint[:SHOWN],
            one.rows,
            one.fingerprint == here,
        )
        for one in reversed(workspace.project.contracts.versions())
    )


def save(workspace: Workspace, name: str, note: str, by: str) -> VersionLine:
    """Keep the document as it stands under a name; PlanError for a name that is taken."""
    name = name.strip()
    if not name:
        raise PlanError(Text("The version has no name.", "نسخه نامی ندارد."), hint=_AGAIN)
    kept = workspace.project.contracts
    if any(one.name == name for one in kept.versions()):
        raise PlanError(
            Text(f"There is a version called {name} already.", f"نسخه‌ای به نام «{name}» هست."),
            hint=_AGAIN,
        )
    feeds = workspace.plan.feeds
    rows = sum(len(feed.fields) for feed in feeds)
    mark = document_fingerprint(feeds)
    who = by.strip() or workspace.user
    kept.keep(NamedVersion(0, name, who, now(), note.strip(), mark, rows), feeds)
    workspace.project.log(f"Mapping version {name} kept by {who}")
    return versions(workspace)[0]


def number_of(workspace: Workspace, name: str) -> int:
    """The number of the version that is called so, or has this number; `current` is the document
    as it stands. PlanError if there is none."""
    if name in {"", "current"}:
        return CURRENT
    for one in workspace.project.contracts.versions():
        if name in {one.name, str(one.no)}:
            return one.no
    raise PlanError(
        Text(f"There is no version called {name!r}.", f"نسخه‌ای به نام «{name}» نیست."),
        hint=Text("Look at the list of versions.", "فهرست نسخه‌ها را ببینید."),
    )


def feeds_at(workspace: Workspace, no: int) -> tuple[Feed, ...]:
    """The document of a version, or as it stands."""
    return workspace.plan.feeds if no == CURRENT else workspace.project.contracts.feeds(no)


def compare(workspace: Workspace, old: int, new: int) -> tuple[DiffLine, ...]:
    """Every cell that differs between two versions, as table and in words."""
    found = differing(feeds_at(workspace, old), feeds_at(workspace, new))
    return tuple(_line(workspace.plan, one) for one in found)


def _line(plan: Plan, one: Difference) -> DiffLine:
    place = one.place
    return DiffLine(
        one.feed,
        one.entity,
        place.target,
        place.what,
        place.key,
        words.where_in(plan, one.feed, one.entity, place.target),
        words.CELLS.get(place.what, Text.of(place.what)),
        one.old,
        one.new,
        words.sentence(plan, one),
    )


def restore(workspace: Workspace, no: int) -> ChangeSet:
    """Put a version in place of the document, as one step of undo. What it names and is not there
    any more stays in it, is named, and keeps it from running."""
    feeds = workspace.project.contracts.feeds(no)
    name = next(one.name for one in workspace.project.contracts.versions() if one.no == no)

    def put(plan: Plan) -> Plan:
        after = replace(plan, feeds=feeds)
        return replace(after, feed_numbers=max(numbered(plan), numbered(after)))

    label = Text(f"Mapping as in “{name}”", f"بازگرداندن نگاشت به نسخه‌ی «{name}»")
    return workspace.edit(label, put)
