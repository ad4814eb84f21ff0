"""Causes as a workbook that people correct and send back: a sheet per cause, keys locked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import PatternFill

from migrator.documents import base
from migrator.documents.base import Item, Memory
from migrator.documents.workbook_look import FIRST, LACKING, Column, Look, put
from migrator.model.plan import Plan
from migrator.model.schema import Entity
from migrator.model.text import Text
from migrator.progress import Progress
from migrator.project.project import now
from migrator.rejects import RejectGroup, members, reject_groups
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging

MARK, MEMORY, KIND = "kooch:rejects", "kooch", "rejects"
SHEET_ROWS = 5_000  # of one cause; the others come with the next export
FIXED = ("_key", "_why")  # the columns that are locked
_TITLES = {
    "_key": Text("Source key", "کلید مبدأ"),
    "_why": Text("Why it was left behind", "چرا جا مانده است"),
}
_EMPTY = Text("Nothing was left behind", "چیزی جا نمانده است")
_NO_NAME = re.compile(r"[\[\]:*?/\\']")
_GROUND = PatternFill("solid", fgColor=LACKING[0])
Told = Callable[[str, str], Text]  # entity, field -> what people call it


def export(source: tuple[Staging, Plan, str], path: Path, language: str, progress: Progress) -> int:
    """Write every cause of now to a workbook (`source`: staging, plan, project id); returns lines
    written, a record with two causes stands on both sheets. Raises OSError."""
    return _Book(source, language, progress).save(path)


class _Book:
    def __init__(
        self, source: tuple[Staging, Plan, str], language: str, progress: Progress
    ) -> None:
        self.staging, self.plan, self.project = source
        self.language = language
        self.progress = progress
        self.look = Look(language == "fa")
        self.items: dict[str, Item] = {}
        self.book: Any = Workbook()
        self.book.remove(self.book.active)
        self.look.add_styles(self.book)

    def save(self, path: Path) -> int:
        groups = reject_groups(self.staging, self.plan)
        total = sum(min(group.rows, SHEET_ROWS) for group in groups)
        for number, group in enumerate(groups, 1):
            self._sheet(number, group, total)
        if not groups:
            self.book.create_sheet(_EMPTY.say(self.language))
        self._memory()
        self.book.save(path)
        return len(self.items)

    def _sheet(self, number: int, group: RejectGroup, total: int) -> None:
        entity = self.plan.target.schema.entity(group.entity)
        shown = visible(self.staging, entity)
        columns = [Column("_key", 24, fixed=True), Column("_why", 40, fixed=True)]
        columns += [Column(name, 22, open=True) for name in shown]
        labels = {f.name: Text(f.label or f.name, f.label_fa or f.label) for f in entity.fields}
        heads = [{**labels, **_TITLES}[column.key].say(self.language) for column in columns]
        label = Text(entity.label or entity.name, entity.label_fa or entity.label)
        title = _NO_NAME.sub(" ", f"{number} {label.say(self.language)}")[:31]
        sheet = self.book.create_sheet(title)
        put(sheet, 1, 1, MARK)
        self.look.begin(sheet, columns, heads)
        row = FIRST - 1
        for record in self._records(group, shown):
            row += 1
            self._line((sheet, row), group, columns, record)
            self.progress.update(len(self.items), total, "export")
        self.look.finish(sheet, row, len(columns), f"C{FIRST}")

    def _records(self, group: RejectGroup, shown: dict[str, str]) -> Any:
        values = "".join(f", g.{quote(column)}" for column in shown.values())
        rows = f"""select g._key, m.detail{values} from {quote(names.golden(group.entity))} g
            join (select gid, any_value(detail) as detail
                from ({members(self.staging, group)}) group by gid) m on m.gid = g._gid
            order by g._gid limit {SHEET_ROWS}"""
        for batch in self.staging.arrow(rows):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)

    def _line(
        self,
        place: tuple[Any, int],
        group: RejectGroup,
        columns: Sequence[Column],
        record: Sequence[str | None],
    ) -> None:
        sheet, row = place
        name = f"R{len(self.items) + 1}"
        why = group.told.say(self.language)
        if group.kind == "reject" and record[1] and record[1] not in why:
            why = f"{why}\n{record[1]}"
        told = [record[0] or "", why, *(value or "" for value in record[2:])]
        put(sheet, row, 1, name)
        cells = {}
        for number, (column, text) in enumerate(zip(columns, told, strict=True), 2):
            made = self.look.cell(sheet, row, number, text, column)
            if column.open:
                cells[column.key] = ((text,), str(made.value or ""))
                if column.key == group.field:
                    made.fill = _GROUND
        locked = {"_key": base.digest(told[0])}
        self.items[name] = Item(group.entity, group.id, told[0], cells, locked)

    def _memory(self) -> None:
        memory = Memory(self.project, KIND, now(), self.language, self.items)
        sheet = self.book.create_sheet(MEMORY)
        sheet.sheet_state = "veryHidden"
        for row, (name, text) in enumerate(base.written(memory), 1):
            put(sheet, row, 1, name)
            put(sheet, row, 2, text)
        sheet.protection.sheet = True


def visible(staging: Staging, entity: Entity) -> dict[str, str]:
    """The fields of golden records and the columns that people correct: of a lookup, what was
    looked up."""
    there = set(staging.columns(names.golden(entity.name)))
    return {
        f.name: f"_raw_{f.name}" if f"_raw_{f.name}" in there else f.name
        for f in entity.fields
        if f.name in there
    }
