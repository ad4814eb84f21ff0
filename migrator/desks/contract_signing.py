"""Signatures under the mapping document: given, taken back, and what hinders them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from migrator.contract import gate, words
from migrator.contract.content import SHOWN, document_fingerprint, row_content
from migrator.contract.fit import broken
from migrator.contract.signing import Mark, Standing, contents, settled, sign, unsign
from migrator.desks.mapping_sheet import entity_label
from migrator.desks.mapping_values import values
from migrator.desks.state import lacking
from migrator.errors import PlanError
from migrator.model.changes import ChangeSet
from migrator.model.mapping import Feed, FieldMapping, RowStatus
from migrator.model.plan import Plan
from migrator.model.schema import Entity
from migrator.model.text import Text
from migrator.model.views.contract import EntitySign, SignLine, SignSheet
from migrator.model.views.mapping import ValueSheet
from migrator.project.project import now
from migrator.starting import unaccounted
from migrator.workspace import Workspace

NAMED = 4  # names in a sentence
LOOKED_BACK = 60  # changes of the plan that are searched for an editor
VALUES = 1000  # distinct values of a picklist that are looked at
Rows = Mapping[str, Sequence[str]]  # target fields by feed id


def sheet(workspace: Workspace) -> SignSheet:
    """Every row with its signature, and what hinders each entity."""
    plan = workspace.plan
    lines = with_editors(workspace, gate.lines(plan, workspace.project.contracts))
    return SignSheet(
        lines=lines,
        entities=tuple(_entity(workspace, name, lines) for name in plan.entities()),
        fingerprint=document_fingerprint(plan.feeds)[:SHOWN],
        required=plan.loading.require_signature,
        user=workspace.user,
        people=tuple(person.name for person in plan.people),
    )


def _entity(workspace: Workspace, name: str, lines: tuple[SignLine, ...]) -> EntitySign:
    mine = [one for one in lines if one.entity == name]
    entity = workspace.plan.target.schema.entity(name)
    return EntitySign(
        entity=name,
        label=entity_label(entity),
        rows=len(mine),
        signed=sum(one.standing == Standing.SIGNED for one in mine),
        reopened=sum(one.standing == Standing.REOPENED for one in mine),
        hindrances=hindrances(workspace, name),
    )


def with_editors(workspace: Workspace, lines: tuple[SignLine, ...]) -> tuple[SignLine, ...]:
    """The lines with the person behind an edit that the row itself does not name: one of its feed
    or of the target. The history of the plan knows."""
    if not any(not cell.who for one in lines for cell in one.edits):
        return lines
    past = _Past(workspace)
    return tuple(_named_editor(past, one) if one.edits else one for one in lines)


def _named_editor(past: _Past, one: SignLine) -> SignLine:
    if all(cell.who for cell in one.edits):
        return one
    who, at = past.editor(one.feed, one.target, one.at)
    edits = tuple(cell if cell.who else replace(cell, who=who, at=at) for cell in one.edits)
    return replace(one, edits=edits, told=gate.told(one.where, edits))


class _Past:
    """The newest changes of the plan, each read once."""

    def __init__(self, workspace: Workspace) -> None:
        self._history = workspace.project.history
        entries = workspace.history()
        head = next((n for n, entry in enumerate(entries) if entry.current), -1)
        self._entries = entries[: head + 1]
        self._plans: dict[int, Plan] = {}

    def editor(self, feed: str, target: str, since: str) -> tuple[str, str]:
        """(who, when) of the change that made the row what it is; "" where that is long ago."""
        pairs = list(pairwise(self._entries))[-LOOKED_BACK:]
        for before, entry in reversed(pairs):
            if entry.at < since:
                break
            if self._content(before.seq, feed, target) != self._content(entry.seq, feed, target):
                return entry.who, entry.at
        return "", ""

    def _content(self, seq: int, feed_id: str, target: str) -> object:
        if seq not in self._plans:
            self._plans[seq] = self._history.at(seq)
        plan = self._plans[seq]
        return next(
            (
                row_content(plan, feed, row)
                for feed in plan.feeds
                for row in feed.fields
                if (feed.id, row.target) == (feed_id, target)
            ),
            None,
        )


# -- what hinders an entity


def hindrances(workspace: Workspace, name: str) -> tuple[Text, ...]:
    """What keeps an entity from being signed as a whole, a sentence each."""
    return tuple(_hindrances(workspace, name))


def _hindrances(workspace: Workspace, name: str) -> Iterator[Text]:
    plan = workspace.plan
    feeds = plan.feeds_of(name)
    yield from broken(replace(plan, feeds=feeds))
    open_rows = [
        words.where(plan, name, row.target)
        for feed in feeds
        for row in feed.fields
        if not settled(row)
    ]
    if open_rows:
        yield _named("Not agreed yet: {}.", "هنوز توافق نشده: {}.", open_rows)
    lost = [words.where(plan, name, field) for entity, field in lacking(plan) if entity == name]
    if lost:
        yield _named("Required, but nothing fills it: {}.", "الزامی ولی بی‌نگاشت: {}.", lost)
    tables = {(feed.source, feed.table) for feed in feeds}
    open_columns = [one for one in _unaccounted(plan) if one[:2] in tables]
    several = len({one[:2] for one in open_columns}) > 1
    left = [Text.of(f"{t}.{column}" if several else column) for _, t, column in open_columns]
    if left:
        yield _named(
            "Columns neither mapped nor left out: {}.",
            "ستون‌هایی که نه نگاشت شده‌اند و نه کنار گذاشته: {}.",
            left,
        )
    for feed in feeds:
        for row in feed.fields:
            yield from _unmapped(workspace, plan.target.schema.entity(name), feed, row)


def _unaccounted(plan: Plan) -> list[tuple[str, str, str]]:
    return [] if broken(plan) else unaccounted(plan)


def _unmapped(
    workspace: Workspace, entity: Entity, feed: Feed, row: FieldMapping
) -> Iterator[Text]:
    field = next((one for one in entity.fields if one.name == row.target), None)
    if field is None or not field.picklist or row.lookup or broken(workspace.plan):
        return
    try:
        found = values(workspace.staging, workspace.plan, feed, row, VALUES)
    except PlanError:  # steps that cannot run say so themselves
        return
    open_values = [Text.of(value) for value in _open_values(found, entity, row)]
    if open_values:
        at = words.where(workspace.plan, feed.entity, row.target)
        yield _named(
            f"{at.en}: values without a picklist value: {{}}.",
            f"{at.fa}: مقدارهایی که در فهرست مقصد جایی ندارند: {{}}.",
            open_values,
        )


def _open_values(found: ValueSheet, entity: Entity, row: FieldMapping) -> list[str]:
    known = {one.value for one in entity.field(row.target).picklist}
    if found.step >= 0:
        decided = found.default != "issue"
        return [] if decided else [line.value for line in found.lines if line.to is None]
    return [line.value for line in found.lines if line.value not in known]


def _named(en: str, fa: str, names: Sequence[Text]) -> Text:
    dots = "…" if len(names) > NAMED else ""
    told = Text(
        en.format(", ".join(one.en for one in names[:NAMED]) + dots),
        fa.format("، ".join(one.fa for one in names[:NAMED]) + dots),
    )
    return Text(told.en.replace("….", "…"), told.fa.replace("….", "…"))


# -- signing


def sign_rows(workspace: Workspace, rows: Rows, by: str) -> ChangeSet:
    """Sign rows as they stand; PlanError names those that nobody has agreed to."""
    _known(workspace.plan, rows)
    mark = Mark(by.strip() or workspace.user, now())
    signed = sign(workspace.plan, rows, mark)
    workspace.project.contracts.remember(contents(workspace.plan, rows))
    count = words.number(sum(len(targets) for targets in rows.values()))
    label = Text(f"{count.en} rows signed by {mark.by}", f"امضای {count.fa} ردیف به دست {mark.by}")
    return workspace.edit(label, lambda _: signed)


def sign_entity(workspace: Workspace, entity: str, by: str) -> ChangeSet:
    """Sign every row of an entity; PlanError says what hinders it."""
    plan = workspace.plan
    if entity not in plan.entities():
        raise PlanError(
            Text(f"Nothing feeds {entity!r}.", f"هیچ جدولی «{entity}» را پر نمی‌کند."),
            hint=Text("Choose an entity that is mapped.", "موجودیتی را برگزینید که نگاشت دارد."),
        )
    found = hindrances(workspace, entity)
    label = entity_label(plan.target.schema.entity(entity))
    if found:
        raise PlanError(
            Text(
                f"{label.en} cannot be signed yet. {' '.join(one.en for one in found)}",
                f"«{label.fa}» را هنوز نمی‌شود امضا کرد. {' '.join(one.fa for one in found)}",
            ),
            hint=Text("Settle these first.", "نخست این‌ها را حل کنید."),
            problems=[one.en for one in found],
        )
    rows = {feed.id: [row.target for row in feed.fields] for feed in plan.feeds_of(entity)}
    return sign_rows(workspace, rows, by)


def unsign_rows(workspace: Workspace, rows: Rows) -> ChangeSet:
    """Take the signatures of rows away."""
    _known(workspace.plan, rows)
    count = words.number(sum(len(targets) for targets in rows.values()))
    label = Text(f"Signature of {count.en} rows taken back", f"پس گرفتن امضای {count.fa} ردیف")
    return workspace.edit(label, lambda plan: unsign(plan, rows))


def require(workspace: Workspace, required: bool) -> ChangeSet:
    """Let the full run wait for all signatures, or not."""
    label = (
        Text("The full run asks for signatures", "اجرای کامل امضا می‌خواهد")
        if required
        else Text("The full run asks for no signatures", "اجرای کامل امضا نمی‌خواهد")
    )
    return workspace.edit(
        label,
        lambda plan: replace(plan, loading=replace(plan.loading, require_signature=required)),
    )


def _known(plan: Plan, rows: Rows) -> None:
    there = {(feed.id, row.target) for feed in plan.feeds for row in feed.fields}
    for feed, targets in rows.items():
        for target in targets:
            if (feed, target) not in there:
                raise PlanError(
                    Text(
                        f"There is no row {target!r} in the feed {feed!r}.",
                        f"در نگاشت «{feed}» ردیفی برای «{target}» نیست.",
                    ),
                    hint=Text("Look at the mapping document.", "سند نگاشت را ببینید."),
                )


def agree(workspace: Workspace, rows: Rows) -> ChangeSet:
    """Agree to rows as they stand."""
    _known(workspace.plan, rows)
    count = words.number(sum(len(targets) for targets in rows.values()))
    label = Text(f"Agreed to {count.en} rows", f"توافق درباره‌ی {count.fa} ردیف")

    def agreed(plan: Plan) -> Plan:
        feeds = tuple(
            replace(
                feed,
                fields=tuple(
                    replace(row, status=RowStatus.AGREED)
                    if row.target in rows.get(feed.id, ())
                    else row
                    for row in feed.fields
                ),
            )
            for feed in plan.feeds
        )
        return replace(plan, feeds=feeds)

    return workspace.edit(label, agreed)
