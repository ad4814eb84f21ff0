"""A workbook of rejects that came back: what people changed in it, and what cannot be taken."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from migrator.documents import base
from migrator.documents.answers import plain
from migrator.documents.base import Item, Memory, NoMemory
from migrator.documents.copy_cells import CopyCells, Sheet
from migrator.model.codec import canonical
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.rejected.workbook import KIND, MARK, MEMORY, visible
from migrator.sources.workbooks.base import cell_name
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging


@dataclass(frozen=True)
class Change:
    """One value that somebody corrected: of which record, and where it stands in the workbook."""

    id: str
    entity: str
    gid: int
    key: str
    field: str
    old: str
    new: str
    cells: tuple[str, ...]


@dataclass
class Changes:
    """All of them, and (cell, why) of what cannot be taken."""

    who: str = ""
    changes: dict[tuple[str, str, str], Change] = field(default_factory=dict)
    refusals: list[tuple[str, Text]] = field(default_factory=list)

    def refuse(self, cell: str, en: str, fa: str) -> None:
        """Note something that cannot be taken."""
        self.refusals.append((cell, Text(en, fa)))


def read(cells: CopyCells, staging: Staging, plan: Plan, project: str) -> Changes:
    """Compare a workbook with what it remembers of its export, and that with the records of now."""
    found = Changes(cells.who)
    memory = _memory(cells)
    if memory is None or memory.fingerprint != KIND:
        found.refuse(
            "",
            "It is no export of rejects, or its hidden sheet was changed.",
            "برون‌بری ردشده‌ها نیست، یا برگه‌ی پنهانش دست خورده است.",
        )
    elif memory.project != project:
        found.refuse(
            "", "It was exported from another project.", "از پروژه‌ی دیگری برون‌بری شده است."
        )
    else:
        for sheet in cells.sheets:
            if sheet.texts.get((1, 1), "") == MARK:
                _Reader(found, memory, sheet).read()
        _check(found, staging, plan)
    return found


def _memory(cells: CopyCells) -> Memory | None:
    hidden = next((sheet for sheet in cells.sheets if sheet.name == MEMORY), None)
    if hidden is None:
        return None
    last = max((row for row, _ in hidden.texts), default=0)
    rows = [
        (hidden.texts.get((n, 1), ""), hidden.texts.get((n, 2), "")) for n in range(1, last + 1)
    ]
    try:
        return base.remembered(rows)
    except NoMemory:
        return None


class _Reader:
    """One sheet with lines."""

    def __init__(self, found: Changes, memory: Memory, sheet: Sheet) -> None:
        self.found, self.memory, self.sheet = found, memory, sheet
        self.columns = {text: at for (row, at), text in sheet.texts.items() if row == 1 and at > 1}

    def read(self) -> None:
        named = sorted((row, text) for (row, at), text in self.sheet.texts.items() if at == 1)
        for row, name in named:
            item = self.memory.items.get(name.strip())
            if item is None:
                if row > 1:
                    self._refuse(row, 1, "This line is unknown.", "این سطر ناشناخته است.")
            elif base.digest(self._text(row, "_key")) != item.locked["_key"]:
                self._refuse(
                    row,
                    self.columns.get("_key", 1),
                    "The source key was changed: it must stay.",
                    "کلید مبدأ تغییر کرده است: باید بماند.",
                )
            else:
                self._line(row, item)

    def _line(self, row: int, item: Item) -> None:
        for name, (_, shown) in item.cells.items():
            at = self.columns.get(name)
            if at is None:
                continue
            if (row, at) in self.sheet.unreadable:
                self._refuse(row, at, "No value can be read here.", "این‌جا مقداری خوانده نمی‌شود.")
            elif plain(self._text(row, name)) != plain(shown):
                self._add(item, name, plain(self._text(row, name)), self._address(row, at))

    def _add(self, item: Item, name: str, value: str, address: str) -> None:
        place = (item.feed, item.key, name)
        before = self.found.changes.get(place)
        if before is not None and before.new != value:
            self.found.refuse(
                address,
                f"{before.cells[0]} says something else about the same value.",
                f"{before.cells[0]} درباره‌ی همین مقدار چیز دیگری می‌گوید.",
            )
            return
        old = item.cells[name][0][0]
        mark = hashlib.sha256(canonical([*place, value]).encode("utf-8", "surrogatepass"))
        cells = (*(before.cells if before else ()), address)
        self.found.changes[place] = Change(
            mark.hexdigest()[:10], item.feed, 0, item.key, name, old, value, cells
        )

    def _text(self, row: int, name: str) -> str:
        return self.sheet.texts.get((row, self.columns.get(name, 0)), "")

    def _address(self, row: int, at: int) -> str:
        return f"{self.sheet.name}!{cell_name(row, at)}"

    def _refuse(self, row: int, at: int, en: str, fa: str) -> None:
        self.found.refuse(self._address(row, at), en, fa)


def _check(found: Changes, staging: Staging, plan: Plan) -> None:
    """Find the records of now; what changed in the project since is not overwritten."""
    for entity in {change.entity for change in found.changes.values()}:
        mine = {p: c for p, c in found.changes.items() if c.entity == entity}
        now = _now(staging, plan, entity, {c.key for c in mine.values()})
        for place, change in mine.items():
            gid, held = now.get(change.key, (0, {}))
            told = _trouble(change, held) if gid else _GONE
            if told is None:
                found.changes[place] = Change(**{**vars(change), "gid": gid})
            else:
                del found.changes[place]
                if change.new != (held.get(change.field) or ""):
                    found.refusals.append((change.cells[0], told))


_GONE = Text("The record is not in the project any more.", "این رکورد دیگر در پروژه نیست.")
_MOVED = Text(
    "The value was changed in the project since the export.",
    "این مقدار پس از برون‌بری در پروژه تغییر کرده است.",
)


def _trouble(change: Change, held: dict[str, str | None]) -> Text | None:
    if change.field not in held:
        return Text("Nothing is mapped to this field.", "چیزی به این فیلد نگاشت نشده است.")
    return None if (held[change.field] or "") == change.old else _MOVED


def _now(
    staging: Staging, plan: Plan, entity: str, keys: set[str]
) -> dict[str, tuple[int, dict[str, str | None]]]:
    """Golden id and visible values by source key."""
    if not plan.target.schema.has(entity) or not staging.exists(names.golden(entity)):
        return {}
    shown = visible(staging, plan.target.schema.entity(entity))
    columns = "".join(f", {quote(column)}" for column in shown.values())
    rows = staging.rows(
        f"select _key, _gid{columns} from {quote(names.golden(entity))}"
        " where _key in (select unnest(?))",
        [sorted(keys)],
    )
    return {str(row[0]): (int(row[1]), dict(zip(shown, row[2:], strict=True))) for row in rows}


def chosen(found: Changes, ids: frozenset[str]) -> Iterator[Change]:
    """The changes with these ids."""
    return (change for change in found.changes.values() if change.id in ids)
