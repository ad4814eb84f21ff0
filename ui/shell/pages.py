"""Which class shows which step: one line a page."""

from __future__ import annotations

from ui.pages.assess.page import AssessPage
from ui.pages.cleaning.page import CleaningPage
from ui.pages.duplicates.page import DuplicatesPage
from ui.pages.mapping.page import MappingPage
from ui.pages.migration.page import MigrationPage
from ui.pages.page import Page
from ui.pages.pilot.page import PilotPage
from ui.pages.project.page import ProjectPage
from ui.pages.sources.page import SourcesPage
from ui.pages.target.page import TargetPage
from ui.pages.validation.page import ValidationPage
from ui.pages.verification.page import VerificationPage

PAGES: dict[str, type[Page]] = {
    "project": ProjectPage,
    "sources": SourcesPage,
    "assess": AssessPage,
    "target": TargetPage,
    "mapping": MappingPage,
    "cleaning": CleaningPage,
    "duplicates": DuplicatesPage,
    "validation": ValidationPage,
    "pilot": PilotPage,
    "migration": MigrationPage,
    "verification": VerificationPage,
}
