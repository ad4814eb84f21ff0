"""A block of cells as spreadsheets read it from the clipboard."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QStandardItemModel

Cell = str | int | float | bool | None
MOST_ROWS = 100_000
# More than this a spreadsheet reads too slowly as HTML.
MOST_HTML_CELLS = 200_000
_HARMLESS = re.compile(r"[+-][\d\s().,/-]*")
_STYLE = "<style>td{mso-number-format:'\\@';white-space:pre}</style>"


def mime(rows: Sequence[Sequence[Cell]], header: Sequence[str] = ()) -> QMimeData:
    """The cells as tab-separated text and, unless there are very many, as an HTML table, which
    spreadsheets prefer: there every cell is marked as text, so that leading zeros and long numbers
    stay, and nothing is run as a formula."""
    lines = [header, *rows] if header else rows
    made = _bare()
    made.setText(tsv(lines))
    if sum(len(line) for line in lines) <= MOST_HTML_CELLS:
        made.setHtml(table(lines))
    return made


def _bare() -> QMimeData:
    """Empty mime data that was not made by Python. The clipboard deletes what it holds when the
    program ends, after Python has gone: one made by `QMimeData()` takes the process down then."""
    model = QStandardItemModel(1, 1)
    made = model.mimeData([model.index(0, 0)])
    for name in made.formats():
        made.removeFormat(name)
    return made


def tsv(rows: Iterable[Sequence[Cell]]) -> str:
    """Tab-separated lines; a cell with a tab, a line break or a quote is quoted."""
    return "\r\n".join("\t".join(_plain(cell) for cell in row) for row in rows)


def table(rows: Iterable[Sequence[Cell]]) -> str:
    """The cells as an HTML table of texts."""
    lines = (
        "<tr>" + "".join(f"<td>{_marked(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<html><head>{_STYLE}</head><body><table>{''.join(lines)}</table></body></html>"


def _plain(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    if _is_formula(text):
        # Plain text carries no type: without this, pasting would run it.
        text = f"'{text}"
    if any(sign in text for sign in '\t\n\r"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _marked(cell: Cell) -> str:
    text = "" if cell is None else html.escape(str(cell))
    broken = "<br style='mso-data-placement:same-cell'>"
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", broken)


def _is_formula(text: str) -> bool:
    """Whether a spreadsheet would run the text: a number or a phone number with a sign is none."""
    bare = text.lstrip()
    if not bare or bare[0] not in "=@+-":
        return False
    return bare[0] in "=@" or not _HARMLESS.fullmatch(bare)
