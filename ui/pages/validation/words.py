"""Words of the Validate step."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from migrator.model.views.validation import (
    Cause,
    IssueGroup,
    Remedy,
    RuleLine,
    Suggestion,
    Trial,
    Validation,
    WaiverLine,
)
from ui import speech
from ui.pages.validation.lines import Line

_ICONS = {"error": ("circle-x", "error"), "warning": ("triangle-alert", "warn")}
translate = QCoreApplication.translate


def pills(found: Validation) -> list[tuple[str, str]]:
    """The figures of the heading."""
    told = [
        (translate("Validation", "{n} errors"), found.errors, "error" if found.errors else "plain"),
        (
            translate("Validation", "{n} warnings"),
            found.warnings,
            "warn" if found.warnings else "plain",
        ),
        (translate("Validation", "{n} ready"), found.ready, "ok"),
        (
            translate("Validation", "{n} in quarantine"),
            found.held,
            "error" if found.held else "plain",
        ),
    ]
    return [(words.format(n=speech.number(n)), tone) for words, n, tone in told]


def place(group: IssueGroup) -> str:
    """Which field of which entity."""
    field, entity = speech.say(group.field_label), speech.say(group.entity_label)
    return translate("Validation", "{field} · {entity}").format(field=field, entity=entity)


def issue_lines(groups: tuple[IssueGroup, ...]) -> list[Line]:
    """A line a group, and under it one a cause; keys are (group, cause or None)."""
    lines = []
    for group in groups:
        icon, tone = _ICONS.get(group.severity, ("info", "accent"))
        title, where = speech.say(group.title), place(group)
        if group.waived:
            icon, tone = "check", "muted"
            where = translate("Validation", "{where} · accepted").format(where=where)
        lines.append(
            Line(
                title,
                where,
                speech.number(group.rows),
                icon,
                tone,
                (group, None),
                tip=f"{title}\n{where}",
            )
        )
        lines += [_cause_line(group, cause) for cause in group.causes]
    return lines


def _cause_line(group: IssueGroup, cause: Cause) -> Line:
    told = speech.isolate(speech.say(cause.told))
    if not cause.detail:
        told = translate("Validation", "no further detail")
    return Line(told, "", speech.number(cause.rows), key=(group, cause), inner=True, tip=told)


def waiver_line(one: WaiverLine) -> Line:
    """An acceptance, with its reason."""
    where = translate("Validation", "{field} · {entity}").format(
        field=speech.say(one.field_label), entity=speech.say(one.entity_label)
    )
    if one.waiver.row is not None:
        where = translate("Validation", "{where} · record {key}").format(
            where=where, key=speech.isolate(one.key)
        )
    tip = translate("Validation", "Reason: {reason}\nBy {who}").format(
        reason=speech.isolate(one.waiver.reason), who=speech.isolate(one.waiver.by)
    )
    title = f"{speech.say(one.title)}: {speech.isolate(one.waiver.reason)}"
    return Line(title, where, speech.number(one.lifts), "check", "ok", one, tip=tip)


def rule_line(one: RuleLine) -> Line:
    """A check that a person added."""
    fields = translate("Validation", ", ").join(speech.say(f) for f in one.fields)
    where = translate("Validation", "{field} · {entity}").format(
        field=fields or translate("Validation", "all fields"), entity=speech.say(one.entity_label)
    )
    icon, tone = _ICONS.get(one.rule.severity, ("info", "accent"))
    count = "" if one.found is None or not one.rule.enabled else speech.number(one.found)
    if not one.rule.enabled:
        icon, tone = "pause", "muted"
        where = translate("Validation", "{where} · off").format(where=where)
    return Line(speech.say(one.title), where, count, icon, tone, one)


def remedy_words(group: IssueGroup) -> tuple[str, str]:
    """What the main button of a group says, and its icon."""
    return {
        Remedy.FIX: (translate("Validation", "Fix all like this…"), "wand-sparkles"),
        Remedy.MAP: (translate("Validation", "Map this field"), "waypoints"),
        Remedy.PARENT: (translate("Validation", "Go to the parent's issue"), "arrow-right"),
        Remedy.MATCH: (translate("Validation", "Look at duplicates"), "users"),
    }[group.remedy]


def suggestion_line(number: int, one: Suggestion) -> Line:
    """A way to repair, with what it would do; the key is its number."""
    trial = one.trial
    if one.asks:
        told, icon, tone = translate("Validation", "you fill it in"), "pencil", "muted"
    else:
        told, tone = repairs(trial), "ok" if trial.repaired == trial.rows else "accent"
        icon = "check" if trial.repaired == trial.rows else "wand-sparkles"
    return Line(speech.say(one.title), told, "", icon, tone, number)


def repairs(trial: Trial) -> str:
    """What a step would do, in one sentence."""
    words = translate("Validation", "repairs {n} of {all} records")
    if trial.emptied and trial.emptied == trial.repaired:
        words = translate("Validation", "{n} of {all} records pass, without this value")
    elif trial.emptied:
        words = translate("Validation", "repairs {n} of {all} records, {lost} lose the value")
    told = words.format(
        n=speech.number(trial.repaired),
        all=speech.number(trial.rows),
        lost=speech.number(trial.emptied),
    )
    if trial.others:
        told = translate("Validation", "{told}; it would touch {n} other records").format(
            told=told, n=speech.number(trial.others)
        )
    if not trial.complete:
        told = translate("Validation", "{told} (of those that were tried)").format(told=told)
    return told
