"""Which row of a sheet holds the column headers, told from its first rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

Row = tuple[int, Mapping[int, str]]  # sheet row, texts by column; both 1-based

_LOOKED_AT = 20
_LONGEST = 200
_DATA = re.compile(
    r"[+-]?[0-9۰-۹٠-٩][0-9۰-۹٠-٩.,/:T\s()+%-]*(e[+-]?[0-9]+)?|true|false|\S+@\S+\.\S+", re.I
)
_YEAR = re.compile(r"(1[3-9]|20)[0-9]{2}")


def find_header_row(rows: Sequence[Row]) -> int:
    """The sheet row of the header among the first non-blank rows of a sheet, 0 if there is none.

    A header row is the first one made of short words rather than data (numbers, dates, e-mail
    addresses), about as wide as the rows below it and wider than the lines of a preamble above it.
    Years may stand among the words.
    """
    seen = rows[: _LOOKED_AT + 1]
    widest = 0
    for place, (number, cells) in enumerate(seen):
        above, widest = widest, max(widest, len(cells))
        last = place + 1 == len(seen)
        if len(cells) <= above or (last and place) or not _is_heading(cells):
            continue
        if len(cells) * 2 < _usual_width(seen[place + 1 :]):
            continue
        if not last and _better(seen[place + 1][1], cells):
            continue
        return number
    return 0


def starts_another_table(cells: Mapping[int, str]) -> bool:
    """Whether a row behind a blank one looks like the header of a further table."""
    return len(cells) > 1 and _is_heading(cells)


def _is_heading(cells: Mapping[int, str]) -> bool:
    words = [text for text in cells.values() if not _is_data(text)]
    rest = [text for text in cells.values() if _is_data(text)]
    years = all(_YEAR.fullmatch(text.strip()) for text in rest)
    return bool(words) and years and len(set(rest)) == len(rest)


def _is_data(text: str) -> bool:
    plain = text.strip()
    return not plain or len(plain) > _LONGEST or _DATA.fullmatch(plain) is not None


def _usual_width(rows: Sequence[Row]) -> int:
    """The most common number of cells; the larger one of several."""
    widths = [len(cells) for _, cells in rows]
    return max(widths, key=lambda width: (widths.count(width), width), default=0)


def _better(below: Mapping[int, str], cells: Mapping[int, str]) -> bool:
    """Whether the next row is the header and this one a title above it."""
    return _is_heading(below) and len(cells) * 4 < len(below) * 3
