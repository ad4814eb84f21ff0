"""A workbook that came back, compared with what it remembers of its export."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from migrator.documents import base, words
from migrator.documents.answers import Unfit, answer, plain
from migrator.documents.base import Item, Memory, NoMemory
from migrator.documents.copy_cells import CopyCells, Sheet
from migrator.documents.state import CellKey, State, Value
from migrator.model.text import Text
from migrator.model.views.mapping_documents import Refusal
from migrator.sources.workbooks.base import cell_name

MARK = "kooch:"
MOST_TOLD = 20  # deleted lines that are named one by one
Place = tuple[int, int]


@dataclass
class Copy:
    """What one copy says: by cell the value at its export (`base`), the value now, and where it
    stands; `refusals` is what cannot be taken."""

    file: str
    who: str
    memory: Memory | None = None
    answers: dict[CellKey, tuple[Value, Value, str]] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)

    def refuse(self, cell: str, en: str, fa: str) -> None:
        """Note something that cannot be taken, once."""
        told = Refusal(self.file, cell, Text(en, fa))
        if told not in self.refusals:
            self.refusals.append(told)


@dataclass(frozen=True)
class _Lines:
    """A sheet with lines: the place of its columns by key, and its lines by row."""

    sheet: Sheet
    columns: Mapping[str, int]
    names: Mapping[int, str]

    def address(self, row: int, column: int) -> str:
        return f"{self.sheet.name}!{cell_name(row, column)}"


def read(cells: CopyCells, file: str, state: State, project: str) -> Copy:
    """Everything that people changed in a copy, and everything in it that cannot be taken."""
    copy = Copy(file, cells.who)
    copy.memory = _memory(cells, copy)
    if copy.memory is None:
        return copy
    if copy.memory.project != project:
        copy.refuse("", "It was exported from another project.", "از پروژه‌ی دیگری برون‌بری شده است.")
        return copy
    found: dict[str, list[tuple[_Lines, int]]] = defaultdict(list)
    for sheet in cells.sheets:
        lines = _lines(sheet)
        if lines is None:
            continue
        for row, name in lines.names.items():
            found[name].append((lines, row))
        for row in _strangers(lines):
            copy.refuse(
                lines.address(row, min(lines.columns.values(), default=1)),
                "This line was added; lines cannot be added here.",
                "این سطر افزوده شده است؛ این‌جا نمی‌شود سطر افزود.",
            )
    _match(copy, copy.memory, found, state)
    return copy


def _memory(cells: CopyCells, copy: Copy) -> Memory | None:
    for sheet in cells.sheets:
        if sheet.texts.get((1, 1), "").strip() == base.FORMAT:
            last = max(row for row, _ in sheet.texts)
            rows = [
                (sheet.texts.get((row, 1), ""), sheet.texts.get((row, 2), ""))
                for row in range(1, last + 1)
            ]
            try:
                return base.remembered(rows)
            except NoMemory:
                copy.refuse(
                    sheet.name,
                    "The hidden sheet of the workbook was changed: export it anew.",
                    "برگه‌ی پنهان کارپوشه تغییر کرده است: دوباره برون‌بری کنید.",
                )
                return None
    copy.refuse(
        "",
        "This is no workbook that Kooch exported, or its hidden sheet is gone.",
        "این کارپوشه را کوچ برون‌بری نکرده، یا برگه‌ی پنهانش پاک شده است.",
    )
    return None


def _lines(sheet: Sheet) -> _Lines | None:
    if not sheet.texts.get((1, 1), "").startswith(MARK):
        return None
    known = set(words.COLUMNS)
    columns: dict[str, int] = {}
    for (row, column), text in sorted(sheet.texts.items()):
        if row == 1 and column > 1 and text.strip() in known:
            columns.setdefault(text.strip(), column)
    rows = {place[0] for place in sheet.texts if place[0] > 2 and place[1] == 1}
    names = {row: sheet.texts[row, 1].strip() for row in sorted(rows)}
    return _Lines(sheet, columns, names)


def _strangers(lines: _Lines) -> list[int]:
    """Rows with something in our columns and no id."""
    ours = set(lines.columns.values())
    rows = {
        row
        for (row, column), text in lines.sheet.texts.items()
        if row > 2 and column in ours and text.strip()
    }
    return sorted(rows - lines.names.keys())


def _match(
    copy: Copy, memory: Memory, found: Mapping[str, list[tuple[_Lines, int]]], state: State
) -> None:
    for name, places in found.items():
        item = memory.items.get(name)
        if item is None or len(places) > 1:
            for lines, row in places if item is None else places[1:]:
                copy.refuse(
                    lines.address(row, min(lines.columns.values(), default=1)),
                    "This line is not one of the export, or stands here twice.",
                    "این سطر در پرونده‌ی برون‌بری نبوده یا دو بار آمده است.",
                )
            continue
        lines, row = places[0]
        if _locked(copy, item, lines, row):
            _open_cells(copy, item, (lines, row), state)
    gone = list(_gone(memory, found, state))
    for told in gone[:MOST_TOLD]:
        copy.refuse(
            "",
            f"The line “{told.en}” was deleted; lines cannot be deleted here.",
            f"سطر «{told.fa}» حذف شده است؛ این‌جا نمی‌شود سطری را حذف کرد.",
        )
    more = len(gone) - MOST_TOLD
    if more > 0:
        copy.refuse("", f"{more} more lines were deleted.", f"{more} سطر دیگر هم حذف شده است.")


def _gone(
    memory: Memory, found: Mapping[str, list[tuple[_Lines, int]]], state: State
) -> Iterator[Text]:
    for name, item in memory.items.items():
        if name not in found:
            what = next(iter(item.cells), "sources")
            yield state.place(item.cell(what))


def _locked(copy: Copy, item: Item, lines: _Lines, row: int) -> bool:
    """Whether what says which line this is still stands as it was."""
    whole = True
    for what, digest in item.locked.items():
        column = lines.columns.get(what)
        if column is None:
            continue  # a column of facts that somebody took away: nothing hangs on it
        if base.digest(lines.sheet.texts.get((row, column), "")) != digest:
            whole = False
            copy.refuse(
                lines.address(row, column),
                "This cell is locked and was changed.",
                "این خانه قفل است و تغییر کرده.",
            )
    return whole


def _open_cells(copy: Copy, item: Item, place: tuple[_Lines, int], state: State) -> None:
    lines, row = place
    for what, (value, text) in item.cells.items():
        column = lines.columns.get(what)
        if column is None:
            copy.refuse(
                lines.sheet.name,
                f"The column “{words.COLUMNS[what].en}” is missing.",
                f"ستون «{words.COLUMNS[what].fa}» نیست.",
            )
            continue
        address, key = lines.address(row, column), item.cell(what)
        if (row, column) in lines.sheet.unreadable:
            copy.refuse(
                address,
                "The cell holds a formula or an error: write its value.",
                "در خانه فرمول یا خطا هست: مقدارش را بنویسید.",
            )
            continue
        written = lines.sheet.texts.get((row, column), "")
        if plain(written) == plain(text):
            continue
        try:
            said = answer(state, key, written)
        except Unfit as unfit:
            copy.refuse(address, unfit.words.en, unfit.words.fa)
            continue
        if said != value:
            copy.answers[key] = (value, said, address)
