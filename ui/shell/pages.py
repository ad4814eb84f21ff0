"""Which class shows which step: one line a page. Each is loaded when it is first looked at, or
while nobody wants anything: the first window need not wait for eleven pages."""

from __future__ import annotations

import importlib
from typing import Any, cast

from ui.pages.page import Page

PAGES: dict[str, str] = {
    "project": "ui.pages.project.page:ProjectPage",
    "sources": "ui.pages.sources.page:SourcesPage",
    "assess": "ui.pages.assess.page:AssessPage",
    "target": "ui.pages.target.page:TargetPage",
    "mapping": "ui.pages.mapping.page:MappingPage",
    "cleaning": "ui.pages.cleaning.page:CleaningPage",
    "duplicates": "ui.pages.duplicates.page:DuplicatesPage",
    "validation": "ui.pages.validation.page:ValidationPage",
    "pilot": "ui.pages.pilot.page:PilotPage",
    "migration": "ui.pages.migration.page:MigrationPage",
    "verification": "ui.pages.verification.page:VerificationPage",
}


# Beside the pages: the dialog of the whole account shows tables too.
ACCOUNT = "ui.dialogs.account_dialog:AccountDialog"


def page_class(step: str) -> type[Page]:
    """The class that shows `step`."""
    return cast("type[Page]", loaded(PAGES[step]))


def loaded(place: str) -> Any:
    """What stands at "module:name"."""
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(module), name)
