"""What the page of the verification says of a run."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from migrator.model.views.runs import RunView, VerificationView
from ui import speech


def pills(view: VerificationView) -> list[tuple[str, str]]:
    """The state of the verification in the heading."""
    if view.run is None:
        return []
    run = QCoreApplication.translate("Verification", "run {run}")
    found = [(run.format(run=speech.number(view.run.no)), "plain")]
    if view.differences:
        told = QCoreApplication.translate("Verification", "{count} differences")
        found.append((told.format(count=speech.number(view.differences)), "error"))
    elif view.compared_at:
        found.append((QCoreApplication.translate("Verification", "no difference"), "ok"))
    if view.account.balanced:
        found.append((QCoreApplication.translate("Verification", "account balances"), "ok"))
    else:
        told = QCoreApplication.translate("Verification", "account does not balance")
        found.append((told, "error"))
    return found


def moved_on(run: RunView | None) -> str:
    """That the plan is another one than the run loaded."""
    told = QCoreApplication.translate(
        "Verification",
        "The plan or its data changed since run {run}: what is ready now was not loaded yet.",
    )
    return told.format(run=speech.number(run.no if run else 0))
