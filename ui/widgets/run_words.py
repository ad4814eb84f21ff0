"""Runs, their states and what reading back finds, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

# state -> (tone, icon)
LOOKS = {
    "running": ("info", "play"),
    "stopped": ("warn", "pause"),
    "done": ("ok", "circle-check"),
    "attention": ("warn", "triangle-alert"),
    "cancelled": ("warn", "pause"),
    "failed": ("error", "circle-x"),
    "rolled_back": ("muted", "undo-2"),
}


def state_told(state: str) -> str:
    """The state of a run; `stopped` is one that was ended by force."""
    return {
        "running": QCoreApplication.translate("Runs", "running"),
        "stopped": QCoreApplication.translate("Runs", "stopped"),
        "done": QCoreApplication.translate("Runs", "finished"),
        "attention": QCoreApplication.translate("Runs", "finished, rows need attention"),
        "cancelled": QCoreApplication.translate("Runs", "paused"),
        "failed": QCoreApplication.translate("Runs", "failed"),
        "rolled_back": QCoreApplication.translate("Runs", "taken back"),
    }.get(state, state)


def kind_told(kind: str) -> str:
    """What kind of run it is."""
    return {
        "pilot": QCoreApplication.translate("Runs", "Pilot"),
        "full": QCoreApplication.translate("Runs", "Full run"),
        "replay": QCoreApplication.translate("Runs", "Sent again"),
        "delta": QCoreApplication.translate("Runs", "Delta run"),
        "rollback": QCoreApplication.translate("Runs", "Rollback"),
    }.get(kind, kind)


def difference_told(kind: str) -> str:
    """A kind of difference, in a few words."""
    return {
        "same": QCoreApplication.translate("Runs", "equal"),
        "differs": QCoreApplication.translate("Runs", "another value"),
        "normalised": QCoreApplication.translate("Runs", "written differently"),
        "truncated": QCoreApplication.translate("Runs", "cut off"),
        "changed": QCoreApplication.translate("Runs", "changed since"),
        "orphan": QCoreApplication.translate("Runs", "parent is gone"),
        "missing": QCoreApplication.translate("Runs", "not in the target"),
        "extra": QCoreApplication.translate("Runs", "not expected there"),
        "unknown": QCoreApplication.translate("Runs", "not read back"),
    }.get(kind, kind)


def difference_explained(kind: str) -> str:
    """What a kind of difference means, as a sentence."""
    return {
        "differs": QCoreApplication.translate(
            "Runs", "The target holds another value than was sent."
        ),
        "normalised": QCoreApplication.translate(
            "Runs", "Only capitals or spaces at the ends differ: the target writes it its own way."
        ),
        "truncated": QCoreApplication.translate(
            "Runs", "The target kept only the beginning of the value."
        ),
        "changed": QCoreApplication.translate(
            "Runs", "Somebody changed the value in the target since it was loaded."
        ),
        "orphan": QCoreApplication.translate(
            "Runs", "The lookup points to a record that is not in the target."
        ),
        "missing": QCoreApplication.translate(
            "Runs", "The record was loaded, but the target does not have it any more."
        ),
        "extra": QCoreApplication.translate(
            "Runs", "The target has a record of ours that should not be there, or has it twice."
        ),
    }.get(kind, "")


def difference_look(kind: str) -> tuple[str, str]:
    """Tone and icon of a kind of difference."""
    return {
        "same": ("ok", "check"),
        "normalised": ("muted", "type"),
        "unknown": ("muted", "circle-help"),
        "missing": ("error", "circle-x"),
        "extra": ("error", "plus"),
    }.get(kind, ("error", "circle-alert"))
