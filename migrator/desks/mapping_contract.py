"""The mapping document as a contract: versions, signatures, templates."""

from __future__ import annotations

from collections.abc import Sequence

from migrator.desks import contract_signing as signing
from migrator.desks import contract_templates as templates
from migrator.desks import contract_versions as kept_versions
from migrator.desks.base import Desk, edit, query
from migrator.model.changes import ChangeSet
from migrator.model.text import Text
from migrator.model.views.contract import DiffLine, SignSheet, TemplateFit, VersionLine


class ContractDesk(Desk):
    """What people agree on, keep and sign."""

    # -- versions

    @query
    def versions(self) -> tuple[VersionLine, ...]:
        """The named versions, newest first."""
        return kept_versions.versions(self.workspace)

    @query
    def compare(self, old: int, new: int = kept_versions.CURRENT) -> tuple[DiffLine, ...]:
        """What differs between two versions; 0 is the document as it stands."""
        return kept_versions.compare(self.workspace, old, new)

    @edit
    def save_version(self, name: str, note: str = "", by: str = "") -> ChangeSet:
        """Keep the document under a name. The plan stays as it is: there is nothing to undo."""
        kept = kept_versions.save(self.workspace, name, note, by)
        return ChangeSet(Text(f"Version “{kept.name}” kept", f"نسخه‌ی «{kept.name}» نگه داشته شد"))

    @edit
    def restore_version(self, no: int) -> ChangeSet:
        """Put a version in place of the document."""
        return kept_versions.restore(self.workspace, no)

    # -- signatures

    @query
    def signatures(self) -> SignSheet:
        """Every row with its signature and what was edited since."""
        return signing.sheet(self.workspace)

    @edit
    def sign(self, rows: dict[str, Sequence[str]], by: str = "") -> ChangeSet:
        """Sign rows: target fields by feed id."""
        return signing.sign_rows(self.workspace, rows, by)

    @edit
    def sign_entity(self, entity: str, by: str = "") -> ChangeSet:
        """Sign every row of an entity."""
        return signing.sign_entity(self.workspace, entity, by)

    @edit
    def unsign(self, rows: dict[str, Sequence[str]]) -> ChangeSet:
        """Take signatures away."""
        return signing.unsign_rows(self.workspace, rows)

    @edit
    def require_signature(self, required: bool) -> ChangeSet:
        """Let the full run wait for signatures, or not."""
        return signing.require(self.workspace, required)

    # -- templates

    @query
    def template(self, name: str = "") -> str:
        """The document without data, to be applied to another project."""
        return templates.text_of(self.workspace, name)

    @query
    def template_fit(self, text: str) -> TemplateFit:
        """What of a template fits this project; PlanError for a text that is none."""
        return templates.fit(self.workspace, text)

    @edit
    def apply_template(self, text: str, nearly: bool = True) -> ChangeSet:
        """Apply what fits, and if wanted what nearly fits, as suggestions with the template as
        their evidence. What people decided here stays."""
        return templates.apply(self.workspace, text, nearly=nearly)
