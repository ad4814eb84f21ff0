"""Issues of one row or record, as sentences."""

from __future__ import annotations

from migrator.desks.story_tables import Tables, field_label
from migrator.model.issues import ISSUE_CODES
from migrator.model.text import Text
from migrator.model.views.story import IssueLine
from migrator.store import names


def issue_lines(tables: Tables, entity: str, stage: str, row: int) -> list[IssueLine]:
    """The issues that a stage has on a row (a golden id from merge on)."""
    found = tables.rows(names.issues(stage, entity), f'"row" = {int(row)}')
    lines = []
    for one in found:
        field, code = one["field"] or "", one["code"] or ""
        label = field_label(tables.plan, entity, field) if field else Text("", "")
        text = issue_text(code, label, one["value"], one["detail"])
        waived = next(
            (
                w.reason
                for w in tables.plan.waivers
                if (w.entity, w.field, w.code) == (entity, field, code)
                and w.row in {None, row}
                and stage == "validate"
            ),
            "",
        )
        lines.append(IssueLine(stage, field, one["severity"] or "", text, waived))
    return lines


def issue_text(code: str, field: Text | str, value: str | None, detail: str | None) -> Text:
    """The issue in words; a code that is not ours is the target's own."""
    known = ISSUE_CODES.get(code)
    if known is None:
        return Text.of(f"{code}: {detail or ''}".strip(": "))
    label = Text.of(field)
    return Text(
        known.text.say("en", field=label.en, value=value or "", detail=detail or ""),
        known.text.say("fa", field=label.fa, value=value or "", detail=detail or ""),
    )
