"""Names of columns from what stands in a header row."""

from __future__ import annotations

from collections.abc import Sequence

from migrator.model.schema import FieldType
from migrator.model.source import SourceColumn

_SHOWN = 5


def name_columns(
    headers: Sequence[str], types: Sequence[FieldType] = ()
) -> tuple[tuple[SourceColumn, ...], tuple[str, ...]]:
    """Columns with unique names, and warning sentences about those that were renamed.

    Names are trimmed headers; a blank one becomes `column_3` (its 1-based place), a repeated one
    (compared without case and outer blanks) `email_2`, `email_3` ... The original stays in
    `SourceColumn.header`. `types` are guesses per column, TEXT where missing.
    """
    taken: set[str] = set()
    own = {header.strip().casefold() for header in headers if header.strip()}
    columns = []
    blank = []
    repeated = []
    for place, header in enumerate(headers, 1):
        plain = header.replace("\0", "").strip()
        base = plain or f"column_{place}"
        name = base
        number = 2
        while name.casefold() in taken or (name != plain and name.casefold() in own):
            name = f"{base}_{number}"
            number += 1
        taken.add(name.casefold())
        kind = types[place - 1] if place <= len(types) else FieldType.TEXT
        columns.append(SourceColumn(name, header, kind))
        if not plain:
            blank.append(name)
        elif name != plain:
            repeated.append(f'"{plain}" is now "{name}"')
    warnings = []
    if repeated:
        warnings.append(f"Repeated column headers were renamed: {_some(repeated)}.")
    if blank:
        warnings.append(f"Columns without a header were named {_some(blank)}.")
    return tuple(columns), tuple(warnings)


def _some(items: list[str]) -> str:
    shown = ", ".join(items[:_SHOWN])
    rest = len(items) - _SHOWN
    return f"{shown} and {rest} more" if rest > 0 else shown
