"""Issues in plain words: the sentences of the closed list, with values kept apart."""

from __future__ import annotations

from migrator.model.issue_details import detail_text
from migrator.model.issues import ISSUE_CODES
from ui import speech


def sentence(code: str, field: str, value: str | None, detail: str) -> str:
    """What is wrong, in the language of the window; a code that is not ours is the target's own.
    `field` is the field's label."""
    known = ISSUE_CODES.get(code)
    if known is None:
        return f"{code}: {speech.isolate(detail)}" if detail else code
    return speech.say(
        known.text,
        field=speech.isolate(field),
        value=speech.isolate(value or ""),
        detail=speech.isolate(speech.say(detail_text(detail or ""))),
    )
