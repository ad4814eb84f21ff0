"""The records that are kept back, whole and with their reasons, as a workbook."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from migrator.desks.cleaning_edits import entity_label, field_label
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.progress import Progress
from migrator.rejects import EXCEL_ROWS, told_of
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging

CELL_LETTERS = 32_000  # a cell holds 32,767
_REASONS = Text("Reasons", "علت‌ها")
_KEY = Text("Source key", "کلید مبدأ")
_NO_NAME = re.compile(r"[\[\]:*?/\\]")


def write_held_back(
    staging: Staging, plan: Plan, path: Path, language: str, progress: Progress
) -> int:
    """A sheet per entity that has such records: reasons, source key and every field, as text.
    Returns how many records were written. Raises OSError."""
    if not path.absolute().parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "There is no such folder", str(path.parent))
    book = Workbook(write_only=True)
    total = sum(staging.count(names.quarantine(entity)) for entity in plan.entities())
    done = 0
    for entity in plan.entities():
        if not staging.count(names.quarantine(entity)):
            continue
        title = _NO_NAME.sub(" ", entity_label(plan, entity).say(language))[:31] or entity[:31]
        sheet = book.create_sheet(title)
        sheet.sheet_view.rightToLeft = language == "fa"
        sheet.freeze_panes = "C2"
        for n, row in enumerate(_rows(staging, plan, entity, language)):
            if n > EXCEL_ROWS:
                break
            sheet.append([_text(sheet, value) for value in row])
            done += n > 0
            progress.update(done, total, "export")
    if not book.worksheets:
        book.create_sheet(_REASONS.say(language))
    book.save(path)
    return done


def _rows(staging: Staging, plan: Plan, entity: str, language: str) -> Iterator[list[str | None]]:
    """The heading, then a row per record."""
    held, issues = names.quarantine(entity), names.issues("validate", entity)
    there = set(staging.columns(held))
    fields = [f.name for f in plan.target.schema.entity(entity).fields if f.name in there]
    labels = {name: field_label(plan, entity, name) for name in fields}
    yield [
        _REASONS.say(language),
        _KEY.say(language),
        *(labels[name].say(language) for name in fields),
    ]
    shown = [f"_raw_{name}" if f"_raw_{name}" in there else name for name in fields]
    sql = f"""select any_value(h._key) as _key,
        list(struct_pack(f := i.field, c := i.code, v := i.value, d := i.detail)
            order by i.field, i.code) as reasons {_values(shown)}
        from {quote(held)} h join {quote(issues)} i on i.row = h._gid and i.severity = 'error'
        group by h._gid order by h._gid"""
    mark = "؛ " if language == "fa" else "; "
    for batch in staging.arrow(sql):
        for record in batch.to_pylist():
            told = [
                told_of(r["c"], field_label(plan, entity, r["f"]), r["v"], r["d"]).say(language)
                for r in record["reasons"]
            ]
            values = [record[f"v{n}"] for n in range(len(shown))]
            yield [mark.join(told), record["_key"], *values]


def _values(columns: list[str]) -> str:
    return "".join(f", any_value(h.{quote(name)}) as v{n}" for n, name in enumerate(columns))


def _text(sheet: Any, value: str | None) -> Any:
    plain = ILLEGAL_CHARACTERS_RE.sub("", value or "")[:CELL_LETTERS]
    cell = WriteOnlyCell(sheet, value=plain)
    cell.data_type = "s"  # text that starts with "=" must not become a formula
    return cell
