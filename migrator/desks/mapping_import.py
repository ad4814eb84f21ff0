"""Taking what came back in copies of the mapping workbook into the plan."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from migrator.contract.content import document_fingerprint
from migrator.desks import mapping_edits as edits
from migrator.documents.copy_cells import CopyCells, copy_cells
from migrator.documents.reading import read
from migrator.documents.review import review
from migrator.documents.state import CellKey, State, default_of, entry_of, map_of
from migrator.errors import PlanError
from migrator.model.mapping import Collision, Feed, FieldMapping, RowStatus
from migrator.model.plan import Plan
from migrator.model.profile import TableProfile
from migrator.model.text import Text
from migrator.model.views.mapping_documents import CellEdit, ImportReview

Profiles = Callable[[Feed], TableProfile | None]
Place = tuple[str, str]  # feed, target field
_NOTES = {"collision": Collision, "status": RowStatus, "owner": str, "note": str}


def reviewed(
    plan: Plan,
    project: str,
    paths: Sequence[Path],
    reader: Callable[[Path], CopyCells] = copy_cells,
) -> ImportReview:
    """Read copies and compare them with the plan. Raises SourceError for a file that is no
    workbook."""
    state = State(plan)
    names = _names(paths)
    copies = [read(reader(path), names[n], state, project) for n, path in enumerate(paths)]
    return review(state, copies, document_fingerprint(plan.feeds))


def _names(paths: Sequence[Path]) -> list[str]:
    """The file names; with their folders where two are the same."""
    bare = [path.name for path in paths]
    return [
        name if bare.count(name) == 1 else str(Path(path.parent.name) / name)
        for name, path in zip(bare, paths, strict=True)
    ]


def chosen(found: ImportReview, ids: Collection[str]) -> tuple[CellEdit, ...]:
    """The changes with these ids. PlanError when something was refused, an id is unknown, or two
    sides of the same conflict are wanted."""
    if found.refusals:
        count = len(found.refusals)
        raise PlanError(
            Text(
                f"{count} cells cannot be taken, so nothing was.",
                f"{count} خانه پذیرفتنی نیست، پس چیزی وارد نشد.",
            ),
            hint=Text(
                "Correct these cells in the file, then import it again.",
                "این خانه‌ها را در پرونده درست کنید و دوباره واردش کنید.",
            ),
            problems=[f"{one.cell}: {one.words.en}" for one in found.refusals],
        )
    known = [*found.edits, *(edit for clash in found.clashes for edit in clash.edits)]
    gone = set(ids) - {edit.id for edit in known}
    if gone:
        raise PlanError(
            Text(
                f"{len(gone)} of the chosen changes are not there any more.",
                f"{len(gone)} تغییرِ برگزیده دیگر نیست.",
            ),
            hint=Text(
                "A file or the plan was changed meanwhile: look at the changes again.",
                "پرونده یا برنامه در این میان تغییر کرده: تغییرها را دوباره ببینید.",
            ),
        )
    for clash in found.clashes:
        if sum(edit.id in ids for edit in clash.edits) > 1:
            raise PlanError(
                Text(
                    f"Two answers were chosen for “{clash.place.en}”.",
                    f"برای «{clash.place.fa}» دو پاسخ برگزیده شده است.",
                ),
                hint=Text("Choose one of them.", "یکی را برگزینید."),
            )
    return tuple(edit for edit in known if edit.id in ids)


def taken(plan: Plan, wanted: Sequence[CellEdit], profiles: Profiles) -> Plan:
    """The plan with the changes in it. PlanError for one that cannot stand; nothing is changed
    then."""
    places: dict[Place, dict[str, CellEdit]] = {}
    for edit in wanted:
        if edit.change.what not in {"value", "left_out"}:
            cells = places.setdefault((edit.change.feed, edit.change.target), {})
            cells[edit.change.what] = edit
    for place, cells in places.items():
        plan = _filled(plan, place, cells, profiles)
    plan = _with_values(plan, [edit for edit in wanted if edit.change.what == "value"])
    for place, cells in places.items():
        plan = _noted(plan, place, cells)
    return _left_out(plan, [edit for edit in wanted if edit.change.what == "left_out"])


def _filled(plan: Plan, place: Place, cells: dict[str, CellEdit], profiles: Profiles) -> Plan:
    """What fills the field: columns with a default, or a fixed value, or nothing."""
    if "sources" not in cells and "default" not in cells:
        return plan
    feed_id, target = place
    old = State(plan).row(feed_id, target)
    columns = cells["sources"].value if "sources" in cells else (old.sources if old else ())
    text = _text(cells["default"]) if "default" in cells else (default_of(old) if old else "")
    if not columns:
        if text:
            return edits.set_constant(plan, feed_id, target, text)
        return edits.unmap(plan, feed_id, [target])
    if "sources" in cells:
        plan = _mapped(plan, place, columns, profiles)
    row = State(plan).row(feed_id, target)
    if row is not None and default_of(row) != text:
        plan = edits.set_default(plan, feed_id, target, text)
    return plan


def _mapped(plan: Plan, place: Place, columns: Sequence[str], profiles: Profiles) -> Plan:
    feed_id, target = place
    feed = State(plan).feed(feed_id)
    profile = profiles(feed) if feed is not None else None
    return edits.map_columns(plan, feed_id, target, columns, profile)


def _text(edit: CellEdit) -> str:
    return edit.value[0] if edit.value else ""


def _with_values(plan: Plan, wanted: Sequence[CellEdit]) -> Plan:
    places: dict[Place, list[CellEdit]] = {}
    for edit in wanted:
        places.setdefault((edit.change.feed, edit.change.target), []).append(edit)
    for (feed_id, target), changed in places.items():
        row = State(plan).row(feed_id, target)
        if row is None:
            raise PlanError(
                Text(f"Nothing fills {target} any more.", f"دیگر چیزی {target} را پر نمی‌کند."),
                hint=Text("Reject its values.", "مقدارهایش را رد کنید."),
            )
        values, default = _map_with(row, changed)
        plan = edits.set_value_map(plan, feed_id, target, values, default)
    return plan


def _map_with(
    row: FieldMapping, changed: Sequence[CellEdit]
) -> tuple[dict[str, str], tuple[str, str]]:
    """The entries with the changes in them, and what becomes of other values."""
    options = map_of(row.steps)
    # A new map is only for the listed values: the others were fine without one.
    given: Mapping[str, Any] = options if options is not None else {"default": "keep"}
    values = {str(k): str(v) for k, v in dict(given.get("map", {})).items()}
    for edit in changed:
        entry = entry_of(row.steps, edit.change.key)
        name = entry[0] if entry else edit.change.key
        if edit.value:
            values[name] = edit.value[0]
        else:
            values.pop(name, None)
    default = (str(given.get("default", "issue")), str(given.get("default_value", "")))
    return values, default


def _noted(plan: Plan, place: Place, cells: dict[str, CellEdit]) -> Plan:
    notes = {what: kind(_text(cells[what])) for what, kind in _NOTES.items() if what in cells}
    row = State(plan).row(*place)
    if not notes or row is None:
        return plan
    return edits.annotate(plan, place[0], [place[1]], **notes)


def _left_out(plan: Plan, wanted: Sequence[CellEdit]) -> Plan:
    for edit in wanted:
        feed, column = edit.change.feed, edit.change.key
        now = State(plan).value(CellKey(feed, "", "left_out", column))
        if now is None or now == edit.value:
            continue
        if now:
            plan = edits.take_back(plan, feed, [column])
        if edit.value:
            plan = edits.leave_out(plan, feed, [column], edit.value[0])
    return plan


def signed_by(plan: Plan, before: Plan, wanted: Sequence[CellEdit], at: str) -> Plan:
    """The rows that the changes touched, marked with who changed them in the file."""
    who = {(e.change.feed, e.change.target): e.change.who for e in wanted if e.change.who}
    old = {(f.id, row.target): row for f in before.feeds for row in f.fields}
    feeds = tuple(
        replace(
            feed,
            fields=tuple(
                replace(row, changed_by=who[feed.id, row.target], changed_at=at)
                if (feed.id, row.target) in who and row != old.get((feed.id, row.target))
                else row
                for row in feed.fields
            ),
        )
        for feed in plan.feeds
    )
    return replace(plan, feeds=feeds)
