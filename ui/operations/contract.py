"""What the mapping page asks and does about versions, signatures and templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ui.job import Job
from ui.session import Session


def versions(*, session: Session) -> Job:
    """The named versions, newest first: tuple of VersionLine."""
    return session.query("contract.versions")


def compare(*, session: Session, old: int, new: int = 0) -> Job:
    """What differs between two versions (0: the document as it stands): tuple of DiffLine."""
    return session.query("contract.compare", old=old, new=new)


def save_version(*, session: Session, name: str, note: str = "") -> Job:
    """Keep the document under a name."""
    return session.edit("contract.save_version", name=name, note=note)


def restore_version(*, session: Session, no: int) -> Job:
    """Put a version in place of the document."""
    return session.edit("contract.restore_version", no=no)


def signatures(*, session: Session) -> Job:
    """Every row with its signature: SignSheet."""
    return session.query("contract.signatures")


def sign(*, session: Session, rows: Mapping[str, Sequence[str]], by: str = "") -> Job:
    """Sign rows: target fields by feed id."""
    return session.edit("contract.sign", rows={f: tuple(t) for f, t in rows.items()}, by=by)


def sign_entity(*, session: Session, entity: str, by: str = "") -> Job:
    """Sign every row of an entity."""
    return session.edit("contract.sign_entity", entity=entity, by=by)


def unsign(*, session: Session, rows: Mapping[str, Sequence[str]]) -> Job:
    """Take signatures away."""
    return session.edit("contract.unsign", rows={f: tuple(t) for f, t in rows.items()})


def require_signature(*, session: Session, required: bool) -> Job:
    """Let the full run wait for signatures, or not."""
    return session.edit("contract.require_signature", required=required)


def template(*, session: Session, name: str = "") -> Job:
    """The document without data, as text."""
    return session.query("contract.template", name=name)


def template_fit(*, session: Session, text: str) -> Job:
    """What of a template fits here: TemplateFit."""
    return session.query("contract.template_fit", text=text)


def apply_template(*, session: Session, text: str, nearly: bool = True) -> Job:
    """Apply what fits as suggestions."""
    return session.edit("contract.apply_template", text=text, nearly=nearly)
