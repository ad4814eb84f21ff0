"""Every desk by name, one line each."""

from __future__ import annotations

from migrator.desks.assess import AssessDesk
from migrator.desks.base import Desk
from migrator.desks.catalog import CatalogDesk
from migrator.desks.cleaning import CleaningDesk
from migrator.desks.delta import DeltaDesk
from migrator.desks.duplicates import DuplicatesDesk
from migrator.desks.mapping import MappingDesk
from migrator.desks.mapping_contract import ContractDesk
from migrator.desks.mapping_documents import DocumentsDesk
from migrator.desks.migration import MigrationDesk
from migrator.desks.pilot import PilotDesk
from migrator.desks.project import ProjectDesk
from migrator.desks.proposals import ProposalsDesk
from migrator.desks.rejects import RejectsDesk
from migrator.desks.sources import SourcesDesk
from migrator.desks.stages import StagesDesk
from migrator.desks.story import StoryDesk
from migrator.desks.tables import TablesDesk
from migrator.desks.target import TargetDesk
from migrator.desks.validation import ValidationDesk
from migrator.desks.verification import VerificationDesk

DESKS: dict[str, type[Desk]] = {
    "assess": AssessDesk,
    "catalog": CatalogDesk,
    "cleaning": CleaningDesk,
    "contract": ContractDesk,
    "delta": DeltaDesk,
    "documents": DocumentsDesk,
    "duplicates": DuplicatesDesk,
    "mapping": MappingDesk,
    "migration": MigrationDesk,
    "pilot": PilotDesk,
    "project": ProjectDesk,
    "proposals": ProposalsDesk,
    "rejects": RejectsDesk,
    "sources": SourcesDesk,
    "stages": StagesDesk,
    "tables": TablesDesk,
    "validation": ValidationDesk,
    "story": StoryDesk,
    "target": TargetDesk,
    "verification": VerificationDesk,
}
