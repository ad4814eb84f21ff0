"""The verification: comparing again, differences, causes, the sign-off pack."""

from __future__ import annotations

from collections.abc import Sequence

from ui.job import Job
from ui.session import Session

RECONCILE = "verification.reconcile"


def overview(*, session: Session) -> Job:
    """Everything at one look: VerificationView."""
    return session.query("verification.overview")


def segments(*, session: Session) -> Job:
    """What was compared part by part, and lookups that are not whole: two tuples, of Segment and
    BrokenLink."""
    return session.query("verification.segments")


def differences(*, session: Session, offset: int, limit: int, **asked: object) -> Job:
    """Some differences: DifferencePage. `asked` may name the `entity`, `kind`, `field` and `part`
    (a segment) that they are of."""
    return session.query("verification.differences", offset=offset, limit=limit, **asked)


def reconcile(*, session: Session, strict: bool = False) -> Job:
    """Read the target back again and compare; with `strict` records of others count too."""
    return session.run(RECONCILE, strict=strict)


def report(*, session: Session, folder: str, language: str) -> Job:
    """Write the sign-off pack: tuple of PackFile."""
    return session.run("verification.report", folder=folder, language=language)


def seal(*, session: Session, paths: Sequence[str]) -> Job:
    """Write the manifest of a pack's files anew: tuple of PackFile."""
    return session.run("verification.seal", paths=tuple(paths))
