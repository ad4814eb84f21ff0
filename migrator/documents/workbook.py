"""The mapping document as a workbook that people fill in and send back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from migrator.contract import words as contract_words
from migrator.documents import base, words
from migrator.documents.base import Item, Memory
from migrator.documents.lines import Document, ValueLine
from migrator.documents.state import ROW_CELLS, CellKey, label_of
from migrator.documents.workbook_look import (
    FIRST,
    FREE,
    LACKING,
    TONES,
    Column,
    Lists,
    Look,
    put,
    tone,
)
from migrator.model.mapping import Collision, RowStatus
from migrator.model.schema import Entity, Field

MEMORY, LISTS = "kooch", "kooch_lists"
ID = "id"
FIELDS = (
    Column("field", 26, fixed=True),
    Column("table", 24, fixed=True),
    Column("sources", 28, open=True),
    Column("steps", 34, fixed=True),
    Column("values", 18),
    Column("lookup", 22, fixed=True),
    Column("default", 20, open=True),
    Column("collision", 18, open=True),
    Column("status", 16, open=True),
    Column("owner", 18, open=True),
    Column("note", 32, open=True),
    Column("comments", 30),
    Column("changed", 22),
    Column("before", 24),
    Column("after", 24),
    Column("required", 10, fixed=True),
    Column("type", 14, fixed=True),
    Column("length", 9, fixed=True),
    Column("picklist", 30),
    Column("confidence", 11),
    Column("evidence", 36),
    Column("name", 24, fixed=True),
)
VALUES = (
    Column("field", 34, fixed=True),
    Column("table", 26, fixed=True),
    Column("legacy", 34, fixed=True),
    Column("count", 12),
    Column("value", 34, open=True),
)
COLUMNS = (
    Column("table", 28, fixed=True),
    Column("column", 28, fixed=True),
    Column("type", 16),
    Column("samples", 44),
    Column("left_out", 44, open=True),
)
_NO_NAME = re.compile(r"[\[\]:*?/\\']")


def write(document: Document, path: Path) -> None:
    """Write the workbook. Raises OSError."""
    _Book(document).save(path)


class _Book:
    """The workbook under construction; `items` is what it will remember."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.look = Look(document.rtl)
        self.items: dict[str, Item] = {}
        self._book: Any = Workbook()
        self.look.add_styles(self._book)
        self._about = self._book.active
        self._names: set[str] = {MEMORY, LISTS}
        self._about.title = self._name(document.say(words.SHEETS["about"]))
        self.lists = Lists(self._book.create_sheet(LISTS))
        self._book[LISTS].sheet_state = "veryHidden"

    def save(self, path: Path) -> None:
        self._write_about()
        for entity in self.document.entities():
            self._write_fields(entity)
        self._write_values()
        self._write_columns()
        self._write_glossary()
        self._write_memory()
        self._book.move_sheet(LISTS, len(self._book.sheetnames))
        properties, found = self._book.properties, self.document.findings
        properties.creator = found.by or "Kooch"
        properties.lastModifiedBy = ""
        properties.title = self.document.plan.name
        self._book.save(path)

    def _name(self, wanted: str) -> str:
        plain = _NO_NAME.sub(" ", wanted).strip()[:28] or "-"
        name, n = plain, 1
        while name.casefold() in {taken.casefold() for taken in self._names}:
            n += 1
            name = f"{plain} {n}"
        self._names.add(name)
        return name

    def _sheet(self, title: str, kind: str, columns: Sequence[Column]) -> Any:
        sheet = self._book.create_sheet(self._name(title))
        put(sheet, 1, 1, kind)
        heads = [self.document.say(words.COLUMNS[column.key]) for column in columns]
        self.look.begin(sheet, columns, heads)
        return sheet

    def _line(
        self, place: tuple[Any, int], columns: Sequence[Column], told: dict[str, str], key: CellKey
    ) -> None:
        """One line with its id; what people may change in it is remembered."""
        sheet, row = place
        letter = {"left_out": "C", "value": "V"}.get(key.what, "F")
        name = f"{letter}{len(self.items) + 1}"
        put(sheet, row, 1, name)
        cells = {}
        for number, column in enumerate(columns, 2):
            made = self.look.cell(sheet, row, number, told.get(column.key, ""), column)
            if column.open:
                one = CellKey(key.feed, key.target, column.key, key.key)
                cells[column.key] = (self.document.state.value(one) or (), str(made.value or ""))
        self.look.fit(sheet, row, ((told.get(c.key, ""), c) for c in columns))
        locked = {c.key: base.digest(told.get(c.key, "")) for c in columns if c.fixed}
        self.items[name] = Item(key.feed, key.target, key.key, cells, locked)

    # -- one sheet per entity

    def _write_fields(self, entity: Entity) -> None:
        document = self.document
        sheet = self._sheet(document.entity_name(entity), "kooch:fields", FIELDS)
        default = _letter(FIELDS, "default")
        row = FIRST - 1
        for line in document.fields(entity):
            row += 1
            self._line((sheet, row), FIELDS, document.of_field(line), line.key(ROW_CELLS[0]))
            if line.field.picklist:
                self.lists.offer(sheet, f"{default}{row}", self._labels(line.field), FREE)
        self._offer_columns(sheet, entity)
        self._offer_words(sheet, row)
        self._colour(sheet, row)
        self.look.finish(sheet, row, len(FIELDS), f"D{FIRST}")

    def _offer_columns(self, sheet: Any, entity: Entity) -> None:
        """Every line of a feed offers the columns of its table."""
        at, first = _letter(FIELDS, "sources"), FIRST
        for feed in self.document.plan.feeds_of(entity.name):
            last = first + len(entity.fields) - 1
            cells = f"{at}{first}:{at}{last}"
            self.lists.offer(sheet, cells, self.document.state.columns(feed.id), FREE)
            first = last + 1

    def _labels(self, field: Field) -> list[str]:
        return [self.document.say(label_of(field.picklist, one.value)) for one in field.picklist]

    def _offer_words(self, sheet: Any, last: int) -> None:
        say, people = self.document.say, self.document.plan.people
        guard = (say(words.GUARD_TITLE), say(words.GUARD))
        statuses = [
            say(contract_words.STATUSES[one]) for one in RowStatus if one != RowStatus.SIGNED
        ]
        collisions = [say(contract_words.COLLISIONS[one]) for one in Collision]
        owners = [one.name for one in people]
        owners += [row.owner for feed in self.document.plan.feeds for row in feed.fields]
        for what, choices, strict in (
            ("status", statuses, guard),
            ("collision", collisions, guard),
            ("owner", [name for name in owners if name], FREE),
        ):
            letter = _letter(FIELDS, what)
            self.lists.offer(sheet, f"{letter}{FIRST}:{letter}{last}", choices, strict)

    def _colour(self, sheet: Any, last: int) -> None:
        status, field = _letter(FIELDS, "status"), _letter(FIELDS, "field")
        for one in RowStatus:
            told = self.document.say(contract_words.STATUSES[one])
            formula = f'${status}{FIRST}="{told}"'
            tone(sheet, f"{status}{FIRST}:{status}{last}", formula, TONES[str(one)])
        needed, sources, default = (
            f"${_letter(FIELDS, what)}{FIRST}" for what in ("required", "sources", "default")
        )
        needed = f'AND({needed}<>"",{sources}="",{default}="")'
        tone(sheet, f"{field}{FIRST}:{field}{last}", needed, LACKING)

    # -- value maps, columns

    def _write_values(self) -> None:
        document = self.document
        sheet = self._sheet(document.say(words.SHEETS["values"]), "kooch:values", VALUES)
        row, begun = FIRST - 1, FIRST
        at = _letter(VALUES, "value")
        before: ValueLine | None = None
        for line in document.values():
            row += 1
            if before is not None and _map_of(before) != _map_of(line):
                self._offer_values(sheet, f"{at}{begun}:{at}{row - 1}", before)
                begun = row
            before = line
            self._line((sheet, row), VALUES, document.of_value(line), line.key)
            count = sheet.cell(row, 2 + _place(VALUES, "count"), line.rows)
            count.number_format = "#,##0"
        if before is not None:
            self._offer_values(sheet, f"{at}{begun}:{at}{row}", before)
            empty = f"LEN(TRIM(${at}{FIRST}))=0"
            legacy = _letter(VALUES, "legacy")
            tone(sheet, f"{legacy}{FIRST}:{legacy}{row}", empty, LACKING)
        self.look.finish(sheet, row, len(VALUES), f"B{FIRST}")

    def _offer_values(self, sheet: Any, cells: str, line: ValueLine) -> None:
        picklist, told = line.field.picklist, self.document.state.told
        if not picklist:
            return
        choices = [self.document.say(told(line.key, (one.value,))) for one in picklist]
        choices.append(self.document.say(words.EMPTY))
        guard = (self.document.say(words.GUARD_TITLE), self.document.say(words.GUARD))
        self.lists.offer(sheet, cells, choices, guard)

    def _write_columns(self) -> None:
        document = self.document
        sheet = self._sheet(document.say(words.SHEETS["columns"]), "kooch:columns", COLUMNS)
        row = FIRST - 1
        for line in document.columns():
            row += 1
            self._line((sheet, row), COLUMNS, document.of_column(line), line.key)
        self.look.finish(sheet, row, len(COLUMNS), f"B{FIRST}")

    # -- what people read, what imports read

    def _write_about(self) -> None:
        document, sheet, look = self.document, self._about, self.look
        look.page(sheet)
        title = put(sheet, 1, 1, f"{document.say(words.TITLE)} · {document.plan.name}")
        title.font = look.font(bold=True, size=16)
        row = 2
        for told in document.facts():
            row += 1
            look.sentence(sheet, row, told)
        row += 2
        look.sentence(sheet, row, (document.say(words.HOW_TITLE), ""), bold=True)
        for number, one in enumerate(words.HOW, 1):
            digits = document.speech.digits(str(number))
            look.sentence(sheet, row + number, (digits, document.say(one)))

    def _write_glossary(self) -> None:
        document = self.document
        sheet = self._book.create_sheet(self._name(document.say(words.SHEETS["glossary"])))
        self.look.page(sheet)
        for row, (word, meaning) in enumerate(words.GLOSSARY, 1):
            told = (document.say(word), document.say(meaning))
            self.look.sentence(sheet, row, told, bold=True)

    def _write_memory(self) -> None:
        found = self.document.findings
        memory = Memory(
            found.project, found.fingerprint, found.exported, self.document.language, self.items
        )
        sheet = self._book.create_sheet(MEMORY)
        sheet.sheet_state = "veryHidden"
        for row, (name, text) in enumerate(base.written(memory), 1):
            put(sheet, row, 1, name)
            put(sheet, row, 2, text)
        sheet.protection.sheet = True


def _place(columns: Sequence[Column], key: str) -> int:
    return next(n for n, column in enumerate(columns) if column.key == key)


def _letter(columns: Sequence[Column], key: str) -> str:
    return str(get_column_letter(2 + _place(columns, key)))


def _map_of(line: ValueLine) -> tuple[str, str]:
    return line.feed.id, line.field.name
