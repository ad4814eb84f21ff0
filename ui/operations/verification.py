"""The verification: comparing again, differences, causes, the sign-off pack."""

from __future__ import annotations

from collections.abc import Sequence

from ui.job import Job
from ui.session import Session

RECONCILE, REPLAY = "verification.reconcile", "verification.replay"


def overview(*, session: Session) -> Job:
    """Everything at one look: VerificationView."""
    return session.query("verification.overview")


def differences(*, session: Session, offset: int, limit: int, entity: str, kind: str) -> Job:
    """Some differences, of one entity or kind when given: DifferencePage."""
    return session.query(
        "verification.differences", offset=offset, limit=limit, entity=entity, kind=kind
    )


def reconcile(*, session: Session) -> Job:
    """Read the target back again and compare."""
    return session.run(RECONCILE)


def replay(*, session: Session) -> Job:
    """Send what the target refused once more: RunView."""
    return session.run(REPLAY)


def export(*, session: Session, path: str) -> Job:
    """Write the reasons to an Excel file: lines written."""
    return session.run("verification.export", path=path)


def report(*, session: Session, folder: str, language: str) -> Job:
    """Write the sign-off pack: tuple of PackFile."""
    return session.run("verification.report", folder=folder, language=language)


def seal(*, session: Session, paths: Sequence[str]) -> Job:
    """Size and SHA-256 of files: tuple of PackFile."""
    return session.query("verification.seal", paths=tuple(paths))
