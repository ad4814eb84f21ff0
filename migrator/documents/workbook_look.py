"""How the mapping workbook looks: columns, colours, protection, lists to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

READ_WIDTH = 90  # characters of the wide column of a sheet that is only read
CELL_LETTERS = 32_000  # a cell takes 32,767
MOST_LINES = 3  # of text that a line is high
KEYS, HEAD, FIRST = 1, 2, 3  # the rows of keys (hidden), of headings, and the first line
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_HEAD = PatternFill("solid", fgColor="E4E9F4")
_OPEN = PatternFill("solid", fgColor="FFF9DB")
_LINE = Border(bottom=Side(style="thin", color="D5DAE4"))
_OPEN_NAME, _LOCKED_NAME = "Kooch open", "Kooch locked"
FREE = ("", "")  # a list that only proposes: something else may be typed
TONES = {
    "suggested": ("EFE7FB", "6D4BC3"),
    "draft": ("E8EDF7", "2A4B8D"),
    "to_decide": ("FDEBD0", "9A5B00"),
    "agreed": ("DDF3E6", "116B45"),
    "signed": ("CDE9DA", "0B5132"),
}
LACKING = ("FBDDDB", "B3261E")


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its key, its width in characters, whether people may change it, and
    whether what stands there says which line it is."""

    key: str
    width: int
    open: bool = False
    fixed: bool = False


@dataclass(frozen=True)
class Look:
    """The look in one language."""

    rtl: bool

    def font(self, **more: Any) -> Font:
        """The typeface; where it is missing the program takes one of the same script."""
        if self.rtl:
            return Font(name="Vazirmatn", family=2, charset=178, **more)
        return Font(name="Calibri", family=2, **more)

    def aligned(self, vertical: str = "top") -> Alignment:
        """For sentences of ours: wrapped, in the direction of the language."""
        return Alignment(vertical=vertical, wrap_text=True, readingOrder=2 if self.rtl else 1)

    def sentence(self, sheet: Any, row: int, texts: tuple[str, str], *, bold: bool = False) -> None:
        """A line of a sheet that is only read: a word and what it is about."""
        for number, text in enumerate(texts, 1):
            cell = put(sheet, row, number, text)
            cell.font = self.font(bold=bold and number == 1)
            cell.alignment = self.aligned()
        lines = max(1, -(-len(texts[1]) // READ_WIDTH))
        sheet.row_dimensions[row].height = 16 * lines + 4

    def page(self, sheet: Any) -> None:
        """The look of a sheet that is only read."""
        sheet.sheet_view.rightToLeft = self.rtl
        sheet.sheet_view.showGridLines = False
        sheet.column_dimensions["A"].width = 34
        sheet.column_dimensions["B"].width = READ_WIDTH
        sheet.protection.sheet = True
        _printed(sheet)

    def begin(self, sheet: Any, columns: Sequence[Column], heads: Sequence[str]) -> None:
        """Header, widths, direction. The first column holds ids and is hidden, like the first
        row, which holds the keys of the columns."""
        sheet.sheet_view.rightToLeft = self.rtl
        sheet.sheet_view.showGridLines = False
        sheet.row_dimensions[KEYS].hidden = True
        sheet.column_dimensions["A"].hidden = True
        sheet.row_dimensions[HEAD].height = 30
        for number, (column, title) in enumerate(zip(columns, heads, strict=True), 2):
            put(sheet, KEYS, number, column.key)
            head = put(sheet, HEAD, number, title)
            head.font, head.fill, head.border = self.font(bold=True), _HEAD, _LINE
            head.alignment = self.aligned("center")
            sheet.column_dimensions[get_column_letter(number)].width = column.width

    def add_styles(self, book: Any) -> None:
        """Name the two looks of a line's cells: a style set cell by cell costs ten times more."""
        side = "right" if self.rtl else "left"
        for name, open_ in ((_OPEN_NAME, True), (_LOCKED_NAME, False)):
            style = NamedStyle(name)
            style.font, style.border = self.font(), _LINE
            style.alignment = Alignment(horizontal=side, vertical="top", wrap_text=True)
            style.protection = Protection(locked=not open_)
            if open_:
                style.fill = _OPEN
                style.number_format = "@"  # 0010 typed here stays 0010
            book.add_named_style(style)

    def cell(self, sheet: Any, row: int, number: int, text: str, column: Column) -> Any:
        """One cell of a line."""
        made = sheet.cell(row, number)
        made.style = _OPEN_NAME if column.open else _LOCKED_NAME
        return put(sheet, row, number, text)

    @staticmethod
    def fit(sheet: Any, row: int, texts: Iterable[tuple[str, Column]]) -> None:
        """As high as the longest text needs, within bounds."""
        lines = max(
            sum(max(1, -(-len(part) // column.width)) for part in text.split("\n"))
            for text, column in texts
        )
        sheet.row_dimensions[row].height = 15 * min(lines, MOST_LINES) + 4

    def finish(self, sheet: Any, last: int, columns: int, frozen: str) -> None:
        """Filter, frozen header, protection without a password."""
        sheet.freeze_panes = frozen
        if last >= FIRST:
            sheet.auto_filter.ref = f"A{HEAD}:{get_column_letter(columns + 1)}{last}"
        guard = sheet.protection
        guard.sheet = True
        for allowed in ("autoFilter", "sort", "formatColumns", "formatRows", "insertColumns"):
            setattr(guard, allowed, False)  # False: not forbidden
        _printed(sheet)
        sheet.print_title_rows = f"{HEAD}:{HEAD}"


def _printed(sheet: Any) -> None:
    """As wide as a landscape page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def put(sheet: Any, row: int, number: int, text: str) -> Any:
    """A text cell, whatever the text begins with."""
    plain = _FORBIDDEN.sub("\ufffd", text)
    if len(plain) > CELL_LETTERS:
        plain = plain[: CELL_LETTERS - 1] + "…"
    cell = sheet.cell(row, number)
    if plain:
        cell.value = plain
        cell.data_type = "s"
        if plain[0] in "=+-@'":
            cell.quotePrefix = True  # it stays text when somebody edits it
    return cell


class Lists:
    """The lists that drop-downs choose from: columns of a hidden sheet, each list once."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._known: dict[tuple[str, ...], str] = {}
        self._rules: dict[tuple[str, str, str], Any] = {}

    def reference(self, choices: Sequence[str]) -> str:
        """Where the choices stand."""
        listed = tuple(dict.fromkeys(choices))
        if listed not in self._known:
            number = len(self._known) + 1
            for row, text in enumerate(listed, 1):
                put(self._sheet, row, number, text)
            letter = get_column_letter(number)
            self._known[listed] = f"{self._sheet.title}!${letter}$1:${letter}${len(listed)}"
        return self._known[listed]

    def offer(self, sheet: Any, cells: str, choices: Sequence[str], guard: tuple[str, str]) -> None:
        """A drop-down in `cells`. With a `guard` (title, sentence) nothing else can be typed; FREE
        leaves people free."""
        if not choices:
            return
        where = self.reference(choices)
        known = (sheet.title, where, guard[0])
        if known not in self._rules:
            rule = DataValidation(type="list", formula1=where, allow_blank=True, showDropDown=False)
            rule.showErrorMessage = bool(guard[0])
            if guard[0]:
                rule.errorTitle, rule.error, rule.errorStyle = guard[0], guard[1], "stop"
            sheet.add_data_validation(rule)
            self._rules[known] = rule
        self._rules[known].add(cells)


def tone(sheet: Any, cells: str, formula: str, colours: tuple[str, str]) -> None:
    """Colour cells where a formula holds."""
    ground, ink = colours
    rule = FormulaRule(
        formula=[formula],
        fill=PatternFill("solid", bgColor=ground, fgColor=ground),
        font=Font(color=ink, bold=True),
    )
    sheet.conditional_formatting.add(cells, rule)
