"""Words of the rejects workbench."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from migrator.model.views.rejects import CauseLine, Workbench
from migrator.model.views.validation import IssueGroup, Remedy
from ui import speech
from ui.models.sheet_model import Cell
from ui.visible import visible

translate = QCoreApplication.translate
_LOOKS = {"new": ("warn", "circle-alert"), "recurring": ("error", "refresh-cw"),
          "accepted": ("muted", "check")}  # fmt: skip


def titles() -> list[str]:
    """Headings of the causes."""
    return [
        translate("Rejects", "Records"),
        translate("Rejects", "Entity"),
        translate("Rejects", "Cause"),
        translate("Rejects", "Who refused"),
        translate("Rejects", "State"),
    ]


def state_told(state: str) -> str:
    """The state of a cause or a record."""
    return {
        "new": translate("Rejects", "new"),
        "recurring": translate("Rejects", "again"),
        "accepted": translate("Rejects", "accepted"),
        "fixed": translate("Rejects", "mended"),
    }.get(state, state)


def state_cell(state: str) -> Cell:
    """The state with its look."""
    tone, icon = _LOOKS.get(state, ("", ""))
    return Cell(state_told(state), tone=tone, icon=icon)


def row(cause: CauseLine) -> Sequence[Cell]:
    """A cause as a line."""
    told = speech.say(cause.told)
    tip = f"{told}\n{cause.words}" if cause.words and cause.words not in told else told
    return (
        Cell(speech.number(cause.rows), number=True, bold=True),
        Cell(speech.say(cause.label), tip=speech.ltr(cause.entity)),
        Cell(told, tip=tip),
        _who(cause.kind),
        state_cell(cause.state),
    )


def _who(kind: str) -> Cell:
    if kind == "reject":
        return Cell(translate("Rejects", "the target"), tone="error", icon="ban")
    if kind == "pending":
        told = translate("Rejects", "The load kept them back: nothing was sent.")
        return Cell(translate("Rejects", "the load"), tone="warn", icon="clock", tip=told)
    return Cell(translate("Rejects", "our checks"), tone="warn", icon="filter")


def about(cause: CauseLine) -> str:
    """The chosen cause in a line: who accepted it and why, or the target's words or an example."""
    if cause.accepted_by:
        told = translate("Rejects", "{who} accepted it: {reason}")
        return told.format(who=speech.isolate(cause.accepted_by), reason=cause.reason)
    if cause.words and cause.words not in cause.told.en:
        told = translate("Rejects", "In the words of the target: {words}")
        return told.format(words=speech.ltr(cause.words))
    if cause.new and cause.recurring:
        told = translate("Rejects", "{new} new, {again} were left behind before.")
        return told.format(new=speech.number(cause.new), again=speech.number(cause.recurring))
    if cause.example:
        told = translate("Rejects", "For example: {value}")
        return told.format(value=speech.isolate(visible(cause.example)))
    return ""


def mended(bench: Workbench) -> str:
    """What earlier runs left behind and is well now; or what bars sending again."""
    if bench.why.en and bench.causes:
        return speech.say(bench.why)
    count = sum(one.rows for one in bench.fixed)
    if not count:
        return ""
    return translate("Rejects", "{count} records that were left behind before are mended.").format(
        count=speech.number(count)
    )


def as_group(cause: CauseLine) -> IssueGroup:
    """The cause as the dialog of repairs shows a group."""
    return IssueGroup(
        cause.entity, cause.label, cause.field, cause.field_label, cause.code, "error", cause.told,
        cause.rows, cause.rows, Remedy.FIX,
    )  # fmt: skip
